"""Runs all benchmarks, or those named: `python -m benchmarks engine window`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from benchmarks import engine, films, pages, passes, start, window
from benchmarks.report import Row, print_rows

BENCHMARKS: dict[str, Callable[[], list[Row]]] = {
    "engine": engine.run,
    "window": window.run,
    "passes": passes.run,
    "pages": pages.run,
    "start": start.run,
    "films": films.run,
}


def main(names: list[str]) -> int:
    """Print the rows of every benchmark; 1 if a bar was missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    for name in names or list(BENCHMARKS):
        print(f"-- {name}", flush=True)
        found = BENCHMARKS[name]()
        print_rows(found)
        rows += found
    return int(any(row.missed for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
