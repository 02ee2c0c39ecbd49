"""Edits by hand in the real window: by key, mouse and field, taken back and made again, however they are disturbed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.engine.experiment import LayerSpec
from nnviz.session import intents
from nnviz.session.runners import InlineRunner, ThreadRunner
from nnviz.settings import Settings
from nnviz.views.network.refs import EdgeRef

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WAIT_MS = 10_000
State = tuple[object, bytes]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def threaded(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    yield from opened(ThreadRunner, qtbot, monkeypatch)


@pytest.fixture
def inline(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    yield from opened(InlineRunner, qtbot, monkeypatch)


def opened(runner: type, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The window with the playground's data, and its end."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(runner(), Settings(), "playground")
    parts.window.show()
    parts.window.open_at(1280, 800)
    qtbot.waitExposed(parts.window)
    parts.session.clock.start()
    qtbot.waitUntil(lambda: parts.session.prediction is not None, timeout=WAIT_MS)
    yield parts
    parts.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def layers(app: App, qtbot: QtBot, *units: int) -> None:
    """Another network, on stage."""
    specs = tuple(LayerSpec(count, "tanh") for count in units)
    app.session.do(intents.Configure(replace(app.session.experiment, layers=specs)))
    qtbot.waitUntil(lambda: app.session.prediction is not None, timeout=WAIT_MS)


def settled(app: App, qtbot: QtBot) -> None:
    """Until everything asked for has been answered: the worker answers in order."""
    answers: list[bool] = []
    app.session.settle(lambda: answers.append(True))

    def is_answered() -> bool:
        app.session.deliver()
        return bool(answers)

    qtbot.waitUntil(is_answered, timeout=WAIT_MS)
    app.session.clock.tick()


def state(app: App, qtbot: QtBot) -> State:
    settled(app, qtbot)
    qtbot.waitUntil(lambda: app.session.snapshot.experiment == app.session.experiment, timeout=WAIT_MS)
    return app.session.experiment, app.session.snapshot.parameters.tobytes()


def dialog(app: App) -> str:
    boxes = [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
    return boxes[0].text() if boxes else ""


EDITS = (
    intents.SetWeight(1, 1, 2, 0.75), intents.SetBias(2, 0, -0.5), intents.Freeze(1, 1), intents.Freeze(2, -1),
    intents.SwitchOff(1, 0), intents.AddUnit(1), intents.RemoveUnit(2, 1), intents.AddLayer(2), intents.AddLayer(1),
    intents.RemoveLayer(1),
)  # fmt: skip


def test_each_edit_is_undone_and_redone_by_key(inline: App, qtbot: QtBot) -> None:
    app, before = inline, state(inline, qtbot)
    for edit in EDITS:
        app.session.do(edit)
        turned_and_back(app, qtbot, before)
    layers(app, qtbot)
    without_any = state(app, qtbot)
    app.session.do(intents.AddLayer(1))
    turned_and_back(app, qtbot, without_any, (2, LayerSpec().units, 1))
    assert not dialog(app)


def turned_and_back(app: App, qtbot: QtBot, before: State, sizes: tuple[int, ...] = ()) -> None:
    """What was done in one step is taken back, made again and taken back."""
    after = state(app, qtbot)
    assert after != before
    assert not sizes or app.session.experiment.sizes == sizes
    for modifier, wanted in ((CTRL, before), (CTRL | SHIFT, after), (CTRL, before)):
        qtbot.keyClick(app.window, "z", modifier)
        assert state(app, qtbot) == wanted, app.window._undo.changes


def test_who_is_faster_than_the_worker_loses_nothing(threaded: App, qtbot: QtBot) -> None:
    a_storm_of_undo_and_redo_ends_where_it_should(threaded, qtbot)
    settings_changed_while_an_edit_is_on_its_way_are_kept(threaded, qtbot)


def a_storm_of_undo_and_redo_ends_where_it_should(app: App, qtbot: QtBot) -> None:
    before = state(app, qtbot)
    for edit in EDITS:
        app.session.do(edit)
    after = state(app, qtbot)
    for wanted, modifier in ((before, CTRL), (after, CTRL | SHIFT), (before, CTRL)):
        # Presses while an edit is on its way do nothing, so there must be more of them than edits.
        for _ in range(2 * len(EDITS)):
            qtbot.keyClick(app.window, "z", modifier)
        qtbot.waitUntil(lambda: not app.window._undo.is_waiting, timeout=WAIT_MS)
        while app.window._undo.changes.done if modifier == CTRL else app.window._undo.changes.undone:
            qtbot.keyClick(app.window, "z", modifier)
            settled(app, qtbot)
        assert state(app, qtbot) == wanted


def settings_changed_while_an_edit_is_on_its_way_are_kept(app: App, qtbot: QtBot) -> None:
    old = app.session.experiment
    app.session.do(intents.AddUnit(1))
    app.session.do(intents.Configure(replace(app.session.experiment, learning_rate=0.5)))
    app.session.do(intents.RemoveUnit(2, 0))
    settled(app, qtbot)
    assert app.session.experiment.sizes == (2, 9, 7, 1)
    assert app.session.experiment.learning_rate == 0.5
    assert app.session.snapshot.experiment == app.session.experiment
    assert old.sizes == (2, 8, 8, 1)
    assert not dialog(app)


def test_edits_and_drags_while_it_trains_at_full_speed(threaded: App, qtbot: QtBot) -> None:
    app = threaded
    app.window.actions_by_name["train"].trigger()
    for edit in (intents.SetWeight(1, 0, 0, 2.0), intents.RemoveUnit(1, 3), intents.AddLayer(1)):
        app.session.do(edit)
        settled_after_some_training(app, qtbot)
    assert app.session.experiment.sizes != (2, 8, 8, 1)
    for _ in range(3):
        settled(app, qtbot)
        qtbot.keyClick(app.window, "z", CTRL)
    settled(app, qtbot)
    assert app.session.experiment.sizes == (2, 8, 8, 1)
    assert app.session.state.is_running
    a_drag_while_it_trains_and_goes_back_in_time(app, qtbot)


def settled_after_some_training(app: App, qtbot: QtBot) -> None:
    before = app.session.rounds
    qtbot.waitUntil(lambda: app.session.rounds > before + 1, timeout=WAIT_MS)
    settled(app, qtbot)


def a_drag_while_it_trains_and_goes_back_in_time(app: App, qtbot: QtBot) -> None:
    drag_knob(app, qtbot, EdgeRef(0, 1, 2), 7)
    settled(app, qtbot)
    app.session.do(intents.GoTo(0))
    settled(app, qtbot)
    assert app.session.snapshot.iteration == 0
    assert not app.session.state.is_running
    assert not app.window._undo.changes.done
    one_drag_is_one_step_back(app, qtbot)
    assert not dialog(app)


def test_units_removed_under_the_animation(threaded: App, qtbot: QtBot) -> None:
    app, last = threaded, (2, 6, 8, 1)
    app.session.do(intents.OpenPasses("shown"))
    app.session.do(intents.PlayPasses())
    for sizes, unit in (((2, 7, 8, 1), 7), (last, 0)):
        app.session.do(intents.RemoveUnit(1, unit))
        qtbot.waitUntil(lambda sizes=sizes: app.session.snapshot.experiment.sizes == sizes, timeout=WAIT_MS)
        app.session.clock.tick()
        app.window.network.grab()
    # The network is shown at once, its passes one frame later.
    qtbot.waitUntil(lambda: sizes_on_stage(app) == last, timeout=WAIT_MS)


def sizes_on_stage(app: App) -> tuple[int, ...]:
    """Of the network whose passes are drawn."""
    app.session.clock.tick()
    shown = app.window.network.picture.passes
    assert shown is not None
    return shown.moment.step.experiment.sizes


# Drag and type


def drag_knob(app: App, qtbot: QtBot, ref: EdgeRef, way: int) -> None:
    network = app.window.network
    network.select(ref)
    at = network.hands.knob().box.center().toPoint()
    qtbot.mouseMove(network, at)
    qtbot.mousePress(network, Qt.MouseButton.LeftButton, pos=at)
    for step in range(1, 6):
        qtbot.mouseMove(network, (QPointF(at) - QPointF(0, way * step)).toPoint())
        app.session.clock.tick()
    qtbot.mouseRelease(network, Qt.MouseButton.LeftButton, pos=(QPointF(at) - QPointF(0, 5 * way)).toPoint())


def one_drag_is_one_step_back(app: App, qtbot: QtBot) -> None:
    before = state(app, qtbot)
    drag_knob(app, qtbot, EdgeRef(0, 0, 4), 9)
    after = state(app, qtbot)
    assert after != before
    qtbot.keyClick(app.window, "z", CTRL)
    assert state(app, qtbot) == before


BAD = ("seven", "", "NaN", "1e400", "-inf", "0x10", "1,5,5", "2e6")


def test_a_weight_is_dragged_and_what_is_none_is_refused_wherever_it_is_typed(inline: App, qtbot: QtBot) -> None:
    before = state(inline, qtbot)
    one_drag_is_one_step_back(inline, qtbot)
    refused_at_its_knob(inline, qtbot)
    refused_in_the_inspector(inline, qtbot)
    assert not dialog(inline)
    assert state(inline, qtbot) == before


def refused_at_its_knob(inline: App, qtbot: QtBot) -> None:
    network = inline.window.network
    network.setFocus()
    network.select(EdgeRef(0, 1, 2))
    line, reason = network.findChild(QLineEdit, "value_line"), network.findChild(QWidget, "value_reason")
    for text in BAD:
        qtbot.keyClick(network, Qt.Key.Key_F2)
        line.setText(text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert line.isVisible(), text
        assert reason.isVisible(), text
        assert line.accessibleDescription(), text
        qtbot.keyClick(line, Qt.Key.Key_Escape)
        assert not line.isVisible()


def refused_in_the_inspector(inline: App, qtbot: QtBot) -> None:
    inspector = inline.window.inspector
    inline.window.network.select(EdgeRef(0, 1, 2))
    field, message = inspector.findChild(QLineEdit, "inspector_w"), inspector.findChild(QWidget, "inspector_message")
    weight = field.get_value()
    for text in BAD:
        field.setFocus()
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert message.isVisible(), text
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert field.get_value() == weight, text


# Shape


def test_the_last_layer_is_never_offered_to_be_removed(inline: App, qtbot: QtBot) -> None:
    app = inline
    layers(app, qtbot, 3)
    settled(app, qtbot)
    network = app.window.network
    for layer in range(3):
        x, y = network.view.point(*network.scene.layout.columns[layer].points[0].tolist())
        assert "network_remove_layer" not in menu(app, QPointF(x, y)), layer
    captions = [QPointF(x, 20.0) for x in range(0, network.width(), 8)]
    kinds = set()
    for at in captions:
        qtbot.mouseMove(network, at.toPoint())
        kinds |= {button.kind for button in network.overlay.buttons}
    assert kinds
    assert "remove_layer" not in kinds
    layers(app, qtbot, 3, 2)
    settled(app, qtbot)
    x, y = network.view.point(*network.scene.layout.columns[1].points[0].tolist())
    assert "network_remove_layer" in menu(app, QPointF(x, y))


def menu(app: App, at: QPointF) -> set[str]:
    """What the menu at a point of the network offers."""
    network, reason = app.window.network, QContextMenuEvent.Reason.Mouse
    network.scene  # noqa: B018  # brings it up to date
    point = at.toPoint()
    QApplication.sendEvent(network, QContextMenuEvent(reason, point, network.mapToGlobal(point)))
    found = network.findChild(QMenu, "network_menu")
    assert found is not None
    names = {action.objectName() for action in found.actions() if action.isEnabled()}
    found.close()
    found.setObjectName("")
    return names


# Back in time


def test_steps_and_runaway_weights_are_taken_back_by_key(threaded: App, qtbot: QtBot) -> None:
    steps_back_by_key(threaded, qtbot)
    a_weight_that_ran_away_comes_back_with_undo(threaded, qtbot)


def steps_back_by_key(app: App, qtbot: QtBot) -> None:
    seen = [state(app, qtbot)]
    for count in (1, 2, 3):
        qtbot.keyClick(app.window, ".", CTRL)
        app.session.advance(1)
        qtbot.waitUntil(lambda count=count: app.session.snapshot.iteration == count, timeout=WAIT_MS)
        seen.append(state(app, qtbot))
    for wanted in seen[-2::-1]:
        qtbot.keyClick(app.window, "b", CTRL)
        assert state(app, qtbot) == wanted
    qtbot.keyClick(app.window, "b", CTRL)
    assert state(app, qtbot) == seen[0]
    assert app.session.timeline.newest == 3


def a_weight_that_ran_away_comes_back_with_undo(app: App, qtbot: QtBot) -> None:
    """Training made it larger than what may be set by hand."""
    app.session.do(intents.SetWeight(1, 0, 0, 1e6))
    app.session.do(intents.Configure(replace(app.session.experiment, optimizer="sgd", learning_rate=10.0, l2=1.0)))
    qtbot.keyClick(app.window, ".", CTRL)
    app.session.advance(1)
    qtbot.waitUntil(lambda: app.session.snapshot.iteration == 1, timeout=WAIT_MS)
    before = state(app, qtbot)
    assert abs(app.session.snapshot.parameters[0]) > 2e6
    app.session.do(intents.SetWeight(1, 0, 0, 0.5))
    after = state(app, qtbot)
    for wanted in (before, after, before):
        qtbot.keyClick(app.window, "z", CTRL | (SHIFT if wanted == after else Qt.KeyboardModifier.NoModifier))
        assert state(app, qtbot) == wanted
    assert not dialog(app)


# What comes back from the worker


def test_an_edit_the_run_refuses_does_not_block_the_next(threaded: App, qtbot: QtBot) -> None:
    app = threaded
    for value in (1.0, 2.0):
        app.session.do(intents.SetWeight(1, 0, 0, value))
        settled(app, qtbot)
    undo = app.window._undo
    undo.changes.done[-1].inverse = intents.PutBack(12345)
    qtbot.keyClick(app.window, "z", CTRL)
    settled(app, qtbot)
    assert dialog(app)
    app.window.findChild(QMessageBox, "failure_dialog").close()
    assert len(undo.changes.done) == 1
    app.window.actions_by_name["undo"].trigger()
    settled(app, qtbot)
    assert not undo.changes.done
