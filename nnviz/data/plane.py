"""Bounds: the part of a plane that its pictures show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

PLANE = 1.2
"""Half-width of the square that pictures of the toy sets show; their points lie roughly within ±1."""
MARGIN = 0.1
"""Room around the outermost points, as a share of their spread to either side."""
Vector = NDArray[Any]


@dataclass(frozen=True)
class Bounds:
    """Centre and half-widths of a rectangle of the plane, in raw coordinates. Pictures show it as a square."""

    centre: tuple[float, float] = (0.0, 0.0)
    half: tuple[float, float] = (PLANE, PLANE)

    @classmethod
    def of(cls, x: Vector) -> Bounds:
        """What shows the points x (m, 2) whole: the ordinary part of the plane where all lie in it, else what has them
        in it and some room around them."""
        if float(np.abs(x).max(initial=0)) <= PLANE:
            return cls()
        low, high = x.min(axis=0).astype(np.float64), x.max(axis=0).astype(np.float64)
        half = (high - low) / 2 * (1 + MARGIN)
        half = np.where(half > 0, half, 1.0)
        centre = (low + high) / 2
        return cls((float(centre[0]), float(centre[1])), (float(half[0]), float(half[1])))

    def points(self, side: int) -> Vector:
        """(side², 2) raw points, row by row from the upper left: x₁ to the right, x₂ upwards, from edge to edge."""
        steps = np.linspace(-1, 1, side)
        across, up = np.meshgrid(steps, steps[::-1])
        return self.raw(np.column_stack((across.ravel(), up.ravel())))

    def raw(self, share: Vector) -> Vector:
        """(…, 2) places from −1 (left, below) to 1 → raw coordinates."""
        return np.asarray(share * self.half + self.centre)

    def share(self, raw: Vector) -> Vector:
        """(…, 2) raw coordinates → places from −1 to 1."""
        return np.asarray((raw - self.centre) / self.half)

    def range(self, axis: int) -> tuple[float, float]:
        """Lowest and highest raw coordinate along an axis (0 or 1)."""
        return self.centre[axis] - self.half[axis], self.centre[axis] + self.half[axis]


USUAL = Bounds()
"""Those of the toy sets."""
