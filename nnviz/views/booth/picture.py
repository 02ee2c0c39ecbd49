"""Arrays as pictures in the colours of the booth: one pixel for one element."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.engine.trace import Array
from nnviz.theme.palettes import Palette
from nnviz.theme.scales import between, diverging

USUAL = 96
"""Percentile of the magnitudes at which the diverging colours end."""


def to_picture(colors: NDArray[np.uint8]) -> QImage:
    """(h, w, 3) colours → picture of w × h pixels."""
    pixels = np.ascontiguousarray(colors)
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def ink_picture(x: Array, palette: Palette) -> QImage:
    """(h, w) inputs, 0 = paper, the largest = ink."""
    return to_picture(between(x / (float(x.max()) or 1.0), palette.paper, palette.ink))


def signed_picture(values: Array, limit: float, palette: Palette) -> QImage:
    """(h, w) values in the diverging colours, ±limit at their ends."""
    return to_picture(diverging(values, limit, palette))


def usual_limit(values: Array) -> float:
    """Magnitude that all but a few values stay below, so that one extreme does not darken the rest; 0 counts not."""
    strength = np.abs(values[values != 0])
    return float(np.percentile(strength, USUAL)) if strength.size else 1.0


def evidence_picture(evidence: Array, x: Array, palette: Palette) -> QImage:
    """(h, w) evidence in the diverging colours where there is ink (h, w), paper elsewhere."""
    colors = diverging(evidence, usual_limit(evidence), palette)
    paper = between(np.zeros(x.shape), palette.paper, palette.ink)
    return to_picture(np.where((x != 0)[..., None], colors, paper))
