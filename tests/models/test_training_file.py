"""A run in a file: it goes on bit for bit as if it had never been saved, and nothing malformed gets in."""

from __future__ import annotations

import copy
import json
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file

from nnviz.data import catalogue
from nnviz.engine.experiment import OPTIMIZER_NAMES, Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.trace import StepRecord
from nnviz.engine.training import Trainer
from nnviz.errors import words
from nnviz.models import training_file
from nnviz.models.files import open_model, save_model
from nnviz.models.journal import Change, Journal, as_text, begun
from nnviz.models.model import Model
from nnviz.models.training import Training

LAYERS = (LayerSpec(6, "tanh", dropout=0.3), LayerSpec(5, "prelu", batch_norm=True))
SETTINGS: dict[str, dict[str, Any]] = {
    **{name: {"optimizer": name, "layers": LAYERS, "samples": 60, "batch_size": 16} for name in OPTIMIZER_NAMES},
    "distorted digits": {
        **catalogue.defaults("handwriting"), "samples": 200, "distortion": 1.0, "layers": LAYERS, "scaling": "standard",
        "precision": "float64", "schedule": "cosine", "patience": 3,
    },
}  # fmt: skip


def trainer_of(experiment: Experiment) -> tuple[Trainer, Any]:
    data = catalogue.load(experiment)
    scaling = fit_scaling(experiment.scaling, data.train_x)
    return Trainer(experiment, data.samples(experiment, scaling)), (data, scaling)


def model_of(trainer: Trainer, scaling: Any, records: list[StepRecord], journal: Journal | None = None) -> Model:
    steps = np.array([[r.iteration, r.epoch, r.loss, np.nan, r.learning_rate] for r in records]).reshape(-1, 5)
    evaluations = np.array([[0, 0, 0.7, np.nan, 0.8, 0.5]])
    training = Training(trainer.state(), steps, evaluations, journal or begun(trainer.experiment, None, None))
    parameters = trainer.network.parameters.copy()
    return Model(trainer.experiment, parameters, scaling, (), {"note": "δ"}, training)


@pytest.mark.parametrize("name", SETTINGS)
def test_training_goes_on_as_if_it_had_not_been_saved(name: str, tmp_path: Path) -> None:
    experiment = Experiment(**{"seed": 3, "learning_rate": 0.02, **SETTINGS[name]})
    trainer, (data, scaling) = trainer_of(experiment)
    records = [trainer.step() for _ in range(7)]
    path = tmp_path / "run.safetensors"
    save_model(path, model_of(trainer, scaling, records))
    back = open_model(path)
    assert back.training is not None
    assert back.notes == {"note": "δ"}
    again = Trainer.resume(back.experiment, data.samples(back.experiment, back.scaling), back.training.state)
    assert again.network.parameters.tobytes() == trainer.network.parameters.tobytes()
    expected = [trainer.step() for _ in range(30)]
    assert [again.step() for _ in range(30)] == expected
    assert again.network.parameters.tobytes() == trainer.network.parameters.tobytes()
    assert repr(again.state()) == repr(trainer.state())


def test_history_and_journal_come_back(tmp_path: Path) -> None:
    trainer, (_, scaling) = trainer_of(Experiment(layers=LAYERS))
    start = replace(trainer.experiment, learning_rate=0.5)
    changes = (
        Change(0, "settings", {"learning_rate": 0.01}),
        Change(1, "entry", {"index": 4, "value": 0.1}),
        Change(2, "weights", {"parameters": as_text(trainer.network.parameters)}),
        Change(2, "diverged"),
    )
    journal = Journal(start, as_text(trainer.network.parameters), None, changes)
    records = [trainer.step() for _ in range(5)]
    save_model(tmp_path / "run.safetensors", model_of(trainer, scaling, records, journal))
    back = open_model(tmp_path / "run.safetensors").training
    assert back is not None
    assert back.journal == journal
    np.testing.assert_array_equal(back.steps[:, 2], [record.loss for record in records])
    assert back.evaluations.shape == (1, 6)
    assert back.epoch == records[-1].epoch


def test_any_reader_finds_the_accumulators(saved: Path) -> None:
    tensors = load_file(saved)
    assert tensors["optimizer.m.layers.1.W"].shape == tensors["layers.1.W"].shape == (2, 6)
    assert tensors["optimizer.v.layers.2.extra"].shape == (5,)
    assert tensors["history.steps"].shape == (7, 5)


def test_a_long_history_is_thinned_and_keeps_its_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_file, "MOST_ROWS", 10)
    trainer, (_, scaling) = trainer_of(Experiment(layers=LAYERS))
    training = model_of(trainer, scaling, [trainer.step() for _ in range(25)]).training
    assert training is not None
    assert training_file.history_tensors(training)["history.steps"][:, 0].tolist() == [1, 4, 7, 10, 13, 16, 19, 22, 25]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    trainer, (_, scaling) = trainer_of(Experiment(layers=LAYERS))
    path = tmp_path / "run.safetensors"
    save_model(path, model_of(trainer, scaling, [trainer.step() for _ in range(7)]))
    return path


def description(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    found: dict[str, Any] = json.loads(json.loads(content[8 : 8 + length])["__metadata__"]["nnviz"])
    return found


def refusal(path: Path, tensors: dict[str, Any], described: dict[str, Any]) -> str:
    save_file(tensors, path, {"nnviz": json.dumps(described)})
    with pytest.raises(Refusal) as caught:
        open_model(path)
    sentence = words(caught.value)
    assert "{" not in sentence
    return sentence


STREAM = {"state": "0" * 32, "inc": "0" * 32, "has_uint32": 0, "uinteger": 0}
JOURNAL: dict[str, Any] = {"start": {}, "weights": "", "scaling": None, "changes": [], "threads": 1, "whole": True}


@pytest.mark.parametrize(
    "changes",
    [
        {"iteration": -1}, {"iteration": 1.5}, {"position": True}, {"epochs_done": 2**80}, {"optimizer": "sgd"},
        {"optimizer": None}, {"best_loss": "small"}, {"best_loss": 10**400}, {"shuffle": None}, {"dropout": {}},
        {"shuffle": STREAM | {"state": "xyz"}}, {"shuffle": STREAM | {"state": 5}},
        {"shuffle": STREAM | {"uinteger": -1}},
        {"shuffle": STREAM | {"has_uint32": True}}, {"journal": None}, {"journal": JOURNAL | {"start": None}},
        {"journal": JOURNAL | {"changes": [None]}}, {"journal": JOURNAL | {"changes": {}}},
        {"journal": JOURNAL | {"threads": "1); import os"}},
        {"journal": JOURNAL | {"weights": "AAAA"}}, {"journal": JOURNAL | {"weights": "§"}},
        {"journal": JOURNAL | {"scaling": {"method": 1, "offset": "", "factor": ""}}},
        {"journal": JOURNAL | {"changes": [{"iteration": 1, "kind": "magic", "values": {}}]}},
        {"journal": JOURNAL | {"changes": [{"iteration": 99, "kind": "diverged", "values": {}}]}},
        {"journal": JOURNAL | {"changes": [{"iteration": 1, "kind": "entry", "values": {"index": 10**6, "value": 1}}]}},
        {"journal": JOURNAL | {"changes": [{"iteration": 1, "kind": "settings", "values": {"seed": 10**400}}]}},
        {"journal": JOURNAL | {"changes": [{"iteration": 1, "kind": "settings", "values": {"learning_rate": 1.0}}]}},
        {"journal": JOURNAL | {"whole": False, "weights": "AAAA"}},
        {"journal": JOURNAL | {"scaling": {"method": "none", "offset": '"); import os #', "factor": "AAAAAAAAAAA="}}},
        {"journal": JOURNAL | {"scaling": {"method": "none", "offset": "AAAA", "factor": "AAAAAAAAAAA="}}},
        {"journal": JOURNAL | {"changes": [{"iteration": 1, "kind": "weights", "values": {"parameters": '")'}}]}},
    ],
)  # fmt: skip
def test_a_malformed_training_is_a_sentence(saved: Path, changes: dict[str, Any]) -> None:
    tensors, described = load_file(saved), description(saved)
    changes = copy.deepcopy(changes)
    if isinstance(changes.get("journal"), dict) and changes["journal"]["start"] == {}:
        changes["journal"]["start"] = described["experiment"]
    described["training"] |= changes
    assert str(saved) in refusal(saved, tensors, described)


@pytest.mark.parametrize(
    ("name", "array", "part"),
    [
        ("history.steps", np.zeros((3, 4)), "history.steps"),
        ("history.steps", np.zeros((3, 5)), "order of its iterations"),
        ("history.steps", np.full((3, 5), np.nan), "order of its iterations"),
        ("history.evaluations", np.full((1, 6), 100.0), "order of its iterations"),
        ("history.evaluations", np.zeros(6), "history.evaluations"),
        ("history.evaluations", np.array(1.0), "history.evaluations"),
        ("optimizer.m.layers.1.W", np.zeros((6, 2), np.float32), "optimizer.m.layers.1.W"),
        ("optimizer.m.layers.1.W", np.full((2, 6), np.inf, np.float32), "infinite"),
        ("optimizer.h.layers.1.W", np.zeros((2, 6), np.float32), "unknown: optimizer.h.layers.1.W"),
    ],
)
def test_wrong_tensors_are_a_sentence(saved: Path, name: str, array: Any, part: str) -> None:
    tensors, described = load_file(saved), description(saved)
    assert part in refusal(saved, tensors | {name: array}, described)


@settings(max_examples=60)
@given(st.data())
def test_damaged_bytes_are_refused_or_harmless(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("damaged") / "run.safetensors"
    trainer, (_, scaling) = trainer_of(Experiment(layers=LAYERS))
    save_model(path, model_of(trainer, scaling, [trainer.step()]))
    content = bytearray(path.read_bytes())
    header = int.from_bytes(content[:8], "little")
    content[data.draw(st.integers(8, 7 + header))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    try:
        model = open_model(path)
    except Refusal:
        return
    assert np.isfinite(model.parameters).all()


def test_a_state_of_more_samples_than_there_are_is_refused(saved: Path) -> None:
    back = open_model(saved).training
    assert back is not None
    experiment = open_model(saved).experiment
    data = catalogue.load(experiment)
    samples = data.samples(experiment, open_model(saved).scaling)
    with pytest.raises(Refusal, match="state_beyond_data"):
        Trainer.resume(experiment, samples, replace(back.state, position=len(samples.train_x)))


def test_a_journal_that_grows_too_large_says_so() -> None:
    experiment = Experiment()
    journal = begun(experiment, None, None)
    for iteration in range(2001):
        journal = journal.with_change(Change(iteration, "diverged"))
    assert (journal.changes, journal.whole) == ((), False)
    assert not begun(experiment, np.zeros(2**20), None).whole


def test_a_journal_keeps_the_last_of_a_dragged_weight() -> None:
    journal = begun(Experiment(), None, None)
    for value in (0.1, 0.2, 0.3):
        journal = journal.with_change(Change(5, "entry", {"index": 2, "value": value}))
    journal = journal.with_change(Change(6, "entry", {"index": 2, "value": 0.4}))
    assert [change.values["value"] for change in journal.changes] == [0.3, 0.4]
    assert journal.until(5).changes == journal.changes[:1]
