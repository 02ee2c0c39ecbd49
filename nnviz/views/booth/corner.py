"""Corner: an invisible corner of the screen; who holds it long enough is the host. And the mouse that goes to sleep."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

Kind = QEvent.Type
DOWN = {Kind.MouseButtonPress: True, Kind.MouseButtonDblClick: True, Kind.TouchBegin: True, Kind.TabletPress: True}
UP = {Kind.MouseButtonRelease: False, Kind.TouchEnd: False, Kind.TouchCancel: False, Kind.TabletRelease: False}
SLEEP = 3.0
"""Seconds without a movement after which the mouse pointer is hidden."""


class Corner(QWidget):
    """Signals: held(bool): a finger, a pen or a button went down here, or up again."""

    held = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("booth_corner")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def event(self, event: QEvent) -> bool:
        """Mouse, finger and pen alike."""
        down = (DOWN | UP).get(event.type())
        if down is None:
            return super().event(event)
        event.accept()
        self.held.emit(down)
        return True


class SleepyPointer:
    """is_hidden  the mouse pointer has gone to sleep, because nobody moved it"""

    def __init__(self) -> None:
        self.is_hidden = False
        self._at = QPoint()
        self._still = 0.0

    def advance(self, seconds: float) -> None:
        """So much time passes. Where the pointer is must be asked for: a widget hears of it only above itself."""
        at = QCursor.pos()
        self._still = self._still + seconds if at == self._at else 0.0
        self._at = at
        if self._still >= SLEEP and not self.is_hidden:
            QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
            self.is_hidden = True
        elif self._still < SLEEP:
            self.wake()

    def wake(self) -> None:
        """Show it again."""
        if self.is_hidden:
            QApplication.restoreOverrideCursor()
            self.is_hidden = False
