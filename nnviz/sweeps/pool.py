"""Pools: where runs are trained, here one after the other, on all cores, or on a cluster."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from dataclasses import dataclass
from typing import Any, Protocol

from nnviz.engine.refusal import Refusal
from nnviz.sweeps.plan import Run
from nnviz.sweeps.result import Done
from nnviz.sweeps.training import Cancelled, carry_out

POLL = 0.1
"""Seconds between two looks whether somebody has cancelled or a cluster has lost its work."""
ATTEMPTS = 3
"""So often runs are handed out anew in which no result came: what ends every worker is not tried for ever."""
CONNECT_SECONDS = 10
FEEDER, FEEDER_SECONDS = "QueueFeederThread", 5.0
"""joblib's thread that hands tasks to processes, and how long is waited for its end."""
IDLE_POLLS, FIRST_POLLS = 20, 300
"""After so many looks at a cluster that has nothing in hand, and from which nothing comes, its work is lost; before it
has had anything there is more patience."""
Stop = Callable[[], bool]
Results = Generator[Done, None, None]


class WorkersDied(Exception):
    """Processes or machines that trained are gone; what they had in hand is missing."""


class Pool(Protocol):
    """Trains runs."""

    def results(self, runs: Sequence[Run], keep: bool, cancelled: Stop) -> Results:
        """What comes of the runs, in any order, until all are there or it is cancelled; `keep`: with their ends.
        WorkersDied where some are missing."""


class InlinePool:
    """One run after the other in this thread."""

    def results(self, runs: Sequence[Run], keep: bool, cancelled: Stop) -> Results:
        """As Pool says; cancelled within one iteration."""
        with suppress(Cancelled):
            for run in runs:
                yield carry_out(run, keep, cancelled)


class JoblibPool:
    """Several runs at once through joblib, in processes of this machine or on a Dask cluster."""

    def __init__(self, jobs: int, cluster: str = "") -> None:
        """`jobs`: how many processes; `cluster`: address of a Dask scheduler, which knows its workers itself."""
        self._jobs, self._cluster = jobs, cluster

    def results(self, runs: Sequence[Run], keep: bool, cancelled: Stop) -> Results:
        """As Pool says; cancelled at once: processes that still train are ended."""
        with _client(self._cluster) as client:
            pump = _Pump(self._jobs, client, runs, keep)
            try:
                yield from pump.results(cancelled)
            finally:
                pump.stop()


@dataclass(frozen=True)
class Leash:
    """Never cancelled; but a process whose parent, once `parent`, was killed ends at once: nobody waits for what it
    trains, and its pool would keep it for minutes."""

    parent: int

    def __call__(self) -> bool:
        if os.getppid() != self.parent:
            os._exit(1)
        return False


class _Pump:
    """Draws results from joblib's generator in a thread of its own, so that whoever waits for them can also do
    something else: the generator itself can be neither asked with a limit nor closed from elsewhere."""

    def __init__(self, jobs: int, client: Any, runs: Sequence[Run], keep: bool) -> None:
        from joblib import delayed

        self._client, self._idle, self._patience = client, 0, FIRST_POLLS
        self._parallel = _parallel(jobs, client)
        # On a cluster the processes are somebody else's.
        here = () if client else (Leash(os.getpid()),)
        self._tasks = [delayed(carry_out)(run, keep, *here) for run in runs]
        self._queue: queue.SimpleQueue[Done | BaseException | None] = queue.SimpleQueue()
        self._pipes: set[Any] = set()
        self._thread = threading.Thread(target=self._draw, name="sweep", daemon=True)
        self._thread.start()

    def results(self, cancelled: Stop) -> Results:
        """One after the other, until there are no more."""
        while not cancelled():
            try:
                found = self._queue.get(timeout=POLL)
            except queue.Empty:
                self._check_cluster()
                continue
            if found is None:
                return
            if isinstance(found, BaseException):
                raise _meaning(found)
            self._idle = 0
            yield found

    def stop(self) -> None:
        """End the processes, where they still train; afterwards the thread is over."""
        while self._thread.is_alive():
            self._note_pipe()
            # What joblib's own generator does when it is thrown away, and it may be done from another thread.
            with suppress(Exception):
                self._parallel._abort()
            self._thread.join(POLL)
        if self._client is None:
            _end_processes(self._pipes)

    def _note_pipe(self) -> None:
        """Where processes read their tasks: joblib forgets it when it ends them."""
        tasks = getattr(getattr(self._parallel._backend, "_workers", None), "_call_queue", None)
        if tasks is not None:
            self._pipes.add(tasks._reader)

    def _draw(self) -> None:
        from joblib import parallel_config

        _shield()
        try:
            with parallel_config(**_config(self._client)):
                found = self._parallel(self._tasks)
                self._note_pipe()
                for done in found:
                    self._queue.put(done)
            self._queue.put(None)
        except BaseException as error:
            self._queue.put(error)

    def _check_cluster(self) -> None:
        """joblib waits for ever for a task that Dask has given up, as it does when its workers died several times."""
        if self._client is None:
            return
        busy = any(future.status == "pending" for future in list(self._client.futures.values()))
        if busy:
            self._patience = IDLE_POLLS
        self._idle = 0 if busy else self._idle + 1
        if self._idle > self._patience or self._client.status not in ("running", "connecting"):
            raise WorkersDied


def _shield() -> None:
    """Ctrl+C is not for the processes that this thread starts, which inherit this: whoever waits for them ends them,
    and those that just begin would print where they were."""
    from multiprocessing.resource_tracker import ensure_running

    if hasattr(signal, "pthread_sigmask"):
        # Otherwise joblib starts it later, and that undoes this.
        ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _end_processes(pipes: Iterable[Any]) -> None:
    """joblib would keep them for five minutes, in case that somebody wants more. The thread that fed them ends by
    itself, but a moment later; in the middle of a large task, once nobody can read it any more."""
    from joblib.externals.loky import get_reusable_executor

    get_reusable_executor(reuse=True).shutdown(wait=True, kill_workers=True)
    for pipe in pipes:
        pipe.close()
    for thread in threading.enumerate():
        if thread.name == FEEDER:
            thread.join(FEEDER_SECONDS)


def train(pool: Pool, runs: Sequence[Run], keep: bool, cancelled: Stop) -> Results:
    """What comes of the runs, each exactly once, whatever happens to the processes that train them. Refusal
    sweep_workers where they end again and again, sweep_cluster, sweep_no_dask."""
    missing = {run.digest: run for run in runs}
    attempt = 0
    while missing and not cancelled() and attempt < ATTEMPTS:
        before = len(missing)
        with suppress(WorkersDied), closing(pool.results([*missing.values()], keep, cancelled)) as found:
            for done in found:
                if missing.pop(done.run, None):
                    yield done
        attempt = 0 if len(missing) < before else attempt + 1
    if missing and not cancelled():
        raise Refusal("sweep_workers", count=len(missing))


def pool_of(jobs: int, cluster: str = "") -> Pool:
    """A pool of so many processes, or the machines of a cluster."""
    return JoblibPool(jobs, cluster) if cluster or (jobs > 1 and not _is_frozen()) else InlinePool()


def cores() -> int:
    """How many processes this one may keep busy."""
    if _is_frozen():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _is_frozen() -> bool:
    """True in a bundle, which has no interpreter to start processes with."""
    return bool(getattr(sys, "frozen", False))


def _parallel(jobs: int, client: Any) -> Any:
    """joblib's loop; in it nothing is dispatched long before its time, and every run comes back by itself."""
    from joblib import Parallel, parallel_config

    with parallel_config(**_config(client)):
        workers = jobs if client is None else -1
        return Parallel(workers, return_as="generator_unordered", batch_size=1, pre_dispatch="2*n_jobs")


def _config(client: Any) -> dict[str, Any]:
    return {"backend": "loky"} if client is None else {"backend": "dask", "client": client}


def _client(address: str) -> AbstractContextManager[Any]:
    """A connection to a Dask scheduler; None without an address. Refusal sweep_no_dask, sweep_cluster."""
    if not address:
        return nullcontext()
    try:
        from distributed import Client
    except ImportError as error:
        raise Refusal("sweep_no_dask") from error
    connect: Callable[..., AbstractContextManager[Any]] = Client
    try:
        return connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise Refusal("sweep_cluster", address=address, reason=error) from error


def _meaning(error: BaseException) -> BaseException:
    """What an error of the pool means: workers that died, or something that nobody thought of."""
    if isinstance(error, TimeoutError):
        return Refusal("sweep_no_workers")
    gone = isinstance(error, BrokenProcessPool) or type(error).__name__ in {"KilledWorker", "CancelledError"}
    return WorkersDied() if gone else error
