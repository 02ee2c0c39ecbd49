"""Where everything of a network picture stands: columns of units, gaps in big layers, the input image. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

MIN_PITCH = 18.0
"""Least distance of two units in pixels that can be told apart from a seat in a hall."""
COMFORT = 24
"""A layer that cannot be shown whole is shown with about so many places, which keeps its units large."""
MAX_PITCH = 104.0
GAP = 46.0
"""Pixels that the dots and the count of a gap need."""
ROUND = 0.38
"""Radius of a unit as a share of the pitch."""
RADII = (4.0, 22.0)
ALIKE = 1.6
"""Units of a small layer are at most so many times as large as those of a big one: they are of one kind."""
TILE = 0.8
"""Side of a unit's picture as a share of the pitch."""
TILE_STEP = 0.62
"""Side of a unit's picture as a share of the distance of columns, at most."""
LOOSE = 1.9
"""Units that show pictures stand at most so many sides apart: farther, a layer would no longer be seen as one."""
TILES = (22.0, 80.0)
"""A picture smaller than the first shows nothing; one larger than the second tells no more."""
SPREAD = 300.0
"""Columns stand at most so many pixels, or STEEP heights, apart: flatter edges could not be told apart."""
STEEP = 0.6
IMAGE = (0.62, 0.3)
"""Largest share of the height and of the width that the input image takes."""


@dataclass(frozen=True)
class Frame:
    """The rectangle, in pixels, that units may fill: captions, labels and legend lie outside."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1.0)

    def inset(self, pixels: float) -> Frame:
        """The same frame, narrower by so much on the left and on the right."""
        return Frame(self.left + pixels, self.top, self.right - pixels, self.bottom)

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True)
class ImageBox:
    """The input image: `rows` × `columns` pixels, each `pixel` wide, from its upper left corner (x, y)."""

    x: float
    y: float
    pixel: float
    rows: int
    columns: int

    @property
    def width(self) -> float:
        return self.pixel * self.columns

    @property
    def height(self) -> float:
        return self.pixel * self.rows

    def centers(self) -> Floats:
        """(rows · columns, 2): the middle of every pixel, in the order of the inputs."""
        rows, columns = np.divmod(np.arange(self.rows * self.columns), self.columns)
        return np.column_stack((self.x + (columns + 0.5) * self.pixel, self.y + (rows + 0.5) * self.pixel))

    def pixel_at(self, x: float, y: float) -> int | None:
        """The input whose pixel holds the point, or None."""
        column, row = floor((x - self.x) / self.pixel), floor((y - self.y) / self.pixel)
        inside = 0 <= column < self.columns and 0 <= row < self.rows
        return row * self.columns + column if inside else None


@dataclass(frozen=True, eq=False)
class Column:
    """One layer: `shown` unit numbers at `points` (n, 2), `hidden` more in a gap whose middle is at height `gap`.

    The column of an input image shows every pixel and has no gap.
    """

    layer: int
    units: int
    shown: Indices
    points: Floats
    radius: float
    gap: float | None = None

    @property
    def x(self) -> float:
        return float(self.points[:, 0].mean())

    @property
    def hidden(self) -> int:
        return self.units - len(self.shown)


@dataclass(frozen=True, eq=False)
class Layout:
    """Columns from left to right; `image` where the input is one; `tile`: side of the units' pictures, 0 for circles;
    `step`: distance of two columns."""

    frame: Frame
    columns: tuple[Column, ...]
    image: ImageBox | None
    tile: float
    step: float


def arrange(sizes: tuple[int, ...], frame: Frame, image: tuple[int, int] | None = None, plane: bool = False) -> Layout:
    """The layout of layers of `sizes` in `frame`.

    image  (rows, columns) where the input is an image: its pixels are the input units
    plane  True where units should show their own pictures, if there is room for them
    """
    box = _image_box(image, frame) if image else None
    drawn = sizes[1:] if box else sizes
    step = _places(len(sizes), frame, box)[1]
    radius = _radius(drawn, frame, _tile(drawn, frame, step) if plane else 0.0, step)
    # Middles of the outer columns stand a radius away from the frame's ends; an image fills its own place.
    xs, step = _places(len(sizes), frame.inset(radius), box)
    tile = _tile(drawn, frame, step) if plane else 0.0
    most = _radius(drawn, frame, tile, step)
    first: tuple[Column, ...] = ()
    if box:
        box = replace(box, x=xs[0] - radius)
        first = (Column(0, sizes[0], np.arange(sizes[0]), box.centers(), box.pixel / 2),)
    layers = range(len(first), len(sizes))
    columns = tuple(_column(layer, sizes[layer], xs[layer], frame, tile=tile, most=most) for layer in layers)
    return Layout(frame, first + columns, box, tile, step)


def shown_units(units: int, height: float) -> tuple[Indices, float, int]:
    """Which units of a layer fit into `height`: (unit numbers, pitch, places taken by the gap; 0: all are shown)."""
    if units * MIN_PITCH <= height:
        return np.arange(units), min(height / units, MAX_PITCH), 0
    pitch = max(MIN_PITCH, height / COMFORT)
    places, gap = floor(height / pitch), ceil(GAP / pitch)
    half = max((places - gap) // 2, 1)
    if 2 * half >= units:
        return np.arange(units), height / units, 0
    return np.concatenate((np.arange(half), np.arange(units - half, units))), pitch, gap


def _image_box(image: tuple[int, int], frame: Frame) -> ImageBox:
    rows, columns = image
    pixel = min(frame.height * IMAGE[0] / rows, frame.width * IMAGE[1] / columns)
    return ImageBox(frame.left, frame.middle - pixel * rows / 2, pixel, rows, columns)


def _places(layers: int, frame: Frame, box: ImageBox | None) -> tuple[list[float], float]:
    """Left edge of the image or middle of the first column, then the middle of every other column; and their step."""
    taken = box.width if box else 0.0
    most = max(SPREAD, STEEP * frame.height)
    step = min((frame.width - taken) / max(layers - 1, 1), most)
    start = frame.left + (frame.width - taken - step * (layers - 1)) / 2
    return [start] + [start + taken + step * k for k in range(1, layers)], step


def _tile(sizes: tuple[int, ...], frame: Frame, step: float) -> float:
    pitch = min(shown_units(units, frame.height)[1] for units in sizes)
    side = min(pitch * TILE, step * TILE_STEP, TILES[1])
    return side if side >= TILES[0] else 0.0


def _radius(sizes: tuple[int, ...], frame: Frame, tile: float, step: float) -> float:
    """The largest radius of any unit: that of pictures, or ALIKE times that of the smallest circles."""
    if tile:
        return tile / 2
    smallest = min(shown_units(units, frame.height)[1] for units in sizes) * ROUND
    return min(max(smallest, RADII[0]) * ALIKE, RADII[1], step * ROUND)


def _column(layer: int, units: int, x: float, frame: Frame, *, tile: float, most: float) -> Column:
    shown, pitch, gap = shown_units(units, frame.height)
    if tile:
        pitch = min(pitch, tile * LOOSE)
    heights = np.arange(len(shown) + gap, dtype=np.float64)
    half = len(shown) // 2
    places = np.delete(heights, slice(half, half + gap)) if gap else heights
    top = frame.middle - pitch * (len(heights) - 1) / 2
    points = np.column_stack((np.full(len(shown), x), top + places * pitch))
    radius = most if tile else min(max(pitch * ROUND, RADII[0]), most)
    return Column(layer, units, shown, points, radius, frame.middle if gap else None)
