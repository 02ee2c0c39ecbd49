"""SlopeSection: gradient descent in one dimension, a ball on a curve."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.functions.slope_board import SlopeBoard
from nnviz.views.labs.section import LabSection


class SlopeSection(LabSection):
    """One board: the ball, its steps and its learning rate."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "functions", parent)
        self.board = SlopeBoard(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.addWidget(self.board)
        self.word()
        self.dress()

    def refresh(self) -> None:
        self.board.refresh()

    def word(self) -> None:
        self.board.word()

    def dress(self) -> None:
        self.board.dress()
