"""Watching: examinations of a run that cost something and are made only for panes that can be seen."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from nnviz.session.training_run import TrainingRun

SHARE = 0.05
"""Share of the training time that one topic may take."""


@dataclass(frozen=True)
class Topic:
    """What is examined, and the fewest seconds between two examinations while the run trains."""

    examine: Callable[[TrainingRun], object]
    pause: float


TOPICS = {
    "diagnosis": Topic(lambda run: run.trainer.diagnosis(), 0.1),
    "outcome": Topic(lambda run: run.outcome(), 2.0),
}


class Watching:
    """Which topics are watched, and which of them are out of date."""

    def __init__(self) -> None:
        self._watched: frozenset[str] = frozenset()
        self._stale: set[str] = set()
        self._due: dict[str, float] = {}

    def watch(self, topics: frozenset[str]) -> None:
        """Watch these and no others; new ones are out of date at once."""
        self._stale = (self._stale & topics) | (topics - self._watched)
        self._watched = topics

    def stir(self) -> None:
        """The run has changed: everything watched is out of date."""
        self._stale = set(self._watched)

    def next_stale(self) -> str | None:
        """A topic that is out of date, the cheapest first; None where all are fresh."""
        return next((name for name in TOPICS if name in self._stale), None)

    def next_due(self) -> str | None:
        """The same while the run trains: only where enough time has passed."""
        now = time.perf_counter()
        return next((name for name in TOPICS if name in self._stale and now >= self._due.get(name, 0.0)), None)

    def examine(self, name: str, run: TrainingRun) -> object:
        """The examination; the topic is fresh afterwards."""
        self._stale.discard(name)
        begun = time.perf_counter()
        result = TOPICS[name].examine(run)
        end = time.perf_counter()
        self._due[name] = end + max(TOPICS[name].pause, (end - begun) / SHARE)
        return result
