"""Worksheets: what the window has to do with them: a dialog, built when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.worksheet.dialog import WorksheetDialog


class Worksheets(QObject):
    """Signals: done(Notice) after a sheet was saved, refused(Exception) where that was not possible."""

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, window: QMainWindow, session: Session, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._session, self._theme = window, session, theme
        self.dialog: WorksheetDialog | None = None

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"worksheet": self.open}

    def open(self) -> None:
        """Show the sheet of the network as it is now, or the one that somebody is at work on."""
        if self.dialog is None:
            self.dialog = WorksheetDialog(self._session, self._theme, self._window)
            self.dialog.saved.connect(self.done)
            self.dialog.refused.connect(self.refused)
        self.dialog.open_sheet()
