"""BatchPart: a line fitted by batch, mini-batch and stochastic gradient descent on one clock of samples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.experiment import Experiment
from nnviz.engine.surfaces import Pair, noisy_line
from nnviz.session.labs.checks import check_range
from nnviz.session.labs.descent import intents
from nnviz.session.labs.descent.clockwork import Clockwork
from nnviz.session.labs.descent.learner import Learner
from nnviz.session.labs.lab import LabIntent

EPOCHS = 60
START: Pair = (-1.2, 2.6)
W, B = (-2.0, 3.0), (-2.0, 3.5)
"""The lines that are looked at."""
SIZE, RATE, PACE = 6, 0.05, 24.0
SEED = 1
LEARNERS = ("batch", "mini_batch", "stochastic")


class BatchPart(Clockwork):
    """Three learners on the same points. A tick is one sample: all three compute its gradient, in the same order, and
    each updates its line when its batch is full.

    start   (w, b) of the first line;  experiment: learning rate of all three
    order   (m,) the samples of the current epoch in their order, shuffled anew for every epoch
    """

    pictures = ("map", "data")
    kind, names = "learner", LEARNERS

    def __init__(self) -> None:
        super().__init__(PACE, LEARNERS, "mini_batch")
        self.fit, self.start = noisy_line(), START
        self.most = EPOCHS * len(self.fit.x)
        self.experiment = Experiment(optimizer="sgd", learning_rate=RATE, precision="float64")
        sizes = (len(self.fit.x), SIZE, 1)
        self.learners = {name: Learner(size, self.fit) for name, size in zip(LEARNERS, sizes, strict=True)}
        self.begin()

    @property
    def samples(self) -> int:
        """m: samples of an epoch, and so the size of the one batch of batch gradient descent."""
        return len(self.fit.x)

    @property
    def epoch(self) -> int:
        """Number of the current epoch, from 1: the one the newest sample belongs to."""
        return max(self.ticks - 1, 0) // self.samples + 1

    @property
    def position(self) -> int:
        """Place of the newest sample in the order of its epoch, −1 at the start."""
        return (self.ticks - 1) % self.samples if self.ticks else -1

    @property
    def current(self) -> NDArray[np.intp]:
        """Samples of the followed one's batch that the newest sample belongs to; none at the start."""
        if self.position < 0:
            return self.order[:0]
        first, end = self.learners[self.followed].batch(self.position)
        return self.order[first:end]

    @property
    def newest(self) -> int:
        """The newest sample, −1 at the start."""
        return int(self.order[self.position]) if self.ticks else -1

    def begin(self) -> None:
        self._random = np.random.default_rng(SEED)
        self.order = self._random.permutation(self.samples)
        for learner in self.learners.values():
            learner.begin(self.start)

    def tick(self) -> None:
        if self.ticks > 1 and self.position == 0:
            self.order = self._random.permutation(self.samples)
        for learner in self.learners.values():
            learner.take(self.ticks, self.order, self.experiment)

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            intents.SetBatchSize: lambda intent: self._set_size(intent.size),
            intents.SetBatchRate: lambda intent: self._set_rate(intent.rate),
            intents.SetLineStart: lambda intent: self._set_start(intent.w, intent.b),
            intents.ShowLearner: lambda intent: self.show(intent.name, intent.on),
            intents.FollowLearner: lambda intent: self.follow(intent.name),
        }

    def _set_size(self, size: int) -> None:
        check_range("batch_size", size, 1, self.samples)
        self.learners["mini_batch"] = Learner(size, self.fit)
        self.begin_anew()

    def _set_rate(self, rate: float) -> None:
        self.experiment = replace(self.experiment, learning_rate=rate)

    def _set_start(self, w: float, b: float) -> None:
        check_range("w", w, *W)
        check_range("b", b, *B)
        self.start = w, b
        self.begin_anew()
