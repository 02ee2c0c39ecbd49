"""Sliders and their fields show one number; the slider's positions are the scale's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import STEPS, LogScale, LogSlider
from nnviz.widgets.slider_field import LinearScale, SliderField


@pytest.fixture
def log(qtbot):
    slider = LogSlider(Limits(0, 10, zero="off"), low=1e-6, decades=6)
    qtbot.addWidget(slider)
    slider.heard = []
    slider.value_changed.connect(slider.heard.append)
    return slider


def test_positions_are_powers_of_ten():
    scale = LogScale(1e-5, 6)
    assert scale.positions == 6 * STEPS
    assert [scale.value(k * STEPS) for k in range(7)] == [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0]


@pytest.mark.parametrize("scale", [LogScale(1e-6, 6, off=True), LogScale(1e-5, 6), LinearScale(0.05, 0.95, 0.05)])
def test_every_position_comes_back_from_its_value(scale):
    for position in range(scale.positions + 1):
        assert scale.position(scale.value(position)) == position


def test_numbers_beyond_the_scale_stand_at_its_ends(log):
    log.set_value(10)
    assert log.slider.value() == log.slider.maximum()
    log.set_value(1e-9)
    assert log.slider.value() == 1
    assert log.value() == 1e-9
    assert log.heard == []


def test_the_left_end_is_off(log):
    log.set_value(1e-6)
    QTest.keyClick(log.slider, Qt.Key.Key_Left)
    assert log.value() == 0
    assert log.field.text() == "off"
    assert log.heard == [0]


def test_keys_walk_along_the_scale(log):
    log.set_value(0.001)
    QTest.keyClick(log.slider, Qt.Key.Key_Right)
    QTest.keyClick(log.slider, Qt.Key.Key_PageUp)
    assert log.heard == [0.0011, 0.002]


def test_the_field_is_exact_and_moves_the_slider(log):
    log.field.selectAll()
    QTest.keyClicks(log.field, "0.00123")
    QTest.keyClick(log.field, Qt.Key.Key_Return)
    assert log.value() == 0.00123
    assert log.heard == [0.00123]
    assert log.slider.value() == LogScale(1e-6, 6, off=True).position(0.00123)


def test_both_parts_carry_the_name(log):
    log.setObjectName("l1")
    log.setAccessibleName("L1 penalty")
    assert (log.field.objectName(), log.slider.objectName()) == ("l1_field", "l1_slider")
    assert log.field.accessibleName() == log.slider.accessibleName() == "L1 penalty"


@pytest.mark.parametrize(("live", "heard"), [(True, [0.25]), (False, [])])
def test_a_drag_is_taken_over_at_once_or_on_release(live, heard, qtbot):
    slider = SliderField(Limits(0, 1), LinearScale(0, 1, 0.05), live)
    qtbot.addWidget(slider)
    values = []
    slider.value_changed.connect(values.append)
    slider.slider.setSliderDown(True)
    slider.slider.setSliderPosition(5)
    assert slider.field.text() == "0.25"
    assert values == heard
    slider.slider.setSliderDown(False)
    assert values == [0.25]
