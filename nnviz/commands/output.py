"""What a command prints: one JSON value on stdout, progress on stderr."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
from tqdm import tqdm

from nnviz.engine.trace import Array

PATIENCE = 0.5
"""Seconds of work before a progress bar appears: short work stays silent."""


def print_json(value: Any) -> None:
    """Print exactly one JSON value; arrays become nested lists, and what is not a finite number becomes null."""
    print(json.dumps(plain(value), allow_nan=False))


def plain(value: Any) -> Any:
    """The same value in lists, dictionaries, numbers and strings that JSON knows."""
    if isinstance(value, np.ndarray):
        return _listed(value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _listed(array: Array) -> Any:
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        return plain(array.tolist())
    return array.tolist()


def progress_bar(total: float | None, what: str, unit: str = "it") -> tqdm[Any]:
    """A bar on stderr for work that lasts longer than PATIENCE; it goes away when the work is done."""
    return tqdm(total=total, desc=what, unit=unit, delay=PATIENCE, leave=False, dynamic_ncols=True)


def telling(bar: tqdm[Any]) -> Callable[[float], None]:
    """Moves a bar of 100 when it is told the finished share."""
    return lambda share: bar.update(round(100 * share) - bar.n)


def print_beside_bar(line: str) -> None:
    """Print a line on stdout now, above a progress bar."""
    # tqdm.write draws a waiting bar anew below the line, which only a terminal can take away again.
    tqdm.write(line, file=sys.stdout) if sys.stderr.isatty() else print(line, flush=True)
