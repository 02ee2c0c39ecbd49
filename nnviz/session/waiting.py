"""Waiting: how far a step of a lesson is from being done."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from nnviz.lessons.lesson import Wait

if TYPE_CHECKING:
    from nnviz.session.facts import SessionFacts


class Waiting:
    """Counts from when it was made: at the beginning of a step, before its actions."""

    def __init__(self, wait: Wait, session: SessionFacts) -> None:
        self.wait, self._session = wait, session
        self._run, self._from = session.run, session.snapshot.iteration
        self._seconds, self._happened = 0.0, False

    @property
    def share(self) -> float:
        """0…1; 1: done."""
        shares: Mapping[str, Callable[[float], float]] = {
            "iterations": lambda amount: self._iterations() / amount,
            "test_accuracy": lambda amount: _known(self._session.scores.test_accuracy) / amount,
            "test_loss_below": self._fallen,
            "seconds": lambda amount: self._seconds / amount,
        }
        if self.wait.kind not in shares or isinstance(self.wait.amount, str):
            return float(self._happened)
        return min(max(shares[self.wait.kind](self.wait.amount), 0.0), 1.0)

    def note(self, kind: str, name: str = "") -> None:
        """A drawing was made, or the lab `name` changed by hand."""
        if kind == self.wait.kind and self.wait.amount in (True, name):
            self._happened = True

    def pass_time(self, seconds: float) -> None:
        """So many seconds more."""
        self._seconds += seconds

    def _iterations(self) -> int:
        """Of the run in reach; where it began anew or went back, from there."""
        now = self._session.snapshot.iteration
        self._run, self._from = self._session.run, min(now, self._from if self._run == self._session.run else 0)
        return now - self._from

    def _fallen(self, amount: float) -> float:
        """The share that is left of the loss, the other way round: it is unknown how high it began."""
        loss = self._session.scores.test_loss
        if math.isnan(loss) or loss >= amount:
            return min(amount / loss, 0.99) if loss > 0 else 0.0
        return 1.0


def _known(value: float) -> float:
    return 0.0 if math.isnan(value) else value
