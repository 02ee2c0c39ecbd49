"""FactLabel: a value that is shown beside fields but not edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from nnviz.widgets.limits import number_text

LINE = 28
"""As high as a field, so that captions stand on one line with it."""


class FactLabel(QLabel):
    """A number, at the right edge like the numbers of fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setProperty("role", "value")
        self.setContentsMargins(0, 0, 8, 0)
        self.setMinimumHeight(LINE)
        self._value = 0.0
        self._name = ""

    def value(self) -> float:
        """The number shown."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number."""
        self._value = value
        self.setText(number_text(value))
        self.setAccessibleName(self._name)

    def setAccessibleName(self, name: str) -> None:
        """A label's accessible name hides its text from a screen reader, so the number belongs to it."""
        self._name = name
        super().setAccessibleName(f"{name}: {self.text()}" if name else "")
