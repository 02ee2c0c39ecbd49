"""NumberTable: rows of numbers, written with four digits and known with all of them; one row may be marked."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nnviz.theme.theme import Theme
from nnviz.widgets.numerals import full, short

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
VALUE = int(Role.UserRole)
PAD, SMALLEST = 2, 0.8
"""Left and right of a text, and how much smaller it may be written before it loses digits."""
ROW_GAP = 9
"""Pixels between the writing of two rows."""
MARKED = 60
"""Opacity of the ground of the marked row."""
SHEET = """
QTableView {{ background: transparent; border: none; selection-background-color: transparent;
    selection-color: {text}; outline: none; }}
QTableView::item {{ padding: 0; border: none; }}
QTableView:focus {{ border: 1px solid {accent}; border-radius: 4px; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {muted}; border: none; border-bottom: 1px solid {border};
    padding: 3px 1px; }}
"""


@dataclass(frozen=True)
class Cell:
    """`value` is the number, `text` what is written where it is not the number with four digits; `role` its colour."""

    value: float = math.nan
    text: str = ""
    role: str = "text"
    bold: bool = False

    @property
    def written(self) -> str:
        """What is on screen."""
        return self.text or short(self.value)

    @property
    def spoken(self) -> str:
        """With all digits."""
        return self.text or (self.written if math.isnan(self.value) else full(self.value))


Source = Callable[[int, int], Cell]


class NumberModel(QAbstractTableModel):
    """Asks for cells as they come into sight."""

    def __init__(self, theme: Theme, source: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._source = theme, source
        self.titles: tuple[str, ...] = ()
        self.rows, self.marked = 0, -1

    def show_rows(self, rows: int, marked: int) -> None:
        """So many rows, all of which may have changed."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows, self.marked = rows, marked
            self.endResetModel()
        elif rows:
            self.marked = marked
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(self.titles) - 1))

    def rename(self, titles: Sequence[str]) -> None:
        """Titles of the columns."""
        if tuple(titles) != self.titles:
            self.beginResetModel()
            self.titles = tuple(titles)
            self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """What is shown in a place."""
        return self._source(row, column)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent and parent.isValid() else self.rows

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.titles[section]
        return None

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or (role not in READS and role != Role.BackgroundRole):
            return None
        if role == Role.BackgroundRole:
            return self._ground() if index.row() == self.marked else None
        return READS[role](self.cell(index.row(), index.column()), self._theme)

    def _ground(self) -> QColor:
        color = self._theme.color("accent")
        color.setAlpha(MARKED)
        return color


READS: dict[int, Callable[[Cell, Theme], Any]] = {
    int(Role.DisplayRole): lambda cell, theme: cell.written,
    VALUE: lambda cell, theme: cell.value,
    int(Role.AccessibleTextRole): lambda cell, theme: cell.spoken,
    int(Role.ToolTipRole): lambda cell, theme: cell.spoken,
    int(Role.TextAlignmentRole): lambda cell, theme: int(Qt.AlignmentFlag.AlignCenter),
    int(Role.ForegroundRole): lambda cell, theme: theme.color(cell.role),
    int(Role.FontRole): lambda cell, theme: theme.font(1.0, bold=cell.bold),
}
"""What a view asks of a cell."""


class FittingDelegate(QStyledItemDelegate):
    """Writes what would be cut off smaller, and in the end with fewer digits: the tool tip has them all."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.initStyleOption(option, index)
        painter.save()
        painter.fillRect(option.rect, option.backgroundBrush)
        text, font = fitted(option.text, index.data(VALUE), option.rect.width() - 2 * PAD, option.font)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


def fitted(text: str, value: float, room: float, font: QFont) -> tuple[str, QFont]:
    """A text, or its number with fewer digits, and the font in which it fits."""
    metrics = QFontMetricsF(font)
    texts = [text] if math.isnan(value) or text != short(value) else [short(value, digits) for digits in (4, 3, 2)]
    text = next((text for text in texts if SMALLEST * metrics.horizontalAdvance(text) <= room), texts[-1])
    wide = metrics.horizontalAdvance(text)
    if wide <= room:
        return text, font
    smaller = QFont(font)
    smaller.setPixelSize(max(1, int(QFontInfo(font).pixelSize() * room / wide)))
    return text, smaller


class NumberTable(QTableView):
    """Signals: chosen(int): a row was clicked or reached with the arrow keys."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, source: Source, parent: QWidget | None = None, rows: int = 0) -> None:
        """`source` gives the cell of a row and a column. With `rows` the table is as high as so many of them, and
        never scrolls."""
        super().__init__(parent)
        self.setObjectName(name)
        self._theme, self._fixed = theme, rows
        self._follows = False
        self._weights: tuple[float, ...] = (1.0,)
        self.numbers = NumberModel(theme, source, self)
        self.setModel(self.numbers)
        self.setItemDelegate(FittingDelegate(self))
        self._behave()
        theme.changed.connect(self.dress)
        self.dress()

    def show_rows(self, rows: int, marked: int = -1, follow: bool = False) -> None:
        """Show so many rows; `follow` keeps the marked one in sight."""
        self.numbers.show_rows(rows, marked)
        self._follows = follow
        self._keep_in_sight()

    def rename(self, titles: Sequence[str], weights: Sequence[float] = ()) -> None:
        """Titles of the columns, and how wide they are compared with each other; equally wide without."""
        self.numbers.rename(titles)
        self._weights = tuple(weights) or (1.0,) * len(titles)
        self._distribute()

    def value(self, row: int, column: int) -> float:
        """The number in a place."""
        return self.numbers.cell(row, column).value

    def text(self, row: int, column: int) -> str:
        """What is written in a place."""
        return self.numbers.cell(row, column).written

    def dress(self, *_: object) -> None:
        """Colours and fonts of the theme."""
        self.setStyleSheet(SHEET.format(**vars(self._theme.palette)))
        titles = self._theme.font(0.92)
        self.horizontalHeader().setFont(titles)
        self.horizontalHeader().setFixedHeight(round(QFontMetricsF(titles).height()) + ROW_GAP)
        row = round(QFontMetricsF(self._theme.font(1.0)).height()) + ROW_GAP
        header = self.verticalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setDefaultSectionSize(row)
        if self._fixed:
            self.setFixedHeight(self.horizontalHeader().height() + self._fixed * row + 4)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._distribute()
        self._keep_in_sight()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid() and current.row() != self.numbers.marked:
            self.chosen.emit(current.row())

    def _keep_in_sight(self) -> None:
        if self._follows and 0 <= self.numbers.marked < self.numbers.rows:
            self.scrollTo(self.numbers.index(self.numbers.marked, 0))

    def _distribute(self) -> None:
        """Give the columns their shares of the width; all of it is used."""
        room, total = self.viewport().width(), sum(self._weights)
        edges = [round(room * sum(self._weights[:k]) / total) for k in range(len(self._weights) + 1)]
        for column in range(self.numbers.columnCount()):
            self.horizontalHeader().resizeSection(column, edges[column + 1] - edges[column])

    def _behave(self) -> None:
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(14)
        header.setHighlightSections(False)
        self.setMinimumWidth(160)
