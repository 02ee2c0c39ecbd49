"""Runners: where the worker's turns are made. ThreadRunner for people, InlineRunner for tests, pictures and films."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event, Lock
from typing import Protocol

from PySide6.QtCore import QObject, QThread
from threadpoolctl import threadpool_limits

from nnviz.session.commands import Command
from nnviz.session.watching import ALWAYS
from nnviz.session.worker import Worker

SWITCH_SECONDS = 0.0001
"""How long a thread may keep the interpreter: with Python's 5 ms the window would wait at every frame.
The worker needs it for moments between two matrix products, so short turns cost it least."""


class Runner(Protocol):
    """Takes a Worker through its turns."""

    @property
    def immediate(self) -> bool:
        """True where a command has had its effect when `send` returns."""

    @property
    def rounds(self) -> int:
        """Iterations made in all; runs that train together make one in a round."""

    def start(self, worker: Worker) -> None:
        """Begin to make turns."""

    def send(self, command: Command) -> None:
        """Hand a command to the worker."""

    def advance(self, steps: int) -> None:
        """Make exactly so many iterations now, where that is possible."""

    def catch_up(self) -> None:
        """Bring all examinations up to date now, where that is possible."""

    def hold(self) -> None:
        """Until `release` nothing happens by itself: commands are obeyed at once, iterations are made when asked for.
        Both may be nested."""

    def release(self) -> None:
        """Go on as before `hold`."""

    def stop(self) -> None:
        """End; afterwards no thread is left."""


class InlineRunner:
    """Every command is obeyed at once, and iterations are made only when `advance` asks for them."""

    immediate = True

    @property
    def rounds(self) -> int:
        """Iterations made in all."""
        return self._worker.rounds

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

    def keep_time(self, now: Callable[[], float]) -> None:
        """Space examinations out by this clock, in seconds: with real time no two films would be the same."""
        self._worker.keep_time(now)

    def catch_up(self) -> None:
        """Bring all examinations up to date."""
        self._worker.catch_up()

    def hold(self) -> None:
        """Nothing ever happens by itself."""

    def release(self) -> None:
        """Nothing was held."""

    def stop(self) -> None:
        """Nothing to end."""


class ThreadRunner:
    """The worker's turns in a QThread, with one BLAS thread, so that the window keeps a core of its own."""

    def __init__(self) -> None:
        self._thread: _Turns | None = None
        self._holds = 0

    @property
    def immediate(self) -> bool:
        """True while it is held."""
        return self._holds > 0

    @property
    def rounds(self) -> int:
        """Iterations made in all."""
        return self._thread.worker.rounds if self._thread else 0

    def start(self, worker: Worker) -> None:
        """Start the thread."""
        sys.setswitchinterval(SWITCH_SECONDS)
        self._thread = _Turns(worker)
        self._thread.start()

    def send(self, command: Command) -> None:
        """Queue a command for the next turn; while it is held, obey now."""
        if self._thread:
            self._thread.worker.send(command)
            if self._holds:
                self._thread.worker.obey()
                self._thread.worker.catch_up(ALWAYS)

    def advance(self, steps: int) -> None:
        """So many iterations while it is held; otherwise a thread goes at its own pace."""
        if self._thread and self._holds:
            self._thread.worker.advance(steps)

    def catch_up(self) -> None:
        """Bring all examinations up to date while it is held."""
        if self._thread and self._holds:
            self._thread.worker.catch_up()

    def hold(self) -> None:
        """Wait for the end of the turn; from then on the worker belongs to this thread, and is at rest."""
        self._holds += 1
        if self._thread and self._holds == 1:
            self._thread.hold()
            self._thread.worker.come_to_rest()

    def release(self) -> None:
        """Let the thread go on."""
        self._holds -= 1
        if self._thread and not self._holds:
            self._thread.release()

    def stop(self) -> None:
        """End the thread after its current turn and wait for it."""
        if self._thread:
            self._thread.worker.cancel()
            self._thread.requestInterruption()
            if self._holds:
                self._thread.release()
            self._thread.wait()
            self._thread = None


class _Turns(QThread):
    """Turn after turn until interrupted."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self._turning = Lock()
        self._free = Event()
        self._free.set()

    def hold(self) -> None:
        """Wait for the end of the turn, and make no other."""
        # A lock alone would be taken again by the thread that gave it back, before anybody else gets it.
        self._free.clear()
        self._turning.acquire()

    def release(self) -> None:
        """Make turns again."""
        self._turning.release()
        self._free.set()

    def run(self) -> None:
        with threadpool_limits(limits=1, user_api="blas"):
            while not self.isInterruptionRequested():
                self._free.wait()
                with self._turning:
                    rest = self.worker.turn()
                self.worker.wait(rest)
