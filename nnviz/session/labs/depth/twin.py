"""TwinPart: the lab's run beside a network that differs from it in the activation only, and is trained just as long."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from nnviz.data.dataset import DataSet
from nnviz.engine.depth import Chain, chain
from nnviz.engine.experiment import Experiment, is_live_change
from nnviz.engine.refusal import DivergedError
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array, Snapshot
from nnviz.engine.training import Samples, Trainer
from nnviz.session.labs.checks import check_choice
from nnviz.session.labs.depth.intents import SetTwin
from nnviz.session.labs.depth.probe import probe
from nnviz.session.labs.depth.same import same
from nnviz.session.labs.depth.shape import ACTIVATIONS
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part

SHARE = 0.3
"""Of the time that passes, so much may be used on an ordinary machine to catch up with the run."""
STEP_SECONDS, TERM_SECONDS = 0.0002, 2e-10
"""What an iteration takes there: of any network, and for each parameter and sample of a mini-batch."""
LOOK_PAUSE = 0.1
"""Seconds between two looks at the twin while it is catching up."""
NEVER = 1_000_000


class TwinPart(Part):
    """run, twin   how the gradient comes back through both, None until the data is there
    activation     of the twin;  iteration: how far it has got;  target: how far the run has
    diverged       the twin's numbers are no longer finite; it stays at the last finite state
    """

    def __init__(self) -> None:
        self.activation = "relu"
        self.run: Chain | None = None
        self.twin: Chain | None = None
        self.target = 0
        self.diverged = False
        self._seen: tuple[object, ...] = ()
        self._samples: tuple[tuple[object, ...], Samples] | None = None
        self._trainer: Trainer | None = None
        self._probe: tuple[Array, Array] | None = None
        self._since = self._credit = 0.0

    @property
    def iteration(self) -> int:
        """Iterations of the twin."""
        return self._trainer.iteration if self._trainer else 0

    @property
    def moving(self) -> bool:
        return self._trainer is not None and not self.diverged and self._trainer.iteration < self.target

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {SetTwin: self._choose}

    def follow(self, snapshot: Snapshot, experiment: Experiment, data: DataSet | None, scaling: Scaling) -> None:
        """What the run has come to. A twin of another run, or of an earlier iteration, begins anew."""
        seen = (snapshot, experiment, data, scaling, self.activation)
        if same(seen, self._seen):
            return
        self._seen = seen
        if data is None or snapshot.experiment.sizes != experiment.sizes or data.inputs != experiment.inputs:
            self.run = self.twin = self._trainer = None
            return
        self._probe = probe(experiment, data, scaling)
        self.run = chain(snapshot.network, *self._probe)
        self.target = snapshot.iteration
        self._prepare(twin_of(experiment, self.activation), data, scaling)

    def advance(self, seconds: float) -> None:
        self._since += seconds
        self._credit = min(self._credit, 0.0) + SHARE * seconds
        while self.moving and self._credit > 0:
            self._step()
        if self._since >= LOOK_PAUSE or not self.moving:
            self._look()

    def _choose(self, intent: SetTwin) -> None:
        self.activation = check_choice("activation", intent.activation, ACTIVATIONS)

    def _prepare(self, experiment: Experiment, data: DataSet, scaling: Scaling) -> None:
        """The trainer of the twin: the one there is, with other live settings, or a new one."""
        trainer, samples = self._trainer, self._samples_of(experiment, data, scaling)
        fits = trainer is not None and trainer.samples is samples and is_live_change(trainer.experiment, experiment)
        if trainer is not None and fits and trainer.iteration <= self.target:
            trainer.configure(experiment)
            return
        self._trainer, self.diverged = Trainer(experiment, samples), False
        self._look()

    def _samples_of(self, experiment: Experiment, data: DataSet, scaling: Scaling) -> Samples:
        key = (data, scaling, experiment.precision)
        if self._samples is None or not same(self._samples[0], key):
            self._samples = key, data.samples(experiment, scaling)
        return self._samples[1]

    def _step(self) -> None:
        if self._trainer is None:
            return
        terms = self._trainer.network.parameters.size * self._trainer.experiment.batch_size
        self._credit -= STEP_SECONDS + TERM_SECONDS * terms
        try:
            self._trainer.step()
        except DivergedError:
            self.diverged = True

    def _look(self) -> None:
        self._since = 0.0
        if self._trainer and self._probe:
            self.twin = chain(self._trainer.network, *self._probe)


def twin_of(experiment: Experiment, activation: str) -> Experiment:
    """The same network and training with another activation, which nobody evaluates and which never ends."""
    layers = tuple(replace(layer, activation=activation) for layer in experiment.layers)
    return replace(experiment, layers=layers, evaluate_every=NEVER, patience=0, epochs=0)
