"""Paint: a drawing with the numbers of a moment, in units of the drawing."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from nnviz.engine.autograd import Graph, Node
from nnviz.views.labs.graph.brush import ARROW, DERIVATIVE, VALUE, Brush, dots, triangle
from nnviz.views.labs.graph.moment import Moment
from nnviz.views.labs.graph.naming import labels_of
from nnviz.views.labs.graph.outlines import Ruler
from nnviz.views.labs.graph.shapes import SLOT, Drawing, EdgeShape, Floats, NodeShape
from nnviz.widgets.numerals import short

CORNER = 11.0
DOT = 6.5
"""Radius of a number on its way."""
SUM = "Σ "
"""Before a gradient that was added up of what several edges sent."""
CARET = 6.0
"""The sign ^ hangs at the top of its line; so much lower it stands in the middle of the circle."""
MARK = 8.0
"""Length of the triangle before a derivative."""


class GraphPainter:
    """Paints one graph. `chosen` is the node that is pointed at or has the keyboard."""

    def __init__(self, brush: Brush, ruler: Ruler, graph: Graph, drawing: Drawing) -> None:
        self._brush, self._ruler, self._graph, self._drawing = brush, ruler, graph, drawing
        self._labels = labels_of(graph)

    def paint(self, painter: QPainter, moment: Moment, chosen: int | None) -> None:
        """Edges first, then the nodes over their ends, then all numbers."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in (*self._drawing.edges, self._drawing.way_out):
            self._edge(painter, shape, moment)
        for node in self._graph.nodes:
            self._node(painter, node, moment, chosen == node.index)
        for shape in (*self._drawing.edges, self._drawing.way_out):
            if shape.shows_numbers(moment.edges, chosen):
                self._numbers(painter, shape, moment)
            else:
                dots(painter, shape.middle, self._brush.color("surface"), self._brush.color(VALUE))
        self._pulses(painter, moment)
        self._output_name(painter)

    # Edges

    def _edge(self, painter: QPainter, shape: EdgeShape, moment: Moment) -> None:
        active = shape.edge in moment.edges
        reached = moment.values[shape.edge.source] is not None
        role = self._working_role(moment) if active else ("muted" if reached else "border")
        painter.setPen(self._brush.pen(role, 4.0 if active else 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(polygon(shape.points[:-1]))
        tip, before = QPointF(*shape.points[-1]), QPointF(*shape.points[-2])
        painter.drawLine(before, tip)
        self._arrow(painter, shape.points, role)

    def _arrow(self, painter: QPainter, points: Floats, role: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brush.color(role))
        painter.drawPolygon(triangle(QPointF(*points[-1]), QPointF(1, 0), ARROW))

    def _numbers(self, painter: QPainter, shape: EdgeShape, moment: Moment) -> None:
        value = moment.values[shape.edge.source]
        if shape.homeless:
            self._plate(painter, shape)
        if value is not None:
            self._brush.write(painter, shape.above, short(value), self._brush.bold, VALUE)
            self._kept(painter, shape, moment, short(value))
        derivative = moment.carried.get(shape.edge)
        if derivative is not None:
            self.derivative(painter, shape.below, derivative, moment.backward)

    def _plate(self, painter: QPainter, shape: EdgeShape) -> None:
        """What lies below numbers without a place of their own is covered while they are shown."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brush.color("surface"))
        for box in (shape.above, shape.below):
            painter.drawRoundedRect(box, 5, 5)

    def _kept(self, painter: QPainter, shape: EdgeShape, moment: Moment, text: str) -> None:
        """A frame around a value that is kept."""
        if shape.edge not in moment.kept:
            return
        used = shape.edge in moment.used
        wide = min(self._brush.width(text, self._brush.bold) + 10, SLOT + 4)
        box = QRectF(0, 0, wide, shape.above.height() - 1)
        box.moveCenter(shape.above.center())
        painter.setPen(self._brush.pen(VALUE, 2.4 if used else 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 5, 5)

    def derivative(self, painter: QPainter, box: QRectF, number: float, backward: bool, name: str = "") -> None:
        """A derivative with a triangle that points where it travels to."""
        text = f"{name}{short(number)}"
        wide = min(self._brush.width(text, self._brush.plain), box.width() - MARK - 4)
        left = box.center().x() - (wide + MARK + 4) / 2
        way, tip = (QPointF(-1, 0), left) if backward else (QPointF(1, 0), left + MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brush.color(DERIVATIVE))
        painter.drawPolygon(triangle(QPointF(tip, box.center().y()), way, MARK))
        place = QRectF(left + MARK + 4, box.top(), wide, box.height())
        self._brush.write(painter, place, text, self._brush.plain, DERIVATIVE)

    def _pulses(self, painter: QPainter, moment: Moment) -> None:
        points = {shape.edge: shape.points for shape in (*self._drawing.edges, self._drawing.way_out)}
        painter.setPen(self._brush.pen("surface", 2.0))
        painter.setBrush(self._brush.color(self._working_role(moment)))
        for pulse in moment.pulses:
            painter.drawEllipse(point_at(points[pulse.edge], pulse.at), DOT, DOT)

    # Nodes

    def _node(self, painter: QPainter, node: Node, moment: Moment, chosen: bool) -> None:
        shape = self._drawing.nodes[node.index]
        self._body(painter, node, shape, moment, chosen)
        self._writing(painter, node, shape, moment)
        derivative = moment.derivatives[node.index]
        if shape.under and derivative is not None:
            self.derivative(painter, shape.under, derivative, moment.backward, SUM if moment.backward else "")

    def _body(self, painter: QPainter, node: Node, shape: NodeShape, moment: Moment, chosen: bool) -> None:
        role, width = ("muted", 1.6) if moment.values[node.index] is not None else ("border", 1.6)
        if chosen:
            role, width = "accent", 2.6
        if moment.node == node.index:
            role, width = self._working_role(moment), 3.2
        painter.setPen(self._brush.pen(role, width, dashed=node.constant is not None))
        painter.setBrush(self._brush.color("raised"))
        if shape.half[0] == shape.half[1] and not node.is_input:
            painter.drawEllipse(shape.center, *shape.half)
        else:
            painter.drawRoundedRect(shape.box, CORNER, CORNER)

    def _writing(self, painter: QPainter, node: Node, shape: NodeShape, moment: Moment) -> None:
        brush = self._brush
        if node.constant is not None:
            brush.write(painter, shape.box, short(node.constant), brush.bold, "text")
        elif shape.field:
            top = QRectF(
                shape.box.left() + 4, shape.box.top() + 1, shape.box.width() - 8, shape.field.top() - shape.box.top()
            )
            brush.write(painter, top, self._ruler.fitted(node.name, top.width()), brush.bold, "text")
            self._entry(painter, shape.field, moment.values[node.index])
        else:
            font = brush.symbol if len(node.symbol) == 1 else brush.bold
            drop = CARET if node.symbol == "^" else 0.0
            brush.write(painter, shape.box.adjusted(3, drop, -3, drop), node.symbol, font, "text")
        if shape.over:
            text = self._ruler.fitted(self._labels[node.index], shape.over.width())
            font, role = (brush.bold, "text") if node.name else (brush.plain, "muted")
            brush.write(painter, shape.over, text, font, role)

    def _entry(self, painter: QPainter, box: QRectF, value: float | None) -> None:
        """The number of a variable, where no field of the canvas covers it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brush.color("field"))
        painter.drawRoundedRect(box, CORNER - 4, CORNER - 4)
        if value is not None:
            self._brush.write(painter, box.adjusted(3, 0, -3, 0), short(value), self._brush.bold, "text")

    def _output_name(self, painter: QPainter) -> None:
        tip = self._drawing.way_out.points[-1]
        name = self._labels[self._graph.output]
        text = self._ruler.fitted(name, 2 * SLOT)
        wide = min(self._ruler.width(text), SLOT)
        self._brush.write(painter, QRectF(tip[0] + 6, tip[1] - 12, wide, 24), text, self._brush.bold, "text")

    def _working_role(self, moment: Moment) -> str:
        return DERIVATIVE if moment.deriving else VALUE


def polygon(points: Floats) -> QPolygonF:
    """(n, 2) points for Qt."""
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


def point_at(points: Floats, share: float) -> QPointF:
    """The point at a share of the length of a line."""
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = share * lengths[-1]
    return QPointF(float(np.interp(at, lengths, points[:, 0])), float(np.interp(at, lengths, points[:, 1])))
