"""ItemRow: one line of the sheet on screen: symbol, field, verdict, and below it its terms or its solution."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.worksheet.answer_field import AnswerField
from nnviz.views.worksheet.line_label import LineLabel
from nnviz.views.worksheet.mark import Mark
from nnviz.views.worksheet.terms_box import TermsBox
from nnviz.views.worksheet.words import WorksheetWords
from nnviz.views.worksheet.writing import Script, Writing, plain, rounded
from nnviz.widgets.marking import mark_invalid
from nnviz.worksheets.answers import EMPTY, Verdict, check
from nnviz.worksheets.quantity import Quantity
from nnviz.worksheets.recipe import Line
from nnviz.worksheets.sheet import Item

SYMBOL_EMS = 6.4
"""Width of the symbols, in em of the writing."""


class ItemRow(QWidget):
    """Signals: checked() after an answer was judged, moved(int) to the line before or after, entered()."""

    checked = Signal()
    moved = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme, writing: Writing, script: Script, item: Item, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name_of(item.quantity)
        self.setObjectName(f"worksheet_row_{self.name}")
        self._theme, self._writing, self._words = theme, writing, WorksheetWords(self)
        self._script, self.item, self.verdict = script, item, Verdict(EMPTY)
        self.symbol = LineLabel(writing, f"worksheet_symbol_{self.name}", self)
        self.field = AnswerField(f"worksheet_answer_{self.name}", self)
        self.mark = Mark(theme, f"worksheet_mark_{self.name}", self)
        self.terms: TermsBox | None = None
        self.solution: LineLabel | None = None
        self._build()
        self.show_item(script, item)

    @property
    def done(self) -> bool:
        """True where the answer is right."""
        return self.verdict.accepted

    @property
    def advice(self) -> str:
        """What is said about the answer, "" where there is nothing to say."""
        slip = self.verdict.slip
        line: Line = ()
        if slip is not None and slip.term >= 0:
            line = self.item.recipe.terms[slip.term].line(self._script.symbol)
        return self._words.advice(self.verdict, plain(line))

    def show_item(self, script: Script, item: Item) -> None:
        """The same line with other numbers: what was typed is judged anew."""
        self._script, self.item = script, item
        self.symbol.show_pieces(((script.symbol(item.quantity), " ="),), self._words.spoken(item.quantity))
        if self.terms is not None:
            self.terms.show_terms(script, item)
        if self.solution is not None:
            self._fill_solution()
        self.check()

    def check(self) -> None:
        """Judge what is in the field."""
        self.verdict = check(self._script.sheet, self.item, self.field.text())
        self.field.setModified(False)
        self._tell()

    def open_terms(self) -> None:
        """Show a field for each term."""
        if self.terms is None:
            self.terms = TermsBox(self._theme, self._writing, f"worksheet_terms_{self.name}", self)
            self.terms.finished.connect(self.field.setFocus)
            self._column.addWidget(self.terms)
            self.terms.show_terms(self._script, self.item)
        self.terms.show()
        self.terms.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_solution(self) -> None:
        """Show the terms with their numbers, and the result."""
        if self.solution is None:
            self.solution = LineLabel(self._writing, f"worksheet_solution_{self.name}", self, muted=True)
            self._column.addWidget(self.solution)
            self._fill_solution()
        self.solution.show()

    def word(self) -> None:
        """Another language."""
        self.symbol.setAccessibleName(self._words.spoken(self.item.quantity))
        self.field.setAccessibleName(self._words.spoken(self.item.quantity))
        self._tell()

    def _tell(self) -> None:
        text = self._words.verdict(self.verdict)
        self.mark.show_verdict(self.verdict.kind, text)
        self.field.setAccessibleName(self._words.spoken(self.item.quantity))
        self.field.setAccessibleDescription(f"{text}. {self.advice}" if self.advice else text)
        mark_invalid(self.field, not (self.done or self.verdict.kind == EMPTY))

    def _fill_solution(self) -> None:
        assert self.solution is not None
        script, item = self._script, self.item
        result: Line = (f"= {rounded(item.value, script.sheet.decimals)}",)
        first, *rest = script.written(item.recipe.lines(script.factor))
        self.solution.show_pieces(((script.symbol(item.quantity), " = ", *first), *rest, result))

    def _build(self) -> None:
        self.field.handed_in.connect(self._handed_in)
        self.field.moved.connect(self.moved)
        self.field.entered.connect(self.entered)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.symbol)
        row.addWidget(self.field)
        row.addWidget(self.mark, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(row)
        self._measure()

    def _handed_in(self, by_enter: bool) -> None:
        self.check()
        self.checked.emit()
        if by_enter and self.done:
            self.moved.emit(1)

    def _measure(self) -> None:
        self.symbol.setFixedWidth(round(SYMBOL_EMS * self.fontMetrics().height() * 0.82))
        self.field.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


def name_of(quantity: Quantity) -> str:
    """A quantity in names of widgets: z_1_0, new_w_2_0_1 (the source last)."""
    source = () if quantity.source < 0 else (quantity.source,)
    return "_".join(map(str, (quantity.kind, quantity.layer, quantity.unit, *source)))
