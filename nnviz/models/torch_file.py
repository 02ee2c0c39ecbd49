"""PyTorch's state dict of an nn.Sequential of dense layers, saved as .safetensors: import and export.

Names: an optional common prefix, the number of the module, the part: "0.weight" (out, in), "0.bias" (out,); of
BatchNorm1d weight, bias, running_mean, running_var (out,) and num_batches_tracked; of PReLU weight (out,) or (1,).
"""

from __future__ import annotations

import json
import re
import struct
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save as to_bytes

from nnviz.engine.experiment import MAX_LAYERS, MAX_PARAMETERS
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array
from nnviz.models.bare import Dense, Outline, Unsaid, check_chain, model_of, outline_of
from nnviz.models.model import Model
from nnviz.models.safetensors_file import opened
from nnviz.models.scripts.torch_modules import modules, places
from nnviz.models.writing import write_whole

PARTS = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
NAME = re.compile(rf"(.*?)(\d{{1,9}})\.({'|'.join(PARTS)})")
TYPES = {"F64": "float64", "F32": "float32", "F16": "float16", "BF16": "bfloat16"}
"""Types of numbers that are read; the last is not one of NumPy's."""
MOST_NAMED = 4
"""Names in a sentence."""
MOST_MODULES = 4 * (MAX_LAYERS + 1)


@dataclass
class Module:
    """One module of the file: its shapes by part."""

    index: int
    names: dict[str, str] = field(default_factory=dict)
    shapes: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def is_norm(self) -> bool:
        """BatchNorm1d; only it keeps running statistics."""
        return "running_mean" in self.shapes

    @property
    def is_slope(self) -> bool:
        """PReLU; its weight alone, in one dimension."""
        return not self.is_norm and len(self.shapes.get("weight", ())) == 1 and "bias" not in self.shapes


def load(path: Path, unsaid: Unsaid) -> Model:
    """The network of a state dict. Refusal model_not_safetensors, model_foreign, torch_names, torch_tensor,
    torch_module, bare_chain, and as of `bare.model_of`; OSError where the file cannot be read."""
    layers, precision = _read(path)
    return model_of(layers, precision, unsaid, path.name)


def outline(path: Path) -> Outline:
    """What the file itself says. Refusal as of `load`."""
    return outline_of(_read(path)[0])


def _read(path: Path) -> tuple[list[Dense], str]:
    with opened(path) as file:
        modules = _modules(file)
        stacks = _stacks(modules)
        double = any(file.get_slice(name).get_dtype() == "F64" for module in modules for name in module.names.values())
        reader = _Reader(path, file, "float64" if double else "float32")
        return [reader.dense(stack) for stack in stacks], reader.precision


def _modules(file: Any) -> list[Module]:
    """The modules by their numbers; names, types and shapes are checked before anything is read."""
    found: dict[int, Module] = {}
    prefixes = set()
    for name in file.keys():  # noqa: SIM118  # the file is no dictionary
        match = NAME.fullmatch(name)
        if match is None:
            raise Refusal("model_foreign", name=name)
        prefixes.add(match[1])
        module = found.setdefault(int(match[2]), Module(int(match[2])))
        if match[3] != "num_batches_tracked":
            module.names[match[3]], module.shapes[match[3]] = name, _shape(file, name)
    if len(prefixes) > 1:
        raise Refusal("torch_names", found="”, “".join(sorted(prefixes)[:MOST_NAMED]))
    if not 0 < len(found) <= MOST_MODULES:
        raise Refusal("torch_count" if found else "torch_empty", count=len(found), most=MOST_MODULES)
    return sorted(found.values(), key=lambda module: module.index)


def _shape(file: Any, name: str) -> tuple[int, ...]:
    header = file.get_slice(name)
    shape, dtype = tuple(header.get_shape()), header.get_dtype()
    if dtype not in TYPES or not 1 <= len(shape) <= 2 or not 0 < np.prod(shape, dtype=object) <= MAX_PARAMETERS:
        raise Refusal("torch_tensor", name=name, shape=shape, dtype=dtype)
    return shape


def _stacks(modules: list[Module]) -> list[list[Module]]:
    """Each dense layer with what belongs to it, in order. Refusal torch_module of a module that is out of place."""
    stacks: list[list[Module]] = []
    for module in modules:
        if len(module.shapes.get("weight", ())) == 2 and not module.is_norm:
            stacks.append([module])
        elif not stacks or not _may_follow(module, stacks[-1]):
            raise Refusal("torch_module", module=module.index)
        else:
            stacks[-1].append(module)
    if not stacks or len(stacks[-1]) > 1:
        raise Refusal("torch_module", module=modules[-1].index if modules else 0)
    pairs = [
        (stack[0].shapes["weight"][::-1], stack[0].shapes.get("bias", (stack[0].shapes["weight"][0],)))
        for stack in stacks
    ]
    names = [(stack[0].names["weight"], stack[0].names.get("bias", "")) for stack in stacks]
    check_chain(names, pairs)
    return stacks


def _may_follow(module: Module, stack: list[Module]) -> bool:
    """Batch normalisation directly behind the weights (a module without numbers between them would be the activation),
    slopes anywhere before the next weights; each once, and as wide as the layer."""
    width = stack[0].shapes["weight"][0]
    if module.is_slope:
        return not stack[-1].is_slope and module.shapes["weight"] in ((width,), (1,))
    alone = len(stack) == 1 and module.index == stack[0].index + 1
    return module.is_norm and "running_var" in module.shapes and alone and set(module.shapes.values()) == {(width,)}


class _Reader:
    """Reads checked modules of one file."""

    def __init__(self, path: Path, file: Any, precision: str) -> None:
        self._path, self._file, self.precision = path, file, precision

    def dense(self, stack: list[Module]) -> Dense:
        """One layer; what a module has not is what PyTorch leaves out: biases 0, γ 1, β 0."""
        first, *others = stack
        width = first.shapes["weight"][0]
        layer = Dense(self._array(first, "weight").T, self._array(first, "bias", np.zeros(width)))
        for module in others:
            if module.is_norm:
                gamma, beta = (
                    self._array(module, "weight", np.ones(width)),
                    self._array(module, "bias", np.zeros(width)),
                )
                norm = (gamma, beta, self._array(module, "running_mean"), self._array(module, "running_var"))
                layer = replace(layer, norm=norm)
            else:
                layer = replace(layer, slopes=np.broadcast_to(self._array(module, "weight"), width))
        return layer

    def _array(self, module: Module, part: str, otherwise: Array | None = None) -> Array:
        if part not in module.names:
            return np.asarray(otherwise, self.precision)
        name = module.names[part]
        if self._file.get_slice(name).get_dtype() == "BF16":
            return _bfloat16(self._path, name).reshape(module.shapes[part]).astype(self.precision)
        return np.asarray(self._file.get_tensor(name), self.precision)


def _bfloat16(path: Path, name: str) -> Array:
    """A tensor of bfloat16, which are the upper halves of float32 numbers; the library has checked the header."""
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        start, end = json.loads(file.read(length))[name]["data_offsets"]
        file.seek(8 + length + start)
        upper = np.frombuffer(file.read(end - start), "<u2")
    return (upper.astype(np.uint32) << 16).view(np.float32)


def save(path: Path, model: Model) -> None:
    """Write the state dict of the nn.Sequential that `scripts.torch_modules` describes, without modules of dropout.
    Refusal torch_cannot, save_failed."""
    tensors: dict[str, NDArray[Any]] = {}
    for place, layer in zip(places(model.experiment, False), model.network.layers, strict=True):
        tensors |= {f"{place.linear}.weight": layer.W.T, f"{place.linear}.bias": layer.b}
        if place.norm is not None:
            count = np.array(0, np.int64)
            arrays: tuple[NDArray[Any], ...] = (layer.gamma, layer.beta, layer.mean, layer.variance, count)
            tensors |= {f"{place.norm}.{part}": array for part, array in zip(PARTS, arrays, strict=True)}
        if place.slope is not None:
            tensors[f"{place.slope}.weight"] = layer.extra
    whole = {name: np.asarray(array, order="C") for name, array in tensors.items()}
    write_whole(path, to_bytes(whole, {"format": "pt", "network": _described(model)}))


def _described(model: Model) -> str:
    """What PyTorch needs to be told, as Python says it."""
    codes = [code for code, *_ in modules(model.experiment, False)]
    return f"nn.Sequential({', '.join(codes)}), then {model.experiment.output}; inputs: {model.experiment.scaling}"
