"""nnviz sweep: what is refused, what is printed and kept, and going on after an interruption."""

import json
import re

import numpy as np
import pytest

import nnviz.commands.sweep
from nnviz.engine.experiment import Experiment
from nnviz.models.files import open_model
from nnviz.sweeps.folder import RESULTS, SweepFolder
from nnviz.sweeps.pool import InlinePool, train

SMALL = ("--data", "moons", "--samples", "120", "--layers", "4", "--jobs", "1")
GRID = ("--vary", "learning_rate=0.001,0.1", "--vary", "optimizer=sgd,adam", "--seeds", "2", "--epochs", "3")


@pytest.fixture(autouse=True)
def inside(tmp_path, monkeypatch):
    """Each test in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_line_a_run_then_a_table_the_best_first(run):
    done = run("sweep", *SMALL, *GRID, "--out", "s")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert len([line for line in lines if "seed=" in line]) == 8
    assert lines[0].startswith("learning_rate=0.001 optimizer=sgd seed=0   test loss ")
    table = lines[lines.index("") + 1 :]
    assert table[0].split() == ["setting", "test", "accuracy", "test", "loss", "best", "epoch", "seconds", "diverged"]
    accuracies = [float(re.findall(r"(\d\.\d{4}) ±", line)[0]) for line in table[1:5]]
    assert accuracies == sorted(accuracies, reverse=True)
    assert table[-1] == "8 of 8 runs in s"


def test_json_is_one_value_with_every_setting(run):
    value = run("sweep", *SMALL, *GRID, "--out", "s", "--json").value
    assert (value["runs"], value["missing"]) == (8, 0)
    assert [group["setting"] for group in value["groups"]] == [
        {"learning_rate": rate, "optimizer": name} for rate in (0.001, 0.1) for name in ("sgd", "adam")
    ]
    assert all(len(group["runs"]) == 2 for group in value["groups"])


def test_resume_runs_only_what_is_missing(run, inside, monkeypatch):
    whole = run("sweep", *SMALL, *GRID, "--out", "s", "--json").value
    file = inside / "s" / RESULTS
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:5]) + lines[5][:100])
    asked = []
    monkeypatch.setattr(
        nnviz.commands.sweep, "train", lambda pool, runs, *more: asked.extend(runs) or train(InlinePool(), runs, *more)
    )
    again = run("sweep", "--resume", "s", "--json", "--jobs", "1").value
    assert len(asked) == 3
    assert [[one["parameters"] for one in group["runs"]] for group in again["groups"]] == [
        [one["parameters"] for one in group["runs"]] for group in whole["groups"]
    ]


def test_an_interruption_keeps_what_is_done_and_says_how_to_go_on(run, inside, monkeypatch):
    def interrupted(pool, runs, keep, cancelled):
        yield from list(train(InlinePool(), runs[:3], keep, cancelled))
        raise KeyboardInterrupt

    monkeypatch.setattr(nnviz.commands.sweep, "train", interrupted)
    done = run("sweep", *SMALL, *GRID, "--out", "s")
    assert done.code == 130
    assert done.err.strip().endswith("3 of 8 runs are kept; go on with: nnviz sweep --resume s")
    monkeypatch.undo()
    monkeypatch.chdir(inside)
    assert run("sweep", "--resume", "s", "--jobs", "1").code == 0
    folder = SweepFolder(inside / "s")
    assert len(folder.results(folder.plan())) == 8


def test_a_divergence_is_told_and_is_no_failure(run):
    wild = ("--optimizer", "sgd", "--epochs", "5", "--vary", "learning_rate=0.01,1e4")
    done = run("sweep", "--data", "wave", "--samples", "100", "--layers", "4", "--jobs", "1", *wild, "--out", "s")
    assert done.code == 0
    assert "learning_rate=10000 seed=0   diverged" in done.out
    assert "1 of 1" in done.out


def test_iterations_instead_of_epochs(run):
    value = run("sweep", *SMALL, "--vary", "batch_size=8,16", "--iterations", "7", "--out", "s", "--json").value
    assert value["plan"]["iterations"] == 7
    assert value["plan"]["experiment"]["epochs"] == 0
    assert {one["ended_by"] for group in value["groups"] for one in group["runs"]} == {"iterations"}


def test_a_model_is_an_experiment(run, save_random):
    path = save_random("moons", seed=5, samples=100)
    value = run("sweep", path, "--epochs", "2", "--jobs", "1", "--out", "s", "--json", "--vary", "l2=0,0.1").value
    expected = open_model(path).experiment.to_dict() | {"epochs": 2}
    assert Experiment.from_dict(value["plan"]["experiment"]) == Experiment.from_dict(expected)


def test_bare_weights_say_the_layers_and_the_rest_is_told(run, inside):
    np.savez(inside / "c.npz", W1=np.ones((2, 3)), b1=np.zeros(3), W2=np.ones((3, 1)), b2=np.zeros(1))
    words = ("--activation", "tanh", "--data", "circle", "--epochs", "1", "--scaling", "standard", "--out", "s")
    experiment = run("sweep", "c.npz", *words, "--jobs", "1", "--json").value["plan"]["experiment"]
    assert [(layer["units"], layer["activation"]) for layer in experiment["layers"]] == [(3, "tanh")]
    assert (experiment["data"], experiment["scaling"]) == ("circle", "standard")


@pytest.mark.parametrize("wrap", [lambda plain: plain, lambda plain: {"experiment": plain, "accuracy": 1}])
def test_json_is_an_experiment_and_the_rest_follows_from_its_data(run, inside, wrap):
    (inside / "e.json").write_text(json.dumps(wrap({"data": "wave", "epochs": 2, "samples": 100})))
    value = run("sweep", "e.json", "--jobs", "1", "--out", "s", "--json", "--seeds", "2").value
    experiment = value["plan"]["experiment"]
    assert (experiment["loss"], experiment["output"], experiment["epochs"]) == ("mse", "identity", 2)
    assert value["groups"][0]["accuracy"]["mean"] is None


def test_a_rate_that_is_given_is_that_of_every_optimizer(run):
    words = ("--learning-rate", "0.05", "--vary", "optimizer=sgd,adam", "--epochs", "1", "--out", "s", "--json")
    settings = [group["setting"] for group in run("sweep", *SMALL, *words).value["groups"]]
    assert [setting["learning_rate"] for setting in settings] == [0.05, 0.05]


def test_networks_are_kept_where_that_is_asked_for(run, inside):
    run("sweep", *SMALL, "--epochs", "1", "--seeds", "2", "--out", "s", "--keep-networks")
    assert len(list((inside / "s" / "networks").glob("*.safetensors"))) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--vary", "learning_rate"), "learning_rate=0.001,0.01,0.1"),
        (("--vary", "speed=1,2"), "speed"),
        (("--vary", "batch_size=0,8"), "batch_size"),
        (("--vary", "optimizer=sgd,fast"), "optimizer"),
        (("--epochs", "0"), "--epochs"),
        (("--epochs", "2", "--iterations", "3"), "--iterations"),
        (("--jobs", "0"), "--jobs"),
        (("--jobs", "many"), "--jobs"),
        (("missing.json",), "missing.json"),
        (("broken.json",), "broken.json"),
        (("e.json", "--layers", "4"), "--layers"),
        (("e.json", "--dropout", "0.2"), "--dropout"),
        (("bare.npz", "--epochs", "1"), "--activation"),
        (("bare.npz", "--epochs", "1", "--activation", "tanh"), "--data"),
        (("bare.npz", "--layers", "4"), "--layers"),
        (("--resume", "nowhere"), "nowhere"),
        (("--resume", "s", "--seeds", "3"), "--resume"),
        (("--resume", "s", "--l2", "3"), "--resume"),
        (("--out", "s"), "--resume s"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_begins(run, inside, words, said):
    (inside / "broken.json").write_text("[1, 2]")
    np.savez(inside / "bare.npz", W1=np.ones((5, 3)), b1=np.zeros(3), W2=np.ones((3, 1)), b2=np.zeros(1))
    (inside / "e.json").write_text(json.dumps({"data": "moons", "epochs": 1}))
    (inside / "s").mkdir()
    (inside / "s" / "plan.json").write_text("{}")
    done = run("sweep", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.startswith("nnviz: ")
    assert not list(inside.glob("*/results.jsonl"))
    assert not list(inside.glob("sweep-*"))
