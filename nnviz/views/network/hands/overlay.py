"""Overlay: what lies over the picture and follows the pointer: crosses and snowflakes, sources, the knob, the buttons
of the caption band, the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from nnviz.views.network.card import Card, card_place, card_size, paint_card
from nnviz.views.network.cards import Cards
from nnviz.views.network.hands.hands import Hands
from nnviz.views.network.hands.shape_buttons import ShapeButton, button_at, buttons_at, paint_buttons
from nnviz.views.network.hands.sources import Sources, paint_sources, sources_of
from nnviz.views.network.hands.switched import Stamps
from nnviz.views.network.layout import Floats
from nnviz.views.network.nodes import paint_ring
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import Scene, UnitRef
from nnviz.views.network.stage import Marks, Stage
from nnviz.views.network.walk import place_of

if TYPE_CHECKING:
    from nnviz.session.session import Session

KNOB_COST = 60.0
"""What covering the knob costs a card; see `card_place`."""


class Overlay:
    """Where the pointer is and what lies under it.

    edge     the edge pointed at;  lit: a unit that another pane points at
    buttons  those of the caption band in sight;  under: the one under the pointer
    """

    def __init__(self, session: Session, stage: Stage, hands: Hands, cards: Cards) -> None:
        self._session, self._stage, self._hands, self._cards = session, stage, hands, cards
        self._stamps = Stamps()
        self.pointer = QPointF()
        self.edge: EdgeRef | None = None
        self.lit: UnitRef | None = None
        self.buttons: tuple[ShapeButton, ...] = ()

    @property
    def under(self) -> ShapeButton | None:
        """The button under the pointer."""
        return button_at(self.buttons, self.pointer)

    def point(self, at: QPointF, scene: Scene, width: float) -> None:
        """The pointer moved within a pane `width` wide."""
        stage = self._stage
        captions = [stage.words.caption(scene.experiment, column.layer) for column in scene.layout.columns]
        self.pointer = at
        self.buttons = buttons_at(at, scene, captions, stage.view, stage.brush, width)

    def leave(self) -> None:
        """The pointer is elsewhere."""
        self.edge, self.buttons = None, ()

    def follow(self, scene: Scene, width: float) -> None:
        """Another scene below a pointer that has not moved: buttons that were in sight stay there, for more clicks."""
        self.edge = None
        if self.buttons:
            self.point(self.pointer, scene, width)

    def card(self, scene: Scene, marks: Marks) -> Card | None:
        """What the card shows: the unit pointed at, else the focused one, else the edge pointed at; nothing while a
        number is dragged, which the knob shows."""
        if self._hands.drag is not None:
            return None
        if marks.strong is not None:
            return self._cards.unit_card(marks.strong, scene)
        return self._cards.edge_card(self.edge, scene) if self.edge else None

    def anchor(self, scene: Scene, marks: Marks) -> tuple[QPointF, float]:
        """Where the card hangs: at the unit and beside its radius, of an edge at the pointer."""
        place = place_of(scene.layout, marks.strong) if marks.strong else None
        if place is None:
            return self.pointer, 0.0
        view = self._stage.view
        return QPointF(*view.point(place[0], place[1])), place[2] * view.scale

    def sources(self, scene: Scene, marks: Marks) -> Sources | None:
        """What the value of the unit pointed at came from; while it trains that changes too fast to be followed."""
        moment, trace = self._stage.moment, scene.trace
        network = moment.step.network if moment is not None else self._session.snapshot.network
        still = moment is not None or not self._session.state.is_running
        if (
            marks.strong is None
            or trace is None
            or not still
            or not self._is_reached(marks.strong)
            or network.experiment.sizes != scene.experiment.sizes
        ):
            return None
        return sources_of(network, trace, marks.strong)

    def _is_reached(self, ref: UnitRef) -> bool:
        """False while the animated iteration has not come to a unit."""
        moment = self._stage.moment
        return moment is None or moment.layer_values(ref.layer).kind != "none"

    def paint(self, painter: QPainter, scene: Scene, marks: Marks) -> None:
        """All of it, from back to front."""
        stage = self._stage
        painter.setClipRect(stage.middle())
        self._stamps.paint(painter, stage.brush, scene.layout, stage.view, self._session.experiment)
        sources = self.sources(scene, marks)
        if sources is not None:
            paint_sources(painter, stage.brush, scene.layout, stage.view, sources)
        self._paint_lit(painter, scene, marks)
        self._hands.paint(painter)
        painter.setClipping(False)
        paint_buttons(painter, self.buttons, stage.brush, self.under)
        self._paint_card(painter, scene, marks)

    def _paint_card(self, painter: QPainter, scene: Scene, marks: Marks) -> None:
        card, brush = self.card(scene, marks), self._stage.brush
        if card is not None:
            at, radius = self.anchor(scene, marks)
            box = card_place(card_size(card, brush), at, radius, self._stage.middle(), self.obstacles(marks))
            paint_card(painter, card, box, brush)

    def obstacles(self, marks: Marks) -> Floats:
        """What the card should leave in sight, as `card_place` takes it."""
        obstacles, knob = self._stage.obstacles(marks.strong), self._hands.knob()
        if knob is None:
            return obstacles
        box = knob.box
        return np.vstack((obstacles, [[box.left(), box.top(), box.right(), box.bottom(), KNOB_COST]]))

    def _paint_lit(self, painter: QPainter, scene: Scene, marks: Marks) -> None:
        """The unit another pane points at, and the edge that leads from it to the selected one."""
        place = place_of(scene.layout, self.lit) if self.lit else None
        if self.lit is None or place is None:
            return
        stage = self._stage
        target = marks.selected
        if target is not None and target.layer == self.lit.layer + 1:
            self._hands.paint_edge(painter, EdgeRef(self.lit.layer, self.lit.unit, target.unit), role="text")
        x, y = stage.view.point(place[0], place[1])
        square = scene.layout.tile > 0 or (self.lit.layer == 0 and scene.layout.image is not None)
        paint_ring(painter, stage.brush, x, y, place[2] * stage.view.scale, square=square, role="text")
