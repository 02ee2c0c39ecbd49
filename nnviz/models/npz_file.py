"""Import of course files: .npz with the weights W1 … WL (in, out) and the biases b1 … bL (out,).

Such a file holds numbers only. The activation of the hidden layers has to be told; the output follows from its size.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from nnviz.engine.experiment import ACTIVATION_NAMES, Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.models.model import Model

SUFFIX = ".npz"
MOST_BYTES = 1 << 30
"""Unpacked size from which a file is refused: a small archive can unpack to more than the memory."""
TRAINED_ACTIVATIONS = ("prelu", "maxout")
"""Activations with trained values of their own, which such a file does not hold."""
DATA_OF_INPUTS = {2: "moons", 64: "handwriting", 784: "mnist"}
LARGEST_INPUT = {64: 16.0, 784: 255.0}
"""Raw values of an image are 0 … this, and such networks are trained on 0 … 1."""


def load(path: Path, activation: str | None) -> Model:
    """The network of a course file.

    Refusal npz_unreadable, npz_keys, npz_array, npz_chain, npz_activation and what Experiment and Model refuse;
    OSError where the file cannot be read.
    """
    arrays = _arrays(path)
    count = _layer_count(arrays)
    weights = [arrays[f"W{number}"] for number in range(1, count + 1)]
    biases = [arrays[f"b{number}"] for number in range(1, count + 1)]
    _check_chain(weights, biases)
    precision = "float32" if all(array.dtype.itemsize <= 4 for array in arrays.values()) else "float64"
    experiment = _experiment([weight.shape[0] for weight in weights], len(biases[-1]), activation, precision)
    parts = [part.ravel() for pair in zip(weights, biases, strict=True) for part in pair]
    classes = tuple(map(str, range(max(experiment.outputs, 2))))
    scaling = _scaling(experiment)
    return Model(experiment, np.concatenate(parts).astype(precision), scaling, classes, {"source": path.name})


def _arrays(path: Path) -> dict[str, Array]:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
                raise Refusal("npz_too_large", most=MOST_BYTES >> 20)
        with np.load(path, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except Refusal:
        raise
    except (ValueError, EOFError, zipfile.BadZipFile, zlib.error, MemoryError, RuntimeError) as error:
        raise Refusal("npz_unreadable") from error


def _layer_count(arrays: Mapping[str, Array]) -> int:
    """L, where the keys are W1 … WL and b1 … bL and no others."""
    count = sum(re.fullmatch(r"W[1-9][0-9]*", name) is not None for name in arrays)
    expected = {f"{letter}{number}" for letter in "Wb" for number in range(1, count + 1)}
    if not count or set(arrays) != expected:
        raise Refusal("npz_keys", found=", ".join(sorted(arrays)) or "–")
    return count


def _check_chain(weights: list[Array], biases: list[Array]) -> None:
    for number, (weight, bias) in enumerate(zip(weights, biases, strict=True), start=1):
        for name, array, dimensions in ((f"W{number}", weight, 2), (f"b{number}", bias, 1)):
            if array.ndim != dimensions or array.dtype.kind != "f" or array.dtype.itemsize > 8:
                raise Refusal("npz_array", name=name, shape=array.shape, dtype=array.dtype, dimensions=dimensions)
        if weight.shape[1] != len(bias):
            raise Refusal("npz_chain", first=f"W{number}", one=weight.shape, second=f"b{number}", two=bias.shape)
        if number > 1 and weights[number - 2].shape[1] != weight.shape[0]:
            before = weights[number - 2].shape
            raise Refusal("npz_chain", first=f"W{number - 1}", one=before, second=f"W{number}", two=weight.shape)


def _experiment(inputs: list[int], outputs: int, activation: str | None, precision: str) -> Experiment:
    """The settings that the sizes imply; `inputs` are those of every weight layer, first to last."""
    hidden = inputs[1:]
    names = [name for name in ACTIVATION_NAMES if name not in TRAINED_ACTIVATIONS]
    if hidden and activation not in names:
        raise Refusal("npz_activation", choices=", ".join(names))
    single = outputs == 1
    return Experiment(
        data=DATA_OF_INPUTS.get(inputs[0], ""),
        scaling="unit" if inputs[0] in LARGEST_INPUT else "none",
        inputs=inputs[0],
        outputs=outputs,
        layers=tuple(LayerSpec(units, activation or "") for units in hidden),
        output="sigmoid" if single else "softmax",
        loss="binary_cross_entropy" if single else "cross_entropy",
        precision=precision,
    )


def _scaling(experiment: Experiment) -> Scaling:
    return Scaling(experiment.scaling, np.zeros(1), np.array([1 / LARGEST_INPUT.get(experiment.inputs, 1.0)]))
