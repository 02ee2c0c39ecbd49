"""Plan: an experiment, the settings that vary and how many seeds; all runs that follow from it, checked beforehand."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import Any, get_type_hints

from nnviz.data.adjusting import adjusted
from nnviz.data.own import OwnData
from nnviz.data.shelf import BUILT_IN, Shelf
from nnviz.engine.experiment import LIMITS, Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.sweeps.axis import Axis, Value, changes

FORMAT = 1
MOST_RUNS = 10_000
REALS: Mapping[type, frozenset[str]] = {
    kind: frozenset(name for name, hint in get_type_hints(kind).items() if hint is float)
    for kind in (Experiment, LayerSpec)
}
"""Fields that are real numbers."""


@dataclass(frozen=True)
class Run:
    """One training: what it is trained with and how far.

    setting     the values that vary, one for each axis
    iterations  after so many it ends, 0: when its experiment says so
    shelf       where its data is
    """

    experiment: Experiment
    setting: tuple[Value, ...]
    iterations: int = 0
    shelf: Shelf = field(default=BUILT_IN, compare=False, repr=False)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything that determines its result, in hexadecimal digits."""
        return _digest({"experiment": _canonical(self.experiment), "iterations": self.iterations})


@dataclass(frozen=True)
class Plan:
    """Every combination of the axes' values, each with `seeds` seeds, the first being that of `base`.

    Data is looked up on the `shelf`. The user's own has a name that says which it is; it is not part of the plan.

    Refusal sweep_endless, sweep_axis_twice, sweep_seed_twice, sweep_too_many, sweep_same_runs, and whatever one of the
    experiments is refused for.
    """

    base: Experiment
    axes: tuple[Axis, ...] = ()
    seeds: int = 1
    iterations: int = 0
    shelf: Shelf = field(default=BUILT_IN, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._check()
        # Seeds are the same for all settings: what differs with the first of them differs with all.
        digests = {run.digest for run in self.runs[: len(self.settings)]}
        if len(digests) < len(self.settings):
            raise Refusal("sweep_same_runs")

    @property
    def count(self) -> int:
        """How many runs there are."""
        return math.prod(len(axis.values) for axis in self.axes) * self.seeds

    @cached_property
    def settings(self) -> tuple[tuple[Value, ...], ...]:
        """Every combination of values; the last axis changes fastest."""
        return tuple(product(*(axis.values for axis in self.axes)))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """All of them. Seed by seed, so that a sweep that is broken off has something of every setting."""
        return tuple(self._runs())

    @property
    def own(self) -> tuple[OwnData, ...]:
        """The user's data that runs are trained on."""
        return tuple({data.key: data for run in self.runs for data in run.shelf.own}.values())

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the plan, in hexadecimal digits."""
        return _digest(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready; `from_dict` gives the equal plan back."""
        return {
            "format": FORMAT,
            "experiment": _canonical(self.base),
            "vary": [{"setting": axis.path, "values": list(axis.values)} for axis in self.axes],
            "seeds": self.seeds,
            "iterations": self.iterations,
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any], shelf: Shelf = BUILT_IN) -> Plan:
        """The plan a dictionary describes, on data of a shelf. Refusal as of Plan and Experiment; KeyError, TypeError
        where it is none."""
        axes = tuple(Axis(str(one["setting"]), tuple(one["values"])) for one in values["vary"])
        base = Experiment.from_dict(values["experiment"])
        return cls(base, axes, int(values["seeds"]), int(values["iterations"]), shelf)

    def _runs(self) -> Iterator[Run]:
        paths = [axis.path for axis in self.axes]
        varied = [
            (setting, adjusted(self.base, changes(self.base, dict(zip(paths, setting, strict=True))), self.shelf))
            for setting in self.settings
        ]
        for _, experiment in varied:
            self._check_run(experiment)
        for k in range(self.seeds):
            for setting, experiment in varied:
                seeded = replace(experiment, seed=experiment.seed + k)
                yield Run(seeded, setting, self.iterations, _narrowed(self.shelf, experiment.data))

    def _check_run(self, experiment: Experiment) -> None:
        """Refuse an experiment that could begin but not be trained, or without end."""
        self.shelf.check_fit(experiment)
        if experiment.distortion and not self.shelf.source(experiment.data).image:
            raise Refusal("distortion_needs_images", data=experiment.data)
        if not (self.iterations or experiment.epochs or experiment.patience):
            raise Refusal("sweep_endless")

    def _check(self) -> None:
        paths = [axis.path for axis in self.axes]
        if len(set(paths)) < len(paths):
            raise Refusal("sweep_axis_twice")
        if self.seeds < 1 or (self.seeds > 1 and "seed" in paths):
            raise Refusal("sweep_seed_twice")
        _check_iterations(self.iterations)
        if self.count > MOST_RUNS:
            raise Refusal("sweep_too_many", count=self.count, most=MOST_RUNS)


def _narrowed(shelf: Shelf, name: str) -> Shelf:
    """A shelf with what one run needs: it travels to where that is trained."""
    owned = shelf.owned(name)
    return Shelf((owned,)) if owned else BUILT_IN


def _check_iterations(count: int) -> None:
    low, high = 0, LIMITS["evaluate_every"][1]
    if not low <= count <= high:
        raise Refusal("out_of_range", field="iterations", value=count, low=low, high=high)


def _canonical(experiment: Experiment) -> dict[str, Any]:
    """The fields with every real number as one: 1 and 1.0 are the same setting and must have the same digest."""
    return _reals(experiment) | {"layers": [_reals(layer) for layer in experiment.layers]}


def _reals(one: Experiment | LayerSpec) -> dict[str, Any]:
    names = REALS[type(one)]
    return {name: float(value) if name in names else value for name, value in vars(one).items()}


def _digest(values: Mapping[str, Any]) -> str:
    text = json.dumps(values, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()
