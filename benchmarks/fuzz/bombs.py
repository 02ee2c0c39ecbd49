"""Bombs: small files that promise or unpack to more than the memory, and files whose reading could take for ever."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from benchmarks.fuzz.containers import PNG, chunk

MEGABYTE = 1 << 20
EMPTY = b'"%d":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}'
"""A tensor without numbers."""
BOMBS: dict[str, tuple[Callable[[], bytes], ...]] = {
    ".npz": (
        lambda: archive(b"", 600),
        lambda: archive(array((10**9, 10**6)), 0),
        lambda: archive(array((1 << 13, 1 << 13)), 600),
    ),
    "picture": (
        lambda: png(30_000, 30_000, 0, 0), lambda: png(9400, 9400, 6, 340), lambda: png(9000, 5500, 6, 190),
        lambda: png(9000, 5500, 0, 100, 16), lambda: png(2**31 - 1, 2**31 - 1, 6, 0), lambda: bitmap(30_000, 30_000),
        lambda: bitmap(2**31 - 1, 1),
    ),
    "image in a folder": (
        lambda: png(9400, 9400, 6, 340), lambda: png(9000, 5500, 6, 190), lambda: png(9000, 5500, 0, 100, 16),
        lambda: bitmap(30_000, 30_000),
    ),
    "IDX": (lambda: idx(2**31, 2**31), lambda: idx(10**6, 28), lambda: idx(300_000, 28)),
    "packed IDX": (lambda: packed(idx(1, 1), 1200), lambda: packed(b"\0\0\x08\1" + (10**9).to_bytes(4, "big"), 1000)),
    "strokes": (
        lambda: b'{"strokes": [' + b"[]," * 20_000_000 + b"[]]}",
        lambda: b'{"strokes": [[' + b"[0,0],[9,9]," * 140_000 + b"[0,0]]]}",
        lambda: b'{"strokes": ' + b"[" * 30_000_000,
    ),
    "table": (
        lambda: b"a,b\n1,2\n" + b"," * 100 * MEGABYTE,
        lambda: b"a,b\n1,2\n" + b'"\n",' * 20 * MEGABYTE,
        lambda: b"a,b\n1,2\n" + b"x" * 100 * MEGABYTE,
        lambda: (b"a,b,c\n" + b"".join(b"%d,%d,x%d\n" % (k, k % 7, k % 3) for k in range(400_000))),
        lambda: (b"a,b,c,d,e,f,g,h," * 240 + b"z\n") * 15_000,
    ),
    "lesson": (
        lambda: b"a." * 60_000 + b"a = 1", lambda: b"[" + b'"a".' * 30_000 + b"a]",
        lambda: lesson(b"![" * 40_000), lambda: lesson(b"![](" * 30_000), lambda: lesson(b"$x$ " * 30_000),
        lambda: lesson(b"$" + b"x" * 120_000 + b"$"), lambda: lesson(b"$$x" * 40_000), lambda: lesson(b"`" * 120_000),
        lambda: b"a" * 130_000, lambda: b"a = " + b"[" * 120_000, lambda: b"'" * 130_000, lambda: b'"""' * 40_000,
    ),
    "recording": (
        lambda: b'{"format": 1, "version": "", "x": ' + b"[[]," * 30_000_000,
        lambda: b'{"format": 1, "version": "", "events": [' + b'{"tick":0,"iterations":null,"intent":{}},' * 4_000_000,
    ),
    "experiment": (lambda: b"[" + b"[]," * 4_000_000, lambda: b" " * 20 * MEGABYTE),
    "plan of a sweep": (lambda: plan(10, 9), lambda: plan(40, 3)),
    "results of a sweep": (lambda: b"x" * 300 * MEGABYTE, lambda: b"\n" * 20 * MEGABYTE),
    "settings": (lambda: b'{"recent": [' + b'"",' * 5_000_000,),
    "model": (
        lambda: safetensors(b"[" * MEGABYTE), lambda: (2**40).to_bytes(8, "little"),
        lambda: safetensors(b'{"__metadata__": {"nnviz": "' + b"[]," * 2_500_000 + b'"}}'),
        lambda: safetensors(b"{" + b",".join(EMPTY % k for k in range(300_000)) + b"}"),
    ),
}  # fmt: skip
"""By the name of the kind: makers of files."""


def zeros(count: int) -> bytes:
    """So many megabytes of nothing, packed."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 15)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(count)) + packer.flush()


def png(width: int, height: int, kind: int, count: int, depth: int = 8) -> bytes:
    """A PNG of that size with so many megabytes of pixels."""
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return PNG + chunk(b"IHDR", head) + chunk(b"IDAT", zeros(count)) + chunk(b"IEND", b"")


def bitmap(width: int, height: int) -> bytes:
    """The head of a BMP."""
    return b"BM" + struct.pack("<IIIIiiHHIIiiII", 54, 0, 54, 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)


def array(shape: tuple[int, ...]) -> bytes:
    """The head of a .npy file."""
    head = f"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY\1\0" + len(head).to_bytes(2, "little") + head


def archive(head: bytes, count: int) -> bytes:
    """A .npz whose only array has so many megabytes."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as found,
        found.open("W1.npy", "w") as member,
    ):
        member.write(head)
        for _ in range(count):
            member.write(bytes(MEGABYTE))
    return file.getvalue()


def idx(count: int, side: int) -> bytes:
    """The head of a file of images."""
    return bytes([0, 0, 8, 3]) + b"".join(length.to_bytes(4, "big") for length in (count, side, side))


def packed(head: bytes, count: int) -> bytes:
    """A gzip file of so many megabytes."""
    file = io.BytesIO()
    with gzip.open(file, "wb", 1) as found:
        found.write(head)
        for _ in range(count):
            found.write(bytes(MEGABYTE))
    return file.getvalue()


def lesson(text: bytes) -> bytes:
    """A lesson of one step."""
    head = b'id = "x"\ntitle = "x"\nsummary = "x"\nminutes = 3\nrows = []\n[[step]]\ntitle = "x"\n'
    return head + b"text = '''" + text + b"'''\n"


def plan(axes: int, values: int) -> bytes:
    """A sweep of far too many runs."""
    names = (
        "learning_rate",
        "momentum",
        "decay",
        "epsilon",
        "l1",
        "l2",
        "noise",
        "test_share",
        "batch_size",
        "samples",
    )
    vary = ", ".join(
        f'{{"setting": "{names[k % 10]}", "values": {[1 + n for n in range(values)]}}}' for k in range(axes)
    )
    return f'{{"format": 1, "experiment": {{}}, "vary": [{vary}], "seeds": 1, "iterations": 3}}'.encode()


def safetensors(header: bytes) -> bytes:
    """A header and nothing else."""
    return len(header).to_bytes(8, "little") + header


def bombs(kind: str) -> Iterator[bytes]:
    """Those of a kind, made one at a time."""
    return (make() for make in BOMBS.get(kind, ()))
