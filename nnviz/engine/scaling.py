"""Input scaling: what is done to raw inputs before they enter the network (LeCun et al., Efficient BackProp, 1998)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array

TINY = 1e-8
"""A feature whose deviation is below this is constant: it is centred and left unscaled."""


@dataclass(frozen=True)
class Scaling:
    """x ↦ (x − offset) · factor, or (x − offset) @ matrix for whitening.

    offset (inputs,) or (1,); factor (inputs,) or (1,); matrix (inputs, inputs) or None
    """

    method: str
    offset: Array
    factor: Array
    matrix: Array | None = None

    def apply(self, x: NDArray[Any], dtype: str = "float32") -> Array:
        """(m, inputs) raw → (m, inputs) as the network sees them."""
        if self.matrix is not None:
            return np.asarray((x - self.offset) @ self.matrix, dtype)
        return np.asarray((x - self.offset.astype(dtype)) * self.factor.astype(dtype), dtype)


def fit_scaling(method: str, x: Array) -> Scaling:
    """The scaling that `method` learns from raw training inputs x (m, inputs)."""
    return _FITS[method](x)


def _none(x: Array) -> Scaling:
    return Scaling("none", np.zeros(1), np.ones(1))


def _unit(x: Array) -> Scaling:
    """All inputs to 0…1 with one offset and one factor, so that relative sizes stay."""
    low, high = float(x.min()), float(x.max())
    return Scaling("unit", np.array([low]), np.array([1 / max(high - low, TINY)]))


def _standard(x: Array) -> Scaling:
    """Each input to mean 0 and deviation 1."""
    deviation = x.std(axis=0, dtype=np.float64)
    return Scaling("standard", x.mean(axis=0, dtype=np.float64), 1 / np.where(deviation < TINY, 1, deviation))


def _whiten(x: Array) -> Scaling:
    """Mean 0 and covariance the identity: ZCA, (x − μ) E (Λ + ε)^−½ Eᵀ (Bell and Sejnowski, 1997)."""
    mean = x.mean(axis=0, dtype=np.float64)
    values, vectors = np.linalg.eigh(np.atleast_2d(np.cov(x, rowvar=False)))
    # Directions without variance would be divided by zero; ε is small beside the largest eigenvalue.
    shrink = 1 / np.sqrt(np.maximum(values, 0) + 1e-5 * max(float(values[-1]), TINY))
    return Scaling("whiten", mean, np.ones(1), (vectors * shrink) @ vectors.T)


_FITS = {"none": _none, "unit": _unit, "standard": _standard, "whiten": _whiten}


def check_width(x: Array, inputs: int) -> None:
    """Refuse rows whose length is not the network's number of inputs."""
    if x.shape[-1] != inputs:
        raise Refusal("wrong_width", found=x.shape[-1], expected=inputs)
