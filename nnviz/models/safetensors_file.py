"""The project's own model file: .safetensors, readable by any safetensors reader, no code inside.

Tensors: layers.1.W (in, width), layers.1.b (width,); layers.1.gamma, .beta, .mean, .variance (width,) of batch
normalisation; layers.1.extra where an activation trains something, layers.2.W …; scaling.offset, scaling.factor,
scaling.matrix. Metadata "nnviz": JSON with format, experiment, classes, notes and training, which is null or what a run
needs to go on from here (see `training_file`). Where it is trained on painted points: points.x (m, 2), points.y (m,)
and metadata "nnviz.data" (see `own_file`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save as to_bytes

from nnviz.data import own_file
from nnviz.data.own import OwnData
from nnviz.data.painted import MOST_POINTS
from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import layout
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.models import training_file
from nnviz.models.model import Model
from nnviz.models.writing import write_whole
from nnviz.strict_json import parsed

SUFFIX = ".safetensors"
FORMAT = 2
"""Version of the metadata; a file of any other version is refused."""
METADATA = "nnviz"
MOST_HEADER = 24 << 20
"""Bytes of names, shapes and metadata beyond which a file is refused unread."""
MOST_DESCRIPTION = 8 << 20
"""Characters of the metadata beyond which a file is refused: read, they take many times as much memory."""
DTYPES = {"F32": "float32", "F64": "float64", "I64": "int64"}
POINTS = "points."
POINT_TYPES: dict[str, tuple[tuple[int, ...], str]] = {f"{POINTS}x": ((2,), "float32"), f"{POINTS}y": ((), "int64")}
"""Shape, but for the number of points, and type of each tensor of painted points."""
NORMS = ("gamma", "beta", "mean", "variance")
"""What batch normalisation keeps of a layer, in the order of the flat vector."""

Shapes = dict[str, tuple[int, ...]]


def save(path: Path, model: Model) -> None:
    """Write the model; an older file is replaced only by a complete new one. Refusal save_failed."""
    words = {METADATA: json.dumps(_description(model))}
    if model.points:
        words[own_file.METADATA] = own_file.words_of(model.points)
    write_whole(path, to_bytes(_tensors(model), words))


def is_own(path: Path) -> bool:
    """True for a file that nnviz wrote. Refusal model_not_safetensors; OSError where the file cannot be read."""
    with opened(path) as file:
        return METADATA in (file.metadata() or {})


def load(path: Path) -> Model:
    """Read a model. Everything is checked before anything is handed out.

    Refusal model_not_safetensors, model_format, model_metadata, model_tensors, model_tensor and what
    Experiment and Model refuse; OSError where the file cannot be read.
    """
    with opened(path) as file:
        return _model(file)


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """Any safetensors file. Refusal model_not_safetensors, also for what goes wrong inside; OSError where it cannot be
    read."""
    # The library's own errors do not say why a file cannot be opened, and it reads a header of any length.
    with path.open("rb") as file:
        if int.from_bytes(file.read(8), "little") > MOST_HEADER:
            raise Refusal("model_not_safetensors")
    try:
        with safe_open(path, framework="numpy") as tensors:
            yield tensors
    except SafetensorError as error:
        raise Refusal("model_not_safetensors") from error


def _tensors(model: Model) -> dict[str, Array]:
    tensors = {"scaling.offset": model.scaling.offset, "scaling.factor": model.scaling.factor}
    if model.scaling.matrix is not None:
        tensors["scaling.matrix"] = model.scaling.matrix
    tensors |= _by_layer("", model, model.parameters)
    if model.training:
        for name, array in model.training.state.accumulators.items():
            tensors |= _by_layer(_prefix(name), model, array)
        tensors |= training_file.history_tensors(model.training)
    if model.points:
        tensors |= {POINTS + name: array for name, array in own_file.tensors_of(model.points).items()}
    # The library writes an array's memory as it lies there, whatever its strides say.
    return {name: np.ascontiguousarray(array) for name, array in tensors.items()}


def _by_layer(prefix: str, model: Model, flat: Array) -> dict[str, Array]:
    """The parts of a flat vector by name, as views."""
    return {
        f"{prefix}layers.{number}.{name}": array
        for number, parts in enumerate(model.network.split(flat), start=1)
        for name, array in parts._asdict().items()
        if array.size
    }


def _prefix(accumulator: str) -> str:
    return f"optimizer.{accumulator}."


def _description(model: Model) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "experiment": model.experiment.to_dict(),
        "classes": list(model.classes),
        "notes": model.notes,
        "training": training_file.description(model.training) if model.training else None,
    }


def _model(file: Any) -> Model:
    metadata = file.metadata() or {}
    described, painted = _metadata(metadata), own_file.METADATA in metadata
    experiment = Experiment.from_dict(described["experiment"])
    shapes, training = _layer_shapes(experiment), described["training"]
    accumulators = () if training is None else training_file.accumulator_names(training, experiment)
    vectors = {name: {f"{_prefix(name)}{part}": shape for part, shape in shapes.items()} for name in accumulators}
    others = () if training is None else (*training_file.HISTORY, *(name for part in vectors.values() for name in part))
    _check_names(set(file.keys()), experiment, {*shapes, *others, *(POINT_TYPES if painted else ())})
    parameters = _flat(file, shapes, experiment)
    scaling, found = _scaling(file, experiment), None
    if training is not None:
        arrays = {name: _flat(file, part, experiment) for name, part in vectors.items()}
        found = training_file.training_of(training, experiment, parameters, arrays, _history(file))
    points = _points(file, metadata[own_file.METADATA]) if painted else None
    return Model(experiment, parameters, scaling, tuple(described["classes"]), described["notes"], found, points)


def _flat(file: Any, shapes: Shapes, experiment: Experiment) -> Array:
    """A flat vector from its parts; all of them are checked before the first is read."""
    for name, shape in shapes.items():
        _check_tensor(file, name, (shape,), experiment.precision)
    return np.concatenate([file.get_tensor(name).ravel() for name in shapes])


def _points(file: Any, words: str) -> OwnData:
    """Painted points, of which there is a most. Refusal own_data_damaged."""
    _check_length(words)
    count = min(MOST_POINTS, (*file.get_slice(f"{POINTS}x").get_shape(), 0)[0])
    for name, (width, dtype) in POINT_TYPES.items():
        _check_tensor(file, name, ((count, *width),), dtype)
    return own_file.restored(words, {name.removeprefix(POINTS): file.get_tensor(name) for name in POINT_TYPES})


def _history(file: Any) -> list[Array]:
    found = []
    for name, columns in training_file.HISTORY.items():
        rows = (*file.get_slice(name).get_shape(), 0)[0]
        _check_tensor(file, name, ((min(rows, training_file.MOST_ROWS), columns),), "float64")
        found.append(file.get_tensor(name))
    return found


def _metadata(metadata: Mapping[str, str]) -> dict[str, Any]:
    """The description with the types of its parts checked."""
    _check_length(metadata.get(METADATA, ""))
    try:
        described = parsed(metadata[METADATA])
    except (KeyError, ValueError) as error:
        raise Refusal("model_metadata") from error
    if not isinstance(described, dict):
        raise Refusal("model_metadata")
    if described.get("format") != FORMAT:
        raise Refusal("model_format", found=described.get("format"), known=FORMAT)
    classes, notes = described.get("classes"), described.get("notes")
    if "training" not in described:
        raise Refusal("model_metadata")
    if not (isinstance(described.get("experiment"), dict) and isinstance(classes, list) and isinstance(notes, dict)):
        raise Refusal("model_metadata")
    if not all(isinstance(text, str) for text in (*classes, *notes.values())):
        raise Refusal("model_metadata")
    return described


def _check_length(words: str) -> None:
    if len(words) > MOST_DESCRIPTION:
        raise Refusal("model_metadata")


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
