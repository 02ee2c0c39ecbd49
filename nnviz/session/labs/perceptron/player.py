"""Player: a section that goes step by step, by hand or by itself; and the checks that intents share."""

from __future__ import annotations

import math
from collections.abc import Collection

from nnviz.engine.refusal import Refusal
from nnviz.session.labs.part import Part

PACES = (0.5, 1000.0)
"""Fewest and most steps a second."""


class Player(Part):
    """`playing` while it goes on by itself, `pace` steps a second."""

    def __init__(self, pace: float) -> None:
        self.playing, self.pace = False, pace
        self._owed = 0.0

    @property
    def moving(self) -> bool:
        return self.playing

    @property
    def can_step(self) -> bool:
        """False where there is nothing more to do."""
        return True

    def step(self) -> None:
        """One step."""
        raise NotImplementedError

    def reset(self) -> None:
        """Back to the same start, and wait."""
        self.play(False)

    def play(self, on: bool) -> None:
        """Go on by itself, or wait; what has ended does not begin again."""
        self.playing, self._owed = on and self.can_step, 0.0

    def set_pace(self, pace: float) -> None:
        """Other steps a second. Refusal out_of_range."""
        check_range("pace", pace, *PACES)
        self.pace = pace

    def advance(self, seconds: float) -> None:
        self._owed += seconds * self.pace
        while self._owed >= 1 and self.playing:
            self._owed -= 1
            self.step()
            self.playing = self.playing and self.can_step


def check_range(field: str, value: float, low: float, high: float) -> None:
    """Refusal out_of_range."""
    if not (math.isfinite(value) and low <= value <= high):
        raise Refusal("out_of_range", field=field, value=value, low=low, high=high)


def check_choice(field: str, value: str, choices: Collection[str]) -> None:
    """Refusal unknown_choice."""
    if value not in choices:
        raise Refusal("unknown_choice", field=field, value=value, choices=", ".join(choices))


def check_bits(**values: int) -> None:
    """Refusal unknown_choice for what is neither 0 nor 1."""
    for field, value in values.items():
        check_choice(field, str(value), ("0", "1"))
