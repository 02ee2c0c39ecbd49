"""NumberLabel: a number with four digits on screen and all of them for a screen reader, a tool tip and a test."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Property, QEvent, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

from nnviz.widgets.numerals import NONE, full, short


class NumberLabel(QLabel):
    """The property `value` holds the number itself; NaN, shown as a dash, where there is none."""

    def __init__(
        self, name: str, parent: QWidget | None = None, written: Callable[[float], str] = short, widest: str = ""
    ) -> None:
        """`written` writes a number that is known; the label is as wide as `widest`, else as its text."""
        self._widest = widest
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "value")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._written, self._title, self._value = written, "", math.nan
        self._measure()
        self._show()

    def get_value(self) -> float:
        """The number shown."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number."""
        if value != self._value and not (math.isnan(value) and math.isnan(self._value)):
            self._value = float(value)
            self._show()

    def set_title(self, title: str) -> None:
        """What the number is, in words."""
        self._title = title
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        if self._widest:
            self.setFixedWidth(round(QFontMetricsF(self.font()).horizontalAdvance(self._widest)) + 2)

    def _show(self) -> None:
        known = not math.isnan(self._value)
        self.setText(self._written(self._value) if known else NONE)
        digits = full(self._value) if known else NONE
        self.setToolTip(digits)
        # A label's accessible name hides its text from a screen reader, so the number belongs to it.
        self.setAccessibleName(f"{self._title}: {digits}" if self._title else digits)
        self.setAccessibleDescription(digits)

    value = Property(float, get_value, set_value)
