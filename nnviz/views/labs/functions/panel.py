"""Panel: a card with a title, and rows of a caption and a number, as all parts of this lab use them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.widgets.number_label import NumberLabel

MARGIN, GAP = 12, 8
TITLE = 1.1
"""Size of a title, in sizes of ordinary text."""


class Panel(QFrame):
    """A card; what it shows goes into `content`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(MARGIN, MARGIN - 3, MARGIN, MARGIN)
        self.content.setSpacing(GAP)
        self.content.addWidget(self.title)

    def set_title(self, title: str) -> None:
        """The writing above, which is the accessible name too."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def dress(self, theme: Theme, size: float = TITLE) -> None:
        """The font of the title."""
        self.title.setFont(theme.font(size, bold=True, numbers=False))


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


def paragraph(parent: QWidget, role: str = "hint") -> QLabel:
    """A label of several lines."""
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def set_role(label: QLabel, role: str) -> None:
    """Another role in the style sheet; polishing a label takes its font away, so it is given back."""
    if label.property("role") != role:
        font = label.font()
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
        label.setFont(font)


def side_column(name: str, panels: Sequence[QWidget], parent: QWidget) -> QScrollArea:
    """Cards below each other that scroll where there is no room; as wide as the cards need."""
    area = QScrollArea(parent)
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inner = QWidget(area)
    inner.setAutoFillBackground(False)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for panel in panels:
        column.addWidget(panel)
    column.addStretch(1)
    area.setWidget(inner)
    return area
