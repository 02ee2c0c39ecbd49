"""Panel: a card with a title and a column for what it shows; and the column of cards at the side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme

MARGIN, GAP = 12, 8
TITLE, HINT = 1.1, 0.9
"""Sizes of titles and of remarks, in sizes of ordinary text."""


class Panel(QFrame):
    """A card; what it shows goes into `content`."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(MARGIN, MARGIN - 3, MARGIN, MARGIN)
        self.content.setSpacing(GAP)
        self.content.addWidget(self.title)
        theme.changed.connect(self._dress)
        self._dress()

    def set_title(self, title: str) -> None:
        """The writing above, which is the accessible name too."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def _dress(self, *_: object) -> None:
        self.title.setFont(self._theme.font(TITLE, bold=True, numbers=False))


class Line(QLabel):
    """A sentence that wraps: a remark in the quiet colour, or with the role "value" something that matters."""

    def __init__(self, name: str, parent: QWidget, role: str = "hint") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)


def side_column(panels: Sequence[QWidget], parent: QWidget) -> QScrollArea:
    """Cards below each other that scroll where there is no room."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inner = QWidget(area)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for panel in panels:
        column.addWidget(panel)
    column.addStretch(1)
    area.setWidget(inner)
    # As the area's widget it would be filled with the colour of the window.
    inner.setAutoFillBackground(False)
    return area
