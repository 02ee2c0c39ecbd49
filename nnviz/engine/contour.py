"""Contours: the lines along which a sampled function is zero (marching squares; Lorensen and Cline, 1987, in 2-D)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Segments = NDArray[np.float64]

LEFT, BOTTOM, RIGHT, TOP = range(4)
PAIRS = (
    (), ((LEFT, TOP),), ((TOP, RIGHT),), ((LEFT, RIGHT),), ((RIGHT, BOTTOM),), ((LEFT, TOP), (RIGHT, BOTTOM)),
    ((TOP, BOTTOM),), ((LEFT, BOTTOM),), ((LEFT, BOTTOM),), ((TOP, BOTTOM),), ((LEFT, BOTTOM), (TOP, RIGHT)),
    ((RIGHT, BOTTOM),), ((LEFT, RIGHT),), ((TOP, RIGHT),), ((LEFT, TOP),), (),
)  # fmt: skip
"""Which sides of a cell a line joins, by the corners that are positive: 1 upper left, 2 upper right, 4 lower right,
8 lower left. The two saddles keep their positive corners apart."""


def zero_lines(
    f: NDArray[np.floating], x: NDArray[np.floating] | None = None, y: NDArray[np.floating] | None = None
) -> Segments:
    """f (rows, columns) → (k, 2, 2) straight pieces, both ends as (x, y), linear between samples.

    x (columns,) and y (rows,) say where f was sampled; without them an end is (column, row). Cells with a corner that
    is not finite have no line.
    """
    f = np.asarray(f, np.float64)
    positive = f > 0
    code = positive[:-1, :-1] + 2 * positive[:-1, 1:] + 4 * positive[1:, 1:] + 8 * positive[1:, :-1]
    rows, columns = np.nonzero((code > 0) & (code < 15))
    corners = np.stack([f[rows, columns], f[rows, columns + 1], f[rows + 1, columns + 1], f[rows + 1, columns]])
    known = np.isfinite(corners).all(axis=0)
    rows, columns, corners = rows[known], columns[known], corners[:, known]
    crossings, codes = _crossings(rows, columns, corners), code[rows, columns]
    pieces = [
        np.stack([crossings[a][codes == value], crossings[b][codes == value]], axis=1)
        for value, pairs in enumerate(PAIRS)
        for a, b in pairs
    ]
    lines = np.concatenate(pieces)
    for axis, places in enumerate((x, y)):
        if places is not None:
            lines[..., axis] = np.interp(lines[..., axis], np.arange(len(places)), places)
    return lines


def _crossings(rows: NDArray[np.intp], columns: NDArray[np.intp], corners: Segments) -> tuple[Segments, ...]:
    """(k, 2) points where each side of the cells is crossed, in the order LEFT, BOTTOM, RIGHT, TOP; of a side that
    is not crossed the point means nothing."""
    upper_left, upper_right, lower_right, lower_left = corners
    return (
        np.stack([columns + 0.0, rows + _share(upper_left, lower_left)], axis=1),
        np.stack([columns + _share(lower_left, lower_right), rows + 1.0], axis=1),
        np.stack([columns + 1.0, rows + _share(upper_right, lower_right)], axis=1),
        np.stack([columns + _share(upper_left, upper_right), rows + 0.0], axis=1),
    )


def _share(start: Segments, end: Segments) -> Segments:
    """Where between start and end a straight line is zero, 0…1."""
    gap = start - end
    return np.clip(start / np.where(gap == 0, 1, gap), 0, 1)
