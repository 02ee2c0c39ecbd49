"""Answers: outputs given by hand instead of by a network, as passes that the losses and their gradients understand."""

from __future__ import annotations

import numpy as np

from nnviz.engine.trace import Array, ForwardTrace

SMALLEST = 1e-300
"""Takes the place of 0 under a logarithm: the logit of a class without any probability stays finite."""


def logit(p: Array) -> Array:
    """z = ln p / (1 − p), of which σ(z) = p; for 0 < p < 1."""
    return np.asarray(np.log(p) - np.log1p(-p))


def sigmoid_answer(p: Array) -> ForwardTrace:
    """(m, n) probabilities 0 < p < 1 as the outputs of sigmoid units; kept as they are."""
    return _answer(logit(p), p)


def softmax_answer(y: Array) -> ForwardTrace:
    """(m, n) rows that sum to 1 as softmax outputs; of all logits that lead there those with LSE(z) = 0, z = ln y."""
    return _answer(np.log(np.maximum(y, SMALLEST)), y)


def _answer(z: Array, a: Array) -> ForwardTrace:
    return ForwardTrace(x=z[:, :0], z=(z,), n=(z,), a=(a,), masks=(None,), norms=(None,))
