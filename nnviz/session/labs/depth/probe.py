"""The samples that a run's layers are looked at with: those of the engine's diagnosis."""

from __future__ import annotations

from nnviz.data.dataset import DataSet, encode_targets
from nnviz.engine.experiment import Experiment
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.engine.training import PROBE


def probe(experiment: Experiment, data: DataSet, scaling: Scaling) -> tuple[Array, Array]:
    """Inputs (m, inputs) and targets (m, outputs) of the first PROBE training samples, as the network gets them."""
    x = scaling.apply(data.train_x[:PROBE], experiment.precision)
    return x, encode_targets(data.train_y[:PROBE], experiment.outputs, experiment.precision)
