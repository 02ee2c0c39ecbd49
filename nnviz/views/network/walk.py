"""Walk: which unit or edge lies under a point, and which unit lies beside another one. Qt-free."""

from __future__ import annotations

import numpy as np

from nnviz.views.network.edges import Edges
from nnviz.views.network.layout import Column, Layout
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef

REACH = 5.0
"""Pixels around a unit or an edge that still count as on it."""
MOVES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def unit_at(layout: Layout, x: float, y: float, reach: float = REACH) -> UnitRef | None:
    """The unit, or pixel of the input image, at a point of the layout."""
    if layout.image:
        pixel = layout.image.pixel_at(x, y)
        if pixel is not None:
            return UnitRef(0, pixel)
    for column in layout.columns[1 if layout.image else 0 :]:
        away = np.hypot(column.points[:, 0] - x, column.points[:, 1] - y)
        nearest = int(away.argmin())
        if away[nearest] <= column.radius + reach:
            return UnitRef(column.layer, int(column.shown[nearest]))
    return None


def edge_at(edges: Edges, x: float, y: float, reach: float = REACH) -> int | None:
    """The place in `edges` of the drawn edge nearest to a point, within `reach`; of several the strongest."""
    if not len(edges):
        return None
    start, way = edges.ends[:, :2], edges.ends[:, 2:] - edges.ends[:, :2]
    share = ((x - start[:, 0]) * way[:, 0] + (y - start[:, 1]) * way[:, 1]) / (way**2).sum(axis=1).clip(1e-9)
    foot = start + way * share.clip(0, 1)[:, None]
    away = np.hypot(foot[:, 0] - x, foot[:, 1] - y)
    nearest = len(away) - 1 - int(away[::-1].argmin())
    return nearest if away[nearest] <= reach else None


def next_edge(layout: Layout, ref: UnitRef, edge: EdgeRef | None, step: int) -> EdgeRef | None:
    """The edge after (step 1) or before (−1) `edge` among those that enter the unit `ref`, of an input those that leave
    it; the first or last where `edge` is none of them."""
    layer = ref.layer + (1 if ref.layer == 0 else -1)
    others = layout.columns[layer].shown.tolist()
    edges = [EdgeRef(0, ref.unit, unit) if ref.layer == 0 else EdgeRef(layer, unit, ref.unit) for unit in others]
    if edge in edges:
        return edges[(edges.index(edge) + step) % len(edges)]
    return edges[0 if step > 0 else -1] if edges else None


def place_of(layout: Layout, ref: UnitRef) -> tuple[float, float, float] | None:
    """x, y and radius of a unit in the layout; None if it is not shown."""
    if not 0 <= ref.layer < len(layout.columns):
        return None
    column = layout.columns[ref.layer]
    found = np.flatnonzero(column.shown == ref.unit)
    if not len(found):
        return None
    x, y = column.points[found[0]]
    return float(x), float(y), column.radius


def first_unit(layout: Layout) -> UnitRef:
    """Where the focus starts: the first unit, of an image the pixel in the middle."""
    column = layout.columns[0]
    return UnitRef(0, int(column.shown[len(column.shown) // 2 + _half(layout)]))


def beside(layout: Layout, ref: UnitRef, move: str) -> UnitRef | None:
    """The shown unit to the "left", "right", above ("up") or below ("down"); None at the border."""
    if ref.layer == 0 and layout.image:
        return _beside_pixel(layout, ref, move)
    across, down = MOVES[move]
    if across:
        return next_layer(layout, ref, across)
    column = layout.columns[ref.layer]
    place = int(np.searchsorted(column.shown, ref.unit)) + down
    return UnitRef(ref.layer, int(column.shown[place])) if 0 <= place < len(column.shown) else None


def next_layer(layout: Layout, ref: UnitRef, step: int) -> UnitRef | None:
    """The unit of the next (step 1) or previous (−1) layer that is nearest in height; None behind the last."""
    layer = ref.layer + step
    if not 0 <= layer < len(layout.columns):
        return None
    place = place_of(layout, ref)
    return _nearest(layout.columns[layer], place[0] if place else 0.0, place[1] if place else 0.0)


def _beside_pixel(layout: Layout, ref: UnitRef, move: str) -> UnitRef | None:
    box = layout.image
    if box is None:
        return None
    across, down = MOVES[move]
    row, column = divmod(ref.unit, box.columns)
    row, column = row + down, column + across
    if 0 <= row < box.rows and 0 <= column < box.columns:
        return UnitRef(0, row * box.columns + column)
    return next_layer(layout, ref, 1) if column == box.columns else None


def _nearest(column: Column, x: float, y: float) -> UnitRef:
    away = np.hypot(column.points[:, 0] - x, column.points[:, 1] - y)
    return UnitRef(column.layer, int(column.shown[int(away.argmin())]))


def _half(layout: Layout) -> int:
    """Of an image, from the start of its middle row to the middle of that row."""
    return layout.image.columns // 2 if layout.image else -(len(layout.columns[0].shown) // 2)
