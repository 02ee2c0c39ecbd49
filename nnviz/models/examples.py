"""Examples: small networks whose numbers lectures compute by hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnviz.data import catalogue
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.models.model import Model

FORWARD_PASS_INPUT = (1.0, 0.5)
"""The input whose forward pass through `forward_pass` is computed step by step: y = (0.31682708, 0.69627909)."""

FORWARD_PASS_TARGET = (0.0, 1.0)
"""What its outputs should be, where a target is needed."""


def forward_pass() -> Model:
    """2-3-2-2, sigmoid in the hidden layers and identity at the output, with round weights, in float64."""
    parameters = (
        [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], [0.1, 0.2, 0.3],
        [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], [0.1, 0.2],
        [[0.1, 0.3], [0.2, 0.4]], [0.1, 0.2],
    )  # fmt: skip
    flat = np.concatenate([np.ravel(array) for array in parameters])
    experiment = Experiment(
        **{**catalogue.defaults("moons"), "outputs": 2, "output": "identity", "loss": "mse"},
        layers=(LayerSpec(3, "sigmoid"), LayerSpec(2, "sigmoid")),
        optimizer="sgd",
        learning_rate=0.1,
        precision="float64",
    )
    return Model(experiment, flat, Scaling("none", np.zeros(1), np.ones(1)), ("0", "1"))


EXAMPLES: dict[str, Callable[[], Model]] = {"forward_pass": forward_pass}


def open_example(name: str) -> Model:
    """The example called `name`. Refusal unknown_choice."""
    if name not in EXAMPLES:
        raise Refusal("unknown_choice", field="example", value=name, choices=", ".join(EXAMPLES))
    return EXAMPLES[name]()
