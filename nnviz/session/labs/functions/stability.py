"""Naive against stable softmax and LogSumExp, step by step."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.session.labs.checks import check_index, check_range
from nnviz.session.labs.functions.intents import SetEntry, SetVector
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part

Values = NDArray[np.float64]
ENTRIES = (-1e6, 1e6)
COUNTS = (1, 4)
LARGEST = math.log(sys.float_info.max)
"""exp of more than 709.78 is larger than the largest number of double precision."""
SMALLEST = math.log(math.ulp(0.0)) - math.log(2)
"""exp of less than −745.13 is smaller than half the smallest positive one, so 0."""


@dataclass(frozen=True, eq=False)
class Steps:
    """(n,) numbers x, what is taken from each, the exponents, their powers of e, the sum, softmax; and LogSumExp."""

    x: Values
    shift: float
    exponents: Values
    powers: Values
    total: float
    softmax: Values
    lse: float


PRESETS: tuple[tuple[float, ...], ...] = ((1010.0, 1000.0, 990.0), (0.3, 2.9, 4.0), (-1000.0, -1001.0, -1003.0))
"""Too large, harmless, too small."""


def naive(x: Values) -> Steps:
    """softmax = exp(xᵢ) / Σ exp(xⱼ) and LSE = log Σ exp(xⱼ), as the textbook writes them."""
    return _steps(x, 0.0)


def shifted(x: Values) -> Steps:
    """The same with every x lowered by the maximum; LSE = max + log Σ exp(xⱼ − max). As `engine.activations`."""
    return _steps(x, float(x.max()))


class StabilityPart(Part):
    """The numbers, and both ways."""

    def __init__(self) -> None:
        self.vector = PRESETS[0]

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            SetVector: lambda intent: self._set_all(intent.values),
            SetEntry: lambda intent: self._set(intent.index, intent.value),
        }

    @property
    def naive(self) -> Steps:
        """The textbook's way."""
        return naive(np.array(self.vector))

    @property
    def shifted(self) -> Steps:
        """The way by the maximum."""
        return shifted(np.array(self.vector))

    @property
    def trouble(self) -> str:
        """What goes wrong in the naive way: "overflow", "underflow" (all powers are 0), or ""."""
        total = self.naive.total
        return "overflow" if math.isinf(total) else "" if total else "underflow"

    @property
    def difference(self) -> float:
        """Largest difference of the two softmaxes and the two LogSumExps; nan where the naive way has no number."""
        one, two = self.naive, self.shifted
        with np.errstate(invalid="ignore"):
            apart = np.abs([*(one.softmax - two.softmax), one.lse - two.lse])
        return float(np.max(apart)) if np.isfinite(apart).all() else math.nan

    def _set(self, index: int, value: float) -> None:
        check_index("entry", index, len(self.vector))
        check_range("entry", value, *ENTRIES)
        self.vector = (*self.vector[:index], float(value), *self.vector[index + 1 :])

    def _set_all(self, values: tuple[float, ...]) -> None:
        check_range("entries", len(values), *COUNTS)
        for value in values:
            check_range("entry", value, *ENTRIES)
        self.vector = tuple(map(float, values))


def _steps(x: Values, shift: float) -> Steps:
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        exponents = x - shift
        powers = np.exp(exponents)
        total = powers.sum()
        return Steps(x, shift, exponents, powers, float(total), powers / total, shift + float(np.log(total)))
