"""A session's work, on both runners: what a user does, and what the panes are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.data import catalogue
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.training import Trainer
from nnviz.models.files import open_model
from nnviz.session import intents
from nnviz.session.runners import InlineRunner, ThreadRunner
from nnviz.session.session import Session
from nnviz.session.states import RunState
from tests.conftest import InkJudge

WAIT_MS = 10_000
DIGIT = (((100.0, 40.0), (110.0, 240.0)), ((60.0, 60.0), (100.0, 40.0)))


@pytest.fixture(params=[InlineRunner, ThreadRunner])
def any_session(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Session]:
    """A session on the playground, on either runner, its data loaded."""
    session = Session(request.param(), InkJudge(), page="playground")
    session.clock.start()
    qtbot.waitUntil(lambda: session.state is RunState.READY, timeout=WAIT_MS)
    yield session
    session.close()


def make_steps(session: Session, qtbot: QtBot, reached: Callable[[], bool]) -> None:
    """Let iterations be made until `reached`."""

    def on() -> bool:
        session.advance(5)
        return reached()

    qtbot.waitUntil(on, timeout=WAIT_MS)


def test_run_and_pause(any_session: Session, qtbot: QtBot) -> None:
    any_session.do(intents.Run())
    make_steps(any_session, qtbot, lambda: any_session.history.steps > 30)
    assert any_session.state is RunState.RUNNING
    any_session.do(intents.Pause())
    qtbot.waitUntil(lambda: any_session.state is RunState.PAUSED, timeout=WAIT_MS)
    assert any_session.snapshot.iteration == any_session.history.steps
    np.testing.assert_array_equal(any_session.history.iteration, np.arange(1, any_session.history.steps + 1))


def test_one_step_and_one_epoch(any_session: Session, qtbot: QtBot) -> None:
    any_session.do(intents.StepOnce())
    make_steps(any_session, qtbot, lambda: any_session.state is RunState.PAUSED)
    assert any_session.snapshot.iteration == 1
    any_session.do(intents.StepEpoch())
    make_steps(any_session, qtbot, lambda: any_session.snapshot.epoch == 1.0)
    assert any_session.state is RunState.PAUSED


def test_window_and_trainer_agree_bit_for_bit(any_session: Session, qtbot: QtBot) -> None:
    experiment = replace(any_session.experiment, epochs=3)
    any_session.do(intents.Configure(experiment))
    any_session.do(intents.Run())
    make_steps(any_session, qtbot, lambda: any_session.state is RunState.PAUSED)
    data = catalogue.load(experiment)
    trainer = Trainer(experiment, data.samples(experiment, fit_scaling(experiment.scaling, data.train_x)))
    while not trainer.finished:
        trainer.step()
    np.testing.assert_array_equal(any_session.snapshot.parameters, trainer.network.parameters)


def test_reset_goes_back_to_the_same_start_and_new_seed_to_another(any_session: Session, qtbot: QtBot) -> None:
    start = any_session.snapshot.parameters.copy()
    any_session.do(intents.Run())
    make_steps(any_session, qtbot, lambda: any_session.history.steps > 5)
    any_session.do(intents.Reset())
    qtbot.waitUntil(lambda: any_session.state is RunState.READY, timeout=WAIT_MS)
    assert any_session.history.steps == 0
    np.testing.assert_array_equal(any_session.snapshot.parameters, start)
    any_session.do(intents.NewSeed())
    assert any_session.experiment.seed == 1
    assert not np.array_equal(any_session.snapshot.parameters, start)


def test_live_change_goes_on_and_another_network_starts_anew(any_session: Session, qtbot: QtBot) -> None:
    any_session.do(intents.Run())
    make_steps(any_session, qtbot, lambda: any_session.history.steps > 5)
    any_session.do(intents.Configure(replace(any_session.experiment, learning_rate=0.5)))
    make_steps(any_session, qtbot, lambda: any_session.history.learning_rate[-1] == 0.5)
    assert any_session.state is RunState.RUNNING
    any_session.do(intents.Configure(replace(any_session.experiment, layers=(LayerSpec(3),))))
    qtbot.waitUntil(lambda: any_session.state is RunState.READY, timeout=WAIT_MS)
    assert any_session.snapshot.network.layers[0].W.shape == (2, 3)
    assert any_session.history.steps == 0


def test_diverging_says_why_and_keeps_finite_weights(any_session: Session, qtbot: QtBot) -> None:
    failures: list[Exception] = []
    any_session.failed.connect(failures.append)
    wild = replace(any_session.experiment, output="identity", loss="mse", optimizer="sgd", learning_rate=1e4,
                   layers=(LayerSpec(8, "relu"),))  # fmt: skip
    any_session.do(intents.Configure(wild))
    any_session.do(intents.Run())
    make_steps(any_session, qtbot, lambda: any_session.state is RunState.DIVERGED)
    assert isinstance(failures[0], DivergedError)
    assert np.isfinite(any_session.snapshot.parameters).all()
    assert any_session.state.can_train


def test_speed_limits_the_pace(qtbot: QtBot) -> None:
    session = Session(ThreadRunner(), InkJudge(), page="playground")
    session.clock.start()
    qtbot.waitUntil(lambda: session.state is RunState.READY, timeout=WAIT_MS)
    session.do(intents.SetSpeed(5.0))
    session.do(intents.Run())
    qtbot.waitUntil(lambda: session.history.steps >= 2, timeout=WAIT_MS)
    qtbot.wait(300)
    assert session.history.steps < 30, "full speed would have made thousands"
    session.close()


def test_pages_keep_their_runs(session: Session) -> None:
    session.do(intents.Run())
    session.advance(20)
    session.do(intents.OpenPage("digits"))
    assert session.experiment.inputs == 784
    assert session.state is RunState.READY
    session.do(intents.OpenPage("playground"))
    assert session.history.steps == 20
    assert session.state is RunState.PAUSED
    session.do(intents.StepOnce())
    session.advance(1)
    assert session.snapshot.iteration == 21
    with pytest.raises(Refusal, match="unknown_choice"):
        session.do(intents.OpenPage("nowhere"))


def test_prediction_follows_sample_point_and_weights(session: Session) -> None:
    assert session.data is not None
    session.do(intents.ShowSample(3))
    first = session.prediction
    assert first is not None
    assert first.truth == session.data.test_y[3]
    np.testing.assert_array_equal(first.trace.x[0], session.data.test_x[3])
    session.do(intents.ShowPoint(0.25, -0.5))
    point = session.prediction
    assert point is not None
    np.testing.assert_array_equal(point.trace.x[0], np.array([0.25, -0.5], np.float32))
    np.testing.assert_array_equal(point.probabilities, session.snapshot.network.forward(point.trace.x).output[0])
    session.do(intents.StepOnce())
    session.advance(1)
    newer = session.prediction
    assert newer is not None
    assert not np.array_equal(newer.probabilities, point.probabilities)
    with pytest.raises(Refusal, match="no_such_sample"):
        session.do(intents.ShowSample(10_000))


def handwriting(session: Session) -> Experiment:
    return replace(session.experiment, **catalogue.defaults("handwriting"), layers=(LayerSpec(16),))


def test_drawing_is_prepared_and_answered_while_training(session: Session) -> None:
    session.do(intents.Configure(handwriting(session)))
    session.do(intents.DrawStrokes(DIGIT, 280.0))
    assert session.drawing.preparation is not None
    first = session.prediction
    assert first is not None
    assert first.digit_score == 1.0
    raw = session.drawing.preparation.as_input((8, 8))
    np.testing.assert_allclose(first.trace.x[0], session.scaling.apply(raw[None])[0])
    session.do(intents.Run())
    session.advance(50)
    assert session.prediction is not None
    assert not np.array_equal(session.prediction.probabilities, first.probabilities)
    session.do(intents.DrawStrokes((), 280.0))
    assert session.prediction is None


def test_no_mnist_means_a_sentence_and_the_built_in_digits(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object) -> None:
        raise Refusal("mnist_unavailable", reason="no network")

    monkeypatch.setattr("nnviz.data.catalogue.load_mnist", unreachable)
    failures: list[Exception] = []
    session.failed.connect(failures.append)
    session.do(intents.OpenPage("digits"))
    session.do(intents.Run())
    assert getattr(failures[0], "key", "") == "mnist_unavailable"
    assert session.experiment.data == "handwriting"
    assert session.state is RunState.READY
    session.do(intents.Run())
    session.advance(3)
    assert session.history.steps == 3


def test_saved_network_answers_the_same_when_opened(session: Session, tmp_path: Path) -> None:
    session.do(intents.Run())
    session.advance(40)
    session.do(intents.Pause())
    before = session.prediction
    parameters = session.snapshot.parameters.copy()
    path = tmp_path / "spiral.safetensors"
    session.do(intents.SaveModel(path))
    session.do(intents.NewSeed())
    session.do(intents.OpenModel(path))
    np.testing.assert_array_equal(session.snapshot.parameters, parameters)
    assert before is not None
    assert session.prediction is not None
    np.testing.assert_array_equal(session.prediction.probabilities, before.probabilities)
    session.do(intents.Run())
    session.advance(3)
    session.do(intents.Reset())
    np.testing.assert_array_equal(session.snapshot.parameters, parameters)


def test_a_refused_model_changes_nothing(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "broken.safetensors"
    path.write_bytes(b"no model")
    before = session.snapshot
    with pytest.raises(Refusal):
        session.do(intents.OpenModel(path))
    assert session.snapshot is before


def npz(tmp_path: Path, *sizes: int) -> Path:
    """A course file of a network of these sizes."""
    path = tmp_path / "course.npz"
    arrays = {f"W{k + 1}": np.full(pair, 0.1) for k, pair in enumerate(pairwise(sizes))}
    biases = {f"b{k + 1}": np.zeros(size) for k, size in enumerate(sizes[1:])}
    np.savez(path, **arrays, **biases)
    return path


@pytest.mark.parametrize("sizes", [(100, 8, 10), (784, 9)])
def test_a_network_no_data_fits_changes_nothing(session: Session, sizes: tuple[int, ...], tmp_path: Path) -> None:
    before, state = session.snapshot, session.state
    with pytest.raises(Refusal):
        session.do(intents.OpenModel(npz(tmp_path, *sizes), "relu"))
    assert session.snapshot is before
    assert session.state is state


def test_a_course_file_opens(session: Session, tmp_path: Path) -> None:
    session.do(intents.OpenPage("digits"))
    session.do(intents.OpenModel(npz(tmp_path, 784, 12, 10), "relu"))
    assert session.experiment.sizes == (784, 12, 10)


def test_a_failed_load_can_be_tried_again(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise Refusal("idx_truncated", file="t10k")

    failures: list[Exception] = []
    session.failed.connect(failures.append)
    with monkeypatch.context() as patch:
        patch.setattr("nnviz.data.catalogue.load", broken)
        session.do(intents.Configure(replace(session.experiment, data="xor")))
    assert session.state is RunState.FAILED
    session.do(intents.Configure(replace(session.experiment, learning_rate=0.5)))
    session.do(intents.Run())
    session.advance(3)
    assert session.history.steps == 3
    assert len(failures) == 1


def test_saving_writes_the_settings_as_they_are_now(session: Session, tmp_path: Path) -> None:
    session.do(intents.Configure(replace(session.experiment, learning_rate=0.0123)))
    session.do(intents.SaveModel(tmp_path / "m.safetensors"))
    assert open_model(tmp_path / "m.safetensors").experiment.learning_rate == 0.0123


def test_saving_before_anything_is_loaded_is_a_sentence(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnviz.session.beginnings.mnist_is_here", lambda: False)
    session.do(intents.OpenPage("digits"))
    with pytest.raises(Refusal, match="no_data_yet"):
        session.do(intents.SaveModel(tmp_path / "m.safetensors"))
