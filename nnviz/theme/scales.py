"""Value → colour, for whole arrays at once: the diverging scale of signed values and its legend."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from nnviz.theme.palettes import Palette

Rgb = NDArray[np.uint8]


def rgb(color: str) -> NDArray[np.float32]:
    """#rrggbb → (3,) floats 0…255."""
    value = QColor(color)
    return np.array([value.red(), value.green(), value.blue()], np.float32)


def diverging(values: NDArray[Any], limit: float, palette: Palette) -> Rgb:
    """(…,) values → (…, 3) colours: −limit negative, 0 zero, +limit positive; beyond the limit the end colour."""
    limit = limit or 1.0
    # Cut off first: double precision knows numbers that single precision does not.
    share = np.asarray(np.clip(values, -limit, limit) / limit, np.float32)[..., None]
    end = np.where(share < 0, rgb(palette.negative), rgb(palette.positive))
    zero = rgb(palette.zero)
    return np.asarray(zero + (end - zero) * np.abs(share), np.float32).round().astype(np.uint8)


def between(values: NDArray[Any], low: str, high: str) -> Rgb:
    """(…,) values 0…1 → (…, 3) colours from `low` to `high`."""
    share = np.clip(np.asarray(values, np.float32), 0, 1)[..., None]
    return np.asarray(rgb(low) + (rgb(high) - rgb(low)) * share, np.float32).round().astype(np.uint8)


def qcolor(color: NDArray[Any]) -> QColor:
    """(3,) 0…255 → QColor."""
    return QColor(int(color[0]), int(color[1]), int(color[2]))


def nice_limit(values: NDArray[Any]) -> float:
    """The largest |value|, rounded up to 1, 2 or 5 times a power of ten, so that a legend reads well and stays calm."""
    top = float(np.max(np.abs(values), initial=0.0))
    if not np.isfinite(top) or top <= 0:
        return 1.0
    power = 10.0 ** np.floor(np.log10(top))
    return float(next(step * power for step in (1, 2, 5, 10) if top <= step * power * (1 + 1e-9)))
