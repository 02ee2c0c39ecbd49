"""Player: a part that goes step by step, by hand or by itself."""

from __future__ import annotations

from typing import ClassVar

from nnviz.session.labs.checks import check_range
from nnviz.session.labs.part import Part


class Player(Part):
    """`playing` while it goes on by itself, `pace` steps a second; `paces`: the fewest and the most."""

    paces: ClassVar[tuple[float, float]] = (0.5, 1000.0)

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

    def step_on(self, steps: int = 1) -> None:
        """So many steps, or as many as there are, and wait."""
        self.play(False)
        for _ in range(steps):
            if not self.can_step:
                break
            self.step()

    def reset(self) -> None:
        """Back to the same start, and wait."""
        self.play(False)

    def play(self, on: bool) -> None:
        """Go on by itself, or wait; what has ended does not begin again."""
        self.playing, self._owed = on and self.can_step, 0.0

    def set_pace(self, pace: float) -> None:
        """Other steps a second. Refusal out_of_range."""
        self.pace = check_range("pace", pace, *self.paces)

    def advance(self, seconds: float) -> None:
        self._owed += seconds * self.pace
        while self._owed >= 1 and self.playing:
            self._owed -= 1
            self.step()
            self.playing = self.playing and self.can_step
