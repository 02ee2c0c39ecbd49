"""History: every step and evaluation of a run as columns of numbers, for curves."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.trace import Evaluation, StepRecord
from nnviz.models.training import EVALUATION_COLUMNS, STEP_COLUMNS, thinned

Column = NDArray[np.float64]
MOST_BRANCHES = 3
"""Old futures kept to compare with: more could not be told apart."""


class Table:
    """Columns that grow: room is doubled when full, so that appending stays cheap and reading is a view."""

    def __init__(self, columns: int) -> None:
        self._rows = np.empty((256, columns))
        self.count = 0

    def append(self, rows: list[list[float]] | NDArray[np.floating]) -> None:
        """Add rows (n, columns) at the end."""
        end = self.count + len(rows)
        if end > len(self._rows):
            grown = np.empty((2 * end, self._rows.shape[1]))
            grown[: self.count] = self._rows[: self.count]
            self._rows = grown
        if len(rows):
            self._rows[self.count : end] = rows
        self.count = end

    def truncate(self, count: int) -> None:
        """Keep the first `count` rows."""
        self.count = min(self.count, count)

    def until(self, last: int, most: int | None) -> Column:
        """A copy of the rows whose first column is at most `last`; thinned to `most` of them."""
        # Bisecting looks at a few rows; NumPy's search would copy the whole column first.
        rows = self.rows[: bisect_right(self.column(0), last)]
        return (thinned(rows, most) if most else rows).copy()

    def copy(self) -> Table:
        """The same rows in arrays of their own."""
        copy = Table(self._rows.shape[1])
        copy._rows, copy.count = self._rows.copy(), self.count
        return copy

    @property
    def rows(self) -> Column:
        """(count, columns) view of all, newest last."""
        return self._rows[: self.count]

    def column(self, index: int) -> Column:
        """(count,) view of one column, newest last."""
        return self._rows[: self.count, index]


class History:
    """One entry per mini-batch, one per evaluation; an accuracy that does not exist is nan.

    iteration, epoch, loss, accuracy, learning_rate (steps,); eval_iteration, eval_epoch, train_loss,
    train_accuracy, test_loss, test_accuracy (evaluations,)
    branches   old futures of a run that was taken back and went on in another way, the newest last
    """

    def __init__(self) -> None:
        self._steps = Table(len(STEP_COLUMNS))
        self._evaluations = Table(len(EVALUATION_COLUMNS))
        self._branching = False
        self.branches: tuple[History, ...] = ()
        self._shared: tuple[int, ...] = ()

    def add(self, records: Iterable[StepRecord]) -> None:
        """Append steps and the evaluations they carry. A step that was recorded before replaces it and all after it:
        the run was taken back and goes on from there."""
        steps: list[list[float]] = []
        last = self.iteration[-1] if self.steps else 0
        for record in records:
            if record.iteration <= last:
                self._steps.append(steps)
                steps = []
                self._go_back(record.iteration - 1)
            last = record.iteration
            accuracy = np.nan if record.accuracy is None else record.accuracy
            steps.append([record.iteration, record.epoch, record.loss, accuracy, record.learning_rate])
            if record.evaluation:
                self.add_evaluation(record.evaluation)
        self._steps.append(steps)

    @classmethod
    def of(cls, steps: NDArray[np.floating], evaluations: NDArray[np.floating]) -> History:
        """The history whose `tables` these are."""
        history = cls()
        history._steps.append(steps)
        history._evaluations.append(evaluations)
        return history

    def tables(self, last: int, most: int | None = None) -> tuple[Column, Column]:
        """Copies of all steps (n, 5) and evaluations (k, 6) up to an iteration, in the order of the columns. Of more
        than `most` of them every second, third … one, the newest among them."""
        return self._steps.until(last, most), self._evaluations.until(last, most)

    def copy(self) -> History:
        """The same entries in arrays of their own; old futures are shared."""
        copy = History()
        copy._steps, copy._evaluations = self._steps.copy(), self._evaluations.copy()
        copy._branching, copy.branches, copy._shared = self._branching, self.branches, self._shared
        return copy

    def cut(self, iteration: int) -> None:
        """Forget what came after `iteration`."""
        self._steps.truncate(int(np.searchsorted(self.iteration, iteration, "right")))
        self._evaluations.truncate(int(np.searchsorted(self.eval_iteration, iteration, "right")))

    def expect_branch(self) -> None:
        """The next step that was recorded before begins another future; the old one becomes one of `branches`."""
        self._branching = True

    def _go_back(self, iteration: int) -> None:
        """Forget what came after `iteration`, or keep it as a branch."""
        if self._branching:
            self._branching = False
            past = History()
            past._steps, past._evaluations = self._steps.copy(), self._evaluations.copy()
            self.branches = (*self.branches, past)[-MOST_BRANCHES:]
            # From an earlier point on, this run has left its older branches, too.
            self._shared = tuple(min(last, iteration) for last in (*self._shared, iteration))[-MOST_BRANCHES:]
        self.cut(iteration)

    def add_evaluation(self, evaluation: Evaluation) -> None:
        """Append one evaluation; of an iteration that was evaluated before it says nothing new to a curve."""
        if self.evaluations and evaluation.iteration <= self.eval_iteration[-1]:
            return
        self._evaluations.append([[_number(getattr(evaluation, name)) for name in EVALUATION_COLUMNS]])

    @property
    def branch_epochs(self) -> tuple[float, ...]:
        """Epoch of the last iteration that this run has in common with each of `branches`, 0 at the start weights."""
        steps = (int(np.searchsorted(self.iteration, last, "right")) for last in self._shared)
        return tuple(float(self.epoch[count - 1]) if count else 0.0 for count in steps)

    @property
    def steps(self) -> int:
        """Number of mini-batches recorded."""
        return self._steps.count

    @property
    def evaluations(self) -> int:
        """Number of evaluations recorded."""
        return self._evaluations.count

    @property
    def iteration(self) -> Column:
        """Iterations of the steps."""
        return self._steps.column(0)

    @property
    def epoch(self) -> Column:
        """Epochs of the steps, fractions included."""
        return self._steps.column(1)

    @property
    def loss(self) -> Column:
        """Mini-batch losses."""
        return self._steps.column(2)

    @property
    def accuracy(self) -> Column:
        """Mini-batch accuracies 0…1."""
        return self._steps.column(3)

    @property
    def learning_rate(self) -> Column:
        """η of the steps."""
        return self._steps.column(4)

    @property
    def eval_iteration(self) -> Column:
        """Iterations of the evaluations."""
        return self._evaluations.column(0)

    @property
    def eval_epoch(self) -> Column:
        """Epochs of the evaluations."""
        return self._evaluations.column(1)

    @property
    def train_loss(self) -> Column:
        """Losses on the fixed training subset."""
        return self._evaluations.column(2)

    @property
    def train_accuracy(self) -> Column:
        """Accuracies on the fixed training subset."""
        return self._evaluations.column(3)

    @property
    def test_loss(self) -> Column:
        """Losses on the test set."""
        return self._evaluations.column(4)

    @property
    def test_accuracy(self) -> Column:
        """Accuracies on the test set."""
        return self._evaluations.column(5)


def _number(value: float | None) -> float:
    return np.nan if value is None else float(value)
