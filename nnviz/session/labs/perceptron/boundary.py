"""Where a function of the plane that is sampled on a grid is zero: short straight pieces, two points each."""

from __future__ import annotations

import numpy as np

from nnviz.engine.perceptron import Values


def zero_pieces(points: Values, f: Values) -> tuple[Values, Values]:
    """points (rows, columns, 2) of a grid and f (rows, columns) on them → x, y (2k,): both ends of each piece.

    Every cell is cut into two triangles, on which f is taken for linear: its line of zeros parts one corner from the
    other two, and runs from side to side of that corner (marching triangles; no cell is ambiguous).
    """
    corners = np.concatenate([_triangles(points, 0), _triangles(points, 1)])
    values = np.concatenate([_triangles(f, 0), _triangles(f, 1)])
    positive = values > 0
    mixed = positive.any(axis=1) & ~positive.all(axis=1)
    corners, values, positive = corners[mixed], values[mixed], positive[mixed]
    alone = np.where(positive.sum(axis=1) == 1, positive.argmax(axis=1), positive.argmin(axis=1))
    row = np.arange(len(alone))
    start, height = corners[row, alone], values[row, alone]
    ends = []
    for step in (1, 2):
        other = (alone + step) % 3
        share = height / (height - values[row, other])
        ends.append(start + share[:, None] * (corners[row, other] - start))
    pieces = np.stack(ends, axis=1).reshape(-1, 2)
    return pieces[:, 0], pieces[:, 1]


def _triangles(grid: Values, half: int) -> Values:
    """(cells, 3, …) what stands at the corners of one half of each cell."""
    a, b, c, d = grid[:-1, :-1], grid[:-1, 1:], grid[1:, :-1], grid[1:, 1:]
    stacked = np.stack((d, c, b) if half else (a, b, c), axis=2)
    return stacked.reshape(-1, 3, *grid.shape[2:])
