"""GraphLegend: explains, below a graph, its two kinds of numbers and its marks, in as many lines as that takes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.brush import DERIVATIVE, VALUE, dots, triangle
from nnviz.widgets.numerals import MINUS

SIZE = 0.92
GAP, LEFT = 18.0, 2.0
SAMPLE_ROOM = 46.0
"""Pixels of an item besides its words, at ordinary writing."""
SAMPLE = f"{MINUS}2"
"""A number as an example."""
KINDS = ("value", "backward", "forward", "kept", "hidden")
Item = tuple[str, str]
"""One of KINDS, and what it means."""


class GraphLegend(QWidget):
    """Shows a sample and words for each kind."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._items: tuple[Item, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def items(self) -> tuple[Item, ...]:
        """What is explained."""
        return self._items

    def set_items(self, items: tuple[Item, ...]) -> None:
        """Other kinds, or other words."""
        if items != self._items:
            self._items = items
            self.setAccessibleName("; ".join(words for _, words in items))
            self.updateGeometry()
            self.update()

    @property
    def lines(self) -> list[list[Item]]:
        """The items of each line."""
        lines: list[list[Item]] = [[]]
        right = LEFT
        for item in self._items:
            wide = self._width(item)
            if lines[-1] and right + wide > self.width():
                lines.append([])
                right = LEFT
            lines[-1].append(item)
            right += wide + GAP
        return lines

    def sizeHint(self) -> QSize:
        """All lines."""
        return QSize(200, round(self._line()) * len(self.lines))

    def _line(self) -> float:
        """Height of a line."""
        return QFontMetricsF(self._theme.font(SIZE)).height() + 8

    def _width(self, item: Item) -> float:
        """Pixels that an item takes at the most."""
        return QFontMetricsF(self._theme.font(SIZE)).horizontalAdvance(item[1]) + SAMPLE_ROOM * self._theme.scale

    def paintEvent(self, event: QPaintEvent) -> None:
        """The items, line by line."""
        with painting(self, antialias=True) as painter:
            for line in self.lines:
                left = LEFT
                for kind, words in line:
                    left = self._item(painter, left, kind, words) + GAP
                painter.translate(0, self._line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _item(self, painter: QPainter, left: float, kind: str, words: str) -> float:
        """Draw an item; its right end."""
        sample = self._hidden if kind == "hidden" else self._number
        return self._text(painter, sample(painter, left, kind), words)

    def _hidden(self, painter: QPainter, left: float, kind: str) -> float:
        """The mark of an edge whose numbers are hidden; where the words begin."""
        middle = QPointF(left + 14, self._line() / 2)
        painter.setPen(self._theme.color("muted"))
        painter.drawLine(middle - QPointF(13, 0), middle + QPointF(13, 0))
        dots(painter, middle, self._theme.color("surface"), self._theme.color(VALUE))
        return left + 36

    def _number(self, painter: QPainter, left: float, kind: str) -> float:
        """A number with its triangle or frame; where the words begin."""
        role = VALUE if kind in ("value", "kept") else DERIVATIVE
        sample = self._theme.font(1.0, bold=role == VALUE)
        if role == DERIVATIVE:
            self._arrow(painter, QPointF(left, self._line() / 2), backward=kind == "backward")
            left += 12
        wide = QFontMetricsF(sample).horizontalAdvance(SAMPLE)
        painter.setFont(sample)
        painter.setPen(self._theme.color(role))
        if kind == "kept":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left, 3, wide + 10, self._line() - 6), 5, 5)
            left += 5
        painter.drawText(QRectF(left, 0, wide, self._line()), Qt.AlignmentFlag.AlignCenter, SAMPLE)
        return left + wide + (12 if kind == "kept" else 7)

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
        painter.drawText(QRectF(left, 0, wide + 2, self._line()), Qt.AlignmentFlag.AlignVCenter, words)
        return left + wide
