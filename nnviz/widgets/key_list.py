"""KeyList: keys and what they do, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.widgets.paragraph import Paragraph

Row = tuple[str, str]
"""Keys, and what they do."""


class KeyList(QWidget):
    """The keys stand on caps at the right of what they do."""

    def __init__(self, name: str, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.rows = tuple(rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._lines = [self._line(*row) for row in self.rows]

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that are not filtered away."""
        return tuple(row for row, line in zip(self.rows, self._lines, strict=True) if not line.isHidden())

    def filter(self, words: Sequence[str]) -> None:
        """Show the rows that have all these words in them, whatever their case."""
        for row, line in zip(self.rows, self._lines, strict=True):
            written = " ".join(row).casefold()
            line.setVisible(all(word.casefold() in written for word in words))

    def _line(self, keys: str, does: str) -> QWidget:
        line, cap = QWidget(self), QLabel(keys, self)
        text = Paragraph(parent=line, role="")
        text.setText(does)
        cap.setTextFormat(Qt.TextFormat.PlainText)
        cap.setProperty("role", "key")
        cap.setAccessibleName(f"{keys}: {does}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(text, 1)
        row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(line)
        return line
