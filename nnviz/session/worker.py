"""Worker: owns the Trainers and makes the iterations. It knows no Qt; a Runner decides in which thread it lives."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass

from nnviz.data import catalogue
from nnviz.data.dataset import DataSet
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.scaling import Scaling, fit_scaling
from nnviz.engine.trace import Array, StepRecord
from nnviz.engine.training import Samples, Trainer
from nnviz.session.mailbox import Loaded, Mailbox
from nnviz.session.states import RunState

BURST_SECONDS = 0.008
"""Half a frame: long enough to lose little to switching, short enough that a pause is felt at once."""
IDLE_SECONDS = 0.2
REST_SECONDS = 0.001
"""Rest between two bursts when the GUI thread is late, so that it gets the interpreter; otherwise there is none."""
LATE_SECONDS = 0.018


@dataclass(frozen=True)
class Begin:
    """A new run: load its data, build its Trainer. `parameters` and `scaling` come from a model, else from the seed."""

    run: int
    experiment: Experiment
    parameters: Array | None = None
    scaling: Scaling | None = None


@dataclass(frozen=True)
class Switch:
    """Go on with another run that was begun earlier."""

    run: int


@dataclass(frozen=True)
class Train:
    """Make iterations: without end ("run"), one ("step"), or to the end of the epoch ("epoch")."""

    until: str = "run"


@dataclass(frozen=True)
class Stop:
    """Pause after the current iteration."""


@dataclass(frozen=True)
class Change:
    """Go on with other live settings."""

    experiment: Experiment


@dataclass(frozen=True)
class Pace:
    """Iterations a second, None: as fast as possible."""

    steps_per_second: float | None


@dataclass(frozen=True)
class Forget:
    """Drop the Trainer of a run nobody will go back to."""

    run: int


PREPARED_BY = ("data", "samples", "noise", "test_share", "data_seed", "scaling", "outputs", "precision")
"""Fields of an Experiment that decide what its samples are."""


@dataclass(frozen=True)
class Prepared:
    """Loaded and scaled data, by the fields that decide it and the scaling a model gave (if any)."""

    key: tuple[object, ...]
    given: Scaling | None
    data: DataSet
    scaling: Scaling
    samples: Samples


Command = Begin | Switch | Train | Stop | Change | Pace | Forget


class Worker:
    """turn() obeys the commands, trains for one burst and posts what happened; it returns how long to rest."""

    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._trainers: dict[int, Trainer] = {}
        self._prepared: Prepared | None = None
        self._run = -1
        self._until = ""
        self._pace: float | None = None
        self._cancelled = False
        self._next_due = 0.0
        self._handlers: dict[type[Command], Callable[..., None]] = {
            Begin: self._begin, Switch: self._switch, Train: self._train, Stop: self._stop,
            Change: self._change, Pace: self._set_pace, Forget: self._forget,
        }  # fmt: skip

    def send(self, command: Command) -> None:
        """Queue a command; any thread may call this."""
        self._commands.put(command)

    def turn(self) -> float:
        """Commands, one burst, post. Seconds to rest afterwards; a command should end the rest early."""
        self.obey()
        if not self._until:
            return IDLE_SECONDS
        if self._pace is None:
            self._burst(time.perf_counter() + BURST_SECONDS)
            return REST_SECONDS if self.mailbox.waiting() > LATE_SECONDS else 0.0
        if time.perf_counter() >= self._next_due:
            self._burst(0.0)
            self._next_due = max(self._next_due + 1 / self._pace, time.perf_counter())
        return max(0.0, min(IDLE_SECONDS, self._next_due - time.perf_counter()))

    def wait(self, seconds: float) -> None:
        """Rest until the time is up or a command comes, which is obeyed."""
        try:
            self._obey(self._commands.get(timeout=seconds) if seconds > 0 else self._commands.get_nowait())
        except queue.Empty:
            return

    def cancel(self) -> None:
        """Give up whatever is being loaded; any thread may call this, before it ends the worker."""
        self._cancelled = True

    def obey(self) -> None:
        """Carry out all waiting commands."""
        while not self._commands.empty():
            self._obey(self._commands.get())

    def advance(self, steps: int) -> None:
        """Exactly so many iterations (fewer if the run ends): the inline way, without a clock."""
        self.obey()
        for _ in range(steps):
            if self._until:
                self._burst(0.0)
        if self._run in self._trainers:
            self.mailbox.post(self._run, snapshot=self._trainers[self._run].snapshot())

    def _obey(self, command: Command) -> None:
        try:
            self._handlers[type(command)](command)
        except Exception as error:
            self._fail(error)

    def _begin(self, command: Begin) -> None:
        self._run, self._until = command.run, ""
        self.mailbox.post(command.run, state=RunState.LOADING)
        prepared = self._prepare(command)
        trainer = Trainer(command.experiment, prepared.samples, command.parameters)
        self._trainers[command.run] = trainer
        self.mailbox.post(
            command.run,
            loaded=Loaded(prepared.data, prepared.scaling),
            snapshot=trainer.snapshot(),
            start=trainer.evaluate(),
            state=RunState.READY,
        )

    def _prepare(self, command: Begin) -> Prepared:
        """Loaded and scaled data; the last is kept, so that a reset costs nothing."""
        e, kept = command.experiment, self._prepared
        key = tuple(getattr(e, name) for name in PREPARED_BY)
        if kept is None or kept.key != key or kept.given is not command.scaling:
            data = catalogue.load(e, lambda share: self._report(command.run, share))
            scaling = command.scaling or fit_scaling(e.scaling, data.train_x)
            kept = self._prepared = Prepared(key, command.scaling, data, scaling, data.samples(e, scaling))
        return kept

    def _report(self, run: int, share: float) -> None:
        """Tell how far a download is; the only place where one can be broken off."""
        if self._cancelled:
            raise Refusal("loading_cancelled")
        self.mailbox.post(run, progress=share)

    def _switch(self, command: Switch) -> None:
        self._stop(Stop())
        self._run = command.run

    def _train(self, command: Train) -> None:
        if self._run in self._trainers:
            self._until = command.until
            self._next_due = time.perf_counter()
            self.mailbox.post(self._run, state=RunState.RUNNING)

    def _stop(self, command: Stop) -> None:
        if self._until:
            self._end("")

    def _change(self, command: Change) -> None:
        trainer = self._trainers.get(self._run)
        if trainer:
            trainer.configure(command.experiment)

    def _set_pace(self, command: Pace) -> None:
        self._pace, self._next_due = command.steps_per_second, time.perf_counter()

    def _forget(self, command: Forget) -> None:
        self._trainers.pop(command.run, None)

    def _burst(self, deadline: float) -> None:
        """At least one iteration, then more until the deadline or until the run should pause."""
        records: list[StepRecord] = []
        trainer = self._trainers[self._run]
        try:
            while self._until:
                records.append(trainer.step())
                self._pause_where_due(trainer, records)
                if time.perf_counter() >= deadline:
                    break
        except Exception as error:
            self._fail(error, records)
            return
        self._post(trainer, records)

    def _pause_where_due(self, trainer: Trainer, records: list[StepRecord]) -> None:
        over = trainer.finished
        if over or self._until == "step" or (self._until == "epoch" and trainer.at_epoch_start):
            self._post(trainer, records)
            records.clear()
            self._end(over)

    def _post(self, trainer: Trainer, records: list[StepRecord]) -> None:
        self.mailbox.post(self._run, list(records))
        if self.mailbox.wants_snapshot(self._run):
            self.mailbox.post(self._run, snapshot=trainer.snapshot())

    def _end(self, finished: str) -> None:
        """Pause, with the very last state of the network."""
        self._until = ""
        snapshot = self._trainers[self._run].snapshot()
        self.mailbox.post(self._run, snapshot=snapshot, state=RunState.PAUSED, finished=finished)

    def _fail(self, error: Exception, records: list[StepRecord] | None = None) -> None:
        self._until = ""
        state = RunState.DIVERGED if isinstance(error, DivergedError) else RunState.FAILED
        self.mailbox.post(self._run, records, state=state, failure=error)
        if self._run in self._trainers:
            self.mailbox.post(self._run, snapshot=self._trainers[self._run].snapshot())
