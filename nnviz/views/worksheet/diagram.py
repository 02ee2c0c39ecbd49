"""Diagram: the network with its weights, the sample at its nodes; in a solution all activations too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.views.worksheet.paper import Press, ink
from nnviz.views.worksheet.writing import plain
from nnviz.worksheets.quantity import Quantity
from nnviz.worksheets.recipe import Line

RADIUS, STEP, ASIDE = 20.0, 86.0, 110.0
"""Of a node, between two nodes of a layer, and room at the left and right for x and t."""
LABEL, SYMBOL = 12.0, 15.0
"""Pixels of an em of a weight and of what stands in a node."""
PLACES = (0.32, 0.26, 0.38, 0.2, 0.44, 0.5, 0.56, 0.62, 0.68, 0.74)
"""Where along an edge its weight may stand, as shares from the left, the best first."""
PAD = 2.0


@dataclass(frozen=True)
class Label:
    """A number or a symbol at its place in the diagram."""

    quantity: Quantity
    line: Line
    box: QRectF

    @property
    def text(self) -> str:
        """What it says."""
        return plain(self.line)


class Diagram:
    """Draws the network of a sheet in a width; `labels` are all numbers in it."""

    leads = False

    def __init__(self, press: Press, width: float) -> None:
        self._press, self._width = press, width
        self.sizes = press.sheet.experiment.sizes
        self.height = max(self.sizes) * STEP + 26
        self.labels: list[Label] = [*self._beside(), *self._biases(), *self._values()]
        self.labels += self._weights()

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw it from a height of the page on."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, top)
        painter.setPen(QPen(QColor(self._press.inks.line), 1.0))
        for a, b in self._edges():
            painter.drawLine(a, b)
        for layer, size in enumerate(self.sizes):
            for unit in range(size):
                self._paint_node(painter, layer, unit)
        for label in self.labels:
            self._paint_label(painter, label)
        painter.restore()

    def node(self, layer: int, unit: int) -> QPointF:
        """Middle of a node; layer 0 is the input."""
        step = (self._width - 2 * ASIDE) / (len(self.sizes) - 1)
        return QPointF(ASIDE + layer * step, self.height / 2 + (unit - (self.sizes[layer] - 1) / 2) * STEP)

    def _out(self, layer: int, unit: int) -> Quantity:
        last = len(self.sizes) - 1
        return Quantity("x", 0, unit) if layer == 0 else Quantity(*(("y", 0) if layer == last else ("a", layer)), unit)

    def _edges(self) -> Iterator[tuple[QPointF, QPointF]]:
        for quantity in self._press.sheet.given:
            if quantity.kind == "w":
                yield self.node(quantity.layer - 1, quantity.source), self.node(quantity.layer, quantity.unit)

    def _paint_node(self, painter: QPainter, layer: int, unit: int) -> None:
        middle = self.node(layer, unit)
        painter.setPen(QPen(QColor(self._press.inks.text), 1.4))
        painter.setBrush(QColor(self._press.inks.ground))
        painter.drawEllipse(middle, RADIUS, RADIUS)
        line: Line = (self._press.script.symbol(self._out(layer, unit)),)
        wide = self._press.writing.width(line, SYMBOL)
        ink(painter, self._press.inks.text)
        self._press.writing.paint(painter, QPointF(middle.x() - wide / 2, middle.y() + 4), line, SYMBOL)

    def _paint_label(self, painter: QPainter, label: Label) -> None:
        painter.fillRect(label.box, QColor(self._press.inks.ground))
        inks = self._press.inks
        ink(painter, inks.quiet if label.quantity.kind == "b" else inks.text)
        at = QPointF(label.box.left() + PAD, label.box.bottom() - PAD - 0.24 * LABEL)
        self._press.writing.paint(painter, at, label.line, LABEL)

    # labels

    def _beside(self) -> Iterator[Label]:
        """x at the left of the inputs, t at the right of the outputs."""
        for kind, layer, side in (("x", 0, -1), ("t", len(self.sizes) - 1, 1)):
            for unit in range(self.sizes[layer]):
                quantity = Quantity(kind, 0, unit)
                yield self._label(quantity, self.node(layer, unit) + QPointF(side * (RADIUS + 8), 0), side)

    def _biases(self) -> Iterator[Label]:
        for layer in range(1, len(self.sizes)):
            for unit in range(self.sizes[layer]):
                yield self._label(Quantity("b", layer, unit), self.node(layer, unit) + QPointF(0, -RADIUS - 10))

    def _values(self) -> Iterator[Label]:
        """What the units put out, in a solution."""
        if self._press.solution:
            for layer in range(1, len(self.sizes)):
                for unit in range(self.sizes[layer]):
                    at = self.node(layer, unit) + QPointF(0, RADIUS + 10)
                    yield self._label(self._out(layer, unit), at, named=False)

    def _weights(self) -> Iterator[Label]:
        """Each at the place on its edge where it is farthest from hiding another one."""
        taken = [label.box for label in self.labels]
        circle = QRectF(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS)
        taken += [circle.translated(self.node(k, n)) for k, size in enumerate(self.sizes) for n in range(size)]
        for quantity in (given for given in self._press.sheet.given if given.kind == "w"):
            a, b = self.node(quantity.layer - 1, quantity.source), self.node(quantity.layer, quantity.unit)
            choices = [self._label(quantity, a + (b - a) * share, named=False) for share in PLACES]
            best = min(choices, key=lambda label: sum(_common(label.box, box) for box in taken))
            taken.append(best.box)
            yield best

    def _label(self, quantity: Quantity, at: QPointF, side: int = 0, named: bool = True) -> Label:
        """side −1: ends at `at`, 1: begins there, 0: has it in its middle."""
        script = self._press.script
        number = script.number(quantity)
        line: Line = (script.symbol(quantity), " = ", number) if named else (number,)
        width, height = self._press.writing.width(line, LABEL) + 2 * PAD, LABEL + 2 * PAD
        return Label(quantity, line, QRectF(at.x() - width * (1 - side) / 2, at.y() - height / 2, width, height))


def _common(a: QRectF, b: QRectF) -> float:
    """Surface that two boxes share."""
    both = a.intersected(b)
    return both.width() * both.height() if both.isValid() else 0.0
