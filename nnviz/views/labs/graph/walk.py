"""Walk: from node to node by arrow keys."""

from __future__ import annotations

from nnviz.engine.autograd import Graph
from nnviz.views.labs.graph.shapes import Drawing


def walk(graph: Graph, drawing: Drawing, index: int, way: str) -> int:
    """Left: to the first input; right: to the first user; up and down: to the next node of the column."""
    if way in ("up", "down"):
        return _beside(drawing, index, 1 if way == "down" else -1)
    if way == "left":
        return next(iter(graph.nodes[index].inputs), index)
    return next((edge.target for edge in graph.edges if edge.source == index), index)


def _beside(drawing: Drawing, index: int, direction: int) -> int:
    here = drawing.nodes[index].center
    column = [node for node in drawing.nodes if node.center.x() == here.x()]
    further = [node for node in column if (node.center.y() - here.y()) * direction > 0]
    return min(further, key=lambda node: abs(node.center.y() - here.y())).index if further else index
