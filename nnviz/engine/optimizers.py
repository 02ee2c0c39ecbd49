"""Optimizers: each keeps its accumulators as arrays of the parameters' shape and updates the parameters in place.

Notation: w parameters, g = ∂L/∂w, η learning rate.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Array


class SGD:
    """w ← w − η g (Robbins and Monro, 1951). Base of all optimizers."""

    accumulators: tuple[str, ...] = ()

    def __init__(self, size: int, dtype: str) -> None:
        self.steps = 0
        self._scratch = np.empty(size, dtype)
        for name in self.accumulators:
            setattr(self, name, np.zeros(size, dtype))

    def update(
        self, w: Array, g: Array, experiment: Experiment, rate: float, frozen: NDArray[np.intp] | None = None
    ) -> None:
        """One update of w (size,) by the gradient g (size,); hyper-parameters come from the experiment.

        Entries named by `frozen` stay exactly as they were, in w and in the accumulators.
        """
        self.steps += 1
        if frozen is None:
            self._apply(w, g, experiment, rate)
            return
        kept = [(array, array[frozen]) for array in (w, *(getattr(self, name) for name in self.accumulators))]
        self._apply(w, g, experiment, rate)
        for array, values in kept:
            array[frozen] = values

    def state(self) -> dict[str, Array]:
        """Copies of all accumulators by name."""
        return {name: getattr(self, name).copy() for name in self.accumulators}

    def restore(self, state: dict[str, Array], steps: int) -> None:
        """Go on exactly where `state()` was taken after `steps` updates."""
        self.steps = steps
        for name in self.accumulators:
            np.copyto(getattr(self, name), state[name])

    def _apply(self, w: Array, g: Array, e: Experiment, rate: float) -> None:
        w -= np.multiply(g, rate, out=self._scratch)


class Momentum(SGD):
    """v ← α v − η g, w ← w + v (Polyak, 1964); α = 0.9."""

    accumulators = ("v",)
    v: Array

    def _apply(self, w: Array, g: Array, e: Experiment, rate: float) -> None:
        self._advance(g, e, rate)
        w += self.v

    def _advance(self, g: Array, e: Experiment, rate: float) -> None:
        self.v *= e.momentum
        self.v -= np.multiply(g, rate, out=self._scratch)


class Nesterov(Momentum):
    """v ← α v − η g, w ← w + α v − η g: momentum with the gradient of the point it is heading for
    (Nesterov, 1983, in the form of Sutskever et al., 2013); α = 0.9."""

    def _apply(self, w: Array, g: Array, e: Experiment, rate: float) -> None:
        self._advance(g, e, rate)
        w -= np.multiply(g, rate, out=self._scratch)
        w += np.multiply(self.v, e.momentum, out=self._scratch)


class AdaGrad(SGD):
    """h ← h + g², w ← w − η g / (√h + ε) (Duchi, Hazan and Singer, 2011)."""

    accumulators = ("h",)
    h: Array

    def _apply(self, w: Array, g: Array, e: Experiment, rate: float) -> None:
        self._gather(np.multiply(g, g, out=self._scratch), e)
        scale = np.sqrt(self.h, out=self._scratch)
        scale += e.epsilon
        np.divide(g, scale, out=scale)
        scale *= rate
        w -= scale

    def _gather(self, squares: Array, e: Experiment) -> None:
        self.h += squares


class RMSProp(AdaGrad):
    """h ← ρ h + (1 − ρ) g², w ← w − η g / (√h + ε) (Tieleman and Hinton, lecture 6.5, 2012); ρ = 0.9."""

    def _gather(self, squares: Array, e: Experiment) -> None:
        squares *= 1 - e.decay
        self.h *= e.decay
        self.h += squares


class Adam(SGD):
    """m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ),
    v̂ = v / (1 − β₂ᵗ) (Kingma and Ba, 2015); η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.

    Computed in the equal form w ← w − η' m / (√v + ε'), η' = η √(1 − β₂ᵗ) / (1 − β₁ᵗ), ε' = ε √(1 − β₂ᵗ).
    """

    accumulators = ("m", "v")
    m: Array
    v: Array

    def _apply(self, w: Array, g: Array, e: Experiment, rate: float) -> None:
        self.m *= e.momentum
        self.m += np.multiply(g, 1 - e.momentum, out=self._scratch)
        squares = np.multiply(g, g, out=self._scratch)
        squares *= 1 - e.decay
        self.v *= e.decay
        self.v += squares
        correction = math.sqrt(1 - e.decay**self.steps)
        scale = np.sqrt(self.v, out=self._scratch)
        scale += e.epsilon * correction
        np.divide(self.m, scale, out=scale)
        scale *= rate * correction / (1 - e.momentum**self.steps)
        w -= scale


OPTIMIZERS: dict[str, type[SGD]] = {
    "sgd": SGD,
    "momentum": Momentum,
    "nesterov": Nesterov,
    "adagrad": AdaGrad,
    "rmsprop": RMSProp,
    "adam": Adam,
}

PAPER_DEFAULTS: dict[str, dict[str, float]] = {
    "sgd": {"learning_rate": 0.1},
    "momentum": {"learning_rate": 0.01, "momentum": 0.9},
    "nesterov": {"learning_rate": 0.01, "momentum": 0.9},
    "adagrad": {"learning_rate": 0.01, "epsilon": 1e-10},
    "rmsprop": {"learning_rate": 0.001, "decay": 0.9, "epsilon": 1e-8},
    "adam": {"learning_rate": 0.001, "momentum": 0.9, "decay": 0.999, "epsilon": 1e-8},
}
"""What choosing an optimizer sets: the papers' values where the paper gives any, common ones elsewhere."""
