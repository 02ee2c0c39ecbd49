"""SessionFacts: what a pane may read of the running experiments, and the signals that tell it when to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from nnviz.data.dataset import DataSet
from nnviz.data.plane import USUAL, Bounds
from nnviz.engine.diagnosis import Diagnosis
from nnviz.engine.experiment import Experiment
from nnviz.engine.gradcheck import GradientCheck
from nnviz.engine.landscape import Landscape
from nnviz.engine.outcome import Outcome
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Prediction, Snapshot, StepTrace
from nnviz.models.model import Model
from nnviz.session.clock import FrameClock
from nnviz.session.comparison import Comparison
from nnviz.session.desk import Desk
from nnviz.session.drawing import Drawing
from nnviz.session.history import History
from nnviz.session.labs.labs import Labs
from nnviz.session.lecture import Lecture
from nnviz.session.metronome import Metronome
from nnviz.session.pages import COMPARE, PLAYGROUND, RUNS
from nnviz.session.passes import Passes
from nnviz.session.scores import Scores, scores_at
from nnviz.session.showing import Shown
from nnviz.session.states import RunState
from nnviz.session.stock import Stock
from nnviz.session.studying import Target, accumulators_known, study_of
from nnviz.session.timeline import TimelineFacts


@dataclass(frozen=True)
class Progress:
    """Data is being loaded: the finished share 0…1."""

    share: float


@dataclass(frozen=True)
class Notice:
    """A fact worth a sentence in the status bar: its key and fields; `nnviz.errors.MESSAGES` has the words."""

    key: str
    fields: dict[str, Any]


class SessionFacts(QObject):
    """Signals and read-only properties of a Session.

    Signals (each with one object): experiment_changed(Experiment), state_changed(RunState),
    data_changed(DataSet | None), page_changed(str), snapshot_changed(Snapshot), history_changed(History),
    prediction_changed(Prediction | None), drawing_changed(Drawing), speed_changed(float | None),
    timeline_changed(TimelineFacts), diagnosis_changed(Diagnosis), outcome_changed(Outcome | None),
    landscape_changed(Landscape | None),
    gradient_checked(GradientCheck | None), edited(Edited),
    inspected(Inspect) when somebody looks into a unit or weight,
    edits_gone(Experiment | None) when earlier edits of the page in front, or with None of all pages, cannot be undone
    any more,
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
    timeline_changed = Signal(object)
    diagnosis_changed = Signal(object)
    outcome_changed = Signal(object)
    landscape_changed = Signal(object)
    gradient_checked = Signal(object)
    edited = Signal(object)
    edits_gone = Signal(object)
    inspected = Signal(object)
    progress_changed = Signal(object)
    notice = Signal(object)
    failed = Signal(object)

    def __init__(self, page: str) -> None:
        super().__init__()
        self.clock = FrameClock(self)
        self.passes = Passes(self.clock)
        self.labs = Labs(self.clock)
        self.labs.bring(page)
        self.metronome = Metronome(self.clock)
        self.metronome.drive(self.labs.advance)
        self.metronome.drive(self.passes.go_on)
        self._desks: dict[str, Desk] = {}
        self.comparison: Comparison
        self.lecture: Lecture
        self.stock: Stock
        self._front = page
        self._page = page if page in RUNS else PLAYGROUND
        self._speed: float | None = None
        self._study: tuple[tuple[object, ...], tuple[StepTrace, Target] | None] | None = None

    @property
    def _desk(self) -> Desk:
        return self._desks[self._page]

    @property
    def page(self) -> str:
        """Name of the page in front."""
        return self._front

    @property
    def run_page(self) -> str:
        """Name of the page whose run is in reach: the one in front, or the one before a lab without a run."""
        return self._page

    @property
    def run(self) -> int:
        """Number of the run in reach; a new start has another one."""
        return self._desk.run

    @property
    def experiment(self) -> Experiment:
        """The experiment in reach."""
        return self._desk.experiment

    @property
    def state(self) -> RunState:
        """Where its run is; of compared runs: running as long as one is."""
        return self.comparison.state(self._desk.state) if self._page == COMPARE else self._desk.state

    @property
    def data(self) -> DataSet | None:
        """Its samples; None until they are loaded."""
        return self._desk.data

    @property
    def bounds(self) -> Bounds:
        """What pictures of the plane show, where its data is one."""
        owned = self.stock.shelf.owned(self.experiment.data)
        return owned.bounds if owned and owned.kind == "plane" else USUAL

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
    def shown(self) -> Shown | None:
        """The drawing, sample or point that goes through the network to be looked at."""
        return self._desk.shown

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

    @property
    def timeline(self) -> TimelineFacts:
        """What is kept of its past."""
        return self._desk.timeline

    @property
    def diagnosis(self) -> Diagnosis | None:
        """What its layers do, as long as somebody watches."""
        return self._desk.diagnosis

    @property
    def outcome(self) -> Outcome | None:
        """What it says about every test sample, as long as somebody watches."""
        return self._desk.outcome

    @property
    def landscape(self) -> Landscape | None:
        """The loss around its path, as long as somebody watches; None while it has not moved."""
        return self._desk.landscape

    @property
    def gradient_check(self) -> GradientCheck | None:
        """The numerical check of the gradient, if one was made on these weights."""
        return self._desk.gradient_check

    @property
    def scores(self) -> Scores:
        """Losses and accuracies at the iteration on screen."""
        return scores_at(self.history, self.snapshot.iteration, self._desk.evaluation)

    @property
    def study(self) -> StepTrace | None:
        """The iteration to look into: the animated one, else what would happen to what is shown."""
        if self.passes.step is not None:
            return self.passes.step
        found = self._studied(None)
        return found[0] if found else None

    @property
    def study_sample(self) -> int:
        """Row of `study` whose values are shown."""
        return self.passes.state.sample

    @property
    def accumulators_known(self) -> bool:
        """True where the accumulators of `study` are the optimizer's own; while a large network trains they are not."""
        return self.passes.state.subject == "batch" or accumulators_known(self._desk)

    def _studied(self, chosen: int | None) -> tuple[StepTrace, Target] | None:
        """The what-if iteration of what is shown, made once for each of them."""
        desk = self._desk
        key = (desk.snapshot, desk.shown, desk.prediction, desk.optimizer, desk.experiment, chosen)
        if self._study is None or not all(a is b for a, b in zip(self._study[0], key, strict=True)):
            self._study = (key, study_of(desk, chosen))
        return self._study[1]
