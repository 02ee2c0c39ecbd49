"""TrainingRun: one run where it is trained: its Trainer, its timeline, and the edits made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nnviz.data.dataset import DataSet
from nnviz.engine.experiment import LIVE_FIELDS, Experiment, is_live_change
from nnviz.engine.gradcheck import GradientCheck, check_sampled
from nnviz.engine.landscape import Landscape, Plane, survey
from nnviz.engine.outcome import Outcome, examine
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array, StepRecord, StepTrace
from nnviz.engine.training import Samples, Trainer, TrainerState
from nnviz.models.journal import Change, Journal, as_text, begun, differences, experiments
from nnviz.models.training import Training
from nnviz.session.timeline import Timeline, TimelineFacts

LANDSCAPE_STATES, LANDSCAPE_BYTES = (20, 200), 64 * 2**20
"""Fewest and most states that a path is drawn through, and what they may take in double precision."""
CHECKED_PARAMETERS = 200
CHECKED_SAMPLES = 16
"""The numerical gradient needs two passes for each parameter; so many are enough to find a mistake."""


@dataclass(frozen=True)
class Prepared:
    """Loaded and scaled data, by the fields that decide it and the scaling a model gave (if any)."""

    key: tuple[object, ...]
    given: Scaling | None
    data: DataSet
    scaling: Scaling
    samples: Samples


@dataclass(frozen=True, eq=False)
class OptimizerState:
    """The optimizer at an iteration: its arrays by name, and the updates made."""

    iteration: int
    optimizer: str
    steps: int
    accumulators: dict[str, Array]


@dataclass(frozen=True, eq=False)
class Account:
    """A run as it is: settings, the Trainer's state, its journal."""

    experiment: Experiment
    state: TrainerState
    journal: Journal


class TrainingRun:
    """step() trains; go_to() goes back in time; change() and edit() begin an era of their own."""

    def __init__(
        self,
        experiment: Experiment,
        prepared: Prepared,
        parameters: Array | None,
        budget: int,
        training: Training | None = None,
    ) -> None:
        """Begins with `parameters` or those of the seed, or goes on where `training` stopped."""
        self.prepared = prepared
        self.trainer = Trainer(experiment, prepared.samples, parameters)
        self.journal = training.journal if training else begun(experiment, parameters, prepared.given)
        if training:
            self.trainer.restore(training.state)
            if training.journal.whole:
                self._write_settings(experiments(training.journal)[-1], experiment)
        self.timeline = Timeline(budget)
        self._plane: Plane | None = None
        self._keep()

    def copy(self) -> TrainingRun:
        """Another run that goes on exactly from here."""
        copy = object.__new__(TrainingRun)
        copy.prepared, copy.trainer = self.prepared, deepcopy(self.trainer)
        copy.timeline, copy._plane, copy.journal = self.timeline.copy(), self._plane, self.journal
        return copy

    @property
    def experiment(self) -> Experiment:
        """The experiment as it is now, edits included."""
        return self.trainer.experiment

    def step(self) -> StepRecord:
        """One iteration; its state is kept where one is due."""
        with self._divergence_written():
            record = self.trainer.step()
        if self.timeline.is_due(self.trainer.iteration):
            self._keep()
        return record

    def traced_step(self) -> tuple[StepRecord, StepTrace]:
        """One iteration with everything that happened in it."""
        with self._divergence_written():
            record, trace = self.trainer.traced_step()
        self._keep()
        return record, trace

    def resume(self) -> bool:
        """Training goes on from here. True if it leaves another future behind."""
        left = self.timeline.resume(self.trainer.iteration)
        if left:
            self.journal = self.journal.until(self.trainer.iteration)
        return left

    def go_to(self, iteration: int) -> None:
        """The state at an iteration, exactly: the nearest kept one before, and the steps from there once more."""
        self.timeline.stand_at(self.trainer.iteration)
        kept, end = self.timeline.nearest(min(iteration, self.timeline.newest))
        if kept.experiment.layers != self.experiment.layers:
            self.trainer = Trainer.resume(kept.experiment, self.prepared.samples, kept.state)
        else:
            self.trainer.configure(kept.experiment)
            self.trainer.restore(kept.state)
        while self.trainer.iteration < end:
            self.trainer.step()
        self.timeline.stand_at(self.trainer.iteration)

    def change(self, experiment: Experiment) -> bool:
        """Go on with other live settings. True if that leaves another future behind.

        Where the network was reshaped while they were on their way, it keeps its new shape and its marked units.
        """
        if not is_live_change(self.experiment, experiment):
            settings = {name: getattr(experiment, name) for name in LIVE_FIELDS - {"frozen", "off"}}
            experiment = replace(self.experiment, **settings)
        self._write_settings(self.experiment, experiment)
        self.trainer.configure(experiment)
        return self.begin_era()

    def set_parameter(self, index: int, value: float) -> None:
        """One entry of the flat vector by hand."""
        self.trainer.set_parameter(index, value)
        self._write("entry", index=int(index), value=float(value))

    def set_parameters(self, parameters: Array) -> None:
        """The whole flat vector by hand."""
        self.trainer.set_parameters(parameters)
        self._write("weights", parameters=as_text(parameters))

    def reshape(self, experiment: Experiment, state: TrainerState) -> None:
        """Go on as a network of another shape."""
        self.trainer = Trainer.resume(experiment, self.prepared.samples, state)
        accumulators = {name: as_text(array) for name, array in state.accumulators.items()}
        self._write(
            "network", experiment=experiment.to_dict(), parameters=as_text(state.parameters), accumulators=accumulators
        )

    def begin_era(self) -> bool:
        """Something was changed by hand (or by a divergence). True if that leaves another future behind."""
        left = self.timeline.begin_era(self.trainer.iteration)
        self._keep()
        return left

    def optimizer_state(self) -> OptimizerState:
        """The optimizer now."""
        state = self.trainer.state()
        return OptimizerState(state.iteration, state.optimizer, state.optimizer_steps, state.accumulators)

    def account(self) -> Account:
        """All that is needed to save it, or to write it down so that it can be made again."""
        journal = self.journal.until(self.trainer.iteration)
        return Account(self.experiment, self.trainer.state(), journal)

    def facts(self) -> TimelineFacts:
        """Its timeline."""
        return self.timeline.facts(self.trainer.iteration)

    def outcome(self) -> Outcome | None:
        """What it says about every test sample; None for regression."""
        samples = self.prepared.samples
        return examine(self.trainer.network, samples.test_x, samples.test_t, self.trainer.iteration)

    def landscape(self) -> Landscape | None:
        """The loss around its path; None while it has not moved. The plane is kept, for `weights_at`."""
        parameters = self.trainer.network.parameters
        most = int(np.clip(LANDSCAPE_BYTES // (8 * parameters.size), *LANDSCAPE_STATES))
        iterations, states = self.timeline.path(most, parameters)
        samples = self.prepared.samples
        found = survey(
            self.trainer.network, states, iterations, samples.train_x, samples.train_t, self.trainer.iteration
        )
        self._plane = found.plane if found else None
        return found

    def weights_at(self, x: float, y: float) -> Array:
        """(parameters,) of a point of the plane of the last landscape. Refusal no_landscape."""
        if self._plane is None or self._plane.origin.shape != self.trainer.network.parameters.shape:
            raise Refusal("no_landscape")
        return self._plane.at(x, y)

    def check_gradient(self) -> GradientCheck:
        """Back-propagation against central differences, on a few training samples."""
        samples, rng = self.prepared.samples, np.random.default_rng(self.trainer.iteration)
        x, t = samples.train_x[:CHECKED_SAMPLES], samples.train_t[:CHECKED_SAMPLES]
        return check_sampled(self.trainer.network, x, t, CHECKED_PARAMETERS, rng)

    def _write_settings(self, old: Experiment, new: Experiment) -> None:
        if old != new:
            self._write("settings", **differences(old, new))

    def _write(self, kind: str, **values: Any) -> None:
        """Into the journal; what was written of a future that is left is gone."""
        at = self.trainer.iteration
        self.journal = self.journal.until(at).with_change(Change(at, kind, values))

    @contextmanager
    def _divergence_written(self) -> Iterator[None]:
        try:
            yield
        except DivergedError:
            self._write("diverged")
            self._write("weights", parameters=as_text(self.trainer.network.parameters))
            raise

    def _keep(self) -> None:
        self.timeline.keep(self.trainer.state(), self.experiment)
