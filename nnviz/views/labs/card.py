"""Card: a framed part of a lab's page, with a title and what it shows below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme

MARGIN, GAP = 12, 8
TITLE, HINT = 1.1, 0.9
"""Sizes of titles and of remarks, in sizes of ordinary text."""


class Card(QFrame):
    """`title` stands above `content`; with `size` 0 there is none."""

    def __init__(
        self,
        theme: Theme,
        *widgets: QWidget,
        name: str = "",
        parent: QWidget | None = None,
        size: float = TITLE,
        margin: int = MARGIN,
    ) -> None:
        """`size`: of the title, in sizes of ordinary text;  `margin`: around everything, in pixels."""
        super().__init__(parent)
        self._theme, self._size = theme, size
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.title.setVisible(size > 0)
        self.content = QVBoxLayout(self)
        # Letters have room above them of their own.
        self.content.setContentsMargins(margin, margin - 3 if size else margin, margin, margin)
        self.content.setSpacing(GAP)
        if size:
            self.content.addWidget(self.title)
        self.add(*widgets)
        theme.changed.connect(self._dress)
        self._dress()

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Put widgets below each other."""
        for widget in widgets:
            self.content.addWidget(widget, stretch)

    def set_title(self, title: str) -> None:
        """The writing above, which is the accessible name too."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def _dress(self, *_: object) -> None:
        if self._size:
            self.title.setFont(self._theme.font(self._size, bold=True, numbers=False))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A style sheet takes fonts away that were set before a part was first shown, or was shown elsewhere.
        self._dress()
