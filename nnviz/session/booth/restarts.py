"""Restarts: how soon the booth's scene is built anew after an error: at once, ever more slowly if they pile up."""

from __future__ import annotations

from collections import deque

SOON = 3
"""So many errors within a minute are answered at once."""
MINUTE = 60.0
SLOWEST = 30.0
"""Longest pause before a restart, in seconds."""


class Restarts:
    """count   errors since the start
    due     seconds until the scene is to be built anew; None while nothing is to be done
    """

    def __init__(self) -> None:
        self.count = 0
        self.due: float | None = None
        self._now = 0.0
        self._times: deque[float] = deque(maxlen=32)

    @property
    def is_calm(self) -> bool:
        """There were so many errors that a quiet picture stands in for the scene."""
        return self.due is not None and self.due > 0

    def fail(self) -> None:
        """An error happened. Those that follow before the restart are the same one's."""
        self.count += 1
        if self.due is None:
            self._times.append(self._now)
            recent = sum(time > self._now - MINUTE for time in self._times)
            self.due = 0.0 if recent <= SOON else min(2.0 ** (recent - SOON), SLOWEST)

    def advance(self, seconds: float) -> bool:
        """So much time passes; True where the scene is to be built now."""
        self._now += seconds
        if self.due is None:
            return False
        self.due = max(0.0, self.due - seconds)
        return self.due == 0

    def done(self) -> None:
        """The scene was built."""
        self.due = None
