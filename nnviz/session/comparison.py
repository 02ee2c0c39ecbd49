"""Comparison: two to four runs from the same start and in the same order of batches that differ in one setting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from nnviz.data.shelf import Shelf
from nnviz.engine.experiment import ACTIVATION_NAMES, CHOICES, LOSSES_OF_OUTPUT, OPTIMIZER_NAMES, Experiment
from nnviz.engine.optimizers import PAPER_DEFAULTS
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Snapshot
from nnviz.models.model import Model
from nnviz.session.commands import Command, Forget
from nnviz.session.desk import Desk, beginning, fresh_desk
from nnviz.session.history import History
from nnviz.session.mailbox import Mail
from nnviz.session.states import RunState

FEWEST, MOST = 2, 4
SIMPLE_ACTIVATIONS = tuple(name for name in ACTIVATION_NAMES if name != "maxout")
"""Maxout has several weights on each edge: such a network could not start from the same weights."""
Value = str | float | int


@dataclass(frozen=True)
class Setting:
    """A setting that may differ.

    first     values to begin with;  more: what a number may be proposed as when one more is wanted
    choices   where it is one of several words; else it is a number
    """

    name: str
    first: tuple[Value, ...]
    more: tuple[Value, ...] = ()
    choices: tuple[str, ...] = ()

    def next(self, values: tuple[Value, ...]) -> Value | None:
        """Another value to compare besides these; None where there is none or no room for one."""
        proposed = (*self.first, *(self.choices or self.more))
        return next((value for value in proposed if value not in values), None) if len(values) < MOST else None


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("optimizer", ("sgd", "momentum", "adam"), choices=OPTIMIZER_NAMES),
        Setting("learning_rate", (0.001, 0.01, 0.1), (1.0, 1e-4)),
        Setting("activation", ("sigmoid", "relu"), choices=SIMPLE_ACTIVATIONS),
        Setting("initializer", ("glorot", "normal_1"), choices=CHOICES["initializer"]),
        Setting("loss", ("binary_cross_entropy", "mse"), choices=CHOICES["loss"]),
        Setting("momentum", (0.0, 0.9), (0.5, 0.99)),
        Setting("batch_size", (1, 32), (8, 128)),
        Setting("l2", (0.0, 0.01), (0.001, 0.1)),
        Setting("l1", (0.0, 0.01), (0.001, 0.1)),
        Setting("dropout", (0.0, 0.3), (0.1, 0.5)),
        Setting("seed", (0, 1, 2, 3)),
    )
}
"""Of seed and initializer the start differs by their very meaning; of batch_size where the batches end. Everything else
starts from the same weights and sees the same samples in the same order."""
OF_LAYERS = frozenset({"activation", "dropout"})
"""Settings of every hidden layer."""


@dataclass(frozen=True)
class Lane:
    """One of the runs as it stands."""

    value: Value
    experiment: Experiment
    snapshot: Snapshot
    history: History
    state: RunState


@dataclass(frozen=True, eq=False)
class ComparisonMemento:
    """The comparison as it was. begun: its runs are there."""

    setting: Setting
    values: tuple[Value, ...]
    origin: Experiment | None
    desks: tuple[Desk, ...]
    begun: bool


class Comparison(QObject):
    """The runs beside the one of the page in front, which is the first lane.

    Signals: changed(Comparison) after another setting or other values; moved(Comparison) after iterations.
    """

    changed = Signal(object)
    moved = Signal(object)

    def __init__(self, send: Callable[[Command], None], numbers: Iterator[int], parent: QObject) -> None:
        super().__init__(parent)
        self._send, self._numbers = send, numbers
        self.setting = SETTINGS["optimizer"]
        self.values: tuple[Value, ...] = self.setting.first
        self._origin: Experiment | None = None
        self._desks: tuple[Desk, ...] = ()
        self._first: Desk | None = None
        self._resumed: tuple[Model, ...] = ()

    @property
    def origin(self) -> Experiment | None:
        """The experiment with the compared setting as it was before; None where nothing was compared yet."""
        return self._origin

    @property
    def desks(self) -> tuple[Desk, ...]:
        """Those of the runs beside the first."""
        return self._desks

    @property
    def runs(self) -> tuple[int, ...]:
        """Numbers of the runs that train together with the first."""
        return tuple(desk.run for desk in self._desks)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """All runs, the first one first; none until they have begun."""
        desks = (self._first, *self._desks) if self._first else ()
        pairs = zip(self.values, desks, strict=False)
        return tuple(Lane(value, d.experiment, d.snapshot, d.history, d.state) for value, d in pairs if d)

    def offers(self, experiment: Experiment) -> dict[str, Setting]:
        """The settings that can make a difference beside the rest of an experiment, with what is possible there."""
        usual = self._without(experiment)
        settings = (_fitted(setting, usual) for setting in SETTINGS.values())
        return {setting.name: setting for setting in settings if setting}

    def choose(self, name: str, values: tuple[Value, ...], experiment: Experiment) -> Experiment:
        """Compare these values of a setting; the experiment of the first lane. Refusal where one is not possible.

        A setting that is no longer compared is again what it was before.
        """
        if name not in SETTINGS:
            raise Refusal("unknown_choice", field="setting", value=name, choices=", ".join(SETTINGS))
        if not FEWEST <= len(values) <= MOST or len(set(values)) < len(values):
            raise Refusal("bad_lanes", fewest=FEWEST, most=MOST)
        other = self._origin is None or name != self.setting.name
        usual = self._without(experiment) if other else experiment
        first, *_ = [varied(usual, name, value) for value in values]
        self.setting, self.values = SETTINGS[name], values
        # The runs of before are not those of these values, and others have not begun yet.
        self._first = None
        self._origin = usual if other else self._origin
        return first

    def first_of(self, experiment: Experiment) -> Experiment:
        """An experiment as first lane: another value of the compared setting becomes its own, in place of the old one.
        The values start anew where they no longer suit the experiment."""
        own = self._value_in(experiment)
        others = tuple(value for value in self.values[1:] if value != own)
        values = (own, *(others or self.values[:1])) if own is not None else self.values
        try:
            return self.choose(self.setting.name, values, experiment)
        except Refusal:
            return self.choose("learning_rate", SETTINGS["learning_rate"].first, experiment)

    def resume(
        self, name: str, values: tuple[Value, ...], origin: Experiment | None, models: tuple[Model, ...]
    ) -> None:
        """Compare what was compared before; a run that begins with the first model goes on beside those with the
        others. Refusal where they are no lanes."""
        if name not in SETTINGS or not FEWEST <= len(values) == len(models) <= MOST:
            raise Refusal("bad_lanes", fewest=FEWEST, most=MOST)
        lanes = [varied(models[0].experiment, name, value) for value in values]
        if lanes != [model.experiment for model in models]:
            raise Refusal("bad_lanes", fewest=FEWEST, most=MOST)
        self.setting, self.values, self._origin, self._first = SETTINGS[name], values, origin, None
        self._resumed = models

    def begin(self, first: Desk, shelf: Shelf) -> tuple[int, ...]:
        """Begin the other lanes beside the run of a desk, on data of a shelf; their numbers."""
        for run in self.runs:
            self._send(Forget(run))
        others = [varied(first.experiment, self.setting.name, value) for value in self.values[1:]]
        self._first = first
        models = self._beside(first)
        self._desks = tuple(
            fresh_desk(next(self._numbers), experiment, model) for experiment, model in zip(others, models, strict=True)
        )
        for desk in self._desks:
            self._send(beginning(desk, (), shelf))
        self.changed.emit(self)
        return self.runs

    def _beside(self, first: Desk) -> tuple[Model | None, ...]:
        """The models of the other lanes, where the first one's is that of runs that were resumed."""
        count, model = len(self.values) - 1, first.model
        known = model is not None and self._resumed and model.parameters is self._resumed[0].parameters
        return self._resumed[1:] if known and len(self._resumed) == count + 1 else (None,) * count

    def memento(self) -> ComparisonMemento:
        """As it is now."""
        desks = tuple(desk.copy(desk.run) for desk in self._desks)
        return ComparisonMemento(self.setting, self.values, self._origin, desks, self._first is not None)

    def recall(self, memento: ComparisonMemento, first: Desk, numbers: Mapping[int, int]) -> None:
        """As it was, beside the run of a desk; the other runs have new numbers."""
        self.setting, self.values, self._origin = memento.setting, memento.values, memento.origin
        self._desks = tuple(desk.copy(numbers[desk.run]) for desk in memento.desks)
        self._first = first if memento.begun else None
        self.changed.emit(self)

    def receive(self, mail: Mail) -> bool:
        """Take mail of one of the other lanes over; False where it is none of theirs."""
        desk = next((desk for desk in self._desks if desk.run == mail.run), None)
        if desk is None:
            return False
        desk.receive(mail)
        self.moved.emit(self)
        return True

    def state(self, first: RunState) -> RunState:
        """Where the whole comparison is: running as long as one lane is."""
        running = any(desk.state.is_running for desk in self._desks)
        return RunState.RUNNING if running else first

    def _value_in(self, experiment: Experiment) -> Value | None:
        """What an experiment says of the compared setting; None where its layers differ in it or nothing has begun."""
        if self._origin is None:
            return None
        owners: tuple[Any, ...] = experiment.layers if self.setting.name in OF_LAYERS else (experiment,)
        found: set[Value] = {getattr(owner, self.setting.name) for owner in owners}
        return found.pop() if len(found) == 1 else None

    def _without(self, experiment: Experiment) -> Experiment:
        """The experiment with the compared setting as it was before, where that still suits the rest."""
        name, origin = self.setting.name, self._origin
        with suppress(Refusal):
            if origin is None or (name in OF_LAYERS and not origin.layers):
                return experiment
            if name not in OF_LAYERS:
                return replace(experiment, **{name: getattr(origin, name)})
            usual: list[Any] = [getattr(layer, name) for layer in origin.layers]
            usual += usual[-1:] * (len(experiment.layers) - len(usual))
            layers = zip(experiment.layers, usual, strict=False)
            return replace(experiment, layers=tuple(replace(layer, **{name: value}) for layer, value in layers))
        return experiment


def _fitted(setting: Setting, experiment: Experiment) -> Setting | None:
    """A setting with the choices that an experiment leaves; None where it makes no difference."""
    if setting.name in OF_LAYERS and not experiment.layers:
        return None
    if setting.name == "momentum" and "momentum" not in PAPER_DEFAULTS[experiment.optimizer]:
        return None
    if setting.name == "loss":
        losses = LOSSES_OF_OUTPUT[experiment.output]
        return replace(setting, first=losses, choices=losses) if len(losses) >= FEWEST else None
    return setting


def varied(experiment: Experiment, name: str, value: Value) -> Experiment:
    """The experiment with another value of one setting, and nothing else changed. Refusal where it is not possible."""
    changed: dict[str, Any] = {name: value}
    if name in OF_LAYERS:
        return replace(experiment, layers=tuple(replace(layer, **changed) for layer in experiment.layers))
    return replace(experiment, **changed)
