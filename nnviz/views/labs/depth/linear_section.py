"""LinearSection: layers as matrix products, and why linear ones are no deeper than one."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.session.labs.depth.lab import DepthLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP
from nnviz.views.labs.depth.factor_card import FactorCard
from nnviz.views.labs.depth.product_card import ProductCard
from nnviz.views.labs.depth.stack_card import StackCard
from nnviz.views.labs.depth.two_card import TwoCard
from nnviz.views.labs.section import LabSection


class LinearSection(LabSection):
    """Four cards."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, DepthLab.name, parent)
        part = session.labs.of(DepthLab).linear
        self.product = ProductCard(part, self.do, theme, self)
        self.factor = FactorCard(part, self.do, theme, self)
        self.two = TwoCard(part, self.do, theme, self)
        self.stack = StackCard(part, self.do, theme, self)
        self._cards = (self.product, self.factor, self.two, self.stack)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, 2, GAP, GAP)
        grid.setSpacing(GAP)
        for place, card in enumerate(self._cards):
            grid.addWidget(card, place // 2, place % 2)
            grid.setRowStretch(place // 2, 1)
            grid.setColumnStretch(place % 2, 1)
        self.dress()
        self.word()

    def refresh(self) -> None:
        for card in self._cards:
            card.refresh()

    def dress(self) -> None:
        for card in self._cards:
            card.dress()

    def word(self) -> None:
        for card in self._cards:
            card.word()
