"""Where everything lies in the flat parameter vector: W, b, gamma, beta, mean, variance, extra of weight layer 1, then
of weight layer 2, …; most layers have only W and b."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.activations import ACTIVATIONS
from nnviz.engine.experiment import Experiment, LayerSpec

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Block:
    """One weight layer in the flat vector: W (inputs, units · pieces) row by row, then b (units · pieces,); of a layer
    with batch normalisation γ, β, running mean and running variance, (units · pieces,) each; then extra.

    start    index of W[0, 0]
    pieces   columns of W that belong to one unit: 1, and more for maxout (unit u has u·pieces … u·pieces + pieces − 1)
    extras   how many numbers the activation trains itself: 0, or one for each unit (PReLU)
    batch_norm   True: it has γ, β, mean and variance
    """

    start: int
    inputs: int
    units: int
    pieces: int
    extras: int
    batch_norm: bool = False

    @property
    def width(self) -> int:
        """Columns of W."""
        return self.units * self.pieces

    @property
    def normed(self) -> int:
        """Columns that are normalised: all or none. γ, β, mean and variance have one number for each."""
        return self.width * self.batch_norm

    @property
    def bias(self) -> int:
        """Index of b[0]."""
        return self.start + self.inputs * self.width

    @property
    def gamma(self) -> int:
        """Index of γ[0], where there is one."""
        return self.bias + self.width

    @property
    def beta(self) -> int:
        """Index of β[0], where there is one."""
        return self.gamma + self.normed

    @property
    def mean(self) -> int:
        """Index of the first running mean, where there is one."""
        return self.beta + self.normed

    @property
    def variance(self) -> int:
        """Index of the first running variance, where there is one."""
        return self.mean + self.normed

    @property
    def extra(self) -> int:
        """Index of extra[0], where there is one."""
        return self.variance + self.normed

    @property
    def end(self) -> int:
        """Index behind the last entry."""
        return self.extra + self.extras

    def incoming(self, unit: int) -> Indices:
        """Indices of all that belongs to one unit: its columns of W, its biases, their normalisation, its extra."""
        return self.entries(np.arange(self.inputs), np.array([unit]))

    def entries(self, rows: Indices, units: Indices) -> Indices:
        """Indices of the weights from `rows` to `units`, and of all else that belongs to these units, always in the
        same order."""
        columns = (units[:, None] * self.pieces + np.arange(self.pieces)).ravel()
        weights = self.start + rows[:, None] * self.width + columns
        norms = [at + columns for at in (self.gamma, self.beta, self.mean, self.variance) if self.batch_norm]
        extras = self.extra + units[: len(units) if self.extras else 0]
        return np.concatenate([weights.ravel(), self.bias + columns, *norms, extras])

    def trained(self) -> Indices:
        """Indices of what training adjusts: everything but the running statistics."""
        return np.concatenate([np.arange(self.start, self.mean), np.arange(self.extra, self.end)])


@lru_cache(64)
def layout(experiment: Experiment) -> tuple[Block, ...]:
    """The blocks of all weight layers, first to last; the last one's `end` is the number of parameters."""
    blocks: list[Block] = []
    start, inputs = 0, experiment.inputs
    for spec in (*experiment.layers, LayerSpec(experiment.outputs, experiment.output)):
        activation = ACTIVATIONS[spec.activation](spec)
        pieces, extras = activation.width(spec.units) // spec.units, activation.initial_extra(spec.units).size
        blocks.append(Block(start, inputs, spec.units, pieces, extras, spec.batch_norm))
        start, inputs = blocks[-1].end, spec.units
    return tuple(blocks)


def frozen_indices(experiment: Experiment) -> Indices | None:
    """Sorted indices of the parameters that no update may change; None where nothing is frozen."""
    if not experiment.frozen:
        return None
    blocks = layout(experiment)
    parts = [
        blocks[layer - 1].incoming(unit) if unit >= 0 else np.arange(blocks[layer - 1].start, blocks[layer - 1].end)
        for layer, unit in experiment.frozen
    ]
    return np.unique(np.concatenate(parts))
