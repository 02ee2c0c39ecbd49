"""FrameClock: data arrives when it likes, pixels follow these three ticks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

FRAME_MS = 16
SLOW_FRAMES = 6
"""Edge layer, boundary, curves: every sixth frame, about 10 a second."""
TEXT_FRAMES = 15
"""Numbers: 4 a second; faster ones cannot be read."""


class FrameClock(QObject):
    """Signals: frame() every 16 ms, slow() about 10 times a second, text() about 4 times a second."""

    frame = Signal()
    slow = Signal()
    text = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to tick."""
        self._timer.start(FRAME_MS)

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def tick(self) -> None:
        """All three ticks at once, by hand: for tests, pictures and films."""
        self.frame.emit()
        self.slow.emit()
        self.text.emit()

    def _beat(self) -> None:
        self._count += 1
        self.frame.emit()
        if self._count % SLOW_FRAMES == 0:
            self.slow.emit()
        if self._count % TEXT_FRAMES == 0:
            self.text.emit()
