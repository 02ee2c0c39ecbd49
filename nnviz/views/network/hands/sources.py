"""Sources: what the value of a unit came from, and the rings that light it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from nnviz.engine.network import Network
from nnviz.engine.trace import ForwardTrace
from nnviz.views.network.brush import Brush, disc, pen
from nnviz.views.network.edges import paint_lines
from nnviz.views.network.layout import Floats, Indices, Layout
from nnviz.views.network.nodes import CORNER, tile_box
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.view import View

LEAST = 0.05
"""A source whose |w a| is a smaller share of the largest one is left unlit."""
WIDTH = 2.4
AWAY = 3.5
"""Pixels from a unit to its ring."""
LEVELS = 6
"""Strengths of the squares around pixels."""
THIN = 1.01
"""Pen of those squares; a width of exactly 1 is drawn up to three times slower."""


@dataclass(frozen=True, eq=False)
class Sources:
    """The units of layer `layer` that a unit's weighted sum came from.

    unit    (n,) numbers;  share: (n,) LEAST…1, |w a| as a share of the largest
    """

    layer: int
    unit: Indices
    share: Floats


def sources_of(network: Network, trace: ForwardTrace, ref: UnitRef, sample: int = 0) -> Sources | None:
    """The sources of a unit in one pass; None for an input. Of a maxout unit those of the piece that won."""
    if ref.layer == 0:
        return None
    k, layer = ref.layer - 1, network.layers[ref.layer - 1]
    pieces = trace.n[k][sample].reshape(layer.spec.units, -1)[ref.unit]
    column = ref.unit * len(pieces) + int(pieces.argmax())
    size = np.abs(np.asarray(layer.W[:, column] * trace.input_of(k)[sample], np.float64))
    most = float(size.max(initial=0.0))
    share = size / most if 0 < most < np.inf else np.zeros(len(size))
    unit = np.flatnonzero(share >= LEAST)
    return Sources(k, unit, share[unit])


def paint_sources(painter: QPainter, brush: Brush, layout: Layout, view: View, sources: Sources) -> None:
    """A ring around every shown source, the stronger the more it adds."""
    column = layout.columns[sources.layer]
    shown = np.isin(sources.unit, column.shown)
    points = view.map(column.points[np.searchsorted(column.shown, sources.unit[shown])])
    share, radius = sources.share[shown], column.radius * view.scale
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if layout.image is not None and sources.layer == 0:
        _paint_pixels(painter, brush, points, share, radius)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = radius + AWAY
    for (x, y), strength in zip(points.tolist(), share.tolist(), strict=True):
        painter.setPen(pen(brush.color("text", round(255 * strength)), WIDTH))
        if layout.tile:
            painter.drawRoundedRect(tile_box(x, y, half), half * 2 * CORNER, half * 2 * CORNER)
        else:
            disc(painter, x, y, half)


def _paint_pixels(painter: QPainter, brush: Brush, points: Floats, share: Floats, half: float) -> None:
    """Squares around pixels, of which there may be hundreds: all of about the same strength at once."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    level = np.ceil(share * LEVELS)
    for strength in np.unique(level).tolist():
        painter.setPen(pen(brush.color("text", round(255 * strength / LEVELS)), THIN))
        low, high = points[level == strength] - half, points[level == strength] + half
        corners = np.stack(
            (low, np.column_stack((high[:, 0], low[:, 1])), high, np.column_stack((low[:, 0], high[:, 1])))
        )
        paint_lines(painter, np.concatenate([np.hstack((corners[k - 1], corners[k])) for k in range(4)]))
