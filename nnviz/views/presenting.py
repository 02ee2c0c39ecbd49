"""Presenting: what the window has to do with a lecturer in front of many: full screen, remote, pointers, notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from nnviz.session.intents import Intent, StepPasses
from nnviz.session.pages import RUNS
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.docks import ARRANGEMENTS, HELD, TITLES, Docks
from nnviz.views.presenter.cover import BLACK, FROZEN, WHITE
from nnviz.views.presenter.desk import FREEZE, STEP
from nnviz.views.presenter.keys import BACK, LEAVE, LIFT, NEXT, REPLAY, is_typing, meaning
from nnviz.views.presenter.lectern import Lectern
from nnviz.views.presenter.overlays import Overlays
from nnviz.views.presenter.shown import Shown
from nnviz.views.presenter.shown_menu import ShownMenu
from nnviz.views.presenter.stage import Stage
from nnviz.views.presenter.strip import Strip
from nnviz.views.presenter.watch import Watch

LESSON_ACTIONS = {NEXT: "next_step", BACK: "previous_step", REPLAY: "replay_step"}
RUN_ACTIONS = {NEXT: "step", BACK: "step_back", REPLAY: "passes"}
BEATS = {NEXT: 1, BACK: -1}
ON_STAGE = ("freeze", "black_screen", "white_screen", "present_next", "present_back", "present_replay")
"""Actions that there are only while something is presented."""
KEYS = ("F5", "Shift+F5")
"""What remotes send to begin, or to begin where one stands: here that is the same."""
NOTCH = 120.0
"""Of the wheel, in eighths of a degree."""


class Presenting(QObject):
    """Signals: refused(Exception)."""

    refused = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        theme: Theme,
        docks: Docks,
        actions: dict[str, QAction],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._theme, self._actions = window, session, theme, actions
        own = {page: arrangement.own for page, arrangement in ARRANGEMENTS.items()}
        self.shown = Shown(session, own, window)
        # A timer of its own: a single shot that never came would keep the window for ever.
        self._loosen = QTimer(self, singleShot=True, interval=0)
        self._loosen.timeout.connect(self._leave_field)
        self._hall = False
        self.stage = Stage(window, docks, lambda: session.page, self.shown.wanted, self.shown.held)
        self.overlays = Overlays(theme, session.clock, window)
        self.watch = Watch(self, self._owns, self._take, self._wheel)
        self.lectern = Lectern(session, theme, self.overlays, actions.values(), window)
        self.menu = self._build_menu()
        self.strip = Strip(session, theme, actions, self.menu, window)
        actions["present"].setShortcuts([QKeySequence(keys) for keys in KEYS])
        # The shortcuts of a menu bar that is hidden are none.
        window.addActions(list(actions.values()))
        self._connect()
        self._enable()
        self.word()

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "present": self.toggle,
            "notes": self.lectern.toggle,
            "swap_screens": self.lectern.swap,
            "spotlight": self._turn_spot,
            "laser": self._turn_laser,
            "freeze": lambda: self._cover(FROZEN),
            "black_screen": lambda: self._cover(BLACK),
            "white_screen": lambda: self._cover(WHITE),
            "present_next": lambda: self._move(NEXT),
            "present_back": lambda: self._move(BACK),
            "present_replay": lambda: self._move(REPLAY),
        }

    # What the window calls

    @property
    def is_on(self) -> bool:
        """True while something is presented."""
        return self.stage.is_on

    def toggle(self) -> None:
        """Begin, or end."""
        if self.is_on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Full screen, larger writing, and the lecturer's window where there is a second screen."""
        place = self._window.geometry()
        self.stage.enter()
        self._hall = self._theme.hall
        self._theme.set_hall(True)
        self.lectern.begin(place)
        # No field keeps the keys that are meant for the lesson.
        self._window.setFocus()
        self._enable()

    def leave(self) -> None:
        """Everything as it was before."""
        if not self.is_on:
            return
        self.overlays.cover.lift()
        self.overlays.turn_spot(False)
        self.overlays.turn_laser(False)
        self.strip.hide()
        self.lectern.end()
        self._theme.set_hall(self._hall)
        self.stage.leave()
        self._enable()

    def arrange(self) -> None:
        """Another page, or another step of a lesson: what belongs to it is shown."""
        self.stage.arrange()

    def close(self) -> None:
        """The program ends."""
        self.leave()
        self.lectern.close()

    def word(self) -> None:
        """In the language that is now in use."""
        self.overlays.word()
        self.strip.word()

    # What is shown

    def _titles(self) -> dict[str, str]:
        return {name: QCoreApplication.translate("Docks", title) for name, title in TITLES.items() if name not in HELD}

    def _build_menu(self) -> ShownMenu:
        shown = ShownMenu(self._titles, self.shown.wanted, self._window)
        shown.chosen.connect(self.shown.choose)
        menu = self._window.findChild(QMenu, "menu_present")
        assert isinstance(menu, QMenu)
        menu.insertMenu(self._actions["swap_screens"], shown)
        return shown

    # Connections

    def _connect(self) -> None:
        watch, overlays = self.watch, self.overlays
        watch.moved.connect(overlays.move_to)
        watch.moved.connect(self._follow)
        watch.left.connect(overlays.laser.leave)
        overlays.cover.changed.connect(self._tell_cover)
        self._session.lecture.changed.connect(self.arrange)
        self.shown.changed.connect(self.arrange)
        self.lectern.wished.connect(self.do)
        self.lectern.changed.connect(self._enable)

    def _follow(self, place: QPoint) -> None:
        if self.is_on:
            self.strip.follow(place)

    def _enable(self) -> None:
        """Actions as things stand, and ears only where they are needed."""
        on = self.is_on
        for name in ON_STAGE:
            self._actions[name].setEnabled(on)
        states = {
            "present": on,
            "notes": self.lectern.notes is not None,
            "spotlight": self.overlays.spot.isVisible(),
            "laser": self.overlays.laser.is_on,
            "freeze": self.overlays.cover.kind == FROZEN,
        }
        for name, checked in states.items():
            self._actions[name].setChecked(checked)
        self._actions["swap_screens"].setEnabled(self.lectern.can_swap)
        notes = filter(None, (self.lectern.notes,))
        self.watch.watch(*((self._window, *notes) if on or self.overlays.are_on else ()))

    # Keys and wheel

    def _command(self, event: QKeyEvent) -> str:
        if not self.is_on:
            return ""
        command = meaning(event, self.overlays.cover.kind, is_typing())
        in_lab = command in RUN_ACTIONS and self._session.page not in RUNS
        # A lab has its own use for these keys.
        return "" if in_lab and not self._session.lecture.is_open else command

    def _owns(self, event: QKeyEvent) -> bool:
        return bool(self._command(event))

    def _take(self, event: QKeyEvent) -> bool:
        command = self._command(event)
        if command and not event.isAutoRepeat():
            self.do(command)
        elif self.is_on and event.key() == Qt.Key.Key_Escape:
            self._loosen.start()
        return bool(command)

    def _leave_field(self) -> None:
        """Escape ends typing, whatever else it does there; once more, it ends presenting."""
        if is_typing():
            self._window.setFocus()

    def _wheel(self, event: QWheelEvent) -> bool:
        """Alt and wheel: a larger or smaller spotlight. (With Alt, some systems turn the wheel aside.)"""
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if not held or not self.overlays.spot.isVisible():
            return False
        turned = event.angleDelta()
        self.overlays.spot.grow((turned.y() or turned.x()) / NOTCH)
        return True

    def do(self, command: str) -> None:
        """Carry out a command of a key or of the lecturer's window."""
        deeds: dict[str, Callable[[], object]] = {
            LEAVE: self.leave,
            LIFT: self.overlays.cover.lift,
            BLACK: lambda: self._cover(BLACK),
            WHITE: lambda: self._cover(WHITE),
            FREEZE: self._actions["freeze"].trigger,
            STEP: self._actions["step"].trigger,
        }
        deeds.get(command, lambda: self._move(command))()

    def _move(self, command: str) -> None:
        """On, back or once more: the lesson; without one the passes; without them training, an iteration at a time."""
        if self._session.lecture.is_open:
            self._actions[LESSON_ACTIONS[command]].trigger()
        elif self._session.passes.state.is_open and command in BEATS:
            self._carry_out(StepPasses(BEATS[command]))
        else:
            self._actions[RUN_ACTIONS[command]].trigger()

    def _carry_out(self, intent: Intent) -> None:
        try:
            self._session.do(intent)
        except ValueError as error:
            self.refused.emit(error)

    # Pointers and covers

    def _turn_spot(self) -> None:
        self.overlays.turn_spot(not self.overlays.spot.isVisible())
        self._enable()

    def _turn_laser(self) -> None:
        self.overlays.turn_laser(not self.overlays.laser.is_on)
        self._enable()

    def _cover(self, kind: str) -> None:
        """Cover the window, or where it is covered like that already, no longer."""
        cover = self.overlays.cover
        if cover.kind == kind:
            cover.lift()
        elif kind == FROZEN:
            self.overlays.freeze()
        else:
            cover.blank(kind)

    def _tell_cover(self, kind: str) -> None:
        self._actions["freeze"].setChecked(kind == FROZEN)
