"""Fields refuse bad input where it was typed: the value stays, the reason names the limits."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.count_field import CountField
from nnviz.widgets.limits import Limits, number_text
from nnviz.widgets.number_field import NumberField


def type_text(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture(params=[NumberField, CountField])
def field(request, qtbot):
    made = request.param(Limits(1, 100, whole=request.param is CountField))
    qtbot.addWidget(made)
    made.set_value(32)
    made.heard, made.reasons = [], []
    made.value_changed.connect(made.heard.append)
    made.refused.connect(made.reasons.append)
    return made


def test_good_text_is_taken_over_once(field):
    type_text(field, "64")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 64
    assert field.heard == [64]


@pytest.mark.parametrize("text", ["0", "101", "abc", "1e99", "nan", "9" * 400])
def test_bad_text_is_refused_with_the_limits(field, text):
    type_text(field, text)
    assert field.value() == 32
    assert field.text() == "32"
    assert field.heard == []
    assert field.property("invalid") is True
    assert all(part in field.reasons[-1] for part in ("from 1 to 100", text[:5], "still 32"))


@pytest.mark.parametrize("settle", [lambda f: type_text(f, "7"), lambda f: QTest.keyClick(f, Qt.Key.Key_Escape)])
def test_a_refusal_is_settled_by_a_good_number_or_escape(field, settle):
    type_text(field, "500")
    settle(field)
    assert field.property("invalid") is False
    assert field.reasons[-1] == ""


def test_set_value_is_silent_and_leaves_typing_alone(field):
    field.set_value(50)
    assert field.value() == 50
    field.selectAll()
    QTest.keyClicks(field, "7")
    field.set_value(50)
    assert field.text() == "7"
    assert field.heard == []


def test_escape_takes_back_what_was_typed(field):
    field.selectAll()
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "32"
    assert field.heard == []


def test_steps_stay_within_limits_and_decimal(qtbot):
    field = NumberField(Limits(0, 0.35), step=0.1)
    qtbot.addWidget(field)
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 0.3
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 0.35


def test_leaving_a_field_keeps_digits_that_it_does_not_show(qtbot):
    field = NumberField(Limits(0, 1))
    qtbot.addWidget(field)
    field.set_value(1 / 3)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 1 / 3


@pytest.mark.parametrize("kind", [NumberField, CountField])
def test_a_word_stands_for_zero(kind, qtbot):
    field = kind(Limits(0, 100, whole=kind is CountField, zero="off"))
    qtbot.addWidget(field)
    field.set_value(3)
    type_text(field, "Off")
    assert field.value() == 0
    assert field.text() == "off"
    field.set_limits(Limits(0, 100, whole=kind is CountField, zero="aus"))
    assert field.text() == "aus"


@pytest.mark.parametrize(("value", "text"), [(1e-8, "1e-8"), (0.01, "0.01"), (20000, "20000"), (0.1 + 0.2, "0.3")])
def test_numbers_are_written_as_people_do(value, text):
    assert number_text(value) == text


def test_choices_keep_the_chosen_key_silently(qtbot):
    field = ChoiceField()
    qtbot.addWidget(field)
    heard = []
    field.value_changed.connect(heard.append)
    field.set_choices([("a", "Anna"), ("b", "Berta")])
    field.set_value("b")
    field.set_choices([("c", "Clara"), ("b", "Bertha")])
    assert (field.value(), field.currentText(), heard) == ("b", "Bertha", [])
    field.setCurrentIndex(0)
    assert heard == ["c"]


def wheel(widget):
    spot = QPointF(widget.rect().center())
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        spot, widget.mapToGlobal(spot), QPoint(), QPoint(0, 120), buttons, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(widget, turn)


def test_a_wheel_changes_only_the_focused_field(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    field, other = CountField(Limits(0, 9, whole=True), window), CountField(Limits(0, 9, whole=True), window)
    layout.addWidget(field)
    layout.addWidget(other)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    wheel(field)
    wheel(other)
    assert (field.value(), other.value()) == (1, 0)
