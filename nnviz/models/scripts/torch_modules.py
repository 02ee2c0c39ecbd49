"""The nn.Sequential of an experiment: its modules, for scripts and for state dicts that fit them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal

ACTIVATIONS: dict[str, Callable[[LayerSpec], str]] = {
    "identity": lambda spec: "nn.Identity()",
    "sigmoid": lambda spec: "nn.Sigmoid()",
    "tanh": lambda spec: "nn.Tanh()",
    "relu": lambda spec: "nn.ReLU()",
    "leaky_relu": lambda spec: f"nn.LeakyReLU({spec.alpha!r})",
    "prelu": lambda spec: f"nn.PReLU({spec.units}, init={spec.alpha!r})",
    "elu": lambda spec: f"nn.ELU({spec.alpha!r})",
    "thresholded_relu": lambda spec: f"nn.Threshold({spec.theta!r}, 0.0)",
    "softplus": lambda spec: "nn.Softplus()",
    "swish": lambda spec: "nn.SiLU()",
}
"""PyTorch's modules for what it has."""


@dataclass(frozen=True)
class Placed:
    """Where the parts of a weight layer lie in the nn.Sequential; None where a layer has none."""

    linear: int
    norm: int | None = None
    slope: int | None = None


def check(experiment: Experiment) -> None:
    """Refuse a network that no nn.Sequential can be. Refusal torch_cannot."""
    for layer in experiment.layers:
        for name in ({layer.activation} - set(ACTIVATIONS)) | ({"residual"} if layer.residual else set()):
            raise Refusal("torch_cannot", what=name)
    for name in ("off", "frozen"):
        if getattr(experiment, name):
            raise Refusal("torch_cannot", what=name)


def modules(experiment: Experiment, dropping: bool) -> list[tuple[str, int, str]]:
    """(expression, layer, part) of every module in order; the last is a dense layer that puts out weighted sums, which
    is what PyTorch's losses want. `dropping`: with the modules of dropout."""
    found: list[tuple[str, int, str]] = []
    sizes = experiment.sizes
    for k, spec in enumerate(experiment.layers):
        found += [(code, k, part) for code, part in _hidden(k, sizes[k], spec, dropping)]
    return [*found, (f"nn.Linear({sizes[-2]}, {sizes[-1]})", len(experiment.layers), "linear")]


def places(experiment: Experiment, dropping: bool) -> list[Placed]:
    """Where each layer's parts lie. Refusal torch_cannot."""
    check(experiment)
    found: list[dict[str, int]] = [{} for _ in experiment.sizes[1:]]
    for index, (_, k, part) in enumerate(modules(experiment, dropping)):
        if part:
            found[k][part] = index
    return [Placed(**parts) for parts in found]


def _hidden(k: int, inputs: int, spec: LayerSpec, dropping: bool) -> Iterator[tuple[str, str]]:
    yield f"nn.Linear({inputs}, {spec.units})", "linear"
    if spec.batch_norm:
        yield f"nn.BatchNorm1d({spec.units})", "norm"
    yield ACTIVATIONS[spec.activation](spec), "slope" if spec.activation == "prelu" else ""
    if dropping:
        yield f"Dropout({k})", ""
