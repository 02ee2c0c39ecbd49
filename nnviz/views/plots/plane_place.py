"""Where the parts of the plane are: its square as large as there is room for, and the legend beside or below it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

from nnviz.views.plots.legend import Legend, Placed, within

EDGE = 8.0
SPACE = 14.0
GAP_BELOW = 6.0
ROWS_WIDTH = 300.0
"""Width of a legend below the square, at the ordinary size of writing."""
LEAST_SIDE = 130.0
"""The square does not give way to a whole legend below this; then there is one column of what has room in it."""
TINY = 10.0
"""Of the square, whatever else."""


@dataclass(frozen=True)
class Place:
    """In pixels of the widget: the square of the plane, and the entries of the legend that there is room for."""

    square: QRectF
    legend: list[Placed]


def place_in(size: QSizeF, left: float, bottom: float, legend: Legend, scale: float) -> Place:
    """The legend stands where it leaves the larger square. `left` and `bottom` are for the numbers and names of the
    axes; `scale` is that of the writing."""
    width, height = size.width() - left - 2, size.height() - EDGE
    column = legend.columns_width(size.height() - EDGE / 2) + SPACE
    span = min(width + left, ROWS_WIDTH * scale)
    beside = min(width - column, height - bottom)
    below = min(width, height - bottom - legend.rows_height(span) - GAP_BELOW)
    if max(beside, below) < LEAST_SIDE:
        column = legend.column_width() + SPACE
        beside = min(width - column, height - bottom)
    side = max(beside, below, TINY)
    x = left + max(0.0, (width - (column if beside >= below else 0) - side) / 2)
    square = QRectF(round(x), round(EDGE / 2), round(side), round(side))
    if beside >= below:
        room = QRectF(square.right() + SPACE, square.top(), column - SPACE, size.height() - square.top())
        return Place(square, within(legend.columns(room.height()), room))
    start = min(max(square.center().x() - span / 2, 0.0), size.width() - span)
    top = square.bottom() + bottom + GAP_BELOW
    return Place(square, within(legend.rows(span), QRectF(start, top, span, size.height() - top)))
