"""Session: the running experiments, and the only thing a pane is given.

Wishes come in as intents, facts go out as signals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.data import catalogue
from nnviz.data.dataset import DataSet
from nnviz.data.mnist import mnist_is_here
from nnviz.engine.experiment import Experiment, is_live_change
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Prediction, Snapshot
from nnviz.models.files import open_model, open_shipped, save_model
from nnviz.models.model import Model
from nnviz.session import intents, worker
from nnviz.session.clock import FrameClock
from nnviz.session.desk import Desk, fresh_desk
from nnviz.session.drawing import Drawing, drawing_of
from nnviz.session.history import History
from nnviz.session.mailbox import Mail, Mailbox
from nnviz.session.pages import DIGITS, PAGES, with_data
from nnviz.session.runners import Runner
from nnviz.session.showing import Judge, Shown, predict, shown_drawing, shown_sample
from nnviz.session.states import RunState

BUILT_IN_DIGITS = "handwriting"
SHOWN_FRAMES = 6
"""New weights are shown every sixth frame, 10 times a second: while the window paints, training waits.
A drawing is answered in its own frame, with the newest weights there are."""


@dataclass(frozen=True)
class Progress:
    """Data is being loaded: the finished share 0…1."""

    share: float


@dataclass(frozen=True)
class Notice:
    """A fact worth a sentence in the status bar: its key and fields; `nnviz.errors.MESSAGES` has the words."""

    key: str
    fields: dict[str, Any]


class Session(QObject):
    """Holds one desk a page and a worker that trains.

    Signals (each with one object): experiment_changed(Experiment), state_changed(RunState),
    data_changed(DataSet | None), page_changed(str), snapshot_changed(Snapshot), history_changed(History),
    prediction_changed(Prediction | None), drawing_changed(Drawing), speed_changed(float | None),
    progress_changed(Progress | None), notice(Notice), failed(Exception).
    """

    experiment_changed = Signal(object)
    state_changed = Signal(object)
    data_changed = Signal(object)
    page_changed = Signal(object)
    snapshot_changed = Signal(object)
    history_changed = Signal(object)
    prediction_changed = Signal(object)
    drawing_changed = Signal(object)
    speed_changed = Signal(object)
    progress_changed = Signal(object)
    notice = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, judge: Judge, model: Model | None = None, page: str = DIGITS) -> None:
        """`model` answers on the digits page until something else is trained or opened there."""
        super().__init__()
        self.clock = FrameClock(self)
        self.clock.frame.connect(self.deliver)
        self._runner, self._judge = runner, judge
        self._mailbox = Mailbox()
        self._numbers = count()
        self._speed: float | None = None
        self._frames, self._unseen = 0, False
        self._desks = {name: self._new_desk(PAGES[name]()) for name in PAGES}
        if model:
            self._desks[DIGITS] = self._new_desk(model.experiment, model)
        self._page = page
        self._handlers = self._table()
        runner.start(worker.Worker(self._mailbox))
        self._begin_where_ready()

    # What a pane may read

    @property
    def page(self) -> str:
        """Name of the page in front."""
        return self._page

    @property
    def experiment(self) -> Experiment:
        """The experiment of the page in front."""
        return self._desk.experiment

    @property
    def state(self) -> RunState:
        """Where its run is."""
        return self._desk.state

    @property
    def data(self) -> DataSet | None:
        """Its samples; None until they are loaded."""
        return self._desk.data

    @property
    def scaling(self) -> Scaling:
        """Raw input → network input."""
        return self._desk.scaling

    @property
    def snapshot(self) -> Snapshot:
        """The newest copy of its network."""
        return self._desk.snapshot

    @property
    def history(self) -> History:
        """All steps and evaluations of its run."""
        return self._desk.history

    @property
    def drawing(self) -> Drawing:
        """What is on the canvas."""
        return self._desk.drawing

    @property
    def prediction(self) -> Prediction | None:
        """What the network says about the drawing, sample or point that is shown."""
        return self._desk.prediction

    @property
    def sample(self) -> int | None:
        """Index in the test set of the sample that is shown; None while something else is."""
        return self._desk.shown.sample if self._desk.shown else None

    @property
    def model(self) -> Model | None:
        """The file the start weights come from, None where the seed made them."""
        return self._desk.model

    @property
    def speed(self) -> float | None:
        """Iterations a second, None: as fast as possible."""
        return self._speed

    # What may be done

    def do(self, intent: intents.Intent) -> None:
        """Carry out an intent. Refusal (or OSError) if it cannot be; then nothing has changed."""
        self._handlers[type(intent)](intent)
        if self._runner.immediate:
            self._deliver_all()

    def advance(self, steps: int) -> None:
        """So many iterations now (InlineRunner), all signals and ticks included."""
        self._runner.advance(steps)
        self._deliver_all()
        self.clock.tick()

    def deliver(self) -> None:
        """Take the mail and tell everybody; once a frame."""
        for mail in self._mailbox.take():
            self._receive(mail)
        self._frames += 1
        if self._frames % SHOWN_FRAMES == 0:
            self._show_snapshot()

    def _deliver_all(self) -> None:
        """Mail, and the mail that its consequences bring: an inline runner has no later."""
        while mail := self._mailbox.take():
            for letter in mail:
                self._receive(letter)
        self._show_snapshot()

    def close(self) -> None:
        """Stop the clock and the worker; no thread is left."""
        self.clock.stop()
        self._runner.stop()

    def _table(self) -> dict[type[intents.Intent], Callable[..., None]]:
        return {
            intents.Run: lambda intent: self._train("run"),
            intents.StepOnce: lambda intent: self._train("step"),
            intents.StepEpoch: lambda intent: self._train("epoch"),
            intents.Pause: lambda intent: self._runner.send(worker.Stop()),
            intents.Reset: lambda intent: self._restart(self.experiment, self.model),
            intents.NewSeed: self._new_seed,
            intents.Configure: self._configure,
            intents.SetSpeed: self._set_speed,
            intents.OpenPage: self._open_page,
            intents.OpenModel: self._open_model,
            intents.OpenShipped: lambda intent: self._open(open_shipped()),
            intents.SaveModel: self._save_model,
            intents.ShowSample: self._show_sample,
            intents.ShowPoint: self._show_point,
            intents.DrawStrokes: self._draw_strokes,
        }

    @property
    def _desk(self) -> Desk:
        return self._desks[self._page]

    # Runs

    def _new_desk(self, experiment: Experiment, model: Model | None = None) -> Desk:
        return fresh_desk(next(self._numbers), experiment, model)

    def _train(self, until: str) -> None:
        if not self._desk.begun:
            self._begin()
        self._runner.send(worker.Train(until))

    def _new_seed(self, intent: intents.NewSeed) -> None:
        seed = self.experiment.seed + 1 if intent.seed is None else intent.seed
        self._restart(replace(self.experiment, seed=seed))

    def _configure(self, intent: intents.Configure) -> None:
        old, new = self.experiment, intent.experiment
        if new == old:
            return
        if not is_live_change(old, new):
            self._restart(new)
            return
        self._desk.experiment = new
        if self._desk.begun:
            self._runner.send(worker.Change(new))
        self.experiment_changed.emit(new)

    def _restart(self, experiment: Experiment, model: Model | None = None) -> None:
        """A new run on the page in front. What is drawn stays, and goes through the new network."""
        old = self._desk
        desk = self._new_desk(experiment, replace(model, experiment=experiment) if model else None)
        desk.drawing = old.drawing
        self._runner.send(worker.Stop())
        self._runner.send(worker.Forget(old.run))
        self._desks[self._page] = desk
        self._begin_where_ready()
        self._announce()

    def _begin_where_ready(self) -> None:
        """Load at once what is on this machine; a download waits until somebody trains."""
        if catalogue.source(self.experiment.data).built_in or mnist_is_here():
            self._begin()

    def _begin(self) -> None:
        desk, model = self._desk, self._desk.model
        desk.begun, desk.state = True, RunState.LOADING
        start = (model.parameters, model.scaling) if model else (None, None)
        self._runner.send(worker.Begin(desk.run, desk.experiment, *start))

    def _set_speed(self, intent: intents.SetSpeed) -> None:
        self._speed = intent.steps_per_second
        self._runner.send(worker.Pace(self._speed))
        self.speed_changed.emit(self._speed)

    def _open_page(self, intent: intents.OpenPage) -> None:
        if intent.page not in self._desks:
            raise Refusal("unknown_choice", field="page", value=intent.page, choices=", ".join(self._desks))
        if intent.page == self._page:
            return
        self._page = intent.page
        self._runner.send(worker.Switch(self._desk.run))
        if not self._desk.begun:
            self._begin_where_ready()
        self.page_changed.emit(self._page)
        self._announce()

    # Files

    def _open_model(self, intent: intents.OpenModel) -> None:
        self._open(open_model(intent.path, intent.activation))

    def _open(self, model: Model) -> None:
        if model.experiment.data not in catalogue.SOURCES:
            raise Refusal("model_fits_no_data", inputs=model.experiment.inputs)
        catalogue.check_fit(model.experiment)
        self._restart(model.experiment, model)

    def _save_model(self, intent: intents.SaveModel) -> None:
        save_model(intent.path, self._desk.as_model())
        self.notice.emit(Notice("model_saved", {"file": intent.path}))

    # What is shown

    def _show_sample(self, intent: intents.ShowSample) -> None:
        if self.data is None:
            raise Refusal("no_data_yet")
        shown = shown_sample(self.data, intent.index)
        self._clear_drawing()
        self._show(shown)

    def _show_point(self, intent: intents.ShowPoint) -> None:
        if self.experiment.inputs != 2:
            raise Refusal("wrong_width", found=2, expected=self.experiment.inputs)
        self._show(Shown(np.array([intent.x, intent.y], np.float32)))

    def _draw_strokes(self, intent: intents.DrawStrokes) -> None:
        self._desk.drawing = drawing_of(intent.strokes, intent.extent)
        self._show(shown_drawing(self.drawing, self.experiment.inputs, self._judge))
        self.drawing_changed.emit(self.drawing)

    def _clear_drawing(self) -> None:
        if self.drawing.strokes:
            self._desk.drawing = Drawing()
            self.drawing_changed.emit(self.drawing)

    def _show(self, shown: Shown | None) -> None:
        self._desk.shown = shown
        self._predict()

    def _predict(self) -> None:
        desk = self._desk
        fits = desk.shown is not None and desk.shown.raw.size == desk.snapshot.experiment.inputs
        desk.prediction = predict(desk.snapshot, desk.scaling, desk.shown) if desk.shown and fits else None
        self.prediction_changed.emit(desk.prediction)

    # Mail from the worker

    def _receive(self, mail: Mail) -> None:
        desk = next((desk for desk in self._desks.values() if desk.run == mail.run), None)
        if desk is None:
            return
        desk.receive(mail)
        if desk is self._desk:
            self._tell(mail)
        if mail.failure:
            self._fail(desk, mail.failure)

    def _tell(self, mail: Mail) -> None:
        desk = self._desk
        if mail.loaded:
            self.data_changed.emit(desk.data)
        if mail.loaded or mail.state:
            self._show_something()
        self._unseen = self._unseen or mail.snapshot is not None
        if mail.state:
            self._show_snapshot()
        if mail.records or mail.start:
            self.history_changed.emit(desk.history)
        if mail.progress is not None or mail.state:
            self.progress_changed.emit(None if mail.state else Progress(mail.progress or 0.0))
        if mail.state:
            self.state_changed.emit(desk.state)
        if mail.finished:
            self.notice.emit(Notice(f"finished_{mail.finished}", {"epoch": desk.snapshot.epoch}))

    def _show_snapshot(self) -> None:
        """Send the newest weights round, and what they say about what is shown."""
        if self._unseen:
            self._unseen = False
            self.snapshot_changed.emit(self.snapshot)
            self._predict()

    def _fail(self, desk: Desk, error: Exception) -> None:
        """Tell it; a page whose MNIST cannot be had goes on with the built-in digits, in front or not."""
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

    def _show_something(self) -> None:
        """A first sample lights the network up; a drawing stays what is shown, and an empty canvas stays inviting."""
        desk, data = self._desk, self._desk.data
        if desk.drawing.strokes:
            desk.shown = shown_drawing(desk.drawing, desk.experiment.inputs, self._judge)
        elif desk.shown is None and data and (data.image is None or desk.state.is_running):
            desk.shown = shown_sample(data, 0)

    def _announce(self) -> None:
        """Everything at once, after another run came to the front."""
        desk = self._desk
        if desk.drawing.strokes:
            desk.shown = shown_drawing(desk.drawing, desk.experiment.inputs, self._judge)
        self.experiment_changed.emit(desk.experiment)
        self.data_changed.emit(desk.data)
        self.snapshot_changed.emit(desk.snapshot)
        self.history_changed.emit(desk.history)
        self.drawing_changed.emit(desk.drawing)
        self._predict()
        self.progress_changed.emit(None)
        self.state_changed.emit(desk.state)
