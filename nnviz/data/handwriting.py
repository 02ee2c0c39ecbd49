"""Handwriting: the 1,797 digits of 8×8 pixels that come with scikit-learn, real data that needs no network.

Source: Alpaydin and Kaynak, "Optical recognition of handwritten digits", UCI Machine Learning Repository (1998).
"""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SHAPE = (8, 8)
HIGHEST = 16
"""Grey values count the inked pixels of 4×4 blocks: 0…16."""


def load_handwriting() -> tuple[NDArray[np.float32], NDArray[np.intp]]:
    """Raw images (1797, 64), 0…16, and their digits (1797,)."""
    with gzip.open(_table(), "rt", encoding="ascii") as file:
        rows = np.loadtxt(file, np.float32, delimiter=",")
    return np.ascontiguousarray(rows[:, :-1]), rows[:, -1].astype(np.intp)


def _table() -> Path:
    """scikit-learn's file: 64 grey values and the digit in a row. All of scikit-learn would take a second to import
    and be a third of the bundle, which therefore has this file alone (`packaging/contents.py`)."""
    spec = find_spec("sklearn")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("scikit-learn")
    return Path(next(iter(spec.submodule_search_locations))) / "datasets" / "data" / "digits.csv.gz"
