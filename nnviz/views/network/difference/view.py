"""DifferenceView: the drawing of the difference of two lanes, with what lies under the pointer or the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.network.card import Card, card_place, card_size, obstacles_of, paint_card
from nnviz.views.network.difference.stage import DifferencePicture, DifferenceStage
from nnviz.views.network.difference.weights import Difference
from nnviz.views.network.refs import EdgeRef, Handle
from nnviz.views.network.scene import Scene, UnitRef
from nnviz.views.network.texts import output_names
from nnviz.views.network.view import View
from nnviz.views.network.walk import beside, edge_at, first_unit, next_edge, place_of, unit_at
from nnviz.views.network.words import Readout
from nnviz.widgets.numerals import full, short
from nnviz.widgets.printing import pixel_ratio
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session

MOVES = {
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
}  # fmt: skip
WALKS = {"[": -1, "]": 1}
TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class DifferenceView(Worded, QWidget):
    """Edges and units coloured by the difference of two lanes' weights and biases.

    Pointer: the two numbers and their difference. Keys: arrows: the next unit; [ and ]: the edges that enter it (of an
    input: that leave it); Escape: let go.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.stage = self._new_stage()
        self._pointer = QPointF()
        self._pointed: Handle | None = None
        self._focused: Handle | None = None
        self._walked: UnitRef | None = None
        self._by_keyboard = False
        self._dirty = True
        self._set_up()
        self._connect()

    @property
    def picture(self) -> DifferencePicture | None:
        """All that is drawn, as arrays; None where there is nothing to compare."""
        self._prepare()
        return self.stage.picture

    @property
    def readout(self) -> Readout | None:
        """What the card says."""
        handle, scene = self._focused or self._pointed, self._prepare()
        return self._readout(handle, scene, short) if handle and scene else None

    @property
    def notice(self) -> str:
        """The sentence in the middle of the picture: there is no difference, or nothing to compare; else ""."""
        difference = self.stage.difference
        if difference is None or self._prepare() is None:
            return self.stage.words.waiting()
        return self.stage.words.none(difference) if difference.is_none else ""

    def choose(self, b: int, a: int) -> None:
        """Show lane b less lane a."""
        self.stage.choose(b, a)
        self._renew()

    def point_at(self, handle: Handle | None) -> None:
        """Set off a unit or an edge, as the pointer does."""
        if handle != self._pointed:
            self._pointed = handle
            self.update()

    # building

    def _new_stage(self) -> DifferenceStage:
        return DifferenceStage(self._session, self._theme, self)

    def _set_up(self) -> None:
        self.setObjectName("difference_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Difference of two networks"))
        self._walk_words = self.tr("Tab goes from layer to layer, arrow keys from unit to unit")
        self.setAccessibleDescription(self._walk_words)

    def _connect(self) -> None:
        session = self._session
        session.snapshot_changed.connect(self._on_weights)
        session.state_changed.connect(self._on_weights)
        session.comparison.moved.connect(self._on_weights)
        session.comparison.changed.connect(self._on_lanes)
        session.data_changed.connect(self._on_restyle)
        self._theme.changed.connect(self._on_restyle)
        session.clock.slow.connect(self._on_slow)
        session.clock.text.connect(self._on_text)

    # what has changed

    def _on_weights(self, _: object) -> None:
        self._dirty = True

    def _on_lanes(self, _: object) -> None:
        self._pointed = self._focused = None
        self.stage.restart()
        self._renew()

    def _on_restyle(self, _: object = None) -> None:
        self.stage.restyle()
        self.update()

    def _on_slow(self) -> None:
        if not self._session.state.is_running:
            self._refresh()

    def _on_text(self) -> None:
        # While training four times a second is enough: training waits while edges are drawn.
        self._refresh()

    def _renew(self) -> None:
        self._dirty = True
        self._refresh()

    def _refresh(self) -> None:
        if self._dirty and self.isVisible():
            self._dirty = not self.stage.take()
            if self._focused:
                self._describe()
            self.update()

    # pointing

    def _prepare(self) -> Scene | None:
        """The scene up to date; what was set off is let go where a new scene does not show it."""
        scene = self.stage.prepare(self.size(), pixel_ratio(self))
        if scene is not None:
            self._pointed, self._focused = (_within(scene, ref) for ref in (self._pointed, self._focused))
        return scene

    def _under(self, at: QPointF, scene: Scene) -> Handle | None:
        ref = unit_at(scene.layout, at.x(), at.y())
        if ref is not None or not self.stage.middle(self.size()).contains(at):
            return ref
        drawn = self.stage.edges
        if isinstance(self._focused, UnitRef):
            drawn = self.stage.edges_of(scene, self._focused)
        place = edge_at(drawn, at.x(), at.y()) if drawn is not None else None
        if drawn is None or place is None:
            return None
        return EdgeRef(int(drawn.layer[place]), int(drawn.i[place]), int(drawn.j[place]))

    # words

    def _readout(self, handle: Handle, scene: Scene, written: Callable[[float], str]) -> Readout | None:
        stage, comparison = self.stage, self._session.comparison
        difference: Difference | None = stage.difference
        if difference is None or max(stage.a, stage.b) >= len(comparison.values):
            return None
        lanes = stage.words.lane(comparison, stage.a), stage.words.lane(comparison, stage.b)
        if isinstance(handle, EdgeRef):
            name = stage.words.weight(scene.experiment, handle.layer, handle.i, handle.j)
            return stage.words.readout(name, lanes, difference.weight(handle), written)
        name = self._unit_name(handle, scene)
        if handle.layer == 0:
            return Readout(name, ())
        return stage.words.readout(stage.words.bias(name), lanes, difference.bias(handle), written)

    def _unit_name(self, ref: UnitRef, scene: Scene) -> str:
        data, words = self._session.data, self.stage.words
        names = output_names(scene.experiment, data.classes if data else (), words)
        return words.unit(scene.experiment, ref, names, scene.layout.image.columns if scene.layout.image else 0)

    def _describe(self) -> None:
        """What the keys have set off, for a screen reader, with all digits."""
        scene = self._prepare()
        readout = self._readout(self._focused, scene, full) if self._focused and scene else None
        self.setAccessibleDescription(readout.sentence if readout else self.notice or self._walk_words)

    # keyboard

    def _move(self, move: str, scene: Scene) -> Handle | None:
        here = self._walked if isinstance(self._focused, EdgeRef) else self._focused
        return beside(scene.layout, here, move) or here if here else first_unit(scene.layout)

    def _walk(self, step: int, scene: Scene) -> Handle | None:
        """The next edge of the unit that the arrows have reached."""
        if isinstance(self._focused, UnitRef):
            self._walked = self._focused
        edge = self._focused if isinstance(self._focused, EdgeRef) else None
        unit = self._walked if self._focused else None
        return next_edge(scene.layout, unit, edge, step) if unit else None

    def _focus(self, handle: Handle | None) -> None:
        self._focused, self._pointed = handle, None
        self._describe()
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(520, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self._prepare()
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("surface"))
            if scene is not None:
                self._paint(painter, scene)
            if self.notice:
                self.stage.paint_words(painter, self.notice, self.stage.middle(self.size()))
            if self.hasFocus() and self._by_keyboard:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(self._theme.color("accent"))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint(self, painter: QPainter, scene: Scene) -> None:
        strong = next((ref for ref in (self._pointed, self._focused) if isinstance(ref, UnitRef)), None)
        self.stage.paint(painter, strong)
        self.stage.paint_mark(painter, self._focused, "accent")
        self.stage.paint_mark(painter, self._pointed, "text")
        handle = self._pointed or self._focused
        readout = self._readout(handle, scene, short) if handle else None
        if handle is not None and readout is not None:
            self._paint_card(painter, scene, handle, Card(readout))

    def _paint_card(self, painter: QPainter, scene: Scene, handle: Handle, card: Card) -> None:
        ref = handle.target if isinstance(handle, EdgeRef) else handle
        place = place_of(scene.layout, ref) or (0.0, 0.0, 0.0)
        at, radius = QPointF(place[0], place[1]), place[2]
        if isinstance(handle, EdgeRef) and handle == self._pointed:
            at, radius = self._pointer, 0.0
        obstacles = obstacles_of(scene.layout, View(), ref, self.stage.labels())
        brush, room = self.stage.brush, self.stage.middle(self.size())
        paint_card(painter, card, card_place(card_size(card, brush), at, radius, room, obstacles), brush)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    def _word(self) -> None:
        self._name()
        self._on_restyle()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        scene = self._prepare()
        under = self._under(self._pointer, scene) if scene else None
        if isinstance(under, EdgeRef):
            self.update()
        self.point_at(under)

    def leaveEvent(self, event: QEvent) -> None:
        self.point_at(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click keeps what is pointed at; one elsewhere lets go."""
        pointed = self._pointed
        if isinstance(pointed, EdgeRef):
            self._walked = pointed.target
        self._focus(pointed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in TABBED
        self._describe()
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scene, key = self._prepare(), Qt.Key(event.key())
        if scene is not None and key in MOVES:
            self._focus(self._move(MOVES[key], scene))
        elif scene is not None and event.text() in WALKS:
            self._focus(self._walk(WALKS[event.text()], scene) or self._focused)
        elif key == Qt.Key.Key_Escape and self._focused:
            self._focus(None)
        else:
            super().keyPressEvent(event)


def _within(scene: Scene, handle: Handle | None) -> Handle | None:
    """The handle where the scene shows it."""
    ends = (handle.source, handle.target) if isinstance(handle, EdgeRef) else (handle,)
    return handle if all(ref and place_of(scene.layout, ref) for ref in ends) else None
