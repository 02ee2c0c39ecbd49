"""GraphCanvas: the picture of a graph with its numbers, which zooms, pans, and reads out what is pointed at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from nnviz.engine.autograd import Edge, Graph
from nnviz.session.labs.graph.layered import Places
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.arrange import arrange
from nnviz.views.labs.graph.brush import Brush
from nnviz.views.labs.graph.inputs import InputFields
from nnviz.views.labs.graph.moment import Moment
from nnviz.views.labs.graph.outlines import Ruler
from nnviz.views.labs.graph.paint import GraphPainter
from nnviz.views.labs.graph.shapes import Drawing
from nnviz.views.labs.graph.view import COMFORTABLE, READABLE, View, fitting, partial_view
from nnviz.views.labs.graph.walk import walk
from nnviz.widgets.focus import FocusFrame
from nnviz.widgets.numerals import short
from nnviz.widgets.worded import Worded

ZOOM_STEP = 1.2
NOTCH = 120
"""Wheel units of one click of a wheel."""
AIR = 6.0
WALKS = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
ZOOMS = {Qt.Key.Key_Plus: ZOOM_STEP, Qt.Key.Key_Equal: ZOOM_STEP, Qt.Key.Key_Minus: 1 / ZOOM_STEP}
AUTO, WHOLE, FREE = "auto", "whole", "free"
"""What decides on the view: the size of the graph, the wish to see all of it, or the user's wheel and mouse."""
REACH = 8.0
"""Pixels around a node that count as the node."""


class GraphCanvas(Worded, FocusFrame):
    """Wheel, + and −: zoom. Drag: pan. Double click, 0: fit. Arrow keys: from node to node; Enter: type its value.

    Where the graph is not shown whole, the node at work is moved into sight.

    Signals: node_chosen(int | None) when another node is pointed at or reached by keyboard;
    value_chosen(str, float) when the number of a variable is edited.
    """

    node_chosen = Signal(object)
    value_chosen = Signal(str, float)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, editable: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 80)
        self._theme, self._ruler = theme, Ruler()
        self._graph: Graph | None = None
        self._painter: GraphPainter | None = None
        self._drawing: Drawing | None = None
        self._moment = Moment()
        self._view, self._looking = View(), AUTO
        self._pointed: int | None = None
        self._focused: int | None = None
        self._pressed: QPointF | None = None
        self._tell: Callable[[int], str] = str
        self.fields = InputFields(theme, self, editable)
        self.fields.value_chosen.connect(self.value_chosen)
        self.fields.focused.connect(self._on_field)
        self.fields.pointed.connect(self._point)

    # What is shown

    def shows(self, graph: Graph) -> bool:
        """Whether it is this graph that is drawn: the model may be a frame ahead."""
        return graph is self._graph

    @property
    def drawing(self) -> Drawing | None:
        """Where everything is drawn, in units of the drawing."""
        return self._drawing

    @property
    def moment(self) -> Moment:
        """The numbers that are drawn."""
        return self._moment

    @property
    def view(self) -> View:
        """From the drawing to pixels."""
        return self._view

    @property
    def chosen(self) -> int | None:
        """The node that is pointed at, or else the one that has the keyboard."""
        if self._pointed is not None:
            return self._pointed
        return self._focused if self.hasFocus() or self.fields.has_focus() else None

    def set_graph(self, graph: Graph, places: Places) -> None:
        """Draw another graph, all of it."""
        if self.shows(graph):
            return
        self._graph, self._drawing = graph, arrange(graph, places, self._ruler)
        self._moment = Moment()
        self._painter = GraphPainter(Brush(self._theme), self._ruler, graph, self._drawing)
        self._pointed, self._focused = None, graph.output if self.hasFocus() else None
        self.fields.set_graph(graph)
        self._looking = AUTO
        self._settle()
        self._announce()

    def set_moment(self, moment: Moment, values: Mapping[str, float]) -> None:
        """Draw these numbers; `values` of the variables."""
        self.fields.set_values(values)
        if moment != self._moment:
            before, self._moment = self._moment.node, moment
            if self._looking != WHOLE and moment.node not in (before, None):
                self._bring(moment.node)
            self.update()

    def set_teller(self, tell: Callable[[int], str]) -> None:
        """Who knows all about a node in words, for screen readers."""
        self._tell = tell

    def node_text(self, index: int) -> str:
        """All about a node, in words."""
        return self._tell(index)

    def edge_numbers(self, edge: Edge) -> tuple[float | None, float | None]:
        """The number above an edge and the one below it, None where there is none yet."""
        return self._moment.values[edge.source], self._moment.carried.get(edge)

    def edge_texts(self, edge: Edge) -> tuple[str, str]:
        """These two as they are written, "" where nothing is."""
        value, derivative = self.edge_numbers(edge)
        return ("" if value is None else short(value), "" if derivative is None else short(derivative))

    def node_pixel(self, index: int) -> QPointF:
        """The middle of a node on the canvas."""
        assert self._drawing
        return self._view.point(self._drawing.nodes[index].center)

    def dress(self) -> None:
        """Colours and fonts of the theme."""
        if self._graph and self._drawing:
            self._painter = GraphPainter(Brush(self._theme), self._ruler, self._graph, self._drawing)
        self.fields.dress()
        self.update()

    # Looking

    def fit(self) -> None:
        """Show all of the graph."""
        self._looking = WHOLE
        self._settle()

    def zoom(self, factor: float, pixel: QPointF | None = None) -> None:
        """Zoom around a pixel, or the middle."""
        self._looking = FREE
        self._look(self._view.zoomed(factor, pixel or QRectF(self.rect()).center()))

    def choose(self, index: int | None) -> None:
        """Put the keyboard at a node; one that cannot be seen is moved into sight."""
        self._focused = index
        self._bring(index)
        self._announce()

    def _bring(self, index: int | None) -> None:
        """Move a node that cannot be seen into the middle."""
        window = QRectF(self.rect())
        if index is not None and not window.contains(self.node_pixel(index)):
            self._looking = FREE
            self._look(self._view.moved(window.center() - self.node_pixel(index)))

    def _settle(self) -> None:
        """All of the graph; part of it where that is too small and was not asked for."""
        if self._drawing:
            room, window = self._drawing.room, QRectF(self.rect()).adjusted(AIR, AIR, -AIR, -AIR)
            whole = fitting(room, window)
            too_small = self._looking == AUTO and whole.scale < READABLE
            self._look(partial_view(room, window) if too_small else whole)

    def _look(self, view: View) -> None:
        self._view = view
        if self._drawing:
            self.fields.place(self._drawing, view)
        self.update()

    def _point(self, index: int | None) -> None:
        if index != self._pointed:
            self._pointed = index
            self._announce()

    def _on_field(self, index: int) -> None:
        self._focused = index
        self._announce()

    def _announce(self) -> None:
        self._word()
        self.node_chosen.emit(self.chosen)
        self.update()

    def _word(self) -> None:
        index = self.chosen
        nodes = len(self._graph.nodes) if self._graph else 0
        whole = self.tr("Nodes: {count}. Arrow keys go from one to the next.").format(count=nodes)
        self.setAccessibleDescription(whole if index is None else self._tell(index))

    def _node_at(self, pixel: QPointF) -> int | None:
        if self._drawing is None:
            return None
        point, reach = self._view.back(pixel), REACH / self._view.scale
        for node in self._drawing.nodes:
            if node.box.adjusted(-reach, -reach, reach, reach).contains(point):
                return node.index
        return None

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """The graph, and a frame while it has the keyboard."""
        with painting(self) as painter:
            self.paint_focus(painter)
            if self._painter and self._moment.values:
                painter.translate(self._view.dx, self._view.dy)
                painter.scale(self._view.scale, self._view.scale)
                self._painter.paint(painter, self._moment, self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A graph that was shown whole stays so."""
        super().resizeEvent(event)
        if self._looking != FREE:
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the mouse is."""
        self.zoom(ZOOM_STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan; a node that is clicked gets the keyboard."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            index = self._node_at(event.position())
            if index is not None:
                self.choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while pressed, else read out."""
        if self._pressed is None:
            self._point(self._node_at(event.position()))
            return
        way, self._pressed = event.position() - self._pressed, event.position()
        if not way.isNull():
            self._looking = FREE
        self._look(self._view.moved(way))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pan no more."""
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all, or come near where all is shown and too small."""
        if self._looking == WHOLE and self._view.scale < READABLE:
            self.zoom(COMFORTABLE / self._view.scale, event.position())
        else:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the node where the keyboard was, or at the output."""
        super().focusInEvent(event)
        if self._focused is None and self._graph:
            self._focused = self._graph.output
        self._announce()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No node is set off any more."""
        super().focusOutEvent(event)
        self._announce()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom, fit, edit."""
        key = Qt.Key(event.key())
        if key in WALKS and self._graph and self._drawing and self._focused is not None:
            self.choose(walk(self._graph, self._drawing, self._focused, WALKS[key]))
        elif key in ZOOMS:
            self.zoom(ZOOMS[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.fields.edit(self._focused):
            return
        else:
            super().keyPressEvent(event)
