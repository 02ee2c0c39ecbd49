"""Random formulas for the tests: the text, and the same as a function of Python that the engine does not know."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

Values = Mapping[str, float]
Function = Callable[[Values], float]

MARGIN = 0.2
"""Distance from kinks, poles and the ends of domains."""
LARGEST = 20.0
"""Size of any intermediate result."""


@dataclass(frozen=True)
class Formula:
    text: str
    function: Function
    nodes: int


def _softmax(z: list[float], own: int) -> float:
    return math.exp(z[own]) / sum(math.exp(value) for value in z)


def _loss(y: list[float], t: list[float]) -> float:
    return -sum(target * math.log(share) for share, target in zip(y, t, strict=True))


def _softmax_loss(x: list[float]) -> float:
    z = x[:2]
    return _loss([_softmax(z, own) for own in range(2)], x[2:])


def _apart(x: list[float]) -> bool:
    return abs(x[0] - x[1]) > MARGIN


SHAPES: list[tuple[str, int, Callable[[list[float]], float], Callable[[list[float]], bool]]] = [
    ("({} + {})", 2, lambda x: x[0] + x[1], lambda x: True),
    ("({} - {})", 2, lambda x: x[0] - x[1], lambda x: True),
    ("{} * {}", 2, lambda x: x[0] * x[1], lambda x: True),
    ("{} / {}", 2, lambda x: x[0] / x[1], lambda x: abs(x[1]) > MARGIN),
    ("(-{})", 1, lambda x: -x[0], lambda x: True),
    ("{}^{}", 2, lambda x: x[0] ** x[1], lambda x: x[0] > MARGIN and abs(x[1]) < 4),
    ("exp({})", 1, lambda x: math.exp(x[0]), lambda x: x[0] < 3),
    ("log({})", 1, lambda x: math.log(x[0]), lambda x: x[0] > MARGIN),
    ("sqrt({})", 1, lambda x: math.sqrt(x[0]), lambda x: x[0] > MARGIN),
    ("sigmoid({})", 1, lambda x: 1 / (1 + math.exp(-x[0])), lambda x: True),
    ("tanh({})", 1, lambda x: math.tanh(x[0]), lambda x: True),
    ("relu({})", 1, lambda x: x[0] * (x[0] > 0), lambda x: abs(x[0]) > MARGIN),
    ("max({}, {})", 2, max, _apart),
    ("min({}, {})", 2, min, _apart),
    ("sum({}, {}, {})", 3, sum, lambda x: True),
    ("affine({}, {}, {})", 3, lambda x: x[0] * x[1] + x[2], lambda x: True),
    ("softmax(2; {}, {})", 2, lambda x: _softmax(x, 1), lambda x: True),
    ("softmax_loss({}, {}; {}, {})", 4, _softmax_loss, lambda x: True),
    ("cross_entropy({}, {}; {}, {})", 4, lambda x: _loss(x[:2], x[2:]), lambda x: min(x[:2]) > MARGIN),
]


class Maker:
    """Grows formulas by putting finished ones into shapes; whatever leaves its domain or gets large is thrown away."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        names = "abcxyz"[: self.rng.integers(2, 7)]
        self.values = {name: round(float(self.rng.uniform(-2, 2)), 2) for name in names}

    def leaf(self) -> Formula:
        if self.rng.random() < 0.2:
            number = round(float(self.rng.uniform(0.3, 3)), 2)
            return Formula(str(number), lambda values: number, 1)
        name = str(self.rng.choice(list(self.values)))
        return Formula(name, lambda values: values[name], 1)

    def grown(self, most: int) -> Formula:
        """A formula of about `most` nodes, counted as if nothing were shared."""
        pool = [self.leaf() for _ in range(8)]
        best = pool[0]
        for _ in range(300):
            made = self.one(pool, most)
            if made:
                pool[int(self.rng.integers(len(pool)))] = made
                best = max(best, made, key=lambda formula: formula.nodes)
        return best

    def one(self, pool: list[Formula], most: int) -> Formula | None:
        text, count, function, allowed = SHAPES[int(self.rng.integers(len(SHAPES)))]
        parts = [
            pool[int(at)] if self.rng.random() < 0.8 else self.leaf() for at in self.rng.integers(len(pool), size=count)
        ]
        nodes = 1 + sum(part.nodes for part in parts)
        x = [part.function(self.values) for part in parts]
        if nodes > most or not allowed(x) or abs(function(x)) > LARGEST:
            return None
        texts = [part.text if part.nodes == 1 else f"({part.text})" for part in parts]
        return Formula(text.format(*texts), lambda values: function([part.function(values) for part in parts]), nodes)


@cache
def random_formula(seed: int, most: int) -> tuple[Formula, Values]:
    """A formula of at most so many nodes, and values of its variables."""
    maker = Maker(seed)
    return maker.grown(most), maker.values


def derivative(function: Function, values: Values, name: str, h: float = 1e-4) -> float:
    """Central difference, extrapolated to h = 0 (Richardson): (4 D(h/2) − D(h)) / 3."""

    def central(step: float) -> float:
        return (function({**values, name: values[name] + step}) - function({**values, name: values[name] - step})) / (
            2 * step
        )

    return (4 * central(h / 2) - central(h)) / 3
