"""Intents of the Graph lab."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from nnviz.session.labs.lab import LabIntent


class GraphIntent(LabIntent):
    """Base of what can be done in the Graph lab."""

    lab: ClassVar[str] = "graph"


@dataclass(frozen=True)
class SetExpression(GraphIntent):
    """Another expression, from its beginning. Variables that are not in `values` keep theirs, new ones get one."""

    text: str
    values: Mapping[str, float] | None = None


@dataclass(frozen=True)
class OpenPreset(GraphIntent):
    """An expression of the curriculum with its values: "E1" … "E7"."""

    name: str


@dataclass(frozen=True)
class SetInput(GraphIntent):
    """Another value of a variable; everything follows."""

    name: str
    value: float


@dataclass(frozen=True)
class StepGraph(GraphIntent):
    """To a boundary between two beats, and hold: 1 the next, −1 the previous."""

    steps: int = 1


@dataclass(frozen=True)
class SeekGraph(GraphIntent):
    """To a position in beats."""

    position: float


@dataclass(frozen=True)
class PlayGraph(GraphIntent):
    """Go on, from the beginning where it stands at the end."""


@dataclass(frozen=True)
class PauseGraph(GraphIntent):
    """Hold."""


@dataclass(frozen=True)
class SetGraphSpeed(GraphIntent):
    """Another speed of both sections; 1 is as written in the script."""

    speed: float


@dataclass(frozen=True)
class ResetGraph(GraphIntent):
    """The values that the expression began with, and the beginning of both sections."""


@dataclass(frozen=True)
class ChooseVariable(GraphIntent):
    """Modes: to the beginning of the forward-mode pass of this variable, and hold."""

    name: str


@dataclass(frozen=True)
class StepModes(GraphIntent):
    """Modes: to a boundary between two beats, and hold."""

    steps: int = 1


@dataclass(frozen=True)
class SeekModes(GraphIntent):
    """Modes: to a position in beats."""

    position: float


@dataclass(frozen=True)
class PlayModes(GraphIntent):
    """Modes: go on, from the beginning where it stands at the end."""


@dataclass(frozen=True)
class PauseModes(GraphIntent):
    """Modes: hold."""
