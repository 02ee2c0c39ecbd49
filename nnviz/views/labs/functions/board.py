"""Board: a picture with a column of knobs and numbers beside it; BoardSection: a section of several boards."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from nnviz.session.intents import Intent
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.section import LabSection
from nnviz.widgets.segments import Segments

SIDE = (310, 470)
"""Narrowest and widest column of knobs at ordinary text size, in pixels."""
SIDE_SHARE = 0.29
GAP = 8
PADDING = 12
LARGE = 1.2
"""Size of the numbers that matter most, times ordinary text."""


class Card(QFrame):
    """A framed part with things below each other."""

    def __init__(self, name: str, padding: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(padding, padding, padding, padding)
        self._column.setSpacing(GAP)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self._column.addWidget(widget)

    def add_row(self, layout: QLayout) -> None:
        """Put a layout below the others."""
        self._column.addLayout(layout)


class Board(QWidget):
    """Subclasses fill `picture` and `side`, and override `refresh`, `word`, `dress` like a LabSection."""

    def __init__(self, section: LabSection) -> None:
        super().__init__(section)
        self._section = section
        self.theme = section.theme
        self.picture = QVBoxLayout()
        self.picture.setSpacing(GAP)
        self._column = QWidget(self)
        self.side = QVBoxLayout(self._column)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(GAP)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._column)
        self._scroll.viewport().setAutoFillBackground(False)
        self._column.setAutoFillBackground(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 0, GAP, GAP)
        row.setSpacing(GAP)
        row.addLayout(self.picture, 1)
        row.addWidget(self._scroll)

    def do(self, intent: Intent) -> None:
        """Carry out an intent, and show what is in effect where it was refused."""
        if not self._section.do(intent):
            self.refresh()

    def card(self, name: str, padding: int = PADDING) -> Card:
        """A card; the caller puts it somewhere."""
        return Card(name, padding, self)

    def side_card(self, name: str) -> Card:
        """A card at the end of the column."""
        card = self.card(name)
        self.side.addWidget(card)
        return card

    def framed(self, name: str, widget: QWidget) -> Card:
        """A card around one widget, for plots."""
        card = self.card(name, padding=4)
        card.add(widget)
        return card

    def label(self, name: str, role: str = "hint") -> QLabel:
        """A wrapped text."""
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def refresh(self) -> None:
        """Show the model as it is now."""

    def word(self) -> None:
        """Set every text anew."""

    def dress(self) -> None:
        """Colours and fonts of the theme, and the width of the column that follows from them."""
        scale = self.theme.scale
        low, high = (round(width * scale) for width in SIDE)
        self._scroll.setFixedWidth(min(max(round(self.width() * SIDE_SHARE), low), high))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()


class BoardSection(LabSection):
    """Boards of which one is in front; each is made when it is opened for the first time."""

    makers: ClassVar[dict[str, Callable[[BoardSection], Board]]]

    def __init__(self, session: Session, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "functions", parent)
        self.switch = Segments(f"{name}_view", tuple(self.makers), self)
        self.switch.value_changed.connect(self._choose)
        self._boards: dict[str, Board] = {}
        self._stack = QStackedWidget(self)
        strip = QHBoxLayout()
        strip.setContentsMargins(GAP, 2, GAP, 0)
        strip.addWidget(self.switch)
        strip.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(strip)
        column.addWidget(self._stack, 1)
        self.word()

    @property
    def view(self) -> str:
        """The board that should be in front."""
        raise NotImplementedError

    def show_view(self, view: str) -> Intent:
        """The intent that brings a board to the front."""
        raise NotImplementedError

    def titles(self) -> tuple[str, dict[str, str]]:
        """What the row of buttons is for, and what it says."""
        raise NotImplementedError

    def board(self, name: str) -> Board:
        """A board, made where it is not there yet."""
        if name not in self._boards:
            board = self.makers[name](self)
            board.word()
            board.dress()
            self._boards[name] = board
            self._stack.addWidget(board)
        return self._boards[name]

    def refresh(self) -> None:
        board = self.board(self.view)
        self.switch.set_value(self.view)
        self._stack.setCurrentWidget(board)
        board.refresh()

    def word(self) -> None:
        self.switch.set_words(*self.titles())
        for board in self._boards.values():
            board.word()

    def dress(self) -> None:
        for board in self._boards.values():
            board.dress()

    def _choose(self, view: str) -> None:
        self.do(self.show_view(view))
