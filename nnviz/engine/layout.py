"""Where everything lies in the flat parameter vector: W, b, extra of weight layer 1, then of weight layer 2, …"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.activations import ACTIVATIONS
from nnviz.engine.experiment import Experiment, LayerSpec

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Block:
    """One weight layer in the flat vector: W (inputs, units · pieces) row by row, then b (units · pieces,), then extra.

    start    index of W[0, 0]
    pieces   columns of W that belong to one unit: 1, and more for maxout (unit u has u·pieces … u·pieces + pieces − 1)
    extras   how many numbers the activation trains itself: 0, or one for each unit (PReLU)
    """

    start: int
    inputs: int
    units: int
    pieces: int
    extras: int

    @property
    def width(self) -> int:
        """Columns of W."""
        return self.units * self.pieces

    @property
    def bias(self) -> int:
        """Index of b[0]."""
        return self.start + self.inputs * self.width

    @property
    def extra(self) -> int:
        """Index of extra[0], where there is one."""
        return self.bias + self.width

    @property
    def end(self) -> int:
        """Index behind the last entry."""
        return self.extra + self.extras

    def incoming(self, unit: int) -> Indices:
        """Indices of all that belongs to one unit: its columns of W, its biases, its extra."""
        columns = np.arange(unit * self.pieces, (unit + 1) * self.pieces)
        weights = self.start + np.arange(self.inputs)[:, None] * self.width + columns
        extra = np.arange(self.extra, self.end)[unit : unit + 1]
        return np.concatenate([weights.ravel(), self.bias + columns, extra])


def layout(experiment: Experiment) -> tuple[Block, ...]:
    """The blocks of all weight layers, first to last; the last one's `end` is the number of parameters."""
    blocks: list[Block] = []
    start, inputs = 0, experiment.inputs
    for spec in (*experiment.layers, LayerSpec(experiment.outputs, experiment.output)):
        activation = ACTIVATIONS[spec.activation](spec)
        pieces, extras = activation.width(spec.units) // spec.units, activation.initial_extra(spec.units).size
        blocks.append(Block(start, inputs, spec.units, pieces, extras))
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
