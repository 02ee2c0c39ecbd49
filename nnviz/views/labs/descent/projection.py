"""Projection: a height field seen from above at an angle, without perspective; what is far is painted first.

Ground coordinates u, v run from −1 to 1 over the picture's x and y, heights from 0 to 1.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.views.labs.descent.ground import interpolated

Values = NDArray[np.float64]
RISE = 0.9
"""Height of the highest point; the ground is 2 wide."""
MARCH = 48
"""Places looked at between a point and the viewer."""
CLEAR = 0.012
"""What is less than this below the surface lies on it."""
LIGHT = np.array([-0.45, 0.35, 0.82])
"""Where the light comes from, fixed to the ground, so that slopes keep their shade while the picture is turned."""


@dataclass(frozen=True)
class Camera:
    """azimuth, elevation in degrees; the size of the picture in pixels."""

    azimuth: float
    elevation: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels of one unit: the same from every side, so that turning does not zoom."""
        tilt = math.radians(self.elevation)
        tall = 2 * math.sqrt(2) * math.sin(tilt) + RISE * math.cos(tilt)
        return min(self.width / (2 * math.sqrt(2)), self.height / tall) * 0.94

    def pixels(self, u: NDArray[Any], v: NDArray[Any], z: NDArray[Any]) -> tuple[Values, Values]:
        """Pixels from the upper left corner of the picture."""
        turn, tilt = math.radians(self.azimuth), math.radians(self.elevation)
        across = u * math.cos(turn) - v * math.sin(turn)
        up = self.depth(u, v) * math.sin(tilt) + (z - 0.5) * RISE * math.cos(tilt)
        return self.width / 2 + self.scale * across, self.height / 2 - self.scale * up

    def depth(self, u: NDArray[Any], v: NDArray[Any]) -> Values:
        """How far away a place of the ground is; the greatest is painted first."""
        turn = math.radians(self.azimuth)
        return np.asarray(u * math.sin(turn) + v * math.cos(turn))

    def order(self, rows: int, columns: int) -> NDArray[np.intp]:
        """(cells,) indices of the (rows − 1) · (columns − 1) cells of a height field, the farthest first. For a height
        field seen from above that order is right: a cell hides only what is behind it on the ground."""
        u, v = np.meshgrid(_middles(columns), _middles(rows))
        return np.argsort(-self.depth(u, v).ravel(), kind="stable")

    def hidden(self, u: Values, v: Values, z: Values, field: Values) -> NDArray[np.bool_]:
        """(n,) which points lie behind the height field (rows, columns; heights 0…1): on the way to the viewer the
        ground rises above them."""
        turn, tilt = math.radians(self.azimuth), math.radians(self.elevation)
        way = np.linspace(0.02, 2.0, MARCH)
        us, vs = u[:, None] - way * math.sin(turn), v[:, None] - way * math.cos(turn)
        inside = (np.abs(us) <= 1) & (np.abs(vs) <= 1)
        ground = height_at(field, us, vs)
        ray = z[:, None] + way * math.tan(tilt) / RISE
        return np.asarray((inside & (ground > ray + CLEAR)).any(axis=1))


def height_at(field: Values, u: NDArray[Any], v: NDArray[Any]) -> Values:
    """Height of a field (rows, columns) above places of the ground."""
    rows, columns = field.shape
    return interpolated(field, (np.asarray(u) + 1) / 2 * (columns - 1), (np.asarray(v) + 1) / 2 * (rows - 1))


def brightness(field: Values) -> Values:
    """(cells,) 0…1: how much each cell of a height field is turned to the light."""
    rows, columns = field.shape
    rise_v, rise_u = np.gradient(field * RISE, 2 / (rows - 1), 2 / (columns - 1))
    normal = np.stack([-rise_u, -rise_v, np.ones_like(field)])
    lit = np.tensordot(LIGHT / np.linalg.norm(LIGHT), normal / np.linalg.norm(normal, axis=0), 1)
    corners = lit[:-1, :-1] + lit[:-1, 1:] + lit[1:, :-1] + lit[1:, 1:]
    return np.asarray(np.clip(corners / 4, 0, 1)).ravel()


def _middles(count: int) -> Values:
    edges = np.linspace(-1, 1, count)
    return np.asarray((edges[:-1] + edges[1:]) / 2)
