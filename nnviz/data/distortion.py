"""Random distortions of training images: another hand, another pen, each time an image is seen.

After Simard, Steinkraus and Platt, "Best practices for convolutional neural networks" (2003): rotation, shear, scale,
shift and a smooth bend of the paper; the pen grows thicker or thinner by moving the edge in a signed distance field.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.distance import UNIT, ZERO, distance_fields
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array

Indices = NDArray[np.intp]

# Largest values at strength 1; lengths as shares of the image's half-width.
ROTATION = np.deg2rad(15)
SHEAR = 0.25
SCALE = 0.15
"""Each axis by its own factor 1 ± SCALE."""
SHIFT = 0.08
BEND = 0.04
"""Amplitude of each quadratic and wave term of the bend."""
PEN_SHARE = 0.6
"""Share of images drawn with another pen."""
THINNER, THICKER = 0.5, 0.9
"""Pixels by which the edge of the ink moves at most, for images of 28 pixels."""
LEAST_CORE = 0.5
"""A thinner pen leaves at least this share of the stroke's half-width."""
CHUNK = 16
"""Images handled at once: larger temporary arrays come fresh from the system each time, at three times the cost."""
SHARPEST, SOFTEST = 0.8, 1.6
"""Pixels over which an edge redrawn with another pen fades."""


class Distorter:
    """Distorts images of one data set; the distance fields are made once, when it is built."""

    def __init__(self, images: NDArray[Any], shape: tuple[int, int]) -> None:
        """images (m, h·w) raw grey values from 0 up; shape (h, w)."""
        self._images, self._shape = images, shape
        self._highest = max(float(images.max(initial=0)), 1.0)
        grey = _padded(images.reshape(-1, *shape), 255 / self._highest)
        # Grey values and distances lie in one array, so that one gather serves both kinds of pen.
        distance = distance_fields(grey)
        self._flat = np.concatenate([grey, distance]).reshape(-1)
        self._core = (distance.max(axis=(1, 2)).astype(np.float32) - ZERO) / UNIT
        self._basis = _basis(shape)

    def __call__(self, indices: Indices, strength: float, rng: np.random.Generator) -> NDArray[np.float32]:
        """(n, h·w) raw images `indices`, each distorted anew; strength 0…1, 0 changes nothing."""
        if strength == 0:
            return np.asarray(self._images[indices], np.float32)
        n = len(indices)
        paper = self._paper(n, strength, rng)
        new_pen = rng.random(n) < PEN_SHARE
        gain, offset = self._pens(indices, new_pen, strength, rng)
        chosen = new_pen * len(self._images) + indices
        out = np.empty((n, self._basis.shape[1]), np.float32)
        for at in range(0, n, CHUNK):
            part = slice(at, at + CHUNK)
            values = self._sampled(chosen[part], paper[part])
            values *= gain[part]
            values += offset[part]
            np.clip(values, 0, self._highest, out=out[part])
        return out

    def _paper(self, n: int, strength: float, rng: np.random.Generator) -> Array:
        """(n, 2, terms) factors of the basis: row and column of the padded image from which a pixel takes its ink."""
        h, w = self._shape
        size = np.array([[h / 2], [w / 2]], np.float32)
        factors = rng.uniform(-1, 1, (n, 2, len(self._basis))).astype(np.float32) * np.float32(BEND * strength)
        factors[:, :, 0] *= SHIFT / BEND
        factors[:, :, 1:3] = _linear(n, strength, rng)
        factors *= size
        factors[:, :, :1] += size + 0.5
        return factors

    def _sampled(self, images: Indices, paper: Array) -> Array:
        """(n, h·w) bilinear samples of `images`, counted through grey values and distances."""
        h, w = self._shape
        row, column = (np.ascontiguousarray(paper[:, axis]) @ self._basis for axis in (0, 1))
        np.clip(row, 0, h + 0.999, out=row)
        np.clip(column, 0, w + 0.999, out=column)
        top, left = row.astype(np.int32), column.astype(np.int32)
        row -= top
        column -= left
        corner = top * np.intp(w + 2) + left
        corner += images[:, None] * ((h + 2) * (w + 2))
        upper = _mix(self._flat[corner], self._flat[corner + 1], column)
        corner += w + 2
        return _mix(upper, _mix(self._flat[corner], self._flat[corner + 1], column), row)

    def _pens(
        self, indices: Indices, new_pen: NDArray[np.bool_], strength: float, rng: np.random.Generator
    ) -> tuple[Array, Array]:
        """(n, 1) factor and offset from sampled fields to raw grey: a ramp over the edge, or none for the old pen."""
        n, pixel = len(indices), self._shape[0] / 28
        thinnest = -np.minimum(THINNER * pixel * strength, (1 - LEAST_CORE) * self._core[indices])
        edge = thinnest + rng.random(n) * (THICKER * pixel * strength - thinnest)
        ramp = 1 / rng.uniform(SHARPEST, SOFTEST, n)
        gain = np.where(new_pen, self._highest * ramp / UNIT, self._highest / 255)
        offset = np.where(new_pen, self._highest * (0.5 + (edge - ZERO / UNIT) * ramp), 0)
        return gain[:, None].astype(np.float32), offset[:, None].astype(np.float32)


class TrainingDistortion:
    """What a Trainer asks for distorted batches: a Distorter behind the run's scaling, built when first needed."""

    def __init__(self, images: NDArray[Any], shape: tuple[int, int], scaling: Scaling, dtype: str) -> None:
        self._images, self._shape = images, shape
        self._scaling, self._dtype = scaling, dtype
        self._distorter: Distorter | None = None

    def __call__(self, indices: Indices, strength: float, rng: np.random.Generator) -> Array:
        """(n, h·w) scaled inputs of the training images `indices`, each distorted anew."""
        if self._distorter is None:
            self._distorter = Distorter(self._images, self._shape)
        return self._scaling.apply(self._distorter(indices, strength, rng), self._dtype)


def _linear(n: int, strength: float, rng: np.random.Generator) -> Array:
    """(n, 2, 2) matrices in (row, column) order: rotation · shear · scale."""
    angle, shear, tall, wide = rng.uniform(-1, 1, (4, n)).astype(np.float32) * np.float32(strength)
    angle *= ROTATION
    shear *= SHEAR
    cos, sin = np.cos(angle), np.sin(angle)
    tall, wide = 1 + SCALE * tall, 1 + SCALE * wide
    rows = [[cos * tall, -sin * wide], [(sin + cos * shear) * tall, (cos - sin * shear) * wide]]
    return np.asarray(np.array(rows).transpose(2, 0, 1), np.float32)


def _basis(shape: tuple[int, int]) -> Array:
    """(terms, h·w): 1, row, column, then the quadratic and wave terms of the bend, over −1…1."""
    axes = [(np.arange(length) + 0.5) * 2 / length - 1 for length in shape]
    y, x = np.meshgrid(*axes, indexing="ij")
    waves = [
        np.sin(np.pi * y),
        np.sin(np.pi * x),
        np.cos(np.pi * y) * np.sin(np.pi * x),
        np.sin(np.pi * y) * np.cos(np.pi * x),
    ]
    terms = [np.ones_like(x), y, x, y * y, x * y, x * x, *waves]
    return np.asarray(np.stack(terms).reshape(len(terms), -1), np.float32)


def _padded(images: NDArray[Any], factor: float) -> NDArray[np.uint8]:
    """(m, h + 2, w + 2) grey values 0…255 with a border of paper, so that ink never smears out of the image."""
    m, h, w = images.shape
    grey = np.zeros((m, h + 2, w + 2), np.uint8)
    np.copyto(grey[:, 1:-1, 1:-1], images if factor == 1 else np.rint(images * factor), casting="unsafe")
    return grey


def _mix(a: NDArray[Any], b: NDArray[Any], share: Array) -> Array:
    """(1 − share) a + share b, as a + share (b − a)."""
    start = a.astype(np.float32)
    step = b - start
    step *= share
    step += start
    return np.asarray(step)
