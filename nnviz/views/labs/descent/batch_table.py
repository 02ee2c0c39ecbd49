"""BatchTable: the numbers of all three learners beside each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnviz.session.labs.descent.batches import LEARNERS, BatchPart
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.batch_words import ROWS, BatchWords
from nnviz.views.labs.descent.looks import color_of
from nnviz.widgets.number_label import NumberLabel

SIZE = 0.92


class BatchTable(QWidget):
    """Numbers are called batches_<row>_<learner>."""

    def __init__(self, theme: Theme, words: BatchWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._heads = {name: QLabel(self) for name in LEARNERS}
        self._names = {row: QLabel(self) for row in ROWS}
        self.numbers = {(row, name): NumberLabel(f"batches_{row}_{name}", self) for row in ROWS for name in LEARNERS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for column, name in enumerate(LEARNERS, start=1):
            self._heads[name].setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._heads[name], 0, column)
            grid.setColumnStretch(column, 1)
        for line, row in enumerate(ROWS, start=1):
            self._names[row].setWordWrap(True)
            self._names[row].setProperty("role", "hint")
            grid.addWidget(self._names[row], line, 0)
            for column, name in enumerate(LEARNERS, start=1):
                grid.addWidget(self.numbers[row, name], line, column)

    def show_part(self, part: BatchPart) -> None:
        """Follow the model."""
        for name, learner in part.learners.items():
            w, b = learner.path[-1].tolist()
            values = {
                "size": learner.size, "batches": learner.batches, "iteration": learner.iteration, "w": w, "b": b,
                "loss": float(learner.losses[-1]),
            }  # fmt: skip
            for row, value in values.items():
                self.numbers[row, name].set_value(value)

    def word(self) -> None:
        """Texts."""
        for row, label in self._names.items():
            label.setText(self._words.row(row))
        for name, head in self._heads.items():
            head.setText(self._words.learner(name))
        for (row, name), number in self.numbers.items():
            number.set_title(f"{self._words.learner(name)}, {self._words.row(row)}")

    def dress(self) -> None:
        """Colours and fonts of the theme."""
        for name, head in self._heads.items():
            head.setFont(self._theme.font(SIZE, bold=True))
            head.setStyleSheet(f"color: {color_of(name, self._theme.palette)};")
        for label in self._names.values():
            label.setFont(self._theme.font(SIZE))
        for number in self.numbers.values():
            number.setFont(self._theme.font(SIZE, bold=True))
