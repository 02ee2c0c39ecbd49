"""Drawings and pictures that show no digit: scribbles, marks, noise, textures. What the digit score learns to refuse.

Every family goes the way of a real drawing or picture: strokes → ink or grey values → ink, then the preparation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from nnviz.data.pictures import ink_of
from nnviz.data.preparation import Preparation, prepare
from nnviz.data.strokes import Stroke, rasterise

Rng = np.random.Generator
ORDERS = ((2, 3), (3, 4), (2, 5), (3, 5), (4, 5), (3, 7), (5, 6))
"""Waves across and down of a Lissajous figure; (1, 1) would be a zero and (1, 2) an eight."""
Line = NDArray[np.float64]
"""(n, 2) points of one stroke."""
Field = NDArray[np.float64]
"""(h, w) grey values, 0…255 after clipping."""


def non_digit(family: str, rng: Rng) -> Preparation:
    """One member of a family, prepared as a user's would be."""
    if family in SCRIBBLES:
        return prepare(rasterise(tuple(_stroke(line) for line in SCRIBBLES[family](rng))))
    return prepare(ink_of(np.asarray(np.clip(PICTURES[family](rng), 0, 255), np.float32)))


def non_digits(count: int, rng: Rng, families: tuple[str, ...]) -> NDArray[np.float32]:
    """(count, 784) pixels 0…255, the families in turn."""
    return np.stack([non_digit(families[k % len(families)], rng).pixels.ravel() for k in range(count)])


def _stroke(line: Line) -> Stroke:
    return tuple((float(x), float(y)) for x, y in line)


def _random_walk(rng: Rng) -> list[Line]:
    """A pen that turns at random, more or less nervously."""
    n = int(rng.integers(40, 300))
    turn = np.cumsum(rng.normal(0, rng.uniform(0.3, 1.5), n))
    return [np.cumsum(np.stack([np.cos(turn), np.sin(turn)], axis=1), axis=0)]


def _brownian(rng: Rng) -> list[Line]:
    return [np.cumsum(rng.normal(size=(int(rng.integers(15, 120)), 2)), axis=0)]


def _zigzag(rng: Rng) -> list[Line]:
    """To and fro across a strip."""
    n = int(rng.integers(7, 30))
    along = np.linspace(0, rng.uniform(0.3, 1.6), n)
    across = np.where(np.arange(n) % 2, 1.0, 0.0) * rng.uniform(0.5, 1) + rng.normal(0, 0.06, n)
    return [_turned(np.stack([along, across], axis=1), rng)]


def _spiral(rng: Rng) -> list[Line]:
    turns = rng.uniform(2.3, 7)
    t = np.linspace(0, 1, 200)
    radius = rng.uniform(0, 0.2) + t ** rng.uniform(0.7, 1.3)
    angle = 2 * np.pi * turns * t * rng.choice([-1, 1]) + rng.uniform(0, 2 * np.pi)
    line = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return [line * [1, rng.uniform(0.6, 1.4)]]


def _many_lines(rng: Rng) -> list[Line]:
    return [rng.uniform(0, 1, (2, 2)) for _ in range(rng.integers(5, 18))]


def _loops(rng: Rng) -> list[Line]:
    """Loop after loop, as when a pen is tried out."""
    t = np.linspace(0, 2 * np.pi * rng.uniform(3, 8), 300)
    size = rng.uniform(0.6, 1.6)
    line = np.stack([rng.uniform(0.1, 0.4) * t + size * np.cos(t), rng.uniform(1.5, 3) * np.sin(t)], axis=1)
    return [_turned(line + rng.normal(0, 0.03, line.shape), rng)]


def _rosette(rng: Rng) -> list[Line]:
    """A Lissajous figure of higher order."""
    a, b = ORDERS[rng.integers(len(ORDERS))]
    t = np.linspace(0, 2 * np.pi, 300)
    return [_turned(np.stack([np.sin(a * t + rng.uniform(0.3, 1.2)), np.sin(b * t)], axis=1), rng)]


def _marks(rng: Rng) -> list[Line]:
    """Short strokes here and there."""
    places = rng.uniform(0, 1, (int(rng.integers(3, 12)), 2))
    return [place + np.cumsum(rng.normal(0, 0.06, (int(rng.integers(1, 6)), 2)), axis=0) for place in places]


def _random_curves(rng: Rng) -> list[Line]:
    """Smooth curves through random places, one to three of them."""
    return [_smooth(rng.uniform(0, 1, (int(rng.integers(5, 14)), 2))) for _ in range(rng.integers(1, 4))]


def _tangle(rng: Rng) -> list[Line]:
    """One long smooth curve that crosses itself often."""
    return [_smooth(rng.normal(size=(int(rng.integers(12, 50)), 2)))]


def _hatching(rng: Rng) -> list[Line]:
    """Parallel lines, sometimes crossed."""
    lines = [np.array([[0, k], [1, k + rng.normal(0, 0.02)]]) for k in np.linspace(0, 1, int(rng.integers(3, 9)))]
    crossed = [line[:, ::-1] for line in lines] if rng.random() < 0.5 else []
    both = _turned(np.concatenate(lines + crossed) * [1, rng.uniform(0.6, 1.4)], rng)
    return list(both.reshape(-1, 2, 2))


def _star(rng: Rng) -> list[Line]:
    """Lines through one point."""
    angles = np.pi * np.arange(n := int(rng.integers(3, 8))) / n + rng.normal(0, 0.08, n)
    return [np.array([[-np.cos(a), -np.sin(a)], [np.cos(a), np.sin(a)]]) for a in angles]


def _dots(rng: Rng) -> list[Line]:
    return [rng.uniform(0, 1, (1, 2)) for _ in range(rng.choice([1, 1, 2, 4, 8, 16]))]


def _dash(rng: Rng) -> list[Line]:
    """One or two lines that lie rather than stand."""
    count = int(rng.integers(1, 3))
    return [np.array([[0, y], [1, y + rng.uniform(-0.3, 0.3)]]) for y in rng.uniform(0, 1, count)]


def _filling(rng: Rng) -> list[Line]:
    """An area blackened with a narrow to and fro."""
    n = int(rng.integers(15, 40))
    y = np.linspace(-1, 1, n)
    width = np.sqrt(np.maximum(1 - y**2, 0)) if rng.random() < 0.5 else np.ones(n)
    x = width * np.where(np.arange(n) % 2, 1, -1) + rng.normal(0, 0.08, n)
    return [_turned(np.stack([x, y * rng.uniform(0.5, 1.5)], axis=1), rng)]


def _uniform(rng: Rng) -> Field:
    return rng.uniform(0, 255, _size(rng))


def _gaussian(rng: Rng) -> Field:
    return rng.normal(rng.choice([0, 128, 255]), rng.uniform(20, 120), _size(rng))


def _salt_and_pepper(rng: Rng) -> Field:
    size, share = _size(rng), rng.uniform(0.02, 0.6)
    base = rng.choice([0, 128, 255])
    return np.where(rng.random(size) < share, rng.choice([0, 255], size), base)


def _blobs(rng: Rng) -> Field:
    """Smoothed noise, cut at a level: clouds and speckles."""
    size = _size(rng)
    smooth = ndimage.gaussian_filter(rng.normal(size=size), rng.uniform(0.02, 0.12) * size[0])
    smooth /= smooth.std()
    return np.asarray(np.clip(128 + rng.choice([60, 400]) * (smooth - rng.uniform(-1, 1.5)), 0, 255))


def _speckle(rng: Rng) -> Field:
    """Multiplied noise on a bright area."""
    size = _size(rng)
    return np.asarray(rng.uniform(60, 200) * rng.gamma(rng.uniform(0.5, 4), 0.5, size))


def _stripes(rng: Rng) -> Field:
    y, x = _grid(_size(rng))
    angle, waves = rng.uniform(0, np.pi), rng.uniform(1.5, 12)
    wave = np.sin(2 * np.pi * waves * (x * np.cos(angle) + y * np.sin(angle)) + rng.uniform(0, 6))
    return np.asarray(128 + 127 * (np.sign(wave) if rng.random() < 0.5 else wave))


def _plaid(rng: Rng) -> Field:
    y, x = _grid(_size(rng))
    wave = np.sin(2 * np.pi * rng.uniform(1, 8) * x) * np.sin(2 * np.pi * rng.uniform(1, 8) * y)
    return np.asarray(128 + 127 * (np.sign(wave) if rng.random() < 0.5 else wave))


def _gradient(rng: Rng) -> Field:
    y, x = _grid(_size(rng))
    fields = (x, y, x * y, np.hypot(x - 0.5, y - 0.5), x**2, np.maximum(x, y))
    field = fields[rng.integers(len(fields))] * 255
    return field if rng.random() < 0.5 else 255 - field


def _filled(rng: Rng) -> Field:
    """A full rectangle or ellipse, or the whole page."""
    y, x = _grid(_size(rng))
    wide, tall = rng.uniform(0.25, 0.5, 2)
    inside = (abs(x - 0.5) / wide, abs(y - 0.5) / tall)
    area = np.maximum(*inside) < 1 if rng.random() < 0.5 else np.hypot(*inside) < 1
    return np.where(area, 0, 255) if rng.random() < 0.9 else np.full_like(x, rng.choice([0, 128, 255]))


def _fractal(rng: Rng) -> Field:
    """Noise of all sizes at once, as on stone or cloth."""
    size = _size(rng)
    layers = [ndimage.gaussian_filter(rng.normal(size=size), s) * s for s in (1, 2, 4, 8)]
    field = np.sum(layers, axis=0)
    return np.asarray(128 + rng.uniform(30, 90) * field / field.std())


def _noisy_box(rng: Rng) -> Field:
    """Noise on a part of an empty page."""
    page = np.zeros((n := int(rng.choice([28, 56, 112])), n))
    side = int(rng.uniform(0.4, 0.9) * n)
    top, left = rng.integers(0, n - side + 1, 2)
    page[top : top + side, left : left + side] = rng.uniform(0, 255, (side, side))
    return page if rng.random() < 0.5 else 255 - page


def _turned(line: Line, rng: Rng) -> Line:
    angle = rng.uniform(0, 2 * np.pi)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.asarray(line @ np.array([[cos, sin], [-sin, cos]]))


def _smooth(places: Line) -> Line:
    """A cubic spline through the places."""
    at = np.linspace(0, len(places) - 1, 12 * len(places))
    return np.stack([ndimage.map_coordinates(axis, [at], order=3, mode="nearest") for axis in places.T], axis=1)


def _size(rng: Rng) -> tuple[int, int]:
    side = int(rng.choice([28, 28, 28, 56, 100, 200]))
    return side, side


def _grid(size: tuple[int, int]) -> tuple[Field, Field]:
    y, x = np.meshgrid(np.linspace(0, 1, size[0]), np.linspace(0, 1, size[1]), indexing="ij")
    return y, x


SCRIBBLES: Mapping[str, Callable[[Rng], list[Line]]] = MappingProxyType(
    {
        "random walk": _random_walk,
        "brownian": _brownian,
        "zigzag": _zigzag,
        "spiral": _spiral,
        "many lines": _many_lines,
        "loops": _loops,
        "rosette": _rosette,
        "marks": _marks,
        "random curves": _random_curves,
        "tangle": _tangle,
        "hatching": _hatching,
        "star": _star,
        "dots": _dots,
        "dash": _dash,
        "filling": _filling,
    }
)
PICTURES: Mapping[str, Callable[[Rng], Field]] = MappingProxyType(
    {
        "uniform": _uniform,
        "gaussian": _gaussian,
        "salt and pepper": _salt_and_pepper,
        "blobs": _blobs,
        "speckle": _speckle,
        "stripes": _stripes,
        "plaid": _plaid,
        "gradient": _gradient,
        "filled": _filled,
        "fractal": _fractal,
        "noisy box": _noisy_box,
    }
)
FAMILIES = (*SCRIBBLES, *PICTURES)
HARD = ("random walk", "brownian", "marks", "random curves", "many lines", "tangle")
"""Families whose members come closest to digits."""
