"""Result: what is kept of a run, and a line of JSON for it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array, Evaluation

DIVERGED = "diverged"


@dataclass(frozen=True)
class Course:
    """The evaluations of a run in columns; None where a loss is no finite number or there is no accuracy."""

    iteration: tuple[int, ...]
    epoch: tuple[float, ...]
    train_loss: tuple[float | None, ...]
    train_accuracy: tuple[float | None, ...]
    test_loss: tuple[float | None, ...]
    test_accuracy: tuple[float | None, ...]

    @classmethod
    def of(cls, evaluations: Iterable[Evaluation]) -> Course:
        """The columns of evaluations."""
        rows = tuple(evaluations)
        columns: dict[str, Any] = {
            field.name: tuple(_known(getattr(row, field.name)) for row in rows) for field in fields(cls)
        }
        return cls(**columns)


@dataclass(frozen=True)
class Result:
    """How a run went.

    run          digest of the run
    ended_by     "epochs", "early_stopping", "iterations" or "diverged"
    seconds      spent training, without loading the data
    parameters   SHA-256 of the final parameters' bytes: equal where they are equal to the last bit
    course       the evaluations from before the first iteration to the last
    """

    run: str
    ended_by: str
    seconds: float
    parameters: str
    course: Course

    @property
    def diverged(self) -> bool:
        """True where its loss was no finite number in the end."""
        return self.ended_by == DIVERGED

    def last(self, column: str) -> float:
        """The last entry of a column of evaluations; nan where there is no number, as after a divergence."""
        value = None if self.diverged else getattr(self.course, column)[-1]
        return math.nan if value is None else float(value)

    @property
    def best_epoch(self) -> float:
        """Where the test loss was lowest; nan where it never was a number."""
        known = [(loss, at) for loss, at in zip(self.course.test_loss, self.course.epoch, strict=True) if _is(loss)]
        return min(known)[1] if known and not self.diverged else math.nan


@dataclass(frozen=True)
class End:
    """The network at the end of a run: flat parameters, the scaling of its inputs, and its classes' names."""

    parameters: Array
    scaling: Scaling
    classes: tuple[str, ...]


@dataclass(frozen=True)
class Done:
    """What comes back from where a run was trained: its result, and its end where that was asked for. In place of a
    result the `reason` why there is none."""

    run: str
    result: Result | None = None
    end: End | None = None
    reason: str = ""


def to_line(result: Result) -> bytes:
    """One line of JSON."""
    return msgspec.json.encode(result) + b"\n"


def from_line(line: bytes) -> Result | None:
    """The result in a line; None where the line is damaged."""
    try:
        result = msgspec.json.decode(line, type=Result)
    except (ValueError, RecursionError):
        return None
    columns = {len(getattr(result.course, field.name)) for field in fields(Course)}
    return result if len(columns) == 1 and columns != {0} else None


def _known(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _is(value: float | None) -> bool:
    return value is not None
