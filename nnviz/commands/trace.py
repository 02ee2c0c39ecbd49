"""`nnviz trace`: every z, n, a, delta, dW, db of one sample of the test set, computed in float64; of batch
normalisation γ, β and their gradients, and the running mean and variance it takes."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.commands.inputs import open_with_data
from nnviz.commands.output import print_json
from nnviz.data.dataset import DataSet, encode_targets
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array, BackwardTrace, ForwardTrace
from nnviz.models.model import Model

PARTS = ("z", "n", "a", "delta", "dW", "db")
NORMS = ("gamma", "beta", "mean", "variance", "dgamma", "dbeta")
"""What only layers with batch normalisation have."""


@dataclass(frozen=True)
class Traced:
    """Both passes of one sample (m = 1) through a network, its target (1, outputs) and its loss."""

    sample: int
    network: Network
    forward: ForwardTrace
    backward: BackwardTrace
    target: Array
    loss: float

    def layers(self, name: str) -> list[Array]:
        """One array for each weight layer, without the sample axis."""
        owner: Any = self.forward if name in ("z", "n", "a") else self.backward
        parts: tuple[Array, ...] = getattr(owner, name)
        return list(parts) if name in ("dW", "db") else [part[0] for part in parts]

    def norms(self, name: str) -> list[Array | None]:
        """One array (width,) for each weight layer that has batch normalisation, None for each other one."""
        return [self._of_norm(name, k) if norm else None for k, norm in enumerate(self.forward.norms)]

    def _of_norm(self, name: str, k: int) -> Array:
        owners: dict[str, Any] = {
            "gamma": self.network.layers[k], "beta": self.network.layers[k], "mean": self.forward.norms[k],
            "variance": self.forward.norms[k],
        }  # fmt: skip
        found: Array = getattr(owners[name], name) if name in owners else getattr(self.backward, name)[k]
        return found


def run(args: Namespace) -> int:
    """Print one sample's passes."""
    model, data = open_with_data(args)
    traced = trace(model, data, args.sample)
    if args.json:
        print_json(_object(traced))
    else:
        _print_words(model, data, traced)
    return 0


def trace(model: Model, data: DataSet, sample: int) -> Traced:
    """Both passes of test sample number `sample`. The parameters are cast to float64, so that the figures are exact to
    about fifteen digits whatever precision the model was trained in. Refusal no_such_sample."""
    if not 0 <= sample < len(data.test_x):
        raise Refusal("no_such_sample", sample=sample, last=len(data.test_x) - 1)
    exact = model.in_precision("float64")
    target = encode_targets(data.test_y[sample : sample + 1], model.experiment.outputs, "float64")
    forward = exact.forward(data.test_x[sample : sample + 1])
    backward = exact.network.backward(forward, target)
    return Traced(sample, exact.network, forward, backward, target, exact.network.loss_value(forward, target))


def _object(traced: Traced) -> dict[str, Any]:
    layers: dict[str, Any] = {name: traced.layers(name) for name in PARTS}
    layers |= {name: traced.norms(name) for name in NORMS}
    layers["from_batch"] = [norm.from_batch if norm else None for norm in traced.forward.norms]
    layers["residual"] = [layer.spec.residual for layer in traced.network.layers]
    rest = {"loss": traced.loss, "x": traced.forward.x[0], "target": traced.target[0], "sample": traced.sample}
    return layers | rest


def _print_words(model: Model, data: DataSet, traced: Traced) -> None:
    print(f"sample {traced.sample} of the test set of {data.name}, loss {traced.loss:.6g}")
    _print_array("x", traced.forward.x[0])
    names = [*(layer.activation for layer in model.experiment.layers), model.experiment.output]
    for k, activation in enumerate(names):
        print(f"layer {k + 1}, {activation}{_extras(traced, k)}")
        for name in PARTS if traced.forward.norms[k] else (part for part in PARTS if part != "n"):
            _print_array(name, traced.layers(name)[k])
        for name in NORMS:
            array = traced.norms(name)[k]
            if array is not None:
                _print_array(name, array)
    print("output and target")
    labels = model.classes if len(model.classes) == model.experiment.outputs else ("y",) * model.experiment.outputs
    for label, y, t in zip(labels, traced.forward.output[0], traced.target[0], strict=True):
        print(f"  {label:8} {y:12.6g} {t:6g}")


def _extras(traced: Traced, k: int) -> str:
    residual = ", residual" if traced.network.layers[k].spec.residual else ""
    return f"{', batch norm' if traced.forward.norms[k] else ''}{residual}"


def _print_array(name: str, array: Array) -> None:
    shape = " x ".join(map(str, array.shape))
    low, high, norm = array.min(), array.max(), np.linalg.norm(array)
    print(f"  {name:8} {shape:>11}   from {low:12.6g} to {high:12.6g}   norm {norm:12.6g}")
