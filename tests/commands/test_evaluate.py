"""nnviz evaluate: the numbers, and curriculum B6 through the command."""

import os
from pathlib import Path

import numpy as np
import pytest

from nnviz.data.catalogue import load
from nnviz.models.files import open_model


def test_json_has_accuracy_loss_and_samples(run, save_random):
    path = save_random("three_classes")
    model = open_model(path)
    data = load(model.experiment)
    y = model.forward(data.test_x).output
    right = np.mean(y.argmax(axis=1) == data.test_y)
    loss = -np.mean(np.log(y[np.arange(len(y)), data.test_y]))
    value = run("evaluate", path, "--json").value
    assert value == {"accuracy": pytest.approx(right), "loss": pytest.approx(loss, rel=1e-5), "samples": len(y)}


@pytest.mark.parametrize("size", [1, 7, 100, 100_000])
def test_batches_change_nothing(run, save_random, size):
    path = save_random("moons")
    expected = run("evaluate", path, "--json").value
    assert run("evaluate", path, "--json", "--batch-size", size).value == pytest.approx(expected)


def test_regression_has_no_accuracy(run, save_random):
    path = save_random("wave")
    assert run("evaluate", path, "--json").value["accuracy"] is None
    assert "accuracy" not in run("evaluate", path).out


def test_words_compare_batches_with_one_by_one(run, save_random):
    out = run("evaluate", save_random("moons")).out
    assert "in batches of 100" in out
    assert "one by one" in out


def test_published_network(run):
    folder = os.environ.get("NNVIZ_REFERENCE")
    if not folder or not os.environ.get("NNVIZ_DATA"):
        pytest.skip("needs MNIST in NNVIZ_DATA and the published network in NNVIZ_REFERENCE")
    path = Path(folder) / "book-784-50-100-10.npz"
    value = run("evaluate", path, "--data", "mnist", "--activation", "sigmoid", "--json").value
    assert (value["accuracy"], value["samples"]) == (0.9352, 10_000)
    done = run("evaluate", path, "--data", "mnist")
    assert (done.code, done.out) == (2, "")
    assert "--activation" in done.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--data", "handwriting"), "The data has 64 inputs, but the network expects 2"),
        (("--data", "three_classes"), "The data has 3 outputs, but the network has 1"),
        (("--data", "nowhere"), "choose one of: "),
        (("--batch-size", "0"), "must lie between 1 and"),
        (("--activation", "relu"), "are tanh, not relu"),
    ],
)
def test_refusals(run, save_random, words, sentence):
    done = run("evaluate", save_random("moons"), *words)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err


def test_truncated_model(run, save_random):
    path = save_random("moons")
    path.write_bytes(path.read_bytes()[:-5])
    done = run("evaluate", path)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"nnviz: {path} cannot be used: this is not a complete safetensors file; choose another file.\n"


def test_course_file_of_other_inputs_must_be_told_its_data(run, tmp_path):
    path = tmp_path / "net.npz"
    np.savez(path, W1=np.ones((3, 2)), b1=np.zeros(2))
    done = run("evaluate", path)
    assert done.code == 2
    assert "--data" in done.err
