"""nnviz render: what is asked for is checked before the window is built."""

import subprocess
import sys

import pytest

from nnviz.commands.render import parse_size
from nnviz.engine.refusal import Refusal
from nnviz.theme.palettes import LIGHT


def test_size():
    assert parse_size("1600x1000") == (1600, 1000)


@pytest.mark.parametrize(
    "text", ["", "1600", "1600x", "x1000", "1600 x 1000", "-5x400", "100x100", "99999x99999", "٣٣٣x999"]
)
def test_no_size(text):
    with pytest.raises(Refusal, match="bad_size"):
        parse_size(text)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--out", "shot.png", "--size", "big"), "as in 1600x1000"),
        (("--out", "shot.bmp"), "ends in .png, .svg or .pdf"),
        (("--out", "shot.svg", "--scale", "5"), "--scale"),
        (("--out", "nowhere/shot.png"), "a folder that exists"),
        ((), "--out"),
    ],
)
def test_refusals(run, tmp_path, monkeypatch, words, sentence):
    monkeypatch.chdir(tmp_path)
    done = run("render", "digits", *words)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err


def test_one_pane_as_a_drawing(tmp_path):
    """In a process of its own: the command makes its own QApplication."""
    out = tmp_path / "unit.svg"
    words = ("render", "perceptron", "--pane", "unit", "--out", str(out), "--size", "1000x700")
    done = subprocess.run([sys.executable, "-m", "nnviz", *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    drawn = out.read_text("utf-8")
    assert ">Truth table</text>" in drawn
    assert f'fill="{LIGHT.window}"' in drawn
