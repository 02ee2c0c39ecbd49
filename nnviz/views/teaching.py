"""Teaching: what the main window has to do with the user's hand: the menu, a window of its own, and saving."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from nnviz.session.intents import OpenPage
from nnviz.session.pages import DIGITS
from nnviz.session.session import Session
from nnviz.theme.theme import Theme

if TYPE_CHECKING:
    from nnviz.session.hand import Hand
    from nnviz.views.hand_window import HandWindow


class Teaching(QObject):
    """Signals: save_requested() for the network as it is now."""

    save_requested = Signal()

    def __init__(self, window: QMainWindow, session: Session, theme: Theme) -> None:
        super().__init__(window)
        self._session, self._theme = session, theme
        self._hand: Hand | None = None
        self._window: HandWindow | None = None

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"teach_hand": self.open}

    @property
    def window(self) -> HandWindow | None:
        """The window, where it was opened."""
        return self._window

    def open(self) -> None:
        """Bring the window to the front, over the page of the network that learns; it is made at the first time."""
        self._session.do(OpenPage(DIGITS))
        window = self._made()
        window.show()
        window.activateWindow()

    def close(self) -> None:
        """Close the window and end a lesson; no thread is left, and the drawings are gone."""
        if self._hand:
            self._hand.close()
        if self._window:
            self._window.close()
            self._window.deleteLater()
        self._window = self._hand = None

    def _made(self) -> HandWindow:
        if self._window is None:
            from nnviz.session.hand import Hand
            from nnviz.views.hand_window import HandWindow

            self._hand = Hand(self._session, self)
            self._window = HandWindow(self._hand, self._session, self._theme)
            self._window.save_requested.connect(self._save)
        return self._window

    def _save(self) -> None:
        self._session.do(OpenPage(DIGITS))
        self.save_requested.emit()
