"""The project's own model file: .safetensors, readable by any safetensors reader, no code inside.

Tensors: layers.1.W (in, width), layers.1.b (width,); layers.1.gamma, .beta, .mean, .variance (width,) of batch
normalisation; layers.1.extra where an activation trains something, layers.2.W …; scaling.offset, scaling.factor,
scaling.matrix. Metadata "nnviz": JSON with format, experiment, classes and notes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save as to_bytes

from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import layout
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.models.model import Model

SUFFIX = ".safetensors"
FORMAT = 1
"""Version of the metadata; a file of any other version is refused."""
METADATA = "nnviz"
DTYPES = {"F32": "float32", "F64": "float64"}
NORMS = ("gamma", "beta", "mean", "variance")
"""What batch normalisation keeps of a layer, in the order of the flat vector."""

Shapes = dict[str, tuple[int, ...]]


def save(path: Path, model: Model) -> None:
    """Write the model; an older file is replaced only by a complete new one. OSError where it cannot be written."""
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as file:
            file.write(to_bytes(_tensors(model), {METADATA: json.dumps(_description(model))}))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def load(path: Path) -> Model:
    """Read a model. Everything is checked before anything is handed out.

    Refusal model_not_safetensors, model_foreign, model_format, model_metadata, model_tensors, model_tensor and what
    Experiment and Model refuse; OSError where the file cannot be read.
    """
    with path.open("rb"):  # the library's own errors do not say why a file cannot be opened
        pass
    try:
        with safe_open(path, framework="numpy") as file:
            return _model(file)
    except SafetensorError as error:
        raise Refusal("model_not_safetensors") from error


def _tensors(model: Model) -> dict[str, Array]:
    tensors = {"scaling.offset": model.scaling.offset, "scaling.factor": model.scaling.factor}
    if model.scaling.matrix is not None:
        tensors["scaling.matrix"] = model.scaling.matrix
    for number, parts in enumerate(model.network.split(model.parameters), start=1):
        tensors |= {f"layers.{number}.{name}": array for name, array in parts._asdict().items() if array.size}
    # The library writes an array's memory as it lies there, whatever its strides say.
    return {name: np.ascontiguousarray(array) for name, array in tensors.items()}


def _description(model: Model) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "experiment": model.experiment.to_dict(),
        "classes": list(model.classes),
        "notes": model.notes,
    }


def _model(file: Any) -> Model:
    described = _metadata(file.metadata() or {})
    experiment = _experiment(described["experiment"])
    shapes = _layer_shapes(experiment)
    names = set(file.keys())
    _check_names(names, experiment, set(shapes))
    for name, shape in shapes.items():
        _check_tensor(file, name, (shape,), experiment.precision)
    parameters = np.concatenate([file.get_tensor(name).ravel() for name in shapes])
    scaling = _scaling(file, experiment)
    return Model(experiment, parameters, scaling, tuple(described["classes"]), described["notes"])


def _metadata(metadata: Mapping[str, str]) -> dict[str, Any]:
    """The description with the types of its parts checked."""
    if METADATA not in metadata:
        raise Refusal("model_foreign")
    try:
        described = json.loads(metadata[METADATA])
    except (ValueError, RecursionError) as error:
        raise Refusal("model_metadata") from error
    if not isinstance(described, dict):
        raise Refusal("model_metadata")
    if described.get("format") != FORMAT:
        raise Refusal("model_format", found=described.get("format"), known=FORMAT)
    classes, notes = described.get("classes"), described.get("notes")
    if not (isinstance(described.get("experiment"), dict) and isinstance(classes, list) and isinstance(notes, dict)):
        raise Refusal("model_metadata")
    if not all(isinstance(text, str) for text in (*classes, *notes.values())):
        raise Refusal("model_metadata")
    return described


def _experiment(values: Mapping[str, Any]) -> Experiment:
    try:
        return Experiment.from_dict(values)
    except OverflowError as error:  # an integer beyond every float
        raise Refusal("model_metadata") from error


def _layer_shapes(experiment: Experiment) -> Shapes:
    """Name and shape of every parameter tensor, in the order of the flat vector."""
    shapes: Shapes = {}
    for number, block in enumerate(layout(experiment), start=1):
        vectors = dict.fromkeys(NORMS, block.normed) | {"extra": block.extras}
        shapes[f"layers.{number}.W"], shapes[f"layers.{number}.b"] = (block.inputs, block.width), (block.width,)
        shapes |= {f"layers.{number}.{name}": (size,) for name, size in vectors.items() if size}
    return shapes


def _check_names(found: set[str], experiment: Experiment, layers: set[str]) -> None:
    expected = layers | {"scaling.offset", "scaling.factor"}
    if experiment.scaling == "whiten":
        expected.add("scaling.matrix")
    if found != expected:
        raise Refusal(
            "model_tensors",
            missing=", ".join(sorted(expected - found)) or "–",
            unknown=", ".join(sorted(found - expected)) or "–",
        )


def _check_tensor(file: Any, name: str, shapes: tuple[tuple[int, ...], ...], dtype: str) -> None:
    """Shape and type from the header alone: nothing is read before it is known to fit."""
    header = file.get_slice(name)
    shape, found = tuple(header.get_shape()), header.get_dtype()
    if shape not in shapes or DTYPES.get(found) != dtype:
        raise Refusal("model_tensor", name=name, shape=shape, dtype=found, expected=shapes[-1], precision=dtype)


def _scaling(file: Any, experiment: Experiment) -> Scaling:
    inputs = experiment.inputs
    for name in ("scaling.offset", "scaling.factor"):
        _check_tensor(file, name, ((1,), (inputs,)), "float64")
    matrix = None
    if experiment.scaling == "whiten":
        _check_tensor(file, "scaling.matrix", ((inputs, inputs),), "float64")
        matrix = file.get_tensor("scaling.matrix")
    return Scaling(experiment.scaling, file.get_tensor("scaling.offset"), file.get_tensor("scaling.factor"), matrix)
