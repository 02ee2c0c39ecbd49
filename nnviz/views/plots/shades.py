"""Shades: outputs, classes and targets → colours, the same for the ground, its points and its legend."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.theme.palettes import Palette
from nnviz.theme.scales import Rgb, diverging, rgb
from nnviz.views.plots.plane import Head

GROUND = 0.48
"""How strongly the colours of classes dye the ground, so that points stand out on it."""

UNKNOWN = {Head.BINARY: 0.5, Head.CLASSES: 0.0, Head.VALUE: 0.0}
"""What an output that is no number is drawn as: undecided."""


def class_colors(head: Head, count: int, palette: Palette) -> NDArray[np.float32]:
    """(count, 3) colours of classes; two classes of one output have those of its two ends."""
    names = (palette.negative, palette.positive) if head is Head.BINARY else palette.classes
    return np.stack([rgb(names[k % len(names)]) for k in range(count)])


def ground_colors(output: NDArray[Any], head: Head, limit: float, palette: Palette) -> Rgb:
    """(…, outputs) → (…, 3): P(class 1) or a height on the diverging scale, classes mixed by their outputs.

    `limit` is the end of the scale of heights. Outputs that are no probabilities are cut to 0…1 and mixed by share.
    """
    output = np.where(np.isnan(output), UNKNOWN[head], output)
    if head is Head.VALUE:
        return diverging(output[..., 0], limit, palette)
    surface = rgb(palette.surface)
    if head is Head.BINARY:
        full = diverging(2 * output[..., 0] - 1, 1.0, palette).astype(np.float32)
    else:
        share = np.clip(output, 0, 1) + 1e-9
        share = (share / share.sum(axis=-1, keepdims=True)).astype(np.float32)
        full = share @ class_colors(head, output.shape[-1], palette)
    return np.asarray(surface + (full - surface) * np.float32(GROUND)).round().astype(np.uint8)


def point_colors(y: NDArray[Any], head: Head, limit: float, palette: Palette) -> Rgb:
    """(m,) classes or (m, outputs) targets → (m, 3). A height has the colour of the ground that is right there."""
    if head is Head.VALUE:
        return diverging(y[:, 0] if y.ndim > 1 else y, limit, palette)
    count = int(y.max(initial=1)) + 1
    return class_colors(head, count, palette)[y.astype(np.intp)].astype(np.uint8)
