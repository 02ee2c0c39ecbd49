"""Hands on in the drawing, by real clicks, drags and keys: first against a session that records, then a real one."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolTip

from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Snapshot
from nnviz.session.intents import (
    AddLayer,
    AddUnit,
    Freeze,
    Pause,
    RemoveLayer,
    RemoveUnit,
    Run,
    SetBias,
    SetWeight,
    ShowPoint,
    SwitchOff,
)
from nnviz.session.states import RunState
from nnviz.views.network.edges import edge_matrix
from nnviz.views.network.hands.handles import pieces_of
from nnviz.views.network.hands.knob import bias_mark, edge_line
from nnviz.views.network.hands.shape_buttons import button_at
from nnviz.views.network.hands.switched import flake_place, frozen_units
from nnviz.views.network.pane import NetworkPane
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.walk import place_of

# Said by the offscreen platform of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def made(show, monkeypatch):
    """made(name) → (session, pane, intents); the session sets weights and biases and only notes everything else."""

    def build(name, size=(900, 700), **experiment):
        session, pane = show(name, size)
        done = []

        def do(intent):
            done.append(intent)
            parameters = session.snapshot.parameters.copy()
            layers = Snapshot(session.experiment, 0, 0.0, parameters).network.layers
            if isinstance(intent, SetWeight):
                layer = layers[intent.layer - 1]
                layer.W[intent.i].reshape(layer.spec.units, -1)[intent.unit, intent.piece] = intent.value
            elif isinstance(intent, SetBias):
                layer = layers[intent.layer - 1]
                layer.b.reshape(layer.spec.units, -1)[intent.unit, intent.piece] = intent.value
            session.snapshot = replace(session.snapshot, parameters=parameters)
            session.snapshot_changed.emit(session.snapshot)

        monkeypatch.setattr(session, "do", do, raising=False)
        if experiment:
            session.experiment = replace(session.experiment, **experiment)
            session.snapshot = replace(session.snapshot, experiment=session.experiment)
            session.experiment_changed.emit(session.experiment)
            session.tick()
        return session, pane, done

    return build


def unit_point(pane, ref):
    x, y, _ = place_of(pane.scene.layout, ref)
    return QPoint(round(x), round(y))


def edge_point(pane, ref, share=0.5):
    x1, y1, x2, y2 = edge_line(ref, pane.scene.layout, pane.view)[0]
    return QPoint(round(x1 + share * (x2 - x1)), round(y1 + share * (y2 - y1)))


def knob_point(pane):
    return pane.hands.knob().box.center().toPoint()


def weight(session, ref):
    return float(session.snapshot.network.layers[ref.layer].W[ref.i, ref.j])


def field(pane):
    return pane.findChild(QLineEdit, "value_line")


def reason(pane):
    return pane.findChild(QLabel, "value_reason")


def activate(pane, qtbot):
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(pane.hasFocus)


def drag(pane, start, *ways, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mousePress(pane, LEFT, modifier, start)
    for way in ways:
        QTest.mouseMove(pane, start + QPoint(0, way))


# edges


def test_a_click_on_an_edge_selects_it_and_shows_its_weight(made, qtbot):
    session, pane, done = made("2-3-1")
    ref = EdgeRef(1, 2, 0)
    with qtbot.waitSignal(pane.edge_selected) as caught:
        QTest.mouseClick(pane, LEFT, pos=edge_point(pane, ref))
    assert caught.args == [ref]
    knob = pane.hands.knob()
    assert knob.value == weight(session, ref)
    assert knob.text == f"{knob.value:.4g}".replace("-", "−")
    middle = edge_line(ref, pane.scene.layout, pane.view)[0].reshape(2, 2).mean(axis=0)
    assert knob.box.center().toTuple() == pytest.approx(tuple(middle))
    with qtbot.waitSignal(pane.unit_selected):
        QTest.mouseClick(pane, LEFT, pos=unit_point(pane, UnitRef(0, 0)))
    assert pane.hands.knob() is None
    assert done == []


def test_a_selected_edge_is_set_off(made):
    _, pane, _ = made("2-3-1")
    plain = pane.grab().toImage()
    at = edge_point(pane, EdgeRef(0, 0, 0), 0.3)
    pane.select(EdgeRef(0, 0, 0))
    rim = pane._stage.brush.color("success")
    column = [pane.grab().toImage().pixelColor(at.x(), at.y() + k) for k in range(-8, 9)]
    assert any(abs(color.green() - rim.green()) + abs(color.red() - rim.red()) < 40 for color in column)
    assert pane.grab().toImage() != plain


def test_a_drag_changes_the_weight_in_one_gesture(made):
    session, pane, done = made("2-3-1")
    ref = EdgeRef(0, 1, 2)
    pane.select(ref)
    start, limit = weight(session, ref), pane.scene.weight_limits[0]
    drag(pane, knob_point(pane), -5, -10, -20)
    assert done == []
    assert pane.hands.knob().value == pytest.approx(start + 0.2 * limit)
    assert pane.grab().toImage().size() == pane.size()
    session.clock.frame.emit()
    assert len(done) == 1
    QTest.mouseMove(pane, knob_point(pane) + QPoint(0, 10))
    session.clock.frame.emit()
    session.clock.frame.emit()
    QTest.mouseRelease(pane, LEFT, pos=knob_point(pane))
    assert [type(intent) for intent in done] == [SetWeight] * 2
    assert {(intent.layer, intent.i, intent.unit) for intent in done} == {(1, 1, 2)}
    assert len({intent.gesture for intent in done}) == 1
    assert done[0].gesture != 0
    assert pane.hands.knob().value == weight(session, ref) == np.float32(done[-1].value)
    assert pane.view.dx == 0
    first = done[0].gesture
    drag(pane, knob_point(pane), -10)
    QTest.mouseRelease(pane, LEFT, pos=knob_point(pane))
    assert done[-1].gesture not in (0, first)


def test_shift_is_finer(made):
    session, pane, done = made("2-3-1")
    pane.select(EdgeRef(0, 0, 0))
    start = weight(session, EdgeRef(0, 0, 0))
    drag(pane, knob_point(pane), modifier=Qt.KeyboardModifier.ShiftModifier)
    pane.hands.pull(QPointF(knob_point(pane)) - QPointF(0, 10), True)
    QTest.mouseRelease(pane, LEFT, pos=knob_point(pane))
    assert done[-1].value == pytest.approx(start + 0.01 * pane.scene.weight_limits[0])


def test_what_is_held_stays_though_training_pulls(made):
    session, pane, done = made("2-3-1")
    session.state = RunState.RUNNING
    pane.select(EdgeRef(0, 0, 0))
    drag(pane, knob_point(pane), -10)
    for _ in range(3):
        session.clock.frame.emit()
    assert len(done) == 3
    assert len(set(done)) == 1
    QTest.mouseRelease(pane, LEFT, pos=knob_point(pane))


def test_a_refused_drag_ends_and_is_told(made, monkeypatch):
    session, pane, _ = made("2-3-1")

    def refuse(_):
        raise Refusal("no_data_yet")

    monkeypatch.setattr(session, "do", refuse)
    pane.select(EdgeRef(0, 0, 0))
    before = pane.hands.knob().value
    drag(pane, knob_point(pane), -10)
    keys = []
    # The exception itself must not be kept: its traceback would keep this frame and with it the pane.
    pane.refused.connect(lambda error: keys.append(error.key))
    session.clock.frame.emit()
    assert keys == ["no_data_yet"]
    assert pane.hands.knob().value == before
    QTest.mouseRelease(pane, LEFT, pos=knob_point(pane))


# typing


def test_typing_sets_the_weight(made, qtbot):
    session, pane, done = made("2-3-1")
    activate(pane, qtbot)
    ref = EdgeRef(0, 0, 1)
    QTest.mouseClick(pane, LEFT, pos=edge_point(pane, ref, 0.7))
    assert pane.hands.selected == ref
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert np.float32(field(pane).text().replace("−", "-")) == weight(session, ref)
    assert "-" not in field(pane).text()
    assert field(pane).hasFocus()
    QTest.keyClick(field(pane), Qt.Key.Key_Escape)
    assert not pane.hands.field.isVisible()
    assert pane.hasFocus()
    assert pane.hands.selected == ref
    QTest.keyClick(pane, Qt.Key.Key_Minus)
    QTest.keyClicks(field(pane), "0.75")
    QTest.keyClick(field(pane), Qt.Key.Key_Return)
    assert done == [SetWeight(1, 0, 1, -0.75)]
    assert pane.hands.knob().text == "−0.75"
    assert pane.hasFocus()


def test_an_unchanged_number_is_no_edit(made, qtbot):
    _, pane, done = made("2-3-1")
    activate(pane, qtbot)
    pane.select(EdgeRef(0, 0, 1))
    QTest.keyClick(pane, Qt.Key.Key_F2)
    QTest.keyClick(field(pane), Qt.Key.Key_Return)
    assert done == []
    assert not pane.hands.field.isVisible()


@pytest.mark.parametrize("text", ["abc", "nan", "inf", "1e400", "-1e400", "", "2000000"])
def test_what_is_no_weight_is_refused_in_place(made, qtbot, text):
    session, pane, done = made("2-3-1")
    activate(pane, qtbot)
    ref = EdgeRef(0, 0, 1)
    before = weight(session, ref)
    QTest.mouseDClick(pane, LEFT, pos=edge_point(pane, ref, 0.7))
    pane.select(ref)
    pane.hands.edit()
    field(pane).clear()
    QTest.keyClicks(field(pane), text)
    QTest.keyClick(field(pane), Qt.Key.Key_Return)
    assert done == []
    assert weight(session, ref) == before
    assert reason(pane).isVisible()
    is_large = text in ("inf", "1e400", "-1e400", "2000000")
    assert reason(pane).text() == ("too large: at most 1,000,000 in size" if is_large else "not a number")
    assert reason(pane).width() == field(pane).width()
    knob = pane.hands.knob().box.center()
    assert not QRectF(pane.hands.field.geometry()).contains(knob)
    assert field(pane).accessibleDescription() == reason(pane).text()
    assert pane.rect().contains(pane.hands.field.geometry())
    assert pane.hands.field.rect().contains(reason(pane).geometry())
    field(pane).clear()
    QTest.keyClicks(field(pane), "0.5")
    assert not reason(pane).isVisible()
    QTest.keyClick(field(pane), Qt.Key.Key_Return)
    assert done == [SetWeight(1, 0, 1, 0.5)]


def test_the_session_may_refuse_what_the_field_let_through(made, qtbot, monkeypatch):
    session, pane, _ = made("2-3-1")
    activate(pane, qtbot)

    def refuse(_):
        raise Refusal("no_data_yet")

    monkeypatch.setattr(session, "do", refuse)
    pane.select(EdgeRef(0, 0, 1))
    QTest.keyClicks(pane, "7")
    QTest.keyClick(field(pane), Qt.Key.Key_Return)
    assert reason(pane).text().startswith("The data is not loaded yet")
    assert pane.hands.knob().value == weight(session, EdgeRef(0, 0, 1))


def test_leaving_the_field_takes_a_good_number_and_forgets_a_bad_one(made, qtbot):
    _, pane, done = made("2-3-1")
    activate(pane, qtbot)
    pane.select(EdgeRef(0, 0, 1))
    for text in ("0.5", "abc"):
        pane.hands.edit()
        field(pane).setText(text)
        pane.setFocus()
        assert not pane.hands.field.isVisible()
    assert done == [SetWeight(1, 0, 1, 0.5)]


# biases


def test_the_bias_of_a_selected_unit_has_a_knob(made, qtbot):
    session, pane, done = made("2-3-1")
    activate(pane, qtbot)
    QTest.mouseClick(pane, LEFT, pos=unit_point(pane, UnitRef(1, 1)))
    before = float(session.snapshot.network.layers[0].b[1])
    assert pane.hands.knob().value == before
    assert pane.hands.knob().text.startswith("b ")
    drag(pane, knob_point(pane), -10)
    QTest.mouseRelease(pane, LEFT, pos=knob_point(pane))
    assert [type(intent) for intent in done] == [SetBias]
    assert (done[0].layer, done[0].unit) == (1, 1)
    assert done[0].value == pytest.approx(before + 0.1 * pane.scene.weight_limits[0])
    QTest.keyClick(pane, Qt.Key.Key_B)
    QTest.keyClicks(field(pane), "0.25")
    QTest.keyClick(field(pane), Qt.Key.Key_Return)
    assert done[-1] == SetBias(1, 1, 0.25)


@pytest.mark.parametrize("name", ["2-3-1", "4-16-3", "2-8-8-1"])
def test_a_double_click_on_a_bias_mark_opens_its_field(made, qtbot, name):
    _, pane, _ = made(name)
    activate(pane, qtbot)
    ref = UnitRef(1, 2)
    mark, size = bias_mark(ref, pane.scene.layout, pane.view)
    drawn = pane.grab().toImage().pixelColor(mark.toPoint())
    nodes = pane.picture.nodes
    place = int(np.flatnonzero((nodes.layer == 1) & (nodes.unit == 2))[0])
    fill = tuple(nodes.bias_color[place]) if nodes.bias[place] >= 0 else None
    assert drawn.getRgb()[:3] == (fill or pane._stage.brush.color("surface").getRgb()[:3])
    assert size > 2
    QTest.mouseDClick(pane, LEFT, pos=mark.toPoint())
    assert pane.hands.selected == ref
    assert field(pane).hasFocus()
    assert field(pane).accessibleName() == "bias of hidden 1, unit 3"


def test_an_input_has_no_bias(made, qtbot):
    _, pane, _ = made("2-3-1")
    activate(pane, qtbot)
    QTest.mouseClick(pane, LEFT, pos=unit_point(pane, UnitRef(0, 1)))
    QTest.keyClick(pane, Qt.Key.Key_B)
    assert pane.hands.knob() is None
    assert not pane.hands.field.isVisible()


# keyboard


def test_keys_walk_the_edges_of_a_unit(made, qtbot):
    session, pane, done = made("2-8-8-1")
    activate(pane, qtbot)
    pane.focus_unit(UnitRef(2, 3))
    walked = []
    pane.edge_selected.connect(walked.append)
    for _ in range(9):
        QTest.keyClicks(pane, "]")
    QTest.keyClicks(pane, "[")
    assert walked == [EdgeRef(1, i, 3) for i in (*range(8), 0, 7)]
    value = f"{weight(session, EdgeRef(1, 7, 3)):.4g}".replace("-", "−")
    assert f"weight w₈₄ = {value}" in pane.accessibleDescription()
    assert "type a number" in pane.accessibleDescription()
    start = weight(session, EdgeRef(1, 7, 3))
    QTest.keyClick(pane, Qt.Key.Key_PageUp)
    assert done[-1].value == pytest.approx(start + 0.05 * pane.scene.weight_limits[1])
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.hands.selected is None
    assert pane.focused == UnitRef(2, 3)
    pane.focus_unit(UnitRef(0, 1))
    QTest.keyClicks(pane, "]")
    assert walked[-1] == EdgeRef(0, 1, 0)


def test_a_held_key_is_one_gesture_that_ends_with_the_focus(made, qtbot):
    session, pane, done = made("2-3-1")
    activate(pane, qtbot)
    pane.select(EdgeRef(0, 0, 0))
    QTest.keyPress(pane, Qt.Key.Key_PageDown)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown.value, Qt.KeyboardModifier.NoModifier, "", True)
    for _ in range(2):
        QApplication.sendEvent(pane, held)
        session.clock.frame.emit()
    assert len(done) == 2
    assert len({intent.gesture for intent in done}) == 1
    session.state = RunState.RUNNING
    pane.clearFocus()
    session.clock.frame.emit()
    assert len(done) == 2
    assert pane.hands.drag is None


def test_window_shortcuts_leave_the_keys_of_a_selected_edge_alone(made):
    _, pane, _ = made("2-3-1")
    keys = (Qt.Key.Key_B, Qt.Key.Key_5, Qt.Key.Key_PageUp, Qt.Key.Key_Escape)

    def taken(key, modifier=Qt.KeyboardModifier.NoModifier):
        text = "5" if key == Qt.Key.Key_5 else ""
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key.value, modifier, text)
        event.ignore()
        QApplication.sendEvent(pane, event)
        return event.isAccepted()

    assert not any(map(taken, keys))
    pane.select(EdgeRef(0, 0, 0))
    assert all(map(taken, keys))
    assert not taken(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)


# menu


def menu_of(pane):
    return pane.findChildren(QMenu, "network_menu")[-1]


def names(pane):
    return [action.objectName().removeprefix("network_") for action in menu_of(pane).actions() if action.text()]


def take(pane, name):
    menu = menu_of(pane)
    action = next(action for action in menu.actions() if action.objectName() == f"network_{name}")
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def right_click(pane, at):
    QTest.mouseClick(pane, RIGHT, pos=at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, pane.mapToGlobal(at))
    QApplication.sendEvent(pane, event)


UNIT_INTENTS = {
    "freeze_unit": Freeze(1, 2, True),
    "freeze_layer": Freeze(1, -1, True),
    "switch_off": SwitchOff(1, 2, True),
    "add_unit": AddUnit(1),
    "remove_unit": RemoveUnit(1, 2),
    "layer_before": AddLayer(1),
    "layer_after": AddLayer(2),
    "remove_layer": RemoveLayer(1),
}


@pytest.mark.parametrize("name", UNIT_INTENTS)
def test_the_menu_of_a_hidden_unit(made, name):
    _, pane, done = made("2-8-8-1")
    right_click(pane, unit_point(pane, UnitRef(1, 2)))
    assert names(pane) == [
        "inspect", "set_bias", "freeze_unit", "switch_off", "freeze_layer", "add_unit", "remove_unit", "layer_before",
        "layer_after", "remove_layer",
    ]  # fmt: skip
    take(pane, name)
    assert done == [UNIT_INTENTS[name]]


def test_menus_offer_only_what_can_be_done(made):
    _, pane, done = made("2-3-1", frozen=((1, -1), (2, 0)), off=((1, 1),))
    right_click(pane, unit_point(pane, UnitRef(0, 0)))
    assert names(pane) == ["inspect"]
    right_click(pane, unit_point(pane, UnitRef(2, 0)))
    assert names(pane) == ["inspect", "set_bias", "unfreeze_unit", "freeze_layer", "layer_before"]
    take(pane, "unfreeze_unit")
    right_click(pane, unit_point(pane, UnitRef(1, 1)))
    assert "remove_layer" not in names(pane)
    unfreeze = next(action for action in menu_of(pane).actions() if action.objectName() == "network_unfreeze_unit")
    assert not unfreeze.isEnabled()
    take(pane, "switch_on")
    right_click(pane, unit_point(pane, UnitRef(1, 1)))
    take(pane, "unfreeze_layer")
    assert done == [Freeze(2, 0, False), SwitchOff(1, 1, False), Freeze(1, -1, False)]


def test_the_menu_of_a_layer_with_a_single_unit_does_not_remove_it(made):
    session, pane, _ = made("2-3-1")
    session.begin(replace(session.experiment, layers=(replace(session.experiment.layers[0], units=1),)))
    session.experiment_changed.emit(session.experiment)
    session.tick()
    right_click(pane, unit_point(pane, UnitRef(1, 0)))
    assert "remove_unit" not in names(pane)
    assert "remove_layer" not in names(pane)


def test_the_menu_of_an_edge(made, qtbot):
    _, pane, done = made("2-3-1")
    activate(pane, qtbot)
    at = edge_point(pane, EdgeRef(1, 0, 0))
    right_click(pane, at)
    assert names(pane) == ["inspect", "set_weight", "zero_weight"]
    take(pane, "zero_weight")
    assert [replace(intent, gesture=0) for intent in done] == [SetWeight(2, 0, 0, 0.0)]
    right_click(pane, at)
    with qtbot.waitSignal(pane.edge_selected):
        take(pane, "set_weight")
    assert pane.hands.field.isVisible()


def test_the_menu_by_key_and_of_nothing(made, qtbot):
    _, pane, _ = made("2-3-1")
    activate(pane, qtbot)
    pane.focus_unit(UnitRef(1, 1))
    QTest.keyClick(pane, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert "freeze_unit" in names(pane)
    with qtbot.waitSignal(pane.unit_selected) as caught:
        take(pane, "inspect")
    assert caught.args == [UnitRef(1, 1)]
    pane.look(pane.view.zoomed(2.0, 0, 0))
    right_click(pane, QPoint(5, 690))
    assert names(pane) == ["fit"]
    take(pane, "fit")
    assert pane.view.scale == 1


def test_a_maxout_edge_is_its_strongest_piece(made):
    session, pane, done = made("maxout")
    ref = EdgeRef(0, 1, 2)
    pieces = pieces_of(ref, session.snapshot.network)
    pane.select(ref)
    assert pane.hands.knob().value == edge_matrix(session.snapshot.network.layers[0])[1, 2]
    drag(pane, knob_point(pane), -10)
    QTest.mouseRelease(pane, LEFT, pos=knob_point(pane))
    assert done[-1].piece == abs(pieces).argmax()
    pane.hands.clear(ref)
    assert not pieces_of(ref, session.snapshot.network).any()


# buttons of the caption band


def button(pane, kind, layer):
    return next(button for button in pane.overlay.buttons if (button.kind, button.layer) == (kind, layer))


def over_caption(pane, layer):
    column = pane.scene.layout.columns[layer]
    QTest.mouseMove(pane, QPoint(round(pane.view.point(column.x, 0)[0]), 20))


def test_buttons_are_seen_over_the_captions_only(made):
    _, pane, done = made("2-8-8-1")
    assert pane.overlay.buttons == ()
    over_caption(pane, 1)
    shown = {(button.kind, button.layer) for button in pane.overlay.buttons}
    assert shown == {
        ("remove_unit", 1), ("add_unit", 1), ("remove_layer", 1), ("add_layer", 1), ("add_layer", 2),
    }  # fmt: skip
    over_caption(pane, 3)
    assert [(button.kind, button.layer) for button in pane.overlay.buttons] == [("add_layer", 3)]
    QTest.mouseMove(pane, QPoint(450, 300))
    assert pane.overlay.buttons == ()
    assert done == []


@pytest.mark.parametrize(
    ("kind", "layer", "intent"),
    [
        ("add_unit", 1, AddUnit(1)),
        ("remove_unit", 2, RemoveUnit(2, 7)),
        ("remove_layer", 2, RemoveLayer(2)),
        ("add_layer", 3, AddLayer(3)),
    ],
)
def test_buttons_change_the_shape(made, kind, layer, intent):
    _, pane, done = made("2-8-8-1")
    over_caption(pane, min(layer, 2))
    box = button(pane, kind, layer).box
    QTest.mouseMove(pane, box.center().toPoint())
    assert pane.overlay.under == button(pane, kind, layer)
    QTest.mouseClick(pane, LEFT, pos=box.center().toPoint())
    assert done == [intent]
    help_event = QHelpEvent(QEvent.Type.ToolTip, box.center().toPoint(), pane.mapToGlobal(box.center().toPoint()))
    QApplication.sendEvent(pane, help_event)
    assert ("hidden" in QToolTip.text()) or ("output" in QToolTip.text())
    QToolTip.hideText()


def test_the_only_hidden_layer_and_its_last_unit_stay(made):
    session, pane, done = made("2-3-1")
    over_caption(pane, 1)
    assert "remove_layer" not in {button.kind for button in pane.overlay.buttons}
    session.begin(replace(session.experiment, layers=(replace(session.experiment.layers[0], units=1),)))
    session.experiment_changed.emit(session.experiment)
    session.tick()
    over_caption(pane, 1)
    minus = button(pane, "remove_unit", 1)
    assert not minus.enabled
    QTest.mouseClick(pane, LEFT, pos=minus.box.center().toPoint())
    assert done == []


@pytest.mark.parametrize("size", [(400, 400), (900, 700)])
def test_no_button_covers_another(made, stage_name, size):
    _, pane, _ = made(stage_name, size)
    for column in pane.scene.layout.columns:
        over_caption(pane, column.layer)
        buttons = pane.overlay.buttons
        for button in buttons:
            assert button_at(buttons, button.box.center()) == button


# frozen, off, sources


def test_switched_off_units_are_crossed_out_and_their_edges_faint(made):
    _, pane, _ = made("4-16-3", off=((1, 2),))
    edges = pane.picture.edges
    touched = (edges.layer == 0) & (edges.j == 2) | (edges.layer == 1) & (edges.i == 2)
    assert touched.sum() == 4 + 3
    assert (edges.level[touched] == 0).all()
    assert (edges.level[~touched] > 0).any()
    at = unit_point(pane, UnitRef(1, 2))
    assert pane.grab().toImage().pixelColor(at) == pane._stage.brush.color("text")
    QTest.mouseMove(pane, at)
    assert ("unit", "switched off") in pane._card().readout.rows


def test_frozen_units_have_a_snowflake(made):
    _, pane, _ = made("4-16-3", frozen=((1, 5), (2, -1)))
    layout = pane.scene.layout
    assert frozen_units(pane._session.experiment, layout) == [UnitRef(1, 5), *(UnitRef(2, unit) for unit in range(3))]
    image = pane.grab().toImage()
    text = pane._stage.brush.color("text")
    for ref in (UnitRef(1, 5), UnitRef(2, 0)):
        at, _ = flake_place(layout, pane.view, ref)
        assert abs(image.pixelColor(at.toPoint()).lightness() - text.lightness()) < 20
    at, _ = flake_place(layout, pane.view, UnitRef(1, 6))
    assert abs(image.pixelColor(at.toPoint()).lightness() - text.lightness()) > 60
    for ref, words in ((UnitRef(1, 5), "frozen"), (UnitRef(2, 0), "layer frozen")):
        QTest.mouseMove(pane, unit_point(pane, ref))
        assert ("training", words) in pane._card().readout.rows


@pytest.mark.parametrize("name", ["4-16-3", "64-32-10", "maxout"])
def test_a_unit_lights_what_its_value_came_from(made, name):
    session, pane, _ = made(name)
    ref = UnitRef(1, 3)
    plain = pane.grab().toImage()
    QTest.mouseMove(pane, unit_point(pane, ref))
    sources = pane.overlay.sources(pane.scene, pane._marks)
    trace, layer = session.prediction.trace, session.snapshot.network.layers[0]
    pieces = layer.W.reshape(layer.W.shape[0], layer.spec.units, -1)[:, 3]
    winner = trace.z[0][0].reshape(layer.spec.units, -1)[3].argmax()
    products = np.abs(pieces[:, winner] * trace.x[0])
    share = products / products.max()
    assert sources.layer == 0
    assert np.array_equal(sources.unit, np.flatnonzero(share >= 0.05))
    assert sources.share == pytest.approx(share[sources.unit])
    assert pane.grab().toImage() != plain
    session.state = RunState.RUNNING
    assert pane.overlay.sources(pane.scene, pane._marks) is None


def test_another_pane_can_point_at_a_source(made):
    _, pane, _ = made("4-16-3")
    pane.select(UnitRef(1, 3))
    plain = pane.grab().toImage()
    pane.point_at(0, 2)
    assert pane.overlay.lit == UnitRef(0, 2)
    assert pane.grab().toImage() != plain
    pane.point_at(0, 99)
    assert pane.grab().toImage() == plain
    pane.point_at(None)
    assert pane.grab().toImage() == plain


def test_a_network_of_another_shape_lets_go_of_everything(made):
    session, pane, _ = made("2-8-8-1")
    pane.select(EdgeRef(1, 7, 7))
    pane.hands.edit()
    right_click(pane, unit_point(pane, UnitRef(1, 7)))
    session.begin(replace(session.experiment, layers=session.experiment.layers[:1]))
    session.experiment_changed.emit(session.experiment)
    assert pane.hands.selected is None
    assert not pane.hands.field.isVisible()
    assert not menu_of(pane).isVisible()
    session.tick()
    assert not pane.grab().isNull()


# a real session


@pytest.fixture
def real(session, theme, qtbot):
    pane = NetworkPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show()
    session.do(ShowPoint(0.4, -0.3))
    session.clock.tick()
    return session, pane


def test_a_drag_in_a_real_session(real):
    session, pane = real
    ref = EdgeRef(0, 1, 2)
    pane.select(ref)
    drag(pane, knob_point(pane), -30)
    session.clock.tick()
    held = pane.hands.knob().value
    assert weight(session, ref) == np.float32(held)
    QTest.mouseRelease(pane, LEFT, pos=knob_point(pane))
    session.clock.tick()
    edges = pane.picture.edges
    drawn = edges.weight[(edges.layer == 0) & (edges.i == 1) & (edges.j == 2)]
    assert drawn.tolist() == [np.float32(held)]


def test_the_shape_changes_in_a_real_session(real):
    session, pane = real
    sizes = session.experiment.sizes
    over_caption(pane, 1)
    for count in (1, 2):
        QTest.mouseClick(pane, LEFT, pos=button(pane, "add_unit", 1).box.center().toPoint())
        session.clock.tick()
        assert session.experiment.sizes == (sizes[0], sizes[1] + count, *sizes[2:])
        pane.grab()
    QTest.mouseClick(pane, LEFT, pos=button(pane, "remove_layer", 1).box.center().toPoint())
    session.clock.tick()
    assert len(session.experiment.layers) == len(sizes) - 3
    assert [column.units for column in pane.scene.layout.columns] == list(session.experiment.sizes)
    pane.grab()


def test_freezing_in_a_real_session_holds_the_unit(real):
    session, pane = real
    right_click(pane, unit_point(pane, UnitRef(1, 2)))
    take(pane, "freeze_unit")
    assert session.experiment.frozen == ((1, 2),)
    before = session.snapshot.network.layers[0].W.copy()
    session.do(Run())
    session.advance(5)
    session.do(Pause())
    after = session.snapshot.network.layers[0].W
    assert np.array_equal(after[:, 2], before[:, 2])
    assert not np.array_equal(after[:, 1], before[:, 1])
    assert UnitRef(1, 2) in frozen_units(session.experiment, pane.scene.layout)
