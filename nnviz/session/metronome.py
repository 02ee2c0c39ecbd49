"""Metronome: whatever goes on by itself in a session moves in whole ticks; their number alone says where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from nnviz.session.clock import FrameClock

TICK = 1 / 60
"""Seconds of a tick."""
LONGEST_FRAME = 0.1
"""Seconds of real time that one frame counts at most: after a stall everything goes on where it was."""
Mover = Callable[[float], None]
"""Goes on by so many seconds."""


class Metronome(QObject):
    """Turns the real time between two frames into ticks. A clock that does not run by itself leaves them to whoever
    calls `tick`: tests, recordings that are played as fast as possible, films.

    Signals: ticked(int) after a tick has moved everything; so many were made.

    count  ticks made;  rate: seconds of the session in one of real time, 0 holds everything that moves by itself
    """

    ticked = Signal(object)

    def __init__(self, clock: FrameClock) -> None:
        super().__init__(clock)
        self.count, self.rate = 0, 1.0
        self._clock = clock
        self._movers: list[Mover] = []
        self._owed = 0.0
        self._elapsed = QElapsedTimer()
        self._elapsed.start()
        clock.frame.connect(self._on_frame)

    def drive(self, mover: Mover) -> None:
        """Move this with every tick, after what was named before it."""
        self._movers.append(mover)

    def tick(self) -> None:
        """One tick of everything."""
        self.count += 1
        for move in self._movers:
            move(TICK)
        self.ticked.emit(self.count)

    def _on_frame(self) -> None:
        seconds = min(self._elapsed.restart() / 1000, LONGEST_FRAME)
        if not self._clock.runs:
            return
        self._owed = self._owed + seconds * self.rate if self.rate else 0.0
        while self._owed >= TICK and self.rate:
            self._owed -= TICK
            self.tick()
