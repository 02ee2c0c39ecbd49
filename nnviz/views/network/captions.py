"""Captions above the columns and the counts in their gaps."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.views.network.brush import Brush, disc
from nnviz.views.network.layout import Column, Layout
from nnviz.views.network.view import View
from nnviz.views.network.words import Caption

BETWEEN = 6.0
"""Least pixels between two captions."""
DOT = 1.9


def header_height(brush: Brush) -> float:
    """Pixels of the two lines."""
    return brush.bold_metrics.height() + brush.small_metrics.height() + 2


def paint_captions(
    painter: QPainter, captions: list[Caption], layout: Layout, view: View, brush: Brush, *, top: float, width: float
) -> None:
    """Two lines over every column: brief ones where a hidden layer's name does not fit, and of layers so many that
    even those would touch only some."""
    rooms = [caption_room(layout, column, view, width) for column in layout.columns]
    titles = titles_of(captions, rooms, brush)
    widest = max(map(brush.bold_metrics.horizontalAdvance, titles[1:-1]), default=0.0)
    stride = ceil((widest + BETWEEN) / (layout.step * view.scale)) if len(titles) > 2 else 1
    for column, caption, title, room in zip(layout.columns, captions, titles, rooms, strict=True):
        if column.layer % stride == 0 or column.layer == len(titles) - 1:
            x = view.point(column.x, 0)[0]
            lines, role = (title, detail_of(caption, room, brush)), "accent" if caption.current else "muted"
            _paint_caption(painter, brush, lines, x=x, top=top, room=room, role=role)


def caption_room(layout: Layout, column: Column, view: View, width: float) -> float:
    """Pixels of a caption centred over its column, clear of its neighbours and of the ends of a pane `width` wide."""
    x = view.point(column.x, 0)[0]
    room = min(layout.step * view.scale - BETWEEN, 2 * x - 8, 2 * (width - x) - 8)
    if column.layer == 0 and layout.image:
        room = max(room, layout.image.width * view.scale)
    return room


def titles_of(captions: list[Caption], rooms: list[float], brush: Brush) -> list[str]:
    """The first lines: all hidden layers alike, in full or brief."""
    fits = [brush.bold_metrics.horizontalAdvance(c.title) <= room for c, room in zip(captions, rooms, strict=True)]
    inner = all(fits[1:-1])
    full = [fits[0], *[inner] * (len(fits) - 2), fits[-1]]
    return [c.title if whole else c.brief for c, whole in zip(captions, full, strict=True)]


def detail_of(caption: Caption, room: float, brush: Brush) -> str:
    """The longest second line that fits; none is better than one that is cut."""
    lines = (caption.detail, *caption.details)
    return next((line for line in lines if brush.advance(line) <= room), "")


def _paint_caption(
    painter: QPainter, brush: Brush, lines: tuple[str, str], *, x: float, top: float, room: float, role: str
) -> None:
    first, second = brush.bold_metrics.height(), brush.small_metrics.height()
    # A brief title stays whole, even where its column has next to no room of its own.
    wide = max(room, brush.bold_metrics.horizontalAdvance(lines[0]))
    brush.write(painter, QRectF(x - wide / 2, top, wide, first), lines[0], brush.bold, role="text")
    brush.write(painter, QRectF(x - wide / 2, top + first + 2, wide, second), lines[1], role=role)


def paint_gap(painter: QPainter, text: str, column: Column, view: View, brush: Brush, *, room: float) -> None:
    """Three dots and how many units they stand for, in the gap of a column; the bare number where room is short."""
    if column.gap is None:
        return
    x, y = view.point(column.x, column.gap)
    line = brush.small_metrics.height()
    if brush.small_metrics.horizontalAdvance(text) + 14 > room:
        text = f"+{column.hidden}"
    width = brush.small_metrics.horizontalAdvance(text) + 10
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.color("surface", 225))
    painter.drawRoundedRect(QRectF(x - width / 2, y - 20, width, 40), 8, 8)
    painter.setBrush(brush.color("muted"))
    for k in range(3):
        disc(painter, x, y - 14 + 6 * k, DOT)
    brush.write(painter, QRectF(x - width / 2, y + 19 - line, width, line), text, role="text")
