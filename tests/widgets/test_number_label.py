"""Numbers on screen have four digits, and all of them for whoever asks."""

import math

from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import percent


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


def test_a_share_is_written_in_percent_and_kept_as_it_is(theme, qtbot):
    label = NumberLabel("layers_dead_0", written=percent)
    qtbot.addWidget(label)
    label.set_value(0.125)
    assert label.text() == "12.5\u00a0%"
    assert label.accessibleDescription() == "0.125"
    label.set_value(math.nan)
    assert label.text() == label.accessibleName() == "–"


def test_a_label_with_a_widest_text_stands_still(theme, qtbot):
    label = NumberLabel("layers_gradient_norm_0", widest="8.888×10⁻⁸⁸")
    qtbot.addWidget(label)
    label.setFont(theme.font())
    room = label.minimumWidth()
    for value in (0.5, 1.2345e-77):
        label.set_value(value)
        assert label.minimumWidth() == label.maximumWidth() == room
        assert label.fontMetrics().horizontalAdvance(label.text()) <= room
    label.setFont(theme.font(1.4))
    assert label.minimumWidth() > 1.3 * room
