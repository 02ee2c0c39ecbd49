"""The perceptron rule, sample by sample."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from nnviz.engine.perceptron import GATES, POINTS, Unit, Update, separable, show
from nnviz.session.labs.checks import check_bits, check_choice, check_index, check_range
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.perceptron.intents import AddPoint, FlipPoint, RemovePoint, SetRuleRate, TeachGate
from nnviz.session.labs.player import Player

OWN = "own"
PACE = 2.0
RATES = (0.01, 10.0)
REACH = (-0.5, 1.5)
"""Of own points, on both axes."""
MOST_POINTS = 40
KEPT = 400
"""Samples of the past that are listed; a perceptron that learns XOR never ends."""

Point = tuple[float, float]


class LearningPart(Player):
    """A perceptron that starts from zeros and sees one sample after the other.

    data       a gate, or "own"
    points     ((x₁, x₂), …) and targets (0 or 1, …) in the order in which they are shown
    rate       η;  unit: the perceptron now
    shown      samples shown so far;  updates: those that changed the weights
    log        the newest updates, oldest first, each with its number from 1 on
    cycle      (first, again): after so many samples the perceptron was for the first time, and then again, as it is
               now, and so were the samples to come: it goes round for ever. None while that has not been seen.
    """

    def __init__(self) -> None:
        super().__init__(PACE)
        self.data, self.rate = "AND", 1.0
        self.points: tuple[Point, ...] = POINTS
        self.targets: tuple[int, ...] = GATES["AND"]
        self.reset()

    def reset(self) -> None:
        super().reset()
        self.unit = Unit()
        self.shown = self.updates = self._clean = 0
        self.log: deque[tuple[int, Update]] = deque(maxlen=KEPT)
        self.cycle: tuple[int, int] | None = None
        self._seen = {(self.unit, 0): 0}

    @property
    def learned(self) -> bool:
        """True after every point was right in a row."""
        return self._clean >= len(self.points)

    @property
    def can_step(self) -> bool:
        return bool(self.points) and not self.learned

    @property
    def separable(self) -> bool:
        """True if there is a line that parts the classes."""
        return separable(self.points, self.targets)

    @property
    def next_point(self) -> int:
        """Number of the point that is shown next."""
        return self.shown % max(1, len(self.points))

    @property
    def last(self) -> Update | None:
        """What happened at the newest sample."""
        return self.log[-1][1] if self.log else None

    def step(self) -> None:
        """Show one sample; what has been learnt is not shown again."""
        if not self.can_step:
            return
        index = self.next_point
        update = show(self.unit, self.points[index], self.targets[index], self.rate)
        self.unit = update.unit
        self.shown += 1
        self.updates += update.changed
        self._clean = 0 if update.changed else self._clean + 1
        self.log.append((self.shown, update))
        self._look_for_cycle()

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            TeachGate: self._teach,
            SetRuleRate: self._set_rate,
            AddPoint: self._add,
            FlipPoint: self._flip,
            RemovePoint: self._remove,
        }

    def _look_for_cycle(self) -> None:
        state = (self.unit, self.next_point)
        if self.cycle is None and self._clean == 0 and state in self._seen:
            self.cycle = self._seen[state], self.shown
        self._seen.setdefault(state, self.shown)

    def _teach(self, intent: TeachGate) -> None:
        check_choice("gate", intent.gate, (*GATES, OWN))
        self.data = intent.gate
        if intent.gate != OWN:
            self.points, self.targets = POINTS, GATES[intent.gate]
        self.reset()

    def _set_rate(self, intent: SetRuleRate) -> None:
        check_range("rate", intent.rate, *RATES)
        self.rate = intent.rate
        self.reset()

    def _add(self, intent: AddPoint) -> None:
        check_range("x1", intent.x1, *REACH)
        check_range("x2", intent.x2, *REACH)
        check_bits(target=intent.target)
        check_range("points", len(self.points) + 1, 0, MOST_POINTS)
        self._own((*self.points, (intent.x1, intent.x2)), (*self.targets, intent.target))

    def _flip(self, intent: FlipPoint) -> None:
        check_index("index", intent.index, len(self.points))
        targets = list(self.targets)
        targets[intent.index] = 1 - targets[intent.index]
        self._own(self.points, tuple(targets))

    def _remove(self, intent: RemovePoint) -> None:
        check_index("index", intent.index, len(self.points))
        kept = [index for index in range(len(self.points)) if index != intent.index]
        self._own(tuple(self.points[k] for k in kept), tuple(self.targets[k] for k in kept))

    def _own(self, points: tuple[Point, ...], targets: tuple[int, ...]) -> None:
        self.data, self.points, self.targets = OWN, points, targets
        self.reset()
