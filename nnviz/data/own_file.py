"""Own data as a file: .safetensors, so that an experiment on it can be saved and opened again without its source.

Tensors: x (m, inputs) float32 or uint8, y (m,) int64 or (m, 1) float32. Metadata "nnviz.data": JSON of everything else,
with the digest of the whole, which must be right.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load as from_bytes
from safetensors.numpy import save as to_bytes

from nnviz.data.own import OwnData
from nnviz.data.plane import Bounds
from nnviz.engine.refusal import Refusal
from nnviz.strict_json import parsed

METADATA = "nnviz.data"
FORMAT = 1
KINDS = ("plane", "table", "image")
SCALINGS = ("none", "unit", "standard")
PLANE_INPUTS = 2
FURTHEST = 1e30
"""A larger number would overflow in single precision; smaller ones could come from a table."""
HEADER_BYTES = 8
"""A .safetensors file begins with the length of its header, little-endian; the library reads no metadata from bytes."""


class _Said(msgspec.Struct, forbid_unknown_fields=True):
    """All but the arrays."""

    format: int
    digest: str
    name: str
    kind: str
    features: tuple[str, ...]
    classes: tuple[str, ...]
    groups: tuple[int, ...]
    image: tuple[int, int] | None
    scaling: str
    target: str
    recipe: dict[str, Any]
    frame: Bounds | None


def packed(data: OwnData) -> bytes:
    """The content of a file."""
    return to_bytes(tensors_of(data), {METADATA: words_of(data)})


def tensors_of(data: OwnData) -> dict[str, NDArray[Any]]:
    """Its arrays, x and y."""
    return {"x": np.ascontiguousarray(data.x), "y": np.ascontiguousarray(data.y)}


def words_of(data: OwnData) -> str:
    """JSON of all but its arrays."""
    said = _Said(
        FORMAT, data.digest, data.name, data.kind, data.features, data.classes, data.groups, data.image, data.scaling,
        data.target, dict(data.recipe), data.frame,
    )  # fmt: skip
    return msgspec.json.encode(said).decode()


def unpacked(content: bytes) -> OwnData:
    """The data in a file, all of it checked. Refusal own_data_damaged."""
    try:
        words, tensors = _metadata(content), from_bytes(content)
    except (SafetensorError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refusal("own_data_damaged") from error
    return restored(words, tensors)


def restored(words: str, tensors: Mapping[str, NDArray[Any]]) -> OwnData:
    """The data of `words_of` and `tensors_of`, all of it checked. Refusal own_data_damaged."""
    try:
        said = msgspec.json.decode(words, type=_Said)
        data = OwnData(
            said.name, said.kind, tensors["x"], tensors["y"], said.features, said.classes, said.groups, said.image,
            said.scaling, said.target, said.recipe, said.frame,
        )  # fmt: skip
        fits = said.format == FORMAT and len(tensors) == 2 and _is_sound(data) and data.digest == said.digest
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refusal("own_data_damaged") from error
    if not fits:
        raise Refusal("own_data_damaged")
    return data


def _metadata(content: bytes) -> str:
    length = int.from_bytes(content[:HEADER_BYTES], "little")
    header: Mapping[str, Any] = parsed(content[HEADER_BYTES : HEADER_BYTES + length].decode())
    return str(header["__metadata__"][METADATA])


def _is_sound(data: OwnData) -> bool:
    """Whether the parts belong together."""
    inputs = data.image[0] * data.image[1] if data.image else len(data.features) or 2
    x = data.x.ndim == 2 and data.x.shape[1] == inputs and data.x.dtype == (np.uint8 if data.image else np.float32)
    if data.classes:
        y = data.y.dtype == np.int64 and data.y.shape == data.x.shape[:1]
        y = y and (not len(data.y) or (data.y.min() >= 0 and data.y.max() < len(data.classes)))
    else:
        y = data.y.dtype == np.float32 and data.y.shape == (len(data.x), 1) and bool(np.isfinite(data.y).all())
    named = data.kind in KINDS and data.scaling in SCALINGS and (data.kind == "image") == (data.image is not None)
    grouped = sum(data.groups) in (0, inputs) and all(width > 0 for width in data.groups)
    return x and bool(y) and named and grouped and _is_shown(data, inputs) and not np.isinf(data.x).any()


def _is_shown(data: OwnData, inputs: int) -> bool:
    """Whether it can be drawn as what it says that it is."""
    if data.image and min(data.image) < 1:
        return False
    if data.frame and not (
        min(data.frame.half) > 0 and np.abs((*data.frame.centre, *data.frame.half)).max() <= FURTHEST
    ):
        return False
    plane = data.kind == "plane"
    return (not plane or inputs == PLANE_INPUTS) and (not data.is_painted or (plane and bool(data.classes)))
