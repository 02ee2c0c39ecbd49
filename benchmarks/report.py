"""Rows of a benchmark's result and how they are printed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Row:
    """One figure; `bar` is what it must reach: at least (">=") or at most ("<=")."""

    what: str
    value: float
    unit: str
    bar: float | None = None
    sense: str = ">="

    @property
    def missed(self) -> bool:
        """True if the figure is on the wrong side of its bar."""
        if self.bar is None:
            return False
        return self.value < self.bar if self.sense == ">=" else self.value > self.bar


def print_rows(rows: list[Row]) -> None:
    """A line each."""
    for row in rows:
        bar = (
            "" if row.bar is None else f"  (bar {row.sense} {row.bar:g} {row.unit}: {'MISSED' if row.missed else 'ok'})"
        )
        print(f"{row.what:72s} {row.value:10.3f} {row.unit}{bar}", flush=True)


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` per cent lie."""
    return float(np.percentile(np.asarray(values), share))
