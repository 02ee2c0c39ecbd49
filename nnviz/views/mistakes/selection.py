"""Selection: which test samples are listed, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from nnviz.engine.outcome import Outcome

Indices = NDArray[np.intp]
Order = Callable[[NDArray[np.floating]], Indices]


@dataclass(frozen=True)
class Selection:
    """What is asked for.

    truth, predicted  class index that a sample must have or be taken for; None: any
    only_mistakes     leave out what is right; a sample of one cell is right or wrong already, so it is ignored there
    order             one of ORDERS
    """

    truth: int | None = None
    predicted: int | None = None
    only_mistakes: bool = False
    order: str = "highest"

    @property
    def is_cell(self) -> bool:
        """True where it names one cell of the matrix."""
        return self.truth is not None and self.predicted is not None

    def fits(self, classes: int) -> bool:
        """Whether there are the classes that it names."""
        return all(index is None or index < classes for index in (self.truth, self.predicted))


def _badness(loss: NDArray[np.floating]) -> NDArray[np.floating]:
    """A loss that is no number is worse than any."""
    return np.where(np.isnan(loss), np.inf, loss)


def _highest(loss: NDArray[np.floating]) -> Indices:
    return np.argsort(-_badness(loss), kind="stable")


def _lowest(loss: NDArray[np.floating]) -> Indices:
    return np.argsort(_badness(loss), kind="stable")


def _by_index(loss: NDArray[np.floating]) -> Indices:
    return np.arange(len(loss))


ORDERS: Mapping[str, Order] = MappingProxyType({"highest": _highest, "lowest": _lowest, "index": _by_index})
"""Name → (n,) losses → order of the n samples; equal losses in the order of the test set."""


def selected(outcome: Outcome, selection: Selection) -> Indices:
    """(k,) indices into the test set, in the order asked for."""
    wanted = np.ones(len(outcome.truth), bool)
    if selection.truth is not None:
        wanted &= outcome.truth == selection.truth
    if selection.predicted is not None:
        wanted &= outcome.predicted == selection.predicted
    if selection.only_mistakes and not selection.is_cell:
        wanted &= outcome.truth != outcome.predicted
    indices = np.flatnonzero(wanted)
    return indices[ORDERS[selection.order](outcome.loss[indices])]
