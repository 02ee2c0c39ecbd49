"""GraphLegend: one line below a graph that explains its two kinds of numbers and the frames."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.brush import DERIVATIVE, VALUE, triangle
from nnviz.widgets.numerals import MINUS

SIZE = 0.92
GAP = 18.0
SAMPLE_ROOM = 44.0
"""Pixels of an item besides its words, at ordinary writing."""
SAMPLE = f"{MINUS}2"
"""A number as an example."""
KINDS = ("value", "backward", "forward", "kept")


class GraphLegend(QWidget):
    """Shows a sample and words for each kind, as many as have room."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._items: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_items(self, items: tuple[tuple[str, str], ...]) -> None:
        """Pairs of a kind, one of KINDS, and what it means."""
        self._items = items
        self.setAccessibleName("; ".join(words for _, words in items))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, round(QFontMetricsF(self._theme.font(SIZE)).height() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The items from left to right."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = 2.0
            for kind, words in self._items:
                wide = QFontMetricsF(self._theme.font(SIZE)).horizontalAdvance(words)
                if left + wide + SAMPLE_ROOM * self._theme.scale > self.width():
                    break
                left = self._item(painter, left, kind, words) + GAP
        finally:
            painter.end()

    def _item(self, painter: QPainter, left: float, kind: str, words: str) -> float:
        """Draw an item; its right end."""
        role = VALUE if kind in ("value", "kept") else DERIVATIVE
        sample = self._theme.font(1.0, bold=role == VALUE)
        middle = self.height() / 2
        if role == DERIVATIVE:
            self._arrow(painter, QPointF(left, middle), backward=kind == "backward")
            left += 12
        wide = QFontMetricsF(sample).horizontalAdvance(SAMPLE)
        painter.setFont(sample)
        painter.setPen(self._theme.color(role))
        if kind == "kept":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left, 3, wide + 10, self.height() - 6), 5, 5)
            left += 5
        painter.drawText(QRectF(left, 0, wide, self.height()), Qt.AlignmentFlag.AlignCenter, SAMPLE)
        left += wide + (12 if kind == "kept" else 7)
        return self._text(painter, left, words)

    def _arrow(self, painter: QPainter, at: QPointF, backward: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(DERIVATIVE))
        tip, way = (at, QPointF(-1, 0)) if backward else (at + QPointF(8, 0), QPointF(1, 0))
        painter.drawPolygon(triangle(tip, way, 8))

    def _text(self, painter: QPainter, left: float, words: str) -> float:
        font = self._theme.font(SIZE)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(QRectF(left, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        return left + wide
