"""The legend: what colour, width and dashes of an edge, a bias mark and the filling of a unit mean, in numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.theme.scales import Rgb, diverging, qcolor
from nnviz.views.network.brush import CENTER, LEFT, RIGHT, Brush, pen, picture_of
from nnviz.views.network.edges import LEVELS, dashes, edge_colors, edge_widths, paint_lines
from nnviz.views.network.nodes import paint_mark
from nnviz.views.network.passes.pulses import LEAST, paint_sample, sprites
from nnviz.views.network.ranges import ValueScale
from nnviz.widgets.numerals import short

BAR = 8.0
SAMPLES = np.array([-LEVELS, -LEVELS // 2, 0, LEVELS // 2 + 1, LEVELS])
"""Signed levels of the sample edges above the weight bar."""
PULSES = (-1.0, -0.6, -0.25, 0.25, 0.6, 1.0)
"""Sample pulses, as shares of the largest."""
TAIL = 16.0
"""Room for the tail of the first of them."""
SAMPLE = 24.0
"""Pixels from one sample edge to the next."""
VALUE_BAR = 70.0
TICK = 120.0
"""Most pixels of a number below a bar."""
SPACE = 9.0
BETWEEN = 22.0
TITLE = 9.0
"""Most heights of a line that a title is wide; longer ones, of layers of many kinds, are elided."""


@dataclass(frozen=True)
class Entry:
    """One part of the legend: its title, the width of its drawing, the numbers below, and who draws it; `tail` stands
    behind the drawing."""

    title: str
    width: float
    ticks: tuple[str, ...]
    paint: Callable[[QPainter, Brush, QRectF], None]
    tail: str = ""


@dataclass(frozen=True)
class Legend:
    """Entries in rows; `note` stands at the right end, or in a row of its own where there is no room.

    compact: numbers beside the bars instead of below them, for a pane that is low.
    """

    entries: tuple[Entry, ...]
    note: str = ""
    compact: bool = False

    def height(self, brush: Brush, width: float) -> float:
        """Pixels that the legend takes at this width."""
        rows, alone = self._rows(brush, width)
        return len(rows) * self._row_height(brush) + alone * line_height(brush)

    def paint(self, painter: QPainter, brush: Brush, box: QRectF) -> None:
        """Draw the legend into a box of that height."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows, alone = self._rows(brush, box.width())
        tall, y = self._row_height(brush), box.top()
        paint = _paint_compact if self.compact else _paint_entry
        for row in rows:
            x = box.left()
            for entry in row:
                paint(painter, brush, entry, x, y)
                x += self._width(brush, entry) + BETWEEN
            y += tall
        line = line_height(brush)
        note = QRectF(box.left(), y if alone else y - (tall + line) / 2, box.width(), line)
        brush.write(painter, note, self.note, align=LEFT if alone else RIGHT)

    def _rows(self, brush: Brush, width: float) -> tuple[list[list[Entry]], bool]:
        """Entries broken into rows, and whether the note stands alone."""
        rows: list[list[Entry]] = [[]]
        used = 0.0
        for entry in self.entries:
            needed = self._width(brush, entry) + BETWEEN
            if rows[-1] and used + needed - BETWEEN > width:
                rows.append([])
                used = 0.0
            rows[-1].append(entry)
            used += needed
        return rows, bool(self.note) and used + brush.small_metrics.horizontalAdvance(self.note) > width

    def _width(self, brush: Brush, entry: Entry) -> float:
        beside = sum(_ends(brush, entry)) + SPACE if self.compact else _overhang(brush, entry)
        return _title_width(brush, entry) + SPACE + entry.width + beside + _tail_width(brush, entry)

    def _row_height(self, brush: Brush) -> float:
        return line_height(brush) + (5 if self.compact else 12 + BAR)


def weight_entry(title: str, limit: float, beyond: bool, count: int) -> Entry:
    """The scale of edges: bar and numbers, with sample edges from −limit to limit; beyond: some are larger still;
    count: edges drawn."""
    ends = (f"≤ {short(-limit)}", f"≥ {short(limit)}") if beyond else (short(-limit), f"+{short(limit)}")

    def paint(painter: QPainter, brush: Brush, bar: QRectF) -> None:
        _paint_weights(painter, brush, bar, count)

    return Entry(title, SAMPLE * len(SAMPLES), (ends[0], "0", ends[1]), paint)


def weights_entry(title: str, limits: str, count: int) -> Entry:
    """The scale of edges where every matrix has its own `limits`, which stand behind the bar."""

    def paint(painter: QPainter, brush: Brush, bar: QRectF) -> None:
        _paint_weights(painter, brush, bar, count)

    return Entry(title, SAMPLE * len(SAMPLES), (MINUS_SIGN, "0", "+"), paint, limits)


def bias_entry(title: str) -> Entry:
    """The marks of biases: filled where positive, hollow where negative, coloured as weights are."""
    return Entry(title, 34.0, ("+", MINUS_SIGN), _paint_biases)


def value_entry(title: str, scale: ValueScale) -> Entry:
    """The scale of the values of units."""
    places = (scale.low, scale.middle, scale.high) if scale.middle > scale.low else (scale.low, scale.high)

    def paint(painter: QPainter, brush: Brush, bar: QRectF) -> None:
        colors = scale.colors(np.linspace(scale.low, scale.high, int(bar.width()))[None], brush.palette)
        _paint_bar(painter, brush, bar, colors)

    return Entry(title, VALUE_BAR, tuple(short(place, 3) for place in places), paint)


def bar_entry(title: str, limits: str) -> Entry:
    """The diverging scale of what every layer has its own `limits` for, which stand behind the bar."""

    def paint(painter: QPainter, brush: Brush, bar: QRectF) -> None:
        _paint_bar(painter, brush, bar, diverging(np.linspace(-1, 1, int(bar.width()))[None], 1.0, brush.palette))

    return Entry(title, VALUE_BAR, (MINUS_SIGN, "0", "+"), paint, limits)


def pulse_entry(title: str, largest: float) -> Entry:
    """The pulses on their way: size and brightness for |value|, hollow where it is negative."""
    return Entry(title, 2 * VALUE_BAR, (short(-largest, 3), "0", f"+{short(largest, 3)}"), _paint_pulses)


MINUS_SIGN = "−"


def line_height(brush: Brush) -> float:
    """Pixels of a line of small text."""
    return brush.small_metrics.height()


def _title_width(brush: Brush, entry: Entry) -> float:
    return min(brush.small_metrics.horizontalAdvance(entry.title), TITLE * line_height(brush))


def _tail_width(brush: Brush, entry: Entry) -> float:
    return SPACE + brush.small_metrics.horizontalAdvance(entry.tail) if entry.tail else 0.0


def _paint_tail(painter: QPainter, brush: Brush, entry: Entry, x: float, y: float) -> None:
    room = QRectF(x + SPACE, y, _tail_width(brush, entry), line_height(brush))
    brush.write(painter, room, entry.tail, role="text", align=LEFT)


def _overhang(brush: Brush, entry: Entry) -> float:
    """How far the first number sticks out of the bar; the last one as far on the other side."""
    return max(max(_ends(brush, entry)) / 2 - 4, 0.0)


def _paint_entry(painter: QPainter, brush: Brush, entry: Entry, x: float, y: float) -> None:
    advance, line = _title_width(brush, entry), line_height(brush)
    bar = QRectF(x + advance + SPACE, y + 10, entry.width, BAR)
    brush.write(painter, QRectF(x, bar.center().y() - line / 2, advance + 1, line), entry.title, align=LEFT)
    entry.paint(painter, brush, bar)
    for k, tick in enumerate(entry.ticks):
        share = (k + 0.5) / len(entry.ticks) if entry.width < VALUE_BAR else k / max(len(entry.ticks) - 1, 1)
        middle = bar.left() + share * bar.width()
        brush.write(painter, QRectF(middle - TICK / 2, bar.bottom() + 1, TICK, line), tick, role="text", align=CENTER)
    _paint_tail(painter, brush, entry, bar.right(), bar.center().y() - line / 2)


def _paint_compact(painter: QPainter, brush: Brush, entry: Entry, x: float, y: float) -> None:
    advance, line = _title_width(brush, entry), line_height(brush)
    low, high = _ends(brush, entry)
    left = x + advance + SPACE
    bar = QRectF(left + low + SPACE / 2, y + line / 2 + 1, entry.width, BAR - 2)
    brush.write(painter, QRectF(x, y + 2, advance + 1, line), entry.title, align=LEFT)
    brush.write(painter, QRectF(left, y + 2, low + 1, line), entry.ticks[0], role="text", align=LEFT)
    entry.paint(painter, brush, bar)
    brush.write(
        painter, QRectF(bar.right() + SPACE / 2, y + 2, high + 1, line), entry.ticks[-1], role="text", align=LEFT
    )
    _paint_tail(painter, brush, entry, bar.right() + SPACE / 2 + high, y + 2)


def _ends(brush: Brush, entry: Entry) -> tuple[float, float]:
    """Widths of the first and the last number."""
    advance = brush.small_metrics.horizontalAdvance
    return advance(entry.ticks[0]), advance(entry.ticks[-1])


def _paint_weights(painter: QPainter, brush: Brush, bar: QRectF, count: int) -> None:
    values = np.linspace(-1, 1, int(bar.width()))[None]
    _paint_bar(painter, brush, bar, diverging(values, 1.0, brush.palette))
    colors = edge_colors(SAMPLES, np.abs(SAMPLES), brush.palette)
    widths = edge_widths(np.abs(SAMPLES), count, brush.palette.line)
    for k, level in enumerate(SAMPLES):
        left = bar.left() + k * SAMPLE
        line = np.array([[left + 1, bar.top() - 5, left + SAMPLE - 1, bar.top() - 5]])
        painter.setPen(pen(qcolor(colors[k]), float(widths[k])))
        paint_lines(painter, dashes(line, 7.0) if level < 0 else line)


def _paint_pulses(painter: QPainter, brush: Brush, bar: QRectF) -> None:
    atlas, middle = sprites(brush), bar.center().y()
    for value in PULSES:
        # Tails lie at the left of their heads.
        x = bar.left() + TAIL + (value + 1) / 2 * (bar.width() - TAIL - 6)
        diameter = LEAST + 8 * abs(value) ** 0.5
        paint_sample(painter, brush, atlas, QPointF(x, middle), diameter, negative=value < 0)


def _paint_biases(painter: QPainter, brush: Brush, bar: QRectF) -> None:
    for share, value in ((0.25, 1.0), (0.75, -1.0)):
        color = qcolor(diverging(np.array(value), 1.0, brush.palette))
        x = bar.left() + share * bar.width()
        paint_mark(painter, brush, x, bar.center().y(), 4.2, color=color, hollow=value < 0)


def _paint_bar(painter: QPainter, brush: Brush, bar: QRectF, colors: Rgb) -> None:
    painter.drawImage(bar, picture_of(colors))
    painter.setPen(pen(brush.color("border"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
