"""Ground: a sampled surface as a picture of coloured bands with a line at every level, and the levels themselves."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.theme.palettes import Palette
from nnviz.theme.scales import Rgb, between, rgb

Values = NDArray[np.float64]
LEVELS = 16
CROWDING = 1.6
"""Levels stand closer near the lowest point, where the descent ends; 1: each encloses an equal area more."""
VALLEY, RIDGE = 0.42, 0.0
"""Share of the accent colour in the lowest and the highest band."""
LINE = 0.55
"""Strength of the lines."""
LEVEL = 1e-9
"""Levels a pixel climbed by ground that counts as level."""


def levels_of(heights: NDArray[Any]) -> Values:
    """(≤ LEVELS,) increasing heights of the lines, rounded to three digits of the whole range."""
    known = heights[np.isfinite(heights)]
    if not known.size or known.min() == known.max():
        return np.zeros(0)
    shares = ((np.arange(LEVELS) + 0.5) / LEVELS) ** CROWDING
    step = 10.0 ** np.floor(np.log10(known.max() - known.min()) - 2)
    return np.unique(np.round(np.quantile(known, shares) / step) * step)


def shares_of(heights: NDArray[Any], levels: Values) -> Values:
    """How high each height is as a share of the number of levels, 0…1: the scale of colours."""
    if not levels.size:
        return np.zeros(heights.shape)
    return np.asarray(np.searchsorted(levels, heights) / levels.size, np.float64)


def band_colors(shares: NDArray[Any], palette: Palette) -> Rgb:
    """(…,) shares 0…1 → (…, 3): valleys are dyed, heights are plain."""
    valley = _mixed(palette.accent, palette.surface, VALLEY)
    return between(shares, valley, _mixed(palette.text, palette.surface, RIDGE))


def ground_colors(heights: NDArray[Any], levels: Values, palette: Palette) -> Rgb:
    """(rows, columns) → (rows, columns, 3). Heights that are no numbers have the colour of the window."""
    heights = np.asarray(heights, np.float64)
    known = np.isfinite(heights)
    filled = heights if known.all() else np.where(known, heights, np.inf)
    bands = band_colors(np.arange(levels.size + 1) / max(levels.size, 1), palette)
    ground = bands[np.searchsorted(levels, filled)]
    if levels.size > 1 and min(heights.shape) > 1:
        strength = LINE * _lines(np.where(known, heights, levels[-1]), levels)
        drawn = strength > 0
        below = ground[drawn].astype(np.float32)
        ground[drawn] = below + strength[drawn, None].astype(np.float32) * (rgb(palette.faint) - below)
    ground[~known] = rgb(palette.window)
    return ground


def _lines(heights: Values, levels: Values) -> Values:
    """(rows, columns) 0…1: how much of a line about one pixel wide lies on each pixel, from its distance to the next
    level measured in pixels."""
    place = np.interp(heights, levels, np.arange(levels.size), left=-1.0, right=float(levels.size))
    # Beyond the ends the scale goes on as it was there, so that the first and the last line are as wide as the others.
    below, above = heights < levels[0], heights > levels[-1]
    place = np.where(below, (heights - levels[0]) / (levels[1] - levels[0]), place)
    place = np.where(above, levels.size - 1 + (heights - levels[-1]) / (levels[-1] - levels[-2]), place)
    down, across = np.gradient(place)
    off, slope = np.abs(place - np.clip(np.round(place), 0, levels.size - 1)), np.hypot(down, across)
    # A plain that lies just at a level is no line.
    return np.where(slope > LEVEL, np.clip(1.1 - off / np.maximum(slope, LEVEL), 0, 1), 0.0)


def _mixed(color: str, ground: str, share: float) -> str:
    red, green, blue = (rgb(ground) + share * (rgb(color) - rgb(ground))).round().astype(int).tolist()
    return f"#{red:02x}{green:02x}{blue:02x}"


def interpolated(values: NDArray[Any], x: NDArray[Any], y: NDArray[Any]) -> Values:
    """Bilinear between samples: (rows, columns) values at places x (…,) 0…columns − 1 and y (…,) 0…rows − 1; places
    beyond the border have the value at the border."""
    rows, columns = values.shape
    x, y = np.clip(x, 0, columns - 1), np.clip(y, 0, rows - 1)
    i, j = np.minimum(x.astype(np.intp), max(columns - 2, 0)), np.minimum(y.astype(np.intp), max(rows - 2, 0))
    right, up = np.minimum(i + 1, columns - 1), np.minimum(j + 1, rows - 1)
    a, b = x - i, y - j
    low = values[j, i] * (1 - a) + values[j, right] * a
    return np.asarray(low * (1 - b) + (values[up, i] * (1 - a) + values[up, right] * a) * b, np.float64)
