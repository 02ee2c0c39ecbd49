"""Shapes: activation functions of one number, sampled for a plot and read at single places; all by the engine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.activations import ACTIVATIONS, Maxout, PReLU
from nnviz.engine.diagnosis import SATURATED, STEEPEST
from nnviz.engine.experiment import LayerSpec

Values = NDArray[np.float64]
Line = tuple[float, float]
SPAN = (-6.0, 6.0)
"""Where functions are drawn."""
SAMPLES = 481
"""Places of a curve: 0 and every quarter are among them."""
CORNER_AT_ZERO = frozenset({"step", "sign", "relu", "leaky_relu", "prelu", "elu"})
NEAR = 1e-9
"""Distance from a corner of maxout, whose place is rounded, to the places beside it."""
DUST = 1e-8
"""A smaller jump is rounding."""


@dataclass(frozen=True)
class Shape:
    """An activation function with its parameters; `lines` are the pieces of maxout, (slope, intercept) each."""

    name: str
    alpha: float = 0.1
    theta: float = 1.0
    lines: tuple[Line, ...] = ((1.0, 0.0), (0.0, 0.0))

    @property
    def spec(self) -> LayerSpec:
        """The layer the engine needs to know."""
        return LayerSpec(1, self.name, alpha=self.alpha, theta=self.theta, pieces=len(self.lines))


@dataclass(frozen=True, eq=False)
class Curve:
    """(n,) places x, f(x) and f′(x). At a jump NaN stands between the two sides, and the place itself is a point."""

    x: Values
    value: Values
    slope: Values


@dataclass(frozen=True)
class Reading:
    """x, f(x), f′(x)."""

    x: float
    value: float
    slope: float


@dataclass(frozen=True)
class Jump:
    """How far f and f′ jump at a place, from left to right; 0 where they do not."""

    at: float
    value: float
    slope: float


def evaluate(shape: Shape, x: Values) -> tuple[Values, Values]:
    """(n,) f(x) and f′(x); at a corner f′ from the left."""
    if shape.name == "maxout":
        return _maxout(shape, x)
    activation = ACTIVATIONS[shape.name](shape.spec)
    z, extra = x[:, None], activation.initial_extra(1)
    a = activation.value(z, extra)
    slope = activation.derivative(z, a, extra)
    return np.asarray(a[:, 0], np.float64), np.asarray(slope[:, 0], np.float64)


def read(shape: Shape, x: float) -> Reading:
    """The function at one place."""
    value, slope = evaluate(shape, np.array([x]))
    return Reading(x, float(value[0]), float(slope[0]))


def corners(shape: Shape) -> list[float]:
    """Places within SPAN where f or f′ may jump."""
    found = [0.0] if shape.name in CORNER_AT_ZERO else []
    if shape.name == "thresholded_relu":
        found = [shape.theta]
    if shape.name == "maxout":
        found = _crossings(shape)
    return [x for x in found if _inside(x)]


def jumps(shape: Shape) -> list[Jump]:
    """What happens at the corners."""
    return [_jump(shape, at) for at in corners(shape)]


def curve(shape: Shape) -> Curve:
    """The function over SPAN; beside its corners both sides are sampled."""
    places = np.linspace(*SPAN, SAMPLES)
    for at in corners(shape):
        left, right = _sides(shape, at)
        places = np.sort(np.concatenate([places[places != at], [left, at, at, at, right]]))
    value, slope = evaluate(shape, places)
    for jump in jumps(shape):
        where = np.flatnonzero(places == jump.at)[[0, 2]]
        value[where] = np.nan if jump.value else value[where]
        slope[where] = np.nan if jump.slope else slope[where]
    return Curve(places, value, slope)


def saturated(shape: Shape, drawn: Curve) -> NDArray[np.bool_]:
    """(n,) where f′ is below SATURATED times its largest value, of functions that saturate; nowhere for others."""
    steepest = STEEPEST.get(shape.name, 0.0)
    return drawn.slope < SATURATED * steepest


def slope_gradient(x: Values) -> Values:
    """(n,) ∂f/∂α of PReLU at each x: min(x, 0)."""
    return np.asarray(PReLU().extra_gradient(np.ones((1, len(x))), x[None, :]), np.float64)


def max_form(alpha: float, x: Values) -> Values:
    """max(αx, x), which is leaky ReLU only for α ≤ 1."""
    return np.maximum(alpha * x, x)


def _maxout(shape: Shape, x: Values) -> tuple[Values, Values]:
    slopes, intercepts = np.array(shape.lines).T
    z = x[:, None] * slopes + intercepts
    activation = Maxout(shape.spec)
    a = activation.value(z)
    return np.asarray(a[:, 0], np.float64), np.asarray(activation.derivative(z, a) @ slopes, np.float64)


def _crossings(shape: Shape) -> list[float]:
    """Where another piece of maxout takes over."""
    pairs = [(one, two) for k, one in enumerate(shape.lines) for two in shape.lines[k + 1 :] if one[0] != two[0]]
    places = [(two[1] - one[1]) / (one[0] - two[0]) for one, two in pairs]
    # Almost parallel pieces meet so far away that nothing can be computed there.
    seen = sorted({round(x, 12) for x in places if _inside(x)})
    return [x for x in seen if abs(_jump(shape, x).slope) > DUST]


def _inside(x: float) -> bool:
    return SPAN[0] < x < SPAN[1]


def _sides(shape: Shape, at: float) -> tuple[float, float]:
    if shape.name == "maxout":
        return at - NEAR, at + NEAR
    return float(np.nextafter(at, -np.inf)), float(np.nextafter(at, np.inf))


def _jump(shape: Shape, at: float) -> Jump:
    value, slope = evaluate(shape, np.array(_sides(shape, at)))
    steps = (float(v[1] - v[0]) for v in (value, slope))
    return Jump(at, *(step if abs(step) > DUST else 0.0 for step in steps))
