"""Gradient descent in one dimension: a ball on a curve."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.engine.curves import CURVES, Curve, Parabola, downhill, minima
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array
from nnviz.session.labs.checks import check_choice, check_range
from nnviz.session.labs.functions.intents_training import (
    ChooseCurve,
    PlayBall,
    ResetBall,
    SetBallRate,
    SetBallSpeed,
    SetBallStart,
    SetCurvature,
    StepBall,
)
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.player import Player

REACHES = {"parabola": 4.0, "double_well": 2.0, "waves": 4.0, "absolute": 4.0, "plateau": 4.0}
"""How far to both sides of 0 the ball can be put and is seen."""
UNIT_GRID = np.linspace(-1.0, 1.0, 401)
RATES = (0.001, 10.0)
CURVATURES = (0.25, 4.0)
PACE = 2.0
STARTS = {"parabola": 3.0, "double_well": 1.8, "waves": 3.2, "absolute": 2.75, "plateau": 2.0}
SMALL = 0.1
"""Below this times 1/c each step shortens the way to the minimum by less than a tenth."""
BOUNDS = (SMALL, 1.0, 2.0)
"""Ends of the zones of η, times 1/c: too small, right, too large (it jumps over the minimum), diverging."""
ZONES = ("small", "right", "large", "diverging")
SETTLED = 1e-6
"""A slope below which the ball lies still."""
FARTHEST = 1e6
"""A ball beyond is given up: it has diverged."""
MANY_STEPS = 500
"""Playing pauses after so many."""


@dataclass(frozen=True)
class Move:
    """One step: from x, where the slope is f′(x), by −rate · slope to `to`."""

    x: float
    slope: float
    rate: float
    to: float


class SlopePart(Player):
    """The ball, the steps it has made, and what its learning rate leads to."""

    paces = (0.5, 30.0)

    def __init__(self) -> None:
        super().__init__(PACE)
        self.name, self.curvature = "parabola", 1.0
        self.start, self.rate = STARTS["parabola"], 0.3
        self.moves: list[Move] = []
        self._minima = minima(self.curve)

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            ChooseCurve: self._choose_curve,
            SetCurvature: self._set_curvature,
            SetBallStart: self._set_start,
            SetBallRate: self._set_rate,
            SetBallSpeed: self._set_speed,
            StepBall: self._step_once,
            PlayBall: self._play,
            ResetBall: lambda intent: self.reset(),
        }

    @property
    def can_step(self) -> bool:
        return self.state != "gone"

    def step(self) -> None:
        x, slope = self.x, self.slope
        self.moves.append(Move(x, slope, self.rate, x - self.rate * slope))
        if self.state == "settled" or len(self.moves) % MANY_STEPS == 0:
            self.play(False)

    def reset(self) -> None:
        super().reset()
        self.moves = []

    # Reading

    @property
    def curve(self) -> Curve:
        """The curve with its parameters."""
        return Parabola(self.curvature) if self.name == "parabola" else CURVES[self.name]()

    @property
    def reach(self) -> float:
        """The ball can be put between −reach and reach, and is seen there."""
        return REACHES[self.name]

    @property
    def grid(self) -> Array:
        """(401,) x at which the curve is drawn."""
        return self.reach * UNIT_GRID

    @property
    def x(self) -> float:
        """Where the ball is."""
        return self.moves[-1].to if self.moves else self.start

    @property
    def visited(self) -> Array:
        """(steps + 1,) all positions, the start first."""
        return np.array([self.start, *(move.to for move in self.moves)])

    @property
    def heights(self) -> Array:
        """(steps + 1,) f at all positions."""
        return self.curve.value(self.visited)

    @property
    def slopes(self) -> Array:
        """(steps + 1,) f′ at all positions."""
        return self.curve.derivative(self.visited)

    @property
    def slope(self) -> float:
        """f′ at the ball."""
        return float(self.curve.derivative(np.array([self.x]))[0])

    @property
    def state(self) -> str:
        """ "start", "moving", "settled" (the slope is nearly 0), "outside" the plot, or "gone" beyond all measure."""
        if not abs(self.x) <= FARTHEST:
            return "gone"
        if abs(self.slope) < SETTLED:
            return "settled"
        if abs(self.x) > self.reach:
            return "outside"
        return "moving" if self.moves else "start"

    @property
    def minimum(self) -> float:
        """x of the minimum below the start, or below the ball while it can be seen."""
        return downhill(self.curve, self._minima, self.x if abs(self.x) <= self.reach else self.start)

    @property
    def minimum_curvature(self) -> float:
        """c = f″ at that minimum; 0 where it is a kink."""
        return float(self.curve.curvature(np.array([self.minimum]))[0])

    @property
    def bounds(self) -> tuple[float, ...]:
        """Learning rates at which one zone ends and the next begins; none where the minimum is a kink."""
        c = self.minimum_curvature
        return tuple(bound / c for bound in BOUNDS) if c > 0 else ()

    @property
    def factor(self) -> float:
        """1 − η c: what the distance to the minimum is multiplied by at each step, on a parabola exactly, on other
        curves close to the minimum."""
        return 1 - self.rate * self.minimum_curvature

    @property
    def verdict(self) -> str:
        """What η leads to: a zone, "exact" (η = 1/c), "swinging" (η = 2/c), or "kink" where there is no curvature."""
        share = self.rate * self.minimum_curvature
        if share == 0:
            return "kink"
        exact = {1.0: "exact", 2.0: "swinging"}
        name = next((exact[bound] for bound in exact if math.isclose(share, bound, rel_tol=1e-9)), "")
        return name or ZONES[int(np.searchsorted(BOUNDS, share, side="right"))]

    @property
    def steps_to_hundredth(self) -> int:
        """Steps until a hundredth of the distance is left, where the factor rules; 0 where that never happens."""
        shrink = abs(self.factor)
        if shrink >= 1:
            return 0
        return max(1, math.ceil(math.log(0.01) / math.log(shrink) - 1e-9)) if shrink > 0.01 else 1

    # Intents

    def _choose_curve(self, intent: ChooseCurve) -> None:
        self.name = check_choice("curve", intent.curve, tuple(CURVES))
        self._minima = minima(self.curve)
        self._put(STARTS[self.name])

    def _set_curvature(self, intent: SetCurvature) -> None:
        self.curvature = check_range("curvature", intent.curvature, *CURVATURES)
        self._put(self.start)

    def _set_start(self, intent: SetBallStart) -> None:
        self._put(check_range("x", intent.x, -self.reach, self.reach))

    def _set_rate(self, intent: SetBallRate) -> None:
        self.rate = check_range("rate", intent.rate, *RATES)

    def _set_speed(self, intent: SetBallSpeed) -> None:
        self.set_pace(intent.speed)

    def _step_once(self, _: StepBall) -> None:
        self._check_there()
        self.step_on()

    def _play(self, intent: PlayBall) -> None:
        if intent.playing:
            self._check_there()
        self.play(intent.playing)
        # The first step comes at once, not after a pause.
        self._owed = 1.0

    def _check_there(self) -> None:
        if self.state == "gone":
            raise Refusal("ball_gone")

    def _put(self, x: float) -> None:
        self.start = x
        self.reset()
