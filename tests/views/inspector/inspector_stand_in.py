"""A session that has only what the inspector reads: one iteration of a network of one's choice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.engine.account import flat_index
from nnviz.engine.experiment import Experiment
from nnviz.engine.network import Network, parameter_count
from nnviz.engine.optimizers import OPTIMIZERS
from nnviz.engine.recording import Passes as Passing
from nnviz.engine.recording import traced
from nnviz.engine.study import study
from nnviz.session.clock import FrameClock
from nnviz.session.intents import Freeze, SetBias, SetWeight, SwitchOff
from nnviz.session.passes import Passes
from nnviz.session.showing import Shown
from nnviz.session.states import RunState


class InspectorStandIn(QObject):
    """Studies `samples` random samples of a random network; edits take effect at once."""

    snapshot_changed = Signal(object)
    prediction_changed = Signal(object)
    experiment_changed = Signal(object)
    data_changed = Signal(object)
    page_changed = Signal(object)
    state_changed = Signal(object)

    def __init__(self, experiment: Experiment, samples: int = 1, seed: int = 0, data=None) -> None:
        super().__init__()
        rng = np.random.default_rng(seed)
        self.experiment = experiment
        self.parameters = rng.normal(0, 0.7, parameter_count(experiment))
        self.x = rng.normal(0, 1, (samples, experiment.inputs))
        self.t = np.eye(max(2, experiment.outputs))[rng.integers(0, max(2, experiment.outputs), samples)]
        self.t = self.t[:, : experiment.outputs]
        names = OPTIMIZERS[experiment.optimizer].accumulators
        self.accumulators = {name: rng.uniform(0.001, 0.1, self.parameters.size) for name in names}
        self.batch = False
        for layer in Network(experiment, self.parameters).layers:
            layer.variance[:] = rng.uniform(0.3, 2, layer.variance.size)
        self.accumulators_known, self.study_sample = True, samples - 1
        self.data, self.state = data, RunState.PAUSED
        self.clock = FrameClock(self)
        self.passes = Passes(self.clock)
        self.done: list[object] = []
        self.nothing = False
        self.shown = Shown(self.x[-1]) if samples == 1 else None

    @property
    def study(self):
        if self.nothing:
            return None
        if self.batch:
            return self._by_batch_statistics()
        return study(
            self.experiment, self.parameters, self.x, self.t,
            learning_rate=0.05, iteration=120, accumulators=self.accumulators, steps=7,
        )  # fmt: skip

    def _by_batch_statistics(self):
        """The iteration of a mini-batch, as the trainer makes it."""
        e = replace(self.experiment, precision="float64")
        network = Network(e, self.parameters.copy())
        optimizer = OPTIMIZERS[e.optimizer](self.parameters.size, "float64")
        optimizer.restore(self.accumulators, 7)
        forward = network.forward(self.x, batch_statistics=True)
        backward = network.backward(forward, self.t)

        def update():
            network.penalise(network.split(backward.flat))
            optimizer.update(network.parameters, backward.flat, e, 0.05)
            network.advance_statistics(forward, None)

        passes = Passing(forward, backward, self.t, network.loss_value(forward, self.t), 0.05)
        return traced(network, optimizer, passes, 120, update)

    def do(self, intent) -> None:
        self.done.append(intent)
        if isinstance(intent, SetWeight | SetBias):
            i = intent.i if isinstance(intent, SetWeight) else None
            self.parameters[flat_index(self.experiment, intent.layer, i, intent.unit, intent.piece)] = intent.value
        elif isinstance(intent, Freeze | SwitchOff):
            field = "frozen" if isinstance(intent, Freeze) else "off"
            pairs = set(getattr(self.experiment, field)) ^ {(intent.layer, intent.unit)}
            self.become(replace(self.experiment, **{field: tuple(sorted(pairs))}))
        self.snapshot_changed.emit(None)

    def become(self, experiment: Experiment) -> None:
        self.experiment = experiment
        if self.parameters.size != parameter_count(experiment):
            self.parameters = np.random.default_rng(1).normal(0, 0.5, parameter_count(experiment))
            self.x = np.random.default_rng(2).normal(0, 1, (len(self.x), experiment.inputs))
            self.accumulators = {}
        self.experiment_changed.emit(experiment)
