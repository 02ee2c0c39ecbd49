"""Runners: where the worker's turns are made. ThreadRunner for people, InlineRunner for tests, pictures and films."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QObject, QThread
from threadpoolctl import threadpool_limits

from nnviz.session.commands import Command
from nnviz.session.worker import Worker

SWITCH_SECONDS = 0.0001
"""How long a thread may keep the interpreter: with Python's 5 ms the window would wait at every frame.
The worker needs it for moments between two matrix products, so short turns cost it least."""


class Runner(Protocol):
    """Takes a Worker through its turns. `immediate`: a command has had its effect when `send` returns."""

    immediate: bool

    def start(self, worker: Worker) -> None:
        """Begin to make turns."""

    def send(self, command: Command) -> None:
        """Hand a command to the worker."""

    def advance(self, steps: int) -> None:
        """Make exactly so many iterations now, where that is possible."""

    def stop(self) -> None:
        """End; afterwards no thread is left."""


class InlineRunner:
    """Every command is obeyed at once, and iterations are made only when `advance` asks for them."""

    immediate = True

    def start(self, worker: Worker) -> None:
        """Take over the worker."""
        self._worker = worker

    def send(self, command: Command) -> None:
        """Obey now."""
        self._worker.send(command)
        self._worker.obey()
        self._worker.catch_up()

    def advance(self, steps: int) -> None:
        """So many iterations now."""
        self._worker.advance(steps)

    def stop(self) -> None:
        """Nothing to end."""


class ThreadRunner:
    """The worker's turns in a QThread, with one BLAS thread, so that the window keeps a core of its own."""

    immediate = False

    def __init__(self) -> None:
        self._thread: _Turns | None = None

    def start(self, worker: Worker) -> None:
        """Start the thread."""
        sys.setswitchinterval(SWITCH_SECONDS)
        self._thread = _Turns(worker)
        self._thread.start()

    def send(self, command: Command) -> None:
        """Queue a command for the next turn."""
        if self._thread:
            self._thread.worker.send(command)

    def advance(self, steps: int) -> None:
        """A thread goes at its own pace."""

    def stop(self) -> None:
        """End the thread after its current turn and wait for it."""
        if self._thread:
            self._thread.worker.cancel()
            self._thread.requestInterruption()
            self._thread.wait()
            self._thread = None


class _Turns(QThread):
    """Turn after turn until interrupted."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker

    def run(self) -> None:
        with threadpool_limits(limits=1, user_api="blas"):
            while not self.isInterruptionRequested():
                self.worker.wait(self.worker.turn())
