"""NeuronView: one threshold unit as it is drawn on a board: inputs, weights, sum, step, output."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from nnviz.engine.perceptron import Unit
from nnviz.theme.theme import Theme
from nnviz.views.labs.perceptron.figure import Figure, Sketch
from nnviz.widgets.numerals import short

RADIUS, BODY = 21.0, 42.0
INPUTS = (QPointF(30, 40), QPointF(30, 140))
BIAS = QPointF(30, 240)
SUM = QPointF(216, 140)
STEP = QRectF(276, 106, 78, 68)
OUTPUT = QPointF(394, 140)
THICK = 3.5
"""Pixels of width that a weight of 1 has."""


class NeuronView(Figure):
    """What it shows, by name: x1, x2, w1, w2, the bias or the threshold, sum and y, is in `shown`.

    Signals: picked("x1" or "x2"): an input is to be switched over.
    """

    board = (424.0, 276.0)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.spots = {
            f"x{k}": QRectF(at.x() - RADIUS, at.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
            for k, at in enumerate(INPUTS, start=1)
        }
        self.shown: dict[str, float] = {}

    def show_unit(self, unit: Unit, inputs: tuple[int, int], total: float, answer: int, threshold: bool) -> None:
        """`threshold`: the unit has a threshold θ in its body instead of a bias at its side."""
        last = {"theta": unit.threshold} if threshold else {"bias": unit.bias}
        x1, x2 = inputs
        self.shown = {"x1": x1, "x2": x2, "w1": unit.w1, "w2": unit.w2, "sum": total, "y": answer, **last}
        self.update()

    def draw(self, sketch: Sketch) -> None:
        shown = self.shown
        if not shown:
            return
        for k, at in enumerate(INPUTS, start=1):
            self._edge(sketch, at, shown[f"w{k}"], shown[f"x{k}"], f"w{'₁₂'[k - 1]}")
        if "bias" in shown:
            self._edge(sketch, BIAS, shown["bias"], 1.0, "b")
        lit = bool(shown["y"])
        sketch.wire(SUM, QPointF(STEP.left(), SUM.y()), "muted", 2.0)
        sketch.wire(QPointF(STEP.right(), SUM.y()), OUTPUT, "positive" if lit else "faint", 4.0 if lit else 1.6)
        self._nodes(sketch)
        self._sum(sketch)
        self._step(sketch)

    def _edge(self, sketch: Sketch, start: QPointF, weight: float, value: float, name: str) -> None:
        role = "positive" if weight > 0 else "negative" if weight else "faint"
        sketch.wire(start, SUM, role, min(1.0 + THICK * abs(weight), 9.0), dashed=weight < 0)
        at = start + (SUM - start) * 0.46
        sketch.write(at.x(), at.y(), f"{name} = {short(weight)}", role if weight else "muted", 1.05, True, plate=True)

    def _nodes(self, sketch: Sketch) -> None:
        for k, at in enumerate(INPUTS, start=1):
            self._node(sketch, at, self.shown[f"x{k}"], f"x{'₁₂'[k - 1]}")
        if "bias" in self.shown:
            sketch.disc(BIAS, RADIUS - 4, sketch.theme.color("raised"))
            sketch.write(BIAS.x(), BIAS.y(), "1", "muted", 1.2, True)
        self._node(sketch, OUTPUT, self.shown["y"], "y")

    def _node(self, sketch: Sketch, at: QPointF, value: float, name: str) -> None:
        fill = sketch.theme.color("positive" if value else "surface")
        sketch.disc(at, RADIUS, fill, "positive" if value else "muted", 2.0)
        sketch.write(at.x(), at.y(), f"{value:.0f}", "on_accent" if value else "text", 1.5, True)
        sketch.write(at.x(), at.y() + RADIUS + 11, name, "muted", 1.05)

    def _sum(self, sketch: Sketch) -> None:
        sketch.disc(SUM, BODY, sketch.theme.color("raised"), "muted", 2.0)
        sketch.write(SUM.x(), SUM.y() - 15, "Σ", "muted", 1.2)
        sketch.write(SUM.x(), SUM.y() + 9, short(self.shown["sum"]), "text", 1.5, True)

    def _step(self, sketch: Sketch) -> None:
        """The step function about its threshold, and where on it the sum is."""
        shown, middle = self.shown, STEP.center().x()
        edge = shown.get("theta", 0.0)
        bottom, top = STEP.bottom() - 12, STEP.top() + 14
        sketch.box(STEP, sketch.theme.color("raised"))
        sketch.wire(QPointF(STEP.left() + 8, bottom), QPointF(middle, bottom), "text", 2.2)
        sketch.wire(QPointF(middle, bottom), QPointF(middle, top), "faint", 1.4, dashed=True)
        sketch.wire(QPointF(middle, top), QPointF(STEP.right() - 8, top), "text", 2.2)
        reach = (STEP.width() - 20) / 2
        x = middle + reach * math.tanh(shown["sum"] - edge)
        sketch.disc(QPointF(x, top if shown["y"] else bottom), 5.0, sketch.theme.color("accent"), "surface", 1.5)
        name = f"θ = {short(edge)}" if "theta" in shown else "0"
        sketch.write(middle, STEP.bottom() + 12, name, "text" if "theta" in shown else "muted", 1.05, "theta" in shown)
