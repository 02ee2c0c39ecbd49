"""Runs saved from the session and opened again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from nnviz.data import catalogue
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.training import Samples, Trainer
from nnviz.errors import words
from nnviz.models.files import open_model, save_model
from nnviz.models.journal import Journal, as_text
from nnviz.models.model import Model
from nnviz.models.training import Training
from nnviz.session import intents
from nnviz.session.facts import Notice
from nnviz.session.runners import ThreadRunner
from nnviz.session.session import Session
from tests.conftest import InkJudge

START = Experiment(layers=(LayerSpec(4, "tanh", dropout=0.2),), samples=80, batch_size=16, seed=5)


def train(session: Session, steps: int) -> None:
    session.do(intents.Run())
    session.advance(steps)
    session.do(intents.Pause())


def test_open_and_train_is_train(session: Session, tmp_path: Path) -> None:
    session.do(intents.Configure(START))
    train(session, 20)
    session.do(intents.Adjust({"learning_rate": 0.05}))
    session.do(intents.SetWeight(1, 0, 2, 0.25))
    train(session, 13)
    session.do(intents.SaveModel(tmp_path / "run.safetensors"))
    losses = session.history.loss.copy()
    train(session, 30)
    expected = session.snapshot.parameters

    session.do(intents.Reset())
    told: list[Notice] = []
    session.notice.connect(told.append)
    session.do(intents.OpenModel(tmp_path / "run.safetensors"))
    assert told == [Notice("run_opened", {"iteration": 33})]
    assert session.snapshot.iteration == session.timeline.position == 33
    np.testing.assert_array_equal(session.history.loss, losses)
    train(session, 30)
    assert session.snapshot.iteration == 63
    assert session.snapshot.parameters.tobytes() == expected.tobytes()
    assert session.history.steps == 63
    session.do(intents.GoTo(0))
    assert session.snapshot.iteration == 33
    session.do(intents.Reset())
    assert session.snapshot.iteration == 33


def test_what_was_changed_by_hand_is_in_the_journal(session: Session, tmp_path: Path) -> None:
    session.do(intents.Configure(START))
    train(session, 5)
    session.do(intents.SetBias(1, 2, 0.5))
    train(session, 5)
    session.do(intents.Configure(replace(START, optimizer="sgd", l2=0.01)))
    session.do(intents.AddUnit(1))
    train(session, 5)
    session.do(intents.Freeze(1, 0))
    session.do(intents.SaveModel(tmp_path / "run.safetensors"))
    training = open_model(tmp_path / "run.safetensors").training
    assert training is not None
    kinds = [(change.iteration, change.kind) for change in training.journal.changes]
    assert kinds == [(5, "entry"), (10, "settings"), (10, "network"), (15, "settings")]
    assert training.journal.start == START


def test_a_future_that_was_left_is_not_in_the_journal(session: Session, tmp_path: Path) -> None:
    session.do(intents.Configure(START))
    train(session, 5)
    session.do(intents.SetBias(1, 2, 0.5))
    train(session, 5)
    session.do(intents.GoTo(3))
    session.do(intents.SaveModel(tmp_path / "past.safetensors"))
    past = open_model(tmp_path / "past.safetensors").training
    assert past is not None
    assert past.journal.changes == ()
    assert past.steps[-1, 0] == past.state.iteration == 3
    session.do(intents.GoTo(7))
    session.do(intents.SaveModel(tmp_path / "present.safetensors"))
    present = open_model(tmp_path / "present.safetensors").training
    assert present is not None
    assert len(present.journal.changes) == 1


def test_a_divergence_is_in_the_journal(session: Session, tmp_path: Path) -> None:
    wild = replace(START, output="identity", loss="mse", data="wave", optimizer="sgd", learning_rate=1e4)
    session.do(intents.Configure(replace(wild, layers=(LayerSpec(4, "relu"),))))
    session.failed.connect(lambda error: None)
    train(session, 400)
    session.do(intents.SaveModel(tmp_path / "run.safetensors"))
    training = open_model(tmp_path / "run.safetensors").training
    assert training is not None
    assert [change.kind for change in training.journal.changes] == ["diverged", "weights"]


def test_a_file_that_cannot_be_written_is_told(session: Session, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="save_folder"):
        session.do(intents.SaveModel(tmp_path / "none" / "run.safetensors"))
    told: list[Exception] = []
    session.failed.connect(told.append)
    path = tmp_path / f"{'x' * 240}.safetensors"  # the draft's name is longer than a file's name may be
    session.do(intents.SaveModel(path))
    assert "could not be written (File name too long)" in words(told[0])


def test_notes_of_a_file_stay(session: Session, tmp_path: Path) -> None:
    session.do(intents.OpenPage("digits"))
    session.do(intents.OpenShipped())
    session.do(intents.SaveModel(tmp_path / "run.safetensors"))
    notes = open_model(tmp_path / "run.safetensors").notes
    assert notes["test_accuracy"] == "0.9942"
    assert "shipped" not in notes


def test_a_run_is_exported_as_it_is(session: Session, tmp_path: Path) -> None:
    session.do(intents.Configure(START))
    train(session, 12)
    session.do(intents.SetWeight(1, 0, 2, 0.25))
    train(session, 12)
    told: list[Notice] = []
    session.notice.connect(told.append)
    session.do(intents.ExportRun(tmp_path / "run.py"))
    session.do(intents.ExportRun(tmp_path / "torch.py", "torch"))
    session.do(intents.ExportRun(tmp_path / "run.safetensors", "weights"))
    assert [notice.key for notice in told] == ["run_exported"] * 3
    script: dict[str, Any] = {"__name__": "script"}
    exec((tmp_path / "run.py").read_text(encoding="utf-8"), script)
    assert script["train"]().tobytes() == session.snapshot.parameters.tobytes()
    assert open_model(tmp_path / "run.safetensors", "tanh").experiment.layers[0].units == 4


def test_a_network_that_waits_for_its_data_is_exported(session: Session, tmp_path: Path) -> None:
    session.do(intents.OpenPage("digits"))
    session.do(intents.OpenShipped())
    session.do(intents.ExportRun(tmp_path / "run.safetensors", "weights"))
    session.do(intents.ExportRun(tmp_path / "run.py"))
    back = open_model(tmp_path / "run.safetensors", "relu")
    np.testing.assert_array_equal(back.parameters, session.snapshot.parameters)
    text = (tmp_path / "run.py").read_text(encoding="utf-8")
    assert "def distorted" in text
    assert as_text(session.snapshot.parameters) in text.replace("\n", "")


def test_a_run_that_waits_for_its_data_keeps_its_training(session: Session, tmp_path: Path) -> None:
    experiment = Experiment(**catalogue.defaults("mnist"), layers=(LayerSpec(4),))
    x, t = np.ones((8, 784), np.float32), np.eye(10, dtype=np.float32)[np.arange(8)]
    trainer = Trainer(experiment, Samples(x, t, x, t, classification=True))
    trainer.step()
    step = np.array([[1.0, 1.0, 2.3, 0.1, 0.01]])
    training = Training(trainer.state(), step, np.empty((0, 6)), Journal(experiment))
    unit = Scaling("unit", np.zeros(1), np.ones(1))
    save_model(tmp_path / "a.safetensors", Model(experiment, training.state.parameters, unit, training=training))
    session.do(intents.OpenPage("digits"))
    session.do(intents.OpenModel(tmp_path / "a.safetensors"))
    session.do(intents.LoadWeights(as_text(training.state.parameters * np.float32(0.5))))
    session.do(intents.SaveModel(tmp_path / "b.safetensors"))
    saved = open_model(tmp_path / "b.safetensors").training
    assert saved is not None
    np.testing.assert_array_equal(saved.steps, step)
    assert [(change.iteration, change.kind) for change in saved.journal.changes] == [(1, "weights")]


def test_what_cannot_be_exported_is_told(session: Session, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="save_suffix"):
        session.do(intents.ExportRun(tmp_path / "run.txt"))
    with pytest.raises(Refusal, match="unknown_choice"):
        session.do(intents.ExportRun(tmp_path / "run.py", "fortran"))
    session.do(intents.Configure(replace(START, layers=(LayerSpec(4, "maxout"),))))
    told: list[Exception] = []
    session.failed.connect(told.append)
    session.do(intents.ExportRun(tmp_path / "run.py", "torch"))
    assert "maxout" in words(told[0])


def test_a_run_that_is_left_at_once_is_saved_whole(qapp: QApplication, tmp_path: Path) -> None:
    session = Session(ThreadRunner(), InkJudge(), page="playground")
    told: list[Notice] = []
    session.notice.connect(told.append)
    try:
        session.do(intents.Configure(START))
        session.do(intents.Run())
        waited(session, lambda: session.history.steps > 50)
        session.do(intents.SaveModel(tmp_path / "run.safetensors"))
        session.do(intents.Reset())
        waited(session, lambda: bool(told))
    finally:
        session.close()
    training = open_model(tmp_path / "run.safetensors").training
    assert training is not None
    assert len(training.steps) == training.state.iteration > 50


def waited(session: Session, done: Callable[[], bool]) -> None:
    """Deliver mail until something has happened."""
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end
        session.deliver()
        time.sleep(0.005)
