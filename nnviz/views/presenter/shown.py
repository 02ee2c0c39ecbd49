"""Shown: which bars and docks the audience is to see."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

from nnviz.session.session import Session

LECTURE = "lecture"


class Shown(QObject):
    """What was chosen; else the lesson, the page's own dock, and the one with what a step is about.

    own   the dock of each page, "" where it has none

    Signals: changed().
    """

    changed = Signal()

    def __init__(self, session: Session, own: Mapping[str, str], window: QWidget) -> None:
        super().__init__(window)
        self._session, self._own, self._window = session, own, window
        self._choices: dict[str, bool] = {}

    def choose(self, name: str, on: bool) -> None:
        """Show a bar or a dock on every page, or do not."""
        self._choices[name] = on
        self.changed.emit()

    def wanted(self) -> frozenset[str]:
        """Names of bars and docks, as things stand."""
        names = {self._own[self._session.page], self._focused()} | self.held()
        names |= {name for name, on in self._choices.items() if on}
        return frozenset(names - {name for name, on in self._choices.items() if not on} - {""})

    def held(self) -> frozenset[str]:
        """Docks that belong to no page and are there now."""
        return frozenset({LECTURE} if self._session.lecture.is_open else ())

    def _focused(self) -> str:
        """Name of the dock with the widget that the step of the lesson is about; "" where it is in none."""
        step = self._session.lecture.state.step
        part = self._window.findChild(QWidget, step.focus) if step and step.focus else None
        while part is not None and not isinstance(part, QDockWidget):
            part = part.parentWidget()
        return part.objectName().removeprefix("dock_") if part is not None else ""
