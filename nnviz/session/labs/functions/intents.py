"""What can be done in the first half of the lab “functions”: activations, softmax, overflow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nnviz.session.labs.lab import LabIntent


class FunctionsIntent(LabIntent):
    """Base of the lab's intents."""

    lab: ClassVar[str] = "functions"


# Activations


@dataclass(frozen=True)
class ChooseActivation(FunctionsIntent):
    """Look at another activation function."""

    name: str


@dataclass(frozen=True)
class SetParameter(FunctionsIntent):
    """A parameter of the chosen activation function: "alpha" or "theta"."""

    field: str
    value: float


@dataclass(frozen=True)
class SetLines(FunctionsIntent):
    """The linear pieces of maxout, each (slope, intercept)."""

    lines: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class SetProbe(FunctionsIntent):
    """Read the curves at another x."""

    x: float


@dataclass(frozen=True)
class StartUnits(FunctionsIntent):
    """A new start of the live ReLU network: its learning rate, and the bias every hidden unit starts from."""

    learning_rate: float
    bias: float = 0.0


@dataclass(frozen=True)
class TrainUnits(FunctionsIntent):
    """Train the live ReLU network for so many iterations."""

    steps: int


# Softmax


@dataclass(frozen=True)
class SetLogit(FunctionsIntent):
    """One logit; it becomes the one that the bounds of LogSumExp are drawn over."""

    index: int
    value: float


@dataclass(frozen=True)
class SetLogits(FunctionsIntent):
    """All logits at once, as many as there shall be."""

    values: tuple[float, ...]


@dataclass(frozen=True)
class ChooseLogit(FunctionsIntent):
    """The logit that the bounds of LogSumExp are drawn over."""

    index: int


@dataclass(frozen=True)
class SetTemperature(FunctionsIntent):
    """Divide all logits by this."""

    value: float


@dataclass(frozen=True)
class AddConstant(FunctionsIntent):
    """Add this to all logits (not on top of what was added before)."""

    value: float


# Overflow


@dataclass(frozen=True)
class SetVector(FunctionsIntent):
    """The numbers that both ways of computing get."""

    values: tuple[float, ...]


@dataclass(frozen=True)
class SetEntry(FunctionsIntent):
    """One of them."""

    index: int
    value: float
