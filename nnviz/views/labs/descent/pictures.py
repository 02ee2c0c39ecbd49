"""Pictures: a map, another picture and perhaps a chart on cards. Map or other is the large one; where there is more
width than height the large one has the others beside it, not below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.theme.painting import painting
from nnviz.views.labs.card import TITLE

WIDE = {2: 1.1, 3: 1.45}
"""Width over height from which the large one of so many pictures has the others beside it."""
PAD, GAP = 8, 10
MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LARGE = {2: (8, 5), 3: (4, 3)}
"""Shares of the large one of so many pictures, and of the others."""


class CardHead(QWidget):
    """A title, cut off where it has no room, and a hint behind it where it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.hint = "", ""
        # Writing must not widen the card, or the pictures would jump.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_texts(self, title: str, hint: str) -> None:
        """Other texts."""
        if (title, hint) != (self.title, self.hint):
            self.title, self.hint = title, hint
            self.setAccessibleName(title)
            self.setToolTip(f"{title}\n{hint}".strip())
            self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        bold.setPointSizeF(TITLE * bold.pointSizeF())
        metrics, room = QFontMetrics(bold), self.width() - 8
        title = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(bold)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect().adjusted(4, 0, -4, 0), MIDDLE, title)
        left = 4 + metrics.horizontalAdvance(title) + GAP
        if left + self.fontMetrics().horizontalAdvance(self.hint) <= room + 4:
            painter.setFont(self.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), MIDDLE, self.hint)


class Card(QFrame):
    """A picture with a title, and perhaps a hint behind it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.head = CardHead(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD - 2, PAD, PAD - 2)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(content, 1)

    def name(self, title: str, hint: str = "") -> None:
        """Title, and what can be done here."""
        self.head.show_texts(title, hint)


class Pictures(QWidget):
    """`map`, `other` and `chart` are the cards."""

    def __init__(
        self, map_view: QWidget, other: QWidget, chart: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.map, self.other = Card(map_view, self), Card(other, self)
        self.chart = Card(chart, self) if chart else None
        self._large, self._wide = "map", False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(PAD)
        self._arrange()

    def set_large(self, name: str) -> None:
        """Which one is the large one."""
        if name != self._large:
            self._large = name
            self._arrange()

    def name_chart(self, title: str) -> None:
        """The title of the chart."""
        if self.chart:
            self.chart.name(title)

    def _arrange(self) -> None:
        large, small = (self.map, self.other) if self._large == "map" else (self.other, self.map)
        rest = [card for card in (small, self.chart) if card]
        for card in (large, *rest):
            self._grid.removeWidget(card)
        if self._wide:
            self._grid.addWidget(large, 0, 0, len(rest), 1)
        else:
            self._grid.addWidget(large, 0, 0, 1, len(rest))
        for place, card in enumerate(rest):
            self._grid.addWidget(card, *((place, 1) if self._wide else (1, place)))
        shares = LARGE[1 + len(rest)]
        stretches = ((1, 1), shares) if self._wide else (shares, (1, 1))
        for place in (0, 1):
            used = place < len(rest)
            self._grid.setRowStretch(place, stretches[0][place] if used or not self._wide else 0)
            self._grid.setColumnStretch(place, stretches[1][place] if used or self._wide else 0)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() > WIDE[3 if self.chart else 2] * self.height()
        if wide != self._wide:
            self._wide = wide
            self._arrange()
