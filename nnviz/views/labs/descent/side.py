"""Side: a column of cards beside the pictures, and Columns: two of them, or one where there is no room for two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, Card
from nnviz.views.labs.side_column import SideColumn

BAR = 12
"""Room of the scroll bar."""
NARROW = 1060
"""Width at ordinary text size below which all cards stand in one column."""


class Side(SideColumn):
    """Cards below each other, `width` pixels wide at ordinary text size."""

    def __init__(self, width: int, theme: Theme, cards: Sequence[Card], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme, self._width = theme, width
        self.set_cards(cards)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """These cards in this order."""
        self.place(cards)
        for card in cards:
            card.show()
        self.dress()

    def dress(self) -> None:
        """As wide as the size of the writing in use asks for."""
        wished = round(self._width * (0.5 + 0.5 * self._theme.scale))
        self.setFixedWidth(max(wished, self.body.minimumSizeHint().width()) + BAR)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.dress()
        super().changeEvent(event)


class Columns(QWidget):
    """Cards to the left and to the right of what is in the middle; in a narrow page all of them to the right.

    Signals: arranged() after cards have changed their column: a style sheet then takes their own fonts from them.
    """

    arranged = Signal()

    def __init__(
        self, theme: Theme, left: tuple[int, Sequence[Card]], middle: QWidget, right: tuple[int, Sequence[Card]],
        order: Sequence[Card], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`left`, `right`: width and cards; `order`: of all cards in one column."""
        super().__init__(parent)
        self._theme, self._cards, self._order = theme, (left[1], right[1]), order
        self.narrow = False
        self.left, self.right = Side(*_swapped(left, theme), self), Side(*_swapped(right, theme), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.left)
        row.addWidget(middle, 1)
        row.addWidget(self.right)

    def dress(self) -> None:
        """Columns and their widths at the size of the writing in use."""
        self.fit()
        self._arrange()

    def fit(self) -> None:
        """Widths for what the cards now hold."""
        self.left.dress()
        self.right.dress()

    def _arrange(self) -> None:
        narrow = self.width() < NARROW * self._theme.scale
        if narrow == self.narrow or not self.isVisible():
            return
        self.narrow = narrow
        self.left.setVisible(not narrow)
        if narrow:
            self.right.set_cards(self._order)
        else:
            self.left.set_cards(self._cards[0])
            self.right.set_cards(self._cards[1])
        self.arranged.emit()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()


def _swapped(side: tuple[int, Sequence[Card]], theme: Theme) -> tuple[int, Theme, Sequence[Card]]:
    return side[0], theme, side[1]
