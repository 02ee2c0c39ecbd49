"""Model: a trained network with everything needed to use it elsewhere: settings, parameters, scaling, class names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.own import OwnData
from nnviz.engine.experiment import Experiment
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling, check_width
from nnviz.engine.trace import Array, ForwardTrace
from nnviz.models.training import Training

IMAGES: dict[int, tuple[int, int]] = {784: (28, 28), 64: (8, 8)}
"""Numbers of inputs that mean a drawing, and its (height, width)."""


@dataclass(frozen=True)
class Model:
    """A network that can be used as it is.

    parameters  (n,) laid out as in `engine.layout`, in the experiment's precision
    scaling     raw input → network input, as fitted to the training data
    classes     names of the classes; two for a single sigmoid output, empty for a regression
    notes       where it comes from: command, seed, hash of the data, accuracy, versions …
    training    what a run needs to go on exactly from here; None for weights alone
    points      the painted points it is trained on, which are in no other file; None for any other data

    Refusal wrong_parameter_count, model_precision, model_not_finite, model_scaling, model_classes or own_data_damaged
    where the parts do not belong together.
    """

    experiment: Experiment
    parameters: Array
    scaling: Scaling
    classes: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
    training: Training | None = None
    points: OwnData | None = None

    def __post_init__(self) -> None:
        _check_parameters(self.network, self.experiment.precision)
        _check_scaling(self.scaling, self.experiment)
        expected = _class_counts(self.experiment)
        if len(self.classes) not in expected:
            raise Refusal("model_classes", found=len(self.classes), outputs=self.experiment.outputs)
        if self.points and not (self.points.is_painted and self.points.key == self.experiment.data):
            raise Refusal("own_data_damaged")

    @cached_property
    def network(self) -> Network:
        """The network over these parameters (views, no copy)."""
        return Network(self.experiment, self.parameters)

    @property
    def image(self) -> tuple[int, int] | None:
        """(height, width) of the drawings it can read, None for a network of other inputs."""
        return IMAGES.get(self.experiment.inputs)

    def forward(self, raw: NDArray[Any]) -> ForwardTrace:
        """One pass of raw inputs (m, inputs). Refusal wrong_width."""
        check_width(raw, self.experiment.inputs)
        with np.errstate(over="ignore", invalid="ignore"):
            trace = self.network.forward(self.scaling.apply(raw, self.experiment.precision))
        if not np.isfinite(trace.output).all():
            raise Refusal("model_overflows")
        return trace

    def in_precision(self, precision: str) -> Model:
        """The same network computed in "float32" or "float64"."""
        experiment = replace(self.experiment, precision=precision)
        return replace(self, experiment=experiment, parameters=self.parameters.astype(precision), training=None)


def _check_parameters(network: Network, precision: str) -> None:
    found = network.parameters.dtype
    if found != np.dtype(precision):
        raise Refusal("model_precision", found=found, expected=precision)
    if not np.isfinite(network.parameters).all():
        raise Refusal("model_not_finite", what="parameters")


def _check_scaling(scaling: Scaling, experiment: Experiment) -> None:
    inputs = experiment.inputs
    vectors = all(array.shape in ((1,), (inputs,)) for array in (scaling.offset, scaling.factor))
    whitened = scaling.matrix is not None
    square = scaling.matrix is None or scaling.matrix.shape == (inputs, inputs)
    named = scaling.method == experiment.scaling and whitened == (scaling.method == "whiten")
    if not (vectors and square and named):
        raise Refusal("model_scaling", method=experiment.scaling, inputs=inputs)
    arrays = (scaling.offset, scaling.factor, *([] if scaling.matrix is None else [scaling.matrix]))
    if not all(np.isfinite(array).all() for array in arrays):
        raise Refusal("model_not_finite", what="input scaling")


def _class_counts(experiment: Experiment) -> tuple[int, ...]:
    """How many classes the outputs can stand for; 0 is a regression."""
    return (0, 2) if experiment.outputs == 1 else (0, experiment.outputs)
