"""Watching: examinations of a run that cost something and are made only for panes that can be seen."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nnviz.session.training_run import TrainingRun

SHARE = 0.05
"""Share of the training time that one topic may take."""


@dataclass(frozen=True)
class Topic:
    """What is examined, and the fewest seconds between two examinations while the run trains.

    always     whether or not a pane asked for it
    every_run  of all runs that train together, not only of the one in front
    """

    examine: Callable[[TrainingRun], object]
    pause: float
    always: bool = False
    every_run: bool = False


TOPICS = {
    # A run that trains is evaluated when its experiment says so; at rest, whatever weights are on screen.
    "evaluation": Topic(lambda run: run.trainer.evaluate(), math.inf, always=True, every_run=True),
    "diagnosis": Topic(lambda run: run.trainer.diagnosis(), 0.1),
    "outcome": Topic(lambda run: run.outcome(), 2.0),
    "landscape": Topic(lambda run: run.landscape(), 1.0),
}
ALWAYS = frozenset(name for name, topic in TOPICS.items() if topic.always)


class Watching:
    """Which topics are watched, and which of them are out of date. now: tells the time, in seconds."""

    def __init__(self) -> None:
        self.now: Callable[[], float] = time.perf_counter
        self._watched = ALWAYS
        self._stale: set[str] = set()
        self._due: dict[str, float] = {}

    def watch(self, topics: frozenset[str]) -> None:
        """Watch these and no others; new ones are out of date at once."""
        wanted = topics | ALWAYS
        self._stale = (self._stale & wanted) | (wanted - self._watched)
        self._watched = wanted

    def stir(self) -> None:
        """The run has changed: everything watched is out of date."""
        self._stale = set(self._watched)

    def next_stale(self) -> str | None:
        """A topic that is out of date, the cheapest first; None where all are fresh."""
        return next((name for name in TOPICS if name in self._stale), None)

    def next_due(self) -> str | None:
        """The same while the run trains: only where enough time has passed."""
        now = self.now()
        due = (name for name, topic in TOPICS.items() if topic.pause < math.inf and now >= self._due.get(name, 0.0))
        return next((name for name in due if name in self._stale), None)

    def examine(self, name: str, runs: Iterable[TrainingRun]) -> list[object]:
        """The examination of each run; the topic is fresh afterwards."""
        self._stale.discard(name)
        begun = self.now()
        results = [TOPICS[name].examine(run) for run in runs]
        end = self.now()
        self._due[name] = end + max(TOPICS[name].pause, (end - begun) / SHARE)
        return results
