"""The plane: what a network with two inputs answers at every point of it, and where its answer changes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import DataSet
from nnviz.data.plane import USUAL, Bounds
from nnviz.engine.contour import Segments, zero_lines
from nnviz.engine.experiment import Experiment
from nnviz.engine.network import Network, Workspace, parameter_count
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array

FINEST, COARSEST = 101, 25
"""Samples along a side; odd, so that the axes themselves are sampled."""
WORK, WORK_AT_REST = 3.0e7, 4.0e8
"""Multiplications and (dearer) activations that one picture may cost: about 2 ms while training, 25 ms at rest."""
UNIT_COST = 16
"""An activation costs about as much as so many multiplications."""


class Head(Enum):
    """What the outputs mean: P(class 1), a value for each class, or a height."""

    BINARY = "binary"
    CLASSES = "classes"
    VALUE = "value"


@dataclass(frozen=True)
class Ground:
    """The network's answers over the plane, row by row from the upper left.

    points  (n², 2) raw coordinates;  output (n, n, outputs) activations of the output layer
    boundary (k, 2, 2) pieces of the line where the answer changes, ends in raw coordinates
    """

    head: Head
    points: NDArray[np.float64]
    output: Array
    boundary: Segments


def head_of(experiment: Experiment, data: DataSet | None) -> Head:
    """Which kind of answer the experiment gives."""
    classification = data.is_classification if data else experiment.output != "identity"
    if not classification:
        return Head.VALUE
    return Head.CLASSES if experiment.outputs > 1 else Head.BINARY


def resolution(experiment: Experiment, training: bool) -> int:
    """Samples along a side that keep within WORK or WORK_AT_REST."""
    cost = parameter_count(experiment) + UNIT_COST * sum(experiment.sizes[1:])
    side = int(math.sqrt((WORK if training else WORK_AT_REST) / cost))
    return min(max(side - 1 + side % 2, COARSEST), FINEST)


class Surveyor:
    """Surveys one experiment's networks again and again; keeps the scaled points and the arrays of the pass. `raw`
    (side², inputs) is what networks with other than two inputs are given at the points."""

    def __init__(
        self, experiment: Experiment, scaling: Scaling, head: Head, side: int, bounds: Bounds = USUAL,
        raw: NDArray[np.float64] | None = None,
    ) -> None:  # fmt: skip
        self.experiment, self.scaling, self.head, self.side, self.bounds = experiment, scaling, head, side, bounds
        self.points = bounds.points(self.side)
        self._inputs = scaling.apply(self.points if raw is None else raw, experiment.precision)
        self._space: Workspace | None = None

    def suits(self, experiment: Experiment, scaling: Scaling, head: Head, side: int, bounds: Bounds = USUAL) -> bool:
        """Whether it can survey networks of this experiment."""
        same = self.experiment == experiment and self.scaling is scaling
        return same and (self.head, self.side, self.bounds) == (head, side, bounds)

    def survey(self, network: Network) -> Ground:
        """The answers of this network and the line where they change."""
        self._space = self._space or Workspace(network, len(self._inputs))
        shape = (self.side, self.side, -1)
        with np.errstate(over="ignore", invalid="ignore"):
            trace = network.forward(self._inputs, self._space)
            output, logits = trace.output.reshape(shape).copy(), trace.z[-1].reshape(shape)
            return Ground(self.head, self.points, output, self._boundary(output, logits))

    def _boundary(self, output: Array, logits: Array) -> Segments:
        """From the weighted sums where the output is monotone in them: they stay straight where outputs saturate."""
        squashed = self.experiment.output in ("sigmoid", "softmax")
        pieces = [zero_lines(f) for f in _margins(self.head, logits if squashed else output, 0.0 if squashed else 0.5)]
        lines = np.concatenate([np.empty((0, 2, 2)), *pieces])
        steps = lines * [1, -1] + [0, self.side - 1]
        return self.bounds.raw(steps * (2 / (self.side - 1)) - 1)


def _margins(head: Head, scores: Array, half: float) -> list[Array]:
    """Functions that are zero where the answer changes: score − half, or each class against the best of the others.

    The last class needs none: its borders are borders of the others.
    """
    if head is Head.VALUE:
        return []
    if head is Head.BINARY:
        return [scores[..., 0] - half]
    planes = np.ascontiguousarray(np.moveaxis(scores, -1, 0))
    before = np.maximum.accumulate(planes)
    after = np.maximum.accumulate(planes[::-1])[::-1]
    first = planes[0] - after[1]
    return [first, *(planes[c] - np.maximum(before[c - 1], after[c + 1]) for c in range(1, len(planes) - 1))]


def answer_at(network: Network, scaling: Scaling, x1: float, x2: float) -> Array:
    """(outputs,) what the network answers at one raw point."""
    point = np.array([[x1, x2]])
    with np.errstate(over="ignore", invalid="ignore"):
        trace = network.forward(scaling.apply(point, network.experiment.precision))
    return np.asarray(trace.output[0])


def raw_point(scaling: Scaling, x: Array) -> tuple[float, float]:
    """The raw point whose scaled input is x (1, 2): the scaling undone."""
    back = np.linalg.solve(scaling.matrix.T, x[0]) if scaling.matrix is not None else x[0] / scaling.factor
    x1, x2 = back + scaling.offset
    return float(x1), float(x2)
