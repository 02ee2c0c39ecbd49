"""Numerical derivatives, to check the analytic ones: tests, a lesson and a badge in the window use it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.layout import Indices, layout
from nnviz.engine.network import Layer, Network, trained_count
from nnviz.engine.trace import Array, ForwardTrace

TOLERANCE = 1e-5
"""A larger relative difference is suspicious; right gradients stay near 10⁻⁸ in float64."""
FLOOR = 1e-3
"""Gradients below FLOOR · max(1, loss) are compared absolutely: rounding of the loss alone moves them that much."""
STEP, FINE_STEP = 1e-5, 1e-6
"""How far a parameter is moved to both sides. The smaller, the more the rounding of the loss weighs; but where batch
normalisation divides by a small σ, a step is large beside σ, and the loss no longer nearly a parabola within it."""
CORNERED = frozenset({"step", "sign", "relu", "leaky_relu", "prelu", "elu", "thresholded_relu", "maxout"})
"""Activations with a corner or a jump: at n = 0, of thresholded_relu at θ, of maxout where another piece wins."""


@dataclass(frozen=True)
class GradientCheck:
    """Back-propagation compared with central differences, in float64.

    largest    relative difference at its largest, and `parameter`, the index where (−1 and nan: nothing was compared)
    checked    parameters compared, of `total` trained ones;  skipped: drawn, but moving them crossed a corner of an
               activation, where the derivative of one side is not that of the other and no difference quotient is right
    seconds_numerical_per_parameter, seconds_analytic   time of one derivative by differences (two forward passes), and
               of all of them by back-propagation
    """

    largest: float
    parameter: int
    checked: int
    skipped: int
    total: int
    seconds_numerical_per_parameter: float
    seconds_analytic: float

    @property
    def verdict(self) -> str:
        """“ok” or “suspicious”."""
        return "ok" if self.largest < TOLERANCE else "suspicious"


def central_differences(f: Callable[[], float], w: Array, h: float = 1e-6) -> Array:
    """(f(w + h) − f(w − h)) / 2h for every element of w, which `f` reads and which is left as it was."""
    gradient = np.empty_like(w)
    for i in range(w.size):
        kept = w[i]
        w[i] = kept + h
        above = f()
        w[i] = kept - h
        below = f()
        w[i] = kept
        gradient[i] = (above - below) / (2 * h)
    return gradient


def relative_difference(analytic: Array, numerical: Array) -> float:
    """Largest |a − n| / max(|a|, |n|, 1): relative where gradients are large, absolute where they are small."""
    scale = np.maximum(np.maximum(np.abs(analytic), np.abs(numerical)), 1)
    return float(np.max(np.abs(analytic - numerical) / scale))


def check_gradient(network: Network, x: Array, t: Array, batch_statistics: bool = False) -> float:
    """Largest relative difference between back-propagation and central differences of the mean loss. Running statistics
    of batch normalisation are constants and are not compared."""

    def forward() -> ForwardTrace:
        return network.forward(x, batch_statistics=batch_statistics)

    trained = np.concatenate([block.trained() for block in layout(network.experiment)])
    analytic = network.backward(forward(), t).flat.copy()
    numerical = central_differences(lambda: network.loss_value(forward(), t), network.parameters)
    return relative_difference(analytic[trained], numerical[trained])


def check_sampled(
    network: Network, x: Array, t: Array, count: int, rng: np.random.Generator, h: float | None = None
) -> GradientCheck:
    """Compare `count` parameters, drawn from all weight layers alike, or all of them where there are no more.

    network  of any precision; a float64 copy is checked, and units that are off stay off
    x, t     (m, inputs), (m, outputs): the mean loss of these samples is differentiated, without dropout and penalties;
             batch normalisation takes their own means and variances, as in training
    h        how far a parameter is moved to both sides, None: STEP or FINE_STEP
    """
    exact = Network(replace(network.experiment, precision="float64"), network.parameters.astype(np.float64))
    x, t = np.asarray(x, np.float64), np.asarray(t, np.float64)
    chosen = _drawn(exact, count, rng)
    h = h or (FINE_STEP if any(layer.spec.batch_norm for layer in exact.layers) else STEP)
    with np.errstate(all="ignore"):
        began = perf_counter()
        trace = exact.forward(x, batch_statistics=True)
        analytic = exact.backward(trace, t).flat[chosen]
        between = perf_counter()
        numerical, crossed = _quotients(exact, x, t, chosen, h)
        ended = perf_counter()
        floor = FLOOR * max(1.0, abs(exact.loss_value(trace, t)))
        scale = np.maximum(np.maximum(np.abs(analytic), np.abs(numerical)), floor)
        differences = (np.abs(analytic - numerical) / scale)[~crossed]
    worst = int(differences.argmax()) if differences.size else -1
    return GradientCheck(
        largest=float(differences[worst]) if differences.size else math.nan,
        parameter=int(chosen[~crossed][worst]) if differences.size else -1,
        checked=differences.size,
        skipped=int(crossed.sum()),
        total=trained_count(exact.experiment),
        seconds_numerical_per_parameter=(ended - between) / len(chosen),
        seconds_analytic=between - began,
    )


def _drawn(network: Network, count: int, rng: np.random.Generator) -> Indices:
    """Sorted indices of at most `count` trained parameters, drawn in turn from one weight layer after the other."""
    drawn = [rng.permutation(block.trained())[:count] for block in layout(network.experiment)]
    indices = np.concatenate(drawn)
    turns = np.concatenate([np.arange(len(part)) for part in drawn])
    return np.sort(indices[np.argsort(turns, kind="stable")[:count]])


def _quotients(network: Network, x: Array, t: Array, chosen: Indices, h: float) -> tuple[Array, NDArray[np.bool_]]:
    """(f(w + h) − f(w − h)) / 2h of the chosen parameters, and where a corner lies between the two."""
    w = network.parameters
    numerical, crossed = np.empty(len(chosen)), np.empty(len(chosen), np.bool_)
    for at, i in enumerate(chosen):
        kept = w[i]
        w[i] = kept + h
        above = network.forward(x, batch_statistics=True)
        w[i] = kept - h
        below = network.forward(x, batch_statistics=True)
        w[i] = kept
        numerical[at] = (network.loss_value(above, t) - network.loss_value(below, t)) / (2 * h)
        crossed[at] = _corner_between(network, above, below)
    return numerical, crossed


def _corner_between(network: Network, one: ForwardTrace, two: ForwardTrace) -> bool:
    """True if some unit's n lies on one side of its activation's corner in one pass and on the other in the other."""
    return any(
        not np.array_equal(_side(layer, a), _side(layer, b))
        for layer, a, b in zip(network.layers, one.n, two.n, strict=True)
        if layer.spec.activation in CORNERED
    )


def _side(layer: Layer, n: Array) -> NDArray[Any]:
    spec = layer.spec
    if spec.activation == "maxout":
        return np.asarray(n.reshape(len(n), spec.units, -1).argmax(axis=2))
    return np.asarray(n > (spec.theta if spec.activation == "thresholded_relu" else 0))
