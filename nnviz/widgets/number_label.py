"""NumberLabel: a number with four digits on screen and all of them for a screen reader, a tool tip and a test."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, Qt
from PySide6.QtWidgets import QLabel, QWidget

from nnviz.widgets.numerals import full, short


class NumberLabel(QLabel):
    """The property `value` holds the number itself; NaN, shown as a dash, where there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "value")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._value = math.nan
        self._title = ""
        self._show()

    def get_value(self) -> float:
        """The number shown."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number."""
        if value != self._value:
            self._value = float(value)
            self._show()

    def set_title(self, title: str) -> None:
        """What the number is, in words."""
        self._title = title
        self._show()

    def _show(self) -> None:
        self.setText(short(self._value))
        digits = short(self._value) if math.isnan(self._value) else full(self._value)
        self.setToolTip(digits)
        # A label's accessible name hides its text from a screen reader, so the number belongs to it.
        self.setAccessibleName(f"{self._title}: {digits}" if self._title else digits)
        self.setAccessibleDescription(digits)

    value = Property(float, get_value, set_value)
