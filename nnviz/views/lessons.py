"""Lessons: what the window has to do with them: the menu, the keys, the dock, the frame around what a step is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QScrollArea, QWidget

from nnviz.engine.refusal import Refusal
from nnviz.languages import in_use
from nnviz.lessons.loader import catalogue, is_shipped, mistake_in
from nnviz.session.intents import CloseLesson, Intent, NextStep, OpenLesson, PreviousStep, ReplayStep
from nnviz.session.lecture import LectureState
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.docks import Docks
from nnviz.views.lecture.pane import LecturePane
from nnviz.views.lecture.spotlight import Spotlight
from nnviz.widgets.files import asked_file
from nnviz.widgets.overflow import Overflow

Kind = TypeVar("Kind", bound=QWidget)
DOCK = "lecture"
WIDTH = 340
"""Of the dock, at the ordinary size of writing."""
TURNING = ("next_step", "previous_step", "replay_step", "close_lesson")
"""Actions that there are only while a lesson is open: Page Down means other things elsewhere."""


class Lessons(QObject):
    """Signals: refused(Exception); opened(Path) after a lesson in a file of one's own."""

    refused = Signal(object)
    opened = Signal(object)

    def __init__(
        self, window: QMainWindow, session: Session, theme: Theme, docks: Docks, actions: dict[str, QAction]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._theme, self._docks = window, session, theme, docks
        self._actions = actions
        self._shipped: list[QAction] = []
        self._language = ""
        self.pane = docks.add(DOCK, partial(LecturePane, session, theme), closable=False)
        self.spotlight = Spotlight(session, theme, window)
        menu = window.findChild(QMenu, "menu_lessons")
        assert isinstance(menu, QMenu)
        self._menu = menu
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.pane.refused.connect(self.refused)
        session.lecture.changed.connect(self._follow)
        session.lecture.arrived.connect(self._reveal)
        self._follow()

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "next_step": lambda: self.do(NextStep()),
            "previous_step": lambda: self.do(PreviousStep()),
            "replay_step": lambda: self.do(ReplayStep()),
            "close_lesson": lambda: self.do(CloseLesson()),
            "open_lesson": self._ask,
        }

    def do(self, intent: Intent) -> None:
        """Carry out an intent."""
        try:
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self.refused.emit(error)

    def open_file(self, path: str | Path) -> None:
        """Begin the lesson in a file of one's own."""
        try:
            self._session.do(OpenLesson(str(Path(path))))
        except (ValueError, OSError) as error:
            self.refused.emit(error)
        else:
            self.opened.emit(Path(path))

    def word(self) -> None:
        """Another language: the lesson that is open goes on in it."""
        try:
            self._session.lecture.translate(in_use())
        except (ValueError, OSError) as error:
            self.refused.emit(error)

    def _follow(self) -> None:
        opened = self._session.lecture.is_open
        begins = opened and not self._actions["next_step"].isEnabled()
        self._docks.hold(DOCK, opened, round(WIDTH * self._theme.scale))
        for name in TURNING:
            self._actions[name].setEnabled(opened)
        if begins:
            # The pages hide what has the focus; from here, one key leads on.
            self.pane.next.setFocus()

    def _reveal(self, state: LectureState) -> None:
        """What the step is about may lie behind another dock, or be scrolled away."""
        if state.lesson is None or state.step is None or not state.step.focus:
            return
        found = self._window.findChildren(QWidget, state.step.focus)
        if not found and not is_shipped(state.lesson):
            reason = Refusal("lesson_no_focus", focus=state.step.focus)
            self.refused.emit(mistake_in(state.lesson, state.index, reason, "focus"))
        for widget in found[:1]:
            self._docks.reveal(widget)
            for place in _around(widget, Overflow):
                place.reveal(widget)
            for area in _around(widget, QScrollArea):
                area.ensureWidgetVisible(widget)
                # Of what is higher than its place the beginning.
                bar = area.verticalScrollBar()
                bar.setValue(min(bar.value(), bar.value() + widget.mapTo(area, QPoint()).y()))

    def _fill(self) -> None:
        """The shipped lessons, read when somebody looks for the first time."""
        if self._language == in_use():
            return
        self._language = in_use()
        for action in self._shipped:
            self._menu.removeAction(action)
            action.deleteLater()
        first = self._menu.actions()[0]
        self._shipped = []
        for number, entry in enumerate(catalogue(self._language), start=1):
            action = QAction(f"{number}  {entry.title}", self._menu)
            action.setObjectName(f"lesson_{entry.id}")
            action.setToolTip(entry.summary)
            action.setStatusTip(entry.summary)
            action.triggered.connect(partial(self._open, entry.id))
            self._menu.insertAction(first, action)
            self._shipped.append(action)

    def _open(self, lesson: str, checked: bool = False) -> None:
        """`checked` is what the signal of an action brings along."""
        self.do(OpenLesson(lesson, in_use()))

    def _ask(self) -> None:
        kinds = self.tr("Lessons (*.toml)")
        chosen = asked_file(self._window, self.tr("Open a lesson"), kinds)
        if chosen:
            self.open_file(chosen)


def _around(widget: QWidget, kind: type[Kind]) -> Iterator[Kind]:
    """What of a kind a widget lies in, the innermost first."""
    part = widget.parentWidget()
    while part:
        if isinstance(part, kind):
            yield part
        part = part.parentWidget()
