"""Undo and redo of what is changed by hand, on both runners."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from nnviz.data.sheet import Sheet
from nnviz.data.table import glimpse, guess
from nnviz.session import intents
from nnviz.session.data_intents import PaintPoints, PasteTable
from nnviz.session.runners import InlineRunner, ThreadRunner
from nnviz.session.session import Session
from nnviz.session.states import RunState
from nnviz.views.undo import Undo
from tests.conftest import InkJudge

WAIT_MS = 10_000


@pytest.fixture(params=[InlineRunner, ThreadRunner])
def live(request: pytest.FixtureRequest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    session = Session(request.param(), InkJudge(), page="playground")
    session.clock.start()
    qtbot.waitUntil(lambda: session.state is RunState.READY, timeout=WAIT_MS)
    yield session
    session.close()


@pytest.fixture
def undo(live: Session) -> Undo:
    return Undo(live, live)


def do(undo: Undo, session: Session, qtbot: QtBot, intent: intents.Edit) -> None:
    """Carry an edit out and wait until it can be undone."""
    with qtbot.waitSignal(session.edited, timeout=WAIT_MS):
        session.do(intent)
    session.deliver()


def settle(session: Session, qtbot: QtBot, ask: object) -> None:
    with qtbot.waitSignal(session.edited, timeout=WAIT_MS):
        ask()  # type: ignore[operator]


def weights(session: Session) -> np.ndarray:
    for _ in range(6):
        session.deliver()
    return session.snapshot.parameters.copy()


EDITS = (
    intents.SetWeight(1, 0, 3, 2.0), intents.SetBias(2, 1, -1.0), intents.RemoveUnit(1, 2), intents.AddUnit(2),
    intents.AddLayer(2), intents.Freeze(1, 0), intents.SwitchOff(1, 1), intents.RemoveLayer(1),
)  # fmt: skip


def test_all_edits_are_undone_and_redone(undo: Undo, live: Session, qtbot: QtBot) -> None:
    states = [(live.experiment, weights(live))]
    for edit in EDITS:
        do(undo, live, qtbot, edit)
        states.append((live.experiment, weights(live)))
    for direction, wanted in ((undo.undo, states[-2::-1]), (undo.redo, states[1:])):
        for experiment, parameters in wanted:
            settle(live, qtbot, direction)
            found = weights(live)
            assert live.experiment == experiment
            np.testing.assert_array_equal(found, parameters)
    assert len(undo.changes.done) == len(EDITS)


def test_one_drag_is_one_edit(undo: Undo, live: Session, qtbot: QtBot) -> None:
    before = weights(live)
    for value in (0.1, 0.2, 0.3):
        do(undo, live, qtbot, intents.SetWeight(1, 0, 0, value, gesture=7))
    do(undo, live, qtbot, intents.SetWeight(1, 0, 0, 0.4, gesture=8))
    assert len(undo.changes.done) == 2
    settle(live, qtbot, undo.undo)
    assert weights(live)[0] == np.float32(0.3)
    settle(live, qtbot, undo.undo)
    np.testing.assert_array_equal(weights(live), before)
    settle(live, qtbot, undo.redo)
    assert weights(live)[0] == np.float32(0.3)


def test_training_goes_on_from_an_undone_edit(undo: Undo, live: Session, qtbot: QtBot) -> None:
    do(undo, live, qtbot, intents.RemoveUnit(1, 2))
    live.do(intents.StepOnce())
    live.advance(1)
    qtbot.waitUntil(lambda: live.snapshot.iteration == 1 and live.state is RunState.PAUSED, timeout=WAIT_MS)
    settle(live, qtbot, undo.undo)
    assert live.experiment.sizes == (2, 8, 8, 1)
    live.do(intents.StepOnce())
    live.advance(1)
    qtbot.waitUntil(lambda: live.snapshot.iteration == 2, timeout=WAIT_MS)


def test_a_new_start_and_another_point_in_time_forget_the_edits(undo: Undo, live: Session, qtbot: QtBot) -> None:
    for leave in (intents.Reset(), intents.GoTo(0)):
        qtbot.waitUntil(lambda: live.state.can_train and live.data is not None, timeout=WAIT_MS)
        do(undo, live, qtbot, intents.SetWeight(1, 0, 0, 1.0))
        assert undo.changes.done
        live.do(leave)
        assert not undo.changes.done


def test_each_page_has_its_own_edits(undo: Undo, live: Session, qtbot: QtBot) -> None:
    do(undo, live, qtbot, intents.SetWeight(1, 0, 0, 1.0))
    live.do(intents.OpenPage("digits"))
    assert not undo.changes.done
    live.do(intents.OpenPage("playground"))
    assert undo.changes.done


def test_a_session_that_begins_anew_has_no_edits_on_any_page(undo: Undo, live: Session, qtbot: QtBot) -> None:
    live.do(intents.OpenPage("digits"))
    beginning = live.beginning()
    live.do(intents.OpenPage("playground"))
    do(undo, live, qtbot, PaintPoints(1, ((0.5, 0.5),)))
    live.begin_anew(beginning)
    live.do(intents.OpenPage("playground"))
    assert not undo.changes.done
    undo.undo()
    assert not undo.is_waiting


def test_the_actions_say_what_they_would_do(undo: Undo, live: Session, qtbot: QtBot) -> None:
    actions = QAction(), QAction()
    undo.attach(*actions)
    assert [action.isEnabled() for action in actions] == [False, False]
    do(undo, live, qtbot, intents.AddUnit(1))
    assert [action.isEnabled() for action in actions] == [True, False]
    assert actions[0].statusTip() == "add a unit"
    settle(live, qtbot, undo.undo)
    assert [action.isEnabled() for action in actions] == [False, True]


def test_a_table_is_undone_and_redone_among_strokes_of_the_brush(undo: Undo, live: Session, qtbot: QtBot) -> None:
    action, redo = QAction(live), QAction(live)
    undo.attach(action, redo)
    text = "a,b,c\n" + "".join(f"{k},{k % 5},{'xy'[k % 2]}\n" for k in range(20))
    sheet = Sheet(None, text)
    qtbot.waitUntil(lambda: live.data is not None, timeout=WAIT_MS)
    states = [live.experiment]
    for edit in (PaintPoints(1, ((0.5, 0.5),)), PasteTable(text, guess(glimpse(sheet))), PaintPoints(0, ((2.0, 2.0),))):
        qtbot.waitUntil(lambda: live.state is RunState.READY and live.data is not None, timeout=WAIT_MS)
        do(undo, live, qtbot, edit)
        states.append(live.experiment)
    assert len({experiment.data for experiment in states}) == 4
    for wanted in states[-2::-1]:
        settle(live, qtbot, undo.undo)
        assert live.experiment == wanted
        if wanted is states[2]:
            assert action.statusTip() == "paste a table"
    assert not action.isEnabled()
    for wanted in states[1:]:
        settle(live, qtbot, undo.redo)
        assert live.experiment == wanted
    assert not redo.isEnabled()
