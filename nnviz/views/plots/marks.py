"""Marks on the plane: training points filled, test points as rings, the shown point as a cross, the boundary."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.theme.scales import Rgb, qcolor
from nnviz.theme.theme import Theme

SMALLEST, LARGEST = 4.0, 5.0
"""Radius of points, in pixels."""
EDGE = 1.2
"""Width of the rim of a point, in pixels."""
RING = 0.4
"""Width of the ring of a test point, as a share of its radius."""
BRIGHT = 0.28
"""Relative luminance from which a colour wants a dark rim: between the two palettes' colours of classes."""
CROSS = 8.0
LIGHTNESS = (0.2126, 0.7152, 0.0722)
"""Shares of red, green and blue in the luminance of a colour."""
MOST = 1200
"""At most so many points of a set are drawn; more would hide the ground."""


@dataclass(frozen=True)
class Points:
    """Raw coordinates (m, 2) and colours (m, 3) of points, and whether they are drawn as rings."""

    at: NDArray[Any]
    colors: Rgb
    rings: bool = False

    @property
    def drawn(self) -> Points:
        """The points that are drawn: all, or the first MOST."""
        return replace(self, at=self.at[:MOST], colors=self.colors[:MOST])


@dataclass(frozen=True)
class Rim:
    """The colours that set points off from a ground of their own colour."""

    light: QColor
    dark: QColor

    @classmethod
    def of(cls, theme: Theme) -> Rim:
        """The theme's lightest and darkest colour."""
        ends = theme.color("text"), theme.color("surface")
        return cls(*(ends if theme.palette.dark else ends[::-1]))

    def against(self, color: QColor) -> QColor:
        """Dark for a bright colour, light for a dark one."""
        return self.dark if luminance(color) > BRIGHT else self.light


def luminance(color: QColor) -> float:
    """Relative luminance 0…1 (WCAG 2.1; sRGB's exponent rounded to 2.2)."""
    channels = (color.redF(), color.greenF(), color.blueF())
    return sum(share * math.pow(channel, 2.2) for share, channel in zip(LIGHTNESS, channels, strict=True))


def radius_of(count: int, side: float) -> float:
    """Radius of so many points on a square of that side."""
    return float(np.clip(0.16 * side / np.sqrt(max(count, 1)), SMALLEST, LARGEST))


def paint_filled(painter: QPainter, at: QPointF, radius: float, color: QColor, rim: Rim) -> None:
    """A training point: a disc with a rim."""
    painter.setPen(QPen(rim.against(color), EDGE))
    painter.setBrush(color)
    painter.drawEllipse(at, radius, radius)


def paint_ring(painter: QPainter, at: QPointF, radius: float, color: QColor, rim: Rim) -> None:
    """A test point: a ring around a hole of the rim's colour, as large as a training point with its rim."""
    edge = rim.against(color)
    painter.setPen(QPen(edge, EDGE))
    painter.setBrush(edge)
    painter.drawEllipse(at, radius, radius)
    width = RING * radius
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, radius - width / 2, radius - width / 2)


def paint_cross(painter: QPainter, x: float, y: float, theme: Theme, size: float = CROSS) -> None:
    """The shown point: a cross with an open middle."""
    arms = [
        QLineF(x + size * dx, y + size * dy, x + size * dx / 3, y + size * dy / 3)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
    ]
    for role, width in (("surface", 5.0), ("text", 2.2)):
        pen = QPen(theme.color(role), theme.width(width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLines(arms)


def paint_lines(painter: QPainter, pieces: NDArray[np.float64], theme: Theme) -> None:
    """The boundary: pieces (k, 2, 2) in pixels, light on dark or dark on light with a rim of the other."""
    lines = [QLineF(*piece) for piece in pieces.reshape(-1, 4).tolist()]
    rim = theme.color("surface")
    rim.setAlpha(150)
    for color, width in ((rim, 4.0), (theme.color("text"), 1.8)):
        pen = QPen(color, theme.width(width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if color is not rim else Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines(lines)


def paint_points(painter: QPainter, points: Points, at: NDArray[Any], radius: float, rim: Rim) -> None:
    """Points at pixels `at` (m, 2)."""
    paint = paint_ring if points.rings else paint_filled
    for (x, y), color in zip(at.tolist(), points.colors, strict=True):
        paint(painter, QPointF(x, y), radius, qcolor(color), rim)
