"""Summary: what the seeds of one setting have in common: means, deviations and bands of curves."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nnviz.sweeps.axis import Value
from nnviz.sweeps.plan import Plan, Run
from nnviz.sweeps.result import Result

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Spread:
    """Mean and deviation of a number over seeds.

    mean   nan where no seed has it
    sd     standard deviation of a sample (divided by n − 1), nan for fewer than two
    count  seeds that have it
    """

    mean: float
    sd: float
    count: int

    @classmethod
    def of(cls, values: Iterable[float]) -> Spread:
        """Of those that are numbers."""
        known = np.array([value for value in values if math.isfinite(value)])
        mean = float(known.mean()) if len(known) else math.nan
        return cls(mean, float(known.std(ddof=1)) if len(known) > 1 else math.nan, len(known))


@dataclass(frozen=True)
class Curve:
    """A column of evaluations over epochs x: mean of the seeds that came so far, and the ends of its band."""

    x: Values
    low: Values
    mean: Values
    high: Values


@dataclass(frozen=True)
class Group:
    """The runs of one setting, seed by seed, and the results there are."""

    setting: tuple[Value, ...]
    runs: tuple[Run, ...]
    results: tuple[Result, ...]

    @property
    def diverged(self) -> int:
        """How many of them diverged; they count in no mean of what was reached in the end."""
        return sum(result.diverged for result in self.results)

    @cached_property
    def accuracy(self) -> Spread:
        """Test accuracy in the end, 0…1."""
        return Spread.of(result.last("test_accuracy") for result in self.results)

    @cached_property
    def loss(self) -> Spread:
        """Test loss in the end."""
        return Spread.of(result.last("test_loss") for result in self.results)

    @cached_property
    def best_epoch(self) -> Spread:
        """Where the test loss was lowest."""
        return Spread.of(result.best_epoch for result in self.results)

    @cached_property
    def seconds(self) -> Spread:
        """Seconds of training."""
        return Spread.of(result.seconds for result in self.results)

    def curve(self, column: str, band: str) -> Curve:
        """A column of evaluations of all seeds; `band`: one of BANDS."""
        x, rows = self._table(column)
        if not len(rows):
            return Curve(x, x, x, x)
        known = np.isfinite(rows)
        count = known.sum(axis=0)
        mean = np.where(known, rows, 0.0).sum(axis=0) / np.where(count, count, np.nan)
        low, high = BANDS[band](rows, mean, count)
        return Curve(x, low, mean, high)

    def _table(self, column: str) -> tuple[Values, Values]:
        """Epochs (n,) at which any seed was evaluated, and the column of every seed there (seeds, n), nan where it was
        not."""
        places = np.array(sorted({at for result in self.results for at in result.course.epoch}))
        rows = np.full((len(self.results), len(places)), np.nan)
        for row, result in zip(rows, self.results, strict=True):
            values = [math.nan if value is None else value for value in getattr(result.course, column)]
            row[np.searchsorted(places, result.course.epoch)] = values
        return places, rows


def _range(rows: Values, mean: Values, count: Values) -> tuple[Values, Values]:
    low = np.where(np.isfinite(rows), rows, np.inf).min(axis=0)
    high = np.where(np.isfinite(rows), rows, -np.inf).max(axis=0)
    return np.where(count, low, np.nan), np.where(count, high, np.nan)


def _deviation(rows: Values, mean: Values, count: Values) -> tuple[Values, Values]:
    squares = np.where(np.isfinite(rows), (rows - mean) ** 2, 0.0).sum(axis=0)
    sd = np.sqrt(squares / np.maximum(count - 1, 1))
    return mean - sd, mean + sd


BANDS: Mapping[str, Callable[[Values, Values, Values], tuple[Values, Values]]] = {"range": _range, "sd": _deviation}
"""Ends of a band: the lowest and the highest seed, or one standard deviation on either side of the mean."""


def groups(plan: Plan, results: Mapping[str, Result]) -> tuple[Group, ...]:
    """One for each setting, in the order of the plan."""
    runs: dict[tuple[Value, ...], list[Run]] = {setting: [] for setting in plan.settings}
    for run in plan.runs:
        runs[run.setting].append(run)
    return tuple(
        Group(setting, tuple(own), tuple(results[run.digest] for run in own if run.digest in results))
        for setting, own in runs.items()
    )


def ranked(found: Iterable[Group]) -> list[Group]:
    """The best first: highest accuracy, else lowest loss; settings without a result come last."""
    return sorted(found, key=_rank)


def _rank(group: Group) -> tuple[bool, float, float]:
    known = [value.mean if value.count else 0.0 for value in (group.accuracy, group.loss)]
    return not group.loss.count, -known[0], known[1]
