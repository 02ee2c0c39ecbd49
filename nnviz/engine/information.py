"""Information and entropy of a distribution over classes (Shannon, 1948), in nats; divided by ln 2 in bits."""

from __future__ import annotations

import numpy as np

from nnviz.engine.trace import Array

NATS_IN_A_BIT = float(np.log(2.0))


def information(p: Array) -> Array:
    """−ln p, element by element: how surprising an event of probability p is; ∞ for what never happens."""
    with np.errstate(divide="ignore"):
        return np.asarray(-np.log(p) + 0.0)


def surprise_shares(p: Array) -> Array:
    """−p ln p, element by element, with 0 ln 0 = 0; they add up to the entropy."""
    return np.multiply(p, information(p), out=np.zeros_like(p), where=p > 0)


def entropy(p: Array) -> float:
    """−Σ p ln p: the information one gets on average; 0 if one class is certain, ln n if all n are equal."""
    return float(surprise_shares(p).sum())


def in_bits(nats: float) -> float:
    """The same information, counted in answers to yes-or-no questions."""
    return nats / NATS_IN_A_BIT
