"""Batch normalisation (Ioffe and Szegedy, 2015): value, derivative and running statistics side by side.

n = γ x̂ + β with x̂ = (z − μ) / √(σ² + ε), for each column of z by itself. μ and σ² are those of the mini-batch in
training, and averages over the mini-batches so far in inference.
"""

from __future__ import annotations

import numpy as np

from nnviz.engine.trace import Array, BatchStatistics

EPSILON = 1e-5
"""ε: keeps the square root away from 0."""
MOMENTUM = 0.1
"""Share of the newest mini-batch in the running averages."""


def spread(variance: Array) -> Array:
    """(width,) √(σ² + ε), what z − μ is divided by."""
    return np.asarray(np.sqrt(variance + EPSILON))


def normalise(z: Array, gamma: Array, beta: Array, statistics: BatchStatistics, out: Array) -> None:
    """n (m, width) of z (m, width) into `out`, and x̂ into `statistics`; μ and σ² too where they are the batch's, else
    they are there already."""
    mean, variance, normalised = statistics.mean, statistics.variance, statistics.normalised
    if statistics.from_batch:
        np.mean(z, axis=0, out=mean)
    np.subtract(z, mean, out=normalised)
    if statistics.from_batch:
        np.mean(np.multiply(normalised, normalised, out=out), axis=0, out=variance)
    normalised /= spread(variance)
    np.multiply(normalised, gamma, out=out)
    out += beta


def pull(dn: Array, gamma: Array, statistics: BatchStatistics, dgamma: Array, dbeta: Array, out: Array) -> None:
    """∂L/∂γ = Σ ∂L/∂n x̂ and ∂L/∂β = Σ ∂L/∂n over the batch, and δ = ∂L/∂z (m, width) into `out`, from dn = ∂L/∂n.

    δ = γ / √(σ² + ε) · (∂L/∂n − (1/m) ∂L/∂β − (1/m) ∂L/∂γ x̂), because z moves μ and σ² as well (§3 of the paper, its
    terms collected); without the two means where μ and σ² are constants.
    """
    normalised = statistics.normalised
    np.add.reduce(np.multiply(dn, normalised, out=out), axis=0, out=dgamma)
    np.add.reduce(dn, axis=0, out=dbeta)
    if statistics.from_batch:
        np.multiply(normalised, dgamma / len(dn), out=out)
        out += dbeta / len(dn)
        np.subtract(dn, out, out=out)
    else:
        np.copyto(out, dn)
    out *= gamma / spread(statistics.variance)


def advance(mean: Array, variance: Array, statistics: BatchStatistics) -> None:
    """Move running averages (width,) towards a mini-batch of m samples, of whose variance the unbiased estimate
    σ² m / (m − 1) is taken. A single sample says nothing about a variance and leaves it as it was."""
    m = len(statistics.normalised)
    mean += MOMENTUM * (statistics.mean - mean)
    if m > 1:
        variance += MOMENTUM * (statistics.variance * (m / (m - 1)) - variance)
