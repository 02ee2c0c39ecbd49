"""Batch normalisation and skip connections in a whole session: trained, answered, looked at, saved, gone back to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnviz.engine.account import unit_account
from nnviz.engine.experiment import LayerSpec
from nnviz.session import intents
from nnviz.session.session import Session

FIRST = LayerSpec(6, "tanh", batch_norm=True)
LAYERS = (FIRST, replace(FIRST, residual=True, dropout=0.1), replace(FIRST, activation="relu", residual=True))


@pytest.fixture
def deep(session: Session) -> Session:
    """A session that has trained a normalised, residual network."""
    session.do(intents.Configure(replace(session.experiment, layers=LAYERS)))
    session.do(intents.Run())
    session.advance(45)
    session.do(intents.Pause())
    session.do(intents.ShowPoint(0.4, -0.3))
    return session


def test_going_back_brings_the_running_averages_back(deep: Session) -> None:
    end = deep.snapshot.parameters.copy()
    deep.do(intents.GoTo(20))
    there = deep.snapshot.parameters.copy()
    assert not np.array_equal(deep.snapshot.network.layers[0].variance, np.ones(6))
    deep.do(intents.Run())
    deep.advance(25)
    np.testing.assert_array_equal(deep.snapshot.parameters, end)
    deep.do(intents.GoTo(20))
    np.testing.assert_array_equal(deep.snapshot.parameters, there)


def test_an_answer_takes_the_running_averages_and_so_does_what_is_studied(deep: Session) -> None:
    assert deep.prediction is not None
    norms = [norm for norm in deep.prediction.trace.norms if norm]
    assert [norm.from_batch for norm in norms] == [False] * 3
    np.testing.assert_array_equal(norms[0].variance, deep.snapshot.network.layers[0].variance)
    assert deep.study is not None
    np.testing.assert_allclose(deep.study.forward.output, deep.prediction.trace.output, rtol=1e-5)


def test_the_iteration_of_a_mini_batch_takes_its_own_statistics(deep: Session) -> None:
    deep.do(intents.OpenPasses("batch"))
    step = deep.passes.step
    assert step is not None
    assert [norm and norm.from_batch for norm in step.forward.norms] == [True, True, True, None]
    norm = unit_account(step, 1, 2, 3).norm
    assert norm is not None
    assert norm.mean == pytest.approx(float(step.forward.z[0][:, 2].mean()), rel=1e-5)
    assert norm.new_running[0] == pytest.approx(0.9 * norm.running[0] + 0.1 * norm.mean, rel=1e-5)


def test_its_gradient_is_checked_by_batch_statistics(deep: Session) -> None:
    deep.do(intents.CheckGradient())
    assert deep.gradient_check is not None
    assert deep.gradient_check.verdict == "ok"
    assert deep.gradient_check.total == deep.snapshot.parameters.size - 3 * 2 * 6


def test_a_saved_network_answers_the_same(deep: Session, tmp_path: Path) -> None:
    path = tmp_path / "deep.safetensors"
    assert deep.prediction is not None
    before, parameters = deep.prediction.probabilities.copy(), deep.snapshot.parameters.copy()
    deep.do(intents.SaveModel(path))
    deep.do(intents.NewSeed())
    deep.do(intents.OpenModel(path))
    deep.do(intents.ShowPoint(0.4, -0.3))
    assert deep.experiment.layers == LAYERS
    np.testing.assert_array_equal(deep.snapshot.parameters, parameters)
    np.testing.assert_array_equal(deep.prediction.probabilities, before)


def test_either_of_them_means_a_new_start(deep: Session) -> None:
    plain = (replace(FIRST, batch_norm=False), *LAYERS[1:])
    deep.do(intents.Configure(replace(deep.experiment, layers=plain)))
    assert deep.snapshot.iteration == 0
    dropped = (plain[0], replace(plain[1], dropout=0.5), plain[2])
    deep.do(intents.Run())
    deep.advance(3)
    deep.do(intents.Configure(replace(deep.experiment, layers=dropped)))
    assert deep.snapshot.iteration == 3, "dropout alone is live"
