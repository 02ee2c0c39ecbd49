"""NumberField: one line for a number, which refuses bad input in place with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nnviz.widgets.limits import Limits
from nnviz.widgets.marking import mark_invalid


class NumberField(QLineEdit):
    """A number within limits, taken over by Enter or by leaving the field.

    Refused text gives way to the value that is still in effect; the field is marked until it is settled by a good
    number or Escape. Up and Down add ± `step` if it is not 0.
    Signals: value_changed(float) after an edit by the user; refused(str) with the reason, "" when it is settled.
    """

    value_changed = Signal(float)
    refused = Signal(str)

    def __init__(self, limits: Limits, step: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limits = limits
        self._step = step
        self._value = limits.low
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._show()
        self.editingFinished.connect(self._take)
        self.textEdited.connect(self._retry)

    def value(self) -> float:
        """The number in effect, whatever is being typed."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number, without a signal; what is being typed stays if the number is no other."""
        if value != self._value:
            self._value = value
            self._settle()

    def set_limits(self, limits: Limits) -> None:
        """Other limits, or another word for 0 after a change of language."""
        self.limits = limits
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed; Up and Down step."""
        typed = self.text() != self.limits.show(self._value)
        if event.key() == Qt.Key.Key_Escape and (typed or self.property("invalid")):
            self._settle()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._step:
            self._change(self._value + (self._step if event.key() == Qt.Key.Key_Up else -self._step))
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        text = self.text()
        # What is shown has at most 12 digits: leaving a field must not cut the number to them.
        if text == self.limits.show(self._value):
            return
        value = self.limits.parse(text)
        if value is None:
            self._show()
            self.selectAll()
            mark_invalid(self, True)
            self.refused.emit(self.limits.reason(text, self._value))
        else:
            self._change(value)

    def _retry(self, text: str) -> None:
        if self.property("invalid") and self.limits.parse(text) is not None:
            mark_invalid(self, False)
            self.refused.emit("")

    def _change(self, value: float) -> None:
        # Steps are decimal: 0.1 + 0.2 is meant as 0.3.
        value = round(min(max(value, self.limits.low), self.limits.high), 16)
        changed = value != self._value
        self._value = value
        self._settle()
        if changed:
            self.value_changed.emit(value)

    def _settle(self) -> None:
        self._show()
        if self.property("invalid"):
            mark_invalid(self, False)
            self.refused.emit("")

    def _show(self) -> None:
        self.setText(self.limits.show(self._value))
        self.setCursorPosition(0)
