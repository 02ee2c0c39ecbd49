"""SessionBegins: how runs begin; and the whole session from a beginning that can be written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from nnviz.data.mnist import mnist_is_here
from nnviz.data.own import OwnData
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.models.model import Model
from nnviz.session import commands
from nnviz.session.comparison import SETTINGS, ComparisonMemento, Value
from nnviz.session.desk import Desk, beginning, fresh_desk
from nnviz.session.memento import Memento, SessionKeeps
from nnviz.session.pages import COMPARE
from nnviz.session.passes import PassesMemento, PassesState
from nnviz.session.states import RunState


@dataclass(frozen=True, eq=False)
class Network:
    """What a page's run begins with; without a model the seed draws its weights."""

    experiment: Experiment
    model: Model | None = None


@dataclass(frozen=True, eq=False)
class Beginning:
    """A session before anything was done: every network at its start, every lab as it is opened for the first time.

    front, page      page in front, and the one whose run is in reach
    speed, budget    iterations a second (None: as fast as possible), bytes for kept states
    networks         by page
    setting, values, origin   what is compared, and the experiment it was chosen for
    own              the user's data that the networks are trained on, and what else will be needed
    """

    front: str
    page: str
    speed: float | None
    budget: int
    networks: Mapping[str, Network]
    setting: str
    values: tuple[Value, ...]
    origin: Experiment | None
    own: tuple[OwnData, ...] = ()


class SessionBegins(SessionKeeps):
    """The part of a Session that begins runs."""

    def beginning(self) -> Beginning:
        """What this session would begin with: its settings as they are now."""
        compared = self.comparison.memento()
        networks = {page: _network(desk) for page, desk in self._desks.items()}
        return Beginning(
            self._front, self._page, self._speed, self.timeline.budget, networks, compared.setting.name,
            compared.values, compared.origin, self._own(compared.origin),
        )  # fmt: skip

    def begin_anew(self, beginning: Beginning) -> None:
        """Everything from a beginning: the same session, whatever was done before."""
        self.lecture.close()
        self._end_runs()
        self.stock.begin(beginning.own)
        self._runner.send(commands.Pace(beginning.speed))
        self._runner.send(commands.Budget(beginning.budget))
        compared = ComparisonMemento(
            SETTINGS[beginning.setting], beginning.values, beginning.origin, desks=(), begun=False
        )
        self._desks = {name: self._new_desk(one.experiment, one.model) for name, one in beginning.networks.items()}
        self._speed, self._chosen, self._unseen = beginning.speed, None, False
        self.comparison.recall(compared, self._desks[COMPARE], {})
        self.labs.recall({})
        passes = PassesMemento(PassesState(), None, (), 0.0)
        self._bring(Memento(
            -1, beginning.front, beginning.page, beginning.speed, None, self._desks, compared, {}, passes
        ))  # fmt: skip
        self.edits_gone.emit(None)
        self._begin_where_ready()

    def _own(self, origin: Experiment | None) -> tuple[OwnData, ...]:
        experiments = [desk.experiment for desk in self._desks.values()]
        names = {experiment.data for experiment in (*experiments, *filter(None, [origin]))}
        return tuple(data for data in self.stock.shelf.own if data.key in names)

    def _end_runs(self) -> None:
        self._runner.send(commands.Stop())
        for run in (*(desk.run for desk in self._desks.values()), *self.comparison.runs):
            self._runner.send(commands.Forget(run))

    def _new_desk(self, experiment: Experiment, model: Model | None = None) -> Desk:
        return fresh_desk(next(self._numbers), experiment, model)

    def _begin_where_ready(self) -> None:
        """Load at once what is on this machine; a download waits until somebody trains."""
        if self._is_ready():
            self._begin()

    def _is_ready(self) -> bool:
        name = self.experiment.data
        return self.stock.is_ready(name) and (self.stock.shelf.source(name).built_in or mnist_is_here())

    def _begin(self) -> None:
        """Refusal not_while_held: a download takes longer than anything may be held up; own_data_gone."""
        if self._holds and not self._is_ready():
            raise Refusal("not_while_held")
        desk, shelf = self._desk, self.stock.shelf
        self.stock.require(desk.experiment.data)
        desk.begun, desk.state = True, RunState.LOADING
        together = self.comparison.begin(desk, shelf) if self._page == COMPARE else ()
        self._runner.send(beginning(desk, together, shelf))


def fitting(model: Model | None, experiment: Experiment) -> Model | None:
    """A model for what an experiment has become; None where units or layers were added or taken out by hand: the file's
    weights no longer fit."""
    if model is None or model.experiment.sizes != experiment.sizes:
        return None
    return replace(model, experiment=experiment)


def _network(desk: Desk) -> Network:
    return Network(desk.experiment, fitting(desk.model, desk.experiment))
