"""SmallNetwork: the 2-2-1 network with all of its nine parameters and the activations of one input."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from nnviz.engine.network import Network
from nnviz.engine.trace import ForwardTrace
from nnviz.theme.theme import Theme
from nnviz.views.labs.perceptron.figure import Figure, Sketch
from nnviz.widgets.numerals import short

RADIUS, INPUT = 28.0, 21.0
PLACES = {
    "x1": QPointF(40, 60), "x2": QPointF(40, 180), "h1": QPointF(222, 60), "h2": QPointF(222, 180),
    "y": QPointF(400, 120),
}  # fmt: skip
THIN, THICK, MOST = 1.2, 0.8, 8.0
"""Width of an edge: so much, so much more for each 1 of its weight, and at most."""


class SmallNetwork(Figure):
    """`weights`: the numbers on the edges by (from, to); `biases` and `activations` by node; `marked`: a node that is
    looked at more closely.

    Signals: picked(str): an input "x1" or "x2" is to be switched over, a unit "h1", "h2" or "y" to be looked at.
    """

    board = (450.0, 246.0)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.spots = {name: _around(at, _radius(name)) for name, at in PLACES.items()}
        self.weights: dict[tuple[str, str], float] = {}
        self.biases: dict[str, float] = {}
        self.activations: dict[str, float] = {}
        self.marked = ""

    def show_network(self, network: Network, trace: ForwardTrace, sample: int, marked: str) -> None:
        """Show the parameters, and what one sample of a pass makes of them."""
        self.marked = marked
        hidden, output = network.layers
        self.weights = {(f"x{i + 1}", f"h{j + 1}"): float(hidden.W[i, j]) for i in (0, 1) for j in (0, 1)}
        self.weights |= {(f"h{j + 1}", "y"): float(output.W[j, 0]) for j in (0, 1)}
        self.biases = {"h1": float(hidden.b[0]), "h2": float(hidden.b[1]), "y": float(output.b[0])}
        values = (*trace.x[sample], *trace.a[0][sample], *trace.a[1][sample])
        self.activations = dict(zip(("x1", "x2", "h1", "h2", "y"), map(float, values), strict=True))
        self.update()

    def draw(self, sketch: Sketch) -> None:
        if not self.weights:
            return
        for (start, end), weight in self.weights.items():
            self._edge(sketch, PLACES[start], PLACES[end], weight)
        for (start, end), weight in self.weights.items():
            # Crossing edges would have their numbers on one another in the middle.
            share = 0.3 if start in ("x1", "x2") else 0.42
            at = PLACES[start] + (PLACES[end] - PLACES[start]) * share
            role = "positive" if weight > 0 else "negative"
            sketch.write(at.x() + 4, at.y(), short(weight, 3), role, 0.95, True, plate=True)
        for name, at in PLACES.items():
            self._node(sketch, name, at)

    def _edge(self, sketch: Sketch, start: QPointF, end: QPointF, weight: float) -> None:
        width = min(THIN + THICK * abs(weight), MOST)
        sketch.wire(start, end, "positive" if weight > 0 else "negative", width, dashed=weight < 0)

    def _node(self, sketch: Sketch, name: str, at: QPointF) -> None:
        value = self.activations[name]
        role = "positive" if value >= 0 else "negative"
        radius, marked = _radius(name), name == self.marked
        fill = sketch.tint(role, 0.75 * min(abs(value), 1.0))
        sketch.disc(at, radius, fill, "accent" if marked else "muted", 4.0 if marked else 1.8)
        sketch.write(at.x(), at.y(), short(value, 3), "text", 1.05, True)
        label = name[0] + ("" if name == "y" else "₁₂"[int(name[1]) - 1])
        sketch.write(at.x(), at.y() - radius - 11, label, "text", 1.1, True)
        if name in self.biases:
            sketch.write(at.x(), at.y() + radius + 12, f"b = {short(self.biases[name], 3)}", "muted", 0.95)


def _radius(name: str) -> float:
    return INPUT if name.startswith("x") else RADIUS


def _around(at: QPointF, radius: float) -> QRectF:
    return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
