"""IDX files, the form in which MNIST is published: strict, bounded reading, plain or gzipped, never a pickle.

Format (LeCun): magic 0, 0, type, dimensions; one big-endian 32-bit length for each dimension; then the values.
"""

from __future__ import annotations

import gzip
import zlib
from io import BufferedReader
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.refusal import Refusal

UNSIGNED_BYTE = 8
"""The only value type of MNIST's files."""
MOST_VALUES = 2**28
"""A header that promises more than this many values is wrong."""


def read_idx(path: Path, dimensions: int) -> NDArray[np.uint8]:
    """The array of one IDX file of unsigned bytes.

    Refusal, naming the file: idx_unreadable, idx_wrong_kind, idx_wrong_length.
    """
    try:
        with _opened(path) as file:
            return _read(file, path, dimensions)
    except (OSError, EOFError, zlib.error) as error:
        raise Refusal("idx_unreadable", file=str(path)) from error


def _opened(path: Path) -> gzip.GzipFile | BufferedReader:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")


def _read(file: gzip.GzipFile | BufferedReader, path: Path, dimensions: int) -> NDArray[np.uint8]:
    if file.read(4) != bytes([0, 0, UNSIGNED_BYTE, dimensions]):
        raise Refusal("idx_wrong_kind", file=str(path))
    header = file.read(4 * dimensions)
    if len(header) < 4 * dimensions:
        raise Refusal("idx_unreadable", file=str(path))
    shape = tuple(int(length) for length in np.frombuffer(header, ">u4"))
    size = int(np.prod(shape, dtype=object))
    if size > MOST_VALUES:
        raise Refusal("idx_wrong_kind", file=str(path))
    # One byte more than promised tells a file that is too long from one that is right.
    values = file.read(size + 1)
    if len(values) != size:
        raise Refusal("idx_wrong_length", file=str(path), expected=size)
    return np.frombuffer(values, np.uint8).reshape(shape)
