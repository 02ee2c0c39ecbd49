"""Import of course files: .npz with the weights W1 … WL (in, out) and the biases b1 … bL (out,).

Such a file holds numbers only; see `bare` for what has to be told.
"""

from __future__ import annotations

import math
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array
from nnviz.models.bare import Dense, Outline, Unsaid, check_chain, model_of, outline_of
from nnviz.models.model import Model

SUFFIX = ".npz"
MOST_BYTES = 1 << 28
"""Unpacked size from which a file is refused: a small archive can unpack to more than the memory."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How NumPy packs."""
MAGIC = b"\x93NUMPY"
WIDTHS = {b"\1\0": 2, b"\2\0": 4, b"\3\0": 4}
"""Bytes of a header's length by the version of the format (numpy.lib.format)."""
HEADER = re.compile(
    rb"\s*\{\s*'descr'\s*:\s*'(?P<kind>[<>=|]?[biufcSUV]\d{1,3})'\s*,\s*'fortran_order'\s*:\s*(?P<order>True|False)"
    rb"\s*,\s*'shape'\s*:\s*\((?P<shape>[\d\s,L]*)\)\s*,?\s*\}\s*"
)
"""A dictionary as Python writes it, of simple types of numbers only."""


def load(path: Path, unsaid: Unsaid) -> Model:
    """The network of a course file. NumPy's own reader would evaluate headers as Python, and reserve what they promise.

    Refusal npz_unreadable, npz_keys, npz_array, bare_chain, and as of `bare.model_of`; OSError where the file cannot be
    read.
    """
    arrays = _arrays(path)
    precision = "float32" if all(array.dtype.itemsize <= 4 for array in arrays.values()) else "float64"
    return model_of(_layers(arrays), precision, unsaid, path.name)


def outline(path: Path) -> Outline:
    """What the file itself says. Refusal as of `load`."""
    return outline_of(_layers(_arrays(path)))


def _layers(arrays: Mapping[str, Array]) -> list[Dense]:
    numbers = range(1, _layer_count(arrays) + 1)
    for name, dimensions in ((f"{letter}{number}", "bW".index(letter) + 1) for number in numbers for letter in "Wb"):
        array = arrays[name]
        if array.ndim != dimensions or array.dtype.kind != "f" or array.dtype.itemsize > 8:
            raise Refusal("npz_array", name=name, shape=array.shape, dtype=array.dtype, dimensions=dimensions)
    pairs = [(arrays[f"W{number}"], arrays[f"b{number}"]) for number in numbers]
    check_chain([(f"W{number}", f"b{number}") for number in numbers], [(W.shape, b.shape) for W, b in pairs])
    return [Dense(W, b) for W, b in pairs]


def _arrays(path: Path) -> dict[str, Array]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > MOST_BYTES:
                raise Refusal("npz_too_large", most=MOST_BYTES >> 20)
            if any(member.compress_type not in METHODS for member in members):
                raise Refusal("npz_unreadable")
            found = {member.filename.removesuffix(".npy"): _array(archive.read(member)) for member in members}
    except Refusal:
        raise
    except (ValueError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, struct.error) as error:
        raise Refusal("npz_unreadable") from error
    if len(found) < len(members):
        raise Refusal("npz_unreadable")
    return found


def _array(content: bytes) -> Array:
    """The array in a .npy file. What its header promises must be there; objects, which only pickle could read, never
    are. ValueError where it is none that NumPy writes."""
    size = WIDTHS.get(content[len(MAGIC) : len(MAGIC) + 2], 0)
    start = len(MAGIC) + 2 + size
    end = start + int.from_bytes(content[start - size : start], "little")
    match = HEADER.fullmatch(content[start:end])
    if not (size and content.startswith(MAGIC) and match):
        raise ValueError("no array")
    shape = tuple(map(int, re.findall(rb"\d+", match["shape"])))
    kind = np.dtype(match["kind"].decode())
    if kind.hasobject or math.prod(shape) * kind.itemsize != len(content) - end:
        raise ValueError("no array of this shape")
    flat: Array = np.frombuffer(content, kind, offset=end)
    return flat.reshape(shape[::-1]).T if match["order"] == b"True" else flat.reshape(shape)


def _layer_count(arrays: Mapping[str, Array]) -> int:
    """L, where the keys are W1 … WL and b1 … bL and no others."""
    count = sum(re.fullmatch(r"W[1-9][0-9]*", name) is not None for name in arrays)
    expected = {f"{letter}{number}" for letter in "Wb" for number in range(1, count + 1)}
    if not count or set(arrays) != expected:
        raise Refusal("npz_keys", found=", ".join(sorted(arrays)) or "–")
    return count
