"""NumberLabel: four significant digits on screen, all of them for a screen reader and for tests."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.layers.axes import number, percent

WIDEST = "8.888·10⁻⁸⁸"


class NumberLabel(QLabel):
    """A number at the right edge of a column that never moves; `share`: written as a percentage.

    value   the number shown, nan for none
    """

    def __init__(self, name: str, theme: Theme, share: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._share = theme, share
        self._caption = ""
        self.value = math.nan
        self.setObjectName(name)
        self.setProperty("role", "value")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.restyle()
        self._write()

    def set_caption(self, caption: str) -> None:
        """What the number is, for a screen reader."""
        self._caption = caption
        self._write()

    def set_value(self, value: float) -> None:
        """Show another number."""
        if value != self.value:
            self.value = value
            self._write()

    def restyle(self) -> None:
        """Measure anew after the theme has changed."""
        font = self._theme.font(0.92, bold=True)
        self.setFont(font)
        self.setFixedWidth(round(QFontMetricsF(font).horizontalAdvance(WIDEST)) + 2)

    def _write(self) -> None:
        text = percent(self.value) if self._share else number(self.value)
        if text != self.text():
            self.setText(text)
        exact = f"{100 * self.value!r} %" if self._share else repr(self.value)
        # A label's accessible name hides its text from a screen reader, so the number belongs to it.
        self.setAccessibleName(f"{self._caption}: {self.tr('unknown') if math.isnan(self.value) else exact}")
