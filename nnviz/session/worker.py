"""Worker: owns the runs and makes the iterations. It knows no Qt; a Runner decides in which thread it lives."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from threading import Event
from typing import Any

from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.trace import StepRecord
from nnviz.session import commands
from nnviz.session.commands import Command
from nnviz.session.edits import Edited
from nnviz.session.mailbox import Loaded, Mailbox
from nnviz.session.preparing import Preparing
from nnviz.session.states import RunState
from nnviz.session.surgeon import Surgeon
from nnviz.session.timeline import BUDGET
from nnviz.session.training_run import TrainingRun
from nnviz.session.watching import ALWAYS, TOPICS, Watching

BURST_SECONDS = 0.008
"""Half a frame: long enough to lose little to switching, short enough that a pause is felt at once."""
IDLE_SECONDS = 0.2
REST_SECONDS = 0.001
"""Rest between two bursts when the GUI thread is late, so that it gets the interpreter; otherwise there is none."""
LATE_SECONDS = 0.018
SMALL = 20_000
"""Up to so many parameters the optimizer's accumulators are sent along with every snapshot, else only at rest."""


@dataclass(frozen=True, eq=False)
class Kept:
    """All runs as they were, and which of them was in front, which trained together, and which were training."""

    run: int
    lanes: tuple[int, ...]
    active: tuple[int, ...]
    until: str
    runs: dict[int, TrainingRun]
    heeded: dict[int, int]


class Worker:
    """turn() obeys the commands, trains for one burst and posts what happened; it returns how long to rest.

    rounds  iterations made in all; runs that train together make one in a round
    """

    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._runs: dict[int, TrainingRun] = {}
        self._heeded: dict[int, int] = {}
        self._kept: dict[int, Kept] = {}
        self._preparing = Preparing()
        self._surgeon = Surgeon()
        self._watching = Watching()
        self._run = -1
        self._lanes: tuple[int, ...] = ()
        self._active: list[int] = []
        self._until = ""
        self._budget = BUDGET
        self._pace: float | None = None
        self._cancelled = False
        self._next_due = 0.0
        self._wake = Event()
        self.rounds = 0
        self._handlers: dict[type[Command], Callable[..., None]] = {
            commands.Begin: self._begin, commands.Switch: self._switch, commands.Train: self._train,
            commands.Stop: self._stop, commands.Change: self._change, commands.Pace: self._set_pace,
            commands.Forget: self._forget, commands.Trace: self._trace, commands.GoTo: self._go_to,
            commands.Operate: self._operate, commands.Budget: self._set_budget, commands.Watch: self._watch,
            commands.Check: self._check, commands.Keep: self._keep, commands.Restore: self._restore,
            commands.Drop: self._drop, commands.Echo: self._echo, commands.Account: self._account,
        }  # fmt: skip

    def send(self, command: Command) -> None:
        """Queue a command; any thread may call this."""
        self._commands.put(command)
        self._wake.set()

    def turn(self) -> float:
        """Commands, one burst, post. Seconds to rest afterwards; a command should end the rest early."""
        self.obey()
        if not self._active:
            return 0.0 if self._examine(self._watching.next_stale()) else IDLE_SECONDS
        if self._pace is None:
            self._burst(time.perf_counter() + BURST_SECONDS)
            self._examine(self._watching.next_due())
            return REST_SECONDS if self.mailbox.waiting() > LATE_SECONDS else 0.0
        if time.perf_counter() >= self._next_due:
            self._burst(0.0)
            self._examine(self._watching.next_due())
            self._next_due = max(self._next_due + 1 / self._pace, time.perf_counter())
        return max(0.0, min(IDLE_SECONDS, self._next_due - time.perf_counter()))

    def wait(self, seconds: float) -> None:
        """Rest until the time is up or a command comes."""
        if seconds > 0:
            self._wake.wait(seconds)
        self._wake.clear()

    def keep_time(self, now: Callable[[], float]) -> None:
        """Space examinations out by this clock, in seconds, instead of real time."""
        self._watching.now = now

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
            if self._active:
                self._burst(0.0)
        for run in self._lanes:
            if run in self._runs:
                self._settle(run)
        self.catch_up()

    def catch_up(self, topics: Collection[str] = TOPICS) -> None:
        """Make all examinations of these topics that are out of date: the inline way."""
        next_topic = self._watching.next_due if self._active else self._watching.next_stale
        while (topic := next_topic()) in topics and self._examine(topic):
            pass

    def come_to_rest(self) -> None:
        """Everything that was asked is done, and everything there is to tell is posted: the inline way."""
        self.obey()
        for run in self._active:
            self._settle(run)
        self.catch_up(ALWAYS)

    def _obey(self, command: Command) -> None:
        try:
            self._handlers[type(command)](command)
        except Refusal as error:
            self._refuse(error)
        except Exception as error:
            self._fail(self._run, error, [])

    def _refuse(self, error: Refusal) -> None:
        """A run that is there goes on as if nothing had been asked; one that could not begin has failed."""
        if self._run in self._runs and not isinstance(error, DivergedError):
            self.mailbox.post(self._run, failure=error)
        else:
            self._fail(self._run, error, [])

    # Beginning and leaving runs

    def _begin(self, command: commands.Begin) -> None:
        self._stop(commands.Stop())
        self._run, self._lanes = command.run, (*command.together, command.run)
        self.mailbox.post(command.run, state=RunState.LOADING)
        prepared = self._preparing.prepare(command, lambda share: self._report(command.run, share))
        run = TrainingRun(command.experiment, prepared, command.parameters, self._budget, command.training)
        self._runs[command.run] = run
        loaded = Loaded(prepared.data, prepared.scaling)
        self.mailbox.post(command.run, loaded=loaded, evaluation=run.trainer.evaluate(), state=RunState.READY)
        self._settle(command.run)

    def _account(self, command: commands.Account) -> None:
        if command.run in self._runs:
            self.mailbox.post_account(command.run, command.number, self._runs[command.run].account())

    def _report(self, run: int, share: float) -> None:
        """Tell how far a download is; the only place where one can be broken off."""
        if self._cancelled:
            raise Refusal("loading_cancelled")
        self.mailbox.post(run, progress=share)

    def _switch(self, command: commands.Switch) -> None:
        self._stop(commands.Stop())
        self._run, self._lanes = command.run, (*command.together, command.run)
        self._watching.stir()

    def _forget(self, command: commands.Forget) -> None:
        run = self._runs.pop(command.run, None)
        self._heeded.pop(command.run, None)
        if run:
            self._surgeon.forget(run)

    # Keeping runs as they are, and going back to them

    def _keep(self, command: commands.Keep) -> None:
        runs = {number: run.copy() for number, run in self._runs.items()}
        self._kept[command.mark] = Kept(
            self._run, self._lanes, tuple(self._active), self._until, runs, dict(self._heeded)
        )

    def _restore(self, command: commands.Restore) -> None:
        kept, numbers = self._kept[command.mark], command.numbers
        for run in self._runs.values():
            self._surgeon.forget(run)
        self._runs = {numbers[n]: run.copy() for n, run in kept.runs.items() if n in numbers}
        self._heeded = {numbers[n]: heeded for n, heeded in kept.heeded.items() if n in numbers}
        self._run, self._until = numbers.get(kept.run, -1), kept.until
        self._lanes = tuple(numbers[n] for n in kept.lanes if n in numbers)
        self._active = [numbers[n] for n in kept.active if n in numbers]
        for number, run in self._runs.items():
            self.mailbox.post(number, came=run.facts().newest)
            self._settle(number)

    def _drop(self, command: commands.Drop) -> None:
        self._kept.clear()

    def _echo(self, command: commands.Echo) -> None:
        self.mailbox.post(-1, echo=command.number)

    # Training

    def _train(self, command: commands.Train) -> None:
        self._active = [run for run in self._lanes if run in self._runs]
        self._until, self._next_due = command.until, time.perf_counter()
        for run in self._active:
            left = self._runs[run].resume()
            self.mailbox.post(run, state=RunState.RUNNING, **_branch(left))

    def _stop(self, command: commands.Stop) -> None:
        for run in tuple(self._active):
            self._end(run, "")

    def _trace(self, command: commands.Trace) -> None:
        """One iteration that tells everything; where it diverges, it is as if it had been trained."""
        self._stop(commands.Stop())
        run = self._runs[self._run]
        left = run.resume()
        record, trace = run.traced_step()
        self.mailbox.post(self._run, [record], step=trace, state=RunState.PAUSED, **_branch(left))
        self._settle(self._run)

    def _set_pace(self, command: commands.Pace) -> None:
        self._pace, self._next_due = command.steps_per_second, time.perf_counter()

    def _burst(self, deadline: float) -> None:
        """At least one iteration of every run, then more until the deadline or until all should pause."""
        records: dict[int, list[StepRecord]] = {run: [] for run in self._active}
        while self._active:
            self.rounds += 1
            for run in tuple(self._active):
                self._step(run, records[run])
            if time.perf_counter() >= deadline:
                break
        for run in self._active:
            self._post(run, records[run])
        self._watching.stir()

    def _step(self, run: int, records: list[StepRecord]) -> None:
        working = self._runs[run]
        try:
            records.append(working.step())
        except Exception as error:
            self._fail(run, error, records)
            return
        over = working.trainer.finished
        if over or self._until == "step" or (self._until == "epoch" and working.trainer.at_epoch_start):
            self.mailbox.post(run, records)
            self._end(run, over)

    # Going back, changing, looking

    def _go_to(self, command: commands.GoTo) -> None:
        self._stop(commands.Stop())
        run = self._runs[self._run]
        run.go_to(max(run.trainer.iteration - command.back if command.back else command.iteration, 0))
        self._post_experiment(state=RunState.PAUSED)
        self._settle(self._run)

    def _change(self, command: commands.Change) -> None:
        self._heeded[self._run] = command.number
        if self._run in self._runs:
            left = self._runs[self._run].change(command.experiment)
            self._post_experiment(**_branch(left))
            self._settle(self._run)

    def _operate(self, command: commands.Operate) -> None:
        run = self._runs[self._run]
        try:
            inverse = self._surgeon.operate(run, command.edit)
        except Exception:
            # Whoever asked must not wait for ever.
            self.mailbox.post_edit(self._run, Edited(command.edit, None))
            raise
        left = run.begin_era()
        self.mailbox.post_edit(self._run, Edited(command.edit, inverse))
        self._post_experiment(**_branch(left))
        self._settle(self._run)

    def _set_budget(self, command: commands.Budget) -> None:
        self._budget = command.size
        for number, run in self._runs.items():
            run.timeline.set_budget(command.size)
            self.mailbox.post(number, timeline=run.facts())

    def _watch(self, command: commands.Watch) -> None:
        self._watching.watch(command.topics)

    def _check(self, command: commands.Check) -> None:
        if self._run in self._runs:
            self.mailbox.post(self._run, gradient_check=self._runs[self._run].check_gradient())

    def _examine(self, topic: str | None) -> bool:
        """Make one examination, where there is one to be made."""
        if topic is None or self._run not in self._runs:
            return False
        wanted = self._lanes if TOPICS[topic].every_run else (self._run,)
        runs = [run for run in wanted if run in self._runs]
        for run, found in zip(runs, self._watching.examine(topic, map(self._runs.__getitem__, runs)), strict=True):
            news: dict[str, Any] = {topic: found}
            self.mailbox.post(run, **news)
        return True

    # Post

    def _post(self, run: int, records: list[StepRecord]) -> None:
        self.mailbox.post(run, records)
        if self.mailbox.wants_snapshot(run):
            working = self._runs[run]
            self.mailbox.post(run, snapshot=working.trainer.snapshot(), timeline=working.facts())
            if working.trainer.network.parameters.size <= SMALL:
                self.mailbox.post(run, optimizer=working.optimizer_state())

    def _post_experiment(self, **more: Any) -> None:
        """The experiment of the run in front as it is here, and what has happened to it."""
        number = self._heeded.get(self._run, 0)
        self.mailbox.post(self._run, experiment=self._runs[self._run].experiment, heeded=number, **more)

    def _settle(self, run: int) -> None:
        """The very last state of a run, in full."""
        working = self._runs[run]
        self.mailbox.post(
            run, snapshot=working.trainer.snapshot(), optimizer=working.optimizer_state(), timeline=working.facts()
        )
        self._watching.stir()

    def _end(self, run: int, finished: str) -> None:
        """A run pauses."""
        self._active.remove(run)
        self.mailbox.post(run, state=RunState.PAUSED, finished=finished)
        self._settle(run)

    def _fail(self, run: int, error: Exception, records: list[StepRecord]) -> None:
        """A run stops with an error; others beside it go on."""
        if run in self._active:
            self._active.remove(run)
        diverged = isinstance(error, DivergedError)
        self.mailbox.post(run, records, state=RunState.DIVERGED if diverged else RunState.FAILED, failure=error)
        if run in self._runs:
            self._runs[run].begin_era()
            self._settle(run)


def _branch(left: bool) -> dict[str, Any]:
    """What is posted when a run leaves its old future behind; nothing else, lest it be taken back unseen."""
    return {"branched": True} if left else {}
