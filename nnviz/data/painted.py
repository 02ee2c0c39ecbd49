"""Painted points: data of two inputs that grows under a brush and shrinks under an eraser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import DataSet
from nnviz.data.own import PAINTED, OwnData
from nnviz.data.plane import Bounds
from nnviz.data.strokes import near
from nnviz.engine.refusal import Refusal

CLASSES = tuple("01234567")
"""Names of painted classes, as those of the toy sets."""
MOST_POINTS = 20_000
MOST_AT_ONCE = 2000
FURTHEST = 1e6

_NO_POINTS, _NO_LABELS = np.empty((0, 2), np.float32), np.empty(0, np.intp)
Pair = tuple[float, float]


def nothing(like: OwnData | None = None) -> OwnData:
    """The empty plane; with the names and the frame of other points."""
    data = like or OwnData("", "plane", _NO_POINTS, _NO_LABELS, classes=CLASSES[:2], recipe={"from": PAINTED})
    return _with(data, _NO_POINTS, _NO_LABELS)


def from_samples(data: DataSet, frame: Bounds) -> OwnData:
    """What is there already, to paint on: all samples of a plane with classes. A regression's are none."""
    if data.image or data.inputs != 2:
        raise Refusal("no_plane_to_paint")
    if not data.classes:
        return nothing()
    x = np.concatenate([data.train_x, data.test_x]).astype(np.float32)
    y = np.concatenate([data.train_y, data.test_y]).astype(np.intp)
    return OwnData("", "plane", x, y, data.features, data.classes, recipe={"from": PAINTED}, frame=frame)


def with_points(data: OwnData, label: int, points: Sequence[Pair]) -> OwnData:
    """More points of class `label`. Refusal no_such_class, bad_points, too_many_points."""
    if not 0 <= label < len(CLASSES):
        raise Refusal("no_such_class", label=label, last=len(CLASSES) - 1)
    more = _checked(points)
    if len(data.x) + len(more) > MOST_POINTS:
        raise Refusal("too_many_points", most=MOST_POINTS)
    labels = np.full(len(more), label, np.intp)
    return _with(data, np.concatenate([data.x, more]), np.concatenate([data.y, labels]))


def without_points(data: OwnData, path: Sequence[Pair], radius: float) -> OwnData:
    """The points farther than `radius` from a line, as a share of half the width of the plane. Refusal bad_points."""
    line = data.bounds.share(_checked(path).astype(np.float64))
    kept = ~near(data.bounds.share(data.x), line, radius) if len(line) else np.ones(len(data.x), bool)
    return _with(data, data.x[kept], data.y[kept])


def _with(data: OwnData, x: NDArray[Any], y: NDArray[Any]) -> OwnData:
    """Other points (m, 2) with class indices (m,). A class that is painted for the first time gets a number; classes
    at the end that no point has are gone, but for two."""
    count = max(2, int(y.max(initial=-1)) + 1)
    classes = (*data.classes, *CLASSES[len(data.classes) :])[:count]
    return replace(data, x=x, y=y, classes=classes)


def _checked(points: Sequence[Pair]) -> NDArray[np.float32]:
    """(n, 2) points that are finite and not too many."""
    at = np.array(points, np.float64).reshape(-1, 2)
    if len(at) > MOST_AT_ONCE or not (np.abs(at) <= FURTHEST).all():
        raise Refusal("bad_points", most=MOST_AT_ONCE)
    return at.astype(np.float32)
