"""Board: a picture with a column of knobs and numbers beside it; BoardSection: a section of several boards."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.session.intents import Intent
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, MARGIN, Card
from nnviz.views.labs.section import LabSection
from nnviz.views.labs.side_column import SideColumn
from nnviz.views.labs.tips import explain
from nnviz.widgets.front_stack import FrontStack
from nnviz.widgets.segments import Segments

SIDE = (310, 470)
"""Narrowest and widest column of knobs at ordinary text size, in pixels."""
SIDE_SHARE = 0.29
LARGE = 1.2
"""Size of the numbers that matter most, times ordinary text."""


class Board(QWidget):
    """Subclasses fill `picture` and `side`, and override `refresh`, `word`, `dress` like a LabSection."""

    def __init__(self, section: LabSection) -> None:
        super().__init__(section)
        self.section = section
        self.theme = section.theme
        self.picture = QVBoxLayout()
        self.picture.setSpacing(GAP)
        self._scroll = SideColumn(parent=self, fill=True)
        self.side = self._scroll.column
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 0, GAP, GAP)
        row.setSpacing(GAP)
        row.addLayout(self.picture, 1)
        row.addWidget(self._scroll)

    def do(self, intent: Intent) -> None:
        """Carry out an intent, and show what is in effect where it was refused."""
        if not self.section.do(intent):
            self.refresh()

    def card(self, name: str, margin: int = MARGIN) -> Card:
        """A card; the caller puts it somewhere."""
        return Card(self.theme, name=name, parent=self, size=0, margin=margin)

    def side_card(self, name: str) -> Card:
        """A card at the end of the column."""
        card = self.card(name)
        self.side.addWidget(card)
        return card

    def framed(self, name: str, widget: QWidget) -> Card:
        """A card around one widget, for plots."""
        card = self.card(name, margin=4)
        card.add(widget)
        return card

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
        self._stack = FrontStack(self)
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
            explain(board)
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
