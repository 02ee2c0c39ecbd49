"""Side: a column of cards beside the pictures, and Columns: two of them, or one where there is no room for two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme

BAR = 12
"""Room of the scroll bar."""
PAD, GAP = 12, 8
NARROW = 1060
"""Width at ordinary text size below which all cards stand in one column."""


class Card(QFrame):
    """A title and widgets below each other."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD - 2, PAD, PAD)
        column.setSpacing(8)
        for widget in (self.title, *widgets):
            column.addWidget(widget)


class Side(QScrollArea):
    """Cards below each other, `width` pixels wide at ordinary text size; they scroll where the page is too low."""

    def __init__(self, width: int, theme: Theme, cards: Sequence[Card], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._width = theme, width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self.setWidget(self._body)
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self.set_cards(cards)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """These cards in this order; others stay without a place until another column takes them."""
        for place, card in enumerate(cards):
            self._column.insertWidget(place, card)
            card.show()
        self.dress()

    def dress(self) -> None:
        """As wide as the size of the writing in use asks for."""
        wished = round(self._width * (0.5 + 0.5 * self._theme.scale))
        self.setFixedWidth(max(wished, self._body.minimumSizeHint().width()) + BAR)

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
