"""A number can be typed or dragged; what is no number is refused in place, and the old one stays."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from nnviz.widgets.drag_field import STEP, DragField
from nnviz.widgets.limits import Limits


@pytest.fixture
def field(theme, qtbot):
    made = DragField("inspector_w", Limits(-1e30, 1e30))
    qtbot.addWidget(made)
    made.resize(120, 28)
    made.show()
    made.set_value(0.123456789)
    made.heard, made.reasons = [], []
    made.value_chosen.connect(lambda value, gesture: made.heard.append((value, gesture)))
    made.refused.connect(made.reasons.append)
    return made


def type_text(field, text):
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def mouse(field, kind, x, y, shift=False):
    """An event of the left button, by hand: QTest's moves carry neither button nor modifiers."""
    button = Qt.MouseButton.LeftButton
    modifiers = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    at = QPointF(x, y)
    event = QMouseEvent(kind, at, field.mapToGlobal(at), button, button, modifiers)
    handlers = {
        QEvent.Type.MouseButtonPress: field.mousePressEvent,
        QEvent.Type.MouseMove: field.mouseMoveEvent,
        QEvent.Type.MouseButtonRelease: field.mouseReleaseEvent,
    }
    handlers[kind](event)


def drag(field, dx, dy, shift=False):
    mouse(field, QEvent.Type.MouseButtonPress, 50, 10, shift)
    for share in (0.5, 1.0):
        mouse(field, QEvent.Type.MouseMove, 50 + share * dx, 10 + share * dy, shift)
    mouse(field, QEvent.Type.MouseButtonRelease, 50 + dx, 10 + dy, shift)


def test_four_digits_until_it_is_edited(field):
    assert field.text() == "0.1235"
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert field.text() == "0.123456789"
    field.clearFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value == 0.123456789
    assert field.heard == []


def test_a_typed_number_is_taken_over(field):
    type_text(field, "-2.5e-3")
    assert field.heard == [(-0.0025, 0)]
    assert field.property("value") == -0.0025


@pytest.mark.parametrize("text", ["abc", "nan", "inf", "1e400", "-1e400", ""])
def test_what_is_no_number_is_refused_in_place(field, text):
    if text:
        type_text(field, text)
    else:
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.heard == []
    assert field.value == 0.123456789
    assert field.text() == "0.123456789"
    assert field.property("invalid") is True
    assert "number from -1e30 to 1e30" in field.reasons[-1]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.property("invalid") is False
    assert field.reasons[-1] == ""


def test_a_drag_is_one_gesture_and_shift_is_finer(field):
    field.set_value(2.0)
    drag(field, 30, -10)
    assert field.heard[-1][0] == pytest.approx(2 + 40 * STEP * 2)
    assert len({gesture for _, gesture in field.heard}) == 1
    first = field.heard[-1][1]
    assert first != 0
    field.set_value(2.0)
    drag(field, 30, -10, shift=True)
    assert field.heard[-1][0] == pytest.approx(2 + 4 * STEP * 2)
    assert field.heard[-1][1] not in (0, first)


def test_a_number_near_zero_can_be_dragged_through_it(field):
    field.set_value(0.0)
    drag(field, -20, 0)
    assert field.value < 0


def test_numbers_that_arrive_do_not_disturb_typing(field):
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    QTest.keyClicks(field, "0.7")
    field.set_value(3.0)
    assert field.text() == "0.7"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.heard == [(0.7, 0)]


def test_arrow_keys_step(field):
    field.set_value(1.0)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value == pytest.approx(1.1)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.value == pytest.approx(1.1 - 0.011)
