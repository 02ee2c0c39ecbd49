"""Outlines: how large each node of a graph is, before it has a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from nnviz.engine.autograd import Graph, Node
from nnviz.theme.theme import FAMILY
from nnviz.views.labs.graph.shapes import CHIP, EDGE, ENTRY, FIELD, LINE, RADIUS, TEXT, NodeShape
from nnviz.widgets.numerals import short

PAD = 12.0
"""Left and right of what is written in a box."""
WIDEST_NAME = 132.0
UNDER_WIDTH = 92.0
PAIR, MANY = 22.0, 17.0
"""Distance of two edges that arrive at a node, and of more."""


@dataclass(frozen=True)
class Outline:
    """Size of a node around its middle; `over`: its name stands above it, `under`: its derivative stands below it.

    The number in a chip has a field of its own of that height, below the name.
    """

    half: tuple[float, float]
    over: float = 0.0
    under: float = 0.0
    field: float = 0.0

    @property
    def reach(self) -> float:
        """Half of the width with all that is written above and below."""
        return max(self.half[0], self.over / 2, self.under / 2)

    @property
    def above(self) -> float:
        """From the middle to the top of what is written above."""
        return self.half[1] + LINE * bool(self.over)

    @property
    def below(self) -> float:
        """From the middle to the bottom of what is written below."""
        return self.half[1] + LINE * bool(self.under)

    def placed(self, index: int, x: float, y: float) -> NodeShape:
        """The node around a point."""
        wide, high = self.half
        over = QRectF(x - self.over / 2, y - high - LINE, self.over, LINE) if self.over else None
        under = QRectF(x - self.under / 2, y + high, self.under, LINE) if self.under else None
        field = (
            QRectF(x - wide + EDGE, y + high - EDGE - self.field, 2 * (wide - EDGE), self.field) if self.field else None
        )
        box = QRectF(x - wide, y - high, 2 * wide, 2 * high)
        for part in (over, under):
            box = box.united(part) if part else box
        return NodeShape(index, QPointF(x, y), self.half, box, over, under, field)


class Ruler:
    """Measures writing in units of the drawing, where TEXT is the height of letters."""

    def __init__(self) -> None:
        plain = QFont(FAMILY)
        plain.setPixelSize(round(TEXT))
        plain.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(plain)

    def width(self, text: str) -> float:
        """Width of a text."""
        return self._metrics.horizontalAdvance(text)

    def fitted(self, text: str, width: float) -> str:
        """The text, cut off with … where it is too long."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def outlines_of(graph: Graph, labels: Sequence[str], ruler: Ruler) -> tuple[Outline, ...]:
    """The outlines of all nodes, which are called `labels`. All variables are equally wide, which is calmer."""
    users = Counter(edge.source for edge in graph.edges)
    names = [min(ruler.width(name), WIDEST_NAME) for name in graph.variables]
    chip = max([FIELD, *names]) + PAD
    return tuple(_outline(graph, node, labels[node.index], users[node.index], chip, ruler) for node in graph.nodes)


def port_gap(inputs: int) -> float:
    """Distance of the edges that arrive at a node with so many inputs."""
    return PAIR if inputs <= 2 else MANY


def _outline(graph: Graph, node: Node, label: str, users: int, chip: float, ruler: Ruler) -> Outline:
    under = UNDER_WIDTH if users > 1 and graph.varies[node.index] else 0.0
    if node.op == "variable":
        return Outline((chip / 2, CHIP / 2), under=under, field=ENTRY)
    if node.constant is not None:
        return Outline((max(ruler.width(short(node.constant)) / 2 + PAD, CHIP / 3), CHIP / 3))
    count = len(node.inputs)
    high = max(RADIUS, port_gap(count) * count / 2)
    wide = max(RADIUS, ruler.width(node.symbol) / 2 + PAD) if len(node.symbol) > 1 else RADIUS
    over = min(ruler.width(label), WIDEST_NAME) + 4 if node.index != graph.output else 0.0
    return Outline((wide, high), over=over, under=under)
