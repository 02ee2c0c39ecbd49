"""Losses as functions of the prediction, information and entropy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnviz.engine.answers import sigmoid_answer, softmax_answer
from nnviz.engine.information import entropy, information, surprise_shares
from nnviz.engine.losses import LOSSES, MeanSquaredError
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array
from nnviz.session.labs.checks import check_choice, check_index, check_range
from nnviz.session.labs.functions.intents_training import (
    ChooseLoss,
    ChooseLossSample,
    ChooseTrueClass,
    SetLossTarget,
    SetPrediction,
    SetShare,
    SetShares,
    ShowLossView,
)
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part

VIEWS = ("output", "classes")
OUTPUT_LOSSES = ("mse", "binary_cross_entropy")
PROBABILITIES = (0.01, 0.99)
"""Predictions that can be chosen; beyond them cross-entropy leaves the plot."""
GRID = np.linspace(*PROBABILITIES, 197)
START = ((0.3, 1), (0.8, 1), (0.1, 0), (0.6, 0))
"""Predictions and targets of the batch."""
START_SHARES = (0.5, 0.25, 0.125, 0.125)
"""Powers of ½, so that information in bits is 1, 2, 3, 3 and the entropy 1.75."""


class LossPart(Part):
    """A batch of predictions of one output, and one prediction of several classes.

    predictions, targets   (m,) of the batch; `sample` is the one in front, `loss` the loss in front
    shares                 (n,) predicted probabilities of the classes; `true_class` is the right one
    """

    def __init__(self) -> None:
        self.view, self.loss, self.sample = VIEWS[0], OUTPUT_LOSSES[1], 0
        self.predictions = np.array([p for p, _ in START])
        self.targets = np.array([float(t) for _, t in START])
        self.shares = np.array(START_SHARES)
        self.true_class = 1

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            ShowLossView: self._show,
            ChooseLoss: self._choose_loss,
            ChooseLossSample: self._choose_sample,
            SetPrediction: self._predict,
            SetLossTarget: self._set_target,
            SetShare: self._set_share,
            SetShares: self._set_shares,
            ChooseTrueClass: self._choose_class,
        }

    # One output

    def losses(self, loss: str) -> Array:
        """(m,) loss of each sample; their mean is what training minimises."""
        return loss_of(loss, self.predictions, self.targets)

    def slopes(self, loss: str) -> Array:
        """(m,) derivative of each sample's own loss with respect to its prediction."""
        return slope_of(loss, self.predictions, self.targets)

    def curve(self, loss: str, target: float) -> Array:
        """Loss over GRID for a target."""
        return loss_of(loss, GRID, np.full_like(GRID, target))

    # Several classes

    @property
    def truth(self) -> Array:
        """(n,) one-hot target."""
        return np.asarray(np.arange(len(self.shares)) == self.true_class, np.float64)

    @property
    def information(self) -> Array:
        """(n,) −ln y of each class, in nats; ∞ where y is 0."""
        return information(self.shares)

    @property
    def surprise_shares(self) -> Array:
        """(n,) −y ln y of each class, in nats."""
        return surprise_shares(self.shares)

    @property
    def entropy(self) -> float:
        """−Σ y ln y in nats."""
        return entropy(self.shares)

    @property
    def square_terms(self) -> Array:
        """(n,) (y − t)² / n of each class; they add up to the squared error."""
        return np.asarray((self.shares - self.truth) ** 2 / len(self.shares))

    @property
    def squared_error(self) -> float:
        """(1/n) Σ (y − t)²."""
        return MeanSquaredError().value(softmax_answer(self.shares[None]), self.truth[None])

    @property
    def cross_entropy(self) -> float:
        """−Σ t ln y in nats: of a one-hot target the information of the true class; ∞ where it was held impossible."""
        return float(self.information[self.true_class])

    # Intents

    def _show(self, intent: ShowLossView) -> None:
        self.view = check_choice("view", intent.view, VIEWS)

    def _choose_loss(self, intent: ChooseLoss) -> None:
        self.loss = check_choice("loss", intent.loss, OUTPUT_LOSSES)

    def _choose_sample(self, intent: ChooseLossSample) -> None:
        self.sample = check_index("sample", intent.sample, len(self.targets))

    def _predict(self, intent: SetPrediction) -> None:
        sample = check_index("sample", intent.sample, len(self.targets))
        value = check_range("probability", intent.probability, *PROBABILITIES)
        self.predictions = _replaced(self.predictions, sample, value)

    def _set_target(self, intent: SetLossTarget) -> None:
        sample = check_index("sample", intent.sample, len(self.targets))
        self.targets = _replaced(self.targets, sample, float(check_index("target", intent.target, 2)))

    def _set_share(self, intent: SetShare) -> None:
        index = check_index("index", intent.index, len(self.shares))
        share = check_range("share", intent.share, 0.0, 1.0)
        others = _replaced(self.shares, index, 0.0)
        if others.sum() == 0:
            others = _replaced(np.ones_like(others), index, 0.0)
        self.shares = _replaced(others * (1 - share) / others.sum(), index, share)

    def _set_shares(self, intent: SetShares) -> None:
        shares = np.array(intent.shares, np.float64)
        for share in intent.shares:
            check_range("share", share, 0.0, 1.0)
        if len(shares) != len(self.shares) or shares.sum() == 0:
            raise Refusal("bad_field", field="shares", value=intent.shares)
        self.shares = shares / shares.sum()

    def _choose_class(self, intent: ChooseTrueClass) -> None:
        self.true_class = check_index("index", intent.index, len(self.shares))


def loss_of(loss: str, p: Array, t: Array) -> Array:
    """(m,) loss of each of m sigmoid outputs p with targets t."""
    return LOSSES[loss]().of_each(sigmoid_answer(p[:, None]), t[:, None])


def slope_of(loss: str, p: Array, t: Array) -> Array:
    """(m,) ∂L/∂p of each sample's own loss: the engine's gradients are those of the mean, 1/m of it."""
    return len(p) * LOSSES[loss]().gradient(sigmoid_answer(p[:, None]), t[:, None])[:, 0]


def _replaced(values: Array, index: int, value: float) -> Array:
    changed = values.copy()
    changed[index] = value
    return changed
