"""SoftmaxSection: softmax of a vector with sliders, and LogSumExp, whose gradient it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.session.labs.functions.intents import AddConstant, SetLogit, SetLogits, SetTemperature
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.functions.softmax import CONSTANTS, COUNTS, LOGITS, TEMPERATURES
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.functions.softmax_bounds import BoundsPanel, PairPanel
from nnviz.views.labs.functions.softmax_columns import SUBSCRIPTS, SoftmaxColumns
from nnviz.views.labs.number_rows import NumberRows
from nnviz.views.labs.section import LabSection
from nnviz.widgets.count_field import CountField
from nnviz.widgets.formula import Formula, FormulaLabel, Tex
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogScale
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.slider_field import LinearScale, SliderField

LATEX = r"y_i = \frac{e^{(x_i + C)/T}}{\sum_j e^{(x_j + C)/T}}"
KNOBS = ("count", "temperature", "constant")
DECADES = 3


class SoftmaxSection(LabSection):
    """Section “softmax” of the lab “functions”."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "functions", parent)
        self.model = session.labs.of(FunctionsLab).softmax
        self.card = Card(theme, name="softmax_card", parent=self, size=1.25)
        self.columns = SoftmaxColumns(theme, self.card)
        self.formula = FormulaLabel(self.typesetter, self.card)
        self.facts = NumberRows("softmax", ("sum", "change"), self.card)
        self.verdict = Paragraph("softmax_argmax", self.card, "value")
        self.pair, self.bounds = PairPanel(theme, self), BoundsPanel(theme, self)
        self._make_knobs()
        self._lay_out()
        self._connect()
        self.dress()
        self.word()

    def refresh(self) -> None:
        model = self.model
        for part in (self.columns, self.pair, self.bounds):
            part.show_part(model)
        self.count.set_value(len(model.logits))
        self.temperature.set_value(model.temperature)
        self.constant.set_value(model.constant)
        self.facts.show_row("sum", float(model.outputs.sum()))
        self.facts.show_row("change", model.change)
        self.verdict.setText(self._argmax())

    def dress(self) -> None:
        self.facts.dress(self.theme, 1.25)
        self.columns.dress()
        self.bounds.dress_all(self.theme)

    def word(self) -> None:
        if self.formula.formula.words:
            self._write_formula()
        self.card.set_title(self.tr("Softmax with temperature"))
        self.facts.name("sum", self.tr("sum of all yᵢ"))
        self.facts.name("change", self.tr("largest change of a yᵢ by adding C"))
        names = dict(zip(KNOBS, (self.tr("logits n"), self.tr("temperature T"), self.tr("constant C")), strict=True))
        fields = {"count": self.count, "temperature": self.temperature, "constant": self.constant}
        for name, title in names.items():
            self._captions[name].setText(title)
            fields[name].setAccessibleName(title)
        self.equal.setText(self.tr("All equal"))
        self.equal.setToolTip(self.tr("Then LSE reaches its upper bound; with n = 1 it is the lower one"))
        for part in (self.columns, self.pair, self.bounds):
            part.word()

    def _argmax(self) -> str:
        outputs = self.model.outputs
        before, after = int(self.model.inputs.argmax()), int(outputs.argmax())
        text = self.tr("Largest: x{before} before, y{after} after softmax. To answer, softmax may be left out.")
        return text.format(before=SUBSCRIPTS[before], after=SUBSCRIPTS[after])

    # Building

    def _make_knobs(self) -> None:
        self._captions = {name: QLabel(self.card) for name in KNOBS}
        self.count = CountField(Limits(*COUNTS, whole=True), self.card)
        self.temperature = SliderField(Limits(*TEMPERATURES), LogScale(TEMPERATURES[0], DECADES), parent=self.card)
        self.constant = SliderField(Limits(*CONSTANTS), LinearScale(-10, 10, 0.1), parent=self.card)
        self.equal = QPushButton(self.card)
        self.count.setObjectName("logit_count")
        self.temperature.setObjectName("temperature")
        self.constant.setObjectName("constant")
        self.equal.setObjectName("all_equal")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.formula, 1)
        head.addWidget(self.facts, 1)
        knobs = QGridLayout()
        knobs.setHorizontalSpacing(16)
        knobs.setVerticalSpacing(2)
        for column, (name, field) in enumerate(zip(KNOBS, (self.count, self.temperature, self.constant), strict=True)):
            self._captions[name].setProperty("role", "hint")
            knobs.addWidget(self._captions[name], 0, column)
            knobs.addWidget(field, 1, column, Qt.AlignmentFlag.AlignTop)
            knobs.setColumnStretch(column, 2 if column else 0)
        knobs.addWidget(self.equal, 1, len(KNOBS), Qt.AlignmentFlag.AlignTop)
        self.card.content.addLayout(head)
        self.card.content.addWidget(self.columns, 1)
        self.card.content.addWidget(self.verdict)
        self.card.content.addLayout(knobs)
        plots = QVBoxLayout()
        plots.setSpacing(8)
        plots.addWidget(self.pair, 9)
        plots.addWidget(self.bounds, 11)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.card, 11)
        row.addLayout(plots, 9)

    def _connect(self) -> None:
        self.columns.asked.connect(self.do)
        self.bounds.dragged.connect(self._drag)
        self.count.value_changed.connect(self._resize)
        self.temperature.value_changed.connect(self._heat)
        self.constant.value_changed.connect(self._add)
        self.equal.clicked.connect(self._equalise)
        # A formula takes 10 ms: it comes after the bars.
        self.session.clock.slow.connect(self._typeset)

    def _typeset(self) -> None:
        if self.isVisible() and not self.formula.formula.words:
            self._write_formula()

    def _write_formula(self) -> None:
        spoken = self.tr("y i equals e to the x i plus C over T, divided by the sum of these over all j")
        self.formula.set_formula(Formula(((Tex(LATEX, spoken),),)))

    # What the user does

    def _drag(self, x: float) -> None:
        value = min(max(x - self.model.constant, LOGITS[0]), LOGITS[1])
        self.do(SetLogit(self.model.chosen, round(value, 3)))

    def _resize(self, count: int) -> None:
        kept = self.model.logits[:count]
        self.do(SetLogits((*kept, *[0.0] * (count - len(kept)))))

    def _heat(self, value: float) -> None:
        self.do(SetTemperature(value))

    def _add(self, value: float) -> None:
        self.do(AddConstant(value))

    def _equalise(self) -> None:
        self.do(SetLogits((1.0,) * len(self.model.logits)))
