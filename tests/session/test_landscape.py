"""The landscape of a run in the session, and weights that are taken from it."""

from __future__ import annotations

import numpy as np

from nnviz.engine.landscape import Landscape
from nnviz.session import intents
from nnviz.session.edits import Edited
from nnviz.session.session import Session


def walk(session: Session, steps: int = 60) -> Landscape:
    """Watch the landscape, train, and look."""
    session.watch("landscape", session, True)
    session.do(intents.Run())
    session.advance(steps)
    session.do(intents.Pause())
    assert session.landscape is not None
    return session.landscape


def test_nothing_is_seen_and_nothing_loaded_before_the_run_has_moved(session: Session) -> None:
    failures: list[Exception] = []
    session.failed.connect(failures.append)
    session.watch("landscape", session, True)
    before = session.snapshot.parameters
    session.do(intents.LoadPoint(0, 0))
    assert session.landscape is None
    assert [getattr(error, "key", "") for error in failures] == ["no_landscape"]
    np.testing.assert_array_equal(session.snapshot.parameters, before)


def test_the_path_is_that_of_the_kept_states(session: Session) -> None:
    land = walk(session)
    assert tuple(land.iterations) == session.timeline.iterations
    np.testing.assert_allclose(land.plane.place(session.snapshot.parameters), land.position, atol=1e-5)
    np.testing.assert_allclose(land.path[-1], land.position, atol=1e-5)
    assert 0 < land.explained.sum() <= 1 + 1e-9


def test_weights_of_a_point_are_loaded_and_taken_back(session: Session) -> None:
    edits: list[Edited] = []
    session.edited.connect(edits.append)
    land = walk(session)
    before = session.snapshot.parameters
    x, y = float(land.xs[3]), float(land.ys[5])
    session.do(intents.LoadPoint(x, y))
    np.testing.assert_allclose(session.snapshot.parameters, land.plane.at(x, y), rtol=1e-6, atol=1e-6)
    there = session.snapshot.parameters
    back = edits[-1].inverse
    assert back is not None
    session.do(back)
    np.testing.assert_array_equal(session.snapshot.parameters, before)
    again = edits[-1].inverse
    assert again is not None
    session.do(again)
    np.testing.assert_array_equal(session.snapshot.parameters, there)


def test_training_goes_on_from_loaded_weights(session: Session) -> None:
    land = walk(session)
    session.do(intents.LoadPoint(float(land.xs[0]), float(land.ys[0])))
    session.do(intents.Run())
    session.advance(1)
    session.do(intents.Pause())
    assert session.snapshot.iteration == 61
    np.testing.assert_allclose(session.snapshot.parameters, land.plane.at(land.xs[0], land.ys[0]), atol=0.1)


def test_weights_of_another_shape_are_not_loaded(session: Session) -> None:
    failures: list[Exception] = []
    session.failed.connect(failures.append)
    walk(session)
    session.watch("landscape", session, False)
    session.do(intents.AddUnit(1))
    before = session.snapshot.parameters
    session.do(intents.LoadPoint(0, 0))
    assert [getattr(error, "key", "") for error in failures] == ["no_landscape"]
    np.testing.assert_array_equal(session.snapshot.parameters, before)
