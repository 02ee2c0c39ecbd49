"""The command line as a whole: the table, exit codes, and what is imported when."""

import subprocess
import sys

import pytest

from nnviz import __version__, cli
from nnviz.cli import COMMANDS, main


def python(*words, **options):
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False, **options)


def nnviz(*words):
    return python("-c", "import sys; from nnviz.cli import main; sys.exit(main())", *words)


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"nnviz {__version__}\n"


def test_help_shows_examples_and_the_commands_for_users(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert "examples:" in out
    for command in COMMANDS:
        assert (command.summary in out) == command.listed


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help(capsys, command):
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: nnviz {command}")


@pytest.mark.parametrize(
    "words", [["nonsense"], ["--page", "nonsense"], ["evaluate"], ["trace", "m.npz"], ["classify"], ["--nonsense"]]
)
def test_wrong_words_are_one_sentence(capsys, words):
    assert main(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("nnviz")
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "m.safetensors"), 2, "nnviz: m.safetensors: Permission denied.\n"),
        (OSError("no disk"), 2, "nnviz: no disk.\n"),
        (
            ImportError("libGL.so.1: cannot open shared object file", name="QtGui", path="PySide6/QtGui.so"),
            2,
            "nnviz: The window toolkit Qt cannot be loaded (libGL.so.1: cannot open shared object file); install the "
            "system packages that the README names, or let make run do it.\n",
        ),
    ],
)
def test_exit_codes(capsys, monkeypatch, error, code, sentence):
    def fail(self, *args):
        raise error

    monkeypatch.setattr(cli.Parser, "parse_args", fail)
    assert main([]) == code
    assert capsys.readouterr().err == sentence


def test_a_bug_in_an_import_is_no_refusal(monkeypatch):
    def fail(self, *args):
        raise ImportError("no such name", name="nnviz.engine")

    monkeypatch.setattr(cli.Parser, "parse_args", fail)
    with pytest.raises(ImportError, match="no such name"):
        main([])


def test_as_a_program(tmp_path):
    done = nnviz("evaluate", str(tmp_path / "none.safetensors"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "none.safetensors cannot be used" in done.stderr


def test_a_reader_may_leave(tmp_path):
    """As in `nnviz trace … | head -1`: no traceback, no second complaint."""
    code = "import os, sys; from nnviz.cli import main; r, w = os.pipe(); os.dup2(w, 1); os.close(r); sys.exit(main())"
    done = python("-c", code, "train", "--data", "moons", "--layers", "2", "--epochs", "1", "--json")
    assert done.returncode == 141
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_commands_need_neither_qt_nor_scikit_learn(tmp_path):
    path = tmp_path / "m.safetensors"
    code = (
        "import sys; from nnviz.cli import main; "
        "assert main(['train', '--data', 'moons', '--layers', '2', '--epochs', '1', '--save', sys.argv[1]]) == 0; "
        "assert main(['evaluate', sys.argv[1], '--json']) == 0; "
        "heavy = {'PySide6', 'pyqtgraph', 'sklearn', 'scipy', 'pooch'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = python("-c", code, str(path))
    assert done.returncode == 0, done.stderr
