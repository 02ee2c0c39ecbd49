"""DragField: a number one can type, or drag with the mouse like a knob."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import Property, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nnviz.widgets.limits import Limits
from nnviz.widgets.marking import mark_invalid
from nnviz.widgets.numerals import full, short

STEP, LEAST, FINE = 0.01, 0.1, 0.1
"""A pixel changes the number by STEP of its size when the drag began, of LEAST if it is smaller; with Shift by FINE of
that. An arrow key is worth ten pixels."""
PIXELS_OF_KEY = 10
NO_TYPING = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)
"""Ways in which the focus comes without a wish to type."""
SLACK = 3.0
"""A press that moves no farther is a click."""


class DragField(QLineEdit):
    """Four digits on screen, all of them while it is edited. Enter or leaving takes a number over, Escape does not.

    Refused text gives way to the value in effect; the field is marked until a good number or Escape settles it.
    Signals: value_chosen(float, int) by the user, with the number of the drag it belongs to (0: typed);
    refused(str) with the reason, "" when it is settled.
    """

    value_chosen = Signal(float, object)
    refused = Signal(str)

    def __init__(self, name: str, limits: Limits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.limits = limits
        self._value = math.nan
        self._typing = False
        self._pressed: QPointF | None = None
        self._from, self._gesture = 0.0, 0
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.editingFinished.connect(self._take)

    def get_value(self) -> float:
        """The number in effect, whatever is being typed."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number, without a signal; what is being typed stays."""
        if value != self._value:
            self._value = float(value)
            if not (self._typing and self.isModified()):
                self._show()

    def refuse(self, reason: str) -> None:
        """Back to the number in effect, marked, with the reason told."""
        self._show()
        self.selectAll()
        mark_invalid(self, True)
        self.refused.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed; Up and Down change the number a little."""
        key = event.key()
        if key == Qt.Key.Key_Escape and (self.isModified() or self.property("invalid")):
            self.settle()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            pixels = PIXELS_OF_KEY if key == Qt.Key.Key_Up else -PIXELS_OF_KEY
            self._choose(self._value + pixels * _step(self._value, event.modifiers()), 0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a drag, or of a click; once it is being typed into, the mouse selects text."""
        if event.button() == Qt.MouseButton.LeftButton and not self._typing:
            self._pressed, self._from, self._gesture = event.position(), self._value, 0
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """To the right and upwards is more."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        way = event.position() - self._pressed
        if self._gesture or way.manhattanLength() > SLACK:
            self._gesture = self._gesture or time.monotonic_ns()
            pixels = round(way.x() - way.y())
            self._choose(self._from + pixels * _step(self._from, event.modifiers()), self._gesture)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click begins to edit."""
        if self._pressed is None:
            super().mouseReleaseEvent(event)
        elif not self._gesture:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._type()
        self._pressed = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """All digits, ready to be replaced. A press gives the focus before it is known to be a click or a drag."""
        super().focusInEvent(event)
        if event.reason() not in NO_TYPING:
            self._type()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Four digits again."""
        super().focusOutEvent(event)
        self._typing = False
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        if not self.property("invalid"):
            self._show()

    def _type(self) -> None:
        self._typing = True
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._show()
        self.selectAll()

    def _take(self) -> None:
        text = self.text()
        if not self.isModified() or text == self._shown():
            return
        value = self.limits.parse(text)
        if value is None:
            self.refuse(self.limits.reason(text, self._value))
        else:
            self._choose(value, 0)

    def _choose(self, value: float, gesture: int) -> None:
        value = min(max(value, self.limits.low), self.limits.high)
        changed = value != self._value
        self._value = value
        self.settle()
        if changed:
            self.value_chosen.emit(value, gesture)

    def settle(self) -> None:
        """Back to the number in effect, and no mark."""
        self._show()
        if self.property("invalid"):
            mark_invalid(self, False)
            self.refused.emit("")

    def _show(self) -> None:
        self.setText(self._shown())
        self.setToolTip(full(self._value))
        self.setAccessibleDescription(full(self._value))

    def _shown(self) -> str:
        return full(self._value) if self._typing else short(self._value)

    value = Property(float, get_value, set_value)


def _step(value: float, modifiers: Qt.KeyboardModifier) -> float:
    fine = FINE if modifiers & Qt.KeyboardModifier.ShiftModifier else 1.0
    return STEP * max(abs(value), LEAST) * fine
