"""Entries of the legend of the plane: the scale of its colours, and its marks as they are painted on it."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from nnviz.theme.theme import Theme
from nnviz.views.plots.legend import Bar, Mark
from nnviz.views.plots.marks import Rim, paint_cross, paint_filled, paint_lines, paint_ring
from nnviz.views.plots.plane import Head
from nnviz.views.plots.shades import ground_colors
from nnviz.widgets.numerals import short

RADIUS, CROSS, LINE = 4.5, 6.0, 7.0
"""Of a point, of the cross, and half of a line."""
STEPS = 64
"""Colours of a scale."""


def scale_entry(title: str, head: Head, limit: float, theme: Theme) -> Bar:
    """The colours of the ground: from 0 to 1, of a regression from −limit to limit."""
    low, high = (-limit, limit) if head is Head.VALUE else (0.0, 1.0)
    values = np.linspace(low, high, STEPS)[None, :, None]
    ticks = tuple(map(short, (low, (low + high) / 2, high)))
    return Bar(title, ground_colors(values, head, limit, theme.palette), ticks)


def point_entry(name: str, color: QColor, theme: Theme, ring: bool = False) -> Mark:
    """A sample; test samples are rings."""
    return Mark(name, partial(_paint_point, theme, ring, color))


def line_entry(name: str, theme: Theme) -> Mark:
    """The boundary."""
    return Mark(name, partial(_paint_line, theme))


def cross_entry(name: str, theme: Theme) -> Mark:
    """The shown point."""
    return Mark(name, partial(_paint_cross, theme))


def _paint_point(theme: Theme, ring: bool, color: QColor, painter: QPainter, at: QPointF) -> None:
    paint = paint_ring if ring else paint_filled
    paint(painter, at, RADIUS, color, Rim.of(theme))


def _paint_line(theme: Theme, painter: QPainter, at: QPointF) -> None:
    paint_lines(painter, np.array([[[at.x() - LINE, at.y()], [at.x() + LINE, at.y()]]]), theme)


def _paint_cross(theme: Theme, painter: QPainter, at: QPointF) -> None:
    paint_cross(painter, at.x(), at.y(), theme, CROSS)
