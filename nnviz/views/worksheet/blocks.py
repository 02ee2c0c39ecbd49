"""Blocks: what stands below each other on the pages of a worksheet; each knows its height and paints itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from nnviz.views.worksheet.paper import FORMULA, PRINT, SMALL, TEXT, Press, ink, paper_font
from nnviz.views.worksheet.writing import rounded
from nnviz.worksheets.recipe import Line
from nnviz.worksheets.sheet import Item

ANSWERS, SYMBOLS, COLUMN_GAP = {1: 92.0, 2: 76.0}, 66.0, 20.0
"""Least width of the place for a result by the number of columns, width of that for its symbol, and between two
columns, in pixels."""
PAD = 8.0
"""Beside a result."""
WRITTEN = 14.5
"""Pixels of an em of the lines."""
LEADING, AROUND, BOX = 21.0, 16.0, 29.0
"""Height of a line of working, room around all of them, and height of the place for a result."""
RULE_GAP = 30.0
"""Between two formulas."""


class Block(Protocol):
    """A part of a page. `leads`: the block after it must stand on the same page."""

    height: float
    leads: bool

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw it from a height of the page on, between the margins."""


class Heading:
    """Title, and lines for name and date."""

    leads = True

    def __init__(self, press: Press, width: float) -> None:
        self._press, self._width = press, width
        self.height = 66.0

    def paint(self, painter: QPainter, top: float) -> None:
        ink(painter, PRINT.text, paper_font(20, bold=True))
        painter.drawText(QPointF(0, top + 20), self._press.words.title(self._press.solution))
        if self._press.solution:
            return
        name, date = self._press.words.name_line()
        font = paper_font(SMALL)
        for text, left, right in ((name, 0.0, self._width * 0.62), (date, self._width * 0.66, self._width)):
            ink(painter, PRINT.quiet, font)
            painter.drawText(QPointF(left, top + 50), text)
            start = left + QFontMetricsF(font).horizontalAdvance(text) + 8
            painter.setPen(QPen(QColor(PRINT.quiet), 0.8))
            painter.drawLine(QPointF(start, top + 51), QPointF(right, top + 51))


class Paragraph:
    """Text that goes on in the next line where the width ends."""

    def __init__(self, text: str, width: float, font: QFont | None = None, above: float = 4.0, leads: bool = False):
        self.text, self.leads = text, leads
        self._width, self._font, self._above = width, font or paper_font(TEXT), above
        box = QFontMetricsF(self._font).boundingRect(QRectF(0, 0, width, 9999), _WRAP, text)
        self._room = box.height() + 2
        self.height = above + self._room + 4

    def paint(self, painter: QPainter, top: float) -> None:
        ink(painter, PRINT.text, self._font)
        painter.drawText(QRectF(0, top + self._above, self._width, self._room), _WRAP, self.text)


class Rules:
    """The formulas of a section, in as many rows as they need."""

    leads = True

    def __init__(self, press: Press, latex: Sequence[str], width: float) -> None:
        self._typesetter = press.typesetter
        self.latex = tuple(latex)
        self._rows: list[list[str]] = []
        used = width
        for formula in latex:
            wide = self._typesetter.shape(formula).width * FORMULA + RULE_GAP
            if used + wide > width + RULE_GAP:
                self._rows.append([])
                used = 0.0
            self._rows[-1].append(formula)
            used += wide
        self.height = sum(self._ascent(row) + self._descent(row) + 6 for row in self._rows) + 8

    def paint(self, painter: QPainter, top: float) -> None:
        y = top
        for row in self._rows:
            y += self._ascent(row) + 3
            x = 0.0
            for formula in row:
                self._typesetter.paint(painter, formula, (x, y), FORMULA, QColor(PRINT.text))
                x += self._typesetter.shape(formula).width * FORMULA + RULE_GAP
            y += self._descent(row) + 3

    def _ascent(self, row: Sequence[str]) -> float:
        return max(self._typesetter.shape(formula).ascent for formula in row) * FORMULA

    def _descent(self, row: Sequence[str]) -> float:
        return max(self._typesetter.shape(formula).descent for formula in row) * FORMULA


class Rows:
    """One line of the sheet, or two beside each other: symbol, room for working, place for the result.

    In a solution the terms with their numbers stand in the room, and the result at its place.
    """

    leads = False

    def __init__(self, press: Press, items: Sequence[Item], width: float, columns: int) -> None:
        self._press, self.items = press, tuple(items)
        self._width = (width - (columns - 1) * COLUMN_GAP) / columns
        self._answer = max(ANSWERS[columns], _widest(press) + 2 * PAD)
        self._terms = [self._wrapped(item) for item in items]
        self.height = max(map(len, self._terms)) * LEADING + AROUND

    def paint(self, painter: QPainter, top: float) -> None:
        for column, (item, terms) in enumerate(zip(self.items, self._terms, strict=True)):
            painter.save()
            painter.translate(column * (self._width + COLUMN_GAP), top)
            self._paint_item(painter, item, terms)
            painter.restore()

    def result(self, item: Item) -> str:
        """What stands in the place for a result."""
        return rounded(item.value, self._press.sheet.decimals) if self._press.solution else ""

    def _wrapped(self, item: Item) -> list[Line]:
        script = self._press.script
        lines = script.written(item.recipe.lines(script.factor))
        return self._press.writing.wrapped(lines, WRITTEN, self._width - SYMBOLS - self._answer - 28)

    def _paint_item(self, painter: QPainter, item: Item, terms: Sequence[Line]) -> None:
        writing, base = self._press.writing, LEADING
        symbol: Line = (self._press.script.symbol(item.quantity), " =")
        ink(painter, PRINT.text)
        writing.paint(painter, QPointF(SYMBOLS - writing.width(symbol, WRITTEN), base), symbol, WRITTEN)
        last = (len(terms) - 1) * LEADING
        answer = QRectF(self._width - self._answer, last + 2, self._answer, BOX)
        self._paint_working(painter, terms, answer.left() - 20)
        writing.paint(painter, QPointF(answer.left() - 15, last + base), ("=",), WRITTEN)
        painter.setPen(QPen(QColor(PRINT.quiet), 0.8))
        painter.drawRoundedRect(answer, 3, 3)
        ink(painter, PRINT.text, paper_font(TEXT, bold=True))
        painter.drawText(answer.adjusted(0, 0, -PAD, 0), _RIGHT, self.result(item))

    def _paint_working(self, painter: QPainter, terms: Sequence[Line], right: float) -> None:
        """What is worked out, or a dotted line for each line that it takes."""
        left = SYMBOLS + 8
        for number, line in enumerate(terms):
            y = (number + 1) * LEADING
            if self._press.solution:
                self._press.writing.paint(painter, QPointF(left, y), line, WRITTEN)
            else:
                painter.setPen(QPen(QColor(PRINT.line), 1.0, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(left, y + 3), QPointF(right, y + 3))
                ink(painter, PRINT.text)


def _widest(press: Press) -> float:
    """Pixels of the longest result, were it negative."""
    largest = max(abs(item.value) for item in press.sheet.items)
    return QFontMetricsF(paper_font(TEXT, bold=True)).horizontalAdvance(rounded(-largest, press.sheet.decimals))


_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
