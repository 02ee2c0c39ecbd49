"""Nodes: units filled by their activation, biases, the input image and output labels, drawn at every frame."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from nnviz.theme.scales import Rgb, qcolor
from nnviz.views.network.brush import Brush, disc, pen, picture_of
from nnviz.views.network.layout import Floats, ImageBox
from nnviz.views.network.scene import Nodes
from nnviz.views.network.view import View

MARK = (2.6, 4.6)
"""Radius of a bias mark in pixels."""
RING = 1.3
"""Width of the ring around a unit."""
CORNER = 0.2
"""Rounding of a unit's picture as a share of its side."""


def paint_settings(painter: QPainter, nodes: Nodes, view: View, brush: Brush, tile: float) -> None:
    """What stays while values change: rings and biases. These are painted on the slow layer, because a frame that had
    to paint them all would take more than twice as long."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    points, radii = view.map(nodes.point), nodes.radius * view.scale
    sizes, aways = mark_places(radii, tile)
    for k, (x, y) in enumerate(points):
        if tile:
            half = float(radii[k]) + 1.5
            painter.setPen(pen(brush.color("faint"), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(tile_box(x, y, half), half * 2 * CORNER, half * 2 * CORNER)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush.color("muted"))
            disc(painter, x, y, float(radii[k]) + RING * (brush.palette.line - 1))
        if not np.isnan(nodes.bias[k]):
            size, away = sizes[k], aways[k]
            color, hollow = qcolor(nodes.bias_color[k]), bool(nodes.bias[k] < 0)
            paint_mark(painter, brush, x - away, y + away, size, color=color, hollow=hollow)


def mark_places(radii: Floats, tile: float) -> tuple[Floats, Floats]:
    """(n,) radii of the bias marks and how far each lies to the left of and below the middle of its unit: just outside
    the filling, which would otherwise cover it at every frame."""
    sizes = np.clip(radii * 0.3, *MARK)
    return sizes, radii + 1.5 if tile else (radii + sizes * 0.8) * np.sqrt(0.5)


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


def paint_mark(
    painter: QPainter, brush: Brush, x: float, y: float, size: float, *, color: QColor, hollow: bool
) -> None:
    """A bias mark: a disc where b ≥ 0, a ring where b < 0. The grey outline keeps a bias near 0 in sight."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.color("faint"))
    disc(painter, x, y, size + 0.6)
    painter.setPen(pen(color, size * 0.36))
    painter.setBrush(brush.color("surface") if hollow else color)
    disc(painter, x, y, size * 0.72)


def tile_box(x: float, y: float, half: float) -> QRectF:
    """The square of a unit's picture around its middle."""
    return QRectF(x - half, y - half, 2 * half, 2 * half)


def paint_image(painter: QPainter, colors: Rgb, box: ImageBox, view: View, brush: Brush, *, opacity: float) -> None:
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


def paint_ring(painter: QPainter, brush: Brush, x: float, y: float, radius: float, *, square: bool, role: str) -> None:
    """A ring around a unit that is pointed at, focused or selected."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(brush.color(role), 2.2 * brush.palette.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if square:
        half = radius + 4
        painter.drawRoundedRect(tile_box(x, y, half), half * 2 * CORNER, half * 2 * CORNER)
    else:
        painter.drawEllipse(QPointF(x, y), radius + 3.5, radius + 3.5)
