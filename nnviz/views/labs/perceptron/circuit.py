"""CircuitView: XOR from three gates as a circuit; wires are lit by what goes through them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from nnviz.engine.perceptron import Unit
from nnviz.session.labs.perceptron.gates import HIDDEN, OUTPUT, GatesPart
from nnviz.theme.theme import Theme
from nnviz.views.labs.perceptron.figure import Figure, Sketch
from nnviz.widgets.numerals import short

RADIUS = 20.0
WIDTH, HEIGHT = 128.0, 92.0
PLACES = {
    "x1": QPointF(40, 76), "x2": QPointF(40, 208), "NAND": QPointF(236, 76), "OR": QPointF(236, 208),
    "AND": QPointF(446, 142), "y": QPointF(584, 142),
}  # fmt: skip
WIRES: tuple[tuple[str, str, float], ...] = (
    ("x1", "NAND", -24), ("x2", "NAND", 24), ("x1", "OR", -24), ("x2", "OR", 24),
    ("NAND", "AND", -24), ("OR", "AND", 24), ("AND", "y", 0),
)  # fmt: skip
"""From, to, and how far below the middle of its gate a wire ends."""
WEIGHT_AT = {("x2", "NAND"): 0.74, ("x1", "OR"): 0.74}
"""Where along a wire its weight stands, where that is not near the gate in any case: these two cross."""


class CircuitView(Figure):
    """`wires`: what goes through each, by (from, to); `sums` and `answers` of the gates by name.

    Signals: picked("x1" or "x2"): an input is to be switched over.
    """

    board = (630.0, 284.0)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.spots = {key: self._around(PLACES[key]) for key in ("x1", "x2")}
        self.wires: dict[tuple[str, str], int] = {}
        self.sums: dict[str, float] = {}
        self.answers: dict[str, int] = {}
        self._units: dict[str, Unit] = {}

    def show_gates(self, part: GatesPart) -> None:
        """Show the circuit as it is now."""
        self.answers, self.sums, self._units = part.answers, part.sums, part.units
        values = {"x1": part.inputs[0], "x2": part.inputs[1], **part.answers}
        self.wires = {(start, end): values[start] for start, end, _ in WIRES}
        self.update()

    def draw(self, sketch: Sketch) -> None:
        if not self.wires:
            return
        # Lit wires last: they are not to be crossed by dark ones.
        for start, end, aside in sorted(WIRES, key=lambda wire: self.wires[wire[:2]]):
            self._wire(sketch, start, end, aside)
        for start, end, aside in WIRES:
            self._weight(sketch, start, end, aside)
        for name in (*HIDDEN, OUTPUT):
            self._gate(sketch, name)
        for name in ("x1", "x2"):
            self._node(sketch, name, self.wires[name, HIDDEN[0]], f"x{'₁₂'[int(name[1]) - 1]}")
        self._node(sketch, "y", self.answers[OUTPUT], "y")

    def _ends(self, start: str, end: str, aside: float) -> tuple[QPointF, QPointF]:
        out = QPointF(WIDTH / 2 if start in self._units else RADIUS, 0)
        into = QPointF(-WIDTH / 2 if end in self._units else -RADIUS, aside)
        return PLACES[start] + out, PLACES[end] + into

    def _wire(self, sketch: Sketch, start: str, end: str, aside: float) -> None:
        lit = self.wires[start, end] == 1
        sketch.wire(*self._ends(start, end, aside), "positive" if lit else "faint", 4.5 if lit else 1.6)

    def _weight(self, sketch: Sketch, start: str, end: str, aside: float) -> None:
        a, b = self._ends(start, end, aside)
        if start in HIDDEN:
            name = f"s{'₁₂'[HIDDEN.index(start)]} = {self.answers[start]}"
            lift = -21 if aside < 0 else 21
            at = a + (b - a) * 0.4
            sketch.write(at.x() + 12, at.y() + lift, name, "text", 1.1, True)
        if end in self._units:
            weight = self._units[end].w1 if aside < 0 else self._units[end].w2
            at = a + (b - a) * WEIGHT_AT.get((start, end), 0.74)
            role = "positive" if weight > 0 else "negative"
            sketch.write(at.x(), at.y(), short(weight), role, 0.95, True, plate=True)

    def _gate(self, sketch: Sketch, name: str) -> None:
        at, lit = PLACES[name], self.answers[name] == 1
        box = QRectF(at.x() - WIDTH / 2, at.y() - HEIGHT / 2, WIDTH, HEIGHT)
        fill = sketch.tint("positive", 0.24) if lit else sketch.theme.color("raised")
        sketch.box(box, fill, "positive" if lit else "muted", 2.4 if lit else 1.6)
        sketch.write(at.x(), at.y() - 26, name, "text", 1.25, True)
        sketch.write(at.x(), at.y() - 1, f"b = {short(self._units[name].bias)}", "text", 1.0)
        sign = ">" if lit else "≤"
        sketch.write(at.x(), at.y() + 25, f"Σ = {short(self.sums[name])} {sign} 0", "text", 1.05, True)

    def _node(self, sketch: Sketch, name: str, value: int, label: str) -> None:
        at = PLACES[name]
        fill = sketch.theme.color("positive" if value else "surface")
        sketch.disc(at, RADIUS, fill, "positive" if value else "muted", 2.0)
        sketch.write(at.x(), at.y(), str(value), "on_accent" if value else "text", 1.5, True)
        sketch.write(at.x(), at.y() + RADIUS + 12, label, "muted", 1.1)

    def _around(self, at: QPointF) -> QRectF:
        return QRectF(at.x() - RADIUS, at.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
