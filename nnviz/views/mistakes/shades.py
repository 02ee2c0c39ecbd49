"""Shades: shares of a row → colours of cells, and a colour of writing that can be read on each."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.theme.palettes import Palette
from nnviz.theme.scales import Rgb, between, nice_limit, rgb

Shares = NDArray[np.float64]
LIGHTNESS = (0.2126, 0.7152, 0.0722)
"""Shares of red, green and blue in the luminance of a colour."""


def row_shares(matrix: NDArray[Any]) -> Shares:
    """(c, c) counts → shares 0…1 of their row; 0 in a row without samples."""
    totals = matrix.sum(axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(totals, 1), np.float64)


def error_limit(shares: Shares) -> float:
    """The share at which an error has its full colour: a good network's errors are too rare for a scale to 100 %."""
    errors = shares[~np.eye(len(shares), dtype=bool)]
    return min(nice_limit(errors), 1.0)


def cell_colors(shares: Shares, limit: float, palette: Palette) -> Rgb:
    """(c, c) shares → (c, c, 3): right answers on the diagonal up to 100 %, errors in another hue up to `limit`."""
    right = between(shares, palette.zero, palette.positive)
    wrong = between(shares / limit, palette.zero, palette.negative)
    return np.where(np.eye(len(shares), dtype=bool)[..., None], right, wrong).astype(np.uint8)


def writing_on(colors: Rgb, palette: Palette) -> list[list[str]]:
    """The palette's darkest or lightest colour for each of (r, c, 3) cells, whichever stands out more."""
    ends = (palette.text, palette.on_accent if palette.dark else palette.surface)
    contrasts = np.stack([contrast(colors, rgb(end)) for end in ends])
    return [[ends[k] for k in row] for row in contrasts.argmax(axis=0).tolist()]


def contrast(one: NDArray[Any], other: NDArray[Any]) -> NDArray[np.float64]:
    """(…, 3) and (…, 3) colours 0…255 → contrast ratio 1…21 (WCAG 2.1; sRGB's exponent rounded to 2.2)."""
    first, second = (_luminance(color) + 0.05 for color in (one, other))
    return np.asarray(np.maximum(first, second) / np.minimum(first, second))


def _luminance(color: NDArray[Any]) -> NDArray[np.float64]:
    return np.asarray((np.asarray(color, np.float64) / 255) ** 2.2 @ np.array(LIGHTNESS))
