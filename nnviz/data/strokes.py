"""Pen strokes → ink: the one rasteriser for the canvas and the commands, the vector eraser, and the JSON form.

Ink depends on the shape of a drawing only: the same strokes, drawn small or large and anywhere, give the same ink.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.refusal import Refusal
from nnviz.strict_json import parsed

Stroke = tuple[tuple[float, float], ...]
"""Points (x, y) of one pen stroke, y downwards; frozen, so that intents that carry strokes are hashable."""

Points = NDArray[np.float64]

INK = 280
"""Height and width of the ink image in pixels: ten to one of MNIST's 28."""
EDGE = 240
"""Pixels of the longer side of the inked box: twelve to one of MNIST's 20."""
PEN = 30.0
"""Pen width in ink pixels, 2.5 of the 20 after preparation: the median stroke of MNIST's training images."""
DOT = 0.03
"""A drawing smaller than this share of the canvas is a dot."""
FINE = 2
"""Supersampling: ink is found on a grid twice as fine and averaged."""
GREYS = np.array([0, 64, 128, 191, 255], np.uint8)
"""Ink of a pixel by the number of its FINE² fine pixels that are inked."""
STEP = 6.0
"""Distance of the pen's stamps along a stroke, in fine pixels; at this pen width the scallops stay below 0.1 px."""
MOST_STAMPS = 1_000_000
"""Stamps of a drawing, beside one at each of its points."""
CHUNK = 1024
"""Stamps handled at once, which bounds the memory of a very long scribble."""
CUT = 8
"""An erased stroke is cut at a point of it that is at most radius / CUT from the exact place."""
MOST_POINTS = 300_000
SMALLEST = 1e-9
"""A drawing smaller than this is a dot: larger numbers could not be scaled to the ink image."""
FARTHEST = 1e9
"""Largest coordinate: beyond it the difference of two points loses its digits."""


def rasterise(strokes: tuple[Stroke, ...], extent: float | None = None) -> NDArray[np.uint8]:
    """Ink of a drawing: (280, 280), 255 = ink, 0 = paper. No strokes: no ink.

    `extent` is the width of the canvas in the units of the points, where known: what is tiny beside it is a dot.
    """
    points, starts = _flatten(strokes)
    if not len(points):
        return np.zeros((INK, INK), np.uint8)
    if np.ptp(points, axis=0).max() <= max(DOT * (extent or 0), SMALLEST):
        return _ink(np.full((1, 2), FINE * INK / 2))
    # Placed twice: the curve through few points may bulge a little beyond their box.
    return _ink(_placed(_stamps(_placed(points), starts)))


def erase(strokes: tuple[Stroke, ...], path: Stroke, radius: float) -> tuple[Stroke, ...]:
    """Strokes without the parts within `radius` of the eraser's `path`; a stroke cut in the middle becomes two."""
    if not path:
        return strokes
    left: list[Stroke] = []
    for stroke in strokes:
        left.extend(_cut(stroke, np.asarray(path, float), radius))
    return tuple(left)


def parse_strokes(text: str) -> tuple[Stroke, ...]:
    """Strokes of JSON {"strokes": [[[x, y], …], …]}. Refusal: strokes_not_json, strokes_bad_form, strokes_too_many."""
    try:
        content = parsed(text)
    except ValueError as error:
        raise Refusal("strokes_not_json") from error
    if not isinstance(content, dict) or not isinstance(content.get("strokes"), list):
        raise Refusal("strokes_bad_form")
    strokes = tuple(_stroke(stroke) for stroke in content["strokes"])
    if sum(map(len, strokes)) > MOST_POINTS:
        raise Refusal("strokes_too_many", most=MOST_POINTS)
    return strokes


def _stroke(points: Any) -> Stroke:
    if not isinstance(points, list):
        raise Refusal("strokes_bad_form")
    return tuple(_point(point) for point in points)


def _point(point: Any) -> tuple[float, float]:
    if not isinstance(point, list) or len(point) != 2:
        raise Refusal("strokes_bad_form")
    x, y = point
    return _coordinate(x), _coordinate(y)


def _coordinate(value: Any) -> float:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not abs(value) <= FARTHEST:
        raise Refusal("strokes_bad_form")
    return float(value)


def _flatten(strokes: tuple[Stroke, ...]) -> tuple[Points, NDArray[np.bool_]]:
    """All points (n, 2) in one array, and (n,) True where a stroke starts."""
    inked = [stroke for stroke in strokes if stroke]
    if not inked:
        return np.empty((0, 2)), np.empty(0, bool)
    points = np.concatenate([np.asarray(stroke, float) for stroke in inked])
    starts = np.zeros(len(points), bool)
    starts[np.cumsum([0, *(len(stroke) for stroke in inked[:-1])])] = True
    return points, starts


def _placed(points: Points) -> Points:
    """Points in fine pixels: their box fitted into the ink image, its centre in the middle."""
    low, high = points.min(axis=0), points.max(axis=0)
    factor = FINE * (EDGE - PEN) / float((high - low).max())
    return np.asarray((points - (low + high) / 2) * factor + FINE * INK / 2)


def _stamps(points: Points, starts: NDArray[np.bool_]) -> Points:
    """Where the pen touches the paper: points every STEP along smooth curves through the points of each stroke."""
    ends = np.append(starts[1:], True)
    joined = np.flatnonzero(~ends)
    length = np.hypot(*(points[joined + 1] - points[joined]).T)
    # A scribble of hours is black all over, however far its stamps are apart.
    count = np.ceil(length / max(STEP, length.sum() / MOST_STAMPS)).astype(np.intp)
    share = (np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)) / np.repeat(count, count)
    curve = _curve(points, _tangents(points, starts | ends), np.repeat(joined, count), share[:, None])
    return np.concatenate([curve, points[ends]])


def _tangents(points: Points, free: NDArray[np.bool_]) -> Points:
    """(n, 2) direction of the pen at each point: none where `free` (a stroke's end), little at a sharp corner."""
    tangents = np.zeros_like(points)
    if len(points) < 3:
        return tangents
    before, after = points[1:-1] - points[:-2], points[2:] - points[1:-1]
    lengths = np.hypot(*before.T) * np.hypot(*after.T)
    cosine = (before * after).sum(axis=1) / np.maximum(lengths, 1e-12)
    through = before + after
    reach = np.sqrt(np.minimum((before**2).sum(axis=1), (after**2).sum(axis=1)))
    size = reach * np.clip(1 + cosine, 0, 1) / np.maximum(np.hypot(*through.T), 1e-12)
    tangents[1:-1] = through * size[:, None]
    tangents[free] = 0
    return tangents


def _curve(points: Points, tangents: Points, k: NDArray[np.intp], t: Points) -> Points:
    """Points at share t (m, 1) of the segments k → k + 1 of a cubic Hermite spline."""
    start, end = points[k], points[k + 1]
    bend = (1 - t) * tangents[k] - t * tangents[k + 1]
    ease = t * t * (3 - 2 * t)
    return start + (end - start) * ease + t * (1 - t) * bend


def _ink(stamps: Points) -> NDArray[np.uint8]:
    """Discs of pen width at the stamps (n, 2), as the union of one interval for each disc and row."""
    width, radius = FINE * INK, FINE * PEN / 2
    at = np.rint(stamps).astype(np.intp)
    y, x = np.divmod(np.unique(at[:, 1] * width + at[:, 0])[:, None], width)
    rows = np.arange(math.ceil(-radius), math.floor(radius) + 1)
    half = np.rint(np.sqrt(radius**2 - rows**2)).astype(np.intp)
    change = np.zeros(width * width, np.int32)
    for part in range(0, len(x), CHUNK):
        middle = (y[part : part + CHUNK] + rows) * width + x[part : part + CHUNK]
        np.add.at(change, (middle - half).ravel(), np.int32(1))
        np.add.at(change, (middle + half).ravel(), np.int32(-1))
    inked = (np.cumsum(change, out=change) > 0).view(np.uint8).reshape(width, width)
    return _averaged(inked)


def _averaged(inked: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Share of inked fine pixels, 0…255. Slices, not a reshape: summing over short axes is forty times slower."""
    rows = inked[::2] + inked[1::2]
    counts = rows[:, ::2] + rows[:, 1::2]
    return GREYS[counts]


def _cut(stroke: Stroke, path: Points, radius: float) -> list[Stroke]:
    """What is left of one stroke; the very same stroke where the eraser did not touch it."""
    fine = _refined(np.asarray(stroke, float).reshape(-1, 2), radius / CUT)
    erased = near(fine, path, radius)
    if not erased.any():
        return [stroke]
    edges = np.flatnonzero(np.diff(erased)) + 1
    parts = np.split(fine, edges)
    kept = parts[1::2] if erased[0] else parts[::2]
    return [tuple((float(x), float(y)) for x, y in part) for part in kept]


def _refined(points: Points, step: float) -> Points:
    """The same line with points at most `step` apart."""
    if len(points) < 2:
        return points
    length = np.hypot(*np.diff(points, axis=0).T)
    count = np.maximum(1, np.ceil(length / step)).astype(np.intp)
    at = np.arange(len(points))
    where = np.interp(np.arange(count.sum() + 1), np.concatenate([[0], np.cumsum(count)]), at)
    return np.stack([np.interp(where, at, points[:, 0]), np.interp(where, at, points[:, 1])], axis=1)


def near(points: Points, path: Points, radius: float) -> NDArray[np.bool_]:
    """(n,) True where a point lies within `radius` of the polyline `path`."""
    start, along = path[:-1], np.diff(path, axis=0)
    if not len(along):
        start, along = path, np.zeros_like(path)
    offset = points[:, None] - start
    share = (offset * along).sum(axis=2) / np.maximum((along**2).sum(axis=1), 1e-12)
    distance = offset - np.clip(share, 0, 1)[..., None] * along
    return np.asarray(((distance**2).sum(axis=2) <= radius**2).any(axis=1))
