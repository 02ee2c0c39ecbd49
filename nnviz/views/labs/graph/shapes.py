"""Shapes: what of a graph is drawn and where, in units of the drawing; the view scales these to pixels."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from nnviz.engine.autograd import Edge

Floats = NDArray[np.float64]

TEXT = 15.0
"""Height of the letters of numbers."""
LINE = 20.0
"""Height of a line of numbers."""
RADIUS = 24.0
"""Of an operation's circle."""
CHIP = 50.0
"""Height of a variable's chip: its name, and below it its number in a field."""
FIELD = 78.0
"""Least width of that field."""
ENTRY = 25.0
"""Its height."""
EDGE = 3.0
"""Between the field and the edge of the chip."""
SLOT = 66.0
"""Width of a number at an edge; longer ones are written smaller."""
AIR = 3.0
"""Least distance of a number from its edge and from everything else."""


@dataclass(frozen=True)
class NodeShape:
    """A node: a circle, or a box with round corners where it is wider than high.

    half      half of its width and height
    footprint the node with what is written above and below it
    over      line for its name above it, None where it has none or the name stands in it
    under     line for its derivative below it, None where an edge says it
    field     the number in a chip, None of operations
    """

    index: int
    center: QPointF
    half: tuple[float, float]
    footprint: QRectF
    over: QRectF | None = None
    under: QRectF | None = None
    field: QRectF | None = None

    @property
    def box(self) -> QRectF:
        """The node itself."""
        (wide, high), middle = self.half, self.center
        return QRectF(middle.x() - wide, middle.y() - high, 2 * wide, 2 * high)


@dataclass(frozen=True, eq=False)
class EdgeShape:
    """An edge as (n, 2) points from its source to its target; places for the number above and the one below it.

    homeless  the numbers would overlap others: they are shown only while the edge or one of its nodes is looked at;
              else there is a mark on the edge
    """

    edge: Edge
    points: Floats
    above: QRectF
    below: QRectF
    homeless: bool = False

    @property
    def middle(self) -> QPointF:
        """The point of the edge that is nearest to the place of its numbers: there a mark says that they are hidden."""
        between = (self.above.center() + self.below.center()) / 2
        nearest = np.argmin(np.hypot(self.points[:, 0] - between.x(), self.points[:, 1] - between.y()))
        return QPointF(*self.points[nearest].tolist())

    def shows_numbers(self, working: Set[Edge], chosen: int | None) -> bool:
        """Whether its numbers are to be seen while these edges are at work and that node is looked at."""
        looked_at = self.edge in working or chosen in (self.edge.source, self.edge.target)
        return looked_at or not self.homeless


@dataclass(frozen=True, eq=False)
class Drawing:
    """A graph arranged: nodes by index, edges as `graph.edges`, the way out of the output node (its edge leads from
    the output to itself), and the room all this takes."""

    nodes: tuple[NodeShape, ...]
    edges: tuple[EdgeShape, ...]
    way_out: EdgeShape
    room: QRectF

    @property
    def crowded(self) -> int:
        """How many edges have no place of their own for their numbers."""
        return sum(shape.homeless for shape in (*self.edges, self.way_out))
