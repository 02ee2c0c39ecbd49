"""Desk: everything the GUI thread knows of one page's run. Leaving a page keeps its desk as it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from nnviz.data.dataset import DataSet
from nnviz.data.shelf import Shelf
from nnviz.engine.diagnosis import Diagnosis
from nnviz.engine.experiment import Experiment
from nnviz.engine.gradcheck import GradientCheck
from nnviz.engine.landscape import Landscape
from nnviz.engine.outcome import Outcome
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array, Evaluation, Prediction, Snapshot
from nnviz.engine.training import initial_network
from nnviz.models.files import SHIPPED_NOTE
from nnviz.models.model import Model
from nnviz.models.training import Training
from nnviz.session.commands import Begin
from nnviz.session.drawing import Drawing
from nnviz.session.history import History
from nnviz.session.mailbox import Mail
from nnviz.session.showing import Shown
from nnviz.session.states import RunState
from nnviz.session.timeline import TimelineFacts
from nnviz.session.training_run import OptimizerState

NEWEST = (
    "state", "snapshot", "evaluation", "optimizer", "timeline", "diagnosis", "outcome", "landscape",
    "gradient_check",
)  # fmt: skip
"""Parts of a mail that replace those of the desk."""


@dataclass
class Desk:
    """One run as last heard of.

    run     its number; `begun`: the worker has it (data that must be downloaded waits for the first training)
    model   the file its weights come from, None for weights drawn from the seed
    changes   changes of its settings that were sent to the worker
    start     the snapshot it began with, which can be had again; None where it cannot, as after a crash
    saved     the snapshot that is in a file, or the start
    """

    run: int
    experiment: Experiment
    snapshot: Snapshot
    scaling: Scaling
    model: Model | None = None
    begun: bool = False
    changes: int = 0
    state: RunState = RunState.READY
    data: DataSet | None = None
    history: History = field(default_factory=History)
    drawing: Drawing = field(default_factory=Drawing)
    shown: Shown | None = None
    prediction: Prediction | None = None
    optimizer: OptimizerState | None = None
    timeline: TimelineFacts = field(default_factory=TimelineFacts)
    diagnosis: Diagnosis | None = None
    outcome: Outcome | None = None
    landscape: Landscape | None = None
    gradient_check: GradientCheck | None = None
    evaluation: Evaluation | None = None
    start: Snapshot | None = None
    saved: Snapshot | None = None

    def copy(self, run: int) -> Desk:
        """The same desk of a run with another number."""
        return replace(self, run=run, history=self.history.copy())

    def receive(self, mail: Mail) -> None:
        """Take over what happened."""
        if mail.came is not None:
            self.history.cut(mail.came)
        for name in NEWEST:
            setattr(self, name, getattr(mail, name) or getattr(self, name))
        if mail.experiment and mail.heeded == self.changes:
            # Else newer settings are on their way, and the experiment comes back with them.
            self.experiment = mail.experiment
        if mail.snapshot and mail.gradient_check is None:
            # A check belongs to the weights it was made on.
            self.gradient_check = None
        if mail.branched:
            self.history.expect_branch()
        if mail.loaded:
            self.data, self.scaling = mail.loaded.data, mail.loaded.scaling
        self._record(mail)
        if mail.failure and self.data is None:
            # Nothing was loaded, so the worker has no trainer for this run; the next training tries again.
            self.begun = False

    def _record(self, mail: Mail) -> None:
        """Steps and evaluations in the order in which they were made: at the start of a run, or at rest after steps."""
        after = mail.records and mail.evaluation and mail.evaluation.iteration >= mail.records[0].iteration
        if mail.evaluation and not after:
            self.history.add_evaluation(mail.evaluation)
        self.history.add(mail.records)
        if mail.evaluation and after:
            self.history.add_evaluation(mail.evaluation)

    def as_model(self) -> Model:
        """The network as it is now, to be saved; with the training of its file as long as it has not gone on. Refusal
        no_data_yet while its input scaling is not known."""
        if self.data is None and self.model is None:
            raise Refusal("no_data_yet")
        classes = self.data.classes if self.data else self.model.classes if self.model else ()
        notes = self.notes | {"iteration": str(self.snapshot.iteration)}
        waits = self.data is None and self.model is not None and self.model.experiment == self.experiment
        training = self.model.training if self.model and waits else None
        return Model(self.experiment, self.snapshot.parameters, self.scaling, classes, notes, training)

    @property
    def has_moved(self) -> bool:
        """True where it was trained or changed by hand since its start."""
        return self._is_beyond(self.start)

    @property
    def is_unsaved(self) -> bool:
        """True where it was trained or changed by hand, and no file has it like that."""
        return self._is_beyond(self.saved)

    @property
    def looks_back(self) -> bool:
        """True while it stands in its own past."""
        return self.timeline.position < self.timeline.newest

    def _is_beyond(self, known: Snapshot | None) -> bool:
        return known is None or self.timeline.newest > known.iteration or not is_same(self.snapshot, known)

    def load_weights(self, parameters: Array) -> Array:
        """Other weights for a run that has not begun; those it had. It will begin with them. Refusal as of
        `as_model`."""
        old, model = self.snapshot.parameters, self.as_model()
        training = model.training.with_weights(parameters) if model.training else None
        self.model = replace(model, parameters=parameters, training=training)
        self.snapshot = replace(self.snapshot, parameters=_frozen(parameters))
        return old

    @property
    def notes(self) -> dict[str, str]:
        """What the file says that its weights come from."""
        return {name: text for name, text in (self.model.notes if self.model else {}).items() if name != SHIPPED_NOTE}


def fresh_desk(run: int, experiment: Experiment, model: Model | None = None) -> Desk:
    """A run that has not begun: its start weights are there, its data is not."""
    parameters = model.parameters if model else initial_network(experiment).parameters
    scaling = model.scaling if model else Scaling("none", np.zeros(1), np.ones(1))
    desk = Desk(run, experiment, _start(experiment, parameters), scaling, model)
    if model and model.training:
        _go_on(desk, model.training)
    desk.start = desk.saved = desk.snapshot
    return desk


def beginning(desk: Desk, together: tuple[int, ...], shelf: Shelf) -> Begin:
    """The command that begins the run of a desk, from its model where it has one."""
    model = desk.model
    parameters, scaling, training = (model.parameters, model.scaling, model.training) if model else (None,) * 3
    return Begin(desk.run, desk.experiment, parameters, scaling, together, training, shelf)


def is_same(one: Snapshot, other: Snapshot) -> bool:
    """True for the same weights after the same number of iterations."""
    return one is other or (one.iteration == other.iteration and np.array_equal(one.parameters, other.parameters))


def _start(experiment: Experiment, parameters: Array) -> Snapshot:
    return Snapshot(experiment, 0, 0.0, _frozen(parameters))


def _frozen(parameters: Array) -> Array:
    copy = parameters.copy()
    copy.flags.writeable = False
    return copy


def _go_on(desk: Desk, training: Training) -> None:
    """The desk of a run that goes on where it was saved, with its history; the timeline begins there."""
    at = training.state.iteration
    desk.snapshot = replace(desk.snapshot, iteration=at, epoch=training.epoch)
    desk.history = History.of(training.steps, training.evaluations)
    desk.timeline = TimelineFacts((at,), at, at)
