"""Spacing: names beside the ends of lines keep their distance."""

from __future__ import annotations

import numpy as np

from nnviz.engine.trace import Array


def spread(heights: Array, gap: float) -> Array:
    """(n,) heights moved apart until neighbours are `gap` from each other, in the middle of where they were."""
    order = np.argsort(heights)
    placed = heights[order].astype(float)
    for k in range(1, len(placed)):
        placed[k] = max(placed[k], placed[k - 1] + gap)
    placed -= np.mean(placed) - np.mean(heights)
    result = np.empty_like(placed)
    result[order] = placed
    return result
