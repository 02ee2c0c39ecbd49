"""TermsTable: the summands of z, sortable, with weights that can be typed."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nnviz.theme.palettes import Palette
from nnviz.theme.theme import Theme
from nnviz.views.inspector.terms import INDEX, PRODUCT, SHARE, VALUE, WEIGHT, AnyIndex, TermsModel
from nnviz.widgets.numerals import DIGITS, short

MOST_ROWS = 8
"""Rows seen at once."""
BAR = 3.0
PAD = 4
"""Left and right of a text: what the style leaves free there."""
LONG = "−0.006247"
"""As wide as numbers with four digits mostly are; where it has no room, all have three."""
SHEET = """
QTableView {{ background: transparent; border: none; selection-background-color: {raised}; selection-color: {text}; }}
QTableView::item {{ padding: 0; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: transparent; color: {muted}; border: none; border-bottom: 1px solid {border}; padding: 3px 2px;
}}
QLineEdit {{ padding: 0 3px; min-height: 0; border-radius: 3px; }}
"""


class TermDelegate(QStyledItemDelegate):
    """Numbers with the digits there is room for, and below a product a bar, to the right where it is positive."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """A number is written shorter, in the end smaller, but never cut."""
        super().initStyleOption(option, index)
        if index.column() != INDEX:
            room = option.rect.width() - 2 * PAD
            option.text = written(index.data(VALUE), room, option.font)
            option.font = fitting(option.text, room, option.font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        share = index.data(SHARE)
        if share is None:
            return
        cell = QRectF(option.rect)
        half = cell.width() / 2 - 2 * PAD
        bar = QRectF(cell.center().x(), cell.bottom() - BAR - 1, half * share, BAR).normalized()
        painter.fillRect(bar, self._theme.color("positive" if share > 0 else "negative"))


class TermsTable(QTableView):
    """Signals: pointed(int): the term under the mouse or the cursor, −1: none any more;
    opened(int): a double click or Enter beside the weight."""

    pointed = Signal(int)
    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector_terms")
        self._theme = theme
        self.terms = TermsModel(self)
        self.setModel(self.terms)
        self.setItemDelegate(TermDelegate(theme, self))
        self._dress()
        self.entered.connect(self._point)
        self.activated.connect(self._open)
        self.terms.modelReset.connect(self._measure)
        theme.changed.connect(self._redress)
        self._redress(theme.palette)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """The keyboard points, too."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._point(current)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self.pointed.emit(-1)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _dress(self) -> None:
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # To its contents would measure every row, 4 times a second.
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(16)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.terms.sort_by)
        self._measure()

    def _measure(self) -> None:
        row = self.fontMetrics().height() + 10
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row)
        rows = min(max(self.model().rowCount(), 1), MOST_ROWS)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row + 4)
        metrics = QFontMetricsF(self.font())
        widest = max(map(metrics.horizontalAdvance, (self.terms.marked(INDEX), str(self.terms.rowCount()))))
        self.horizontalHeader().resizeSection(INDEX, math.ceil(widest) + 2 * PAD)

    def _redress(self, palette: Palette) -> None:
        self.setStyleSheet(SHEET.format(**vars(palette)))
        self.terms.write_as(self._theme.notation)

    def _point(self, index: AnyIndex) -> None:
        self.pointed.emit(self.terms.term(index.row()) if index.isValid() else -1)

    def _open(self, index: QModelIndex) -> None:
        if index.column() == WEIGHT:
            self.edit(index)
        elif index.column() <= PRODUCT:
            self.opened.emit(self.terms.term(index.row()))


def written(value: float, room: float, font: QFont) -> str:
    """A number with four digits, with three where four mostly have no room, with fewer where it still has none."""
    metrics = QFontMetricsF(font)
    most = DIGITS if metrics.horizontalAdvance(LONG) <= room else DIGITS - 1
    texts = [short(value, digits) for digits in range(most, 0, -1)]
    return next((text for text in texts if metrics.horizontalAdvance(text) <= room), texts[-1])


def fitting(text: str, room: float, font: QFont) -> QFont:
    """The font, smaller where the text would be wider than the room."""
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide <= room:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(1, int(QFontInfo(font).pixelSize() * room / wide)))
    return smaller
