"""The frame of the focus: for the keyboard, not for a click, and still there when another window was in front."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from nnviz.widgets.focus import FocusFrame

Reason = Qt.FocusReason


class Pane(FocusFrame):
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        self.paint_focus(painter)
        painter.end()


@pytest.fixture
def pane(theme, qtbot):
    pane = Pane()
    qtbot.addWidget(pane)
    pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    pane.resize(60, 40)
    with qtbot.waitActive(pane):
        pane.show()
    pane.clearFocus()
    return pane


def is_framed(pane, theme):
    return pane.grab().toImage().pixelColor(0, 20) == theme.color("accent")


@pytest.mark.parametrize(
    ("reasons", "framed"),
    [
        ((Reason.TabFocusReason,), True),
        ((Reason.BacktabFocusReason,), True),
        ((Reason.MouseFocusReason,), False),
        ((Reason.TabFocusReason, Reason.ActiveWindowFocusReason), True),
        ((Reason.MouseFocusReason, Reason.ActiveWindowFocusReason), False),
        ((Reason.TabFocusReason, Reason.MouseFocusReason), False),
        ((Reason.TabFocusReason, Reason.PopupFocusReason), True),
    ],
)
def test_the_frame_is_for_the_keyboard(pane, theme, reasons, framed):
    for reason in reasons:
        pane.clearFocus()
        assert not is_framed(pane, theme)
        pane.setFocus(reason)
    assert pane.hasFocus()
    assert is_framed(pane, theme) is framed
