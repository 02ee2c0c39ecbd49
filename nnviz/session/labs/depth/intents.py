"""What can be done in the depth lab, besides what is done to its run (nnviz.session.intents.Configure, Run, …)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nnviz.session.labs.lab import LabIntent


class DepthIntent(LabIntent):
    """Base of the lab's intents."""

    lab: ClassVar[str] = "depth"


@dataclass(frozen=True)
class ShowStart(DepthIntent):
    """Draw the outlines of the start, before any training, behind what is now, or do not."""

    on: bool


@dataclass(frozen=True)
class OwnAxes(DepthIntent):
    """An axis of its own for each layer's histogram, or one for all layers."""

    on: bool


@dataclass(frozen=True)
class SetStarts(DepthIntent):
    """Networks of the table of starts with or without batch normalisation and residual connections."""

    batch_norm: bool
    residual: bool


@dataclass(frozen=True)
class TrainStarts(DepthIntent):
    """Train all networks of the table, or pause."""

    on: bool


@dataclass(frozen=True)
class ResetStarts(DepthIntent):
    """All networks of the table back to their starts."""


@dataclass(frozen=True)
class SetTwin(DepthIntent):
    """The activation of the run's twin."""

    activation: str


@dataclass(frozen=True)
class SetMatrixShape(DepthIntent):
    """Rows and columns of a factor of the matrix product: "first" or "second"."""

    matrix: str
    rows: int
    columns: int


@dataclass(frozen=True)
class SetMatrixEntry(DepthIntent):
    """A number in a factor of the matrix product; rows and columns count from 0."""

    matrix: str
    row: int
    column: int
    value: float


@dataclass(frozen=True)
class PointAtEntry(DepthIntent):
    """Point at an entry of the product, so that its row and column light up; −1, −1: at none."""

    row: int
    column: int


@dataclass(frozen=True)
class SetFactor(DepthIntent):
    """The c of h(x) = c·x."""

    value: float


@dataclass(frozen=True)
class SetInput(DepthIntent):
    """The input (x₁, x₂) that goes through two matrices, and through their product."""

    x1: float
    x2: float


@dataclass(frozen=True)
class DrawMatrices(DepthIntent):
    """Other random numbers in the two matrices."""

    seed: int


@dataclass(frozen=True)
class SetStack(DepthIntent):
    """The network on points of the plane: so many hidden layers, their activation, and the seed of its start."""

    layers: int
    activation: str
    seed: int
