"""Compared runs: the same start, one clock, one setting that differs; what is offered, and what comes back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.data import catalogue
from nnviz.engine.experiment import LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.training import Trainer
from nnviz.session.comparison import MOST, SETTINGS
from nnviz.session.intents import Compare, Configure, OpenPage, Pause, Reset, Run, StepEpoch, StepOnce
from nnviz.session.session import Session
from nnviz.session.states import RunState


@pytest.fixture
def compare(session):
    session.do(OpenPage("compare"))
    return session.comparison


def iterations(comparison):
    return [lane.snapshot.iteration for lane in comparison.lanes]


def diverging(session, *rates):
    """Runs of a deep linear regression, of which large rates diverge within a few iterations."""
    fields = catalogue.defaults("wave") | {"optimizer": "sgd"}
    layers = tuple(LayerSpec(8, "relu") for _ in range(3))
    session.do(Compare("learning_rate", rates))
    session.do(Configure(replace(session.experiment, layers=layers, **fields)))


def test_there_are_no_lanes_before_the_page_is_opened(session):
    assert session.comparison.lanes == ()


def test_all_start_with_the_same_weights_and_see_the_same_samples(session, compare):
    start = compare.lanes[0].snapshot.parameters
    assert all(np.array_equal(lane.snapshot.parameters, start) for lane in compare.lanes)
    session.do(Run())
    session.advance(1)
    assert len({float(lane.history.loss[0]) for lane in compare.lanes}) == 1


def test_each_lane_is_the_run_it_would_be_alone(session, compare):
    session.do(Run())
    session.advance(30)
    for lane in compare.lanes:
        alone = Trainer(lane.experiment, session._runner._worker._runs[session._desk.run].prepared.samples)
        for _ in range(30):
            alone.step()
        assert np.array_equal(lane.snapshot.parameters, alone.network.parameters)


def test_run_pause_step_epoch_and_reset_act_on_all(session, compare):
    session.do(Run())
    session.advance(7)
    session.do(Pause())
    assert iterations(compare) == [7, 7, 7]
    session.do(StepOnce())
    session.advance(1)
    assert iterations(compare) == [8, 8, 8]
    session.do(StepEpoch())
    session.advance(100)
    assert iterations(compare) == [9, 9, 9]
    session.do(Reset())
    assert iterations(compare) == [0, 0, 0]


def test_one_may_diverge_while_the_others_go_on(session, compare, qtbot):
    failures = []
    session.failed.connect(failures.append)
    diverging(session, 0.01, 9000.0)
    session.do(Run())
    session.advance(60)
    good, bad = compare.lanes
    assert (good.state, bad.state) == (RunState.RUNNING, RunState.DIVERGED)
    assert good.snapshot.iteration == 60
    assert bad.snapshot.iteration == bad.history.iteration[-1] < 60
    assert np.isfinite(bad.snapshot.parameters).all()
    assert session.state.is_running
    assert failures == []


@pytest.mark.parametrize("values", [(), (0.1,), (0.1, 0.1), (1.0, 2.0, 3.0, 4.0, 5.0), (0.1, -1.0)])
def test_bad_values_change_nothing(session, compare, values):
    before = compare.setting, compare.values, session.experiment
    with pytest.raises(Refusal):
        session.do(Compare("learning_rate", values))
    assert (compare.setting, compare.values, session.experiment) == before


def test_a_setting_that_is_no_longer_compared_is_what_it_was(session, compare):
    session.do(Compare("learning_rate", (5.0, 0.5)))
    assert session.experiment.learning_rate == 5.0
    assert session.experiment.optimizer == "adam"
    session.do(Compare("activation", ("sigmoid", "relu")))
    assert session.experiment.learning_rate == 0.02
    session.do(Compare("seed", (3, 4)))
    assert [layer.activation for layer in session.experiment.layers] == ["tanh", "tanh"]


def test_what_is_offered_makes_a_difference(session, compare):
    offers = compare.offers(session.experiment)
    assert list(offers) == list(SETTINGS)
    assert offers["loss"].choices == ("binary_cross_entropy", "mse")
    session.do(Configure(replace(session.experiment, **catalogue.defaults("three_classes"))))
    assert compare.offers(session.experiment)["loss"].first == ("cross_entropy", "mse")
    session.do(Configure(replace(session.experiment, **catalogue.defaults("wave"), layers=())))
    assert not {"loss", "dropout", "activation"} & set(compare.offers(session.experiment))
    session.do(Compare("l2", (0.0, 0.1)))
    session.do(Configure(replace(session.experiment, optimizer="adagrad")))
    assert "momentum" not in compare.offers(session.experiment)


def test_every_offer_can_be_taken_and_extended(session, compare):
    for name, setting in compare.offers(session.experiment).items():
        values = setting.first
        while (value := setting.next(values)) is not None:
            values = (*values, value)
        assert len(set(values)) == len(values) == (2 if name == "loss" else MOST), name
        session.do(Compare(name, values))
        assert [lane.value for lane in compare.lanes] == list(values)


def test_values_that_no_longer_suit_give_way(session, compare):
    session.do(Compare("loss", ("mse", "binary_cross_entropy")))
    session.do(Configure(replace(session.experiment, **catalogue.defaults("three_classes"))))
    assert compare.setting.name == "learning_rate"
    assert session.experiment.loss == "cross_entropy"


def test_another_value_of_the_compared_setting_becomes_that_of_the_first_run(session: Session) -> None:
    session.do(OpenPage("compare"))
    session.do(Compare("learning_rate", (0.001, 0.1)))
    session.do(Configure(replace(session.experiment, learning_rate=0.5)))
    assert [lane.value for lane in session.comparison.lanes] == [0.5, 0.1]
    assert [lane.experiment.learning_rate for lane in session.comparison.lanes] == [0.5, 0.1]
    session.do(Configure(replace(session.experiment, learning_rate=0.1)))
    assert [lane.value for lane in session.comparison.lanes] == [0.1, 0.5]
