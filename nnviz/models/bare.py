"""Bare weights: networks from files that hold numbers only. What such a file does not say has to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.engine.experiment import ACTIVATION_NAMES, LOSSES_OF_OUTPUT, Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.models.model import Model

PIECEWISE = "maxout"
"""An activation of several sums a unit, which no such file can be meant for."""
TRAINED = "prelu"
"""The activation with trained slopes: that of layers whose slopes are in the file, and of no others."""
DATA_OF_INPUTS = {2: "moons", 64: "handwriting", 784: "mnist"}
HIGHEST = {64: 16.0, 784: 255.0}
"""Raw values of an image are 0 … this."""
MNIST_MEAN, MNIST_DEVIATION = 0.1307, 0.3081
"""Of all training pixels on 0 … 1, as tutorials standardise them."""
ALPHAS = {"leaky_relu": 0.01, "elu": 1.0}
"""α where nobody says another, as in PyTorch's modules of these names."""


@dataclass(frozen=True)
class Unsaid:
    """What the user tells about such a file; None: the usual.

    activation  of the hidden layers: one name for all, or one for each with commas between
    output      activation of the output layer (softmax; sigmoid for one unit)
    scaling     what is done to raw inputs, one of `scalings` (the first)
    """

    activation: str | None = None
    output: str | None = None
    scaling: str | None = None


@dataclass(frozen=True)
class Outline:
    """What such a file does say: units of every layer, input and output included; for each hidden layer whether it has
    batch normalisation and whether it has slopes of a PReLU."""

    sizes: tuple[int, ...]
    normed: tuple[bool, ...]
    sloped: tuple[bool, ...]

    @property
    def scalings(self) -> tuple[str, ...]:
        """Names for `Unsaid.scaling`, the usual one first."""
        return scalings(self.sizes[0])

    @property
    def outputs(self) -> tuple[str, ...]:
        """Names for `Unsaid.output`, the usual one first."""
        return ("sigmoid", "identity") if self.sizes[-1] == 1 else ("softmax", "sigmoid", "identity")


@dataclass(frozen=True, eq=False)
class Dense:
    """One dense layer: W (in, out), b (out,); γ, β, running mean and variance (out,) each, or none; slopes (out,)."""

    W: Array
    b: Array
    norm: tuple[Array, ...] = ()
    slopes: Array | None = None


def plain_activations() -> tuple[str, ...]:
    """What can be told of a layer that has no slopes in the file."""
    return tuple(name for name in ACTIVATION_NAMES if name not in (TRAINED, PIECEWISE))


def scalings(inputs: int) -> tuple[str, ...]:
    """What may be done to raw inputs of a network of so many, the usual first."""
    if inputs not in HIGHEST:
        return ("none",)
    return ("unit", "standard", "none") if DATA_OF_INPUTS[inputs] == "mnist" else ("unit", "none")


def outline_of(layers: Sequence[Dense]) -> Outline:
    """What the file itself says."""
    sizes = (layers[0].W.shape[0], *(layer.W.shape[1] for layer in layers))
    hidden = layers[:-1]
    return Outline(
        sizes, tuple(bool(layer.norm) for layer in hidden), tuple(layer.slopes is not None for layer in hidden)
    )


def model_of(layers: Sequence[Dense], precision: str, unsaid: Unsaid, source: str) -> Model:
    """The network of dense layers that fit together. Refusal bare_activation, unknown_choice, and what Experiment and
    Model refuse."""
    outline = outline_of(layers)
    experiment = _experiment(outline, precision, unsaid)
    scaling = _scaling(outline, experiment)
    # A regression has no classes; a network for a data set of classes has them whatever its output.
    regression = experiment.output == "identity" and experiment.outputs == 1
    classes = () if regression else tuple(map(str, range(max(experiment.outputs, 2))))
    parts = [np.ravel(part) for layer in layers for part in _parts(layer)]
    return Model(experiment, np.concatenate(parts).astype(precision), scaling, classes, {"source": source})


def _parts(layer: Dense) -> tuple[Array, ...]:
    """In the order of `engine.layout`."""
    return (layer.W, layer.b, *layer.norm, *(() if layer.slopes is None else (layer.slopes,)))


def _experiment(outline: Outline, precision: str, unsaid: Unsaid) -> Experiment:
    output = unsaid.output or outline.outputs[0]
    _check_choice("output", output, outline.outputs)
    scaling = unsaid.scaling or outline.scalings[0]
    _check_choice("scaling", scaling, outline.scalings)
    return Experiment(
        data=DATA_OF_INPUTS.get(outline.sizes[0], ""),
        scaling=scaling,
        inputs=outline.sizes[0],
        outputs=outline.sizes[-1],
        layers=_layers(outline, _activations(outline, unsaid.activation)),
        output=output,
        loss=LOSSES_OF_OUTPUT[output][0],
        precision=precision,
    )


def _layers(outline: Outline, activations: Sequence[str]) -> tuple[LayerSpec, ...]:
    usual = LayerSpec.alpha
    return tuple(
        LayerSpec(units, activation, alpha=ALPHAS.get(activation, usual), batch_norm=normed)
        for units, activation, normed in zip(outline.sizes[1:-1], activations, outline.normed, strict=True)
    )


def _activations(outline: Outline, told: str | None) -> tuple[str, ...]:
    """One for each hidden layer. Layers with slopes need not be told."""
    count, names = len(outline.sloped), plain_activations()
    given = tuple(name.strip() for name in (told or "").split(","))
    each = given * count if len(given) == 1 else given
    wrong = (name not in names for sloped, name in zip(outline.sloped, each, strict=False) if not sloped)
    if len(each) != count or any(wrong):
        raise Refusal("bare_activation", count=count, choices=", ".join(names))
    return tuple(TRAINED if sloped else name for sloped, name in zip(outline.sloped, each, strict=True))


def _scaling(outline: Outline, experiment: Experiment) -> Scaling:
    highest = HIGHEST.get(outline.sizes[0], 1.0)
    offset, factor = {
        "none": (0.0, 1.0),
        "unit": (0.0, 1 / highest),
        "standard": (MNIST_MEAN * highest, 1 / (MNIST_DEVIATION * highest)),
    }[experiment.scaling]
    return Scaling(experiment.scaling, np.array([offset]), np.array([factor]))


def _check_choice(field: str, value: str, names: tuple[str, ...]) -> None:
    if value not in names:
        raise Refusal("unknown_choice", field=field, value=value, choices=", ".join(names))


def check_chain(names: Sequence[tuple[str, str]], layers: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> None:
    """Refuse layers that do not fit together: for each the names and the shapes of W (in, out) and b (out,).
    Refusal bare_chain."""
    for number, ((weight, bias), (first, second)) in enumerate(zip(layers, names, strict=True)):
        if weight[1] != bias[0]:
            raise Refusal("bare_chain", first=first, one=weight, second=second, two=bias)
        if number and layers[number - 1][0][1] != weight[0]:
            before = layers[number - 1][0]
            raise Refusal("bare_chain", first=names[number - 1][0], one=before, second=first, two=weight)
