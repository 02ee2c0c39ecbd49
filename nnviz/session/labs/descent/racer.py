"""Racer: one optimizer on its way down a surface, in double precision, and what its newest step was made of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.experiment import Experiment
from nnviz.engine.optimizers import OPTIMIZERS, SGD
from nnviz.engine.schedules import learning_rate
from nnviz.engine.surfaces import Pair, Surface
from nnviz.engine.trace import Array

Values = NDArray[np.float64]
MOST_STEPS = 1000
REACH = 100.0
"""Who is so many times farther from the middle of the picture than its border does not come back."""


@dataclass(frozen=True, eq=False)
class Step:
    """One update. Arrays (2,): x and y.

    number        counts from 1;  rate: η of this step, schedule included
    w, g          parameters before it, and the gradient, noise included
    before, after accumulators by name, before and after it
    w_next        parameters after it
    experiment    hyper-parameters that were used
    """

    number: int
    rate: float
    w: Values
    g: Values
    before: dict[str, Array]
    after: dict[str, Array]
    w_next: Values
    experiment: Experiment


class Racer:
    """`experiment` holds optimizer, learning rate and hyper-parameters, and may be replaced while the race goes on.

    gone   True: it has left for good; it stays at its last finite place
    step   the newest Step, None at the start
    """

    def __init__(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self._path = np.zeros((MOST_STEPS + 1, 2))
        self._losses = np.zeros(MOST_STEPS + 1)
        self._count = 1
        self.gone = False
        self.step: Step | None = None
        self._optimizer: SGD

    @property
    def path(self) -> Values:
        """(steps + 1, 2) where it was, from the start to where it is."""
        return self._path[: self._count]

    @property
    def losses(self) -> Values:
        """(steps + 1,) f along the path, without noise."""
        return self._losses[: self._count]

    @property
    def steps(self) -> int:
        """Updates it has made."""
        return self._count - 1

    def begin(self, surface: Surface, start: Pair) -> None:
        """At the start, with empty accumulators."""
        self._optimizer = OPTIMIZERS[self.experiment.optimizer](2, "float64")
        self._count, self.gone, self.step = 1, False, None
        self._path[0], self._losses[0] = start, surface.value(*start)

    def advance(self, surface: Surface, noise: Values) -> None:
        """One update by the gradient and the noise (2,), unless it is gone."""
        if self.gone or self._count > MOST_STEPS:
            return
        with np.errstate(all="ignore"):
            step = self._made(surface, noise)
            loss = float(surface.value(*step.w_next))
        if not (np.isfinite(step.w_next).all() and np.isfinite(loss)):
            self.gone = True
            return
        self._path[self._count], self._losses[self._count] = step.w_next, loss
        self._count += 1
        self.step, self.gone = step, _beyond(surface, step.w_next)

    def _made(self, surface: Surface, noise: Values) -> Step:
        w = self.path[-1].copy()
        g = surface.gradient(*w) + noise
        rate = learning_rate(self.experiment, self.steps)
        before, w_next = self._optimizer.state(), w.copy()
        self._optimizer.update(w_next, g, self.experiment, rate)
        return Step(self._count, rate, w, g, before, self._optimizer.state(), w_next, self.experiment)


def _beyond(surface: Surface, w: Values) -> bool:
    low, high = np.array([surface.x, surface.y]).T
    return bool((np.abs(w - (low + high) / 2) > REACH * (high - low) / 2).any())
