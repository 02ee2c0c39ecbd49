"""Edits by hand: what they change, what they refuse, and that each can be taken back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine.account import flat_index
from nnviz.engine.experiment import LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.session import intents
from nnviz.session.edits import Edited
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from tests.conftest import InkJudge


@pytest.fixture
def edits(session: Session) -> list[Edited]:
    """All edits of the session, as they take effect."""
    done: list[Edited] = []
    session.edited.connect(done.append)
    return done


def train(session: Session, steps: int) -> None:
    session.do(intents.Run())
    session.advance(steps)
    session.do(intents.Pause())


def test_a_weight_and_a_bias_are_set_and_nothing_else(session: Session, edits: list[Edited]) -> None:
    before = session.snapshot.parameters.copy()
    session.do(intents.SetWeight(2, 3, 5, -1.25))
    session.do(intents.SetBias(3, 0, 0.5))
    changed = [flat_index(session.experiment, 2, 3, 5), flat_index(session.experiment, 3, None, 0)]
    assert list(np.flatnonzero(session.snapshot.parameters != before)) == changed
    assert list(session.snapshot.parameters[changed]) == [-1.25, 0.5]
    for edited in reversed(tuple(edits)):
        session.do(edited.inverse)
    np.testing.assert_array_equal(session.snapshot.parameters, before)


def test_training_goes_on_from_a_weight_set_by_hand(session: Session) -> None:
    train(session, 5)
    session.do(intents.SetWeight(1, 0, 0, 2.0))
    train(session, 1)
    assert session.snapshot.iteration == 6
    assert abs(session.snapshot.network.layers[0].W[0, 0] - 2.0) < 0.1


@pytest.mark.parametrize(
    ("edit", "key"),
    [
        (intents.SetWeight(1, 0, 0, float("nan")), "out_of_range"),
        (intents.SetWeight(1, 0, 0, float("1e400")), "out_of_range"),
        (intents.SetBias(1, 0, float("-inf")), "out_of_range"),
        (intents.SetWeight(1, 2, 0, 1.0), "no_such_unit"),
        (intents.SetWeight(1, 0, 8, 1.0), "no_such_unit"),
        (intents.SetWeight(4, 0, 0, 1.0), "no_such_layer"),
        (intents.RemoveUnit(3, 0), "no_such_layer"),
        (intents.RemoveUnit(1, 8), "no_such_unit"),
        (intents.AddUnit(0), "no_such_layer"),
        (intents.AddLayer(4), "no_such_layer"),
        (intents.RemoveLayer(3), "no_such_layer"),
        (intents.SwitchOff(3, 0), "cannot_switch_off"),
        (intents.Freeze(1, 8), "no_such_unit"),
    ],
)
def test_what_the_network_cannot_take_is_refused_whole(session: Session, edit: intents.Edit, key: str) -> None:
    experiment, parameters = session.experiment, session.snapshot.parameters.copy()
    with pytest.raises(Refusal) as refused:
        session.do(edit)
    assert refused.value.key == key
    assert session.experiment == experiment
    np.testing.assert_array_equal(session.snapshot.parameters, parameters)


@pytest.mark.parametrize(
    "edit", [intents.AddUnit(1), intents.RemoveUnit(1, 0), intents.AddUnit(2), intents.RemoveUnit(2, 1),
             intents.RemoveLayer(1)],
)  # fmt: skip
def test_an_edit_that_would_break_a_residual_connection_is_refused(session: Session, edit: intents.Edit) -> None:
    layers = (LayerSpec(4, batch_norm=True), LayerSpec(4, residual=True), LayerSpec(3))
    session.do(intents.Configure(replace(session.experiment, layers=layers)))
    parameters = session.snapshot.parameters
    with pytest.raises(Refusal) as refused:
        session.do(edit)
    assert refused.value.key == "residual_needs_equal"
    assert session.experiment.layers == layers
    assert session.snapshot.parameters is parameters


def test_a_new_layer_is_like_its_neighbour_and_fits(session: Session, edits: list[Edited]) -> None:
    spec = LayerSpec(4, "tanh", batch_norm=True)
    layers = (spec, replace(spec, residual=True))
    session.do(intents.Configure(replace(session.experiment, layers=layers)))
    train(session, 3)
    before = session.snapshot.parameters
    for layer in (1, 2, 3):
        session.do(intents.AddLayer(layer))
    assert [one.residual for one in session.experiment.layers] == [False] * 4 + [True]
    assert all(one.batch_norm for one in session.experiment.layers)
    assert (session.snapshot.network.layers[0].variance == 1).all()
    for edited in reversed(tuple(edits)):
        session.do(edited.inverse)
    np.testing.assert_array_equal(session.snapshot.parameters, before)


def test_a_normalised_unit_comes_back_with_its_averages(session: Session, edits: list[Edited]) -> None:
    session.do(intents.Configure(replace(session.experiment, layers=(LayerSpec(4, batch_norm=True), LayerSpec(3)))))
    train(session, 5)
    before = session.snapshot
    session.do(intents.RemoveUnit(1, 2))
    gone = session.snapshot.network.layers[0]
    for name in ("gamma", "beta", "mean", "variance"):
        np.testing.assert_array_equal(getattr(gone, name), np.delete(getattr(before.network.layers[0], name), 2))
    session.do(edits[-1].inverse)
    np.testing.assert_array_equal(session.snapshot.parameters, before.parameters)


def test_the_last_unit_and_the_last_layer_stay(session: Session) -> None:
    session.do(intents.RemoveLayer(1))
    with pytest.raises(Refusal, match="last_layer"):
        session.do(intents.RemoveLayer(1))
    for _ in range(7):
        session.do(intents.RemoveUnit(1, 0))
    with pytest.raises(Refusal, match="last_unit"):
        session.do(intents.RemoveUnit(1, 0))


def test_a_frozen_unit_and_a_frozen_layer_stand_still(session: Session) -> None:
    session.do(intents.Freeze(1, 2))
    session.do(intents.Freeze(3, -1))
    before = session.snapshot.network
    train(session, 30)
    after = session.snapshot.network
    np.testing.assert_array_equal(after.layers[0].W[:, 2], before.layers[0].W[:, 2])
    np.testing.assert_array_equal(after.layers[2].W, before.layers[2].W)
    assert after.layers[2].b == before.layers[2].b
    assert (after.layers[0].W[:, 1] != before.layers[0].W[:, 1]).all()
    session.do(intents.Freeze(1, 2, on=False))
    train(session, 5)
    assert (session.snapshot.network.layers[0].W[:, 2] != after.layers[0].W[:, 2]).all()


def test_a_unit_switched_off_puts_out_nothing_and_learns_nothing(session: Session) -> None:
    session.do(intents.ShowPoint(0.3, -0.4))
    session.do(intents.SwitchOff(1, 4))
    assert session.prediction is not None
    assert session.prediction.trace.a[0][0, 4] == 0
    before = session.snapshot.network.layers[0].W[:, 4].copy()
    train(session, 20)
    np.testing.assert_array_equal(session.snapshot.network.layers[0].W[:, 4], before)


SHAPING = st.lists(
    st.sampled_from(
        [
            intents.AddUnit(1), intents.AddUnit(2), intents.RemoveUnit(1, 0), intents.RemoveUnit(1, 3),
            intents.RemoveUnit(2, 1), intents.AddLayer(1), intents.AddLayer(2), intents.RemoveLayer(1),
            intents.SetWeight(1, 1, 0, 9.0), intents.SetBias(1, 0, -9.0), intents.Freeze(1, 0), intents.SwitchOff(1, 1),
        ]
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@settings(max_examples=25)
@given(SHAPING)
def test_edits_are_taken_back_and_made_again_exactly(edits: list[intents.Edit]) -> None:
    session = Session(InlineRunner(), InkJudge(), page="playground")
    session.deliver()
    train(session, 3)
    done: list[Edited] = []
    session.edited.connect(done.append)
    states = [(session.experiment, session.snapshot.parameters.copy())]
    for edit in edits:
        try:
            session.do(edit)
        except Refusal:
            continue
        if len(done) == len(states):
            # To freeze what is frozen is no edit.
            states.append((session.experiment, session.snapshot.parameters.copy()))
    undo = list(done)
    redo = []
    for experiment, parameters in reversed(states[:-1]):
        session.do(undo.pop().inverse)
        redo.append(done[-1].inverse)
        assert session.experiment == experiment
        np.testing.assert_array_equal(session.snapshot.parameters, parameters)
    for experiment, parameters in states[1:]:
        session.do(redo.pop())
        assert session.experiment == experiment
        np.testing.assert_array_equal(session.snapshot.parameters, parameters)
    train(session, 2)
    assert session.snapshot.iteration == 5
    session.close()


def test_what_was_cut_out_of_an_earlier_run_stays_out(session: Session, edits: list[Edited]) -> None:
    session.do(intents.RemoveUnit(1, 0))
    session.do(intents.Reset())
    failures: list[Exception] = []
    session.failed.connect(failures.append)
    session.do(edits[0].inverse)
    assert [getattr(error, "key", "") for error in failures] == ["nothing_to_put_back"]
    assert session.experiment.sizes[1] == 7
    assert session.state.can_train
