"""Planes: what every unit answers over the whole input plane, as small pictures."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QTransform

from nnviz.data.plane import USUAL, Bounds
from nnviz.engine.network import Network
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array, ForwardTrace
from nnviz.theme.palettes import Palette
from nnviz.views.network.brush import picture_of
from nnviz.views.network.nodes import CORNER, tile_box
from nnviz.views.network.ranges import ValueScale
from nnviz.views.network.scene import Nodes
from nnviz.views.network.view import View
from nnviz.widgets.printing import is_vector

GRID = 28
"""Samples along each side of the plane."""


def plane_trace(network: Network, scaling: Scaling, bounds: Bounds = USUAL) -> ForwardTrace:
    """The pass of (GRID², 2) points of the plane, row by row from the upper left: x₁ to the right, x₂ upwards."""
    # Outside the data an exploding network may overflow; its picture then shows the end of the scale.
    with np.errstate(over="ignore", invalid="ignore"):
        return network.forward(scaling.apply(bounds.points(GRID), network.experiment.precision))


def plane_values(trace: ForwardTrace, layer: int, unit: int) -> Array:
    """(GRID, GRID): a[layer][unit] over the plane, of layer 0 the scaled input."""
    values = trace.a[layer - 1] if layer else trace.x
    return values[:, unit].reshape(GRID, GRID)


def paint_planes(
    painter: QPainter,
    nodes: Nodes,
    trace: ForwardTrace,
    scales: tuple[ValueScale, ...],
    view: View,
    *,
    palette: Palette,
) -> None:
    """Every unit as its picture, in the colours of its layer's scale."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    for k, (x, y) in enumerate(view.map(nodes.point)):
        values = plane_values(trace, int(nodes.layer[k]), int(nodes.unit[k]))
        box = tile_box(x, y, float(nodes.radius[k]) * view.scale)
        paint_plane(painter, values, scales[nodes.layer[k]], box, palette)


def paint_plane(painter: QPainter, values: Array, scale: ValueScale, box: QRectF, palette: Palette) -> None:
    """One picture, rounded at the corners."""
    picture = picture_of(scale.colors(values, palette))
    if is_vector(painter):
        _paint_image(painter, picture, box)
        return
    texture = QBrush(picture)
    texture.setTransform(QTransform.fromTranslate(box.left(), box.top()).scale(box.width() / GRID, box.height() / GRID))
    painter.setBrush(texture)
    painter.setBrushOrigin(QPointF(0, 0))
    painter.drawRoundedRect(box, box.width() * CORNER, box.width() * CORNER)


def _paint_image(painter: QPainter, picture: QImage, box: QRectF) -> None:
    """The same without a texture, which SVG tiles over the page."""
    corners = QPainterPath()
    corners.addRoundedRect(box, box.width() * CORNER, box.width() * CORNER)
    painter.save()
    painter.setClipPath(corners, Qt.ClipOperation.IntersectClip)
    painter.drawImage(box, picture)
    painter.restore()
