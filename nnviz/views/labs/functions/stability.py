"""StabilitySection: naive against shifted softmax and LogSumExp, side by side, and why one of them overflows."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nnviz.session.labs.functions.intents import SetEntry, SetVector
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.functions.stability import COUNTS, ENTRIES, LARGEST, PRESETS, SMALLEST
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.functions.exponents import ExponentLine
from nnviz.views.labs.functions.stability_steps import StepsPanel
from nnviz.views.labs.section import LabSection
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.limits import Limits, number_text
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.number_field import NumberField
from nnviz.widgets.numerals import short

FIELD = 86
TITLES = {
    "x": "xᵢ",
    "exponent": "xᵢ − max",
    "power": "exp(xᵢ)",
    "softmax": "softmaxᵢ = exp / Σ",
    "total": "Σ exp",
    "lse": "LSE = log Σ",
}
ROOM = (880.0, 410.0)
"""Width and height in which the numbers have the size of ordinary text."""
SIZES = (1.1, 3.0)


class StabilitySection(LabSection):
    """Section “stability” of the lab “functions”."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "functions", parent)
        self.model = session.labs.of(FunctionsLab).stability
        self.editor = Card(theme, name="vector_card", parent=self)
        self.editor.title.setWordWrap(False)
        self.fields = [self._field(index) for index in range(COUNTS[1])]
        self.more, self.fewer = self._button("more_entries"), self._button("fewer_entries")
        self.presets = [self._button(f"vector_preset_{k}") for k in range(len(PRESETS))]
        self.trouble = MessageLabel(self.editor)
        self.naive = StepsPanel(theme, "naive", ("x", "power", "softmax"), self)
        self.shifted = StepsPanel(theme, "shifted", ("x", "exponent", "power", "softmax"), self)
        self.range = Card(theme, name="exponents_card", parent=self, size=0)
        self.exponents = ExponentLine(theme, self.range)
        self._lay_out()
        self._connect()
        self.dress()
        self.word()

    def refresh(self) -> None:
        model = self.model
        for k, field in enumerate(self.fields):
            field.setVisible(k < len(model.vector))
            if k < len(model.vector):
                field.set_value(model.vector[k])
        self.more.setEnabled(len(model.vector) < COUNTS[1])
        self.fewer.setEnabled(len(model.vector) > COUNTS[0])
        self.naive.show_steps(model.naive)
        self.shifted.show_steps(model.shifted)
        self._explain()
        self.exponents.show_exponents(model.naive.exponents, model.shifted.exponents)

    def dress(self) -> None:
        size = min(self.width() / ROOM[0], self.height() / ROOM[1]) / self.theme.scale
        size = min(max(size, SIZES[0]), SIZES[1])
        for panel in (self.naive, self.shifted):
            panel.dress_all(self.theme, size)
        self.exponents.dress(max(0.95, 0.65 * size))
        for field in self.fields:
            field.setFixedWidth(round(FIELD * self.theme.scale))
        self.editor.title.setMinimumHeight(self.fields[0].sizeHint().height())

    def word(self) -> None:
        self.editor.set_title("x =")
        self.editor.setAccessibleName(self.tr("Numbers to take softmax and LogSumExp of"))
        self.range.setAccessibleName(self.tr("Where exp is neither infinite nor 0"))
        self.naive.set_title(self.tr("Naive: as the textbook writes it"))
        self.shifted.set_title(self.tr("Shifted: the maximum is taken from every x first"))
        self.naive.name(TITLES)
        self.shifted.name({**TITLES, "power": "exp(xᵢ − max)", "lse": "LSE = max + log Σ"})
        self.more.setText("+")
        self.fewer.setText("−")
        self.more.setAccessibleName(self.tr("One more number"))
        self.fewer.setAccessibleName(self.tr("One number fewer"))
        for button, values in zip(self.presets, PRESETS, strict=True):
            button.setText(", ".join(number_text(value).replace("-", "−") for value in values))
            button.setAccessibleName(self.tr("Take {values}").format(values=button.text()))
        for k, field in enumerate(self.fields, start=1):
            field.setAccessibleName(self.tr("x, number {number}").format(number=k))
        self.exponents.setAccessibleName(self.tr("Exponents of both ways, and the range of double precision"))
        self.mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()

    # Showing

    def _explain(self) -> None:
        texts = {
            "overflow": self.tr(
                "exp of more than {largest} is beyond the largest number of double precision: inf. A number / inf is "
                "0, inf / inf has no value: nan."
            ),
            "underflow": self.tr(
                "exp of less than {smallest} is below the smallest number of double precision: all are 0. 0 / 0 has no "
                "value: nan, and log 0 is −inf."
            ),
            "": self.tr("No exponent is too large or too small here: both ways agree to {difference}."),
        }
        trouble = self.model.trouble
        largest, smallest, difference = short(LARGEST, 5), short(SMALLEST, 5), short(self.model.difference)
        text = texts[trouble].format(largest=largest, smallest=smallest, difference=difference)
        self.naive.say(text, bool(trouble))
        safe = self.tr(
            "The largest exponent is 0: no power is above 1, and the sum lies between 1 and {count}. The factor "
            "exp(max) cancels in softmax; in LSE it comes back as max."
        )
        self.shifted.say(safe.format(count=len(self.model.vector)), False)

    # Building

    def _field(self, index: int) -> NumberField:
        field = NumberField(Limits(*ENTRIES), 1.0, self.editor)
        field.setObjectName(f"entry_{index}")
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field.value_changed.connect(self._enter)
        field.refused.connect(self._refuse)
        return field

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self.editor)
        button.setObjectName(name)
        return button

    def _lay_out(self) -> None:
        line = FlowLayout(gap=8)
        self.editor.content.removeWidget(self.editor.title)
        line.addWidget(self.editor.title)
        for widget in (*self.fields, self.fewer, self.more, *self.presets):
            line.addWidget(widget)
        self.editor.content.addLayout(line)
        self.editor.content.addWidget(self.trouble)
        self.range.content.addWidget(self.exponents, 1)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.naive, 1)
        ways.addWidget(self.shifted, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.editor)
        column.addLayout(ways, 5)
        column.addWidget(self.range, 2)

    def _connect(self) -> None:
        self.more.clicked.connect(self._add)
        self.fewer.clicked.connect(self._remove)
        for button in self.presets:
            button.clicked.connect(self._take)

    # What the user does

    def _enter(self, value: float) -> None:
        index = next(k for k, field in enumerate(self.fields) if field is self.sender())
        self.do(SetEntry(index, value))

    def _refuse(self, reason: str) -> None:
        self.trouble.show_text(reason)

    def _add(self) -> None:
        self.do(SetVector((*self.model.vector, 0.0)))

    def _remove(self) -> None:
        self.do(SetVector(self.model.vector[:-1]))

    def _take(self) -> None:
        index = next(k for k, button in enumerate(self.presets) if button is self.sender())
        self.do(SetVector(PRESETS[index]))
