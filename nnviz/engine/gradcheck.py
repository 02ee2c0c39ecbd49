"""Numerical derivatives, to check the analytic ones: tests, a lesson and a badge in the window use it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnviz.engine.network import Network
from nnviz.engine.trace import Array


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


def check_gradient(network: Network, x: Array, t: Array) -> float:
    """Largest relative difference between back-propagation and central differences of the mean loss."""
    analytic = network.backward(network.forward(x), t).flat.copy()
    numerical = central_differences(lambda: network.loss_value(network.forward(x), t), network.parameters)
    return relative_difference(analytic, numerical)
