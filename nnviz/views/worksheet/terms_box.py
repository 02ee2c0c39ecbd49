"""TermsBox: the terms of one line, each with a field of its own; the first wrong one is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.worksheet.answer_field import AnswerField
from nnviz.views.worksheet.line_label import LineLabel
from nnviz.views.worksheet.mark import Mark
from nnviz.views.worksheet.words import WorksheetWords
from nnviz.views.worksheet.writing import Script, Writing, plain
from nnviz.widgets.marking import mark_invalid
from nnviz.worksheets.answers import ACCEPTED, EMPTY, Verdict, judge
from nnviz.worksheets.sheet import Item

INDENT = 40


class TermsBox(QWidget):
    """`fields` and `marks` are those of the terms, in order; `first_wrong` is the number of the term that is marked.

    Signals: finished() after Enter in the last term, all of them being right.
    """

    finished = Signal()

    def __init__(self, theme: Theme, writing: Writing, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme, self._writing, self._words = theme, writing, WorksheetWords(self)
        self.fields: list[AnswerField] = []
        self.marks: list[Mark] = []
        self._labels: list[LineLabel] = []
        self._values: tuple[float, ...] = ()
        self._decimals = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(INDENT, 2, 0, 8)
        self._grid.setColumnStretch(2, 1)

    @property
    def first_wrong(self) -> int | None:
        """Number of the first term whose answer is not right; None where all that were given are."""
        wrong = (n for n, mark in enumerate(self.marks) if mark.kind not in (*ACCEPTED, EMPTY))
        return next(wrong, None)

    def show_terms(self, script: Script, item: Item) -> None:
        """The terms of a line; what was typed stays where there are as many as before."""
        parts = item.recipe.parts()
        while len(self.fields) < len(parts):
            self._add(len(self.fields))
        self._values = tuple(part.value(script.sheet.numbers) for part in parts)
        self._decimals = script.sheet.decimals
        for label, field, part in zip(self._labels, self.fields, parts, strict=True):
            sign = "− " if part.sign < 0 else ""
            line = (sign, *part.line(script.symbol), " =")
            label.show_pieces((line,))
            field.setAccessibleName(plain(line))
        self.check()

    def check(self) -> None:
        """Judge the terms up to the first wrong one: what comes after it may well follow from it."""
        open_ = True
        for field, mark, value in zip(self.fields, self.marks, self._values, strict=True):
            kind = judge(field.text(), value, self._decimals) if open_ else EMPTY
            text = self._words.verdict(Verdict(kind))
            mark.show_verdict(kind, text)
            field.setAccessibleDescription(text)
            good = kind in (*ACCEPTED, EMPTY)
            mark_invalid(field, not good)
            open_ = open_ and good

    def _add(self, number: int) -> None:
        label = LineLabel(self._writing, f"{self.objectName()}_label_{number}", self, muted=True)
        field = AnswerField(f"{self.objectName()}_field_{number}", self)
        mark = Mark(self._theme, f"{self.objectName()}_mark_{number}", self)
        field.fit()
        field.handed_in.connect(self._handed_in)
        for column, widget in enumerate((label, field, mark)):
            self._grid.addWidget(widget, number, column)
        self._labels.append(label)
        self.fields.append(field)
        self.marks.append(mark)

    def _handed_in(self, by_enter: bool) -> None:
        self.check()
        field = self.sender()
        if by_enter and isinstance(field, AnswerField) and self.first_wrong is None:
            self._go_on(self.fields.index(field) + 1)

    def _go_on(self, number: int) -> None:
        if number < len(self.fields):
            self.fields[number].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.finished.emit()
