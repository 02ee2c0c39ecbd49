"""Bars on a logarithmic axis, one or two a layer, with their numbers above."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from nnviz.theme.theme import Theme
from nnviz.widgets.numerals import ten_to
from nnviz.widgets.ticks import Limits

WIDEST = 46.0
"""Pixels of a bar at most."""


def share_of(value: float, limits: Limits) -> float:
    """Height 0…1 of a bar on an axis between log₁₀ limits; 0 for what has no logarithm."""
    if not (value > 0 and math.isfinite(value)):
        return 0.0
    return min(max((math.log10(value) - limits[0]) / (limits[1] - limits[0]), 0.0), 1.0)


def bar_boxes(
    values: Sequence[float], limits: Limits, boxes: Sequence[QRectF], place: int, places: int
) -> list[QRectF]:
    """The bars, standing on the bottom of their boxes; place 0 is the first of several beside each other."""
    bars = []
    for value, box in zip(values, boxes, strict=True):
        wide = min(box.width() * 0.8 / places, WIDEST)
        left = box.center().x() + (place - places / 2) * wide
        height = share_of(value, limits) * box.height()
        bars.append(QRectF(left, box.bottom() - height, wide - (2 if places > 1 else 0), height))
    return bars


def paint_bars(painter: QPainter, theme: Theme, bars: Sequence[QRectF], role: str, hatched: bool = False) -> None:
    """Filled, or hatched and framed so that it is told apart without colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    color = theme.color(role)
    painter.setPen(QPen(color, 1.4))
    painter.setBrush(QBrush(color, Qt.BrushStyle.BDiagPattern) if hatched else QBrush(color))
    for bar in bars:
        if bar.height() > 0:
            painter.drawRect(bar)


def paint_decades(painter: QPainter, theme: Theme, limits: Limits, box: QRectF, room: float) -> list[tuple[float, str]]:
    """Lines at powers of ten, and these at the left of the box, as many as have room; returns what was written."""
    height = painter.fontMetrics().height()
    low, high = math.ceil(limits[0]), math.floor(limits[1])
    every = max(1, math.ceil((high - low + 1) * height * 1.15 / max(box.height(), 1.0)))
    written = []
    for power in range(high, low - 1, -every):
        y = box.bottom() - (power - limits[0]) / (limits[1] - limits[0]) * box.height()
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(theme.color("muted"))
        place = QRectF(box.left() - room, y - height / 2, room - 6, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, ten_to(power))
        written.append((float(power), ten_to(power)))
    return written
