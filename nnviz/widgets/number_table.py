"""NumberTable: rows and columns of numbers with four digits, all digits for screen readers, tool tips and tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnviz.widgets.number_label import NumberLabel

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NumberTable(QWidget):
    """Numbers are called <name>_<row>_<column>; a NaN is a dash."""

    def __init__(self, name: str, rows: Sequence[str], columns: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.captions: dict[str, QWidget] = {row: self._caption(row) for row in rows}
        self.heads = {column: self._head(column) for column in columns}
        self.numbers = {
            (row, column): NumberLabel(f"{name}_{row}_{column}", self) for row in rows for column in columns
        }
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(5)
        self._lay_out(list(rows), list(columns))

    def set_words(self, rows: Mapping[str, str], columns: Mapping[str, str]) -> None:
        """Captions of rows and columns; both together are the accessible title of a number."""
        for row, word in rows.items():
            caption = self.captions[row]
            if isinstance(caption, QLabel):
                caption.setText(word)
        for column, word in columns.items():
            self.heads[column].setText(word)
        for (row, column), number in self.numbers.items():
            number.set_title(f"{rows[row]}, {columns[column]}")

    def set_caption(self, row: str, widget: QWidget) -> None:
        """Another widget in the place of a row's caption."""
        old = self.captions[row]
        self.grid.replaceWidget(old, widget)
        old.setParent(None)
        old.deleteLater()
        self.captions[row] = widget

    def set_number_font(self, font: QFont) -> None:
        """Font of the numbers; that of the words beside them follows the table's own."""
        for number in self.numbers.values():
            number.setFont(font)

    def show_row(self, row: str, values: Sequence[float]) -> None:
        """Numbers of a row, in the order of the columns."""
        for column, value in zip(self.heads, values, strict=True):
            self.numbers[row, column].set_value(float(value))

    def _lay_out(self, rows: list[str], columns: list[str]) -> None:
        for j, column in enumerate(columns):
            self.grid.addWidget(self.heads[column], 0, j + 1, RIGHT)
            self.grid.setColumnStretch(j + 1, 1)
        for i, row in enumerate(rows):
            self.grid.addWidget(self.captions[row], i + 1, 0)
            for j, column in enumerate(columns):
                self.grid.addWidget(self.numbers[row, column], i + 1, j + 1, RIGHT)

    def _caption(self, row: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(f"{self.objectName()}_{row}")
        label.setProperty("role", "hint")
        return label

    def _head(self, column: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(f"{self.objectName()}_head_{column}")
        label.setProperty("role", "hint")
        label.setAlignment(RIGHT)
        return label
