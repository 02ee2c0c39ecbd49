"""LiveUnits: a small ReLU network that is really trained, to see which of its units never fire any more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnviz.data import catalogue
from nnviz.engine.experiment import LIMITS, Experiment, LayerSpec
from nnviz.engine.refusal import DivergedError
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.trace import Array
from nnviz.engine.training import Samples, Trainer
from nnviz.session.labs.checks import check_range

UNITS = 16
BIASES = (-5.0, 5.0)
MOST_STEPS = 1000
"""Of one intent: a quarter of a second."""
NET = Experiment(
    data="moons",
    samples=200,
    layers=(LayerSpec(UNITS, "relu"),),
    initializer="he",
    optimizer="sgd",
    learning_rate=5.0,
    batch_size=20,
    seed=1,
)
"""2-16-1 on two moons. Its learning rate is ten times what suits it."""


class LiveUnits:
    """The network 2-16-1 and its trainer, made when they are looked at for the first time.

    diverged  True after an iteration whose loss was no finite number
    """

    def __init__(self) -> None:
        self.learning_rate, self.bias = NET.learning_rate, 0.0
        self.diverged = False
        self._trainer: Trainer | None = None

    def start(self, learning_rate: float, bias: float) -> None:
        """A new start with the same weights; all hidden biases are `bias`. Refusal out_of_range."""
        check_range("bias", bias, *BIASES)
        check_range("learning_rate", learning_rate, *LIMITS["learning_rate"])
        self.learning_rate, self.bias = float(learning_rate), float(bias)
        self.diverged, self._trainer = False, None

    def train(self, steps: int) -> None:
        """So many iterations, fewer where one diverges. Refusal out_of_range."""
        check_range("steps", steps, 1, MOST_STEPS)
        try:
            for _ in range(steps):
                self.trainer.step()
        except DivergedError:
            self.diverged = True

    @property
    def trainer(self) -> Trainer:
        """The network in training."""
        if self._trainer is None:
            self._trainer = self._begun()
        return self._trainer

    @property
    def activations(self) -> Array:
        """(m, UNITS) what the hidden units put out for all training samples."""
        trainer = self.trainer
        return trainer.network.forward(trainer.samples.train_x).a[0]

    @property
    def fired(self) -> NDArray[np.float64]:
        """(UNITS,) share of the training samples for which each unit fires."""
        return np.asarray((self.activations > 0).mean(axis=0))

    @property
    def dead(self) -> NDArray[np.bool_]:
        """(UNITS,) units that never fire: no gradient reaches them."""
        return np.asarray(self.fired == 0)

    @property
    def loss(self) -> float:
        """Mean loss of the training samples."""
        return self.trainer.evaluate().train_loss

    def _begun(self) -> Trainer:
        experiment = _with_rate(self.learning_rate)
        trainer = Trainer(experiment, _samples(experiment))
        trainer.network.layers[0].b[:] = self.bias
        return trainer


def _with_rate(learning_rate: float) -> Experiment:
    return Experiment.from_dict(NET.to_dict() | {"learning_rate": learning_rate})


def _samples(experiment: Experiment) -> Samples:
    data = catalogue.load(experiment)
    return data.samples(experiment, fit_scaling(experiment.scaling, data.train_x))
