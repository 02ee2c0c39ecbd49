"""nnviz train: what is printed, what is saved, and that the same command makes the same file."""

import hashlib

import numpy as np
import pytest

from nnviz.data.catalogue import load
from nnviz.models.files import open_model

MOONS = ("train", "--data", "moons", "--samples", "200", "--layers", "8", "--learning-rate", "0.05", "--seed", "4")


def test_prints_a_line_an_epoch_and_saves(run, tmp_path):
    path = tmp_path / "m.safetensors"
    done = run(*MOONS, "--epochs", "3", "--save", path)
    assert done.code == 0
    lines = done.out.splitlines()
    assert [line.split("training")[0].split() for line in lines[:3]] == [["epoch", str(k)] for k in (1, 2, 3)]
    assert lines[3].startswith("test accuracy ")
    assert lines[4] == f"saved {path}"
    model = open_model(path)
    assert (model.experiment.seed, model.experiment.epochs, model.experiment.evaluate_every) == (4, 3, 0)


def test_json_is_one_value_and_tells_what_evaluate_finds(run, tmp_path):
    path = tmp_path / "m.safetensors"
    trained = run(*MOONS, "--epochs", "2", "--save", path, "--json").value
    found = run("evaluate", path, "--json").value
    assert {key: trained[key] for key in found} == pytest.approx(found)
    assert trained["saved"] == str(path)
    assert [one["epoch"] for one in trained["history"]] == [1, 2]


def test_notes_say_where_the_model_comes_from(run, tmp_path):
    path = tmp_path / "m.safetensors"
    accuracy = run(*MOONS, "--epochs", "2", "--save", path, "--json").value["accuracy"]
    model = open_model(path)
    data = load(model.experiment)
    assert model.notes["command"] == f"nnviz {' '.join(MOONS)} --epochs 2 --save m.safetensors --json"
    assert str(tmp_path) not in "".join(model.notes.values())
    assert model.notes["seed"] == "4"
    assert (
        model.notes["data_sha256"]
        == hashlib.sha256(data.train_x.astype("<f4").tobytes() + data.train_y.astype("<i8").tobytes()).hexdigest()
    )
    assert model.notes["test_accuracy"] == f"{accuracy:.4f}"
    assert model.notes["versions"].startswith("nnviz ")


def test_folder_is_left_out_of_the_command_however_it_is_written(run, tmp_path):
    path = tmp_path / "m.safetensors"
    assert run(*MOONS, "--epochs", "1", f"--save={path}").code == 0
    assert open_model(path).notes["command"].endswith("--save=m.safetensors")


def test_same_command_makes_the_same_file(run, tmp_path):
    first, second = tmp_path / "a" / "m.safetensors", tmp_path / "b" / "m.safetensors"
    for path in (first, second):
        path.parent.mkdir()
        assert run(*MOONS, "--epochs", "2", "--dropout", "0.2", "--save", path).code == 0
    assert first.read_bytes() == second.read_bytes()


def test_learns(run):
    words = ("--data", "moons", "--layers", "8,8", "--activation", "tanh", "--learning-rate", "0.01", "--epochs", "100")
    assert run("train", *words, "--json").value["accuracy"] > 0.97


def test_regression_has_no_accuracy(run):
    done = run("train", "--data", "plane", "--layers", "none", "--epochs", "2", "--json")
    assert done.value["accuracy"] is None
    assert np.isfinite(done.value["loss"])
    assert "accuracy" not in run("train", "--data", "plane", "--layers", "none", "--epochs", "1").out


def test_stops_early(run):
    done = run(*MOONS, "--epochs", "0", "--patience", "1", "--learning-rate", "5", "--json")
    assert done.value["ended_by"] == "early_stopping"
    assert "stopped early" in run(*MOONS, "--epochs", "0", "--patience", "1", "--learning-rate", "5").out


def test_distorts_images_only(run):
    done = run("train", "--data", "handwriting", "--layers", "8", "--epochs", "1", "--distortion", "0.8", "--json")
    plain = run("train", "--data", "handwriting", "--layers", "8", "--epochs", "1", "--json")
    assert done.value["loss"] != plain.value["loss"]
    refused = run(*MOONS, "--distortion", "0.8")
    assert (refused.code, refused.out) == (2, "")
    assert "Only images can be distorted" in refused.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--layers", "256,x"), "--layers 256,x is no list of layer sizes"),
        (("--epochs", "0"), "would never end"),
        (("--save", "m.npz"), "ends in .safetensors"),
        (("--save", "nowhere/m.safetensors"), "choose a folder that exists"),
        (("--learning-rate", "1e4", "--optimizer", "sgd", "--data", "plane"), "--learning-rate) below 10000"),
        (("--data", "nowhere"), "choose one of: "),
        (("--batch-size", "ten"), "invalid int value"),
        (("--optimizer", "magic"), "invalid choice"),
    ],
)
def test_refusals_are_one_sentence(run, tmp_path, monkeypatch, words, sentence):
    monkeypatch.chdir(tmp_path)
    done = run("train", "--data", "moons", "--layers", "4", *words)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def test_outputs_must_fit_the_data(run):
    done = run("train", "--data", "moons", "--output", "softmax", "--layers", "4")
    assert done.code == 2
    assert "softmax output needs at least two units" in done.err
