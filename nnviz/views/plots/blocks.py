"""Blocks: a run of any length as a few hundred means, with the range of what each stands for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

POINTS = 300
"""At most so many blocks of a curve are drawn, one for each two or three pixels of a pane."""


TAIL = 0.05
"""Share of a block that is left out at each end of its range, where single entries should not count."""


@dataclass(frozen=True)
class Band:
    """Blocks of successive entries: mean x, and lower end, mean and upper end of y of each block."""

    x: Values
    low: Values
    mean: Values
    high: Values


def block_size(count: int, most: int) -> int:
    """Entries in a block, a power of two: blocks stay as they are while the run grows, so that no curve trembles."""
    return 1 << max(0, (max(count, 1) - 1) // most).bit_length()


def visible(x: Values, low: float, high: float, most: int) -> tuple[slice, int]:
    """The entries of the ascending x that a picture from low to high needs, one more on each side, whole blocks at
    the front; and the block size."""
    first = max(int(np.searchsorted(x, low)) - 1, 0)
    last = min(int(np.searchsorted(x, high, side="right")) + 1, len(x))
    size = block_size(last - first, most)
    return slice(first - first % size, last), size


def band(x: Values, y: Values, size: int, tail: float = 0.0) -> Band:
    """The blocks of (x, y); the last one may be shorter. Ranges leave out the share `tail` at each end."""
    if size == 1:
        return Band(x, y, y, y)
    starts = np.arange(0, len(y), size)
    counts = np.diff(np.append(starts, len(y)))
    low, high = _ranges(y, size, int(tail * size))
    return Band(np.add.reduceat(x, starts) / counts, low, np.add.reduceat(y, starts) / counts, high)


def _ranges(y: Values, size: int, cut: int) -> tuple[Values, Values]:
    """Lower and upper ends of blocks without the `cut` smallest and largest entries; of a short last block, all."""
    starts = np.arange(0, len(y), size)
    low, high = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    whole = len(y) // size
    if cut and whole:
        ordered = np.partition(y[: whole * size].reshape(whole, size), (cut, size - 1 - cut), axis=1)
        low[:whole], high[:whole] = ordered[:, cut], ordered[:, size - 1 - cut]
    return low, high
