"""NumberRows: a caption and a number in each row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnviz.theme.theme import Theme
from nnviz.widgets.number_label import NumberLabel


class NumberRows(QWidget):
    """Rows by name; the number of row k has the object name <prefix>_<k>."""

    def __init__(self, prefix: str, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.captions = {name: QLabel(self) for name in names}
        self.numbers = {name: NumberLabel(f"{prefix}_{name}", self) for name in names}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, name in enumerate(names):
            self.captions[name].setProperty("role", "hint")
            self.captions[name].setWordWrap(True)
            grid.addWidget(self.captions[name], row, 0)
            grid.addWidget(self.numbers[name], row, 1)

    def name(self, key: str, title: str) -> None:
        """What a row is called."""
        self.captions[key].setText(title)
        self.numbers[key].set_title(title)

    def show_row(self, key: str, value: float | None) -> None:
        """The number of a row; None hides it."""
        for cell in (self.captions[key], self.numbers[key]):
            cell.setVisible(value is not None)
        if value is not None:
            self.numbers[key].set_value(value)

    def dress(self, theme: Theme, size: float = 1.1) -> None:
        """The font of the numbers."""
        for number in self.numbers.values():
            number.setFont(theme.font(size, bold=True))
