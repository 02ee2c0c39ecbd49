"""Grid: where the cells of the matrix stand, with the names and the margins around them. All in pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

GAP = 4.0
"""Between the matrix and its margins, and between names and cells."""
WIDEST, HIGHEST = 96, 30
"""Of a cell, at ordinary text size."""
LEAST, ROOMY = 22, 28
"""Height below which figures cannot be read, and where cells are so few that all can have air around their figures."""
FEW = 4
"""Classes whose cells are roomy."""


@dataclass(frozen=True)
class Edges:
    """Room around the cells: names on the left, recall on the right, lines of writing above and below.

    line  height of one line of writing; `legend`: of the line of scales at the foot
    """

    left: float
    right: float
    line: float
    legend: float

    @property
    def above(self) -> float:
        """Title and names of the columns."""
        return 2 * self.line + GAP

    @property
    def below(self) -> float:
        """Precision, then the scales."""
        return GAP + self.line + GAP + self.legend


@dataclass(frozen=True)
class Grid:
    """Equal cells in whole pixels from (left, top); the row and the column number `classes` are the margins."""

    left: float
    top: float
    width: int
    height: int
    classes: int
    edges: Edges

    @property
    def box(self) -> QRectF:
        """All cells."""
        return QRectF(self.left, self.top, self.width * self.classes, self.height * self.classes)

    def cell(self, row: int, column: int) -> QRectF:
        """One cell, a pixel of ground around it left out; row or column `classes`: in the margin."""
        box, last = self.box, self.classes
        wide, high = (
            (self.edges.right if column == last else self.width),
            (self.edges.line if row == last else self.height),
        )
        x = box.right() + GAP if column == last else self.left + column * self.width
        y = box.bottom() + GAP if row == last else self.top + row * self.height
        return QRectF(x, y, wide - 1, high - 1)

    def name_of_row(self, row: int) -> QRectF:
        """Where the name left of a row stands; row `classes`: of the margin."""
        beside = self.cell(row, 0)
        return QRectF(self.left - GAP - self.edges.left, beside.top(), self.edges.left, beside.height())

    def name_of_column(self, column: int) -> QRectF:
        """Where the name above a column stands; column `classes`: of the margin."""
        below = self.cell(0, column)
        return QRectF(below.left(), self.top - GAP - self.edges.line, below.width(), self.edges.line)

    def title(self) -> QRectF:
        """Above the names of the columns."""
        return QRectF(self.left, self.top - self.edges.above, self.box.width(), self.edges.line)

    def legend(self) -> QRectF:
        """Below everything, from the names to the other margin."""
        start = self.left - GAP - self.edges.left
        top = self.box.bottom() + self.edges.below - self.edges.legend
        return QRectF(start, top, self.box.right() + GAP + self.edges.right - start, self.edges.legend)

    def region(self, truth: int | None, predicted: int | None) -> QRectF:
        """A cell, a whole row or a whole column."""
        row, rows = (0, self.classes - 1) if truth is None else (truth, truth)
        column, columns = (0, self.classes - 1) if predicted is None else (predicted, predicted)
        return self.cell(row, column).united(self.cell(rows, columns))

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """(row, column) of the cell below a point."""
        box = self.box
        if not box.contains(point):
            return None
        row, column = int((point.y() - box.top()) // self.height), int((point.x() - box.left()) // self.width)
        return min(row, self.classes - 1), min(column, self.classes - 1)


def fit_grid(width: float, height: float, classes: int, edges: Edges, scale: float) -> Grid:
    """The largest grid for a room, in its middle; cells are not larger than they need, and never too low to be read."""
    wide = cell_width(width, classes, edges, scale)
    room = int((height - edges.above - edges.below) / classes)
    high = max(least_cell(classes, scale), min(cell_height(wide, classes, scale), room))
    spare = width - edges.left - edges.right - 2 * GAP - wide * classes
    return Grid(round(max(0.0, spare) / 2 + edges.left + GAP), round(edges.above), wide, high, classes, edges)


def ideal_height(width: float, classes: int, edges: Edges, scale: float) -> int:
    """How high a grid of a width wants to be."""
    high = cell_height(cell_width(width, classes, edges, scale), classes, scale)
    return math.ceil(edges.above + edges.below) + classes * high


def least_height(classes: int, edges: Edges, scale: float) -> int:
    """How high a grid must be to be read."""
    return math.ceil(edges.above + edges.below) + classes * least_cell(classes, scale)


def least_width(classes: int, edges: Edges, scale: float) -> int:
    """How wide it should be; narrower cells have smaller figures."""
    return math.ceil(edges.left + edges.right + 2 * GAP + classes * LEAST * scale)


def least_cell(classes: int, scale: float) -> int:
    """The least height of a cell."""
    return math.ceil(scale * (ROOMY if classes <= FEW else LEAST))


def cell_width(width: float, classes: int, edges: Edges, scale: float) -> int:
    """Width of a cell where there is so much room for everything."""
    room = (width - edges.left - edges.right - 2 * GAP) / classes
    return max(1, int(min(room, WIDEST * scale)))


def cell_height(wide: int, classes: int, scale: float) -> int:
    """The height a cell of a width wants: no higher than wide, if that can be read."""
    return max(least_cell(classes, scale), int(min(wide, HIGHEST * scale)))
