"""The delta rule of Widrow and Hoff: a linear unit, fitted by gradient descent on all samples at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnviz.engine.perceptron import (
    GATES,
    POINTS,
    Values,
    delta_gradient,
    greatest_rate,
    half_squared_error,
    least_squares,
    with_ones,
)
from nnviz.session.labs.checks import check_choice, check_range
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.perceptron.intents import FitData, SetDeltaRate
from nnviz.session.labs.player import Player

LINE = "line"
PACE = 5.0
RATES = (0.001, 10.0)
START_RATE = 0.5
LINE_X = (-0.9, -0.7, -0.4, -0.1, 0.2, 0.5, 0.7, 1.0)
LINE_Y = (-0.72, -0.28, -0.31, 0.36, 0.21, 0.78, 0.62, 1.14)
"""Points about a straight line."""
CLOSE = 1e-6
"""What is so near the smallest error, as a share of the first one's distance, has arrived."""
FAR = 1e6
"""An error so many times the first one has run away; it is drawn and counted no further."""


class DeltaPart(Player):
    """W ← W − α (1/m) Σ (Wx − y) x.

    data     "line" or a gate;  x (m, n): samples, a column of ones in front;  y (m,)
    weights  (n,) W, the bias first;  rate: α
    losses   half the mean squared error before the first step, and after each
    """

    def __init__(self) -> None:
        super().__init__(PACE)
        self.rate = START_RATE
        self._load(LINE)

    def reset(self) -> None:
        super().reset()
        self.weights: Values = np.zeros(self.x.shape[1])
        self.losses = [half_squared_error(self.weights, self.x, self.y)]

    @property
    def steps(self) -> int:
        """Steps made."""
        return len(self.losses) - 1

    @property
    def outputs(self) -> Values:
        """(m,) Wx."""
        return np.asarray(self.x @ self.weights)

    @property
    def gradient(self) -> Values:
        """(n,) of the error at W."""
        return delta_gradient(self.weights, self.x, self.y)

    @property
    def arrived(self) -> bool:
        """True where no step makes the error noticeably smaller."""
        return self.losses[-1] - self.least_loss <= CLOSE * max(self.losses[0] - self.least_loss, 1e-12)

    @property
    def diverged(self) -> bool:
        """True where the error has run away."""
        return self.losses[-1] > FAR * self.losses[0]

    @property
    def can_step(self) -> bool:
        return not (self.arrived or self.diverged)

    def step(self) -> None:
        """One step on all samples."""
        if self.can_step:
            self.weights = self.weights - self.rate * self.gradient
            self.losses.append(half_squared_error(self.weights, self.x, self.y))

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {FitData: self._fit, SetDeltaRate: self._set_rate}

    def _fit(self, intent: FitData) -> None:
        check_choice("data", intent.data, (LINE, *GATES))
        self._load(intent.data)

    def _load(self, data: str) -> None:
        """Samples, and what is known of them without any steps: `best` (n,), its error `least_loss`, and the α from
        which on the steps diverge, `limit`."""
        self.data = data
        inputs = np.array(LINE_X)[:, None] if data == LINE else np.array(POINTS)
        self.x, self.y = with_ones(inputs), np.array(LINE_Y if data == LINE else GATES[data], np.float64)
        self.best = least_squares(self.x, self.y)
        self.least_loss = half_squared_error(self.best, self.x, self.y)
        self.limit = greatest_rate(self.x)
        self.reset()

    def _set_rate(self, intent: SetDeltaRate) -> None:
        check_range("rate", intent.rate, *RATES)
        self.rate = intent.rate
