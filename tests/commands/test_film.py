"""nnviz film: what is asked for is checked before the window is built; then there is a film."""

import subprocess
import sys

import pytest
from PIL import Image


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--out", "film.mp4", "--size", "big"), "as in 1600x1000"),
        (("--out", "film.mp4", "--size", "641x480"), "even numbers"),
        (("--out", "film.mp4", "--fps", "0"), "fps"),
        (("--out", "film.mp4", "--speed", "nan"), "speed"),
        (("--out", "film.mp4", "--seconds", "0"), "seconds"),
        ((), "--out"),
    ],
)
def test_refusals(run, tmp_path, monkeypatch, words, sentence):
    monkeypatch.chdir(tmp_path)
    done = run("film", "xor", *words)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert not list(tmp_path.iterdir())


def test_a_lesson_becomes_a_film(tmp_path, monkeypatch):
    """In a process of its own: the command makes its own QApplication."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    out = tmp_path / "xor.gif"
    words = ("film", "xor", "--out", str(out), "--size", "640x400", "--fps", "1", "--speed", "20", "--seconds", "2")
    done = subprocess.run([sys.executable, "-m", "nnviz", *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Traceback" not in done.stderr
    with Image.open(out) as film:
        assert (film.size, film.n_frames > 1) == ((640, 400), True)
    assert list(tmp_path.iterdir()) == [out]
