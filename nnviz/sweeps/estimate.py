"""Estimate: how long a sweep will take, from a fraction of a second of its own work."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from threadpoolctl import threadpool_limits

from nnviz.engine.refusal import DivergedError
from nnviz.sweeps.plan import Run
from nnviz.sweeps.training import iterations_of, prepared

TRIAL = 0.15
"""Seconds of iterations that are timed."""
LEAST = 3


def seconds_of(run: Run) -> float | None:
    """Seconds this run will train on one core; None where nobody knows how many iterations it makes. Refusal as of
    `Shelf.load`."""
    with threadpool_limits(limits=1, user_api="blas"):
        trainer, _, _ = prepared(run)
        total = iterations_of(run.experiment, run.iterations, len(trainer.samples.train_x))
        if not total:
            return None
        start, made = perf_counter(), 0
        while made < LEAST or perf_counter() - start < TRIAL:
            try:
                trainer.step()
            except DivergedError:
                break
            made += 1
        return total * (perf_counter() - start) / max(made, 1)


def remaining(seconds: Sequence[float], missing: int, jobs: int) -> float:
    """Seconds until `missing` more runs are done by so many processes, when each takes as long as those known."""
    return missing * sum(seconds) / len(seconds) / min(jobs, max(missing, 1)) if seconds else 0.0


class Pace:
    """How fast results really come, with everything there is around the training.

    seconds   from one to the next, None as long as there were not two
    """

    def __init__(self) -> None:
        self.seconds: float | None = None
        self.begin()

    def begin(self) -> None:
        """The first result is still to come; until the second one the pace is as it was."""
        self._first, self._count = 0.0, 0

    def note(self) -> None:
        """A result has come."""
        now = perf_counter()
        self._first = self._first or now
        if self._count:
            self.seconds = (now - self._first) / self._count
        self._count += 1
