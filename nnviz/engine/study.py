"""A what-if iteration: what one step of training would do with samples of one's own choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import frozen_indices
from nnviz.engine.network import Network, Workspace, parameter_count
from nnviz.engine.optimizers import OPTIMIZERS, SGD
from nnviz.engine.recording import Passes, traced
from nnviz.engine.trace import Array, StepTrace


def study(
    experiment: Experiment,
    parameters: Array,
    x: Array,
    t: Array,
    *,
    learning_rate: float,
    iteration: int = 0,
    accumulators: Mapping[str, Array] | None = None,
    steps: int = 0,
) -> StepTrace:
    """Forward, backward and update on scaled inputs x (m, inputs) and targets t (m, outputs); nothing given is changed.

    Everything is computed in float64, whatever the experiment's precision, so that sums can be followed to the last
    digit; the trace's experiment says so. Nothing is dropped (inference), and batch normalisation takes its running
    averages, which stay as they are; units that are off stay off, and frozen parameters stay. `accumulators` are the
    optimizer's arrays after `steps` updates, zeros where there are none.
    Values may be infinite or undefined where the network overflows.
    """
    exact = replace(experiment, precision="float64")
    network = Network(exact, np.array(parameters, np.float64))
    optimizer = _optimizer(exact, accumulators or {}, steps)
    with np.errstate(all="ignore"):
        passes, space = _passes(network, np.asarray(x, np.float64), np.asarray(t, np.float64), learning_rate)

        def update() -> None:
            network.penalise(space.parts)
            optimizer.update(network.parameters, space.gradient, exact, learning_rate, frozen_indices(exact))

        return traced(network, optimizer, passes, iteration, update)


def _passes(network: Network, x: Array, t: Array, rate: float) -> tuple[Passes, Workspace]:
    space = Workspace(network, len(x))
    forward = network.forward(x, space)
    backward = network.backward(forward, t, space)
    return Passes(forward, backward, t, network.loss_value(forward, t), rate), space


def _optimizer(experiment: Experiment, accumulators: Mapping[str, Array], steps: int) -> SGD:
    kind = OPTIMIZERS[experiment.optimizer]
    optimizer = kind(parameter_count(experiment), experiment.precision)
    known = {name: accumulators[name] for name in kind.accumulators if name in accumulators}
    optimizer.restore(optimizer.state() | known, steps)
    return optimizer
