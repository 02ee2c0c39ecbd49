"""Learner: a line that learns from batches of one size, on a clock of samples."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.experiment import Experiment
from nnviz.engine.optimizers import SGD
from nnviz.engine.surfaces import LineFit, Pair

Values = NDArray[np.float64]
Rows = NDArray[np.intp]


class Learner:
    """Stochastic gradient descent with batches of `size` samples.

    Its words: an *iteration* is one update; an *epoch* is one pass through all samples; a *batch* is the samples
    whose mean gradient makes one update.
    """

    def __init__(self, size: int, fit: LineFit) -> None:
        self.size, self.fit = size, fit
        self.begin((0.0, 0.0))

    @property
    def samples(self) -> int:
        """m, of an epoch."""
        return len(self.fit.x)

    @property
    def batches(self) -> int:
        """Batches of an epoch; the last one may be smaller."""
        return -(-self.samples // self.size)

    @property
    def iteration(self) -> int:
        """Updates so far."""
        return len(self._path) - 1

    @property
    def path(self) -> Values:
        """(iterations + 1, 2) w and b before the first and after each update."""
        return np.array(self._path)

    @property
    def losses(self) -> Values:
        """(iterations + 1,) mean squared error over all samples."""
        return np.array(self._losses)

    @property
    def seen(self) -> Values:
        """(iterations + 1,) samples whose gradients had been computed by then."""
        return np.array(self._seen, np.float64)

    def begin(self, start: Pair) -> None:
        """The line w x + b with (w, b) = start."""
        self._path, self._losses = [start], [float(self.fit.value(*start))]
        self._seen = [0]
        self._optimizer = SGD(2, "float64")

    def batch(self, position: int) -> tuple[int, int]:
        """First and last + 1 place, in the order of the epoch, of the batch that the sample at a place belongs to."""
        first = position // self.size * self.size
        return first, min(first + self.size, self.samples)

    def take(self, seen: int, order: Rows, experiment: Experiment) -> None:
        """One more sample's gradient: the one that makes `seen`. At the end of a batch the line is updated. `order`
        (m,) is that of the epoch."""
        position = (seen - 1) % self.samples
        first, end = self.batch(position)
        if position + 1 < end:
            return
        w = np.array(self._path[-1], np.float64)
        with np.errstate(all="ignore"):
            g = self.fit.gradient(*self._path[-1], order[first:end])
            self._optimizer.update(w, g, experiment, experiment.learning_rate)
            loss = float(self.fit.value(*w))
        if np.isfinite(loss):
            self._path.append((float(w[0]), float(w[1])))
            self._losses.append(loss)
            self._seen.append(seen)
