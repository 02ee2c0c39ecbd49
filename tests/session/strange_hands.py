"""A hand that networks do not know: digits written from right to left, as Leonardo did, and slanted."""

from __future__ import annotations

import numpy as np

from nnviz.data.preparation import prepare
from nnviz.data.strokes import Stroke, rasterise

EXTENT = 280.0
FORMS = {
    0: (((50, 0), (15, 20), (5, 60), (25, 98), (60, 98), (85, 65), (80, 25), (50, 0)),),
    1: (((50, 0), (50, 100)),),
    2: (((10, 20), (35, 0), (70, 5), (80, 30), (55, 60), (10, 98), (50, 97), (95, 98)),),
    3: (((15, 5), (55, 0), (75, 20), (45, 45), (80, 65), (70, 95), (15, 98)),),
    4: (((35, 0), (10, 55), (90, 55)), ((65, 30), (60, 100))),
    5: (((75, 0), (20, 2), (15, 45), (65, 40), (80, 75), (50, 98), (10, 95)),),
    6: (((65, 0), (25, 35), (10, 75), (40, 100), (75, 85), (60, 58), (15, 70)),),
    7: (((10, 5), (80, 0), (50, 50), (35, 100)), ((25, 50), (75, 50))),
    8: (((70, 15), (35, 0), (20, 25), (70, 65), (60, 98), (20, 92), (25, 65), (70, 15)),),
    9: (((75, 15), (35, 5), (20, 35), (60, 45), (78, 12), (70, 60), (60, 100)),),
}
"""Strokes of each digit in a box of 100×100, y downwards, as most people write them."""
SLANT = 0.3


def drawing(digit: int, seed: int) -> tuple[Stroke, ...]:
    """The mirrored strokes of one digit on a canvas EXTENT wide; another seed writes it a little differently."""
    rng = np.random.default_rng((seed, digit))
    strokes = []
    for form in FORMS[digit]:
        points = np.asarray(form, float) + rng.normal(0, 2.5, (len(form), 2))
        x, y = 100 - points[:, 0] + SLANT * (points[:, 1] - 50), points[:, 1]
        strokes.append(tuple((float(u), float(v)) for u, v in zip(1.2 * x + 80, 1.2 * y + 80, strict=True)))
    return tuple(strokes)


def pixels(digit: int, seed: int) -> np.ndarray:
    """(784,) the drawing as it enters a network."""
    return prepare(rasterise(drawing(digit, seed), EXTENT)).pixels.ravel()
