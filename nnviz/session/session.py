"""Session: the running experiments, and the only thing a pane is given.

Wishes come in as intents, facts go out as signals.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cached_property

from nnviz.data.adjusting import adjusted
from nnviz.engine.experiment import Experiment, is_live_change
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.models.journal import as_array, as_text
from nnviz.models.model import Model
from nnviz.session import commands, intents
from nnviz.session.beginnings import SessionBegins, fitting
from nnviz.session.codec import Codec
from nnviz.session.comparison import Comparison
from nnviz.session.desk import Desk
from nnviz.session.edits import MARKS, OPERATIONS, Edited, check_edit, opposite, with_marks
from nnviz.session.facts import Notice, Progress
from nnviz.session.keeping import Keeping
from nnviz.session.labs.lab import LabIntent, OpenSection
from nnviz.session.lecture import Lecture
from nnviz.session.mailbox import Mail, Mailbox
from nnviz.session.opening import Opening
from nnviz.session.pages import COMPARE, DIGITS, PAGES, RUNS, with_data
from nnviz.session.rescue import Rescue
from nnviz.session.runners import Runner
from nnviz.session.showing import Judge
from nnviz.session.stock import Stock
from nnviz.session.worker import Worker

BUILT_IN_DIGITS = "handwriting"
SHOWN_FRAMES = 6
"""New weights are shown every sixth frame, 10 times a second: while the window paints, training waits.
A drawing is answered in its own frame, with the newest weights there are."""

LOOKS = {
    "timeline": "timeline_changed", "diagnosis": "diagnosis_changed", "outcome": "outcome_changed",
    "landscape": "landscape_changed", "gradient_check": "gradient_checked",
}  # fmt: skip
"""Parts of a mail and the signals that tell them."""


class Session(SessionBegins):
    """Holds one desk a page and a worker that trains. Its signals and what may be read: see SessionFacts."""

    def __init__(self, runner: Runner, judge: Judge, model: Model | None = None, page: str = DIGITS) -> None:
        """`model` answers on the digits page until something else is trained or opened there."""
        super().__init__(page, runner, judge)
        self.clock.frame.connect(self.deliver)
        self._mailbox, self._frames = Mailbox(), 0
        self.unwitness()
        self._watchers: set[tuple[str, int]] = set()
        self.comparison = Comparison(runner.send, self._numbers, self)
        starts = {name: make() for name, make in RUNS.items()}
        starts[COMPARE] = self.comparison.first_of(starts[COMPARE])
        self._desks = {name: self._new_desk(start) for name, start in starts.items()}
        if model:
            self._desks[DIGITS] = self._new_desk(model.experiment, model)
        self.lecture = Lecture(self)
        self.stock = Stock(self, self._restart, self._train)
        self._opening = Opening(self.stock, self._restart, self.notice.emit)
        self._keeping = Keeping(runner.send, self.stock, lambda: self._desk, self.notice.emit, self.failed.emit)
        self.rescue = Rescue(self, self._keeping, lambda: self._desks, self._restart)
        self._handlers = self._table()
        runner.start(Worker(self._mailbox))
        self._begin_where_ready()

    # What may be done

    def do(self, intent: intents.Intent) -> None:
        """Carry out an intent. Refusal (or OSError) if it cannot be; then nothing has changed."""
        self.clock.wake()
        with self.witness(intent):
            self._carry_out(intent)

    def _carry_out(self, intent: intents.Intent) -> None:
        if isinstance(intent, LabIntent | OpenSection):
            self.labs.do(intent)
            return
        self._handlers[type(intent)](intent)
        if self._runner.immediate:
            self._deliver_all()

    def advance(self, steps: int) -> None:
        """So many iterations now (InlineRunner), all signals and ticks included."""
        self._runner.advance(steps)
        self._deliver_all()
        self.clock.tick()

    @property
    def rounds(self) -> int:
        """Iterations made in all, whatever the run; runs that are compared make one together."""
        return self._runner.rounds

    def iterate(self, steps: int) -> None:
        """So many iterations now, where the runner is inline or held; everybody is told. 0: what was watched is brought
        up to date."""
        if steps:
            self._runner.advance(steps)
        else:
            self._runner.catch_up()
        self._deliver_all()

    def unwitness(self) -> None:
        """Nobody is told of intents any more. `witness`: what is around every intent while it is carried out."""
        self.witness: Callable[[intents.Intent], AbstractContextManager[None]] = lambda intent: nullcontext()

    def hold(self) -> None:
        """Until `release` the worker does nothing by itself: intents have had their effect when `do` returns, and
        iterations are made by `iterate` only. May be nested."""
        self._runner.hold()
        self._holds += 1
        self._deliver_all()

    def release(self) -> None:
        """Go on by itself."""
        self._holds -= 1
        self._runner.release()

    def deliver(self) -> None:
        """Take the mail and tell everybody; once a frame."""
        for mail in self._mailbox.take():
            self.clock.wake()
            self._receive(mail)
        self._answer_echoes()
        self._frames += 1
        if self._frames % SHOWN_FRAMES == 0:
            self._show_snapshot()

    def _deliver_all(self) -> None:
        """Mail, and the mail that its consequences bring: an inline runner has no later."""
        while mail := self._mailbox.take():
            for letter in mail:
                self._receive(letter)
            self._answer_echoes()
        self._show_snapshot()

    @cached_property
    def codec(self) -> Codec:
        """Reads and writes all intents that can be done here."""
        return Codec((*self._handlers, *self.labs.kinds()))

    def watch(self, topic: str, owner: object, on: bool) -> None:
        """A pane that can be seen wants (or no longer wants) a topic: "diagnosis" or "outcome"."""
        key = (topic, id(owner))
        self._watchers = self._watchers | {key} if on else self._watchers - {key}
        self._runner.send(commands.Watch(frozenset(topic for topic, _ in self._watchers)))
        if self._runner.immediate:
            self._deliver_all()

    def close(self) -> None:
        """Stop the clock and the worker; no thread is left."""
        self.clock.stop()
        self._runner.stop()

    def _table(self) -> dict[type[intents.Intent], Callable[..., None]]:
        return {
            intents.Run: lambda intent: self._train("run"),
            intents.StepOnce: lambda intent: self._train("step"),
            intents.StepEpoch: lambda intent: self._train("epoch"),
            intents.Pause: lambda intent: self._runner.send(commands.Stop()),
            intents.Reset: lambda intent: self._restart(self.experiment, self.model),
            intents.NewSeed: self._new_seed,
            intents.Configure: self._configure,
            intents.Adjust: self._adjust,
            intents.SetSpeed: self._set_speed,
            intents.OpenPage: self._open_page,
            intents.ShowSample: self._show_sample,
            intents.ShowPoint: self._show_point,
            intents.DrawStrokes: self._draw_strokes,
            intents.Inspect: self._inspect,
            intents.OpenPasses: self._open_passes,
            **self._opening.handlers(),
            **self._keeping.handlers(),
            **self.passes.handlers(),
            **self.lecture.handlers(),
            **self.stock.handlers(),
            **dict.fromkeys(OPERATIONS, self._operate),
            intents.LoadWeights: self._load_weights,
            **dict.fromkeys(MARKS, self._mark_unit),
            intents.Compare: self._compare,
            intents.GoTo: lambda intent: self._travel(commands.GoTo(intent.iteration)),
            intents.StepBack: lambda intent: self._travel(commands.GoTo(back=1)),
            intents.SetTimelineBudget: lambda intent: self._runner.send(commands.Budget(intent.size)),
            intents.CheckGradient: lambda intent: self._ask(commands.Check()),
        }

    # Runs

    def _train(self, until: str) -> None:
        if not self._desk.begun:
            self._begin()
        self.passes.close()
        self._runner.send(commands.Train(until))

    def _new_seed(self, intent: intents.NewSeed) -> None:
        seed = self.experiment.seed + 1 if intent.seed is None else intent.seed
        self._restart(replace(self.experiment, seed=seed))

    def _configure(self, intent: intents.Configure) -> None:
        old, new = self.experiment, intent.experiment
        if new == old:
            return
        self.stock.shelf.source(new.data)
        if not is_live_change(old, new) or self._page == COMPARE:
            # Compared runs must have begun alike.
            self._restart(new)
            return
        self._desk.experiment = new
        if self._desk.begun:
            self._desk.changes += 1
            self._runner.send(commands.Change(new, self._desk.changes))
        self.experiment_changed.emit(new)

    def _adjust(self, intent: intents.Adjust) -> None:
        self._configure(intents.Configure(adjusted(self.experiment, intent.values, self.stock.shelf)))

    def _restart(self, experiment: Experiment, model: Model | None = None) -> None:
        """A new run on the page in front. What is drawn stays, and goes through the new network."""
        old = self._desk
        if self._page == COMPARE:
            experiment = self.comparison.first_of(experiment)
        desk = self._new_desk(experiment, fitting(model, experiment))
        desk.drawing = old.drawing
        self.passes.close()
        self._runner.send(commands.Stop())
        self._runner.send(commands.Forget(old.run))
        self._desks[self._page] = desk
        self._begin_where_ready()
        self._announce()
        self.edits_gone.emit(experiment)

    def _set_speed(self, intent: intents.SetSpeed) -> None:
        self._speed = intent.steps_per_second
        self._runner.send(commands.Pace(self._speed))
        self.speed_changed.emit(self._speed)

    def _open_page(self, intent: intents.OpenPage) -> None:
        if intent.page not in PAGES:
            raise Refusal("unknown_choice", field="page", value=intent.page, choices=", ".join(PAGES))
        if intent.page == self._front:
            return
        self.passes.close()
        self._front = intent.page
        self.labs.bring(intent.page)
        if intent.page in RUNS and intent.page != self._page:
            self._bring_run(intent.page)
        else:
            self._runner.send(commands.Stop())
        self.page_changed.emit(self._front)
        self._announce()

    def _bring_run(self, page: str) -> None:
        """The run of a page comes into reach, as it was left."""
        self._page = page
        together = self.comparison.runs if self._page == COMPARE else ()
        self._runner.send(commands.Switch(self._desk.run, together))
        if not self._desk.begun:
            self._begin_where_ready()

    # Comparison, hands on, timeline

    def _compare(self, intent: intents.Compare) -> None:
        if self._page != COMPARE:
            raise Refusal("only_while_comparing")
        self._restart(self.comparison.choose(intent.setting, intent.values, self.experiment))

    def _operate(self, intent: intents.Edit) -> None:
        check_edit(intent, self.experiment)
        if self.passes.state.subject == "batch":
            # What it shows has happened to another network.
            self.passes.close()
        self._ask(commands.Operate(intent))

    def _load_weights(self, intent: intents.LoadWeights) -> None:
        """Also of a run that waits for its data to be downloaded."""
        desk = self._desk
        if desk.begun:
            self._operate(intent)
            return
        check_edit(intent, self.experiment)
        old = desk.load_weights(as_array(intent.parameters, self.experiment.precision))
        self.passes.close()
        self._unseen = True
        self._show_snapshot()
        self.edited.emit(Edited(intent, intents.LoadWeights(as_text(old))))

    def _mark_unit(self, intent: intents.Freeze | intents.SwitchOff) -> None:
        """Frozen and switched-off units are live settings of the experiment."""
        marked = with_marks(intent, self.experiment)
        if marked == self.experiment:
            return
        self._configure(intents.Configure(marked))
        self.edited.emit(Edited(intent, opposite(intent)))

    def _travel(self, command: commands.GoTo) -> None:
        self._ask(command)
        self.passes.close()
        self.edits_gone.emit(self.experiment)

    # Mail from the worker

    def _receive(self, mail: Mail) -> None:
        self._echo = self._echo if mail.echo is None else mail.echo
        desk = next((desk for desk in self._desks.values() if desk.run == mail.run), None)
        if desk is None:
            self._receive_lane(mail)
            return
        desk.receive(mail)
        self._keeping.receive(mail)
        if desk is self._desk:
            self._tell(mail)
        if mail.failure:
            self._fail(desk, mail.failure)

    def _receive_lane(self, mail: Mail) -> None:
        """Mail of a run that is compared; the last one to stop ends the training of all. Or of one that is gone."""
        if not self.comparison.receive(mail):
            self._keeping.receive_late(mail)
            return
        self._keeping.receive(mail)
        if mail.state and self._page == COMPARE:
            self.state_changed.emit(self.state)

    def _tell(self, mail: Mail) -> None:
        desk = self._desk
        if mail.loaded:
            self.data_changed.emit(desk.data)
        if mail.loaded or mail.state:
            self._show_something()
        self._unseen = self._unseen or mail.snapshot is not None
        if mail.state:
            self._show_snapshot()
        if mail.experiment:
            self.experiment_changed.emit(desk.experiment)
        if mail.records or mail.evaluation:
            self.history_changed.emit(desk.history)
        self._tell_looks(mail)
        if mail.progress is not None or mail.state:
            self.progress_changed.emit(None if mail.state else Progress(mail.progress or 0.0))
        if mail.state:
            self.state_changed.emit(self.state)
        if mail.finished:
            self.notice.emit(Notice(f"finished_{mail.finished}", {"epoch": desk.snapshot.epoch}))

    def _tell_looks(self, mail: Mail) -> None:
        """What was found out about the run besides its training."""
        for name, signal in LOOKS.items():
            if getattr(mail, name) is not None:
                getattr(self, signal).emit(getattr(self._desk, name))
        if mail.snapshot and mail.gradient_check is None:
            self.gradient_checked.emit(None)
        for edited in mail.edits:
            self.edited.emit(edited)
        if mail.step:
            self._show_snapshot()
            self.passes.open(mail.step, "batch")

    def _show_snapshot(self) -> None:
        """Send the newest weights round, and what they say about what is shown."""
        if self._unseen:
            self._unseen = False
            self.snapshot_changed.emit(self.snapshot)
            self._predict()

    def _fail(self, desk: Desk, error: Exception) -> None:
        """Tell it; a page whose MNIST cannot be had goes on with the built-in digits, in front or not."""
        if desk is not self._desks[COMPARE] or not isinstance(error, DivergedError):
            # Of runs that are compared one may well diverge: its lane says so.
            self.failed.emit(error)
        if getattr(error, "key", "") != "mnist_unavailable":
            return
        experiment = with_data(desk.experiment, BUILT_IN_DIGITS)
        if desk is self._desk:
            self._restart(experiment)
            self.notice.emit(Notice("built_in_digits", {}))
        else:
            page = next(name for name, other in self._desks.items() if other is desk)
            self._desks[page] = replace(self._new_desk(experiment), drawing=desk.drawing)
