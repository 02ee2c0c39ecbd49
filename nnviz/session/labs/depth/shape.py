"""Deep networks whose hidden layers are all alike: how one is read from an experiment, and how it is changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nnviz.engine.experiment import Experiment, LayerSpec, adapted, without_misfits

DEPTHS = (1, 20)
"""Fewest and most hidden layers."""
WIDTHS = (10, 300)
"""Fewest and most units of a hidden layer."""
ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky_relu", "softplus", "swish", "identity")
"""What the hidden layers of the lab's run can have."""


def hidden(experiment: Experiment) -> LayerSpec:
    """The layer that stands for all hidden layers: the last one, which has a residual connection if any has."""
    return experiment.layers[-1] if experiment.layers else LayerSpec()


def deep(experiment: Experiment, depth: int = 0, **fields: Any) -> Experiment:
    """The experiment with `depth` hidden layers (0: as many as before), all with these fields of LayerSpec. Residual
    connections are left out where the layer before has another size, as the inputs have."""
    layers = (replace(hidden(experiment), **fields),) * (depth or max(len(experiment.layers), 1))
    bare = replace(experiment, frozen=(), off=())
    return adapted(bare, layers=without_misfits(layers, experiment.inputs))
