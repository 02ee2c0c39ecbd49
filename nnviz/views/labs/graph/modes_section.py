"""ModesSection: forward mode and reverse mode on the same graph, on one clock, with their passes counted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.session.labs.graph.intents import (
    ChooseVariable,
    PauseModes,
    PlayModes,
    SeekModes,
    SetGraphSpeed,
    StepModes,
)
from nnviz.session.labs.graph.lab import GraphLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.canvas import GraphCanvas
from nnviz.views.labs.graph.legend import GraphLegend
from nnviz.views.labs.graph.naming import labels_of
from nnviz.views.labs.graph.player import Player
from nnviz.views.labs.graph.readings import adjoint_moment, tangent_moment
from nnviz.views.labs.graph.results import ResultTable
from nnviz.views.labs.graph.words import GraphWords
from nnviz.views.labs.section import LabSection
from nnviz.views.labs.side_column import SideColumn
from nnviz.widgets.choice_field import ChoiceField

SIDE, SHARE = 300, 0.34
STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
HEAD = 80
"""Pixels of a card besides its graph."""


class ModesSection(LabSection):
    """Section “modes” of the lab “graph”. Space plays and pauses, Page Up and Page Down go step by step."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "graph", parent)
        self.lab = session.labs.of(GraphLab)
        self._words = GraphWords(self)
        self.forward = GraphCanvas(theme, "modes_forward", self)
        self.reverse = GraphCanvas(theme, "modes_reverse", self)
        self.titles = {name: QLabel(self) for name in ("forward", "reverse")}
        self.legends = {name: GraphLegend(theme, f"modes_{name}_legend", self) for name in ("forward", "reverse")}
        self.variable = ChoiceField(self)
        self.variable.setObjectName("modes_variable")
        self.player = Player(theme, "modes_player", self)
        self.results = ResultTable(theme, self)
        self._caption, self._side = QLabel(self), SideColumn(self.results, parent=self)
        self._side.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._connect()
        self.dress()
        self.word()

    def refresh(self) -> None:
        lab, modes = self.lab, self.lab.modes
        for canvas, moment in ((self.forward, tangent_moment(lab)), (self.reverse, adjoint_moment(lab))):
            canvas.set_graph(lab.graph, lab.places)
            canvas.set_moment(moment.still if self.theme.calm else moment, lab.values)
        self._explain()
        self._turn()
        self.variable.set_choices([(name, name) for name in lab.graph.variables])
        self.variable.set_value(modes.variable)
        self.player.show_playhead(modes.playhead)
        self.results.show_lab(lab)
        self._title()

    def dress(self) -> None:
        for canvas in (self.forward, self.reverse):
            canvas.dress()
        for title in self.titles.values():
            title.setFont(self.theme.font(1.15, bold=True))
        for legend in self.legends.values():
            legend.updateGeometry()
        self.results.dress()
        self._widen()

    def word(self) -> None:
        self.player.word()
        self.results.word()
        self.forward.setAccessibleName(self.tr("Graph in forward mode"))
        self.reverse.setAccessibleName(self.tr("Graph in reverse mode"))
        self._caption.setText(self.tr("by"))
        self.variable.setAccessibleName(self.tr("Input of the pass in forward mode"))
        self.variable.setToolTip(self.tr("To the beginning of the pass that finds the derivatives by this input"))
        self._explain()
        self._side.setAccessibleName(self.tr("Derivatives found"))
        self._title()

    def _explain(self) -> None:
        """What there is to be seen in both graphs."""
        drawing = self.forward.drawing
        value = ("value", self.tr("value"))
        hidden = (("hidden", self.tr("crowded: point at a node")),) if drawing and drawing.crowded else ()
        self.legends["forward"].set_items((value, ("forward", self.tr("tangent, goes forward")), *hidden))
        self.legends["reverse"].set_items((value, ("backward", self.tr("gradient, comes back")), *hidden))

    def _title(self) -> None:
        modes = self.lab.modes
        number = list(modes.sweep.variables).index(modes.variable) + 1 if modes.variable else 0
        self.titles["forward"].setText(
            self.tr("Forward mode, pass {number} of {count}").format(number=number, count=modes.passes_needed)
        )
        count = modes.reverse_passes_needed
        self.titles["reverse"].setText(self.tr("Reverse mode, pass {number} of {count}").format(number=1, count=count))

    # Wishes

    def _step(self, steps: int) -> None:
        self.do(StepModes(steps))

    def _seek(self, position: float) -> None:
        self.do(SeekModes(position))

    def _toggle(self) -> None:
        self.do(PauseModes() if self.lab.modes.playing else PlayModes())

    def _speed(self, speed: float) -> None:
        self.do(SetGraphSpeed(speed))

    def _choose(self, name: str) -> None:
        self.do(ChooseVariable(name))

    def _tell_forward(self, index: int) -> str:
        if not self.forward.shows(self.lab.graph):
            return ""
        modes = self.lab.modes
        by = modes.variable
        return self._words.derivative_text(
            self.lab, index, labels_of(self.lab.graph)[index], by, modes.shown_tangent(index)
        )

    def _tell_reverse(self, index: int) -> str:
        if not self.reverse.shows(self.lab.graph):
            return ""
        labels = labels_of(self.lab.graph)
        gradient = self.lab.modes.shown_adjoint(index)
        return self._words.derivative_text(self.lab, index, labels[self.lab.graph.output], labels[index], gradient)

    # Building

    def _lay_out(self) -> None:
        self._pair = QBoxLayout(BESIDE)
        self._pair.setSpacing(8)
        self._pair.addWidget(self._card("forward", self.forward), 1)
        self._pair.addWidget(self._card("reverse", self.reverse), 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(self._pair, 1)
        left.addWidget(self.player)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 10)
        row.setSpacing(8)
        row.addLayout(left, 1)
        row.addWidget(self._side)

    def _card(self, name: str, canvas: GraphCanvas) -> QFrame:
        card = QFrame(self)
        card.setObjectName(f"modes_{name}_card")
        card.setProperty("role", "card")
        self.titles[name].setProperty("role", "title")
        self.titles[name].setObjectName(f"modes_{name}_title")
        head = QHBoxLayout()
        head.setContentsMargins(6, 2, 6, 0)
        head.setSpacing(8)
        head.addStrut(self.variable.sizeHint().height())
        head.addWidget(self.titles[name])
        if name == "forward":
            self._caption.setProperty("role", "hint")
            head.addWidget(self._caption)
            head.addWidget(self.variable)
        head.addStretch(1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6, 6, 6, 4)
        inside.setSpacing(2)
        inside.addLayout(head)
        inside.addWidget(canvas, 1)
        inside.addWidget(self.legends[name])
        return card

    def _connect(self) -> None:
        self.forward.set_teller(self._tell_forward)
        self.reverse.set_teller(self._tell_reverse)
        self.player.stepped.connect(self._step)
        self.player.sought.connect(self._seek)
        self.player.toggled.connect(self._toggle)
        self.player.speed_chosen.connect(self._speed)
        self.variable.value_changed.connect(self._choose)

    def _turn(self) -> None:
        """The two graphs beside or below each other, whichever leaves larger letters."""
        drawing = self.forward.drawing
        if drawing is None:
            return
        room, width, height = drawing.room, self._pair.geometry().width(), self._pair.geometry().height()
        beside = _scale(room, QRectF(0, 0, width / 2, height - HEAD))
        below = _scale(room, QRectF(0, 0, width, height / 2 - HEAD))
        self._pair.setDirection(BESIDE if beside >= below else BELOW)

    def _widen(self) -> None:
        self._side.setFixedWidth(round(min(SIDE * self.theme.scale, SHARE * max(self.width(), 600))))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other shares of the room."""
        super().resizeEvent(event)
        self._widen()
        self.mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the parts leave."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self._step(STEPS[key])
        elif key == Qt.Key.Key_Space:
            self._toggle()
        else:
            super().keyPressEvent(event)


def _scale(room: QRectF, window: QRectF) -> float:
    return min(window.width() / room.width(), window.height() / room.height())
