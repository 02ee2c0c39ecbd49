"""BatchTable: the numbers of all three learners beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from nnviz.session.labs.descent.batches import LEARNERS, BatchPart
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.batch_words import ROWS, BatchWords
from nnviz.views.labs.descent.looks import color_of
from nnviz.widgets.number_table import NumberTable

SIZE = 0.92


class BatchTable(NumberTable):
    """Numbers are called batches_<row>_<learner>."""

    def __init__(self, theme: Theme, words: BatchWords, parent: QWidget | None = None) -> None:
        super().__init__("batches", ROWS, LEARNERS, parent)
        self._theme, self._words = theme, words
        self.grid.setHorizontalSpacing(10)
        for label in self.captions.values():
            assert isinstance(label, QLabel)
            label.setWordWrap(True)

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
        self.set_words({row: self._words.row(row) for row in ROWS}, {key: self._words.learner(key) for key in LEARNERS})

    def dress(self) -> None:
        """Colours and fonts of the theme."""
        for name, head in self.heads.items():
            head.setFont(self._theme.font(SIZE, bold=True))
            head.setStyleSheet(f"color: {color_of(name, self._theme.palette)};")
        for label in self.captions.values():
            label.setFont(self._theme.font(SIZE))
        self.set_number_font(self._theme.font(SIZE, bold=True))
