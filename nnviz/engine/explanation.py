"""Explanation of one answer: which inputs and which units spoke for it, rather than for another class.

The quantity explained is the difference d = z_answer − z_rival of two weighted sums of the output layer ("logits");
a softmax turns it into the ratio of the two probabilities, p_answer / p_rival = exp(d).

Source: gradient × input (Shrikumar, Greenside and Kundaje, "Learning important features through propagating activation
differences", 2017). In a network whose activations are piecewise linear it equals layer-wise relevance propagation
(Ancona et al., "Towards better understanding of gradient-based attribution methods", 2018).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.network import NO_UNITS, Layer, Network, off_units
from nnviz.engine.normalization import pull
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array, ForwardTrace


@dataclass(frozen=True)
class Explanation:
    """Why a network says `answer` and not `rival`. Layer 1 is the first hidden one; entry k belongs to layer k + 1.

    answer, rival  indices of two outputs
    difference     d = z_answer − z_rival
    gradient       (inputs,) ∂d/∂x
    evidence       (inputs,) x · ∂d/∂x: above 0 the input speaks for the answer, below 0 for the rival
    slopes         (units,) ∂d/∂a of each hidden layer; in the last one it is W[:, answer] − W[:, rival]
    weights        (units,) a · ∂d/∂a of each hidden layer: how much each unit spoke for the answer
    bias           what the biases add to d, Σ b · ∂d/∂z over all layers

    Where all activations are piecewise linear and nothing is batch-normalised: d = Σ evidence + bias.
    """

    answer: int
    rival: int
    difference: float
    gradient: Array
    evidence: Array
    slopes: tuple[Array, ...]
    weights: tuple[Array, ...]
    bias: float

    def strongest(self, layer: int, count: int) -> NDArray[np.intp]:
        """(≤ count,) units of a hidden layer (1 is the first) that mattered most either way, the strongest first; units
        that did not matter at all are left out."""
        weights = np.abs(self.weights[layer - 1])
        order = np.argsort(-weights, kind="stable")[:count]
        return np.asarray(order[weights[order] > 0])


def runner_up(trace: ForwardTrace, answer: int) -> int:
    """The output with the largest weighted sum but for `answer`, of the one sample in a pass."""
    z = trace.z[-1][0].copy()
    z[answer] = -np.inf
    return int(z.argmax())


def explain(network: Network, trace: ForwardTrace, answer: int, rival: int) -> Explanation:
    """Explain a pass of one sample (m = 1) in inference.

    Refusal no_rival where there is nothing to compare an answer with.
    """
    z = trace.z[-1][0]
    if len(z) < 2 or answer == rival:
        raise Refusal("no_rival")
    delta = np.zeros((1, len(z)), z.dtype)
    delta[0, answer], delta[0, rival] = 1, -1
    slopes, deltas = _walk_back(network, trace, delta)
    hidden = tuple(slope[0] for slope in slopes[1:])
    return Explanation(
        answer,
        rival,
        float(z[answer]) - float(z[rival]),
        slopes[0][0],
        trace.x[0] * slopes[0][0],
        hidden,
        tuple(a[0] * slope for a, slope in zip(trace.a, hidden, strict=False)),
        float(sum(layer.b @ delta[0] for layer, delta in zip(network.layers, deltas, strict=True))),
    )


def _walk_back(network: Network, trace: ForwardTrace, delta: Array) -> tuple[list[Array], list[Array]]:
    """From ∂d/∂z of the last layer (1, outputs) to ∂d/∂x: for each weight layer, first to last, ∂d/∂(what entered it)
    and ∂d/∂z."""
    off = off_units(network.experiment)
    slopes: list[Array] = []
    deltas = [delta]
    for k in range(len(network.layers) - 1, -1, -1):
        layer = network.layers[k]
        slope = deltas[0] @ layer.W.T
        if layer.spec.residual:
            slope += slopes[0]
        if k:
            slope[:, off.get(k, NO_UNITS)] = 0
            deltas.insert(0, _through(network.layers[k - 1], k - 1, trace, slope))
        slopes.insert(0, slope)
    return slopes, deltas


def _through(layer: Layer, k: int, trace: ForwardTrace, slope: Array) -> Array:
    """∂d/∂a (1, units) of weight layer k → its ∂d/∂z (1, width)."""
    n, a, statistics = trace.n[k], trace.a[k], trace.norms[k]
    if layer.spec.residual:
        # `a` holds what the layer got as well; derivatives ask for what it made.
        a = layer.activation.value(n, layer.extra)
    dn = layer.activation.pull(slope, n, a, layer.extra)
    if statistics is None:
        return dn
    out, unused = np.empty_like(dn), np.empty(dn.shape[1], dn.dtype)
    pull(dn, layer.gamma, statistics, unused, np.empty_like(unused), out)
    return out
