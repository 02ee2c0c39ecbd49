"""LabSection: base of the parts of a lab's page. It redraws when its model has changed and it can be seen."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnviz.session.intents import Intent
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.widgets.typesetter import Typesetter
from nnviz.widgets.worded import Worded


class LabSection(Worded, QWidget):
    """One part of a lab. Subclasses build their widgets in the constructor and fill in `refresh`, `dress`, `word`.

    Signals: refused(Exception) where an intent was refused, None after one that was not.
    """

    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, lab: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self._lab, self._dirty = lab, True
        session.labs.changed.connect(self._mark)
        session.clock.frame.connect(self._draw)
        theme.changed.connect(self._restyle)

    def do(self, intent: Intent) -> bool:
        """Carry out an intent; False and `refused` where it cannot be."""
        try:
            self.session.do(intent)
        except (ValueError, OSError) as error:
            self.refused.emit(error)
            return False
        self.refused.emit(None)
        return True

    @cached_property
    def typesetter(self) -> Typesetter:
        """The one of all formulas of the section."""
        return Typesetter()

    # For subclasses

    def refresh(self) -> None:
        """Show the model as it is now. Called at most once a frame, only while the section can be seen."""

    def dress(self) -> None:
        """Colours and fonts of the theme, for what does not follow by itself (LabPlot does)."""

    def word(self) -> None:
        """Set every text anew, in the language that is now in use."""

    # Private

    def mark(self) -> None:
        """Something else that is shown has changed."""
        self._dirty = True

    def _mark(self, lab: str) -> None:
        self._dirty = self._dirty or lab == self._lab

    def _draw(self) -> None:
        if self._dirty and self.isVisible():
            self._dirty = False
            self.refresh()

    def _restyle(self) -> None:
        self.dress()
        self._dirty = True

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A style sheet takes fonts away from widgets that were never shown.
        self.dress()
        self._draw()

    def _word(self) -> None:
        self.word()
        self._dirty = True
