"""Stopwatch: how long a lecture has taken."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic


class Stopwatch:
    """Runs, holds, and goes back to zero. `now` tells seconds."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._before = 0.0
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """True while time is counted."""
        return self._since is not None

    @property
    def seconds(self) -> float:
        """Time so far."""
        return self._before + (self._now() - self._since if self._since is not None else 0.0)

    def start(self) -> None:
        """Count on."""
        self._since = self._now() if self._since is None else self._since

    def hold(self) -> None:
        """Count no more."""
        self._before, self._since = self.seconds, None

    def reset(self) -> None:
        """From zero, running or not as before."""
        self._before, self._since = 0.0, self._now() if self.running else None


def in_words(seconds: float) -> str:
    """1:02:03, below an hour 02:03."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
