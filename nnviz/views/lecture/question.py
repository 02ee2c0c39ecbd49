"""QuestionBox: the question of a step, its answers, and what is said when one was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from nnviz.lessons.lesson import Question
from nnviz.theme.theme import Theme
from nnviz.views.lecture.answer import OPEN, OTHER, RIGHT, WRONG, AnswerButton
from nnviz.widgets.prose import Prose
from nnviz.widgets.typesetter import Typesetter


class QuestionBox(QFrame):
    """Signals: chosen(int), the index of an answer."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, typesetter: Typesetter, size: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lecture_question")
        self.setProperty("role", "quote")
        self._theme, self._size = theme, size
        self.buttons: list[AnswerButton] = []
        self.caption, self.verdict = QLabel(self), QLabel(self)
        self.question = Prose(theme, typesetter, "lecture_question_text", self, size)
        self.because = Prose(theme, typesetter, "lecture_because", self, size)
        self._answers = QVBoxLayout()
        self._build()

    def show_question(self, question: Question, asked: bool, chosen: int | None, folders: Sequence[Path]) -> None:
        """`asked`: an answer is awaited; else the right one and the one that was given are marked, and it says why."""
        self.question.show_markdown(question.question, folders)
        self.because.show_markdown(question.because, folders)
        self._show_answers(question.answers)
        for index, button in enumerate(self.buttons):
            button.judge(OPEN if asked else _verdict(index, question.right, chosen), index == chosen)
        self.verdict.setText(self._words(question.right == chosen) if chosen is not None and not asked else "")
        self.verdict.setVisible(bool(self.verdict.text()))
        self.because.setVisible(not asked)

    def word(self) -> None:
        """In the language that is now in use."""
        self.caption.setText(self.tr("What do you expect?"))

    def dress(self) -> None:
        """Fonts."""
        self.caption.setFont(self._theme.font(0.9, bold=True))
        self.verdict.setFont(self._theme.font(self._size, bold=True))
        for button in self.buttons:
            button.setFont(self._theme.font(self._size))

    def _words(self, right: bool) -> str:
        return self.tr("That is right.") if right else self.tr("Not quite.")

    def _build(self) -> None:
        self.caption.setObjectName("lecture_question_caption")
        self.caption.setProperty("role", "hint")
        self.verdict.setObjectName("lecture_verdict")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(9)
        self._answers.setSpacing(7)
        column.addWidget(self.caption)
        column.addWidget(self.question)
        column.addLayout(self._answers)
        column.addWidget(self.verdict)
        column.addWidget(self.because)

    def _show_answers(self, answers: Sequence[str]) -> None:
        if tuple(button.text() for button in self.buttons) == tuple(answers):
            return
        for button in self.buttons:
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(index, answer) for index, answer in enumerate(answers)]

    def _button(self, index: int, answer: str) -> AnswerButton:
        button = AnswerButton(self._theme, index, self)
        button.setText(answer)
        button.setFont(self._theme.font(self._size))
        button.clicked.connect(lambda: self.chosen.emit(index))
        self._answers.addWidget(button)
        return button


def _verdict(index: int, right: int, chosen: int | None) -> str:
    if index == right:
        return RIGHT
    return WRONG if index == chosen else OTHER
