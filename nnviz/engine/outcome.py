"""What the network gets right and wrong: every sample's answer and loss, the confusion matrix, precision and recall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.network import Network
from nnviz.engine.trace import Array

CHUNK = 1000
"""Samples in one pass: its activations stay in the cache."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """n samples judged by one network.

    predicted, truth   (n,) classes;  a single output makes two: class 1 where y > ½
    loss               (n,) of each sample, without penalties; their mean is the network's loss
    probability        (n,) what the output says for the predicted class;  true_probability: for the true one
    matrix             (classes, classes) how many samples of class [true] were taken for [predicted]
    """

    iteration: int
    predicted: NDArray[np.intp]
    truth: NDArray[np.intp]
    loss: Array
    probability: Array
    true_probability: Array
    matrix: NDArray[np.intp]

    @property
    def precision(self) -> Array:
        """(classes,) share of the samples taken for a class that are of it; nan where none was taken for it."""
        return _shares(np.diagonal(self.matrix), self.matrix.sum(axis=0))

    @property
    def recall(self) -> Array:
        """(classes,) share of the samples of a class that were taken for it; nan where there is none of it."""
        return _shares(np.diagonal(self.matrix), self.matrix.sum(axis=1))

    @property
    def accuracy(self) -> float:
        """Share of all samples that were classified right."""
        return float(np.mean(self.predicted == self.truth))


def examine(network: Network, x: Array, t: Array, iteration: int) -> Outcome | None:
    """Judge scaled inputs x (n, inputs) with targets t (n, outputs). None for regression: where t names no classes."""
    if not _names_classes(t):
        return None
    parts = [_judge(network, x[at : at + CHUNK], t[at : at + CHUNK]) for at in range(0, len(x), CHUNK)]
    y, loss = (np.concatenate(column) for column in zip(*parts, strict=True))
    shares, targets = _both(y), _both(t)
    predicted, truth = shares.argmax(axis=1), targets.argmax(axis=1)
    matrix = np.zeros((shares.shape[1],) * 2, np.intp)
    np.add.at(matrix, (truth, predicted), 1)
    rows = np.arange(len(x))
    return Outcome(iteration, predicted, truth, loss, shares[rows, predicted], shares[rows, truth], matrix)


def _judge(network: Network, x: Array, t: Array) -> tuple[Array, Array]:
    with np.errstate(all="ignore"):
        trace = network.forward(x)
        return trace.output, network.loss.of_each(trace, t)


def _both(y: Array) -> Array:
    """(n, classes): the one output of two classes beside its complement; a tie at ½ is class 0."""
    return np.concatenate([1 - y, y], axis=1) if y.shape[1] == 1 else y


def _names_classes(t: Array) -> bool:
    """True for zeros and ones, in several columns with one 1 in each row."""
    coded = bool(np.all((t == 0) | (t == 1)))
    return len(t) > 0 and coded and (t.shape[1] == 1 or bool(np.all(t.sum(axis=1) == 1)))


def _shares(part: NDArray[np.intp], whole: NDArray[np.intp]) -> Array:
    return np.where(whole > 0, part / np.maximum(whole, 1), np.nan)
