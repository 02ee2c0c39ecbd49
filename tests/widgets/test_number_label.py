"""Numbers on screen have four digits, and all of them for whoever asks."""

import math

import pytest

from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import short


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.25, "0.25"), (-1234.5678, "−1235"), (7.3891e-6, "7.389×10⁻⁶"), (-2e12, "−2×10¹²"), (-0.0, "0"),
        (math.inf, "∞"), (-math.inf, "−∞"), (math.nan, "–"),
    ],
)  # fmt: skip
def test_short(value, text):
    assert short(value) == text


def test_the_label_keeps_every_digit(theme, qtbot):
    label = NumberLabel("inspector_z")
    qtbot.addWidget(label)
    label.set_title("weighted sum")
    label.set_value(1 / 3)
    assert label.text() == "0.3333"
    assert label.property("value") == 1 / 3
    assert float(label.accessibleDescription()) == 1 / 3
    assert label.accessibleName() == f"weighted sum: {1 / 3!r}"
    assert label.toolTip() == repr(1 / 3)


def test_no_number_is_a_dash(theme, qtbot):
    label = NumberLabel("inspector_v")
    qtbot.addWidget(label)
    label.set_value(1.0)
    label.set_value(math.nan)
    assert label.text() == "–"
    assert math.isnan(label.property("value"))
