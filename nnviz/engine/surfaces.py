"""Loss surfaces over two parameters: functions on which optimizers are compared, and the mean squared error of a line.

Every value and gradient takes arrays of any equal shape; a gradient has the shape (2, …).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Values = NDArray[np.float64]
Pair = tuple[float, float]


@dataclass(frozen=True)
class Surface:
    """One surface f(x, y).

    value, gradient   f and (∂f/∂x, ∂f/∂y)
    x, y              the part of the plane that is looked at
    start             where descent begins if nobody says otherwise; rate: a learning rate at which most optimizers move
    minima            (x, y) of the lowest points; none where f has no lower bound
    floor             f there
    steep             f spans so many powers of ten that pictures are drawn of log₁₀(1 + f)
    source            who first used it
    """

    value: Callable[[ArrayLike, ArrayLike], Values]
    gradient: Callable[[ArrayLike, ArrayLike], Values]
    x: Pair
    y: Pair
    start: Pair
    rate: float
    minima: tuple[Pair, ...]
    floor: float
    steep: bool
    source: str

    def height(self, f: ArrayLike) -> Values:
        """What pictures show of a value: f itself, of steep surfaces log₁₀(1 + f)."""
        values = np.asarray(f, np.float64)
        return np.log10(1 + values) if self.steep else values


def bowl(x: ArrayLike, y: ArrayLike) -> Values:
    """x²/20 + y²."""
    return np.square(x, dtype=np.float64) / 20 + np.square(y, dtype=np.float64)


def bowl_gradient(x: ArrayLike, y: ArrayLike) -> Values:
    """(x/10, 2y)."""
    return np.stack([np.multiply(x, 0.1), np.multiply(y, 2.0)])


def saddle(x: ArrayLike, y: ArrayLike) -> Values:
    """x² − y²."""
    return np.square(x, dtype=np.float64) - np.square(y, dtype=np.float64)


def saddle_gradient(x: ArrayLike, y: ArrayLike) -> Values:
    """(2x, −2y)."""
    return np.stack([np.multiply(x, 2.0), np.multiply(y, -2.0)])


BEALE = (1.5, 2.25, 2.625)


def beale(x: ArrayLike, y: ArrayLike) -> Values:
    """Σₖ (cₖ − x + x yᵏ)², k = 1, 2, 3."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    total = np.zeros(np.broadcast(x, y).shape)
    for k, c in enumerate(BEALE, start=1):
        total += (c - x + x * y**k) ** 2
    return total


def beale_gradient(x: ArrayLike, y: ArrayLike) -> Values:
    """2 Σₖ rₖ (yᵏ − 1) and 2 Σₖ rₖ k x yᵏ⁻¹ with rₖ = cₖ − x + x yᵏ."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    dx, dy = np.zeros((2, *np.broadcast(x, y).shape))
    for k, c in enumerate(BEALE, start=1):
        rest = c - x + x * y**k
        dx += 2 * rest * (y**k - 1)
        dy += 2 * rest * k * x * y ** (k - 1)
    return np.stack([dx, dy])


def himmelblau(x: ArrayLike, y: ArrayLike) -> Values:
    """(x² + y − 11)² + (x + y² − 7)²."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    return np.asarray((x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2)


def himmelblau_gradient(x: ArrayLike, y: ArrayLike) -> Values:
    """(4 p x + 2 q, 2 p + 4 q y) with p = x² + y − 11, q = x + y² − 7."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    p, q = x**2 + y - 11, x + y**2 - 7
    return np.stack([4 * p * x + 2 * q, 2 * p + 4 * q * y])


RIPPLE, WAVES = 0.8, 2 * np.pi / 1.5
"""A and ω of `dimples`: a dimple every 1.5 units. They hold what comes slowly, but not what comes with a run-up."""


def dimples(x: ArrayLike, y: ArrayLike) -> Values:
    """½ (x² + y²) + A (2 − cos ωx − cos ωy): Rastrigin's function with wider and flatter dimples."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    return np.asarray((x**2 + y**2) / 2 + RIPPLE * (2 - np.cos(WAVES * x) - np.cos(WAVES * y)))


def dimples_gradient(x: ArrayLike, y: ArrayLike) -> Values:
    """(x + A ω sin ωx, y + A ω sin ωy)."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    return np.stack([x + RIPPLE * WAVES * np.sin(WAVES * x), y + RIPPLE * WAVES * np.sin(WAVES * y)])


SURFACES: dict[str, Surface] = {
    "bowl": Surface(
        bowl, bowl_gradient, (-10, 10), (-5, 5), (-7.0, 2.0), 0.1, ((0, 0),), 0.0, False,
        "a quadratic with curvatures 0.1 and 2",
    ),
    "saddle": Surface(
        saddle, saddle_gradient, (-3, 3), (-3, 3), (-2.0, 0.01), 0.05, (), -np.inf, False, "hyperbolic paraboloid",
    ),
    "beale": Surface(
        beale, beale_gradient, (-4.5, 4.5), (-4.5, 4.5), (1.0, 1.5), 0.003, ((3, 0.5),), 0.0, True, "Beale, 1958",
    ),
    "himmelblau": Surface(
        himmelblau, himmelblau_gradient, (-5, 5), (-5, 5), (-0.2, -1.0), 0.01,
        ((3, 2), (-2.805118086952745, 3.131312518250573), (-3.779310253377747, -3.283185991286170),
         (3.584428340330492, -1.848126526964404)),
        0.0, True, "Himmelblau, 1972",
    ),
    "dimples": Surface(
        dimples, dimples_gradient, (-5, 5), (-5, 5), (-4.2, 3.6), 0.1, ((0, 0),), 0.0, False, "after Rastrigin, 1974",
    ),
}  # fmt: skip
"""By the names that intents use."""


@dataclass(frozen=True, eq=False)
class LineFit:
    """A line t ≈ w x + b through fixed points: the smallest regression there is. x, t (m,)."""

    x: Values
    t: Values

    def value(self, w: ArrayLike, b: ArrayLike) -> Values:
        """(1/m) Σ (w x + b − t)² for arrays of lines."""
        w, b = np.asarray(w, np.float64)[..., None], np.asarray(b, np.float64)[..., None]
        return np.asarray(np.mean((w * self.x + b - self.t) ** 2, axis=-1))

    def gradient(self, w: float, b: float, rows: NDArray[np.intp]) -> Values:
        """(2,) ∂/∂w and ∂/∂b of the mean squared error of some of the points."""
        x, rest = self.x[rows], w * self.x[rows] + b - self.t[rows]
        return np.array([2 * np.mean(rest * x), 2 * np.mean(rest)])

    def best(self) -> Pair:
        """(w, b) of the least squares (Gauss and Legendre, 1805)."""
        spread = self.x - self.x.mean()
        w = float(spread @ self.t / (spread @ spread))
        return w, float(self.t.mean() - w * self.x.mean())


def noisy_line(points: int = 24, seed: int = 5) -> LineFit:
    """Points around t = 0.8 x + 0.5 with a standard deviation of 0.45, x from −1 to 3."""
    x = np.linspace(-1, 3, points)
    return LineFit(x, 0.8 * x + 0.5 + 0.45 * np.random.default_rng(seed).standard_normal(points))
