"""Lettering: writing as large as its place allows, for eyes three metres away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from nnviz.theme.theme import Theme

SPACING = 1.3
"""Height of a line in sizes of its font."""
SMALLEST = 10
"""Pixels; a place that is smaller than that does not occur on a screen."""
SHRINK = 0.94
WRAP = int(Qt.TextFlag.TextWordWrap)


def fitted_font(theme: Theme, text: str, area: QRectF, lines: int = 1, bold: bool = False) -> QFont:
    """The largest font in which the text fits `area` on at most so many lines."""
    fonts = [_fitted(theme, text, area, count, bold) for count in range(1, lines + 1)]
    return max(fonts, key=QFont.pixelSize)


def _fitted(theme: Theme, text: str, area: QRectF, lines: int, bold: bool) -> QFont:
    font = theme.font(bold=bold)
    pixels = max(SMALLEST, int(area.height() / lines / SPACING))
    font.setPixelSize(pixels)
    while pixels > SMALLEST and not _fits(text, font, area, lines):
        pixels = max(SMALLEST, min(pixels - 1, int(pixels * SHRINK)))
        font.setPixelSize(pixels)
    return font


def _fits(text: str, font: QFont, area: QRectF, lines: int) -> bool:
    """Whole words only: a word that is wider than the area does not fit."""
    metrics = QFontMetricsF(font)
    if lines == 1:
        return metrics.horizontalAdvance(text) <= area.width()
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
    return widest <= area.width() and metrics.boundingRect(area, WRAP, text).height() <= area.height()
