"""Pick: what lies under a point of the widget."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from nnviz.views.network.edges import Edges, unit_edges
from nnviz.views.network.hands.knob import bias_at
from nnviz.views.network.refs import EdgeRef, Handle
from nnviz.views.network.scene import Scene, UnitRef
from nnviz.views.network.stage import Stage
from nnviz.views.network.walk import edge_at, unit_at

REACH = 5.0
"""Pixels around a unit or an edge that still count as on it."""
NEAR = 1.0
"""Pixels around a bias mark."""


def handle_at(stage: Stage, scene: Scene, at: QPointF, focused: UnitRef | None) -> Handle | None:
    """The unit, by its disc or its bias mark, or the edge under a point; of edges first those of the focused unit."""
    x, y = stage.view.back(at.x(), at.y())
    reach = REACH / stage.view.scale
    ref = unit_at(scene.layout, x, y, reach) or bias_under(stage, scene, at)
    if ref is not None or not stage.middle().contains(at):
        return ref
    drawn = [_edges_of(scene, focused)] if focused else []
    drawn += [stage.edges] if stage.edges is not None else []
    found = ((edges, edge_at(edges, x, y, reach)) for edges in drawn)
    return next((_ref(edges, place) for edges, place in found if place is not None), None)


def bias_under(stage: Stage, scene: Scene, at: QPointF) -> UnitRef | None:
    """The unit whose bias mark lies under a point."""
    return bias_at(scene.layout, stage.view, at, NEAR)


def _edges_of(scene: Scene, ref: UnitRef) -> Edges:
    limits, palette = scene.weight_limits, scene.palette
    return unit_edges(scene.pairs, scene.weights, ref.layer, ref.unit, limits=limits, palette=palette)


def _ref(edges: Edges, place: int) -> EdgeRef:
    return EdgeRef(int(edges.layer[place]), int(edges.i[place]), int(edges.j[place]))
