"""Arrange: a placed graph into shapes with sizes: columns as wide as their nodes, rows as far apart as numbers need."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRectF

from nnviz.engine.autograd import Edge, Graph
from nnviz.session.labs.graph.layered import Places, Point
from nnviz.views.labs.graph.naming import labels_of
from nnviz.views.labs.graph.outlines import Outline, Ruler, outlines_of, port_gap
from nnviz.views.labs.graph.shapes import SLOT, Drawing, EdgeShape, Floats, NodeShape
from nnviz.views.labs.graph.slots import Gap, gap_between, slots_of

ROWS = (70.0, 80.0, 92.0, 106.0, 124.0, 150.0, 190.0)
GAPS = (100.0, 125.0, 155.0, 190.0, 240.0, 310.0)
"""Distances of rows and least distances of columns. The tightest pair that gives every number a place is taken."""
SHAPE = 2.0
"""Width of a usual canvas by its height: the pairs are tried by the size that they leave to the letters there."""
PATIENCE = 500
"""Edges that are arranged in all tries together, lest a large graph take seconds."""
STEEP = 0.3
"""Share of the height that the steepest edge of a gap climbs, by which the gap is wider than the least."""
MOST_STEEP = 120.0
CLEAR = 6.0
"""Between a node, with what is written at it, and the next one in its column."""
WAY_OUT = 100.0
BEND = 18
"""Points of a curve between two columns."""
MARGIN = 24.0
ORDERED = ("sub", "div", "pow", "softmax", "softmax_loss", "cross_entropy", "affine")
"""Operations whose inputs arrive in order from above; those of the others as they come, lest edges cross."""


def arrange(graph: Graph, places: Places, ruler: Ruler) -> Drawing:
    """Shapes for all that is drawn of a graph, as close together as the numbers permit."""
    outlines = outlines_of(graph, labels_of(graph), ruler)
    least = least_row(places, outlines)
    rows = {max(row, least) for row in ROWS}
    tries = [_Arranger(graph, places, outlines, row, gap) for row in rows for gap in GAPS]
    tries.sort(key=lambda arranger: (arranger.size, arranger.area))
    most = max(3, PATIENCE // (len(graph.edges) + 1))
    if len(tries) > most:
        tries = tries[:: math.ceil(len(tries) / most)]
    best = tries[0].drawing()
    for arranger in tries[1:]:
        if not best.crowded:
            break
        best = min(best, arranger.drawing(), key=lambda drawing: drawing.crowded)
    return best


def least_row(places: Places, outlines: Sequence[Outline]) -> float:
    """The distance of rows at which no node touches another one, or an edge that passes through its column."""
    columns: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for (x, y), outline in zip(places.nodes, outlines, strict=True):
        columns[round(x)].append((y, outline.above, outline.below))
    passing = {point for path in places.paths.values() for point in path[1:-1] if not point[0] % 1}
    for x, y in passing:
        columns[round(x)].append((y, 0.0, 0.0))
    needs = [0.0]
    for items in map(sorted, columns.values()):
        for (y, _, below), (next_y, above, _) in pairwise(items):
            needs.append((below + above + CLEAR) / (next_y - y))
    return max(needs)


@dataclass(frozen=True)
class Column:
    """The nodes of one layer stand between left and right."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Where their middles are."""
        return (self.left + self.right) / 2


class _Arranger:
    """One try, with rows `row` and columns at least `gap` apart."""

    def __init__(self, graph: Graph, places: Places, outlines: Sequence[Outline], row: float, gap: float) -> None:
        self._graph, self._places, self._outlines, self._row, self._gap = graph, places, outlines, row, gap
        self._columns = self._all_columns()

    @property
    def size(self) -> float:
        """The larger, the smaller its letters on a usual canvas."""
        return max((self._columns[-1].right + WAY_OUT) / SHAPE, self._places.height * self._row)

    @property
    def area(self) -> float:
        """Of two that leave the same size to the letters, the smaller is the better one."""
        return self._columns[-1].right * self._places.height * self._row

    def drawing(self) -> Drawing:
        """Everything, with places for the numbers."""
        self._nodes = tuple(self._node(node.index) for node in self._graph.nodes)
        self._ports = self._all_ports()
        output = self._graph.output
        edges = [*self._graph.edges, Edge(output, output, 0)]
        curves = [*map(self._curve, self._graph.edges), self._way_out()]
        single = [not self._graph.varies[edge.source] for edge in edges]
        slots, homeless = slots_of(self._gaps(curves), single)
        shapes = [
            EdgeShape(edge, curve, slot.above, slot.below, homeless=k in homeless)
            for k, (edge, curve, slot) in enumerate(zip(edges, curves, slots, strict=True))
        ]
        return Drawing(self._nodes, tuple(shapes[:-1]), shapes[-1], self._room(shapes))

    def _all_columns(self) -> tuple[Column, ...]:
        reach: dict[int, float] = defaultdict(float)
        for (x, _), outline in zip(self._places.nodes, self._outlines, strict=True):
            reach[round(x)] = max(reach[round(x)], outline.reach)
        climbs, columns, left = self._climbs(), [], 0.0
        for layer in range(self._places.columns):
            columns.append(Column(left, left + 2 * reach[layer]))
            left = columns[-1].right + self._gap + min(STEEP * self._row * climbs[layer], MOST_STEEP)
        return tuple(columns)

    def _climbs(self) -> dict[int, float]:
        """Rows that the steepest edge climbs, by the column it leaves."""
        climbs: dict[int, float] = defaultdict(float)
        for path in self._places.paths.values():
            for (x, y), (_, next_y) in pairwise(path):
                climbs[int(x)] = max(climbs[int(x)], abs(next_y - y))
        return climbs

    def _node(self, index: int) -> NodeShape:
        x, y = self._places.nodes[index]
        return self._outlines[index].placed(index, self._columns[round(x)].middle, y * self._row)

    def _all_ports(self) -> dict[Edge, Point]:
        """Where each edge arrives."""
        return {edge: point for node in self._graph.nodes for edge, point in self._ports_of(node.index).items()}

    def _ports_of(self, index: int) -> dict[Edge, Point]:
        edges = list(self._graph.nodes[index].edges)
        if self._graph.nodes[index].op not in ORDERED:
            edges.sort(key=lambda edge: self._places.paths[edge][-2][1])
        shape, middle = self._nodes[index], (len(edges) - 1) / 2
        gap = port_gap(len(edges))
        return {edge: self._port(shape, (at - middle) * gap) for at, edge in enumerate(edges)}

    def _port(self, shape: NodeShape, dy: float) -> Point:
        """A point on the left edge of a node, which is a circle or a box."""
        wide, high = shape.half
        dx = math.sqrt(max(high * high - dy * dy, 0.0)) if wide == high else wide
        return shape.center.x() - dx, shape.center.y() + dy

    def _curve(self, edge: Edge) -> Floats:
        """From the right of the source through all bends to the port: level within columns, bent between them."""
        path, port = self._places.paths[edge], self._ports[edge]
        source = self._nodes[edge.source]
        rows = [*(y * self._row for _, y in path[:-1]), port[1]]
        pieces: list[Floats] = [np.array([[source.center.x() + source.half[0], source.center.y()]])]
        for (x, _), (next_x, _), y, next_y in zip(path, path[1:], rows, rows[1:], strict=False):
            pieces.append(_bend(self._leaving(x), self._arriving(next_x), y, next_y))
        return np.vstack([*pieces, np.array([port])])

    def _leaving(self, x: float) -> float:
        """Where a piece of an edge begins: at the right of a column, or on the way between two."""
        column, share = int(x), x - int(x)
        left = self._columns[column].right
        return left + share * (self._columns[column + 1].left - left) if share else left

    def _arriving(self, x: float) -> float:
        """Where it ends."""
        return self._leaving(x) if x % 1 else self._columns[int(x)].left

    def _way_out(self) -> Floats:
        shape = self._nodes[self._graph.output]
        right = self._columns[-1].right
        y = shape.center.y()
        return np.array([[shape.center.x() + shape.half[0], y], [right, y], [right + WAY_OUT, y]])

    def _gaps(self, curves: Sequence[Floats]) -> list[Gap]:
        """What lies between each two columns, and behind the last."""
        members: dict[int, list[int]] = defaultdict(list)
        for k, edge in enumerate(self._graph.edges):
            for column in sorted({int(x) for x, _ in self._places.paths[edge][:-1]}):
                members[column].append(k)
        last = len(self._columns) - 1
        members[last].append(len(curves) - 1)
        ends = [*(column.left for column in self._columns[1:]), self._columns[-1].right + WAY_OUT - 10]
        return [
            gap_between(column.right, ends[at], [curves[k] for k in members[at]], members[at])
            for at, column in enumerate(self._columns)
        ]

    def _room(self, shapes: Sequence[EdgeShape]) -> QRectF:
        boxes = [node.footprint for node in self._nodes]
        boxes += [box for shape in shapes for box in (shape.above, shape.below)]
        room = reduce(QRectF.united, boxes)
        right = float(shapes[-1].points[-1, 0]) + SLOT
        return room.united(QRectF(room.left(), room.top(), right - room.left(), 1.0)).adjusted(
            -MARGIN, -MARGIN, 0.0, MARGIN
        )


def _bend(left: float, right: float, y: float, next_y: float) -> Floats:
    """(BEND, 2) points of a curve that leaves and arrives level."""
    t = np.linspace(0.0, 1.0, BEND)
    return np.column_stack([left + (right - left) * t, y + (next_y - y) * t * t * (3 - 2 * t)])
