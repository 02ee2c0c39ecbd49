"""Softmax and LogSumExp of a vector with sliders."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.activations import log_sum_exp, softmax
from nnviz.engine.gradcheck import central_differences
from nnviz.session.labs.checks import check_index, check_range
from nnviz.session.labs.functions.intents import AddConstant, ChooseLogit, SetLogit, SetLogits, SetTemperature
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part

Values = NDArray[np.float64]
LOGITS = (-10.0, 10.0)
COUNTS = (1, 8)
TEMPERATURES = (0.05, 50.0)
CONSTANTS = (-100.0, 100.0)
PAIR = (-6.0, 6.0)
"""Where LSE(x, 0) is drawn."""
PLACES = 241


@dataclass(frozen=True, eq=False)
class Bounds:
    """(n,) places x, and over them LogSumExp between its bounds: low = max, high = max + T log n."""

    x: Values
    lse: Values
    low: Values
    high: Values


class SoftmaxPart(Part):
    """Logits, what is added to all of them, and the temperature T they are divided by.

    LogSumExp is T · LSE(x / T), whose gradient is softmax(x / T); for T = 1 it is the LogSumExp of the textbooks.
    """

    def __init__(self) -> None:
        self.logits: tuple[float, ...] = (2.0, 1.0, 0.0, -1.0)
        self.temperature, self.constant = 1.0, 0.0
        self.chosen = 0

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            SetLogit: lambda intent: self._set(intent.index, intent.value),
            SetLogits: lambda intent: self._set_all(intent.values),
            ChooseLogit: lambda intent: self._choose(intent.index),
            SetTemperature: lambda intent: self._heat(intent.value),
            AddConstant: lambda intent: self._add(intent.value),
        }

    @property
    def inputs(self) -> Values:
        """(n,) the logits with the constant."""
        return np.array(self.logits) + self.constant

    @property
    def outputs(self) -> Values:
        """(n,) softmax of the inputs over T."""
        return np.asarray(softmax(self.inputs / self.temperature), np.float64)

    @property
    def change(self) -> float:
        """Largest change of an output by adding the constant."""
        return float(np.max(np.abs(self.outputs - softmax(np.array(self.logits) / self.temperature))))

    @property
    def lse(self) -> float:
        """LogSumExp of the inputs."""
        return self._lse(self.inputs)

    @property
    def low(self) -> float:
        """The largest input: LogSumExp is not smaller."""
        return float(self.inputs.max())

    @property
    def high(self) -> float:
        """The largest input plus T log n: LogSumExp is not larger."""
        return self.low + self.temperature * math.log(len(self.logits))

    @property
    def gradient(self) -> Values:
        """(n,) ∂LSE/∂xᵢ by central differences, to be compared with `outputs`."""
        x = self.inputs
        return np.asarray(central_differences(lambda: self._lse(x), x, 1e-5), np.float64)

    def bounds(self) -> Bounds:
        """LogSumExp and its bounds over the chosen input, the others being what they are."""
        places = np.linspace(LOGITS[0] + self.constant, LOGITS[1] + self.constant, PLACES)
        x = np.tile(self.inputs, (PLACES, 1))
        x[:, self.chosen] = places
        low = x.max(axis=1)
        lse = np.asarray(self.temperature * log_sum_exp(x / self.temperature), np.float64)
        return Bounds(places, lse, low, low + self.temperature * math.log(len(self.logits)))

    def pair(self) -> tuple[Values, Values, Values]:
        """(n,) places x; LSE(x, 0); ReLU: the larger of x and 0. For every T as for T = 1."""
        x = np.linspace(*PAIR, PLACES)
        both = np.stack([x, np.zeros(PLACES)], axis=1)
        return x, np.asarray(log_sum_exp(both), np.float64), np.asarray(both.max(axis=1))

    def _lse(self, x: Values) -> float:
        return float(self.temperature * log_sum_exp(x / self.temperature))

    def _set(self, index: int, value: float) -> None:
        self._choose_checked(index)
        check_range("logit", value, *LOGITS)
        self.logits = (*self.logits[:index], float(value), *self.logits[index + 1 :])
        self.chosen = index

    def _set_all(self, values: tuple[float, ...]) -> None:
        check_range("logits", len(values), *COUNTS)
        for value in values:
            check_range("logit", value, *LOGITS)
        self.logits = tuple(map(float, values))
        self.chosen = min(self.chosen, len(values) - 1)

    def _choose(self, index: int) -> None:
        self._choose_checked(index)
        self.chosen = index

    def _choose_checked(self, index: int) -> None:
        check_index("logit", index, len(self.logits))

    def _heat(self, value: float) -> None:
        check_range("temperature", value, *TEMPERATURES)
        self.temperature = float(value)

    def _add(self, value: float) -> None:
        check_range("constant", value, *CONSTANTS)
        self.constant = float(value)
