"""Job: something that takes a while, in a thread of its own, with progress, and broken off when nobody wants it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from nnviz.engine.refusal import Refusal

Report = Callable[[float], None]


class Job(QThread):
    """Signals: progressed(float) with the finished share; done(object) with the result; failed(Exception). A job that
    was broken off says nothing."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[Report], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Work, in the thread."""
        try:
            result = self._work(self._report)
        except Exception as error:
            # Whatever it is, the dialog says it; a thread that dies of it would take the program along.
            if not self.isInterruptionRequested():
                self.failed.emit(error)
            return
        if not self.isInterruptionRequested():
            self.done.emit(result)

    def stop(self) -> None:
        """Break it off and wait for its end."""
        self.requestInterruption()
        self.wait()

    def _report(self, share: float) -> None:
        if self.isInterruptionRequested():
            raise Refusal("loading_cancelled")
        self.progressed.emit(share)
