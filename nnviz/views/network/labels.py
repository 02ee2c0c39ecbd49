"""Labels: names and numbers beside the inputs and outputs, and the plate that sets the answer off.

Names are painted on the slow layer; only numbers and the answer are painted at every frame.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.views.network.brush import LEFT, RIGHT, Brush
from nnviz.views.network.layout import Column, Floats
from nnviz.views.network.nodes import paint_ring
from nnviz.views.network.view import View
from nnviz.widgets.numerals import short

SPACE = 9.0
"""Pixels between unit and name, and between name and number."""
WIDEST = {True: "<0.001", False: "−0.000"}
"""The widest number that is a share, and that is not: room is kept for it, so that nothing moves."""

LEAST = 0.001
"""Shares nearer to 0 or 1 than this are only said to be so."""


@dataclass(frozen=True)
class LabelRoom:
    """Pixels for name and number of every label of a column; `share`: numbers lie between 0 and 1."""

    name: float
    number: float
    share: bool

    @property
    def width(self) -> float:
        return self.name + SPACE + self.number


@dataclass(frozen=True, eq=False)
class Labels:
    """Names of the shown units of a column, on its left or on its right."""

    column: Column
    names: tuple[str, ...]
    room: LabelRoom
    left: bool

    def boxes(self, view: View, brush: Brush) -> list[QRectF]:
        """The box of each label in the widget."""
        line, radius = brush.label_metrics.height(), self.column.radius * view.scale
        away = -radius - SPACE - self.room.width if self.left else radius + SPACE
        points = view.map(self.column.points)
        return [QRectF(x + away, y - line / 2, self.room.width, line) for x, y in points.tolist()]


def label_room(names: tuple[str, ...], share: bool, most: float, brush: Brush) -> LabelRoom:
    """Room for these names, elided beyond `most` pixels in all."""
    digits = brush.small_metrics.horizontalAdvance(WIDEST[share])
    widest = max((brush.label_metrics.horizontalAdvance(name) for name in names), default=0.0)
    return LabelRoom(min(widest, max(most - digits - SPACE, 0.0)), digits, share)


def label_text(value: float, share: bool) -> str:
    """A number beside a unit: three decimals of a share, else three significant digits; nothing before the first pass.

    A share that is neither 0 nor 1 is never shown as one of them.
    """
    if np.isnan(value):
        return ""
    if not share:
        return short(value, 3)
    if 0 < value < LEAST:
        return f"<{LEAST}"
    return f">{1 - LEAST}" if 1 - LEAST < value < 1 else f"{value:.3f}"


def paint_names(painter: QPainter, labels: Labels, view: View, brush: Brush) -> None:
    """The names, on the slow layer."""
    for name, box in zip(labels.names, labels.boxes(view, brush), strict=True):
        _paint_name(painter, labels, name, box, brush)


def paint_numbers(painter: QPainter, labels: Labels, values: Floats, view: View, brush: Brush) -> None:
    """The values (shown units,) beside the names."""
    painter.setFont(brush.small)
    painter.setPen(brush.color("muted"))
    for value, box in zip(values.tolist(), labels.boxes(view, brush), strict=True):
        painter.drawText(box, RIGHT, label_text(value, labels.room.share))


def paint_answer(
    painter: QPainter, labels: Labels, place: int, view: View, brush: Brush, *, value: float, square: bool
) -> None:
    """The shown unit at `place` is the answer: its label on a plate, its node in a ring."""
    box = labels.boxes(view, brush)[place]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.color("accent"))
    painter.drawRoundedRect(box.adjusted(-6, -1, 6, 1), 6, 6)
    _paint_name(painter, labels, labels.names[place], box, brush, role="on_accent")
    brush.write(painter, box, label_text(value, labels.room.share), role="on_accent", align=RIGHT)
    x, y = view.map(labels.column.points[place])
    paint_ring(painter, brush, x, y, labels.column.radius * view.scale - 2, square=square, role="accent")


def _paint_name(painter: QPainter, labels: Labels, name: str, box: QRectF, brush: Brush, *, role: str = "text") -> None:
    room = QRectF(box.left(), box.top(), labels.room.name, box.height())
    brush.write(painter, room, name, brush.label, role=role, align=RIGHT if labels.left else LEFT)
