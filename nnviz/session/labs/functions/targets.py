"""What is minimised: cross-entropy against squared error, loss against accuracy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.activations import Sigmoid, sigmoid
from nnviz.engine.answers import logit, softmax_answer
from nnviz.engine.losses import BinaryCrossEntropy, CrossEntropy, MeanSquaredError, logit_gradient
from nnviz.engine.trace import Array, ForwardTrace
from nnviz.session.labs.checks import check_choice, check_index, check_range
from nnviz.session.labs.functions.intents_training import (
    SetAnswer,
    SetOutputLogit,
    SetRest,
    SetSlopeWeight,
    ShowTargetView,
)
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part

VIEWS = ("gradients", "rest", "accuracy")
LOGITS = (-8.0, 8.0)
PROBABILITIES = (0.001, 0.999)
WRONG = SetAnswer(0.001, 1)
"""Confidently wrong: the sample is of class 1, and the output is sure that it is not."""
LOGIT_GRID = np.linspace(*LOGITS, 321)
REST_GRID = np.linspace(0.0, 1.0, 101)
TRUE_SHARES = (0.01, 0.98)
EVEN, ONE_SIDED = 0.5, 1.0
"""Shares of the rest that are always shown beside one's own."""
WEIGHTS = (0.0, 4.0)
WEIGHT_GRID = np.linspace(*WEIGHTS, 401)
BIAS = -3.0
SAMPLES = np.array([0.4, 0.8, 1.1, 1.5, 1.8, 2.1, 2.5, 2.8, 3.2, 3.7])
LABELS = np.array([0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0])
"""Ten samples whose classes overlap: no weight gets all of them right."""


@dataclass(frozen=True, eq=False)
class LogitGradients:
    """Losses and their derivatives by the logit, for m outputs p with one target.

    p, mse, ce     (m,) outputs and losses of each
    outer, inner   (m,) 2(p − t) and p(1 − p), whose product is d(p − t)²/dz
    mse_slope, ce_slope  (m,) d(p − t)²/dz and dCE/dz = p − t
    """

    p: Array
    mse: Array
    ce: Array
    outer: Array
    inner: Array
    mse_slope: Array
    ce_slope: Array


class TargetPart(Part):
    """A sigmoid output with its target; a softmax output of three classes; a classifier with one weight."""

    def __init__(self) -> None:
        self.view = VIEWS[0]
        self.logit, self.target = 1.0, 1.0
        self.true_share, self.rest_share = 0.5, 0.8
        self.weight = 0.5

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            ShowTargetView: self._show,
            SetOutputLogit: self._set_logit,
            SetAnswer: self._set_answer,
            SetRest: self._set_rest,
            SetSlopeWeight: self._set_weight,
        }

    # Gradients at the logit

    @property
    def gradients(self) -> LogitGradients:
        """At the probe; arrays of one element."""
        return gradients_at(np.array([self.logit]), self.target)

    @property
    def gradient_curves(self) -> LogitGradients:
        """Over LOGIT_GRID."""
        return gradients_at(LOGIT_GRID, self.target)

    # Shares of the rest

    def answer(self, rest_share: float) -> Array:
        """(3,) prediction: the true class first, then what `rest_share` of the rest is, then what is left."""
        rest = 1 - self.true_share
        return np.array([self.true_share, rest * rest_share, rest * (1 - rest_share)])

    def rest_losses(self, rest_shares: Array) -> tuple[Array, Array]:
        """(k,) squared errors and (k,) cross-entropies of the predictions with these shares."""
        answers = np.stack([self.answer(float(share)) for share in rest_shares])
        trace, truth = softmax_answer(answers), np.tile([1.0, 0.0, 0.0], (len(answers), 1))
        return MeanSquaredError().of_each(trace, truth), CrossEntropy().of_each(trace, truth)

    # Accuracy and loss of one weight

    @property
    def threshold(self) -> float:
        """x at which the classifier changes its mind; ∞ for a weight of 0."""
        return -BIAS / self.weight if self.weight else np.inf

    @property
    def right(self) -> NDArray[np.bool_]:
        """(10,) True for each sample on the right side of the threshold."""
        return np.asarray((self.weight * SAMPLES + BIAS > 0) == (LABELS > 0), np.bool_)

    @property
    def accuracy(self) -> float:
        """Share of samples on the right side of the threshold."""
        return float(self.right.mean())

    @property
    def accuracy_slope(self) -> float:
        """d accuracy / dw: 0, and NaN on a step of the staircase."""
        return float("nan") if self.weight in staircase()[0] else 0.0

    @property
    def cross_entropy(self) -> float:
        """Mean binary cross-entropy of the samples."""
        return float(cross_entropies(np.array([self.weight]))[0])

    @property
    def cross_entropy_slope(self) -> float:
        """dL/dw = (1/m) Σ (p − t) x."""
        p = sigmoid(self.weight * SAMPLES + BIAS)
        delta = np.empty_like(p[:, None])
        logit_gradient("sigmoid", p[:, None], LABELS[:, None], delta)
        return float(SAMPLES @ delta[:, 0])

    # Intents

    def _show(self, intent: ShowTargetView) -> None:
        self.view = check_choice("view", intent.view, VIEWS)

    def _set_logit(self, intent: SetOutputLogit) -> None:
        self.logit = check_range("logit", intent.logit, *LOGITS)

    def _set_answer(self, intent: SetAnswer) -> None:
        probability = check_range("probability", intent.probability, *PROBABILITIES)
        target = check_index("target", intent.target, 2)
        self.logit, self.target = float(logit(np.array([probability]))[0]), float(target)

    def _set_rest(self, intent: SetRest) -> None:
        true_share = check_range("true_share", intent.true_share, *TRUE_SHARES)
        self.rest_share = check_range("rest_share", intent.rest_share, 0.0, 1.0)
        self.true_share = true_share

    def _set_weight(self, intent: SetSlopeWeight) -> None:
        self.weight = check_range("weight", intent.weight, *WEIGHTS)


def gradients_at(z: Array, target: float) -> LogitGradients:
    """Losses of sigmoid outputs at logits z (m,), one sample each, and their derivatives by z."""
    p = sigmoid(z)
    trace = ForwardTrace(z[:, None], (z[:, None],), (z[:, None],), (p[:, None],), (None,), (None,))
    t = np.full_like(trace.output, target)
    # The engine's gradients are those of the mean over m samples.
    outer = len(z) * MeanSquaredError().gradient(trace, t)[:, 0]
    inner = Sigmoid().derivative(z, p)
    delta = np.empty_like(t)
    logit_gradient("sigmoid", trace.output, t, delta)
    mse, ce = MeanSquaredError().of_each(trace, t), BinaryCrossEntropy().of_each(trace, t)
    return LogitGradients(p, mse, ce, outer, inner, outer * inner, len(z) * delta[:, 0])


def cross_entropies(weights: Array) -> Array:
    """(k,) mean binary cross-entropy of the samples for each weight."""
    z = np.multiply.outer(weights, SAMPLES) + BIAS
    trace = ForwardTrace(z[:, :0], (z,), (z,), (sigmoid(z),), (None,), (None,))
    return BinaryCrossEntropy().of_each(trace, np.broadcast_to(LABELS, z.shape))


def staircase() -> tuple[Array, Array]:
    """(k,) weights at which the threshold passes a sample, and the (k + 1,) accuracies between them within WEIGHTS."""
    jumps = np.sort(-BIAS / SAMPLES)
    jumps = jumps[(jumps > WEIGHTS[0]) & (jumps < WEIGHTS[1])]
    ends = np.concatenate([WEIGHTS[:1], jumps, WEIGHTS[1:]])
    middles = (ends[:-1] + ends[1:]) / 2
    fires = np.multiply.outer(middles, SAMPLES) + BIAS > 0
    return jumps, np.asarray((fires == (LABELS > 0)).mean(axis=1))
