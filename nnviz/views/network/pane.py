"""The network pane: neurons filled by their activations, edges by their weights, live while it trains or answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from shiboken6 import Shiboken

from nnviz.theme.theme import Theme
from nnviz.views.network.card import Card, card_place, card_size, paint_card
from nnviz.views.network.readout import edge_card, unit_card, unit_readout
from nnviz.views.network.scene import Picture, Scene, UnitRef
from nnviz.views.network.stage import Marks, Stage
from nnviz.views.network.texts import output_names
from nnviz.views.network.view import View
from nnviz.views.network.walk import beside, edge_at, first_unit, next_layer, place_of, unit_at
from nnviz.views.network.words import NetworkWords, Readout

if TYPE_CHECKING:
    from nnviz.engine.experiment import Experiment
from nnviz.session.session import Session

MOVES = {
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
}  # fmt: skip
SELECT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
WHEEL = 1.0015
"""Zoom for one unit of the wheel, an eighth of a degree."""
CLICK = 4.0
"""A press that moves fewer pixels than this is a click, not a drag."""
REACH = 5.0
"""Pixels around a unit or an edge that still count as on it."""
TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""After these the focus comes back to where it was."""
REDRESS = (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.LocaleChange)


class NetworkPane(QWidget):
    """The network of the session.

    Signals: unit_selected(UnitRef) after a click on a unit, or Enter on the focused one. A click elsewhere lets go.
    Wheel: zoom around the pointer. Drag: pan. Double click: fit. Tab: next layer, then out. Arrow keys: next unit.
    """

    unit_selected = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = NetworkWords(self)
        self._stage = Stage(session, theme, self._words)
        self._sizes = session.experiment.sizes
        self._scene: Scene | None = None
        self._marks = Marks()
        self._edge: int | None = None
        self._pointer = QPointF()
        self._pressed: QPointF | None = None
        self._dragged = False
        self._values_dirty = True
        self._beat = False
        self._tabbed = False
        self._set_up()
        self._connect(theme)

    @property
    def picture(self) -> Picture:
        """Everything that is drawn, as arrays; positions are in the layout, `view` maps them to the widget."""
        self._prepare()
        picture = self._stage.picture
        assert picture is not None
        return picture

    @property
    def view(self) -> View:
        """Zoom and pan."""
        return self._stage.view

    def fit(self) -> None:
        """Show the whole network."""
        self._look(View())

    def select(self, ref: UnitRef) -> None:
        """Select a unit and tell everybody."""
        self._mark(selected=ref)
        self.unit_selected.emit(ref)

    # building

    def _set_up(self) -> None:
        self.setObjectName("network_pane")
        self._name()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(380, 280)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Network"))

    def _connect(self, theme: Theme) -> None:
        session, clock = self._session, self._session.clock
        session.snapshot_changed.connect(self._on_weights)
        session.prediction_changed.connect(self._on_values)
        session.state_changed.connect(self._on_weights)
        session.data_changed.connect(self._on_restyle)
        session.experiment_changed.connect(self._on_experiment)
        theme.changed.connect(self._on_restyle)
        clock.frame.connect(self._on_frame)
        clock.slow.connect(self._on_slow)
        clock.text.connect(self._on_text)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._on_focus)

    # what has changed

    def _on_weights(self, _: object) -> None:
        self._stage.weights_changed()
        self._values_dirty = True

    def _on_experiment(self, experiment: Experiment) -> None:
        """Another network: what was pointed at, focused or selected in the old one may not exist in it."""
        if experiment.sizes != self._sizes:
            self._sizes, self._marks, self._edge = experiment.sizes, Marks(), None
        self._on_weights(experiment)

    def _on_values(self, _: object) -> None:
        self._values_dirty = True

    def _on_restyle(self, _: object = None) -> None:
        self._stage.restyle()
        self._edge = None
        self.update()

    def _on_frame(self) -> None:
        self._beat = not self._beat
        # Every other frame is enough while it trains, and painting is what training pays for.
        due = self._beat or not self._session.state.is_running
        if self._values_dirty and due and self.isVisible():
            self._stage.take_values()
            self._values_dirty = False
            self.update()

    def _on_text(self) -> None:
        if self._marks.focused and self.isVisible():
            self._describe()

    def _on_slow(self) -> None:
        if self.isVisible() and self._stage.refresh():
            self._edge = None
            self.update()

    # pointing

    def _look(self, view: View) -> None:
        self._stage.look(view)
        self.update()

    def _mark(self, **changed: UnitRef | None) -> None:
        """Set units off; only what really changes costs a repaint."""
        marks = replace(self._marks, **changed)
        if marks != self._marks:
            self._marks = marks
            self.update()

    def _point(self, at: QPointF) -> None:
        self._pointer = at
        scene, edges = self._prepare(), self._stage.edges
        x, y = self.view.back(at.x(), at.y())
        reach = REACH / self.view.scale
        ref = unit_at(scene.layout, x, y, reach)
        self._edge = edge_at(edges, x, y, reach) if ref is None and edges is not None else None
        self._mark(pointed=ref)
        self.update()

    def _unpoint(self) -> None:
        self._edge = None
        self._mark(pointed=None)
        self.update()

    def _prepare(self) -> Scene:
        """The scene up to date; marks of units that a new one does not show are let go."""
        scene = self._stage.prepare(self.size(), self.devicePixelRatioF())
        if scene is not self._scene:
            self._scene, self._edge = scene, None
            self._marks = self._marks.within(scene.layout)
        return scene

    # words

    def _readout(self, ref: UnitRef) -> Readout:
        scene, snapshot, data = self._prepare(), self._session.snapshot, self._session.data
        names = output_names(scene.experiment, data.classes if data else (), self._words)
        columns = scene.layout.image.columns if scene.layout.image else 0
        name = self._words.unit(scene.experiment, ref, names, columns)
        return unit_readout(ref, snapshot, scene.trace, name, self._words)

    def _card(self) -> Card | None:
        """What the card shows: the unit pointed at, else the focused one, else the edge pointed at."""
        scene, edges = self._prepare(), self._stage.edges
        ref = self._marks.strong
        if ref is not None:
            plane = self._stage.plane
            return unit_card(ref, scene, self._session.snapshot, self._readout(ref), plane, words=self._words)
        if self._edge is not None and edges is not None and self._edge < len(edges):
            return edge_card(edges, self._edge, scene, self._words)
        return None

    def _describe(self) -> None:
        """The focused unit for a screen reader."""
        ref = self._marks.focused
        self.setAccessibleDescription(self._readout(ref).sentence if ref else "")

    # keyboard

    def _go(self, ref: UnitRef | None) -> bool:
        if ref is None:
            return False
        self._mark(focused=ref, pointed=None)
        self._describe()
        return True

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(900, 700)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._prepare()
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            # A painter left open on a widget takes the whole program down with it.
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        """One frame: the picture, then the card over it."""
        self._stage.paint(painter, self._marks)
        card = self._card()
        if card is not None:
            at, radius = self._card_anchor()
            size = card_size(card, self._stage.brush)
            box = card_place(size, at, radius, self._stage.middle(), self._stage.obstacles(self._marks.strong))
            paint_card(painter, card, box, self._stage.brush)

    def _card_anchor(self) -> tuple[QPointF, float]:
        """Where the card hangs: at the unit and beside its radius, of an edge at the pointer."""
        ref = self._marks.strong
        place = place_of(self._prepare().layout, ref) if ref else None
        if place is None:
            return self._pointer, 0.0
        return QPointF(*self.view.point(place[0], place[1])), place[2] * self.view.scale

    def showEvent(self, event: QShowEvent) -> None:
        self._stage.weights_changed()
        self._values_dirty = True
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in REDRESS:
            self._name()
            self._on_restyle()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position()
        self._look(self.view.zoomed(WHEEL ** event.angleDelta().y(), at.x(), at.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._point(at)
            return
        way = at - self._pressed
        if self._dragged or way.manhattanLength() >= CLICK:
            self._dragged, self._pressed = True, at
            self._unpoint()
            self._look(self.view.moved(way.x(), way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged:
            self._point(event.position())
            self._mark(focused=self._marks.pointed, selected=self._marks.pointed)
            self._describe()
            if self._marks.pointed:
                self.unit_selected.emit(self._marks.pointed)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._marks.pointed is None:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        self._unpoint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._tabbed = event.reason() in TABBED
        super().focusInEvent(event)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Tab into the pane marks a unit. Qt also moves the focus on as if by Tab when the widget that has it goes away
        or is switched off: then nobody asked for a mark."""
        if new is self and self._tabbed and (old is None or _can_hold_focus(old)):
            self._go(self._marks.focused or first_unit(self._prepare().layout))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in PASSING:
            self._mark(focused=None)
            self._describe()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        ref = self._marks.focused
        if self.hasFocus() and ref and self._go(next_layer(self._prepare().layout, ref, 1 if forward else -1)):
            return True
        return super().focusNextPrevChild(forward)

    def event(self, event: QEvent) -> bool:
        # A window-wide shortcut on Space would otherwise take the key from the focused unit.
        override = event.type() == QEvent.Type.ShortcutOverride and self._marks.focused is not None
        if override and isinstance(event, QKeyEvent) and event.key() in (*SELECT, *MOVES):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ref, layout = self._marks.focused, self._prepare().layout
        key = Qt.Key(event.key())
        if key in MOVES:
            self._go(beside(layout, ref, MOVES[key]) if ref else first_unit(layout))
        elif key in SELECT and ref:
            self.select(ref)
        elif key == Qt.Key.Key_Escape and ref:
            self._mark(focused=None)
            self._describe()
        else:
            super().keyPressEvent(event)


def _can_hold_focus(widget: QWidget) -> bool:
    return Shiboken.isValid(widget) and widget.isVisible() and widget.isEnabled()
