"""SheetForm: a worksheet on screen, section by section, as lines to be filled in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.worksheet.given_view import GivenView
from nnviz.views.worksheet.row import ItemRow
from nnviz.views.worksheet.rules import rules_of
from nnviz.views.worksheet.words import WorksheetWords
from nnviz.views.worksheet.writing import Script, Writing
from nnviz.widgets.formula import Formula, FormulaLabel, Tex
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.section import Section
from nnviz.widgets.typesetter import Typesetter
from nnviz.worksheets.lines import SECTIONS
from nnviz.worksheets.sheet import Worksheet

GIVEN = "given"
APART = "\u2003"
"""Between two formulas."""
MARGIN = 40
"""Above and below a line that is brought into sight."""


class SheetForm(QScrollArea):
    """`rows` are the lines, in order; `current` is the one that has, or had, the keyboard.

    Signals: current_changed() when another line is entered or the current one was judged; progressed().
    """

    current_changed = Signal()
    progressed = Signal()

    def __init__(self, theme: Theme, typesetter: Typesetter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("worksheet_form")
        self._theme, self._typesetter, self._words = theme, typesetter, WorksheetWords(self)
        self._writing = Writing(typesetter)
        self.rows: list[ItemRow] = []
        self.current: ItemRow | None = None
        self.about: Paragraph | None = None
        self.given: GivenView | None = None
        self._sections: dict[str, Section] = {}
        self._rules: dict[str, FormulaLabel] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def done(self) -> int:
        """Lines that are right."""
        return sum(row.done for row in self.rows)

    @property
    def is_touched(self) -> bool:
        """True once something has been typed."""
        return any(row.field.text() for row in self.rows)

    def show_sheet(self, sheet: Worksheet) -> None:
        """Show a sheet; where it has the same lines as the one before, what was typed stays and is judged anew."""
        script = Script(sheet, self._theme.notation)
        if [row.item.quantity for row in self.rows] != [item.quantity for item in sheet.items]:
            self._build(script)
        else:
            for row, item in zip(self.rows, sheet.items, strict=True):
                row.show_item(script, item)
        self._write_rules(script)
        if self.given is not None:
            self.given.show_given(script)
        self._describe(sheet)
        self._tell()

    def clear_answers(self) -> None:
        """Begin anew."""
        for row in self.rows:
            row.field.clear()
            row.check()
        self._tell()

    def check_all(self) -> None:
        """Judge every line, and go to the first that is not right."""
        for row in self.rows:
            row.check()
        wrong = next((row for row in self.rows if row.field.text() and not row.done), None)
        if wrong is not None:
            self.go_to(wrong)
        self._tell()

    def go_to(self, row: ItemRow) -> None:
        """Bring a line into sight and the keyboard there."""
        self._sections[row.item.section].set_expanded(True)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring(row)

    def open_terms(self) -> None:
        """A field for each term of the current line."""
        if self.current is not None:
            self.current.open_terms()
            self._show_whole(self.current)

    def show_solution(self) -> None:
        """What the current line comes to, and how."""
        if self.current is not None:
            self.current.show_solution()
            self._show_whole(self.current)

    def word(self, sheet: Worksheet | None) -> None:
        """Another language."""
        if sheet is not None:
            self._describe(sheet)
            self._write_rules(Script(sheet, self._theme.notation))
        self.setAccessibleName(self._words.title(False))
        for name, section in self._sections.items():
            section.set_title(self._words.given() if name == GIVEN else self._words.section(name))
        if self.given is not None:
            self.given.word()
        for row in self.rows:
            row.word()

    def _show_whole(self, row: ItemRow) -> None:
        """Bring all of a line that has grown into sight; it has its new size once the layouts have been asked."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        body = self.widget()
        if body is not None:
            self.ensureVisible(0, row.mapTo(body, QPoint(0, row.height())).y(), 0, MARGIN)

    def _build(self, script: Script) -> None:
        body = QWidget(self)
        body.setObjectName("worksheet_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(4, 0, 12, 12)
        column.setSpacing(6)
        self.rows, self.current = [], None
        self.about = Paragraph("worksheet_about", body)
        column.addWidget(self.about)
        column.addWidget(self._given(body))
        for name in SECTIONS:
            column.addWidget(self._section(name, script, body))
        column.addStretch(1)
        self.setWidget(body)
        self.word(script.sheet)

    def _describe(self, sheet: Worksheet) -> None:
        """What is to be done."""
        if self.about is not None:
            sentences = (self._words.network, self._words.rounding, self._words.optimizer)
            self.about.setText(" ".join(filter(None, (sentence(sheet) for sentence in sentences))))

    def _write_rules(self, script: Script) -> None:
        for name in SECTIONS:
            self._rules[name].set_formula(self._formula(script, name))

    def _formula(self, script: Script, name: str) -> Formula:
        """The rules of a section beside each other; they are read as one sentence."""
        first, *rest = rules_of(script.sheet.experiment, name, script.notation)
        words = ((Tex(first, self._words.rule(name)), APART), *((Tex(latex, ""), APART) for latex in rest))
        return Formula(words)

    def _given(self, body: QWidget) -> Section:
        section = Section("worksheet_given", body)
        self._sections[GIVEN] = section
        self.given = GivenView(self._theme, self._typesetter, section.body)
        section.content.addWidget(self.given)
        return section

    def _section(self, name: str, script: Script, body: QWidget) -> Section:
        section = Section(f"worksheet_{name}", body)
        self._sections[name] = section
        self._rules[name] = FormulaLabel(self._typesetter, section.body, "muted")
        section.content.addWidget(self._rules[name])
        for item in script.sheet.section(name):
            row = ItemRow(self._theme, self._writing, script, item, section.body)
            row.entered.connect(self._enter)
            row.checked.connect(self._tell)
            row.moved.connect(self._move)
            section.content.addWidget(row)
            self.rows.append(row)
        return section

    def _enter(self) -> None:
        row = self.sender()
        if isinstance(row, ItemRow):
            self._bring(row)

    def _bring(self, row: ItemRow) -> None:
        self.current = row
        self.ensureWidgetVisible(row, 0, MARGIN)
        self.current_changed.emit()

    def _move(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, ItemRow):
            at = self.rows.index(row) + step
            if 0 <= at < len(self.rows):
                self.go_to(self.rows[at])

    def _tell(self) -> None:
        self.progressed.emit()
        self.current_changed.emit()
