"""FrameClock: data arrives when it likes, pixels follow these three ticks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

FRAME_MS = 16
SLOW_FRAMES = 6
"""Edge layer, boundary, curves: every sixth frame, about 10 a second."""
TEXT_FRAMES = 15
"""Numbers: 4 a second; faster ones cannot be read."""
REST_FRAMES = 3
"""At rest only every third frame is ticked: ticking alone takes 1 to 2 % of a core."""
AWAKE_FRAMES = 60
"""Frames without news after which the clock rests."""


class FrameClock(QObject):
    """Signals: frame() every 16 ms, slow() about 10 times a second, text() about 4 times a second.

    Where nothing has happened for a second, frame() comes every 48 ms, until somebody calls wake().

    unhurried  set for films: nobody saves time by drawing less often, so that a picture depends on the session alone
    """

    frame = Signal()
    slow = Signal()
    text = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unhurried = False
        self._count, self._awake = 0, AWAKE_FRAMES
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to tick."""
        self._timer.start(FRAME_MS)

    def wake(self) -> None:
        """Something is happening: every frame counts."""
        if not self._awake and self._timer.isActive():
            self._timer.start(FRAME_MS)
        self._awake = AWAKE_FRAMES

    @property
    def runs(self) -> bool:
        """True from `start` to `stop`; otherwise it is ticked by hand."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def tick(self) -> None:
        """All three ticks at once, by hand: for tests, pictures and films."""
        self.frame.emit()
        self.slow.emit()
        self.text.emit()

    def _beat(self) -> None:
        frames = 1 if self._awake else REST_FRAMES
        self._grow_tired()
        self.frame.emit()
        for _ in range(frames):
            self._count += 1
            self._due(SLOW_FRAMES, self.slow)
            self._due(TEXT_FRAMES, self.text)

    def _due(self, frames: int, signal: SignalInstance) -> None:
        if self._count % frames == 0:
            signal.emit()

    def _grow_tired(self) -> None:
        if self._awake:
            self._awake -= 1
            if not self._awake:
                self._timer.start(FRAME_MS * REST_FRAMES)
