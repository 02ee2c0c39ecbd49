"""SheetHead: which network a worksheet takes, how it is rounded, how far one is, and the files it can be saved in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.views.worksheet.subjects import SUBJECTS
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.segments import Segments
from nnviz.worksheets.sheet import DECIMALS

EXACT, CARRIED = "exact", "carried"
DECIMAL_CHOICES = tuple(map(str, range(DECIMALS[0], DECIMALS[1] + 1)))
FIRST_DECIMALS = 4


class SheetHead(QWidget):
    """Signals: subject_chosen(str), rounding_chosen(); retake_requested(), check_requested(), and
    save_requested(bool), True for the solution."""

    subject_chosen = Signal(str)
    rounding_chosen = Signal()
    retake_requested = Signal()
    check_requested = Signal()
    save_requested = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("worksheet_head")
        self.subject = Segments("worksheet_subject", SUBJECTS, self)
        self.decimals, self.rounding, self.paper = (ChoiceField(self) for _ in range(3))
        self.retake, self.check_all, self.save, self.save_solution = (QPushButton(self) for _ in range(4))
        self.progress = QLabel(self)
        self._captions = {field: QLabel(self) for field in (self.decimals, self.rounding, self.paper)}
        self._name()
        self._build()
        self._connect()
        self.word()
        self.decimals.set_value(str(FIRST_DECIMALS))
        self.rounding.set_value(EXACT)
        self.paper.set_value("a4")

    @property
    def is_carried(self) -> bool:
        """True where one goes on calculating with rounded values."""
        return self.rounding.value() == CARRIED

    def word(self) -> None:
        """Another language."""
        self.subject.set_words(
            self.tr("What it is about"), {"network": self.tr("This network"), "example": self.tr("2-3-2-2 example")}
        )
        self.decimals.set_choices([(key, key) for key in DECIMAL_CHOICES])
        self.rounding.set_choices([(EXACT, self.tr("from exact values")), (CARRIED, self.tr("from rounded values"))])
        self.paper.set_choices([("a4", self.tr("A4")), ("letter", self.tr("Letter"))])
        texts = {
            self.decimals: self.tr("Decimals"), self.rounding: self.tr("Each line"), self.paper: self.tr("Paper"),
        }  # fmt: skip
        tips = {
            self.decimals: self.tr("How many decimals every result is written with"),
            self.rounding: self.tr("Whether one goes on calculating with exact values or with what was written"),
            self.paper: self.tr("Size of the pages that are saved"),
        }
        for field, text in texts.items():
            self._captions[field].setText(text)
            field.setAccessibleName(text)
            field.setToolTip(tips[field])
        self.subject.setToolTip(self.tr("The network in front with its sample, or one with round numbers"))
        self.check_all.setToolTip(self.tr("Judge every line, and go to the first that is not right"))
        self.save.setToolTip(self.tr("A PDF with empty lines, to be printed"))
        self.save_solution.setToolTip(self.tr("A PDF with every result and how it comes about"))
        self.retake.setText(self.tr("Take it as it is now"))
        self.retake.setToolTip(self.tr("A new sheet of the network's weights and the sample that are shown now"))
        self.check_all.setText(self.tr("Check all"))
        self.save.setText(self.tr("Save the sheet…"))
        self.save_solution.setText(self.tr("Save the solution…"))

    def _name(self) -> None:
        names = {
            self.decimals: "decimals", self.rounding: "rounding", self.paper: "paper", self.retake: "retake",
            self.check_all: "check_all", self.save: "save", self.save_solution: "save_solution",
            self.progress: "progress",
        }  # fmt: skip
        for widget, name in names.items():
            widget.setObjectName(f"worksheet_{name}")
        self.progress.setProperty("role", "value")
        for caption in self._captions.values():
            caption.setProperty("role", "hint")

    def _build(self) -> None:
        first, second = QWidget(self), QWidget(self)
        upper, lower = FlowLayout(first, gap=10), FlowLayout(second, gap=10)
        upper.addWidget(self.subject)
        upper.addWidget(self.retake)
        for field in (self.decimals, self.rounding):
            upper.addWidget(self._pair(field))
        lower.addWidget(self.check_all)
        lower.addWidget(self._pair(self.paper))
        lower.addWidget(self.save)
        lower.addWidget(self.save_solution)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (first, second, self.progress):
            column.addWidget(widget)

    def _pair(self, field: ChoiceField) -> QWidget:
        """A field and its name, which stay together."""
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._captions[field])
        row.addWidget(field)
        return pair

    def _connect(self) -> None:
        self.subject.value_changed.connect(self.subject_chosen)
        self.decimals.value_changed.connect(self.rounding_chosen)
        self.rounding.value_changed.connect(self.rounding_chosen)
        self.retake.clicked.connect(self.retake_requested)
        self.check_all.clicked.connect(self.check_requested)
        self.save.clicked.connect(lambda: self.save_requested.emit(False))
        self.save_solution.clicked.connect(lambda: self.save_requested.emit(True))
        for button in (self.retake, self.check_all, self.save, self.save_solution):
            button.setAutoDefault(False)
