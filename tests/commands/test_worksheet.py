"""nnviz worksheet: what is asked for is checked first; the files are those of the sheet."""

import subprocess
import sys
from argparse import ArgumentParser

import numpy as np
import pytest

from nnviz.cli import _worksheet_options
from nnviz.commands.worksheet import subject
from nnviz.data.catalogue import load
from nnviz.engine.experiment import LayerSpec
from nnviz.models.files import open_model
from nnviz.worksheets.sheet import worksheet
from tests.export.pdf_reading import pdf_words

SMALL = (LayerSpec(2, "tanh"),)


@pytest.fixture
def parsed(tmp_path):
    def parse(*words):
        parser = ArgumentParser()
        _worksheet_options(parser)
        return parser.parse_args([*map(str, words), "--out", str(tmp_path / "sheet.pdf")])

    return parse


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("example", "--decimals", "9"), "take 2 to 6"),
        (("example", "--sample", "0.05,0.1"), "give 2 number(s) with --target"),
        (("example", "--sample", "0.05", "--target", "0,1"), "--sample 0.05 does not fit"),
        (("example", "--target", "0,one"), "--target 0,one does not fit"),
        (("example", "--learning-rate", "-1"), "between 1e-07 and 10000"),
        (("example", "--solution", "nowhere/solution.pdf"), "a folder that exists"),
        (("example", "--out", "sheet.png"), "ends in .pdf"),
        (("nothing.safetensors", "--sample", "1"), "nothing.safetensors"),
        (("example", "--paper", "a3"), "--paper"),
    ],
)
def test_refusals(run, tmp_path, monkeypatch, words, sentence):
    monkeypatch.chdir(tmp_path)
    done = run("worksheet", "--out", "sheet.pdf", *words)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert not list(tmp_path.iterdir())


def test_a_network_that_is_too_large(run, save_random):
    path = save_random("moons", (LayerSpec(7, "tanh"),))
    done = run("worksheet", path, "--sample", "1", "--out", path.with_suffix(".pdf"))
    assert done.code == 2
    assert "2-7-1 network would have 83 blanks" in done.err


def test_a_sample_may_begin_with_a_minus(run, tmp_path):
    file = tmp_path / "sheet.pdf"
    assert run("worksheet", "example", "--sample", "-0.5,.25", "--target", "-1,2", "--out", file).code == 0
    words = pdf_words(file.read_bytes()).splitlines()
    assert {"−0.5", "0.25", "−1"} <= {word.strip(" =") for word in words}


def test_a_test_sample_is_scaled_and_has_its_own_target(save_random, parsed):
    path = save_random("three_classes", SMALL, scaling="none")
    found = subject(parsed(path, "--sample", "2"))
    data = load(open_model(path).experiment)
    assert found.x.tolist() == pytest.approx(data.test_x[2].tolist())
    assert found.target.tolist() == np.eye(3)[int(data.test_y[2])].tolist()
    assert len(worksheet(found).items) == 46
    with pytest.raises(ValueError, match="no_such_sample"):
        subject(parsed(path, "--sample", "9999"))


def test_numbers_of_ones_own(parsed):
    found = subject(parsed("example", "--sample", "0.05,0.1", "--target", "0.01,0.99", "--learning-rate", "0.5"))
    assert (found.x.tolist(), found.target.tolist(), found.rate) == ([0.05, 0.1], [0.01, 0.99], 0.5)
    assert subject(parsed("example")).target.tolist() == [0.0, 1.0]
    assert subject(parsed("example", "--target", "1,0")).target.tolist() == [1.0, 0.0]


def test_both_files(tmp_path):
    """In a process of its own: the command makes its own QApplication."""
    blank, solved = tmp_path / "sheet.pdf", tmp_path / "solution.pdf"
    words = ("worksheet", "example", "--decimals", "3", "--out", str(blank), "--solution", str(solved))
    done = subprocess.run([sys.executable, "-m", "nnviz", *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "\n0.317\n" not in pdf_words(blank.read_bytes())
    assert "\n0.317\n" in pdf_words(solved.read_bytes())
