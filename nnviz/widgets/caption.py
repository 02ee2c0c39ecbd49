"""Caption: the name of a field, with a small mark where a change means a new start."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QWidget

from nnviz.theme.painting import painting

MARK = 16
"""Room for the mark behind the text."""
RADIUS = 3.6


class Caption(QLabel):
    """A label; with `restart` a circular arrow stands behind its text. In a legend it is `leading`, and text wraps."""

    def __init__(self, restart: bool = False, parent: QWidget | None = None, leading: bool = False) -> None:
        super().__init__(parent)
        self.restart = restart
        self._leading = leading
        self.setIndent(MARK if leading else 0)
        self.setWordWrap(leading)

    def sizeHint(self) -> QSize:
        """Text and mark."""
        size = super().sizeHint()
        behind = self.restart and not self._leading
        return QSize(size.width() + (MARK if behind else 0), size.height())

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut off."""
        return super().minimumSizeHint() if self._leading else self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text as ever, then the mark."""
        super().paintEvent(event)
        if self.restart:
            middle = QRectF(self.contentsRect()).center().y()
            with painting(self, antialias=True) as painter:
                paint_restart(painter, QPointF(self._mark_left() + MARK / 2, middle), self.palette())

    def _mark_left(self) -> int:
        left = self.contentsRect().left()
        return left - 2 if self._leading else left + 2 + self.fontMetrics().horizontalAdvance(self.text())


def paint_restart(painter: QPainter, center: QPointF, palette: QPalette) -> None:
    """A circle open at the top right, with an arrow head at its end."""
    color = palette.color(QPalette.ColorRole.PlaceholderText)
    painter.setPen(QPen(color, 1.2))
    box = QRectF(center.x() - RADIUS, center.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
    painter.drawArc(box, 90 * 16, 290 * 16)
    end = math.radians(20)
    tip = QPointF(center.x() + RADIUS * math.cos(end), center.y() - RADIUS * math.sin(end))
    head = QPainterPath(tip + QPointF(0.4, -2.4))
    head.lineTo(tip + QPointF(2.2, 0.8))
    head.lineTo(tip + QPointF(-2.2, 0.4))
    head.closeSubpath()
    painter.fillPath(head, color)
