"""Brush: the theme's fonts, pens and metrics that all parts of the picture draw with."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from nnviz.theme.palettes import Palette
from nnviz.theme.theme import Theme
from nnviz.widgets.superscript import advance, elided, write

CENTER = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Brush:
    """Fonts and colours of one theme setting, `size` times as large; made anew when the theme changes."""

    def __init__(self, theme: Theme, size: float = 1.0) -> None:
        self.palette: Palette = theme.palette
        self.notation = theme.notation
        self.size = size
        self.small: QFont = theme.font(0.9 * size)
        self.bold: QFont = theme.font(0.95 * size, bold=True)
        self.label: QFont = theme.font(1.1 * size, bold=True)
        self.small_metrics = QFontMetricsF(self.small)
        self.bold_metrics = QFontMetricsF(self.bold)
        self.label_metrics = QFontMetricsF(self.label)

    def color(self, role: str, alpha: int = 255) -> QColor:
        """A colour of the palette."""
        color = QColor(getattr(self.palette, role))
        color.setAlpha(alpha)
        return color

    def write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        font: QFont | None = None,
        *,
        role: str = "muted",
        align: Qt.AlignmentFlag = CENTER,
    ) -> None:
        """One line of text in a box, elided where it does not fit."""
        font = font or self.small
        painter.setFont(font)
        painter.setPen(self.color(role))
        metrics = self.metrics(font)
        if "^" in text:
            write(painter, box, align, elided(text, font, box.width() + 0.5), font)
            return
        if metrics.horizontalAdvance(text) > box.width() + 0.5:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, align, text)

    def advance(self, text: str) -> float:
        """Pixels of a line of small text, in which layers may be raised."""
        return advance(text, self.small) if "^" in text else self.small_metrics.horizontalAdvance(text)

    def metrics(self, font: QFont) -> QFontMetricsF:
        """The metrics of one of the brush's fonts."""
        known = {id(self.small): self.small_metrics, id(self.bold): self.bold_metrics}
        return known.get(id(font), self.label_metrics)


def picture_of(colors: NDArray[Any]) -> QImage:
    """(rows, columns, 3) 0…255 → an image of its own memory."""
    rows, columns = colors.shape[:2]
    data = np.ascontiguousarray(colors, np.uint8)
    return QImage(data.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()


def pen(color: QColor, width: float) -> QPen:
    """A pen with flat ends."""
    result = QPen(color, width)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    return result


def disc(painter: QPainter, x: float, y: float, radius: float) -> None:
    """A circle in the painter's pen and brush."""
    painter.drawEllipse(QPointF(x, y), radius, radius)
