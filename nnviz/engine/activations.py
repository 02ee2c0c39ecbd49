"""Activation functions: value and derivative side by side, one table of names.

An activation maps weighted sums z to activations a. Most work element by element; maxout takes the largest of
several sums, softmax looks at a whole row, PReLU trains a slope for each unit.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnviz.engine.experiment import LayerSpec
from nnviz.engine.trace import Array

NOTHING = np.empty(0, dtype=np.float32)


def sigmoid(z: Array, out: Array | None = None) -> Array:
    """1 / (1 + e⁻ᶻ), as ½ (1 + tanh ½z), which cannot overflow."""
    out = np.multiply(z, 0.5, out=out)
    np.tanh(out, out=out)
    out += 1
    out *= 0.5
    return out


def softmax(z: Array, out: Array | None = None) -> Array:
    """exp(zᵢ) / Σⱼ exp(zⱼ) along the last axis, shifted by the row's maximum so that exp cannot overflow."""
    out = np.subtract(z, z.max(axis=-1, keepdims=True), out=out)
    np.exp(out, out=out)
    out /= out.sum(axis=-1, keepdims=True)
    return out


def log_sum_exp(z: Array) -> Array:
    """log Σⱼ exp(zⱼ) along the last axis, shifted by the maximum; max ≤ LSE ≤ max + log n."""
    top = z.max(axis=-1, keepdims=True)
    return np.asarray(top[..., 0] + np.log(np.exp(z - top).sum(axis=-1)))


def softplus(z: Array, out: Array | None = None) -> Array:
    """log(1 + eᶻ), as max(z, 0) + log(1 + e^−|z|)."""
    return np.logaddexp(z, 0, out=out, dtype=z.dtype)


class Activation:
    """Identity, and the base of all others.

    `extra` is what the activation trains itself (PReLU's slopes); everywhere else it is empty.
    """

    def __init__(self, spec: LayerSpec | None = None) -> None:
        self.spec = spec or LayerSpec()

    def width(self, units: int) -> int:
        """Weighted sums that `units` units need."""
        return units

    def initial_extra(self, units: int) -> Array:
        """(n,) start values of what the activation trains itself."""
        return NOTHING

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        """a = f(z), written to `out` where given."""
        return np.positive(z, out=out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        """f′(z), element by element; at a kink the value from the left."""
        return np.ones_like(z)

    def pull(self, upstream: Array, z: Array, a: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        """∂L/∂z from upstream = ∂L/∂a."""
        return np.multiply(upstream, self.derivative(z, a, extra), out=out)

    def extra_gradient(self, upstream: Array, z: Array) -> Array:
        """(n,) ∂L/∂extra, summed over the batch."""
        return NOTHING


class Step(Activation):
    """1 where z > 0, else 0 (McCulloch and Pitts, 1943). Its derivative is 0: it cannot learn by gradient descent."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.heaviside(z, 0, out=out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        return np.zeros_like(z)


class Sign(Step):
    """−1, 0 or 1."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.sign(z, out=out)


class Sigmoid(Activation):
    """σ(z) = 1 / (1 + e⁻ᶻ); σ′ = σ (1 − σ) ≤ ¼."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return sigmoid(z, out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        return a * (1 - a)


class Tanh(Activation):
    """tanh z; tanh′ = 1 − tanh²."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.tanh(z, out=out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        return 1 - a * a


class ReLU(Activation):
    """max(0, z) (Nair and Hinton, 2010)."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.maximum(z, 0, out=out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        return (z > 0).astype(z.dtype)

    def pull(self, upstream: Array, z: Array, a: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.multiply(upstream, z > 0, out=out)


class LeakyReLU(Activation):
    """z for z > 0, else αz (Maas, Hannun and Ng, 2013). Written by cases: max(αz, z) would need α ≤ 1."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.multiply(z, self.derivative(z, z), out=out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        return np.where(z > 0, 1, self.spec.alpha).astype(z.dtype)


class PReLU(Activation):
    """Leaky ReLU whose slopes, one for each unit, are trained (He et al., 2015)."""

    def initial_extra(self, units: int) -> Array:
        return np.full(units, self.spec.alpha, dtype=np.float64)

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.multiply(z, self.derivative(z, z, extra), out=out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        return np.where(z > 0, z.dtype.type(1), extra)

    def extra_gradient(self, upstream: Array, z: Array) -> Array:
        return np.asarray((upstream * np.minimum(z, 0)).sum(axis=0))


class ELU(Activation):
    """z for z > 0, else α (eᶻ − 1) (Clevert, Unterthiner and Hochreiter, 2016)."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        negative = self.spec.alpha * np.expm1(np.minimum(z, 0))
        return np.add(np.maximum(z, 0), negative, out=out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        return np.where(z > 0, 1, self.spec.alpha * np.exp(np.minimum(z, 0))).astype(z.dtype)


class ThresholdedReLU(Activation):
    """z for z > θ, else 0 (Konda, Memisevic and Krueger, 2015)."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.multiply(z, z > self.spec.theta, out=out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        return (z > self.spec.theta).astype(z.dtype)


class Softplus(Activation):
    """log(1 + eᶻ); its derivative is σ(z)."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return softplus(z, out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        return sigmoid(z)


class Swish(Activation):
    """z σ(z) (Ramachandran, Zoph and Le, 2017)."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.multiply(z, sigmoid(z), out=out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        s = sigmoid(z)
        return s + a * (1 - s)


class Maxout(Activation):
    """The largest of k weighted sums of each unit (Goodfellow et al., 2013). Columns u·k … u·k + k − 1 are unit u's."""

    def width(self, units: int) -> int:
        return units * self.spec.pieces

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.asarray(np.max(self._pieces(z), axis=-1, out=out))

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        """(m, units · k): 1 at the winning sum of each unit, else 0."""
        pieces = self._pieces(z)
        winner = pieces.argmax(axis=-1)[..., None] == np.arange(self.spec.pieces)
        return np.asarray(winner.reshape(z.shape), z.dtype)

    def pull(self, upstream: Array, z: Array, a: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return np.multiply(np.repeat(upstream, self.spec.pieces, axis=-1), self.derivative(z, a), out=out)

    def _pieces(self, z: Array) -> Array:
        return z.reshape(*z.shape[:-1], -1, self.spec.pieces)


class Softmax(Activation):
    """softmax over the units of a row; ∂aᵢ/∂zⱼ = aᵢ (δᵢⱼ − aⱼ)."""

    def value(self, z: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        return softmax(z, out)

    def derivative(self, z: Array, a: Array, extra: Array = NOTHING) -> Array:
        """The diagonal ∂aᵢ/∂zᵢ of the Jacobian."""
        return a * (1 - a)

    def pull(self, upstream: Array, z: Array, a: Array, extra: Array = NOTHING, out: Array | None = None) -> Array:
        weighted: Array = upstream * a
        return np.asarray(np.subtract(weighted, a * weighted.sum(axis=-1, keepdims=True), out=out))


ACTIVATIONS: dict[str, Callable[[LayerSpec], Activation]] = {
    "identity": Activation,
    "step": Step,
    "sign": Sign,
    "sigmoid": Sigmoid,
    "tanh": Tanh,
    "relu": ReLU,
    "leaky_relu": LeakyReLU,
    "prelu": PReLU,
    "elu": ELU,
    "thresholded_relu": ThresholdedReLU,
    "softplus": Softplus,
    "swish": Swish,
    "maxout": Maxout,
    "softmax": Softmax,
}
