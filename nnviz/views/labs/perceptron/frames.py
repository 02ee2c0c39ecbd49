"""Frames: what the sections of this lab are built from; a column of knobs, buttons, sentences."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, Card
from nnviz.views.labs.side_column import SideColumn
from nnviz.widgets.paragraph import Paragraph

SIDE = (180, 80)
"""Width of the column of knobs: so much, and so much times the size of the writing."""


class Knobs(SideColumn):
    """The knobs of a section below each other in one card as high as the page."""

    def __init__(self, theme: Theme, parent: QWidget, *widgets: QWidget) -> None:
        card = Card(theme, *widgets, size=0)
        card.content.addStretch(1)
        super().__init__(card, parent=parent, fill=True)
        self._theme = theme
        self.dress()

    def dress(self) -> None:
        """Wider for larger writing."""
        self.setFixedWidth(round(SIDE[0] + SIDE[1] * self._theme.scale))


def push(name: str, parent: QWidget, pressed: Callable[[], object], primary: bool = False) -> QPushButton:
    """A push button; it needs a text."""
    button = QPushButton(parent)
    button.setObjectName(name)
    if primary:
        button.setProperty("role", "primary")
    button.clicked.connect(pressed)
    return button


def statement(name: str, parent: QWidget) -> Paragraph:
    """A sentence that says how things are."""
    label = Paragraph(name, parent, "")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def columns(owner: QWidget, *parts: tuple[QWidget | QVBoxLayout, int]) -> None:
    """Lay parts out beside each other, each with its share of the width."""
    row = QHBoxLayout(owner)
    row.setContentsMargins(GAP, 4, GAP, GAP)
    row.setSpacing(GAP)
    for part, share in parts:
        if isinstance(part, QWidget):
            row.addWidget(part, share)
        else:
            row.addLayout(part, share)


def stack(*parts: tuple[QWidget, int]) -> QVBoxLayout:
    """Parts below each other, each with its share of the height."""
    column = QVBoxLayout()
    column.setSpacing(GAP)
    for part, share in parts:
        column.addWidget(part, share)
    return column
