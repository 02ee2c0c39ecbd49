"""BoothWindow: the locked full screen around the scene. Only the host closes it; an error brings a new scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.languages import in_use
from nnviz.session.booth.lock import OPEN, Lock
from nnviz.session.booth.restarts import Restarts
from nnviz.session.booth.visit import ATTRACT, Visit
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.booth.corner import Corner, SleepyPointer
from nnviz.views.booth.pin_pad import PinPad
from nnviz.views.booth.scene import BoothScene
from nnviz.views.booth.sign import CENTRE, Sign
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session

LONGEST_FRAME = 0.25
"""Seconds of a frame that count at most: a machine that slept has no visitor who waited."""
CORNER = 0.1
"""Side of the corner, as a share of the screen's shorter side."""
SMALLEST = (640, 480)
FLAGS = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KEYS = {
    Qt.Key.Key_Backspace: "erase", Qt.Key.Key_Return: "enter", Qt.Key.Key_Enter: "enter", Qt.Key.Key_Escape: "leave",
}  # fmt: skip
"""Keys of a keyboard that are keys of the pad, beside the digits."""


class BoothWindow(Worded, QWidget):
    """Signals: language_requested(str) one of LANGUAGES;  opened() when the host typed the PIN;  help_requested() by F1
    while the PIN is asked for.

    scene  None while a calm picture stands in for it
    """

    language_requested = Signal(str)
    opened = Signal()
    help_requested = Signal()

    def __init__(self, session: Session, theme: Theme, visit: Visit, lock: Lock, pin: str = "") -> None:
        """`pin`: shown to the host for a while, "" for none."""
        super().__init__(None, FLAGS)
        self._session, self._theme, self._visit, self._lock, self._pin = session, theme, visit, lock, pin
        self._language = in_use()
        self._elapsed = QElapsedTimer()
        self.restarts = Restarts()
        self.pointer = SleepyPointer()
        self.scene: BoothScene | None = None
        self._set_up()
        self._rebuild()
        theme.changed.connect(self._on_theme)

    # building

    def _set_up(self) -> None:
        self.setObjectName("booth_window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(*SMALLEST)
        self.moment = Sign("booth_moment", self._theme, self, align=CENTRE, bold=True)
        self.corner = Corner(self)
        self.corner.held.connect(self._on_held)
        self.pad = PinPad(self._theme, self)
        self.pad.pressed.connect(self._on_pad)
        self.pad.hide()
        self._word()

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Draw a digit"))
        self.moment.say(self.tr("One moment, please …"), "muted")

    def _rebuild(self) -> None:
        """A new scene in place of the old one, where there is one."""
        self._remove_scene()
        # First of all: an error while it is built is a new one.
        self.restarts.done()
        scene = BoothScene(self._session, self._theme, self._visit, self, self._pin)
        scene.language_requested.connect(self.language_requested)
        scene.setGeometry(self.rect())
        self.scene, self._pin = scene, ""
        self._stack()
        scene.show()
        self.moment.hide()

    def _remove_scene(self) -> None:
        """The scene, and what is left of one that could not be built."""
        self.scene = None
        self.moment.show()
        for scene in self.findChildren(BoothScene, options=Qt.FindChildOption.FindDirectChildrenOnly):
            scene.hide()
            scene.deleteLater()

    def _stack(self) -> None:
        """From the bottom: the calm picture, the scene, the corner, the pad."""
        if self.scene:
            self.scene.raise_()
        self.corner.raise_()
        self.pad.raise_()

    # errors

    def fail(self) -> None:
        """An error happened somewhere: the next frame, or a later one, brings a new scene."""
        self.restarts.fail()
        if self.restarts.is_calm:
            self._remove_scene()

    def dispose(self) -> None:
        """End it, PIN or not: for the program, not for a visitor."""
        self.pointer.wake()
        self.hide()
        self.deleteLater()

    # time

    def start(self) -> None:
        """Let time pass by itself."""
        self._session.clock.frame.connect(self._on_frame)
        self._session.clock.start()

    def advance(self, seconds: float) -> None:
        """So much time passes. The lock comes first: whatever else is broken, the host can leave."""
        self._lock.advance(seconds)
        self._show_lock()
        self._come_back()
        self.pointer.advance(seconds)
        if self.restarts.advance(seconds):
            self._rebuild()
        elif self.scene:
            self.scene.advance(seconds)
            self._return_to_language()

    def _on_frame(self) -> None:
        seconds = self._elapsed.restart() / 1000 if self._elapsed.isValid() else 0.0
        self._elapsed.start()
        self.advance(min(seconds, LONGEST_FRAME))

    def _come_back(self) -> None:
        """The desktop has keys and gestures of its own that put a window away; without a keyboard nobody finds it."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
            self.activateWindow()

    def _return_to_language(self) -> None:
        """Who comes next finds the language of the house."""
        if self._visit.state.phase == ATTRACT and in_use() != self._language:
            self.language_requested.emit(self._language)

    # the lock

    def _on_held(self, down: bool) -> None:
        self._lock.hold(down)

    def _on_pad(self, key: str) -> None:
        actions = {"erase": self._lock.take_back, "enter": self._lock.enter, "leave": self._lock.close}
        if key in actions:
            actions[key]()
        else:
            self._lock.press(key)
        self._touch()
        self._show_lock()

    def _show_lock(self) -> None:
        self.pad.show_lock(self._lock)
        if self._lock.state == OPEN:
            self.opened.emit()

    def _touch(self) -> None:
        if self.scene:
            self.scene.touch()

    def _on_theme(self, _: object) -> None:
        self.update()

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only the host closes it."""
        if self._lock.state == OPEN:
            self.pointer.wake()
            super().closeEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Shift+Q asks for the PIN; then keys are those of the pad, and F1 helps; no other does anything."""
        if event.key() == Qt.Key.Key_Q and event.modifiers() == CONTROL_SHIFT:
            self._lock.ask()
            self._show_lock()
        elif self._lock.is_shown and event.key() == Qt.Key.Key_F1:
            self.help_requested.emit()
        elif self._lock.is_shown:
            key = event.text() if event.text() in set("0123456789") else KEYS.get(Qt.Key(event.key()), "")
            if key:
                self._on_pad(key)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What no part of the scene takes still tells that somebody is there."""
        event.accept()
        self._touch()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab leads nowhere."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything over the whole screen."""
        super().resizeEvent(event)
        side = round(CORNER * min(self.width(), self.height()))
        self.corner.setGeometry(0, 0, side, side)
        self.pad.setGeometry(self.rect())
        high = self.height() // 8
        self.moment.setGeometry(QRect(0, (self.height() - high) // 2, self.width(), high))
        if self.scene:
            self.scene.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of everything."""
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.color("surface"))
