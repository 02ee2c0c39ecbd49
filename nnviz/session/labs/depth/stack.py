"""Stack: a deep network on points of the plane, and the one layer that its matrices multiply to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.data import catalogue
from nnviz.data.plane import PLANE
from nnviz.data.toy import make
from nnviz.engine.contour import zero_lines
from nnviz.engine.depth import collapse
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.trace import Array
from nnviz.engine.training import Samples, Trainer
from nnviz.session.labs.checks import check_choice, check_range

LAYERS = (1, 8)
"""Fewest and most hidden layers."""
STACK_ACTIVATIONS = ("identity", "tanh")
UNITS, POINTS, NOISE = 4, 160, 0.15
STEPS = 150
"""Iterations, each with all points: enough for moons."""
SIDE = 81
"""Samples of the plane along each axis."""


@dataclass(frozen=True, eq=False)
class Stack:
    """x (m, 2) and y (m,) points and their classes; `network` after its training.

    axis      (SIDE,) coordinates;  deep, flat: (SIDE, SIDE) weighted sums of the output at them, rows along x₂, of the
              network and of the one layer x·W + b
    W, b      (2, 1) and (1,): the product of all matrices of the network, and the bias that belongs to it
    deep_boundary, flat_boundary   (k, 2) points where these are 0
    """

    x: Array
    y: Array
    network: Network
    axis: Array
    deep: Array
    flat: Array
    W: Array
    b: Array
    deep_boundary: Array
    flat_boundary: Array

    @property
    def difference(self) -> float:
        """Largest |deep − flat| on the plane."""
        return float(np.max(np.abs(self.deep - self.flat)))


def make_stack(layers: int, activation: str, seed: int) -> Stack:
    """Train such a network on two moons and multiply its matrices. Refusal out_of_range, unknown_choice."""
    check_choice("activation", activation, STACK_ACTIVATIONS)
    check_range("layers", layers, *LAYERS)
    x, y = make("moons", POINTS, NOISE, 0)
    network = _trained(layers, activation, seed, x, y)
    axis = np.linspace(-PLANE, PLANE, SIDE)
    points = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    W, b = collapse(network)
    deep, flat = (z.reshape(SIDE, SIDE).copy() for z in (network.forward(points).z[-1], points @ W + b))
    lines = (np.unique(zero_lines(f, axis, axis).reshape(-1, 2), axis=0) for f in (deep, flat))
    return Stack(x, y, network, axis, deep, flat, W, b, *lines)


def _trained(layers: int, activation: str, seed: int, x: Array, y: Array) -> Network:
    experiment = Experiment(
        **{**catalogue.defaults("moons"), "samples": POINTS}, layers=(LayerSpec(UNITS, activation),) * layers,
        learning_rate=0.03, batch_size=POINTS, evaluate_every=STEPS + 1, seed=seed, precision="float64",
    )  # fmt: skip
    t = y.reshape(-1, 1).astype(np.float64)
    trainer = Trainer(experiment, Samples(x, t, x, t, True))
    for _ in range(STEPS):
        trainer.step()
    return trainer.network
