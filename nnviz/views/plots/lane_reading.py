"""What compared runs have reached at one iteration. Qt-free."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from nnviz.session.history import History


def last_iteration(history: History) -> int:
    """The newest iteration of a run, 0 before the first."""
    return int(history.iteration[-1]) if history.steps else 0


def evaluation_at(history: History, iteration: int | None) -> int | None:
    """Index of the newest evaluation made up to an iteration (None: of all); None where the run did not get so far."""
    if iteration is None:
        return history.evaluations - 1 if history.evaluations else None
    if iteration > last_iteration(history):
        return None
    at = int(np.searchsorted(history.eval_iteration, iteration, side="right")) - 1
    return at if at >= 0 else None
