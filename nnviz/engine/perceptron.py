"""Threshold units, logic gates, the perceptron rule and the delta rule, all of two inputs and in double precision.

Sums and weights are rounded to DECIMALS places: what people type are decimals, and 0.1 + 0.2 − 0.3 is meant as 0. A
unit on the edge of firing would else be decided by the dust of binary fractions.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Values = NDArray[np.float64]
Targets = NDArray[np.intp]
DECIMALS = 12
POINTS: tuple[tuple[float, float], ...] = ((0, 0), (1, 0), (0, 1), (1, 1))
"""The inputs of a gate, in the order in which they are learnt and listed."""
GATES: dict[str, tuple[int, ...]] = {
    "AND": (0, 0, 0, 1),
    "NAND": (1, 1, 1, 0),
    "OR": (0, 1, 1, 1),
    "XOR": (0, 1, 1, 0),
}
"""What each gate answers to POINTS."""


@dataclass(frozen=True)
class Unit:
    """Two weights and a bias. The same unit with a threshold has θ = −bias."""

    w1: float = 0.0
    w2: float = 0.0
    bias: float = 0.0

    @property
    def threshold(self) -> float:
        """θ."""
        return 0.0 - self.bias

    def weighted(self, x: ArrayLike) -> Values:
        """x (m, 2) → (m,) w₁x₁ + w₂x₂."""
        return np.round(np.asarray(x, np.float64) @ (self.w1, self.w2), DECIMALS)

    def sums(self, x: ArrayLike) -> Values:
        """x (m, 2) → (m,) w₁x₁ + w₂x₂ + b."""
        return np.round(np.asarray(x, np.float64) @ (self.w1, self.w2) + self.bias, DECIMALS)

    def fires(self, x: ArrayLike) -> Targets:
        """(m,) 1 where w₁x₁ + w₂x₂ + b > 0, else 0: the perceptron (Rosenblatt, 1958)."""
        return np.asarray(self.sums(x) > 0, np.intp)

    def reaches(self, x: ArrayLike) -> Targets:
        """(m,) 1 where w₁x₁ + w₂x₂ ≥ θ, else 0: the neuron of McCulloch and Pitts (1943), with any weights."""
        return np.asarray(self.sums(x) >= 0, np.intp)


GATE_UNITS: dict[str, Unit] = {
    "AND": Unit(0.5, 0.5, -0.7),
    "NAND": Unit(-0.5, -0.5, 0.7),
    "OR": Unit(0.5, 0.5, -0.4),
}
"""A perceptron for each gate that one can be; infinitely many others do the same."""


def gate_of(answers: ArrayLike) -> str:
    """Name of the gate with these answers to POINTS, "" where it is none of GATES."""
    wanted = tuple(int(answer) for answer in np.asarray(answers))
    return next((name for name, row in GATES.items() if row == wanted), "")


def xor_of_gates(x: ArrayLike) -> tuple[Values, Targets]:
    """XOR = AND(NAND(x₁, x₂), OR(x₁, x₂)). x (m, 2) → s (m, 2) answers of NAND and OR, y (m,)."""
    s = np.stack([GATE_UNITS["NAND"].fires(x), GATE_UNITS["OR"].fires(x)], axis=1).astype(np.float64)
    return s, GATE_UNITS["AND"].fires(s)


# Perceptron rule


@dataclass(frozen=True)
class Update:
    """One sample shown to a perceptron that learns.

    x, sum, y, target   the sample, Σ, the answer before the update and what it should have been
    change              (Δw₁, Δw₂, Δb) = η (t − y) (x₁, x₂, 1)
    unit                the unit afterwards
    """

    x: tuple[float, float]
    sum: float
    y: int
    target: int
    change: tuple[float, float, float]
    unit: Unit

    @property
    def changed(self) -> bool:
        """True where the answer was wrong."""
        return self.y != self.target


def show(unit: Unit, x: tuple[float, float], target: int, rate: float) -> Update:
    """w ← w + η (t − y) x, b ← b + η (t − y) (Rosenblatt, 1958; in this form Rosenblatt, 1962)."""
    y = int(unit.fires([x])[0])
    error = target - y
    change = (rounded(rate * error * x[0]), rounded(rate * error * x[1]), rounded(rate * error))
    after = Unit(rounded(unit.w1 + change[0]), rounded(unit.w2 + change[1]), rounded(unit.bias + change[2]))
    return Update(x, float(unit.sums([x])[0]), y, target, change, after)


def separable(x: ArrayLike, targets: ArrayLike) -> bool:
    """True if a line has all points of class 1 on one side and all of class 0 on the other.

    A direction w with w·(p − q) > 0 for every p of class 1 and q of class 0 exists just where all these differences
    point into one open half-plane: where between their angles there is a gap of more than π.
    """
    points, t = np.asarray(x, np.float64), np.asarray(targets)
    ones, zeros = points[t == 1], points[t == 0]
    if not len(ones) or not len(zeros):
        return True
    apart = (ones[:, None] - zeros[None]).reshape(-1, 2)
    if not apart.any(axis=1).all():
        return False
    angles = np.sort(np.arctan2(apart[:, 1], apart[:, 0]))
    gaps = np.diff(angles, append=angles[0] + 2 * np.pi)
    return bool(gaps.max() > np.pi + 1e-12)


def most_right(x: ArrayLike, targets: ArrayLike) -> int:
    """How many of a few points one unit can get right at best: the most that are separable."""
    points, t = np.asarray(x, np.float64), np.asarray(targets)
    for count in range(len(t), 0, -1):
        if any(separable(points[list(kept)], t[list(kept)]) for kept in combinations(range(len(t)), count)):
            return count
    return 0


# Delta rule (Widrow and Hoff, 1960): a linear unit without a step. x (m, n) has a column of ones in front.


def with_ones(x: ArrayLike) -> Values:
    """x (m, n) → (m, n + 1): x₀ = 1 before each sample, so that W₀ is the bias."""
    columns = np.asarray(x, np.float64)
    return np.column_stack([np.ones(len(columns)), columns])


def half_squared_error(W: Values, x: Values, y: Values) -> float:
    """½ (1/m) Σ (Wx − y)²: half the mean squared error of W (n,) on x (m, n), y (m,)."""
    return float(np.mean((x @ W - y) ** 2) / 2)


def delta_gradient(W: Values, x: Values, y: Values) -> Values:
    """(n,) (1/m) Σ (Wx − y) x: the gradient of `half_squared_error`; the rule is W ← W − α times this."""
    return np.asarray((x @ W - y) @ x / len(x))


def least_squares(x: Values, y: Values) -> Values:
    """(n,) the W with the smallest error, of smallest length where there are several (normal equation)."""
    return np.asarray(np.linalg.lstsq(x, y, rcond=None)[0])


def greatest_rate(x: Values) -> float:
    """The α from which on gradient descent on x (m, n) diverges: 2 / λ, λ the largest eigenvalue of (1/m) xᵀx."""
    return float(2 / np.linalg.eigvalsh(x.T @ x / len(x))[-1])


def rounded(value: float) -> float:
    """The decimal that is meant."""
    return round(value, DECIMALS) + 0.0
