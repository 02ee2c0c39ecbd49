"""Units that are switched off or frozen: their edges faint, a cross or a snowflake on each."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, cos, pi, sin

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from nnviz.engine.experiment import Experiment
from nnviz.theme.painting import clear_pixmap, painting
from nnviz.theme.palettes import Palette
from nnviz.views.network.brush import Brush, disc, pen
from nnviz.views.network.edges import Edges, edge_colors, edge_widths
from nnviz.views.network.layout import Layout
from nnviz.views.network.nodes import CORNER
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.view import View
from nnviz.views.network.walk import place_of
from nnviz.widgets.printing import is_vector, pixel_ratio

VEIL = 170
"""Opacity 0…255 of the veil over a unit that is switched off."""
FLAKE = (5.5, 8.5)
"""Radius of the plate of a snowflake in pixels."""
ARMS = 6
BRANCH = 0.55
"""Where the branches of an arm begin, as a share of its length."""


def is_off(experiment: Experiment, ref: UnitRef) -> bool:
    """True if a hidden unit puts out 0 whatever comes in."""
    return (ref.layer, ref.unit) in experiment.off


def is_frozen(experiment: Experiment, ref: UnitRef) -> bool:
    """True if training leaves a unit as it is, alone or with its whole layer."""
    return (ref.layer, ref.unit) in experiment.frozen or is_layer_frozen(experiment, ref.layer)


def is_layer_frozen(experiment: Experiment, layer: int) -> bool:
    """True if training leaves a whole layer as it is."""
    return (layer, -1) in experiment.frozen


def quieted(edges: Edges, experiment: Experiment, palette: Palette) -> Edges:
    """The same edges; those of units that are switched off as faint as a weight of 0, and drawn first."""
    quiet = np.zeros(len(edges), bool)
    for layer, unit in experiment.off:
        quiet |= (edges.layer == layer - 1) & (edges.j == unit) | (edges.layer == layer) & (edges.i == unit)
    if not quiet.any():
        return edges
    level = np.where(quiet, 0, edges.level)
    order = np.argsort(2 * level + (edges.weight < 0), kind="stable")
    level, weight = level[order], edges.weight[order]
    return replace(
        edges,
        layer=edges.layer[order], i=edges.i[order], j=edges.j[order], weight=weight, level=level,
        color=edge_colors(weight, level, palette), width=edge_widths(level, len(edges), palette.line),
        ends=edges.ends[order],
    )  # fmt: skip


def frozen_units(experiment: Experiment, layout: Layout) -> list[UnitRef]:
    """The frozen units that a layout shows."""
    units = {UnitRef(layer, unit) for layer, unit in experiment.frozen if unit >= 0}
    for layer in (layer for layer, unit in experiment.frozen if unit < 0 and layer < len(layout.columns)):
        units |= {UnitRef(layer, unit) for unit in layout.columns[layer].shown.tolist()}
    return [ref for ref in sorted(units, key=lambda ref: (ref.layer, ref.unit)) if place_of(layout, ref)]


class Stamps:
    """Crosses and snowflakes as small pixmaps, each painted once: whole frozen layers would else cost every frame more
    than all the rest of it."""

    def __init__(self) -> None:
        self._brush: Brush | None = None
        self._pixmaps: dict[tuple[str, float, float], QPixmap] = {}

    def paint(self, painter: QPainter, brush: Brush, layout: Layout, view: View, experiment: Experiment) -> None:
        """A veil and a cross over every unit that is switched off, a snowflake on every frozen one."""
        if brush is not self._brush:
            self._brush, self._pixmaps = brush, {}
        kind = "square" if layout.tile else "round"
        for ref in (UnitRef(layer, unit) for layer, unit in experiment.off):
            place = place_of(layout, ref)
            if place:
                self._stamp(painter, brush, kind, QPointF(*view.point(place[0], place[1])), place[2] * view.scale)
        for ref in frozen_units(experiment, layout):
            self._stamp(painter, brush, "flake", *flake_place(layout, view, ref))

    def _stamp(self, painter: QPainter, brush: Brush, kind: str, at: QPointF, size: float) -> None:
        if is_vector(painter):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_stamp(painter, brush, kind, at, size)
            painter.restore()
            return
        ratio = pixel_ratio(painter.device())
        key = (kind, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _stamp_of(brush, kind, size, ratio)
        pixmap = self._pixmaps[key]
        half = pixmap.deviceIndependentSize() / 2
        # Whole device pixels: between them it would be blurred.
        x, y = (round(value * ratio) / ratio for value in (at.x() - half.width(), at.y() - half.height()))
        painter.drawPixmap(QPointF(x, y), pixmap)


def flake_place(layout: Layout, view: View, ref: UnitRef) -> tuple[QPointF, float]:
    """Middle and radius of the snowflake on a shown unit: at its upper right, opposite to the bias."""
    x, y, radius = place_of(layout, ref) or (0.0, 0.0, 0.0)
    radius *= view.scale
    size = min(max(radius * 0.3, FLAKE[0]), FLAKE[1])
    away = radius if layout.tile else (radius + size * 0.4) * np.sqrt(0.5)
    middle = view.point(x, y)
    return QPointF(middle[0] + away, middle[1] - away), size


def _stamp_of(brush: Brush, kind: str, size: float, ratio: float) -> QPixmap:
    side = ceil(2 * (size + 1) * ratio)
    pixmap = clear_pixmap(QSize(side, side), ratio)
    middle = QPointF(side / 2 / ratio, side / 2 / ratio)
    with painting(pixmap, antialias=True) as painter:
        _paint_stamp(painter, brush, kind, middle, size)
    return pixmap


def _paint_stamp(painter: QPainter, brush: Brush, kind: str, at: QPointF, size: float) -> None:
    if kind == "flake":
        _paint_flake(painter, brush, at, size)
    else:
        _paint_cross(painter, brush, at, size, square=kind == "square")


def _paint_cross(painter: QPainter, brush: Brush, at: QPointF, radius: float, *, square: bool) -> None:
    box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.color("surface", VEIL))
    rounding = 200 * CORNER if square else 100
    painter.drawRoundedRect(box, rounding, rounding, Qt.SizeMode.RelativeSize)
    arm = radius * (0.8 if square else 0.62)
    painter.setPen(pen(brush.color("text"), min(max(radius * 0.14, 1.6), 3.0)))
    painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
    painter.drawLine(at + QPointF(arm, -arm), at + QPointF(-arm, arm))


def _paint_flake(painter: QPainter, brush: Brush, at: QPointF, size: float) -> None:
    painter.setPen(pen(brush.color("border"), 1.0))
    painter.setBrush(brush.color("raised"))
    disc(painter, at.x(), at.y(), size)
    painter.setPen(pen(brush.color("text"), max(size * 0.17, 1.0)))
    painter.drawLines(_flake_lines(at, size * 0.78))


def _flake_lines(at: QPointF, length: float) -> list[QLineF]:
    lines = []
    for angle in (2 * pi * k / ARMS + pi / 2 for k in range(ARMS)):
        lines.append(QLineF(at, _polar(at, angle, length)))
        fork = _polar(at, angle, length * BRANCH)
        lines += [QLineF(fork, _polar(fork, angle + turn, length * 0.36)) for turn in (-pi / 4, pi / 4)]
    return lines


def _polar(at: QPointF, angle: float, length: float) -> QPointF:
    return at + QPointF(cos(angle), sin(angle)) * length
