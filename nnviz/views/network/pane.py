"""The network pane: neurons filled by their activations, edges by their weights, live while it trains or answers."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.session.session import Session
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.network.card import Card
from nnviz.views.network.cards import Cards
from nnviz.views.network.hands.hands import Hands
from nnviz.views.network.hands.keys import Keyboard
from nnviz.views.network.hands.menu import ContextMenu
from nnviz.views.network.hands.mouse import Mouse
from nnviz.views.network.hands.overlay import Overlay
from nnviz.views.network.hands.words import HandWords
from nnviz.views.network.refs import EdgeRef, Handle
from nnviz.views.network.scene import Picture, Scene, UnitRef
from nnviz.views.network.stage import Marks, Stage
from nnviz.views.network.view import View
from nnviz.views.network.walk import first_unit, next_layer, place_of
from nnviz.views.network.words import NetworkWords
from nnviz.widgets.focus import can_hold_focus
from nnviz.widgets.printing import pixel_ratio
from nnviz.widgets.worded import Worded

TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""After these the focus comes back to where it was."""
REDRESS = (QEvent.Type.FontChange, QEvent.Type.LocaleChange)


class NetworkPane(Worded, QWidget):
    """The network of the session.

    Signals: unit_selected(UnitRef) after a click on a unit or Enter on the focused one, edge_selected(EdgeRef) after a
    click on an edge or the keys [ and ]; refused(Exception) for an edit that could not be made and has no field to say
    so. A click elsewhere lets go.
    Wheel: zoom around the pointer. Drag: pan; of the knob of a selected edge or unit: change its weight or bias, with
    Shift finely. Double click: type the weight or bias under the pointer, else fit. Right click: menu.
    Keys: Tab: next layer, then out. Arrows: next unit. Enter: select. [ and ]: the edges that enter the focused unit,
    of an input those that leave it. A digit, Enter or F2 on a selected edge: type its weight; B: the bias of the unit.
    Page Up, Page Down: change the selected number, with Shift finely. Escape: let go. Menu, Shift+F10: menu.
    """

    unit_selected = Signal(object)
    edge_selected = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = NetworkWords(theme, self)
        hand_words = HandWords(self)
        self._stage = Stage(session, theme, self._words)
        self._cards = Cards(session, self._stage, hand_words)
        self._hands = Hands(session, self._stage, self._cards, self)
        self._overlay = Overlay(session, self._stage, self._hands, self._cards)
        self._menu = ContextMenu(self._hands, hand_words, self)
        self._keyboard = Keyboard(self._stage, self._hands)
        self._mouse = Mouse(self._stage, self._hands, self._overlay)
        self._hand_words = hand_words
        self._sizes = session.experiment.sizes
        self._scene: Scene | None = None
        self._marks = Marks()
        self._values_dirty = True
        self._beat = self._skips = self._skipped = False
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

    @property
    def scene(self) -> Scene:
        """What is drawn, up to date."""
        return self._prepare()

    @property
    def hands(self) -> Hands:
        """The selected number and the gesture that changes it."""
        return self._hands

    @property
    def overlay(self) -> Overlay:
        """What lies over the picture."""
        return self._overlay

    def fit(self) -> None:
        """Show the whole network."""
        self.look(View())

    def select(self, handle: Handle | None) -> None:
        """Select a unit or an edge and tell everybody; None lets go."""
        ref = handle if isinstance(handle, UnitRef) else None
        self.mark(selected=ref)
        self._hands.select(None if ref and ref.layer == 0 else handle)
        self._describe()
        if isinstance(handle, EdgeRef):
            self.edge_selected.emit(handle)
        elif ref:
            self.unit_selected.emit(ref)

    def point_at(self, layer: int | None, unit: int = 0) -> None:
        """Light a unit that another pane points at; None: no longer."""
        self._overlay.lit = None if layer is None else UnitRef(layer, unit)
        self.update()

    # building

    def _set_up(self) -> None:
        self.setObjectName("network_pane")
        self._word()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(380, 280)

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Network"))
        for say in (self.setWhatsThis, self.setAccessibleDescription):
            say(self._hand_words.help())
        self._on_restyle()

    def _connect(self, theme: Theme) -> None:
        session, clock = self._session, self._session.clock
        session.snapshot_changed.connect(self._on_weights)
        session.prediction_changed.connect(self._on_values)
        session.drawing_changed.connect(self._on_drawing)
        session.passes.moment_changed.connect(self._on_values)
        session.state_changed.connect(self._on_weights)
        session.data_changed.connect(self._on_restyle)
        session.experiment_changed.connect(self._on_experiment)
        theme.changed.connect(self._on_restyle)
        self._hands.changed.connect(self.update)
        self._hands.refused.connect(self.refused)
        self._menu.inspected.connect(self.select)
        self._menu.fitted.connect(self.fit)
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
            self._sizes, self._marks = experiment.sizes, Marks()
            self._let_go()
        self._on_weights(experiment)

    def _on_values(self, _: object) -> None:
        self._values_dirty = True

    def _on_drawing(self, _: object) -> None:
        self._skips = not self._skipped

    def _on_restyle(self, _: object = None) -> None:
        self._stage.restyle()
        self.update()

    def _on_frame(self) -> None:
        self._beat = not self._beat
        # Every other frame is enough while it trains, and painting is what training pays for.
        due = self._beat or not self._session.state.is_running
        # A pen is answered by the bars first: the network follows in the next frame, or while it moves in every other.
        self._skipped, self._skips = self._skips, False
        due = due and not self._skipped
        if self._values_dirty and due and self.isVisible():
            self._stage.take_values()
            self._values_dirty = False
            self.update()

    def _on_text(self) -> None:
        if (self._marks.focused or self._hands.edge) and self.isVisible():
            self._describe()

    def _on_slow(self) -> None:
        if self.isVisible() and self._stage.refresh():
            self.update()

    # pointing

    def look(self, view: View) -> None:
        """Zoom and pan."""
        self._stage.look(view)
        self.update()

    def mark(self, **changed: UnitRef | None) -> None:
        """Set units off; only what really changes costs a repaint."""
        marks = replace(self._marks, **changed)
        if marks != self._marks:
            self._marks = marks
            self.update()

    def _let_go(self) -> None:
        """What was pointed at, selected or spoken of may be gone."""
        self._overlay.edge = self._overlay.lit = None
        self._hands.select(None)
        self._menu.close()

    def _prepare(self) -> Scene:
        """The scene up to date; marks of units that a new one does not show are let go."""
        scene = self._stage.prepare(self.size(), pixel_ratio(self))
        if scene is not self._scene:
            self._scene = scene
            self._overlay.follow(scene, self.width())
            self._marks = self._marks.within(scene.layout)
        return scene

    # words

    def _card(self) -> Card | None:
        return self._overlay.card(self._prepare(), self._marks)

    def _describe(self) -> None:
        """The selected edge or the focused unit for a screen reader."""
        self.setAccessibleDescription(self._cards.sentence(self._hands.edge or self._marks.focused, self._prepare()))

    # keyboard

    @property
    def pointed(self) -> UnitRef | None:
        """The unit under the pointer."""
        return self._marks.pointed

    @property
    def focused(self) -> UnitRef | None:
        """The unit that has the keyboard's mark."""
        return self._marks.focused

    @property
    def selected(self) -> UnitRef | None:
        """The selected unit."""
        return self._marks.selected

    def focus_unit(self, ref: UnitRef | None) -> bool:
        """Give a unit the keyboard's mark; False where there is none."""
        if ref is None:
            return False
        self.mark(focused=ref, pointed=None)
        self._describe()
        return True

    def lose_focus(self) -> bool:
        """Take the mark away; False if there was none."""
        had = self._marks.focused is not None
        if had:
            self.mark(focused=None)
            self._describe()
        return had

    def open_menu(self) -> None:
        """The menu by key: of the selected edge, else of the focused or selected unit, at its place."""
        handle = self._hands.edge or self._marks.focused or self._marks.selected
        knob = self._hands.knob() if self._hands.edge else None
        place = place_of(self._prepare().layout, handle) if isinstance(handle, UnitRef) else None
        at = knob.box.center() if knob else QPointF(self.rect().center())
        if place:
            at = QPointF(*self.view.point(place[0], place[1]))
        self._menu.open(handle, self._session.experiment, self.mapToGlobal(at.toPoint()))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(900, 700)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._prepare()
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        """One frame: the picture, then what lies over it."""
        self._stage.paint(painter, self._marks)
        self._overlay.paint(painter, self._prepare(), self._marks)

    def showEvent(self, event: QShowEvent) -> None:
        self._stage.weights_changed()
        self._values_dirty = True
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in REDRESS:
            self._word()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._mouse.wheel(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(self, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(self, event)

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse.leave(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._menu.open(self._mouse.under(self, QPointF(event.pos())), self._session.experiment, event.globalPos())
        else:
            self.open_menu()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._tabbed = event.reason() in TABBED
        super().focusInEvent(event)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Tab into the pane marks a unit. Qt also moves the focus on when its widget goes away: nobody asked."""
        if new is self and self._tabbed and (old is None or can_hold_focus(old)):
            self.focus_unit(self._marks.focused or first_unit(self._prepare().layout))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # A key or button that is let go elsewhere is never heard of.
        self._hands.let_go()
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        if event.reason() not in PASSING and not inside:
            self.lose_focus()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        ref = self._marks.focused
        if self.hasFocus() and ref and self.focus_unit(next_layer(self._prepare().layout, ref, 1 if forward else -1)):
            return True
        return super().focusNextPrevChild(forward)

    def event(self, event: QEvent) -> bool:
        # A window-wide shortcut on Space would otherwise take the key from the focused unit.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._keyboard.wants(self, event)
        ):
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        """What the button of the caption band under the pointer does."""
        button = self._overlay.under
        if button is None:
            QToolTip.hideText()
            return
        layer = self._words.layer(self._prepare().experiment, button.layer)
        QToolTip.showText(event.globalPos(), self._hand_words.tip(button.kind, layer), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.press(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._keyboard.release(event)
        super().keyReleaseEvent(event)
