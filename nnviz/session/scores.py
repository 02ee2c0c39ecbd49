"""Scores: the figures of a run at the iteration where it stands, not of the newest it has been to."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from nnviz.engine.trace import Evaluation
from nnviz.session.history import History

RECENT = 50
"""Mini-batches whose mean loss is shown: a single one jumps."""


@dataclass(frozen=True)
class Scores:
    """Losses and accuracies (0…1); nan where there is none.

    batch_loss  mean of the last RECENT mini-batches;  last_loss: the last one
    """

    batch_loss: float
    last_loss: float
    train_loss: float
    train_accuracy: float
    test_loss: float
    test_accuracy: float


def scores_at(history: History, iteration: int, evaluation: Evaluation | None) -> Scores:
    """The scores of a run at an iteration: of `evaluation` where that was made there, else of the last one before."""
    end = int(np.searchsorted(history.iteration, iteration, "right"))
    losses = history.loss[max(end - RECENT, 0) : end]
    mean, last = (float(losses.mean()), float(losses[-1])) if len(losses) else (math.nan, math.nan)
    if evaluation and evaluation.iteration == iteration:
        return Scores(mean, last, *_parts(evaluation))
    k = int(np.searchsorted(history.eval_iteration, iteration, "right")) - 1
    if k < 0:
        return Scores(mean, last, *(math.nan,) * 4)
    columns = (history.train_loss, history.train_accuracy, history.test_loss, history.test_accuracy)
    return Scores(mean, last, *(float(column[k]) for column in columns))


def _parts(e: Evaluation) -> tuple[float, float, float, float]:
    train, test = (math.nan if share is None else share for share in (e.train_accuracy, e.test_accuracy))
    return e.train_loss, train, e.test_loss, test
