"""Sweep: a plan being carried out beside the window, what has come of it, and the way of a run onto its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QObject, QThread, QTimer, Signal

from nnviz.data.mnist import mnist_is_here
from nnviz.engine.network import parameter_count
from nnviz.engine.refusal import Refusal
from nnviz.session.intents import Configure, Intent, NewSeed, OpenModel, OpenPage
from nnviz.session.intents import Run as Train
from nnviz.session.pages import DIGITS, PLAYGROUND
from nnviz.sweeps.estimate import Pace, remaining, seconds_of
from nnviz.sweeps.folder import SweepFolder
from nnviz.sweeps.plan import Plan, Run
from nnviz.sweeps.pool import Pool, cores, pool_of, train
from nnviz.sweeps.result import Done, Result
from nnviz.sweeps.summary import Group, groups
from nnviz.sweeps.training import Cancelled

PATIENCE_MS = 300
"""Before the time is estimated a plan has to stay as it is for so long."""
SAMPLES = 3
"""Settings whose speed is tried for an estimate."""
KEPT_BYTES = 500_000_000
"""Networks at the ends of runs are kept as long as all of them together need no more than this."""


@dataclass(frozen=True)
class SweepProgress:
    """How far a sweep has come. seconds: that it will still take, None where nobody knows."""

    done: int
    count: int
    running: bool
    seconds: float | None


class Sweep(QObject):
    """One sweep at a time, kept in a folder of its own by what its plan says: a plan that was begun before goes on. One
    that is opened from elsewhere stays there.

    Signals: changed(SweepProgress) after a result, a start, an end or an estimate; failed(Exception).
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, root: Path | None = None, pool: Callable[[int], Pool] = pool_of, parent: QObject | None = None
    ) -> None:
        """`root`: where the folders are; the user's data folder where nothing is said."""
        super().__init__(parent)
        self._root, self._pool = root or user_data_path("nnviz", appauthor=False) / "sweeps", pool
        self._plan: Plan | None = None
        self._opened: Path | None = None
        self._results: dict[str, Result] = {}
        self._work: _Work | None = None
        self._trial: _Trial | None = None
        self._estimate: float | None = None
        self._pace = Pace()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._try)

    # what may be read

    @property
    def plan(self) -> Plan | None:
        """What is shown, or None."""
        return self._plan

    @property
    def opened(self) -> Path | None:
        """The folder that it was opened from; None where it is kept in one of its own."""
        return self._opened

    @property
    def running(self) -> bool:
        """True while runs are trained."""
        return self._work is not None

    @property
    def groups(self) -> tuple[Group, ...]:
        """The plan's settings with the results that are there."""
        return groups(self._plan, self._results) if self._plan else ()

    @property
    def progress(self) -> SweepProgress:
        """How far it has come."""
        count = self._plan.count if self._plan else 0
        return SweepProgress(len(self._results), count, self.running, self._seconds(count - len(self._results)))

    @property
    def folder(self) -> SweepFolder:
        """Where this sweep is kept."""
        return SweepFolder(self._opened or self._root / (self._plan.digest[:16] if self._plan else ""))

    def network(self, run: Run) -> Path | None:
        """The network at the end of a run, where it was kept."""
        path = self.folder.network(run)
        return path if path.exists() else None

    # what may be done

    def show(self, plan: Plan) -> None:
        """Look at a plan, and at what came of it before. Nothing while one is being carried out."""
        if self.running or plan == self._plan:
            return
        results: dict[str, Result] = {}
        # Where nothing can be read, nothing can be written: `start` says so.
        with suppress(Refusal):
            results = SweepFolder(self._root / plan.digest[:16]).results(plan)
        self._look(plan, results, None)

    def open(self, folder: Path) -> None:
        """Look at a sweep that was begun in any folder, as by the command, as it is now; `start` goes on with it there.
        Nothing while one is being carried out. Refusal sweep_folder where there is none that can be read."""
        if self.running:
            return
        kept = SweepFolder(folder)
        plan = kept.plan()
        self._look(plan, kept.results(plan), folder)

    def start(self) -> None:
        """Train what is missing. Refusal sweep_disk or save_failed where nothing can be written, sweep_folder where
        results cannot be read; then nothing begins."""
        if self._plan is None or self.running:
            return
        self._patience.stop()
        self.folder.begin(self._plan)
        # Somebody else may have gone on in the folder since it was looked at.
        self._results = self.folder.results(self._plan)
        missing = [run for run in self._plan.runs if run.digest not in self._results]
        if missing:
            self._train(self._plan, missing)
        self._tell()

    def cancel(self) -> None:
        """End the runs that are trained now; all others stay, and `start` goes on."""
        if self._work:
            self._work.requestInterruption()

    def close(self) -> None:
        """End everything and wait for it: no thread and no process is left."""
        self._patience.stop()
        for thread in (self._work, self._trial):
            if thread:
                thread.requestInterruption()
                thread.wait()
        self._work = self._trial = None

    # parts

    def _look(self, plan: Plan, results: dict[str, Result], opened: Path | None) -> None:
        self._plan, self._results, self._opened = plan, results, opened
        self._estimate, self._pace = None, Pace()
        self._patience.start()
        self._tell()

    def _train(self, plan: Plan, missing: Sequence[Run]) -> None:
        self._pace.begin()
        self._work = _Work(self._pool(min(cores(), len(missing))), self.folder, missing, _keep(plan), self)
        self._work.found.connect(self._on_found)
        self._work.broke.connect(self.failed)
        self._work.finished.connect(self._on_finished)
        self._work.start()

    def _on_found(self, done: Done) -> None:
        if done.result:
            self._results[done.run] = done.result
            self._pace.note()
            self._tell()

    def _on_finished(self) -> None:
        work, self._work = self._work, None
        if work:
            work.wait()
            work.deleteLater()
            if work.failures:
                reason, count = work.failures[0], len(work.failures)
                self.failed.emit(Refusal("sweep_some_failed", count=count, reason=reason))
        self._tell()

    def _try(self) -> None:
        """Estimate the time, unless results tell it, that is going on or would begin with a download."""
        if self._plan is None or self._results or self._trial or self.running or not _is_here(self._plan):
            return
        step = max(1, len(self._plan.settings) // SAMPLES)
        self._trial = _Trial(self._plan, self._plan.runs[: len(self._plan.settings) : step][:SAMPLES], self)
        self._trial.finished.connect(self._on_tried)
        self._trial.start()

    def _on_tried(self) -> None:
        trial, self._trial = self._trial, None
        if trial:
            trial.wait()
            trial.deleteLater()
            if trial.plan == self._plan:
                self._estimate = trial.seconds
                self._tell()
            else:
                self._patience.start()

    def _seconds(self, missing: int) -> float | None:
        if self._pace.seconds is not None:
            return missing * self._pace.seconds
        known = [result.seconds for result in self._results.values()]
        if known or self._estimate is not None:
            return remaining(known or [self._estimate or 0.0], missing, cores())
        return None

    def _tell(self) -> None:
        self.changed.emit(self.progress)


class _Work(QThread):
    """Trains runs and keeps their results. Signals: found(Done) when a result is kept, broke(Exception)."""

    found = Signal(object)
    broke = Signal(object)

    def __init__(self, pool: Pool, folder: SweepFolder, runs: Sequence[Run], keep: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._pool, self._folder, self._runs, self._keep = pool, folder, runs, keep
        self.failures: list[str] = []

    def run(self) -> None:
        try:
            with suppress(Cancelled):
                self._fetch()
                self._train()
        except Exception as error:
            # Whatever it is, the window says it; a thread that dies of it would take the program along.
            self.broke.emit(error)

    def _fetch(self) -> None:
        """Download once what all of them need."""
        for run in {run.experiment.data: run for run in self._runs}.values():
            if not run.shelf.source(run.experiment.data).built_in:
                run.shelf.load(run.experiment, self._heed)

    def _heed(self, share: float) -> None:
        """A download can be broken off whenever a part of it has come."""
        if self.isInterruptionRequested():
            raise Cancelled

    def _train(self) -> None:
        by_digest = {run.digest: run for run in self._runs}
        with closing(train(self._pool, self._runs, self._keep, self.isInterruptionRequested)) as found:
            for done in found:
                self._folder.add(by_digest[done.run], done)
                if done.result is None:
                    self.failures.append(done.reason)
                self.found.emit(done)


class _Trial(QThread):
    """Tries how long runs take. seconds: their mean, None where nobody knows."""

    def __init__(self, plan: Plan, runs: Sequence[Run], parent: QObject) -> None:
        super().__init__(parent)
        self.plan, self._runs = plan, runs
        self.seconds: float | None = None

    def run(self) -> None:
        known = []
        for run in self._runs:
            if self.isInterruptionRequested():
                return
            try:
                known.append(seconds_of(run))
            except Exception:
                # Whoever trains it is told what is wrong.
                return
        times = [seconds for seconds in known if seconds is not None]
        self.seconds = sum(times) / len(times) if times else None


def _keep(plan: Plan) -> bool:
    """True where the networks at the ends of all runs need little room."""
    sizes = (parameter_count(run.experiment) for run in plan.runs[: len(plan.settings)])
    return 4 * sum(sizes) * plan.seeds <= KEPT_BYTES


def _is_here(plan: Plan) -> bool:
    names = {run.experiment.data for run in plan.runs}
    return all(plan.shelf.source(name).built_in for name in names) or mnist_is_here()


def training_of(run: Run) -> tuple[Intent, ...]:
    """What brings a run onto its page and trains it there anew, the same steps."""
    return OpenPage(page_of(run)), Configure(run.experiment), NewSeed(run.experiment.seed), Train()


def end_of(run: Run, network: Path) -> tuple[Intent, ...]:
    """What brings the network at the end of a run onto its page."""
    return OpenPage(page_of(run)), OpenModel(network)


def page_of(run: Run) -> str:
    """The page that can train it."""
    return DIGITS if run.shelf.source(run.experiment.data).image else PLAYGROUND
