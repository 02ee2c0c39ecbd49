"""Start values of a weight matrix W (in, out); biases start at 0."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnviz.engine.trace import Array

Initializer = Callable[[np.random.Generator, int, int], Array]


def zeros(rng: np.random.Generator, fan_in: int, fan_out: int) -> Array:
    """All weights 0: every unit of a layer stays the same as its neighbours."""
    return np.zeros((fan_in, fan_out))


def small_normal(rng: np.random.Generator, fan_in: int, fan_out: int) -> Array:
    """N(0, 0.01²)."""
    return rng.normal(0, 0.01, (fan_in, fan_out))


def unit_normal(rng: np.random.Generator, fan_in: int, fan_out: int) -> Array:
    """N(0, 1)."""
    return rng.normal(0, 1, (fan_in, fan_out))


def glorot(rng: np.random.Generator, fan_in: int, fan_out: int) -> Array:
    """N(0, 2 / (in + out)) (Glorot and Bengio, 2010)."""
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))


def he(rng: np.random.Generator, fan_in: int, fan_out: int) -> Array:
    """N(0, 2 / in), for ReLU (He et al., 2015)."""
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))


INITIALIZERS: dict[str, Initializer] = {
    "zeros": zeros,
    "normal_0.01": small_normal,
    "normal_1": unit_normal,
    "glorot": glorot,
    "he": he,
}
