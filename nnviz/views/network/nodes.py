"""Nodes: units filled by their activation, biases, the input image and output labels, drawn at every frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from nnviz.theme.scales import Rgb, qcolor
from nnviz.views.network.brush import LEFT, RIGHT, Brush, disc, pen, picture_of
from nnviz.views.network.layout import ImageBox
from nnviz.views.network.scene import Nodes
from nnviz.views.network.view import View

MARK = (2.6, 4.6)
"""Radius of a bias mark in pixels."""
RING = 1.3
"""Width of the ring around a unit."""
CORNER = 0.2
"""Rounding of a unit's picture as a share of its side."""
LABEL_GAP = 9.0


@dataclass(frozen=True)
class Label:
    """What is written beside a node: a name and a number; `answer` is set off."""

    name: str
    value: str
    answer: bool = False
    left: bool = False


def paint_settings(painter: QPainter, nodes: Nodes, view: View, brush: Brush, tile: float) -> None:
    """What stays while values change: rings and biases. These are painted on the slow layer, because a frame that had
    to paint them all would take more than twice as long."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    points, radii = view.map(nodes.point), nodes.radius * view.scale
    for k, (x, y) in enumerate(points):
        if not tile:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush.color("muted"))
            disc(painter, x, y, float(radii[k]))
        if not np.isnan(nodes.bias[k]):
            _paint_bias(painter, brush, x, y, float(radii[k]), nodes, k, tile)


def paint_values(painter: QPainter, nodes: Nodes, view: View, tile: float) -> None:
    """Fill every unit with its activation. With `tile` the pictures are on the slow layer, and the frame alone takes
    the activation's colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y), radius, color in zip(view.map(nodes.point), nodes.radius * view.scale, nodes.color, strict=True):
        if tile:
            _paint_frame(painter, x, y, float(radius), qcolor(color))
        else:
            painter.setBrush(qcolor(color))
            disc(painter, x, y, float(radius) - RING)


def _paint_frame(painter: QPainter, x: float, y: float, half: float, color: QColor) -> None:
    painter.setPen(pen(color, 3.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(tile_box(x, y, half), half * 2 * CORNER, half * 2 * CORNER)


def _paint_bias(
    painter: QPainter, brush: Brush, x: float, y: float, radius: float, nodes: Nodes, k: int, tile: float
) -> None:
    """At the lower left, outside the filling: a disc where b ≥ 0, a ring where b < 0, in the colours of weights."""
    size = min(max(radius * 0.3, MARK[0]), MARK[1])
    away = radius * 0.98 if tile else (radius + size * 0.8) * 0.7071
    paint_mark(painter, brush, x - away, y + away, size, float(nodes.bias[k]), qcolor(nodes.bias_color[k]))


def paint_mark(painter: QPainter, brush: Brush, x: float, y: float, size: float, bias: float, color: QColor) -> None:
    """A bias mark. The grey outline keeps a bias near 0 in sight."""
    painter.setPen(pen(brush.color("surface"), 1.4))
    painter.setBrush(brush.color("faint"))
    disc(painter, x, y, size + 0.9)
    painter.setPen(pen(color, size * 0.4))
    painter.setBrush(color if bias >= 0 else brush.color("surface"))
    disc(painter, x, y, size * 0.72)


def tile_box(x: float, y: float, half: float) -> QRectF:
    """The square of a unit's picture around its middle."""
    return QRectF(x - half, y - half, 2 * half, 2 * half)


def paint_image(painter: QPainter, colors: Rgb, box: ImageBox, view: View, brush: Brush, opacity: float = 1.0) -> None:
    """The input image, pixel by pixel, framed."""
    x, y = view.point(box.x, box.y)
    target = QRectF(x, y, box.width * view.scale, box.height * view.scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setOpacity(opacity)
    painter.drawImage(target, picture_of(colors))
    painter.setOpacity(1.0)
    painter.setPen(pen(brush.color("border"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(target)


def label_width(labels: list[Label], brush: Brush) -> float:
    """Pixels that the widest label takes beside its node."""
    name = max((brush.label_metrics.horizontalAdvance(label.name) for label in labels), default=0.0)
    value = max((brush.small_metrics.horizontalAdvance(label.value) for label in labels), default=0.0)
    return name + value + (LABEL_GAP if name and value else 0.0)


def paint_label(painter: QPainter, brush: Brush, label: Label, x: float, y: float, radius: float, width: float) -> None:
    """Name and value beside a node at (x, y); the answer on a plate of the accent colour."""
    line = brush.label_metrics.height()
    left = x - radius - LABEL_GAP - width if label.left else x + radius + LABEL_GAP
    box = QRectF(left, y - line / 2, width, line)
    if label.answer:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush.color("accent"))
        painter.drawRoundedRect(box.adjusted(-6, -1, 6, 1), 6, 6)
    main, side = ("on_accent", "on_accent") if label.answer else ("text", "muted")
    value = brush.small_metrics.horizontalAdvance(label.value)
    room = QRectF(left, box.top(), width - value - (LABEL_GAP if label.value else 0.0), line)
    brush.write(painter, room, label.name, brush.label, main, RIGHT if label.left else LEFT)
    brush.write(painter, box, label.value, brush.small, side, RIGHT)


def paint_ring(painter: QPainter, brush: Brush, x: float, y: float, radius: float, tile: bool, role: str) -> None:
    """A ring around a unit that is pointed at, focused or selected."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(brush.color(role), 2.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tile:
        half = radius + 4
        painter.drawRoundedRect(tile_box(x, y, half), half * 2 * CORNER, half * 2 * CORNER)
    else:
        painter.drawEllipse(QPointF(x, y), radius + 3.5, radius + 3.5)
