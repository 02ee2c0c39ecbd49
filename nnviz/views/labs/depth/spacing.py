"""Spacing: names beside the ends of lines keep their distance."""

from __future__ import annotations

import math

import numpy as np

from nnviz.engine.trace import Array


def spread(heights: Array, gap: float, low: float = -math.inf, high: float = math.inf) -> Array:
    """(n,) heights moved apart until neighbours are `gap` from each other, in the middle of where they were, but
    between `low` and `high`; where these leave no room for all, the highest one keeps to its end."""
    order = np.argsort(heights)
    placed = heights[order].astype(float)
    for k in range(1, len(placed)):
        placed[k] = max(placed[k], placed[k - 1] + gap)
    placed -= np.mean(placed) - np.mean(heights)
    placed += max(low - placed[0], 0.0)
    placed -= max(placed[-1] - high, 0.0)
    result = np.empty_like(placed)
    result[order] = placed
    return result
