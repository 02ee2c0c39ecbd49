"""Mutations of files that have parts: one part is damaged, and the whole is put together again as it should be."""

from __future__ import annotations

import gzip
import io
import json
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np

from benchmarks.fuzz.mutations import BYTES, JSON, NUMBERS, bits, json_value, mutated, number, piece
from nnviz.data.own_file import packed, unpacked
from nnviz.data.plane import Bounds
from nnviz.engine.refusal import Refusal

FLOATS = (float("nan"), float("inf"), float("-inf"), 3e38, -3e38, 1e-45, 0.0, -0.0, 1e30)
DTYPES = ("F32", "F64", "F16", "BF16", "I64", "U8", "BOOL", "F8_E4M3", "C64", "x")
DESCRIPTIONS = (
    "<f4",
    ">f8",
    "<f2",
    "<f16",
    "|O",
    "<i8",
    "|b1",
    "<c16",
    "<U9999999",
    "|V8",
    "<M8[s]",
    "a5",
    "f",
    "",
    "(9,9)f4",
)
NPY = b"\x93NUMPY"
PNG = b"\x89PNG\r\n\x1a\n"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def safetensors(content: bytes, random: Random) -> bytes:
    """The header is another, or the numbers are."""
    if len(content) < 8:
        return content
    length = int.from_bytes(content[:8], "little")
    header, data = content[8 : 8 + length], content[8 + length :]
    kind = random.choice(("header", "said", "said", "said", "shape", "numbers", "length"))
    if kind == "numbers":
        return content[: 8 + length] + floats(data, random)
    if kind == "length":
        return random.choice(NUMBERS).to_bytes(8, "little") + header + data
    header = {"header": json_value, "said": _said, "shape": _shape}[kind](header, random)
    return len(header).to_bytes(8, "little") + header + data


def floats(content: bytes, random: Random) -> bytes:
    """Some numbers in it are none, or extreme."""
    for _ in range(random.choice((1, 1, 5))):
        value = struct.pack(random.choice(("<f", "<d")), random.choice(FLOATS))
        at = random.randrange(max(1, len(content) // len(value))) * len(value)
        content = content[:at] + value + content[at + len(value) :] if content else content
    return content


def own_data(content: bytes, random: Random) -> bytes:
    """Data that is unsound, with a digest that is right."""
    try:
        data = unpacked(content)
    except Refusal:
        return bits(content, random)
    values: dict[str, Sequence[Any]] = {
        "image": (None, (8, 8), (-8, -8), (0, 0), (64, 1), (10**9, 10**9)),
        "groups": ((), (1,), (5, -1), (0, 4), (4,), (10**12,)),
        "features": ((), ("a",), ("a", "a", "a", "a"), ("",) * 64),
        "classes": ((), ("a",), ("a", "a"), ("a",) * 99),
        "kind": ("plane", "table", "image", ""),
        "scaling": ("none", "unit", "standard", "whiten"),
        "frame": (None, Bounds((0, 0), (0, 0)), Bounds((1e300, 0), (1e300, 1)), Bounds((0, 0), (-1, 1))),
        "recipe": ({}, {"from": "painted"}, {"from": "table"}),
        "x": (
            data.x[:0],
            data.x[:, :0],
            data.x[:3],
            data.x * 0,
            data.x.astype(np.float64),
            np.nan_to_num(data.x).astype(np.uint8),
        ),
        "y": (data.y[:0], data.y * 0, -data.y, data.y + 7, data.y.astype(np.float32).reshape(-1, 1)),
    }
    names = random.sample(sorted(values), random.choice((1, 1, 2)))
    with np.errstate(all="ignore"):
        return packed(replace(data, **{name: random.choice(values[name]) for name in names}))


def _said(header: bytes, random: Random) -> bytes:
    """The JSON inside the metadata is another."""
    try:
        found = json.loads(header)
        metadata = found["__metadata__"]
        name = random.choice(sorted(metadata))
        metadata[name] = random.choice(JSON)(metadata[name].encode(), random).decode("utf-8", "replace")
    except (ValueError, KeyError, AttributeError, TypeError, IndexError, RecursionError):
        return json_value(header, random)
    return json.dumps(found).encode()


def _shape(header: bytes, random: Random) -> bytes:
    """Another shape or type of one tensor, whose bytes may still be enough."""
    try:
        found = json.loads(header)
        tensor = found[random.choice([name for name in found if name != "__metadata__"])]
        shape = tensor["shape"]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return json_value(header, random)
    choices: tuple[list[int], ...] = (
        shape[::-1],
        [*shape, 1],
        [1, *shape],
        shape[:-1],
        [random.choice(NUMBERS), 2],
        [0],
        [],
        [2**31, 2**33],
    )
    if random.random() < 0.4:
        tensor["dtype"] = random.choice(DTYPES)
    else:
        tensor["shape"] = random.choice(choices)
    return json.dumps(found).encode()


def npz(content: bytes, random: Random) -> bytes:
    """One array of the archive is another, has another name, is there twice or is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [(one.filename, archive.read(one)) for one in archive.infolist()]
    except Exception:
        return bits(content, random)
    if not members:
        return content
    at = random.randrange(len(members))
    name, array = members[at]
    names = (name, name, name, "W9.npy", "b1.npy", "W1", "x/../../W1.npy", "W01.npy", "é.npy", "W" + "1" * 9 + ".npy")
    members[at] = (random.choice(names), random.choice((_npy, _npy, _npy, *BYTES))(array, random))
    if random.random() < 0.15:
        members.append(random.choice(members))
    return _zipped(members, random.choice(METHODS))


def _zipped(members: Sequence[tuple[str, bytes]], method: int) -> bytes:
    found = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(found, "w", method) as archive:
        # A name may be there twice: that is the damage.
        warnings.simplefilter("ignore", UserWarning)
        for name, array in members:
            archive.writestr(name, array)
    return found.getvalue()


def _npy(array: bytes, random: Random) -> bytes:
    """An array with another header, or other numbers."""
    if not array.startswith(NPY) or len(array) < 12:
        return bits(array, random)
    length = int.from_bytes(array[8:10], "little")
    header, data = array[10 : 10 + length], array[10 + length :]
    kind = random.choice(("shape", "description", "piece", "numbers", "version"))
    if kind == "numbers":
        return array[: 10 + length] + floats(data, random)
    if kind == "version":
        return NPY + bytes([random.choice((0, 1, 2, 3, 9)), random.choice((0, 1))]) + array[8:]
    text = header.decode("latin-1")
    if kind == "shape":
        sizes = ", ".join(str(random.choice((*NUMBERS, 3, -1, 2**70))) for _ in range(random.randint(0, 3)))
        text = f"{text[: text.find('(')]}({sizes},){text[text.find(')') + 1 :]}"
    elif kind == "description":
        rest = text[text.find("'fortran") :]
        text = f"{{'descr': {random.choice(DESCRIPTIONS)!r}, {rest}"
    else:
        text = piece(text.encode(), random).decode("latin-1")
    raw = text.encode("latin-1", "replace")[:65535]
    return array[:8] + len(raw).to_bytes(2, "little") + raw + data


def png(content: bytes, random: Random) -> bytes:
    """One chunk is another, missing, or there twice; checksums are right."""
    chunks = list(_chunks(content))
    if not chunks:
        return bits(content, random)
    at = random.choice((0, random.randrange(len(chunks))))
    name, data = chunks[at]
    kind = random.choice(("number", "number", "bytes", "gone", "twice", "more", "text"))
    if kind == "gone":
        del chunks[at]
    elif kind == "twice":
        chunks.insert(random.randrange(len(chunks)), chunks[at])
    elif kind == "more":
        chunks.insert(
            min(at + 1, len(chunks)),
            (
                random.choice((b"tRNS", b"gAMA", b"pHYs", b"eXIf", b"acTL", b"fcTL", b"PLTE", b"sRGB")),
                random.randbytes(random.choice((0, 1, 4, 26))),
            ),
        )
    elif kind == "text":
        zipped = b"name\0\0" + zlib.compress(bytes(2**20))
        chunks.insert(min(at + 1, len(chunks)), (random.choice((b"zTXt", b"iCCP")), zipped))
    else:
        chunks[at] = (name, (number if kind == "number" else bits)(data, random))
    return PNG + b"".join(chunk(*one) for one in chunks)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while content.startswith(PNG) and at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG with its length and checksum."""
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def zipped(content: bytes, random: Random) -> bytes:
    """What is packed in a gzip file is damaged."""
    try:
        inner = gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return bits(content, random)
    return gzip.compress(mutated(inner, BYTES, random), 1)
