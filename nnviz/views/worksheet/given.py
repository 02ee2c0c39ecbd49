"""GivenTables: sample, target, learning rate, and every layer's weights and biases as a table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.views.worksheet.paper import Press, ink
from nnviz.worksheets.lines import RATE
from nnviz.worksheets.quantity import Quantity
from nnviz.worksheets.recipe import Line

SIZE, ROW, GAP, CELL = 14.0, 21.0, 34.0, 14.0
"""Pixels of an em, of a row, between two tables, and between two cells."""


@dataclass(frozen=True)
class Table:
    """Cells row by row, the first column being titles; its widest cells tell the widths of its columns."""

    cells: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        """Of all columns."""
        return sum(self.widths) + CELL * (len(self.widths) - 1)

    @property
    def height(self) -> float:
        """Of all rows."""
        return len(self.cells) * ROW


class GivenTables:
    """The tables beside each other, in as many rows as they need."""

    leads = False

    def __init__(self, press: Press, width: float) -> None:
        self._press = press
        sizes = press.sheet.experiment.sizes
        self.tables = [self._sample(), *(self._layer(k) for k in range(1, len(sizes)))]
        self._places: list[QPointF] = []
        x = y = deep = 0.0
        for table in self.tables:
            if x and x + table.width > width:
                x, y, deep = 0.0, y + deep + ROW, 0.0
            self._places.append(QPointF(x, y))
            x, deep = x + table.width + GAP, max(deep, table.height)
        self.height = y + deep + 14

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw them from a height of the page on."""
        for table, place in zip(self.tables, self._places, strict=True):
            self._paint_table(painter, table, place + QPointF(0, top))

    def _paint_table(self, painter: QPainter, table: Table, at: QPointF) -> None:
        for n, row in enumerate(table.cells):
            x, y = at.x(), at.y() + n * ROW + SIZE
            for column, (cell, width) in enumerate(zip(row, table.widths, strict=True)):
                ink(painter, self._press.inks.text)
                spare = width - self._press.writing.width(cell, SIZE) if column else 0.0
                self._press.writing.paint(painter, QPointF(x + spare, y), cell, SIZE)
                x += width + CELL
        painter.setPen(QPen(QColor(self._press.inks.quiet), 0.8))
        right = at.x() + table.widths[0] + CELL / 2
        painter.drawLine(QPointF(right, at.y() - 1), QPointF(right, at.y() + table.height - 4))

    def _sample(self) -> Table:
        kinds = ("x", "t")
        given = [quantity for quantity in self._press.sheet.given if quantity.kind in kinds]
        return self._table([((self._press.script.symbol(q),), (self._press.script.number(q),)) for q in (*given, RATE)])

    def _layer(self, layer: int) -> Table:
        """One row for each weight of a source, the biases below; one column for each unit."""
        sizes = self._press.sheet.experiment.sizes
        units = range(sizes[layer])
        rows = [self._row([Quantity("w", layer, j, i) for j in units]) for i in range(sizes[layer - 1])]
        return self._table([*rows, self._row([Quantity("b", layer, j) for j in units])])

    def _row(self, quantities: list[Quantity]) -> tuple[Line, ...]:
        """The symbols of the row, then its numbers."""
        script = self._press.script
        title: Line = ()
        for quantity in quantities:
            title = (*title, *((", ",) if title else ()), script.symbol(quantity))
        return (title, *((script.number(quantity),) for quantity in quantities))

    def _table(self, rows: list[tuple[Line, ...]]) -> Table:
        writing = self._press.writing
        widths = tuple(max(writing.width(cell, SIZE) for cell in column) for column in zip(*rows, strict=True))
        return Table(tuple(rows), widths)
