"""FactCell: one number of a run, short on screen and with all digits for a screen reader and a test."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Property, Qt
from PySide6.QtWidgets import QLabel, QWidget

from nnviz.widgets.numerals import full

NOTHING = "–"


class FactCell(QLabel):
    """The property `value` holds the number itself; nan, shown as a dash, where there is none."""

    def __init__(self, name: str, written: Callable[[float], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "value")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._written, self._title, self._value = written, "", math.nan
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

    def _show(self) -> None:
        known = not math.isnan(self._value)
        self.setText(self._written(self._value) if known else NOTHING)
        # A label's accessible name hides its text from a screen reader, so the number belongs to it.
        self.setAccessibleName(f"{self._title}: {full(self._value) if known else NOTHING}")

    value = Property(float, get_value, set_value)
