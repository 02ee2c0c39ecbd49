"""ProductCard: a layer as a matrix product, with numbers that can be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nnviz.engine.trace import Array
from nnviz.session.intents import Intent
from nnviz.session.labs.depth.intents import PointAtEntry, SetMatrixEntry, SetMatrixShape
from nnviz.session.labs.depth.linear import ENTRIES, FIRST, MOST, SECOND, LinearPart
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import HINT, Card
from nnviz.views.labs.depth.matrix_box import MatrixBox, MatrixRow, Sign
from nnviz.widgets.count_field import CountField
from nnviz.widgets.limits import Limits
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.numerals import short
from nnviz.widgets.paragraph import Paragraph

SQUARE = (MOST, MOST)


class ProductCard(Card):
    """first · second = product; `do` carries out intents."""

    def __init__(self, part: LinearPart, do: Callable[[Intent], object], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, name="linear_product_card", parent=parent)
        self._part, self._do = part, do
        limits = Limits(*ENTRIES)
        self.boxes = {
            FIRST: MatrixBox("linear_first", theme, SQUARE, limits, self),
            SECOND: MatrixBox("linear_second", theme, SQUARE, limits, self),
        }
        self.product = MatrixBox("linear_product", theme, SQUARE, None, self)
        self.shapes = QLabel(self)
        self.shapes.setObjectName("linear_shapes")
        self.shapes.setProperty("role", "value")
        self.story = Paragraph("linear_story", self, "value")
        self.trouble, self.misfit = MessageLabel(self), MessageLabel(self)
        self.misfit.setWordWrap(False)
        self.misfit.setObjectName("linear_misfit")
        self.counts = {
            (matrix, what): self._count(matrix, what) for matrix in (FIRST, SECOND) for what in ("rows", "columns")
        }
        self._captions = {matrix: Paragraph(f"linear_caption_{matrix}", self) for matrix in (FIRST, SECOND)}
        self._signs = [Sign(text, self) for text in ("·", "=")]
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        parts = (self.boxes[FIRST], self._signs[0], self.boxes[SECOND], self._signs[1], self.product, self.misfit)
        self._matrices, counts = MatrixRow(self._theme, parts, self), QHBoxLayout()
        for matrix, caption in self._captions.items():
            caption.setWordWrap(False)
            counts.addWidget(caption)
            counts.addWidget(self.counts[matrix, "rows"])
            counts.addWidget(QLabel("×", self))
            counts.addWidget(self.counts[matrix, "columns"])
            counts.addStretch(1)
        self.content.addWidget(self.shapes)
        self.content.addWidget(self._matrices, 1)
        for line in (self.story, self.trouble):
            self.content.addWidget(line)
        self.content.addLayout(counts)

    def _connect(self) -> None:
        for matrix, box in self.boxes.items():
            box.entered.connect(lambda i, j, value, matrix=matrix: self._do(SetMatrixEntry(matrix, i, j, value)))
            box.refused.connect(self.trouble.show_text)
        self.product.pointed.connect(self._point)

    def _point(self, row: int, column: int) -> None:
        if (row, column) != self._part.pointed:
            self._do(PointAtEntry(row, column))

    def _count(self, matrix: str, what: str) -> CountField:
        field = CountField(Limits(1, MOST, whole=True), self)
        field.setObjectName(f"linear_{matrix}_{what}")
        field.value_changed.connect(lambda _: self._reshape(matrix))
        return field

    def _reshape(self, matrix: str) -> None:
        self._do(SetMatrixShape(matrix, self.counts[matrix, "rows"].value(), self.counts[matrix, "columns"].value()))

    def refresh(self) -> None:
        """Show the model."""
        part = self._part
        first, second, product = part.first, part.second, part.product
        for matrix, values in ((FIRST, first), (SECOND, second)):
            self.counts[matrix, "rows"].set_value(values.shape[0])
            self.counts[matrix, "columns"].set_value(values.shape[1])
        row, column = part.pointed if product is not None else (-1, -1)
        self.product.setVisible(product is not None)
        self.misfit.show_text("" if product is not None else self.tr("no product"))
        self.boxes[FIRST].show_matrix(first, row=row)
        self.boxes[SECOND].show_matrix(second, column=column)
        if product is not None:
            self.product.show_matrix(product, row, column)
        self.shapes.setText(self._shapes(first, second))
        self.story.setText(self._story(first, second, product, row, column))

    @staticmethod
    def _shapes(first: Array, second: Array) -> str:
        """(1, 2) · (2, 3) → (1, 3)."""
        fits = first.shape[1] == second.shape[0]
        result = f"({first.shape[0]}, {second.shape[1]})" if fits else "?"
        return f"({first.shape[0]}, {first.shape[1]}) · ({second.shape[0]}, {second.shape[1]}) → {result}"

    def _story(self, first: Array, second: Array, product: Array | None, row: int, column: int) -> str:
        if product is None:
            return self.tr(
                "These shapes do not fit: a row of the first has {row} numbers, a column of the second {column}. They "
                "are multiplied in pairs, so both must have equally many."
            ).format(row=first.shape[1], column=second.shape[0])
        if row < 0:
            return self.tr("Each result is a row times a column: point at one.")
        terms = " + ".join(f"{_factor(a)}·{_factor(b)}" for a, b in zip(first[row], second[:, column], strict=True))
        return f"{terms} = {short(float(product[row, column]))}"

    def word(self) -> None:
        """All texts."""
        self.set_title(self.tr("A layer is a matrix product"))
        names = {FIRST: self.tr("first"), SECOND: self.tr("second")}
        for matrix, box in self.boxes.items():
            self._captions[matrix].setText(names[matrix])
            box.name_entries(names[matrix])
            self.counts[matrix, "rows"].setAccessibleName(self.tr("{matrix}: rows").format(matrix=names[matrix]))
            self.counts[matrix, "columns"].setAccessibleName(self.tr("{matrix}: columns").format(matrix=names[matrix]))
        self.product.name_entries(self.tr("product"))
        self.refresh()

    def dress(self) -> None:
        """Fonts of the theme."""
        for sign in self._signs:
            sign.dress(self._theme)
        self.shapes.setFont(self._theme.font(1.2, bold=True))
        self.story.setFont(self._theme.font(1.1, bold=True))
        for caption in self._captions.values():
            caption.setFont(self._theme.font(HINT, numbers=False))
        self._matrices.arrange()


def _factor(value: float) -> str:
    """A factor between signs; a negative one in brackets."""
    text = short(float(value))
    return f"({text})" if value < 0 else text
