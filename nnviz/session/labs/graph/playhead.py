"""Playhead: a position in a script of beats that can be stepped, sought and played."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nnviz.session.labs.checks import check_range

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Factors the page offers."""


class Playhead:
    """`position` is in beats: so many are done, and a fraction of the one at work. `seconds`: of each at speed 1."""

    def __init__(self) -> None:
        self.position = 0.0
        self.playing = False
        self.speed = 1.0
        self.seconds: Sequence[float] = ()

    @property
    def length(self) -> int:
        """Beats of the script."""
        return len(self.seconds)

    @property
    def done(self) -> int:
        """Beats that are complete."""
        return int(self.position)

    @property
    def fraction(self) -> float:
        """How far the beat at work has come, 0 … 1; 0 between two beats."""
        return self.position - self.done

    def load(self, seconds: Sequence[float]) -> None:
        """Another script, held at its beginning."""
        self.seconds, self.playing, self.position = seconds, False, 0.0

    def play(self) -> None:
        """Go on, from the beginning where it stands at the end."""
        if self.position >= self.length:
            self.position = 0.0
        self.playing = True

    def pause(self) -> None:
        """Hold."""
        self.playing = False

    def seek(self, position: float) -> None:
        """Go to a position; playing goes on from there. Refusal out_of_range."""
        self.position = check_range("position", position, 0, self.length)

    def step(self, steps: int) -> None:
        """To a boundary between two beats, and hold."""
        base = math.floor(self.position) if steps > 0 else math.ceil(self.position)
        self.position = float(min(max(base + steps, 0), self.length))
        self.playing = False

    def set_speed(self, speed: float) -> None:
        """Another speed. Refusal out_of_range."""
        self.speed = check_range("speed", speed, SPEEDS[0], SPEEDS[-1])

    def advance(self, seconds: float) -> None:
        """Play so many seconds on; hold at the end."""
        left = seconds * self.speed
        while left > 0 and self.position < self.length:
            duration = self.seconds[self.done]
            rest = (1 - self.fraction) * duration
            self.position = float(self.done + 1) if left >= rest else self.position + left / duration
            left -= rest
        self.playing = self.playing and self.position < self.length
