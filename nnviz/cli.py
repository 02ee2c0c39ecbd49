"""The command line: one table of commands, one place where errors become a sentence and an exit code.

Without a command the window opens. Exit codes: 0 done, 2 refused (one sentence on stderr), 130 interrupted.
"""

from __future__ import annotations

import io
import os
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from nnviz import __version__
from nnviz.commands.options import add_experiment_options, add_own_data_options
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.theme.palettes import PALETTES

PAGES = ("digits", "playground", "compare", "depth", "functions", "perceptron", "graph", "descent")
"""As in `nnviz.session.pages`, which would bring NumPy along before the command line is read."""
REFUSED, INTERRUPTED, PIPE_CLOSED = 2, 130, 141

EXAMPLES = """examples:
  nnviz                                            open the window
  nnviz --booth --booth-pin 2468                   an unattended stand on the full screen
  nnviz train --data mnist --layers 256,128 --epochs 5 --seed 0 --save m.safetensors
  nnviz train --data points.csv --target species --save m.safetensors
  nnviz evaluate m.safetensors --data mnist
  nnviz evaluate course.npz --data mnist --activation sigmoid --json
  nnviz trace m.safetensors --data mnist --sample 7
  nnviz classify seven.png strokes.json
  nnviz export m.safetensors --form numpy --save again.py
  nnviz sweep --data moons --vary learning_rate=0.001,0.01,0.1 --vary optimizer=sgd,adam --seeds 5
  nnviz render digits --out shot.png --size 1600x1000
  nnviz render functions --pane softmax --out softmax.svg
  nnviz film xor --out xor.mp4 --size 1920x1080 --theme dark
  nnviz worksheet example --decimals 3 --out sheet.pdf --solution solution.pdf

"nnviz COMMAND --help" tells all options of a command."""
NEGATIVE_LIST = re.compile(r"-[0-9.][^,]*,.*")
"""Numbers with commas between, of which the first is negative: argparse takes them for an option."""


class Parser(ArgumentParser):
    """Says what is wrong in one sentence, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (sys.argv without the program where None); returns the exit code."""
    words_given = list(sys.argv[1:] if argv is None else argv)
    _print_anything()
    try:
        args = build_parser().parse_args(_with_lists(words_given), Namespace(command_line=words_given))
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


def _with_lists(words: Sequence[str]) -> list[str]:
    """The words, with lists such as -0.5,1 joined to the option before them: --sample=-0.5,1."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].startswith("--") and NEGATIVE_LIST.fullmatch(word):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


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
    _booth_options(parser)
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


def _booth(args: Namespace) -> int:
    from nnviz.booth import main as open_booth

    return open_booth(args.booth_pin, args.booth_idle)


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


def _film(args: Namespace) -> int:
    from nnviz.commands.film import run

    return run(args)


def _export(args: Namespace) -> int:
    from nnviz.commands.export import run

    return run(args)


def _worksheet(args: Namespace) -> int:
    from nnviz.commands.worksheet import run

    return run(args)


def _sweep(args: Namespace) -> int:
    from nnviz.commands.sweep import run

    return run(args)


def _train_score(args: Namespace) -> int:
    from nnviz.commands.score import run

    return run(args)


def _booth_options(parser: ArgumentParser) -> None:
    booth = parser.add_argument_group("an unattended stand, at which visitors draw digits")
    booth.add_argument("--booth", dest="run", action="store_const", const=_booth, help="open it on the full screen")
    booth.add_argument("--booth-pin", type=_pin, metavar="PIN", help="4 to 8 digits that end it (random)")
    booth.add_argument(
        "--booth-idle", type=_idle, default=30.0, metavar="SECONDS", help="until it begins anew, 10 to 600 (30)"
    )


def _pin(text: str) -> str:
    from nnviz.session.booth.lock import is_pin

    if not is_pin(text):
        raise ArgumentTypeError("a PIN has 4 to 8 digits")
    return text


def _idle(text: str) -> float:
    from nnviz.session.booth.visit import LONGEST_IDLE, SHORTEST_IDLE

    seconds = int(text) if text.isdecimal() else 0
    if not SHORTEST_IDLE <= seconds <= LONGEST_IDLE:
        raise ArgumentTypeError(f"between {SHORTEST_IDLE:.0f} and {LONGEST_IDLE:.0f} seconds")
    return float(seconds)


def _train_options(parser: ArgumentParser) -> None:
    add_experiment_options(parser)
    parser.add_argument("--save", type=Path, metavar="FILE", help="where the model goes (.safetensors)")
    parser.add_argument("--weights-only", action="store_true", help="save what answers, not what a run needs to go on")
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
    parser.add_argument("--theme", choices=PALETTES, default="light", help="colours of the window (light)")
    parser.add_argument("--scale", type=int, choices=(1, 2, 3, 4), default=1, help="pixels of a .png to a pixel (1)")
    parser.add_argument(
        "--do", type=Path, metavar="FILE", help='what is done before, a JSON list: [{"do": "graph.OpenPreset", …}, …]'
    )
    parser.add_argument("--iterations", type=int, default=0, help="trained after that, where it says Run")
    parser.add_argument("--seconds", type=float, default=0.0, help="played after that, of what moves by itself")


def _worksheet_options(parser: ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL", help='a .safetensors or .npz, or "example": the 2-3-2-2 network')
    parser.add_argument("--sample", metavar="I|X", help="number in the test set, from 0, or the inputs: 0.05,0.1")
    parser.add_argument("--target", metavar="T", help="what the outputs should be: 0.01,0.99 (with inputs)")
    parser.add_argument("--data", metavar="NAME", help="mnist, handwriting, moons, … (what it was trained on)")
    parser.add_argument("--learning-rate", type=float, metavar="η", help="of the update (as it was trained with)")
    parser.add_argument("--decimals", type=int, default=4, help="of every result, 2 to 6 (4)")
    parser.add_argument("--carry", action="store_true", help="each line is computed from rounded values")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="size of the pages (a4)")
    parser.add_argument("--language", choices=("en", "ko"), default="en", help="of the sheet (en)")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the sheet with its blanks (.pdf)")
    parser.add_argument("--solution", type=Path, metavar="FILE", help="the same with all results (.pdf)")
    _activation_option(parser)


def _film_options(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="a lesson (xor, digits, …, or a .toml file) or a recording")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the film (.mp4, .gif)")
    parser.add_argument("--size", default="1920x1080", metavar="WxH", help="pixels of a frame (1920x1080)")
    parser.add_argument("--fps", type=int, default=30, help="frames a second, 1 to 60 (30)")
    parser.add_argument("--speed", type=float, default=1.0, metavar="FACTOR", help="faster or slower, 0.1 to 20 (1)")
    parser.add_argument("--language", choices=("en", "ko"), help="of the window (that of the recording, else en)")
    parser.add_argument("--theme", choices=PALETTES, default="light", help="colours of the window (light)")
    parser.add_argument("--seconds", type=float, metavar="N", help="length of the film (to the end)")
    parser.add_argument("--cue", metavar="NAME", help="where it begins: a cue, or the title of a step")


def _sweep_options(parser: ArgumentParser) -> None:
    parser.add_argument("experiment", nargs="?", type=Path, metavar="EXPERIMENT", help="a model or a JSON experiment")
    parser.add_argument(
        "--vary", action="append", default=[], metavar="NAME=V1,V2", help="a setting and its values; layers.0.units, …"
    )
    parser.add_argument("--seeds", type=int, default=1, metavar="N", help="of every combination, from --seed on (1)")
    parser.add_argument("--iterations", type=int, metavar="N", help="mini-batches of a run, instead of --epochs")
    parser.add_argument("--jobs", default="all", metavar="N", help="processes, or all: one for each core (all)")
    parser.add_argument("--dask", default="", metavar="ADDRESS", help="scheduler of a Dask cluster, tcp://…")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where results are kept (sweep-… in this folder)")
    parser.add_argument("--resume", type=Path, metavar="DIR", help="go on with the sweep in DIR: only what is missing")
    parser.add_argument("--keep-networks", action="store_true", help="keep the network at the end of every run, too")
    _json_option(parser)
    add_experiment_options(parser)
    # What is not given must be told from what is, where a file has the experiment.
    parser.set_defaults(data=None, layers=None)


def _export_options(parser: ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL", help="a .safetensors of nnviz, saved with its run")
    forms = "script in NumPy (numpy) or PyTorch (torch), or a state dict for PyTorch (weights)"
    parser.add_argument("--form", choices=("numpy", "torch", "weights"), default="numpy", help=forms)
    parser.add_argument("--save", type=Path, required=True, metavar="FILE", help="a .py, or a .safetensors of weights")
    parser.add_argument("--data", metavar="PATH", help="the file or folder it was trained on, if that was one")
    add_own_data_options(parser)
    _activation_option(parser)


def _score_options(parser: ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--save", type=Path, required=True)


def _model_options(parser: ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL", help="a .safetensors of nnviz or PyTorch, or an .npz")
    parser.add_argument("--data", metavar="NAME", help="mnist, moons, …, or a file or folder (what it was trained on)")
    add_own_data_options(parser)
    _activation_option(parser)
    _json_option(parser)


def _activation_option(parser: ArgumentParser) -> None:
    """What a file of bare weights (PyTorch, .npz) does not say."""
    parser.add_argument("--activation", metavar="NAME", help="of the hidden layers, or one for each: relu,tanh")
    parser.add_argument("--output", metavar="NAME", help="activation of the output: softmax, sigmoid or identity")
    parser.add_argument("--scaling", metavar="NAME", help="of raw inputs: unit (ToTensor), standard (Normalize), none")


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
    Command("export", "A saved run as a script, or its weights for PyTorch.", _export_options, _export),
    Command("sweep", "Train many settings and seeds, on all cores.", _sweep_options, _sweep),
    Command("render", "Draw the window, or one pane of it, into a file.", _render_options, _render),
    Command("film", "Film a lesson or a recording.", _film_options, _film),
    Command("worksheet", "One training step to be worked out by hand, as PDF.", _worksheet_options, _worksheet),
    Command("train-score", "Make the score that tells digits from other marks.", _score_options, _train_score, False),
)
