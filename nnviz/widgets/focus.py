"""Focus: how a widget shows that the keyboard is at it, a ring around a part and a frame at the edge of a pane."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

WIDTH = 1.5
BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
RESTORED = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The focus was here before another window or a menu took it."""


def paint_focus_ring(painter: QPainter, box: QRectF, palette: QPalette, radius: float = 6.0) -> None:
    """A ring along a box with round corners."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


class FocusFrame(QWidget):
    """A pane that paints a frame at its edge while it has the focus, if it came by keyboard: a click needs no frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_keyboard = False

    def paint_focus(self, painter: QPainter) -> None:
        """The frame, where there is to be one."""
        if self.hasFocus() and self._by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        if event.reason() not in RESTORED:
            self._by_keyboard = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)


def keep_on(chosen: QWidget, choices: Iterable[QWidget]) -> None:
    """Qt passes the focus of what is hidden on to the next widget: on a choice that is not chosen, its ring would look
    like a second one."""
    if any(one.hasFocus() for one in choices):
        chosen.setFocus()


def can_hold_focus(widget: QWidget) -> bool:
    """False of a widget that has gone, is hidden or switched off."""
    return Shiboken.isValid(widget) and widget.isVisible() and widget.isEnabled()
