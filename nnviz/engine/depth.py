"""Depth: what many layers do to what goes through them, forwards and backwards, and what they do not do if linear."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.engine.diagnosis import Diagnosis, Histogram, LayerDiagnosis, histogram, saturated_share, verdict
from nnviz.engine.network import Layer, Network
from nnviz.engine.trace import Array

STEEPEST_SIGMOID = 0.25
"""σ′ ≤ ¼: what n sigmoid layers leave of a gradient is at most 0.25ⁿ of it, but for the weights."""
ALIKE = 0.05
"""Activations have collapsed where their standard deviation is below this; that of standardised inputs is 1."""
MANY = 1 / 3
"""A layer is called saturated or dead from this share of its units on."""
GROWN = 100.0
"""Activations explode where the last layer's deviation is above this multiple of the first one's."""


@dataclass(frozen=True, eq=False)
class LayerLook:
    """What one hidden layer puts out: histogram, mean and standard deviation of a (samples · units), and the saturated
    share of these, nan for activations that do not saturate."""

    activations: Histogram
    mean: float
    deviation: float
    saturated: float


@dataclass(frozen=True, eq=False)
class Chain:
    """How the gradient comes back through a network.

    norms     (layers,) √Σ over dW and db of their squares, first weight layer to last
    slopes    (hidden,) mean of |f′(n)| over samples and units of each hidden layer
    products  (hidden,) of the slopes of this hidden layer and all behind it: what is left of the output's gradient,
              but for the weights
    """

    norms: Array
    slopes: Array
    products: Array

    @property
    def ratio(self) -> float:
        """First gradient norm / last one; nan where the last is 0."""
        return float(self.norms[0] / self.norms[-1]) if self.norms[-1] else math.nan


@dataclass(frozen=True)
class Finding:
    """Something about the layers that is worth a sentence.

    kind    "collapse", "saturated", "dead", "growth", "vanishing", "exploding" or "healthy"
    first   number of the first hidden layer (from 1) that it is true of, last: of the last one
    value   "collapse": the mean they collapse to; "saturated", "dead": the largest share; else the ratio of the last
            layer to the first ("growth") or of the gradients of the first to those of the last
    """

    kind: str
    first: int
    last: int
    value: float


def looks(network: Network, x: Array) -> tuple[LayerLook, ...]:
    """The hidden layers for inputs x (m, inputs), batch normalisation by these samples."""
    with np.errstate(all="ignore"):
        trace = network.forward(x, batch_statistics=True)
        return tuple(_look(*parts) for parts in zip(network.layers, trace.n, trace.a[:-1], strict=False))


def chain(network: Network, x: Array, t: Array) -> Chain:
    """Both passes of inputs x (m, inputs) and targets t (m, outputs), batch normalisation by these samples."""
    with np.errstate(all="ignore"):
        trace = network.forward(x, batch_statistics=True)
        backward = network.backward(trace, t)
        norms = np.array([math.hypot(*map(_norm, pair)) for pair in zip(backward.dW, backward.db, strict=True)])
        slopes = np.array([_mean_slope(network, k, n) for k, n in enumerate(trace.n[:-1])])
    return Chain(norms, slopes, products_from_behind(slopes))


def products_from_behind(slopes: Array) -> Array:
    """(n,) slopes → (n,) products of each with all behind it."""
    return np.asarray(np.cumprod(slopes[::-1])[::-1])


def sigmoid_bounds(hidden: int) -> Array:
    """(hidden,) 0.25ⁿ, n being the number of sigmoid layers from each hidden layer on."""
    return np.asarray(STEEPEST_SIGMOID ** np.arange(hidden, 0, -1.0))


def findings(diagnosis: Diagnosis) -> tuple[Finding, ...]:
    """What is to be said of a network, forwards first; "healthy" where there is nothing."""
    hidden, count = diagnosis.layers[:-1], len(diagnosis.layers) - 1
    found = [
        *_collapse(hidden),
        *_share("saturated", [layer.saturated for layer in hidden]),
        *_share("dead", [layer.dead for layer in hidden]),
        *_growth(hidden),
    ]
    first, last = diagnosis.layers[0].gradient_scale, diagnosis.layers[-1].gradient_scale
    ratio, kind = first / last if last else math.nan, verdict(diagnosis)
    if kind:
        found.append(Finding(kind, 1, count, ratio))
    return tuple(found) or (Finding("healthy", 1, count, ratio),)


def collapse(network: Network) -> tuple[Array, Array]:
    """The one layer that a network of linear layers is: W (inputs, outputs) and b (outputs,), so that its weighted sums
    of the last layer are x·W + b. Of other networks: what would be left if their activations were taken out."""
    W = np.eye(network.experiment.inputs, dtype=network.parameters.dtype)
    b = np.zeros(network.experiment.inputs, network.parameters.dtype)
    for layer in network.layers:
        W, b = W @ layer.W, b @ layer.W + layer.b
    return W, b


def _norm(array: Array) -> float:
    """√Σ of the squares in float64, so that a float32 sum cannot overflow."""
    return float(np.linalg.norm(array.ravel().astype(np.float64)))


def _look(layer: Layer, n: Array, a: Array) -> LayerLook:
    mean, deviation = float(np.mean(a, dtype=np.float64)), float(np.std(a, dtype=np.float64))
    return LayerLook(histogram(a), mean, deviation, saturated_share(layer, n))


def _mean_slope(network: Network, k: int, n: Array) -> float:
    layer = network.layers[k]
    slope = layer.activation.derivative(n, layer.activation.value(n, layer.extra), layer.extra)
    return float(np.mean(np.abs(slope), dtype=np.float64))


def _collapse(hidden: Sequence[LayerDiagnosis]) -> list[Finding]:
    """From which layer on all have collapsed."""
    alike = [layer.deviation < ALIKE for layer in hidden]
    first = next((k for k in range(len(alike)) if all(alike[k:])), None)
    return [] if first is None else [Finding("collapse", first + 1, len(hidden), hidden[-1].mean)]


def _share(kind: str, shares: Sequence[float]) -> list[Finding]:
    """The layers, first to last, of which most is saturated or dead."""
    found = [k for k, share in enumerate(shares) if share >= MANY]
    return [Finding(kind, found[0] + 1, found[-1] + 1, max(shares[k] for k in found))] if found else []


def _growth(hidden: Sequence[LayerDiagnosis]) -> list[Finding]:
    if len(hidden) < 2 or not hidden[-1].deviation > GROWN * hidden[0].deviation > 0:
        return []
    return [Finding("growth", 1, len(hidden), hidden[-1].deviation / hidden[0].deviation)]
