"""Straight lines and half-planes cut to a box, as a plot draws them."""

from __future__ import annotations

import math

import numpy as np

from nnviz.engine.perceptron import POINTS, Unit, Values

SHIFTS = (0.0, -0.2, 0.2, -0.4, 0.4)
COVERS = 0.14
"""So near a handle would cover a point."""
Limits = tuple[float, float]
BOX: Limits = (-2.5, 3.5)
"""On both axes: more than a plane ever shows."""


def line_points(unit: Unit, x: Limits = BOX, y: Limits = BOX) -> tuple[Values, Values]:
    """x and y of both ends of the line Σ = 0 within a box; empty where there is none."""
    if not (unit.w1 or unit.w2):
        return np.empty(0), np.empty(0)
    foot, along, reach = foot_of(unit), direction(unit), (-math.inf, math.inf)
    for at, step, (low, high) in zip(foot, along, (x, y), strict=True):
        if step:
            first, last = sorted(((low - at) / step, (high - at) / step))
            reach = max(reach[0], first), min(reach[1], last)
        elif not low <= at <= high:
            return np.empty(0), np.empty(0)
    if reach[0] > reach[1]:
        return np.empty(0), np.empty(0)
    ends = np.array(reach)
    return foot[0] + ends * along[0], foot[1] + ends * along[1]


def half_plane(unit: Unit, box: Limits = BOX) -> tuple[Values, Values, Values]:
    """x, low, high of the side Σ > 0 within the box, every corner among them; empty where no point of it is there."""
    low, high = box
    w1, w2, b = unit.w1, unit.w2, unit.bias
    if not w2:
        return _upright(w1, b, low, high)
    xs = [low, high]
    if w1:
        xs += [x for x in ((-b - w2 * y) / w1 for y in box) if low < x < high]
    x = np.array(sorted(xs))
    line = np.clip(-(w1 * x + b) / w2, low, high)
    return (x, line, np.full_like(x, high)) if w2 > 0 else (x, np.full_like(x, low), line)


def foot_of(unit: Unit, middle: tuple[float, float] = (0.5, 0.5)) -> tuple[float, float]:
    """The point of the line Σ = 0 nearest to the middle."""
    square = unit.w1**2 + unit.w2**2
    far = (unit.w1 * middle[0] + unit.w2 * middle[1] + unit.bias) / square
    return middle[0] - far * unit.w1, middle[1] - far * unit.w2


def grip_of(unit: Unit, arm: float) -> tuple[float, float]:
    """Where the line is taken: at its foot, or a little along the line where that, or a place `arm` further on, would
    cover an input of a gate."""
    foot, along = foot_of(unit), direction(unit)
    for shift in SHIFTS:
        ends = [(foot[0] + far * along[0], foot[1] + far * along[1]) for far in (shift, shift + arm)]
        if all(math.dist(end, at) > COVERS for end in ends for at in POINTS):
            return ends[0]
    return foot


def direction(unit: Unit) -> tuple[float, float]:
    """A step of length 1 along the line; the side Σ > 0 lies to its left."""
    length = math.hypot(unit.w1, unit.w2)
    return unit.w2 / length, -unit.w1 / length


def through(unit: Unit, x: float, y: float) -> Unit:
    """The unit with the same weights whose line goes through a point."""
    return Unit(unit.w1, unit.w2, tidy(-(unit.w1 * x + unit.w2 * y)))


def turned(unit: Unit, pivot: tuple[float, float], x: float, y: float) -> Unit:
    """The unit with weights of the same length whose line goes through the pivot towards a point."""
    dx, dy = x - pivot[0], y - pivot[1]
    far, length = math.hypot(dx, dy), math.hypot(unit.w1, unit.w2)
    if not far:
        return unit
    w1, w2 = tidy(-dy / far * length), tidy(dx / far * length)
    return Unit(w1, w2, tidy(-(w1 * pivot[0] + w2 * pivot[1])))


def distance(unit: Unit, x: float, y: float) -> float:
    """How far a point is from the line; infinite where there is no line."""
    length = math.hypot(unit.w1, unit.w2)
    return abs(unit.w1 * x + unit.w2 * y + unit.bias) / length if length else math.inf


def tidy(value: float) -> float:
    """What a hand sets, to a thousandth."""
    return round(value, 3) + 0.0


def _upright(w1: float, b: float, low: float, high: float) -> tuple[Values, Values, Values]:
    """The half-plane of a line that is upright, or of none."""
    left, right = (low, high) if b > 0 else (low, low)
    if w1:
        edge = min(max(-b / w1, low), high)
        left, right = (edge, high) if w1 > 0 else (low, edge)
    x = np.array([left, right]) if left < right else np.empty(0)
    return x, np.full_like(x, low), np.full_like(x, high)
