"""What the layers do: histograms, gradient norms, saturated and dead units, the size of the last update."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.network import Layer, Network, off_units
from nnviz.engine.trace import Array

BINS = 40
STEEPEST = {"sigmoid": 0.25, "tanh": 1.0}
"""Largest slope of the activations that saturate."""
SATURATED = 0.05
"""A unit is saturated for a sample if its slope is below this share of the steepest: |n| > 4.4 for σ, 2.2 for tanh."""
DYING = frozenset({"relu", "thresholded_relu"})
"""Activations whose units are dead while they put out 0 for every sample: no gradient reaches their weights."""
FAINT = 1e-2
"""Vanishing: the first layer's gradient (root mean square over its weights) is below this share of the last one's."""
LOUD = 1e3
"""Exploding: it is above this multiple of the last one's, or some layer's norm is above this."""


@dataclass(frozen=True, eq=False)
class Histogram:
    """counts (BINS,) of the finite values between edges (BINS + 1,), which reach from the smallest to the largest."""

    counts: NDArray[np.intp]
    edges: Array


@dataclass(frozen=True, eq=False)
class LayerDiagnosis:
    """One weight layer and the units it leads into.

    activations, weights, gradients   histograms of a (samples · units), W and ∂L/∂W
    mean, deviation   of all entries of a
    gradient_norm   √Σ over dW and db of their squares;  gradient_scale: √ of the mean of dW²
    saturated       share of all (sample, unit) pairs whose unit is saturated; nan for activations that do not saturate
    dead            share of units whose f(n) is 0 for every sample; nan for activations that do not die. Units
                    that are switched off by hand are not counted
    update_ratio    ‖ΔW‖ / ‖W‖ of the last update; nan before the first, and where W is 0
    """

    units: int
    activation: str
    batch_norm: bool
    residual: bool
    activations: Histogram
    weights: Histogram
    gradients: Histogram
    mean: float
    deviation: float
    gradient_norm: float
    gradient_scale: float
    saturated: float
    dead: float
    update_ratio: float


@dataclass(frozen=True, eq=False)
class Diagnosis:
    """All weight layers, first to last, with `samples` fixed training samples run through the network as it is."""

    iteration: int
    samples: int
    layers: tuple[LayerDiagnosis, ...]


def diagnose(network: Network, x: Array, t: Array, before: Array | None, iteration: int) -> Diagnosis:
    """Both passes of inputs x (m, inputs), targets t (m, outputs), without dropout and penalties, looked at by layer.
    Batch normalisation takes their own means and variances, as in training.

    before  (parameters,) what the last update started from, None where there was none
    """
    with np.errstate(all="ignore"):
        trace = network.forward(x, batch_statistics=True)
        backward = network.backward(trace, t)
        olds = [None] * len(network.layers) if before is None else [part.W for part in network.split(before)]
        layers = tuple(
            _layer(network, k, trace.n[k], trace.a[k], backward.dW[k], backward.db[k], old)
            for k, old in enumerate(olds)
        )
    return Diagnosis(iteration, len(x), layers)


def verdict(diagnosis: Diagnosis) -> str:
    """“vanishing”, “exploding” or “”: how the gradient changes from the last layer to the first (Hochreiter, 1991).

    The scales are root mean squares over the weights, so that a wide layer does not look like a strong one. Where the
    last layer has no gradient at all there is nothing to compare: the network has learnt all it can.
    """
    norms = [layer.gradient_norm for layer in diagnosis.layers]
    first, last = diagnosis.layers[0].gradient_scale, diagnosis.layers[-1].gradient_scale
    if not all(norm <= LOUD for norm in norms) or first > LOUD * last > 0:
        return "exploding"
    return "vanishing" if first < FAINT * last else ""


def histogram(values: Array) -> Histogram:
    """BINS equal bins from the smallest to the largest finite value; wider ones where these are the same but for
    rounding, as the answers of saturated units are: there would be no room for bins between them."""
    flat = values.ravel().astype(np.float64)
    if not np.isfinite(flat).all():
        flat = flat[np.isfinite(flat)]
    low, high = (float(flat.min()), float(flat.max())) if flat.size else (0.0, 1.0)
    size = max(abs(low), abs(high))
    if high - low < BINS * np.spacing(size):
        low, high = low - max(0.5, 1e-6 * size), high + max(0.5, 1e-6 * size)
    counts, edges = np.histogram(flat, BINS, (low, high))
    return Histogram(counts, edges)


def saturated_share(layer: Layer, n: Array) -> float:
    """Share of n (m, units) where the layer's units are saturated; nan for activations that do not saturate."""
    steepest = STEEPEST.get(layer.spec.activation)
    if steepest is None:
        return math.nan
    slope = layer.activation.derivative(n, layer.activation.value(n, layer.extra), layer.extra)
    return float(np.mean(np.abs(slope) < SATURATED * steepest))


def _layer(network: Network, k: int, n: Array, a: Array, dW: Array, db: Array, old: Array | None) -> LayerDiagnosis:
    layer = network.layers[k]
    # What a skip connection adds keeps no unit alive: only f(n) passes a gradient to the unit's own weights.
    fired = layer.activation.value(n, layer.extra) if layer.spec.residual else a
    alive = np.delete(fired, off_units(network.experiment).get(k + 1, []), axis=1)
    return LayerDiagnosis(
        units=layer.spec.units,
        activation=layer.spec.activation,
        batch_norm=layer.spec.batch_norm,
        residual=layer.spec.residual,
        activations=histogram(a),
        weights=histogram(layer.W),
        gradients=histogram(dW),
        mean=float(np.mean(a, dtype=np.float64)),
        deviation=float(np.std(a, dtype=np.float64)),
        gradient_norm=math.sqrt(_square(dW) + _square(db)),
        gradient_scale=math.sqrt(_square(dW) / dW.size),
        saturated=saturated_share(layer, n),
        dead=_dead(layer, alive),
        update_ratio=math.nan if old is None else _ratio(layer.W - old, old),
    )


def _square(array: Array) -> float:
    """Σ of the squares in float64, so that a float32 sum cannot overflow."""
    flat = array.ravel().astype(np.float64)
    return float(np.vdot(flat, flat))


def _ratio(change: Array, of: Array) -> float:
    size = _square(of)
    return math.sqrt(_square(change) / size) if size else math.nan


def _dead(layer: Layer, fired: Array) -> float:
    if layer.spec.activation not in DYING or not fired.size:
        return math.nan
    return float(np.mean(~fired.any(axis=0)))
