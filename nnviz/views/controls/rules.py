"""What follows from an edit: the experiment after a field has changed, always a legal one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from nnviz.data.shelf import BUILT_IN, Shelf
from nnviz.engine.activations import ACTIVATIONS
from nnviz.engine.experiment import CHOICES, LOSSES_OF_OUTPUT, Experiment, LayerSpec, adapted, without_misfits
from nnviz.engine.optimizers import PAPER_DEFAULTS

ACTIVATION_DEFAULTS: Mapping[str, Mapping[str, float]] = {
    "leaky_relu": {"alpha": 0.1},
    "prelu": {"alpha": 0.25},
    "elu": {"alpha": 1.0},
    "thresholded_relu": {"theta": 1.0},
    "maxout": {"pieces": 2},
}
"""The parameters an activation has, and what choosing it sets: α of PReLU from He et al. (2015), of ELU from
Clevert et al. (2016), θ from Konda et al. (2015)."""


def changed(experiment: Experiment, field: str, value: Any, shelf: Shelf = BUILT_IN) -> Experiment:
    """The experiment with `field` set and everything that follows from it. Refusal where that is not possible."""
    follow = FOLLOW.get(field)
    return follow(experiment, value, shelf) if follow else adapted(experiment, **{field: value})


def choices(experiment: Experiment, field: str, shelf: Shelf = BUILT_IN) -> tuple[str, ...]:
    """The keys that `field` may have beside the rest of the experiment; the present one is always among them."""
    legal = LEGAL[field](experiment, shelf) if field in LEGAL else CHOICES[field]
    now = getattr(experiment, field)
    return legal if now in legal else (*legal, now)


def activated(layer: LayerSpec, activation: str) -> LayerSpec:
    """A layer with another activation and that activation's usual parameters."""
    parameters: dict[str, Any] = dict(ACTIVATION_DEFAULTS.get(activation, {}))
    return replace(layer, activation=activation, **parameters)


@dataclass(frozen=True)
class Term:
    """Trained parameters of one layer: `text` is k·l + l, `count` its value."""

    text: str
    count: int


def parameter_terms(experiment: Experiment) -> tuple[Term, ...]:
    """Trained parameters of each layer, from the first hidden layer to the output.

    Slopes that units train themselves (PReLU) are one more + l, scales and shifts of batch normalisation + 2·l; maxout
    has as many sums as units · pieces.
    """
    terms, inputs = [], experiment.inputs
    for layer in (*experiment.layers, LayerSpec(experiment.outputs, experiment.output)):
        activation = ACTIVATIONS[layer.activation](layer)
        width, own = activation.width(layer.units), activation.initial_extra(layer.units).size
        text = (
            f"{inputs}·{width} + {width}" + (f" + 2·{width}" if layer.batch_norm else "") + (f" + {own}" if own else "")
        )
        terms.append(Term(text, (inputs + 1 + 2 * layer.batch_norm) * width + own))
        inputs = layer.units
    return tuple(terms)


def _with_data(experiment: Experiment, name: str, shelf: Shelf) -> Experiment:
    before, after = shelf.sources.get(experiment.data), shelf.sources.get(name)
    fields = shelf.defaults(name)
    if before and before.samples and after and not after.samples:
        # A plane full of MNIST's 60,000 samples would be a blot.
        fields = {"samples": Experiment.samples} | fields
    if not (after and after.image):
        fields = {"distortion": 0.0} | fields
    return adapted(experiment, **(fields | {"data": name}))


def _with_layers(experiment: Experiment, layers: tuple[LayerSpec, ...], shelf: Shelf) -> Experiment:
    """Residual connections that would lead between layers of different sizes are switched off."""
    return adapted(experiment, layers=without_misfits(layers, experiment.inputs))


def _with_output(experiment: Experiment, output: str, shelf: Shelf) -> Experiment:
    """One sigmoid unit can stand for two classes, softmax needs a unit for each; the loss becomes a legal one."""
    legal = LOSSES_OF_OUTPUT[output]
    loss = experiment.loss if experiment.loss in legal else legal[0]
    return adapted(experiment, output=output, outputs=_outputs(experiment, output, shelf), loss=loss)


def _outputs(experiment: Experiment, output: str, shelf: Shelf) -> int:
    source = shelf.sources.get(experiment.data)
    if output == "softmax":
        return max(2, len(source.classes) if source else experiment.outputs)
    return source.outputs if source else experiment.outputs


def _with_optimizer(experiment: Experiment, optimizer: str, shelf: Shelf) -> Experiment:
    parameters: dict[str, Any] = dict(PAPER_DEFAULTS[optimizer])
    return replace(experiment, optimizer=optimizer, **parameters)


def _legal_outputs(experiment: Experiment, shelf: Shelf) -> tuple[str, ...]:
    """A regression has targets of any size, which only the identity can reach."""
    source = shelf.sources.get(experiment.data)
    return CHOICES["output"] if source is None or source.classes else ("identity",)


def _legal_losses(experiment: Experiment, shelf: Shelf) -> tuple[str, ...]:
    return LOSSES_OF_OUTPUT[experiment.output]


def _sources(experiment: Experiment, shelf: Shelf) -> tuple[str, ...]:
    return shelf.offered


FOLLOW: Mapping[str, Callable[[Experiment, Any, Shelf], Experiment]] = {
    "layers": _with_layers,
    "data": _with_data,
    "output": _with_output,
    "optimizer": _with_optimizer,
}
LEGAL: Mapping[str, Callable[[Experiment, Shelf], tuple[str, ...]]] = {
    "data": _sources,
    "output": _legal_outputs,
    "loss": _legal_losses,
}
