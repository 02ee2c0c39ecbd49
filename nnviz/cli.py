"""The command line: one table of commands, one place where errors become a sentence and an exit code.

Without a command the window opens. Exit codes: 0 done, 2 refused (one sentence on stderr), 130 interrupted.
"""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from nnviz import __version__
from nnviz.commands.options import add_experiment_options
from nnviz.engine.refusal import Refusal
from nnviz.errors import words

PAGES = ("digits", "playground", "compare", "depth", "functions", "perceptron", "graph", "descent")
"""As in `nnviz.session.pages`, which would bring NumPy along before the command line is read."""
REFUSED, INTERRUPTED, PIPE_CLOSED = 2, 130, 141

EXAMPLES = """examples:
  nnviz                                            open the window
  nnviz train --data mnist --layers 256,128 --epochs 5 --seed 0 --save m.safetensors
  nnviz evaluate m.safetensors --data mnist
  nnviz evaluate course.npz --data mnist --activation sigmoid --json
  nnviz trace m.safetensors --data mnist --sample 7
  nnviz classify seven.png strokes.json
  nnviz render digits --out shot.png --size 1600x1000
  nnviz render functions --pane softmax --out softmax.svg

"nnviz COMMAND --help" tells all options of a command."""


class Parser(ArgumentParser):
    """Says what is wrong in one sentence, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (sys.argv without the program where None); returns the exit code."""
    words_given = list(sys.argv[1:] if argv is None else argv)
    _print_anything()
    try:
        args = build_parser().parse_args(words_given, Namespace(command_line=words_given))
        code = args.run(args)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else REFUSED
    except BrokenPipeError:
        # Nobody reads on (as in `nnviz trace … | head`); Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except (Refusal, OSError) as error:
        return _refused(error)
    except ImportError as error:
        # Qt's modules load system libraries that a bare machine lacks; any other failed import is a bug. A module whose
        # libraries are missing is known by its path only, the name comes without its package.
        if "PySide6" not in f"{error.name} {error.path}":
            raise
        return _refused(Refusal("qt_missing", reason=error))


def sentence(error: Exception) -> str:
    """One line for the user."""
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}."
    return words(error)


def _refused(error: Exception) -> int:
    print(f"nnviz: {sentence(error)}", file=sys.stderr)
    return REFUSED


def build_parser() -> Parser:
    """The parser of all commands."""
    parser = Parser(
        prog="nnviz",
        description="Watch a neural network think and learn. Without a command the window opens.",
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"nnviz {__version__}")
    parser.add_argument("--page", choices=PAGES, help="the page on which the window opens")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for command in COMMANDS:
        # argparse lists a command as soon as it has a help text, even an empty one.
        listed: dict[str, Any] = {"help": command.summary} if command.listed else {}
        sub = commands.add_parser(command.name, description=command.summary, allow_abbrev=False, **listed)
        command.add_options(sub)
        sub.set_defaults(run=command.run)
    return parser


@dataclass(frozen=True)
class Command:
    """A row of the table. `run` imports what the command needs only when it is asked for."""

    name: str
    summary: str
    add_options: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    listed: bool = True


def _window(args: Namespace) -> int:
    from nnviz.app import main as open_window

    return open_window(args.page)


def _train(args: Namespace) -> int:
    from nnviz.commands.train import run

    return run(args)


def _evaluate(args: Namespace) -> int:
    from nnviz.commands.evaluate import run

    return run(args)


def _trace(args: Namespace) -> int:
    from nnviz.commands.trace import run

    return run(args)


def _classify(args: Namespace) -> int:
    from nnviz.commands.classify import run

    return run(args)


def _render(args: Namespace) -> int:
    from nnviz.commands.render import run

    return run(args)


def _train_score(args: Namespace) -> int:
    from nnviz.commands.score import run

    return run(args)


def _train_options(parser: ArgumentParser) -> None:
    add_experiment_options(parser)
    parser.add_argument("--save", type=Path, metavar="FILE", help="where the model goes (.safetensors)")
    _json_option(parser)


def _evaluate_options(parser: ArgumentParser) -> None:
    _model_options(parser)
    parser.add_argument("--batch-size", type=int, default=100, help="samples in a forward pass (100)")


def _trace_options(parser: ArgumentParser) -> None:
    _model_options(parser)
    parser.add_argument("--sample", type=int, required=True, metavar="I", help="number in the test set, from 0")


def _classify_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help='a picture, or pen strokes: {"strokes": [[[x, y], …]]}'
    )
    parser.add_argument("--model", type=Path, metavar="MODEL", help="instead of the model that comes with nnviz")
    _activation_option(parser)
    _json_option(parser)


def _render_options(parser: ArgumentParser) -> None:
    parser.add_argument("page", choices=PAGES, help="which page of the window")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the figure (.png, .svg, .pdf)")
    parser.add_argument(
        "--pane", default="window", metavar="NAME", help="network, curves, a section of a lab, …; a wrong one tells all"
    )
    parser.add_argument("--size", default="1600x1000", metavar="WxH", help="of the window in pixels (1600x1000)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours of the window (light)")
    parser.add_argument("--scale", type=int, choices=(1, 2, 3, 4), default=1, help="pixels of a .png to a pixel (1)")
    parser.add_argument(
        "--do", type=Path, metavar="FILE", help='what is done before, a JSON list: [{"do": "graph.OpenPreset", …}, …]'
    )
    parser.add_argument("--iterations", type=int, default=0, help="trained after that, where it says Run")
    parser.add_argument("--seconds", type=float, default=0.0, help="played after that, of what moves by itself")


def _score_options(parser: ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--save", type=Path, required=True)


def _model_options(parser: ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL", help="a .safetensors of nnviz, or a course's .npz")
    parser.add_argument("--data", metavar="NAME", help="mnist, handwriting, moons, … (what it was trained on)")
    _activation_option(parser)
    _json_option(parser)


def _activation_option(parser: ArgumentParser) -> None:
    parser.add_argument("--activation", metavar="NAME", help="of the hidden layers, where the file does not say (.npz)")


def _json_option(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON value")


def _print_anything() -> None:
    """A file name that a console cannot show must not end a command."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


COMMANDS = (
    Command("train", "Train a network and save it.", _train_options, _train),
    Command("evaluate", "Accuracy and loss of a model on a test set.", _evaluate_options, _evaluate),
    Command("trace", "Every z, a, delta, dW and db of one test sample.", _trace_options, _trace),
    Command("classify", "The digits in pictures and pen strokes.", _classify_options, _classify),
    Command("render", "Draw the window, or one pane of it, into a file.", _render_options, _render),
    Command("train-score", "Make the score that tells digits from other marks.", _score_options, _train_score, False),
)
