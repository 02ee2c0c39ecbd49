"""Timeline: resumable states of a run, thinned geometrically: close together near the newest, ever sparser before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Array
from nnviz.engine.training import TrainerState

BUDGET = 256 * 2**20
"""Bytes that kept states may use, at first."""
BUDGETS = tuple(size * 2**20 for size in (64, 128, 256, 512, 1024))
"""Budgets the user may choose."""
EARLY = 200
"""Every one of so many first iterations is kept, as far as half the budget goes: most happens there."""
EVERY = 50
"""Afterwards a state is kept after so many iterations, of large networks after more; what lies between is repeated."""
BYTES_AN_ITERATION = 65_536
"""Keeping a state of so many bytes may cost an iteration a few per cent of its time."""
MOST = 2000
"""States kept at most: more could not be told apart on a slider, and thinning them would take too long."""
OVERHEAD = 4096
"""Bytes of a state besides its arrays: mostly the three random generators."""


@dataclass(frozen=True)
class TimelineFacts:
    """What is kept of a run.

    iterations  of the kept states, oldest first;  position: where the run stands;  newest: how far it came
    size, budget  bytes used, bytes that may be used
    """

    iterations: tuple[int, ...] = (0,)
    position: int = 0
    newest: int = 0
    size: int = 0
    budget: int = BUDGET


@dataclass(frozen=True, eq=False)
class Kept:
    """A state and the experiment it belongs to."""

    state: TrainerState
    experiment: Experiment
    size: int


class Timeline:
    """Kept states by iteration. Where a setting or a weight was changed by hand an era begins: training from a state
    of one era does not lead into the next."""

    def __init__(self, budget: int = BUDGET) -> None:
        self.budget = budget
        self.size = 0
        self.newest = 0
        self._iterations: list[int] = []
        self._kept: list[Kept] = []
        self._eras: list[int] = [0]
        self._last = -1

    def __iter__(self) -> Iterator[Kept]:
        return iter(tuple(self._kept))

    def __len__(self) -> int:
        return len(self._kept)

    def copy(self) -> Timeline:
        """The same states, kept on their own. They are shared: thinning leaves much the same ones everywhere."""
        copy = Timeline(self.budget)
        copy.size, copy.newest, copy._last = self.size, self.newest, self._last
        copy._iterations, copy._kept, copy._eras = self._iterations.copy(), self._kept.copy(), self._eras.copy()
        return copy

    def is_due(self, iteration: int) -> bool:
        """True where a state should be kept."""
        size = self._kept[-1].size if self._kept else 0
        stride = max(EVERY, size // BYTES_AN_ITERATION)
        if iteration <= EARLY:
            stride = max(1, 2 * EARLY * size // self.budget)
        return iteration - self._last >= stride

    def keep(self, state: TrainerState, experiment: Experiment) -> None:
        """Keep a state, in place of another of the same iteration; what no longer fits the budget is thinned out."""
        at = bisect_right(self._iterations, state.iteration)
        if at and self._iterations[at - 1] == state.iteration:
            at -= 1
            self._drop(at)
        kept = Kept(state, experiment, _size(state))
        self._iterations.insert(at, state.iteration)
        self._kept.insert(at, kept)
        self.size += kept.size
        self._last = state.iteration
        self.newest = max(self.newest, state.iteration)
        self._thin()

    def begin_era(self, iteration: int) -> bool:
        """The run is changed by hand at `iteration`. True if it leaves an old future behind."""
        had_future = self.newest > iteration
        self._cut(iteration)
        self._eras.append(iteration)
        return had_future

    def resume(self, iteration: int) -> bool:
        """Training goes on from here. What follows is what followed before, unless the run was changed by hand there:
        then True, and the old future is left behind."""
        left = any(era > iteration for era in self._eras)
        if left:
            self._cut(iteration)
        return left

    def nearest(self, iteration: int) -> tuple[Kept, int]:
        """The newest kept state not after `iteration`, and the iteration that training from it leads to exactly: the
        wanted one, or the last one before a change by hand whose own state was thinned out."""
        at = max(bisect_right(self._iterations, iteration) - 1, 0)
        kept = self._kept[at]
        barriers = [era for era in self._eras if kept.state.iteration < era <= iteration]
        return kept, min([iteration, *(era - 1 for era in barriers)])

    def stand_at(self, iteration: int) -> None:
        """The run stands here now; the next state is due from here on."""
        self._last = iteration
        self.newest = max(self.newest, iteration)

    def set_budget(self, budget: int) -> None:
        """Another budget, at once."""
        self.budget = budget
        self._thin()

    def facts(self, position: int) -> TimelineFacts:
        """What the user sees."""
        return TimelineFacts(tuple(self._iterations), position, max(self.newest, position), self.size, self.budget)

    def path(self, most: int, like: Array) -> tuple[NDArray[np.intp], Array]:
        """(k,) iterations and (k, parameters) parameters of at most so many kept states, evenly chosen, of those that
        have as many parameters as `like`."""
        fitting = [kept.state for kept in self._kept if kept.state.parameters.shape == like.shape]
        chosen = np.unique(np.linspace(0, len(fitting) - 1, min(most, len(fitting))).round().astype(int))
        states = [fitting[at] for at in chosen]
        iterations = np.array([state.iteration for state in states], np.intp)
        return iterations, np.array([state.parameters for state in states]).reshape(-1, like.size)

    def _cut(self, iteration: int) -> None:
        """Forget what was kept after `iteration`."""
        for at in range(len(self._kept) - 1, bisect_right(self._iterations, iteration) - 1, -1):
            self._drop(at)
        self._eras = [era for era in self._eras if era <= iteration]
        self.newest = self._last = iteration

    def _drop(self, at: int) -> None:
        self.size -= self._kept[at].size
        del self._iterations[at], self._kept[at]

    def _thin(self) -> None:
        """Drop the states that are missed least: whose gap would be small beside their age. First and newest stay."""
        while (self.size > self.budget or len(self._kept) > MOST) and len(self._kept) > 2:
            its = np.asarray(self._iterations, np.float64)
            gap = its[2:] - its[:-2]
            age = its[-1] - its[1:-1] + 1
            self._drop(1 + int(np.argmin(gap / age)))


def _size(state: TrainerState) -> int:
    arrays = (state.parameters, *state.accumulators.values())
    return OVERHEAD + sum(array.nbytes for array in arrays)
