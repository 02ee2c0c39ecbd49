"""Middle lines of strokes, and digits redrawn along them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from nnviz.data.skeleton import redrawn, thinned

EIGHT = np.ones((3, 3))


def ring() -> NDArray[np.bool_]:
    radius = np.hypot(*(np.indices((41, 41)) - 20))
    return (radius < 16) & (radius > 9)


def test_a_bar_becomes_a_line_of_one_pixel() -> None:
    bar = np.zeros((1, 20, 60), bool)
    bar[0, 6:13, 5:55] = True
    line = thinned(bar)[0]
    assert (line.sum(axis=0) <= 1).all()
    assert 40 <= line.sum() <= 50
    assert set(np.flatnonzero(line.any(axis=1))) <= {8, 9, 10}


def test_holes_and_parts_are_kept() -> None:
    shapes = np.stack([ring(), np.roll(ring(), 3, axis=0) & (np.indices((41, 41))[1] != 20)])
    lines = thinned(shapes)
    for shape, line in zip(shapes, lines, strict=True):
        assert line.sum() < shape.sum() / 3
        assert ndimage.label(line, EIGHT)[1] == ndimage.label(shape, EIGHT)[1]
        assert ndimage.label(~line)[1] == ndimage.label(~shape)[1]


def test_a_redrawn_digit_is_the_same_digit_with_another_pen(
    drawn_digits: tuple[NDArray[np.uint8], NDArray[np.intp]],
) -> None:
    images = np.repeat(drawn_digits[0], 8, axis=0)
    again = redrawn(images, np.random.default_rng(0))
    assert again.shape == images.shape
    ink = again.sum(axis=(1, 2), dtype=float) / images.sum(axis=(1, 2), dtype=float)
    assert ink.min() < 0.85
    assert ink.max() > 1.2
    smooth, original = (ndimage.gaussian_filter(part.astype(float), (0, 2, 2)) for part in (again, drawn_digits[0]))
    nearest = ((smooth[:, None] - original) ** 2).sum(axis=(2, 3)).argmin(axis=1)
    assert np.mean(nearest == np.repeat(np.arange(5), 8)) > 0.95
