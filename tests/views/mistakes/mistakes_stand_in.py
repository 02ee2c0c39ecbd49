"""A session in a few lines: the same signals, given samples and outcomes, and who watches."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.data.dataset import DataSet
from nnviz.engine.experiment import Experiment
from nnviz.engine.outcome import Outcome
from nnviz.session.clock import FrameClock
from nnviz.session.intents import Intent, ShowSample

DIGITS = tuple("0123456789")


class StandIn(QObject):
    """What the pane asks of a session; `done` is the list of its intents, `watched` what is watched now."""

    outcome_changed = Signal(object)
    data_changed = Signal(object)
    experiment_changed = Signal(object)
    page_changed = Signal(object)
    prediction_changed = Signal(object)

    def __init__(self, data: DataSet | None = None, outcome: Outcome | None = None) -> None:
        super().__init__()
        self.clock = FrameClock(self)
        self.data, self.outcome = data, outcome
        self.experiment = Experiment(inputs=2, outputs=1)
        self.sample: int | None = None
        self.done: list[Intent] = []
        self.watched: set[str] = set()

    def do(self, intent: Intent) -> None:
        self.done.append(intent)
        assert isinstance(intent, ShowSample)
        self.sample = intent.index
        self.prediction_changed.emit(None)

    def watch(self, topic: str, owner: object, on: bool) -> None:
        (self.watched.add if on else self.watched.discard)(topic)

    def judge(self, outcome: Outcome | None) -> None:
        """A new outcome, and the tick that shows it."""
        self.outcome = outcome
        self.outcome_changed.emit(outcome)
        self.clock.tick()


def images(count: int = 400, classes: int = 10, side: int = 28, seed: int = 0) -> DataSet:
    """Random pictures of random classes."""
    rng = np.random.default_rng(seed)
    x = rng.integers(0, 256, (count, side * side)).astype(np.uint8)
    y = rng.integers(0, classes, count)
    return DataSet("mnist", x, y, x, y, DIGITS[:classes], (side, side))


def plane(count: int = 90, classes: int = 2) -> DataSet:
    """Random points of the plane."""
    rng = np.random.default_rng(1)
    x = rng.uniform(-1, 1, (count, 2)).astype(np.float32)
    y = rng.integers(0, classes, count)
    return DataSet("xor", x, y, x, y, DIGITS[:classes])


def heights(count: int = 20) -> DataSet:
    """A regression."""
    x = np.random.default_rng(2).uniform(-1, 1, (count, 2)).astype(np.float32)
    return DataSet("plane", x, x[:, :1], x, x[:, :1])


def outcome_of(data: DataSet, wrong: float = 0.2, seed: int = 0, iteration: int = 100) -> Outcome:
    """Answers of which about the share `wrong` is random, with random losses."""
    rng = np.random.default_rng(seed)
    truth, classes = data.test_y.astype(np.intp), len(data.classes)
    guesses = rng.integers(0, classes, len(truth))
    predicted = np.where(rng.uniform(size=len(truth)) < wrong, guesses, truth)
    matrix = np.array([[np.sum((truth == t) & (predicted == p)) for p in range(classes)] for t in range(classes)])
    shares = rng.uniform(size=(2, len(truth)))
    return Outcome(iteration, predicted, truth, rng.exponential(size=len(truth)), shares[0], shares[1], matrix)
