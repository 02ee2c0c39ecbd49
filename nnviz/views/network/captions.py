"""Captions above the columns and the counts in their gaps."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.views.network.brush import Brush, disc
from nnviz.views.network.layout import Column, Layout
from nnviz.views.network.view import View
from nnviz.views.network.words import Caption

LEAST = 46.0
"""A caption narrower than this would be cut too short to read: columns closer than that are only numbered."""
NUMBER = 24.0
DOT = 1.9


def header_height(brush: Brush) -> float:
    """Pixels of the two lines."""
    return brush.bold_metrics.height() + brush.small_metrics.height() + 2


def paint_captions(
    painter: QPainter, captions: list[Caption], layout: Layout, view: View, brush: Brush, *, top: float, width: float
) -> None:
    """Two lines over every column; only the layer's number where columns stand too close for words."""
    step = layout.step * view.scale
    stride = 1 if step >= LEAST else ceil(NUMBER / step)
    for column, caption in zip(layout.columns, captions, strict=True):
        x = view.point(column.x, 0)[0]
        room = min(step - 6, 2 * x - 8, 2 * (width - x) - 8)
        if column.layer == 0 and layout.image:
            room = max(room, layout.image.width * view.scale)
        if step >= LEAST:
            _paint_caption(painter, brush, caption, x=x, top=top, room=max(room, 8.0))
        elif column.layer % stride == 0:
            box = QRectF(x - NUMBER, top, 2 * NUMBER, header_height(brush))
            brush.write(painter, box, str(column.layer), role="text")


def _paint_caption(painter: QPainter, brush: Brush, caption: Caption, *, x: float, top: float, room: float) -> None:
    first, second = brush.bold_metrics.height(), brush.small_metrics.height()
    brush.write(painter, QRectF(x - room / 2, top, room, first), caption.title, brush.bold, role="text")
    brush.write(painter, QRectF(x - room / 2, top + first + 2, room, second), caption.detail)


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
