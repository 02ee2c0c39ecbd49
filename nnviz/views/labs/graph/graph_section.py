"""GraphSection: an expression as a graph, its values forward and its gradients backward, step by step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.session.intents import Intent
from nnviz.session.labs.graph.intents import (
    OpenPreset,
    PauseGraph,
    PlayGraph,
    ResetGraph,
    SeekGraph,
    SetExpression,
    SetGraphSpeed,
    SetInput,
    StepGraph,
)
from nnviz.session.labs.graph.lab import GraphLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.canvas import GraphCanvas
from nnviz.views.labs.graph.cards import NodeCard, StepCard
from nnviz.views.labs.graph.expression_bar import ExpressionBar
from nnviz.views.labs.graph.legend import GraphLegend
from nnviz.views.labs.graph.player import Player
from nnviz.views.labs.graph.readings import graph_moment
from nnviz.views.labs.graph.words import GraphWords
from nnviz.views.labs.section import LabSection
from nnviz.views.labs.side_column import SideColumn

SIDE = 330
"""Width of the column with the cards, at ordinary writing."""
SHARE = 0.36
"""Of the page that this column takes at the most."""
STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class GraphSection(LabSection):
    """Section “graph” of the lab “graph”. Space plays and pauses, Page Up and Page Down go step by step."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "graph", parent)
        self.lab = session.labs.of(GraphLab)
        self._words = GraphWords(self)
        self.bar = ExpressionBar(theme, self)
        self.canvas = GraphCanvas(theme, "graph_canvas", self, editable=True)
        self.legend = GraphLegend(theme, "graph_legend", self)
        self.player = Player(theme, "graph_player", self)
        self.step, self.node = StepCard(theme, self), NodeCard(theme, self)
        self._side = SideColumn(self.step, self.node, parent=self)
        self._side.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._connect()
        self.dress()
        self.word()
        self.canvas.set_teller(self._tell)

    def refresh(self) -> None:
        lab = self.lab
        self.bar.show_lab(lab)
        self.canvas.set_graph(lab.graph, lab.places)
        self._explain()
        moment = graph_moment(lab)
        self.canvas.set_moment(moment.still if self.theme.calm else moment, lab.values)
        self.player.show_playhead(lab.playhead)
        self.step.show_lab(lab)
        self.node.show_node(lab, self.canvas.chosen)

    def dress(self) -> None:
        for part in (self.bar, self.canvas, self.step, self.node):
            part.dress()
        self.legend.updateGeometry()
        self._widen()

    def word(self) -> None:
        self.bar.word()
        self.player.word()
        self.step.word()
        self.canvas.setAccessibleName(self.tr("Computational graph"))
        self._explain()
        self._side.setAccessibleName(self.tr("The step and the node"))

    def _explain(self) -> None:
        """What there is to be seen in this graph."""
        drawing = self.canvas.drawing
        hidden = ("hidden", self.tr("crowded: point at a node to see the numbers of its edges"))
        self.legend.set_items(
            (
                ("value", self.tr("value, goes forward")),
                ("backward", self.tr("gradient, comes back (Σ: added up)")),
                ("kept", self.tr("kept for the way back")),
                *((hidden,) if drawing and drawing.crowded else ()),
            )
        )

    # Wishes

    def _submit(self, text: str) -> None:
        self._tell_bar(SetExpression(text))

    def _open_preset(self, name: str) -> None:
        self._tell_bar(OpenPreset(name))

    def _tell_bar(self, intent: Intent) -> None:
        """What is wrong with an expression is said below it, not above the page."""
        try:
            self.session.do(intent)
        except ValueError as error:
            self.bar.show_refusal(error)
            return
        self.bar.show_refusal(None)

    def _set_input(self, name: str, value: float) -> None:
        """Whoever changes an input wants to see what follows: before the first step everything is shown."""
        if not self.do(SetInput(name, value)):
            self.canvas.fields.refuse(name, self.lab.values.get(name, value))
        elif self.lab.position == 0 and not self.lab.playing:
            self.do(SeekGraph(len(self.lab.beats)))

    def _step(self, steps: int) -> None:
        self.do(StepGraph(steps))

    def _seek(self, position: float) -> None:
        self.do(SeekGraph(position))

    def _toggle(self) -> None:
        self.do(PauseGraph() if self.lab.playing else PlayGraph())

    def _speed(self, speed: float) -> None:
        self.do(SetGraphSpeed(speed))

    def _choose(self, index: int | None) -> None:
        """Its numbers come into sight, and go when it is left."""
        if not self.canvas.shows(self.lab.graph):
            return
        self.node.show_node(self.lab, index)
        self._side.column.activate()
        self._side.ensureWidgetVisible(self.step if index is None else self.node, 0, 0)

    def _reset(self) -> None:
        self.do(ResetGraph())
        self.bar.show_refusal(None)

    def _tell(self, index: int) -> str:
        return self._words.node_text(self.lab, index) if self.canvas.shows(self.lab.graph) else ""

    # Building

    def _lay_out(self) -> None:
        stage = QFrame(self)
        stage.setObjectName("graph_stage")
        stage.setProperty("role", "card")
        inside = QVBoxLayout(stage)
        inside.setContentsMargins(6, 6, 6, 4)
        inside.setSpacing(0)
        inside.addWidget(self.canvas, 1)
        inside.addWidget(self.legend)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(stage, 1)
        left.addWidget(self.player)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(left, 1)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.bar.submitted.connect(self._submit)
        self.bar.preset_chosen.connect(self._open_preset)
        self.bar.reset.clicked.connect(self._reset)
        self.canvas.value_chosen.connect(self._set_input)
        self.canvas.node_chosen.connect(self._choose)
        self.player.stepped.connect(self._step)
        self.player.sought.connect(self._seek)
        self.player.toggled.connect(self._toggle)
        self.player.speed_chosen.connect(self._speed)

    def _widen(self) -> None:
        self.bar.field.set_page_height(self.height())
        self._side.setFixedWidth(round(min(SIDE * self.theme.scale, SHARE * max(self.width(), 600))))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards take no more than their share."""
        super().resizeEvent(event)
        self._widen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the parts leave."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self._step(STEPS[key])
        elif key == Qt.Key.Key_Space:
            self._toggle()
        else:
            super().keyPressEvent(event)
