"""Curves of one variable for gradient descent to roll down: value, derivative and curvature side by side."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnviz.engine.trace import Array

SEARCHED = np.linspace(-4.0, 4.0, 801)
"""Where minima are looked for, before bisection."""
BISECTIONS = 60


class Parabola:
    """½ c x²; the curvature c is the same everywhere."""

    def __init__(self, curvature: float = 1.0) -> None:
        self.c = curvature

    def value(self, x: Array) -> Array:
        """f(x), element by element."""
        return 0.5 * self.c * x * x

    def derivative(self, x: Array) -> Array:
        """f′(x); at a kink 0, the middle of the slopes on both sides."""
        return self.c * x

    def curvature(self, x: Array) -> Array:
        """f″(x); at a kink 0."""
        return np.full_like(x, self.c)


class DoubleWell:
    """¼ (x² − 1)²: two minima at ±1 with curvature 2, a top between them."""

    def value(self, x: Array) -> Array:
        return 0.25 * (x * x - 1) ** 2

    def derivative(self, x: Array) -> Array:
        return x * (x * x - 1)

    def curvature(self, x: Array) -> Array:
        return 3 * x * x - 1


class Waves:
    """x²/8 + ½ (1 − cos 3x): the deepest minimum at 0, shallower ones beside it."""

    def value(self, x: Array) -> Array:
        return np.asarray(x * x / 8 + 0.5 * (1 - np.cos(3 * x)))

    def derivative(self, x: Array) -> Array:
        return np.asarray(x / 4 + 1.5 * np.sin(3 * x))

    def curvature(self, x: Array) -> Array:
        return np.asarray(0.25 + 4.5 * np.cos(3 * x))


class Absolute:
    """|x|: the slope is ±1 everywhere, so steps do not shorten towards the kink."""

    def value(self, x: Array) -> Array:
        return np.abs(x)

    def derivative(self, x: Array) -> Array:
        return np.sign(x)

    def curvature(self, x: Array) -> Array:
        return np.zeros_like(x)


class Plateau:
    """x² / (1 + x²): flat far from its minimum, where the gradient vanishes."""

    def value(self, x: Array) -> Array:
        return x * x / (1 + x * x)

    def derivative(self, x: Array) -> Array:
        return 2 * x / (1 + x * x) ** 2

    def curvature(self, x: Array) -> Array:
        return (2 - 6 * x * x) / (1 + x * x) ** 3


Curve = Parabola | DoubleWell | Waves | Absolute | Plateau

CURVES: dict[str, Callable[[], Curve]] = {
    "parabola": Parabola,
    "double_well": DoubleWell,
    "waves": Waves,
    "absolute": Absolute,
    "plateau": Plateau,
}


def minima(curve: Curve) -> Array:
    """(k,) where the derivative turns from negative to positive within −4…4, from left to right; by bisection."""
    slope = curve.derivative(SEARCHED)
    turns = np.flatnonzero((slope[:-1] < 0) & (slope[1:] >= 0))
    low, high = SEARCHED[turns], SEARCHED[turns + 1]
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        falls = curve.derivative(middle) < 0
        low, high = np.where(falls, middle, low), np.where(falls, high, middle)
    # The zero itself where it can be written: bisection of a symmetric curve comes near 0, but not there.
    return np.asarray(np.where(np.abs(high) < 1e-15, 0.0, high))


def downhill(curve: Curve, found: Array, x: float) -> float:
    """Of the minima found, the one that lies below x: the next in the direction in which the curve falls."""
    slope = float(curve.derivative(np.array([x]))[0])
    beyond = found[found <= x] if slope > 0 else found[found >= x]
    if slope == 0 or not len(beyond):
        return float(found[np.argmin(np.abs(found - x))])
    return float(beyond[-1] if slope > 0 else beyond[0])
