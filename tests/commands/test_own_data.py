"""Tables and folders of images in place of the name of data: train, evaluate, trace and sweep."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

import nnviz.commands.sweep
from nnviz.commands.train import train as fit
from nnviz.data.own_file import unpacked
from nnviz.data.painted import nothing, with_points
from nnviz.data.shelf import BUILT_IN
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.models.files import open_model, save_model
from nnviz.sweeps.folder import RESULTS
from nnviz.sweeps.pool import InlinePool, train

QUICK = ("--layers", "6", "--epochs", "20", "--batch-size", "8", "--learning-rate", "0.02")


@pytest.fixture
def pets(tmp_path, monkeypatch):
    """A table whose target is neither its last column nor has a name that targets often have."""
    monkeypatch.chdir(tmp_path)
    rng = np.random.default_rng(0)
    rows = [f"{'cat' if a > 30 else 'dog'};{a:.2f};{b:.1f}".replace(".", ",") for a, b in rng.uniform(0, 60, (80, 2))]
    path = tmp_path / "pets.csv"
    path.write_text("\n".join(["pet;height;weight", *rows, "cat;;3,0"]))
    return path


@pytest.fixture
def shades(tmp_path):
    for k in range(40):
        folder = tmp_path / "shades" / ("dark", "bright")[k % 2]
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.full((9, 9), 40 + 150 * (k % 2) + k, np.uint8)).save(folder / f"{k}.png")
    return tmp_path / "shades"


def test_a_table_is_trained_on_evaluated_and_traced(run, pets, tmp_path):
    model = tmp_path / "m.safetensors"
    trained = run("train", "--data", pets, "--target", "pet", *QUICK, "--save", model, "--json").value
    assert trained["experiment"]["inputs"] == 2
    assert trained["accuracy"] > 0.8
    notes = open_model(model).notes
    assert notes["command"].startswith("nnviz train --data pets.csv --target pet ")
    assert notes["data"].startswith("pets, 56 training")
    # The model remembers what is to be predicted.
    found = run("evaluate", model, "--data", pets, "--json").value
    assert found == {"accuracy": trained["accuracy"], "loss": pytest.approx(trained["loss"]), "samples": 24}
    assert "data         pets, 24 test samples" in run("evaluate", model, "--data", pets).out
    assert len(run("trace", model, "--data", pets, "--sample", "3", "--json").value["x"]) == 2


def test_painted_points_come_with_their_model(run, tmp_path):
    rng = np.random.default_rng(0)
    points = nothing()
    for label in range(2):
        points = with_points(points, label, rng.normal((label - 0.5, 0), 0.1, (20, 2)).tolist())
    shelf = BUILT_IN.with_data(points)
    experiment = Experiment(**shelf.defaults(points.key), layers=(LayerSpec(4),), epochs=30, learning_rate=0.03)
    path, script = tmp_path / "painted.safetensors", tmp_path / "painted.py"
    save_model(path, replace(fit(experiment, shelf.load(experiment), lambda one: None, shelf).model, points=points))
    found = run("evaluate", path, "--json").value
    assert found["accuracy"] == 1
    assert f"data         painted points, {found['samples']} test samples" in run("evaluate", path).out
    run("export", path, "--form", "numpy", "--save", script)
    assert script.is_file()
    swept = run("sweep", path, "--vary", "learning_rate=0.01,0.03", "--jobs", "1", "--out", tmp_path / "s", "--json")
    assert (swept.value["runs"], swept.value["missing"]) == (2, 0)


def test_gaps_and_task_are_as_they_are_said(run, pets):
    samples = [
        run("train", "--data", pets, "--target", "pet", *more, *QUICK, "--epochs", "1", "--json").value["experiment"]
        for more in ((), ("--missing", "fill"))
    ]
    assert [one["samples"] for one in samples] == [80, 81]
    value = run("train", "--data", pets, *QUICK, "--target", "height", "--task", "value", "--json").value
    assert (value["accuracy"], value["experiment"]["output"]) == (None, "identity")


def test_images_by_class(run, shades, tmp_path):
    model = tmp_path / "m.safetensors"
    (shades / "dark" / "broken.png").write_bytes(b"no picture")
    # As a shell completes it.
    trained = run("train", "--data", f"{shades}/", "--side", "8", *QUICK, "--save", model)
    assert open_model(model).notes["command"].startswith("nnviz train --data shades --side 8 ")
    assert trained.code == 0
    assert "1 of the images cannot be read; the first is " in trained.err
    assert open_model(model).experiment.inputs == 64
    assert run("evaluate", model, "--data", shades, "--json").value["accuracy"] == 1


def test_a_sweep_on_a_table_goes_on_without_it(run, pets, monkeypatch):
    grid = ("--vary", "learning_rate=0.001,0.02", "--epochs", "3", "--layers", "4", "--jobs", "1")
    whole = run("sweep", "--data", pets, "--target", "pet", *grid, "--out", "s", "--json").value
    assert (whole["runs"], whole["missing"]) == (2, 0)
    pets.unlink()
    lines = (pets.parent / "s" / RESULTS).read_bytes().splitlines(keepends=True)
    (pets.parent / "s" / RESULTS).write_bytes(lines[0])
    asked = []
    monkeypatch.setattr(
        nnviz.commands.sweep, "train", lambda pool, runs, *more: asked.extend(runs) or train(InlinePool(), runs, *more)
    )
    again = run("sweep", "--resume", "s", "--json", "--jobs", "1").value
    assert len(asked) == 1
    assert [[one["parameters"] for one in group["runs"]] for group in again["groups"]] == [
        [one["parameters"] for one in group["runs"]] for group in whole["groups"]
    ]


def test_own_data_of_a_sweep_that_is_damaged_is_one_sentence(run, pets):
    grid = ("--vary", "l2=0,0.1", "--iterations", "2", "--layers", "4", "--jobs", "1")
    assert run("sweep", "--data", pets, *grid, "--out", "s").code == 0
    (kept,) = (pets.parent / "s" / "data").iterdir()
    assert unpacked(kept.read_bytes()).name == "pets"
    kept.write_bytes(kept.read_bytes()[:-1])
    done = run("sweep", "--resume", "s")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "the data that was saved is damaged" in done.err.lower()


def test_an_experiment_on_own_data_is_swept_where_the_data_is_named(run, pets, tmp_path):
    model, plain = tmp_path / "m.safetensors", tmp_path / "e.json"
    said = ("--data", pets, "--target", "pet")
    plain.write_text(run("train", *said, *QUICK, "--save", model, "--json").out)
    more = ("--vary", "l2=0,0.1", "--iterations", "2", "--jobs", "1")
    plans = [
        run("sweep", file, *given, *more, "--out", file.stem, "--json").value["plan"]
        for file, given in ((model, ("--data", pets)), (plain, said))
    ]
    assert plans[0] == plans[1]
    assert plans[0]["experiment"]["data"] == json.loads(plain.read_text())["experiment"]["data"]
    for file in (model, plain):
        done = run("sweep", file, *more, "--out", "x")
        assert (done.code, "name its table or folder with --data" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--data", "missing.csv"), "missing.csv: No such file"),
        (("--data", "nowhere/"), "nowhere"),
        (("--data", "mooons"), "mooons"),
        (("--data", "broken.csv"), "broken.csv: Line 3 has 2 cells"),
        (("--data", "empty.csv"), "empty.csv: There are no rows"),
        (("--data", "pets.csv", "--target", "size"), "pet, height, weight"),
        (("--data", "pets.csv", "--task", "value", "--target", "pet"), "pets.csv: Line 2"),
        (("--data", "."), "has no folders with images"),
        (("--data", "moons", "--target", "y"), "--target is about a table"),
        (("--data", "mnist", "--side", "8"), "--side is about a table"),
    ],
)
def test_what_cannot_be_understood_is_one_sentence(run, pets, tmp_path, words, said):
    (tmp_path / "broken.csv").write_text("a,b,c\n1,2,x\n1,2\n3,4,y\n")
    (tmp_path / "empty.csv").write_text("")
    done = run("train", *words, *QUICK)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


def test_a_model_is_not_judged_by_other_classes(run, pets, tmp_path):
    model = tmp_path / "m.safetensors"
    assert run("train", "--data", pets, "--target", "pet", *QUICK, "--epochs", "1", "--save", model).code == 0
    pets.write_text(pets.read_text().replace("dog", "owl"))
    assert "are cat, owl, and the model tells cat, dog apart" in run("evaluate", model, "--data", pets).err
    assert "name its table or folder with --data" in run("evaluate", model).err
