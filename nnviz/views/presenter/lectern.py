"""Lectern: the lecturer's side of a presentation: the window with the notes, the time, and who sees which screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.presenter.notes import Notes
from nnviz.views.presenter.overlays import Overlays
from nnviz.views.presenter.screens import Screen, audience_screen, move_to, notes_place, other_screen, screen_of
from nnviz.views.presenter.stopwatch import Stopwatch

BENEATH_TICKS = 4
"""Once a second: the picture of a window takes 26 ms."""
SETTLE_MS = 300
"""So long a desktop may take to move its windows after a screen came or went."""


class Lectern(QObject):
    """Opens and closes the window with the notes; it is a window of its own, and goes with `window`.

    actions   shortcuts that work in it as well
    screens   those of the machine, the lecturer's own one first

    Signals: wished(str), a command; changed() when the window was opened or closed.
    """

    wished = Signal(str)
    changed = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        overlays: Overlays,
        actions: Iterable[QAction],
        window: QWidget,
        screens: Callable[[], Sequence[Screen]] = QGuiApplication.screens,
    ) -> None:
        super().__init__(window)
        self._session, self._theme, self._overlays = session, theme, overlays
        self._actions, self._window = list(actions), window
        self.screens = screens
        self.stopwatch = Stopwatch()
        self.notes: Notes | None = None
        self._audience: Screen | None = None
        self._before: QRect | None = None
        self._ticks = 0
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._rearrange)
        overlays.cover.changed.connect(self._show_cover)
        session.clock.text.connect(self._on_text)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screens)
        application.screenRemoved.connect(self._on_screens)

    @property
    def can_swap(self) -> bool:
        """True while something is presented, and there is another screen for it."""
        return self._other() is not None

    def begin(self, place: QRect) -> None:
        """The window, which was at a place of the desktop, is presented: the audience gets the screen meant for it,
        the lecturer the other one."""
        self._before = self.notes.geometry() if self.notes else None
        self._part(place)
        self.stopwatch.start()

    def end(self) -> None:
        """It is over; a window with notes that was there before stays."""
        self._audience = None
        self.stopwatch.hold()
        if self._before is None:
            self.close()
        elif self.notes:
            self.notes.setGeometry(self._before)
        self._before = None

    def swap(self) -> None:
        """The audience's screen becomes the lecturer's."""
        other = self._other()
        if other is not None:
            self._audience = other
            move_to(self._window, other)
            self._place()

    def toggle(self) -> None:
        """Open the window, or close it."""
        if self.notes:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """The window with the notes, on a screen that the audience does not see, if there is one."""
        if self.notes is None:
            self.notes = Notes(self._session, self._theme, self.stopwatch, self._window)
            self.notes.addActions(self._actions)
            self.notes.wished.connect(self.wished)
            self.notes.closed.connect(self._forget)
            self._place()
            self._show_cover(self._overlays.cover.kind)
            self.notes.show()
            self.changed.emit()

    def close(self) -> None:
        """No window with notes any more."""
        if self.notes:
            self.notes.close()

    def _forget(self) -> None:
        if self.notes:
            self.notes.deleteLater()
            self.notes = None
            self.changed.emit()

    # Who sees which screen

    def _part(self, place: QRect) -> None:
        """The audience gets the screen meant for it, the lecturer the other one where there is one."""
        screens = self.screens()
        self._audience = audience_screen(screens, place)
        if self._audience is not screen_of(screens, place):
            move_to(self._window, self._audience)
        if self.can_swap:
            self.open()
        self._place()

    def _other(self) -> Screen | None:
        """The screen that the audience does not see. (A projector that was pulled out cannot be asked where it is.)"""
        screens, audience = self.screens(), self._audience
        return other_screen(screens, audience) if audience is not None and audience in screens else None

    def _on_screens(self, _: QScreen) -> None:
        """A projector was plugged in, or pulled out."""
        self._settled.start()

    def _rearrange(self) -> None:
        if self._audience is not None:
            self._part(self._window.geometry())
            self.changed.emit()

    def _place(self) -> None:
        screens = self.screens()
        if self.notes:
            audience = self._audience or screen_of(screens, self._window.geometry())
            least = self.notes.minimumSizeHint().width()
            self.notes.setGeometry(notes_place(screens, audience, least))

    # What lies beneath a cover

    def _show_cover(self, kind: str) -> None:
        if self.notes:
            self.notes.show_cover(kind)
            self.notes.show_beneath(self._overlays.picture() if kind else QPixmap())

    def _on_text(self) -> None:
        """Under a picture that stands still, the lecturer sees what happens."""
        self._ticks = (self._ticks + 1) % BENEATH_TICKS
        if self._ticks == 0 and self.notes and self._overlays.cover.kind:
            self.notes.show_beneath(self._overlays.picture())
