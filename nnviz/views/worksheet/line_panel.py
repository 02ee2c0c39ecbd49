"""LinePanel: about the line in which one is: its rule, what is said about the answer, and what helps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.views.worksheet.line_label import LineLabel
from nnviz.views.worksheet.row import ItemRow
from nnviz.views.worksheet.words import WorksheetWords
from nnviz.views.worksheet.writing import Script, Writing
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.message_label import MessageLabel


class LinePanel(QFrame):
    """Signals: check_requested(), terms_requested(), solution_requested() for the line it is about."""

    check_requested = Signal()
    terms_requested = Signal()
    solution_requested = Signal()

    def __init__(self, writing: Writing, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("worksheet_panel")
        self.setProperty("role", "quote")
        self._words = WorksheetWords(self)
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.rule = LineLabel(writing, "worksheet_rule", self)
        self.message = MessageLabel(self)
        self.message.setObjectName("worksheet_message")
        self.check, self.terms, self.solution = (QPushButton(self) for _ in range(3))
        self._build()

    def show_row(self, row: ItemRow | None, script: Script) -> None:
        """What there is to say about a line."""
        self.setVisible(row is not None)
        if row is None:
            return
        spoken = self._words.spoken(row.item.quantity)
        self.title.setText(spoken[:1].upper() + spoken[1:])
        first, *rest = row.item.recipe.lines(script.symbol)
        self.rule.show_pieces(((script.symbol(row.item.quantity), " = ", *first), *rest))
        self.message.show_text(row.advice)

    def word(self) -> None:
        """Another language."""
        self.setAccessibleName(self.tr("The line in front"))
        self.check.setText(self.tr("Check"))
        self.terms.setText(self.tr("Show the terms"))
        self.terms.setToolTip(self.tr("A field for each term of this line; the first wrong one is marked"))
        self.solution.setText(self.tr("Show the solution of this line"))

    def _build(self) -> None:
        buttons = QWidget(self)
        row = FlowLayout(buttons, gap=8)
        for button, name, signal in (
            (self.check, "check", self.check_requested),
            (self.terms, "terms", self.terms_requested),
            (self.solution, "solution", self.solution_requested),
        ):
            button.setObjectName(f"worksheet_{name}")
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        for widget in (self.title, self.rule, self.message, buttons):
            column.addWidget(widget)
