"""Training: what a saved network needs beside its weights to go on learning exactly where it stopped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.trace import Array
from nnviz.engine.training import TrainerState
from nnviz.models.journal import Change, Journal, as_text

STEP_COLUMNS = ("iteration", "epoch", "loss", "accuracy", "learning_rate")
EVALUATION_COLUMNS = ("iteration", "epoch", "train_loss", "train_accuracy", "test_loss", "test_accuracy")
"""Columns of a history; an accuracy that does not exist is nan."""


Number = TypeVar("Number", bound=np.floating[Any])


def thinned(rows: NDArray[Number], most: int) -> NDArray[Number]:
    """Of more rows than `most` every second, third … one, the newest among them."""
    stride = max(1, -(-len(rows) // most))
    return rows[::-stride][::-1]


@dataclass(frozen=True, eq=False)
class Training:
    """A run as it was when its network was saved.

    state        the Trainer's; its parameters are the model's own
    steps        (n, 5) STEP_COLUMNS of mini-batches, oldest first
    evaluations  (k, 6) EVALUATION_COLUMNS
    journal      how it began and what was changed by hand
    """

    state: TrainerState
    steps: Array
    evaluations: Array
    journal: Journal

    def with_weights(self, parameters: Array) -> Training:
        """After all weights were set by hand."""
        change = Change(self.state.iteration, "weights", {"parameters": as_text(parameters)})
        state = replace(self.state, parameters=parameters)
        return replace(self, state=state, journal=self.journal.with_change(change))

    @property
    def epoch(self) -> float:
        """Passes through the training set when its last step was made."""
        return float(self.steps[-1, 1]) if len(self.steps) else float(self.state.epochs_done)
