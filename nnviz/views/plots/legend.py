"""The legend beside or below the plane: a colour bar with numbers, and what each mark means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from nnviz.theme.scales import Rgb
from nnviz.theme.theme import Theme
from nnviz.views.plots.pixels import image_of

BAR_WIDTH, BAR_HEIGHT = 64.0, 8.0
MARK = 14.0
GAP = 6.0
BETWEEN = 12.0
ROUNDING = 0.5
NAME_WIDTH = 150.0
"""Pixels of the longest name at the ordinary size of writing; longer ones, of a user's own classes, are cut."""
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
Placed = tuple[Entry, QRectF]
"""An entry and its box."""


class Legend:
    """Entries in columns as high as there is room, or in rows as wide."""

    def __init__(self, theme: Theme, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self._theme = theme
        self._font = theme.font(0.85)
        self._metrics = QFontMetricsF(self._font)
        self._cut = tuple(map(self._shortened, entries))

    def column_width(self) -> float:
        """Pixels that one column takes."""
        return max((self._size(entry).width() for entry in self._cut), default=0.0)

    def columns_width(self, height: float) -> float:
        """Pixels that all entries take in columns of this height."""
        return max((box.right() for _, box in self.columns(height)), default=0.0)

    def rows_height(self, width: float) -> float:
        """Pixels that rows of this width take."""
        return max((box.bottom() for _, box in self.rows(width)), default=0.0)

    def paint(self, painter: QPainter, places: list[Placed]) -> None:
        """Entries in their places."""
        for entry, box in places:
            self._paint(painter, entry, box)

    def columns(self, height: float) -> list[Placed]:
        """One below the other, going on in the next column where the height ends."""
        places: list[Placed] = []
        x = y = wide = 0.0
        for entry in self._cut:
            size = self._size(entry)
            if y > 0 and y + size.height() > height:
                x, y, wide = x + wide + BETWEEN, 0.0, 0.0
            places.append((entry, QRectF(QPointF(x, y), size)))
            y += size.height() + (GAP if isinstance(entry, Bar) else 0)
            wide = max(wide, size.width())
        return places

    def rows(self, width: float) -> list[Placed]:
        """One after the other, going on in the next row where the width ends."""
        places: list[Placed] = []
        x = y = start = 0.0
        for entry in self._cut:
            size = self._size(entry)
            if x > start and x + size.width() > width:
                x, y = start, y + size.height()
            places.append((entry, QRectF(QPointF(x, y), size)))
            x += size.width() + BETWEEN
            # Marks go on beside a bar, which is three lines high.
            start = x if isinstance(entry, Bar) else start
        return places

    def _shortened(self, entry: Entry) -> Entry:
        room = NAME_WIDTH * self._theme.scale
        if isinstance(entry, Bar):
            return replace(entry, title=self._metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, room))
        return replace(entry, name=self._metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, room))

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


def within(places: list[Placed], room: QRectF) -> list[Placed]:
    """The same from the corner of a room, without those that it has no room for."""
    reach = room.adjusted(0, 0, ROUNDING, ROUNDING)
    moved = [(entry, box.translated(room.topLeft())) for entry, box in places]
    return [(entry, box) for entry, box in moved if reach.contains(box)]
