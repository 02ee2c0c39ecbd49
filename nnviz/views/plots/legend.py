"""The legend beside or below the plane: a colour bar with numbers, and what each mark means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from nnviz.theme.scales import Rgb
from nnviz.theme.theme import Theme
from nnviz.views.plots.pixels import image_of

BAR_WIDTH, BAR_HEIGHT = 64.0, 8.0
MARK = 14.0
GAP = 6.0
BETWEEN = 12.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter

Paint = Callable[[QPainter, QPointF], None]


@dataclass(frozen=True)
class Bar:
    """A colour bar: (1, n, 3) colours from left to right, and the numbers below it, evenly spaced."""

    title: str
    colors: Rgb
    ticks: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """A mark, painted around a point, and its name."""

    name: str
    paint: Paint


Entry = Bar | Mark


class Legend:
    """Entries in a column, or in rows as wide as there is room."""

    def __init__(self, theme: Theme, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self._theme = theme
        self._font = theme.font(0.85)
        self._metrics = QFontMetricsF(self._font)

    def column_width(self) -> float:
        """Pixels that a column takes."""
        return max((self._size(entry).width() for entry in self.entries), default=0.0)

    def rows_height(self, width: float) -> float:
        """Pixels that rows of this width take."""
        places = self._rows(width)
        return max((y + self._size(entry).height() for entry, _, y in places), default=0.0)

    def paint_column(self, painter: QPainter, corner: QPointF) -> None:
        """One below the other."""
        y = corner.y()
        for entry in self.entries:
            size = self._size(entry)
            self._paint(painter, entry, QRectF(QPointF(corner.x(), y), size))
            y += size.height() + (GAP if isinstance(entry, Bar) else 0)

    def paint_rows(self, painter: QPainter, corner: QPointF, width: float) -> None:
        """One after the other, going on in the next row where the width ends."""
        for entry, x, y in self._rows(width):
            self._paint(painter, entry, QRectF(corner + QPointF(x, y), self._size(entry)))

    def _rows(self, width: float) -> list[tuple[Entry, float, float]]:
        places: list[tuple[Entry, float, float]] = []
        x = y = start = 0.0
        for entry in self.entries:
            size = self._size(entry)
            if x > start and x + size.width() > width:
                x, y = start, y + size.height()
            places.append((entry, x, y))
            x += size.width() + BETWEEN
            # Marks go on beside a bar, which is three lines high.
            start = x if isinstance(entry, Bar) else start
        return places

    def _size(self, entry: Entry) -> QSizeF:
        line = self._metrics.height() + 2
        if isinstance(entry, Mark):
            return QSizeF(MARK + GAP + self._metrics.horizontalAdvance(entry.name) + 1, line)
        width = max(BAR_WIDTH + self._overhang(entry), self._metrics.horizontalAdvance(entry.title) + 1)
        return QSizeF(width, 2 * line + BAR_HEIGHT)

    def _overhang(self, bar: Bar) -> float:
        """How far the first and the last number together stick out of the bar."""
        return sum(self._metrics.horizontalAdvance(bar.ticks[end]) for end in (0, -1)) / 2

    def _paint(self, painter: QPainter, entry: Entry, box: QRectF) -> None:
        painter.setFont(self._font)
        if isinstance(entry, Bar):
            self._paint_bar(painter, entry, box)
            return
        entry.paint(painter, QPointF(box.left() + MARK / 2, box.center().y()))
        painter.setPen(self._theme.color("muted"))
        painter.drawText(box.adjusted(MARK + GAP, 0, 0, 0), LEFT, entry.name)

    def _paint_bar(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        line = self._metrics.height() + 2
        painter.setPen(self._theme.color("muted"))
        painter.drawText(QRectF(box.left(), box.top(), box.width(), line), LEFT, bar.title)
        left = box.left() + self._metrics.horizontalAdvance(bar.ticks[0]) / 2
        strip = QRectF(left, box.top() + line, BAR_WIDTH, BAR_HEIGHT)
        painter.drawImage(strip, image_of(bar.colors))
        outline(painter, strip, self._theme.color("border"))
        painter.setPen(self._theme.color("text"))
        for k, tick in enumerate(bar.ticks):
            middle = left + BAR_WIDTH * k / (len(bar.ticks) - 1)
            painter.drawText(QRectF(middle - 40, strip.bottom(), 80, line), CENTER, tick)


def outline(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A thin frame."""
    painter.setPen(QPen(color, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
