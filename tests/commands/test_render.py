"""nnviz render: what is asked for is checked before the window is built."""

import pytest

from nnviz.commands.render import parse_size
from nnviz.engine.refusal import Refusal


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
        (("--out", "shot.bmp"), "ends in .png"),
        (("--out", "nowhere/shot.png"), "a folder that exists"),
        ((), "--out"),
    ],
)
def test_refusals(run, tmp_path, monkeypatch, words, sentence):
    monkeypatch.chdir(tmp_path)
    done = run("render", "digits", *words)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
