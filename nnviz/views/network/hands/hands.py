"""Hands: drags and types the weight of the selected edge or the bias of the selected unit."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic_ns
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from nnviz.errors import words
from nnviz.session.edits import LARGEST
from nnviz.session.intents import Intent
from nnviz.views.network.cards import Cards
from nnviz.views.network.hands.handles import change, drawn_piece, exists, pieces_of, weight_layer
from nnviz.views.network.hands.knob import Knob, knob_of, paint_edge, paint_knob, visible_line
from nnviz.views.network.hands.value_field import ValueField
from nnviz.views.network.refs import EdgeRef, Handle
from nnviz.views.network.stage import Stage

if TYPE_CHECKING:
    from nnviz.session.session import Session

STEP, FINE = 0.01, 0.001
"""Change for one pixel of a drag as a share of the limit of the layer's weights; FINE with Shift."""
PRESS = 5
"""A press of Page Up or Page Down is as much as so many pixels."""


@dataclass
class Drag:
    """A gesture under way: the number of `piece` of a handle, changed by `step` for each pixel from height `y` up."""

    handle: Handle
    piece: int
    value: float
    limit: float
    gesture: int
    y: float = 0.0
    due: bool = False


class Hands(QObject):
    """What is selected, and the gesture that changes it.

    Signals: changed() when what is drawn has changed; refused(Exception) for what could not be done, where no field
    says so itself.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, stage: Stage, cards: Cards, pane: QWidget) -> None:
        super().__init__(pane)
        self._session, self._stage, self._cards = session, stage, cards
        self.selected: Handle | None = None
        self.drag: Drag | None = None
        # What was sent and has not come back yet: the number must not jump back in between.
        self._echo: float | None = None
        self.field = ValueField(pane)
        self.field.given.connect(self._take)
        self.field.left.connect(pane.setFocus)
        session.clock.frame.connect(self._on_frame)
        session.snapshot_changed.connect(self._on_snapshot)

    # what is selected

    def select(self, handle: Handle | None) -> None:
        """Another handle, or none; a gesture or a number half typed is given up."""
        if handle != self.selected:
            self.selected, self.drag, self._echo = handle, None, None
            self.field.leave()
            self.changed.emit()

    @property
    def edge(self) -> EdgeRef | None:
        """The selected edge."""
        return self.selected if isinstance(self.selected, EdgeRef) else None

    @property
    def value(self) -> float | None:
        """The selected number: of the newest weights, while it is dragged the one it is dragged to."""
        if self.drag is not None:
            return self.drag.value
        if self.selected is None or not exists(self.selected, self._session.snapshot.experiment):
            return None
        network = self._session.snapshot.network
        number = float(pieces_of(self.selected, network)[drawn_piece(self.selected, network)])
        return number if self._echo is None else self._echo

    def knob(self) -> Knob | None:
        """The knob as it is drawn."""
        scene, value = self._stage.scene, self.value
        if scene is None or value is None or self.selected is None:
            return None
        return knob_of(self.selected, value, scene.layout, self._stage.view, self._stage.brush, self._stage.middle())

    def holds(self, at: QPointF) -> bool:
        """True if the knob lies under a point."""
        knob = self.knob()
        return knob is not None and knob.box.contains(at)

    # dragging

    def take(self, at: QPointF) -> None:
        """Begin to drag the knob."""
        if self.selected is not None:
            self.drag = self._gesture(self.selected, at.y())
            self.changed.emit()

    def pull(self, at: QPointF, fine: bool) -> None:
        """Drag it up or down; the network follows with the next frame."""
        if self.drag is not None:
            self._move(self.drag, self.drag.y - at.y(), fine)
            self.drag.y = at.y()

    def let_go(self) -> None:
        """The end of a drag."""
        self._send()
        if self.drag is not None:
            self.drag = None
            self.changed.emit()

    def nudge(self, way: int, fine: bool, again: bool) -> None:
        """A step up (1) or down (−1) by key; `again`: the key is still held, and it is one gesture."""
        if self.selected is None:
            return
        if not again or self.drag is None:
            self.drag = self._gesture(self.selected, 0.0)
        self._move(self.drag, way * PRESS, fine)

    def _gesture(self, handle: Handle, y: float) -> Drag:
        network, scene = self._session.snapshot.network, self._stage.scene
        piece = drawn_piece(handle, network)
        limit = scene.weight_limits[weight_layer(handle)] if scene else 1.0
        # A number that no other gesture of this program has, whichever pane begins it.
        return Drag(handle, piece, float(pieces_of(handle, network)[piece]), limit, monotonic_ns(), y)

    def _move(self, drag: Drag, pixels: float, fine: bool) -> None:
        value = drag.value + pixels * (FINE if fine else STEP) * drag.limit
        value = min(max(value, -LARGEST), LARGEST)
        drag.due = drag.due or value != drag.value
        drag.value = value
        self.changed.emit()

    def _on_frame(self) -> None:
        """At most one edit a frame, however many moves the mouse makes. What is held stays where it is held, though
        training pulls at it."""
        if self.drag is not None and self._session.state.is_running:
            self.drag.due = True
        self._send()

    def _send(self) -> None:
        drag = self.drag
        if drag is not None and drag.due:
            drag.due = False
            self._echo = drag.value
            if not self.do(change(drag.handle, drag.value, drag.piece, drag.gesture)):
                self.drag = self._echo = None

    def _on_snapshot(self, _: object) -> None:
        self._echo = None

    # typing

    def edit(self, typed: str = "") -> None:
        """Ask for the selected number at its knob; `typed` has been typed already."""
        knob, selected, scene = self.knob(), self.selected, self._stage.scene
        if knob is None or selected is None or scene is None:
            return
        network = self._session.snapshot.network
        # NumPy writes a float32 with as many digits as it has, Python's float with those of its neighbour in float64.
        shown = str(pieces_of(selected, network)[drawn_piece(selected, network)])
        self.field.ask(self._cards.name(selected, scene), shown, knob.box.center(), typed)

    def _take(self, value: float) -> None:
        if self.selected is None:
            return
        piece = drawn_piece(self.selected, self._session.snapshot.network)
        self._echo = value
        try:
            self._session.do(change(self.selected, value, piece))
        except ValueError as error:
            self._echo = None
            self.field.refuse(words(error, _translated))
            return
        self.field.leave()

    def clear(self, handle: Handle) -> None:
        """Set a weight or bias to 0, of a maxout unit that of every piece."""
        gesture = monotonic_ns()
        pieces = len(pieces_of(handle, self._session.snapshot.network))
        self.do(*(change(handle, 0.0, piece, gesture) for piece in range(pieces)))

    def do(self, *intents: Intent) -> bool:
        """Carry out what needs no field; False if it was refused."""
        try:
            for intent in intents:
                self._session.do(intent)
        except ValueError as error:
            self.refused.emit(error)
            return False
        return True

    # drawing

    def paint(self, painter: QPainter) -> None:
        """The selected edge set off, and the knob."""
        knob = self.knob()
        if knob is None:
            return
        if isinstance(knob.handle, EdgeRef):
            self.paint_edge(painter, knob.handle, role="success", value=knob.value)
        paint_knob(painter, self._stage.brush, knob, held=self.drag is not None)

    def paint_edge(self, painter: QPainter, ref: EdgeRef, *, role: str, value: float | None = None) -> None:
        """An edge set off in the colour of a role, with its weight in the newest network or another `value`."""
        scene, network = self._stage.scene, self._session.snapshot.network
        line = visible_line(ref, scene.layout, self._stage.view) if scene else None
        if scene is None or line is None or not exists(ref, network.experiment):
            return
        if value is None:
            value = float(pieces_of(ref, network)[drawn_piece(ref, network)])
        paint_edge(painter, self._stage.brush, line, value, scene.weight_limits[ref.layer], role=role)


def _translated(text: str) -> str:
    return QCoreApplication.translate("errors", text)
