"""XOR learnt by two hidden units and an output unit: the engine's own network and trainer on four points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.perceptron import GATES, POINTS
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.trace import ForwardTrace
from nnviz.engine.training import Samples, Trainer, accuracy
from nnviz.session.labs.checks import check_choice, check_index, check_range
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.perceptron.intents import LookAt, SetHidden, SetMlpRate, SetSeed, ShowUnit, UseStart
from nnviz.session.labs.player import Player

PACE = 200.0
RATES = (0.01, 20.0)
SEEDS = (0, 9999)
START_RATE = 1.0
STARTS = {
    "sigmoid": {"learns": 1, "stuck": 2},
    "tanh": {"learns": 4, "stuck": 0},
}
"""Seeds by how they end with START_RATE."""
FLAT = 3e-3
"""A gradient whose norm is smaller moves nothing that could be seen."""
HIGH = 0.1
"""A loss above this is far from learnt; two answers of ½ among four alone make 0.35."""
LOOK_BACK, CALM = 200, 0.03
"""It stands still where the loss fell by less than this share within so many iterations."""
UNITS = ("y", "h1", "h2")
"""Units whose answers can be looked at."""
ENOUGH = 20_000
"""Iterations after which it waits: nothing new is to be seen."""


class MlpPart(Player):
    """A 2-2-1 network in double precision, gradient descent on all four points at once, binary cross-entropy.

    losses   before each iteration made, and now
    looked   number of the point whose pass the picture of the network shows
    unit     of UNITS, the one whose answer is shown for every point of the plane
    trouble  why it stopped, where the learning rate was too large
    """

    def __init__(self) -> None:
        super().__init__(PACE)
        x, t = np.array(POINTS, np.float64), np.array(GATES["XOR"], np.float64)[:, None]
        self.x, self.t = x, t
        self._samples = Samples(x, t, x, t, classification=True)
        self.experiment = Experiment(
            layers=(LayerSpec(2, "sigmoid"),), initializer="normal_1", optimizer="sgd", learning_rate=START_RATE,
            batch_size=len(x), evaluate_every=1_000_000, seed=STARTS["sigmoid"]["learns"], precision="float64",
        )  # fmt: skip
        self.looked, self.unit = 1, "y"
        self.reset()

    def reset(self) -> None:
        super().reset()
        self._trainer = Trainer(self.experiment, self._samples)
        self.trouble: Refusal | None = None
        self.losses = [self._loss()]

    # Reading

    @property
    def network(self) -> Network:
        """The network as it is now."""
        return self._trainer.network

    @property
    def activation(self) -> str:
        """Of the hidden units."""
        return self.experiment.layers[0].activation

    @property
    def iteration(self) -> int:
        """Iterations made."""
        return self._trainer.iteration

    @property
    def trace(self) -> ForwardTrace:
        """The forward pass of the four points."""
        return self.network.forward(self.x)

    @property
    def right(self) -> int:
        """How many of the four points are right (output above ½ or not)."""
        return round(accuracy(self.trace.output, self.t) * len(self.x))

    @property
    def gradient_norm(self) -> float:
        """‖∂L/∂w‖ over all nine parameters."""
        return float(np.linalg.norm(self.network.backward(self.trace, self.t).flat))

    @property
    def verdict(self) -> str:
        """ "start", "learning", "learnt", "stuck" or "diverged"."""
        if self.trouble:
            return "diverged"
        if self.right == len(self.x) and self.losses[-1] < HIGH:
            return "learnt"
        return "stuck" if self._stands_still() else "learning" if self.iteration else "start"

    @property
    def can_step(self) -> bool:
        return self.trouble is None and self.iteration < ENOUGH

    def hidden_lines(self) -> tuple[tuple[float, float, float], ...]:
        """(w₁, w₂, b) of each hidden unit: where their sum is 0, the unit turns from one side to the other."""
        layer = self.network.layers[0]
        return tuple((float(w[0]), float(w[1]), float(b)) for w, b in zip(layer.W.T, layer.b, strict=True))

    # Doing

    def step(self) -> None:
        """One iteration; a loss that is no finite number ends it."""
        if not self.can_step:
            return
        try:
            self._trainer.step()
        except DivergedError as error:
            self.trouble, self.playing = error, False
            return
        self.losses.append(self._loss())

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            SetHidden: self._set_hidden,
            SetMlpRate: self._set_rate,
            SetSeed: self._set_seed,
            UseStart: self._use_start,
            LookAt: self._look_at,
            ShowUnit: self._show_unit,
        }

    def _loss(self) -> float:
        return float(self.network.loss_value(self.trace, self.t))

    def _stands_still(self) -> bool:
        if len(self.losses) <= LOOK_BACK or self.losses[-1] < HIGH or self.gradient_norm > FLAT:
            return False
        before = self.losses[-1 - LOOK_BACK]
        return before - self.losses[-1] < CALM * before

    def _set_hidden(self, intent: SetHidden) -> None:
        check_choice("activation", intent.activation, STARTS)
        self._begin(layers=(LayerSpec(2, intent.activation),))

    def _set_rate(self, intent: SetMlpRate) -> None:
        check_range("rate", intent.rate, *RATES)
        self.experiment = replace(self.experiment, learning_rate=intent.rate)
        self._trainer.configure(self.experiment)
        self.trouble = None

    def _set_seed(self, intent: SetSeed) -> None:
        check_range("seed", intent.seed, *SEEDS)
        self._begin(seed=intent.seed)

    def _use_start(self, intent: UseStart) -> None:
        starts = STARTS[self.activation]
        check_choice("ending", intent.ending, starts)
        self._begin(seed=starts[intent.ending], learning_rate=START_RATE)

    def _look_at(self, intent: LookAt) -> None:
        self.looked = check_index("index", intent.index, len(self.x))

    def _show_unit(self, intent: ShowUnit) -> None:
        check_choice("unit", intent.unit, UNITS)
        self.unit = intent.unit

    def _begin(self, **changes: Any) -> None:
        self.experiment = replace(self.experiment, **changes)
        self.reset()
