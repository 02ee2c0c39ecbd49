"""Signed distance fields of many small grey images at once: how far each pixel lies inside or outside the ink."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

UNIT = 32
"""Encoded steps of one pixel: 1/32 px is finer than the grey values can tell."""
ZERO = 128
"""Encoded distance 0, the edge of the ink; larger is inside."""
FAR = 120
"""Encoded distance that stands for everything farther."""
NEIGHBOURS = (
    (0, 1, 32), (1, 0, 32), (1, 2, 32), (2, 1, 32),
    (0, 0, 45), (0, 2, 45), (2, 0, 45), (2, 2, 45),
)  # fmt: skip
"""Row and column of each neighbour in an image padded by one, and its encoded distance: 1 or √2 pixels."""
ROUNDS = 3
"""Steps that distances spread: farther than this many pixels from the edge a field says FAR."""
GREY = 8
"""Grey values this close to paper or full ink tell nothing about the edge."""
CHUNK = 500
"""Images handled at once: their fields stay in the cache."""

Fields = NDArray[np.uint8]


def distance_fields(images: Fields) -> Fields:
    """(m, h, w) grey values 0…255 → (m, h, w) encoded distances: (value − ZERO) / UNIT pixels.

    A pixel on the edge says by its grey value where the edge runs through it; distances spread from there by
    chamfer steps (Borgefors, "Distance transformations in digital images", 1986).
    """
    fields = np.empty_like(images)
    for at in range(0, len(images), CHUNK):
        part = images[at : at + CHUNK]
        inside = _spread(255 - part)
        outside = _spread(part)
        fields[at : at + CHUNK] = np.where(part >= 128, ZERO + inside, ZERO - outside)
    return fields


def _spread(grey: Fields) -> Fields:
    """(m, h, w) encoded distances of pixels below grey 128 to the nearest edge; 0 for those beyond it."""
    m, h, w = grey.shape
    # Half a pixel is added, so that pixels on the far side of an edge (−½ … 0) stay unsigned, and taken off at the end.
    half = UNIT // 2
    padded = np.full((m, h + 2, w + 2), FAR + half, np.uint8)
    distance = padded[:, 1:-1, 1:-1]
    np.copyto(distance, (255 - grey).astype(np.uint16) * UNIT // 255, where=grey > GREY, casting="unsafe")
    for _ in range(ROUNDS):
        before = padded.copy()
        for row, column, step in NEIGHBOURS:
            np.minimum(distance, before[:, row : row + h, column : column + w] + np.uint8(step), out=distance)
    return np.asarray(np.maximum(distance, half) - np.uint8(half), np.uint8)
