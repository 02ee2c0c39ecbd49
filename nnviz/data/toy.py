"""Two-dimensional toy sets: classes and heights over a plane that a picture can show whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Labels = NDArray[np.intp]
Sample = tuple[Points, NDArray[Any]]

NOISE = 0.5
"""Standard deviation of a point's shift at noise 1, in units of the plane."""
TURNS = 1.5
"""Turns of each spiral arm."""
SQUARES = 4
"""Squares of the checkerboard in each direction."""


def make(name: str, samples: int, noise: float, seed: int) -> Sample:
    """x (samples, 2) and class indices (samples,), or for a regression heights (samples, 1). Same seed, same points.

    In class sets noise moves points, by a normal step of deviation NOISE · noise; in regressions it lifts heights.
    """
    rng = np.random.default_rng(seed)
    if name in HEIGHTS:
        x = rng.uniform(-1, 1, (samples, 2))
        return x, HEIGHTS[name](x)[:, None] + rng.normal(0, NOISE, (samples, 1)) * noise
    # Classes take turns, so that they are equally many; the order is shuffled afterwards.
    x, y = CLASSES[name](np.arange(samples), rng)
    x += rng.normal(0, NOISE, x.shape) * noise
    order = rng.permutation(samples)
    return x[order], y[order]


def _xor(k: Labels, rng: np.random.Generator) -> tuple[Points, Labels]:
    """Class 1 where exactly one coordinate is positive; a gap keeps the quadrants apart."""
    quadrant = k % 4
    signs = np.stack([quadrant // 2, quadrant % 2], axis=1) * 2 - 1
    return signs * rng.uniform(0.08, 1, (len(k), 2)), (quadrant // 2) ^ (quadrant % 2)


def _circle(k: Labels, rng: np.random.Generator) -> tuple[Points, Labels]:
    """A disc (class 1) inside a ring (class 0), uniform in area."""
    inside = k % 2
    low, high = np.where(inside, 0, 0.7), np.where(inside, 0.5, 1)
    radius = np.sqrt(rng.uniform(low**2, high**2))
    return _polar(radius, rng.uniform(0, 2 * np.pi, len(k))), inside


def _gaussians(k: Labels, rng: np.random.Generator) -> tuple[Points, Labels]:
    """Two round clouds."""
    label = k % 2
    centres = np.array([[-0.5, -0.5], [0.5, 0.5]])
    return centres[label] + rng.normal(0, 0.15, (len(k), 2)), label


def _spiral(k: Labels, rng: np.random.Generator) -> tuple[Points, Labels]:
    """Two arms wound into each other (Lang and Witbrock, 1988)."""
    arm = k % 2
    radius = np.sqrt(rng.uniform(0.01, 1, len(k)))
    return _polar(radius, 2 * np.pi * TURNS * radius + np.pi * arm), arm


def _moons(k: Labels, rng: np.random.Generator) -> tuple[Points, Labels]:
    """Two half circles that reach into each other."""
    lower = k % 2
    arc = _polar(np.ones(len(k)), rng.uniform(0, np.pi, len(k)))
    arc[lower == 1] = [1, 0.5] - arc[lower == 1]
    return (arc - [0.5, 0.25]) / 1.5, lower


def _checkerboard(k: Labels, rng: np.random.Generator) -> tuple[Points, Labels]:
    """4 × 4 squares in two colours."""
    square = k % SQUARES**2
    column, row = square % SQUARES, square // SQUARES
    x = (np.stack([column, row], axis=1) + rng.uniform(0, 1, (len(k), 2))) * (2 / SQUARES) - 1
    return x, (column + row) % 2


def _three_classes(k: Labels, rng: np.random.Generator) -> tuple[Points, Labels]:
    """Three clouds at the corners of a triangle."""
    label = k % 3
    corners = _polar(np.full(3, 0.65), np.pi / 2 + np.arange(3) * 2 * np.pi / 3)
    return corners[label] + rng.normal(0, 0.15, (len(k), 2)), label


def _plane(x: Points) -> NDArray[np.float64]:
    """A tilted plane, −1 … 1."""
    return np.asarray((x[:, 0] + x[:, 1]) / 2)


def _wave(x: Points) -> NDArray[np.float64]:
    """A wave across the plane, −1 … 1, its crests bent."""
    return np.asarray(np.sin(np.pi * x[:, 0]) * np.cos(np.pi / 2 * x[:, 1]))


def _polar(radius: NDArray[np.float64], angle: NDArray[np.float64]) -> Points:
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


CLASSES: dict[str, Callable[[Labels, np.random.Generator], tuple[Points, Labels]]] = {
    "xor": _xor,
    "circle": _circle,
    "gaussians": _gaussians,
    "spiral": _spiral,
    "moons": _moons,
    "checkerboard": _checkerboard,
    "three_classes": _three_classes,
}
HEIGHTS: dict[str, Callable[[Points], NDArray[np.float64]]] = {"plane": _plane, "wave": _wave}
