"""LecturePane: the lesson that is open, one step at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nnviz.lessons.lesson import Lesson
from nnviz.session.intents import ChooseAnswer, CloseLesson, Intent, NextStep, PreviousStep, ReplayStep
from nnviz.session.lecture import DONE, PREDICT, SHOWN, LectureState
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.lecture.dots import StepDots
from nnviz.views.lecture.question import QuestionBox
from nnviz.views.lecture.wait_box import WaitBox
from nnviz.widgets.glyph_button import GlyphButton
from nnviz.widgets.marking import set_role
from nnviz.widgets.prose import Prose
from nnviz.widgets.reading_area import ReadingArea
from nnviz.widgets.typesetter import Typesetter
from nnviz.widgets.worded import Worded

TEXT, TITLE, SMALL = 1.15, 1.45, 0.92
"""Sizes of the writing, beside ordinary text: it is read from farther away."""

NARROWEST = 260
"""Pixels at the ordinary size of writing."""


class LecturePane(Worded, QWidget):
    """Signals: refused(Exception) where an intent was refused."""

    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lecture_pane")
        self._session, self._theme, self._dirty = session, theme, True
        self._seen: tuple[Lesson | None, int] = (None, 0)
        typesetter = Typesetter()
        self.place, self.title = QLabel(self), QLabel(self)
        self.end = GlyphButton("cross", self)
        self.dots = StepDots(theme, self)
        self.text = Prose(theme, typesetter, "lecture_text", self, TEXT)
        self.question = QuestionBox(theme, typesetter, TEXT, self)
        self.wait = WaitBox(self)
        self.back, self.replay, self.next = (QPushButton(self) for _ in range(3))
        self._wanted: QWidget | None = None
        self._name()
        self._build()
        self._connect()
        self._word()
        self._dress()

    # Building

    def _name(self) -> None:
        for name in ("place", "title", "end", "back", "replay", "next"):
            getattr(self, name).setObjectName(f"lecture_{name}")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place.setProperty("role", "hint")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.dots, 1)
        head.addWidget(self.place)
        head.addWidget(self.end)
        self._build_page()
        buttons = QHBoxLayout()
        buttons.setSpacing(7)
        for button, stretch in ((self.back, 0), (self.replay, 0), (self.next, 1)):
            buttons.addWidget(button, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)

    def _build_page(self) -> None:
        page = QWidget(self)
        page.setProperty("role", "surface")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 4, 6, 4)
        rows.setSpacing(14)
        for part in (self.title, self.text, self.question, self.wait):
            part.setParent(page)
            rows.addWidget(part)
        rows.addStretch(1)
        self._area = ReadingArea("lecture_page", page, self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        session = self._session
        session.lecture.changed.connect(self._mark)
        session.lecture.waited.connect(self.wait.show_share)
        session.clock.frame.connect(self._on_frame)
        self._theme.changed.connect(self._dress)
        self.question.chosen.connect(lambda index: self._do(ChooseAnswer(index)))
        self.wait.skipped.connect(lambda: self._do(NextStep()))
        wishes: tuple[tuple[QPushButton | GlyphButton, Callable[[], Intent]], ...] = (
            (self.back, PreviousStep), (self.replay, ReplayStep), (self.next, self._onward), (self.end, CloseLesson),
        )  # fmt: skip
        for button, wish in wishes:
            button.clicked.connect(lambda checked=False, wish=wish: self._do(wish()))

    def _onward(self) -> Intent:
        state = self._session.lecture.state
        return CloseLesson() if state.is_last and state.phase == DONE else NextStep()

    def _do(self, intent: Intent) -> None:
        try:
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self.refused.emit(error)

    # Showing

    def show_question(self) -> None:
        """Bring the question into sight, where nobody scrolls."""
        self._area.ensureWidgetVisible(self.question)

    def _mark(self) -> None:
        self._dirty = True

    def _on_frame(self) -> None:
        if self._wanted:
            # Laid out by now.
            self._area.ensureWidgetVisible(self._wanted)
            self._wanted = None
        if self._dirty and self.isVisible():
            self._dirty = False
            self._refresh(self._session.lecture.state)

    def _refresh(self, state: LectureState) -> None:
        lesson, step = state.lesson, state.step
        if lesson is None or step is None:
            return
        moved = (lesson, state.index) != self._seen
        self._seen = (lesson, state.index)
        # The dock says which lesson it is.
        self.setWindowTitle(lesson.title)
        self.place.setText(f"{state.index + 1} / {len(lesson.steps)}")
        self.dots.show_step(state.index, len(lesson.steps))
        self.title.setText(step.title)
        self.text.show_markdown(step.text, lesson.folders)
        self.question.setVisible(step.predict is not None)
        if step.predict:
            self.question.show_question(step.predict, state.phase == PREDICT, state.chosen, lesson.folders)
        self.wait.show_wait(step.wait if state.phase == SHOWN else None, self._session.lecture.share)
        self._show_buttons(state)
        if moved:
            self._area.verticalScrollBar().setValue(0)
        elif state.phase != PREDICT:
            # Smaller windows do not show all at once: what is new comes into sight.
            self._wanted = next((part for part in (self.wait, self.question.because) if part.isVisible()), None)

    def _show_buttons(self, state: LectureState) -> None:
        self.back.setEnabled(state.index > 0)
        self.replay.setEnabled(state.phase != PREDICT)
        if state.phase == PREDICT:
            self.next.setText(self.tr("Show"))
        else:
            self.next.setText(self.tr("Finish") if state.is_last and state.phase == DONE else self.tr("Next"))
        # While something is waited for, the way on is there, but does not invite.
        set_role(self.next, "primary" if state.phase == DONE else "")

    def _word(self) -> None:
        self.back.setText(self.tr("Back"))
        self.replay.setText(self.tr("Replay"))
        self.end.setAccessibleName(self.tr("Close the lesson"))
        self.end.setToolTip(self.tr("Close the lesson"))
        self.back.setToolTip(self.tr("The step before, with everything as it was then (Page Up)"))
        self.replay.setToolTip(self.tr("This step once more, from its beginning (.)"))
        self.next.setToolTip(self.tr("The next step (Page Down)"))
        self.setAccessibleName(self.tr("Lesson"))
        self.question.word()
        self.wait.word()
        self._mark()

    def _dress(self) -> None:
        theme = self._theme
        self.setMinimumWidth(round(NARROWEST * theme.scale))
        self.place.setFont(theme.font(SMALL))
        self.title.setFont(theme.font(TITLE, bold=True))
        self.wait.text.setFont(theme.font(TEXT))
        for button in (self.back, self.replay, self.next):
            button.setFont(theme.font(1.05))
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.question.dress()
        self._mark()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Where a pane is put into its dock, Qt takes the fonts of what scrolls in it back.
        self._dress()
        self._on_frame()
