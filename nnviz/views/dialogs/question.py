"""Question: a sentence, what it is about line by line, and a button for each answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from nnviz.widgets.marking import set_role
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.worded import Worded

ROLES = QDialogButtonBox.ButtonRole
LETTERS = 58
"""Width, in letters."""


class Question(Worded, QDialog):
    """Whoever makes one of it says in `_word` what is asked. Escape gives the last answer.

    Signals: answered(str), once.
    """

    answered = Signal(str)

    def __init__(self, name: str, answers: Mapping[str, QDialogButtonBox.ButtonRole], parent: QWidget | None) -> None:
        """`answers`: the first is proposed, the last changes nothing."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title, self.lines = Paragraph(f"{name}_title", self, "title"), Paragraph(f"{name}_lines", self, "")
        self.note = Paragraph(f"{name}_note", self)
        self._box = QDialogButtonBox(self)
        self.buttons = {answer: self._button(f"{name}_{answer}", answer, role) for answer, role in answers.items()}
        self._answer = list(answers)[-1]
        first = self.buttons[next(iter(answers))]
        set_role(first, "primary")
        first.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        for widget in (self.title, self.lines, self.note):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._box)
        self.finished.connect(lambda: self.answered.emit(self._answer))
        self._word()
        width = LETTERS * self.fontMetrics().averageCharWidth()
        self.resize(width, column.heightForWidth(width))
        first.setFocus()

    def _button(self, name: str, answer: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(partial(self._choose, answer))
        self._box.addButton(button, role)
        return button

    def _choose(self, answer: str, checked: bool = False) -> None:
        """`checked` is what the signal of a button brings along."""
        self._answer = answer
        self.accept()

    def _label(self, words: Mapping[str, str], tips: Mapping[str, str]) -> None:
        """The button of each answer."""
        for answer, button in self.buttons.items():
            button.setText(words[answer])
            button.setToolTip(tips[answer])

    def _word(self) -> None:
        raise NotImplementedError
