"""TwoCard: two matrices one after the other are one matrix."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nnviz.session.intents import Intent
from nnviz.session.labs.depth.intents import DrawMatrices, SetInput
from nnviz.session.labs.depth.linear import INPUTS, LinearPart
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, Card
from nnviz.views.labs.depth.matrix_box import MatrixBox, MatrixRow, Sign
from nnviz.widgets.limits import Limits
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.number_table import NumberTable

ROWS, COLUMNS = ("stepwise", "at_once", "difference"), ("1", "2")


class TwoCard(Card):
    """W₂·W₁ = W, an input, and both ways it can go; `do` carries out intents."""

    def __init__(self, part: LinearPart, do: Callable[[Intent], object], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, name="linear_two_card", parent=parent)
        self._part, self._do = part, do
        self.boxes = {
            "W2": MatrixBox("linear_W2", theme, (2, 3), None, self),
            "W1": MatrixBox("linear_W1", theme, (3, 2), None, self),
            "one": MatrixBox("linear_one", theme, (2, 2), None, self),
        }
        self.input = MatrixBox("linear_x", theme, (2, 1), Limits(*INPUTS), self)
        self.table = NumberTable("linear_two", ROWS, COLUMNS, self)
        self.again = QPushButton(self)
        self.again.setObjectName("linear_again")
        self.trouble = MessageLabel(self)
        self._signs = [Sign(text, self) for text in ("·", "=", "x =")]
        self._lay_out()
        self.input.entered.connect(self._enter)
        self.input.refused.connect(self.trouble.show_text)
        self.again.clicked.connect(lambda: do(DrawMatrices(part.seed + 1)))

    def _lay_out(self) -> None:
        parts = (self.boxes["W2"], self._signs[0], self.boxes["W1"], self._signs[1], self.boxes["one"])
        self._matrices = MatrixRow(self._theme, parts, self)
        self._input = MatrixRow(self._theme, (self._signs[2], self.input), self)
        head, below = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.again)
        below.addWidget(self._input, 1)
        below.addSpacing(GAP)
        below.addWidget(self.table, 1)
        self.content.addLayout(head)
        self.content.addWidget(self._matrices, 3)
        self.content.addLayout(below, 2)
        self.content.addWidget(self.trouble)

    def _enter(self, row: int, _: int, value: float) -> None:
        x = self._part.x.tolist()
        x[row] = value
        self._do(SetInput(*x))

    def refresh(self) -> None:
        """Show the model."""
        part = self._part
        for name, values in (("W2", part.W2), ("W1", part.W1), ("one", part.one_matrix)):
            self.boxes[name].show_matrix(values)
        self.input.show_matrix(part.x[:, None])
        rows = (part.stepwise, part.at_once, np.abs(part.stepwise - part.at_once))
        for name, values in zip(ROWS, rows, strict=True):
            self.table.show_row(name, [float(value) if math.isfinite(value) else math.nan for value in values])

    def word(self) -> None:
        """All texts."""
        self.set_title(self.tr("Two linear layers are one: W₂(W₁x) = (W₂W₁)x"))
        for name, title in (("W2", "W₂"), ("W1", "W₁"), ("one", "W₂W₁")):
            self.boxes[name].name_entries(title)
        self.input.name_entries("x")
        rows = {"stepwise": "W₂(W₁x)", "at_once": "(W₂W₁)x", "difference": self.tr("difference")}
        self.table.set_words(rows, {column: self.tr("unit {number}").format(number=column) for column in COLUMNS})
        self.again.setText(self.tr("Other numbers"))
        self.again.setAccessibleName(self.again.text())
        self.refresh()

    def dress(self) -> None:
        """Fonts of the theme."""
        for sign in self._signs:
            sign.dress(self._theme)
        for number in self.table.numbers.values():
            number.setFont(self._theme.font(1.05, bold=True))
        for row in (self._matrices, self._input):
            row.arrange()
