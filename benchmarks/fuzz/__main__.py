"""`python -m benchmarks.fuzz [COUNT] [--seed N]`: so many damaged files. Exit code 1 after any defect; the bytes that
made it are kept."""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from benchmarks.fuzz.bombs import bombs
from benchmarks.fuzz.kinds import kinds
from benchmarks.fuzz.run import Tally, fuzz, peak, take
from benchmarks.fuzz.window import Window

COUNT, SEED = 10_000, 20261121
BAR = 1e9
"""Bytes of memory at most."""
SPARE = 2 << 30
"""Bytes of addresses that may be asked for beyond those at the start: what is declared must not be believed."""


def main() -> int:
    """Fuzz, print a line for each kind, and the exit code."""
    parser = ArgumentParser(prog="benchmarks.fuzz")
    parser.add_argument("count", nargs="?", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--kind", default="", help="only kinds with this in their name")
    args = parser.parse_args()
    _own_folders()
    application = QCoreApplication([])
    folder, start, tallies = Path(tempfile.mkdtemp(prefix="nnviz-fuzz-")), time.monotonic(), []
    window = Window()
    print(f"seed {args.seed}, files in {folder}\n{'':28s}    opened    refused  sentences    defects  peak MB  seconds")
    found = list(kinds(folder, window))
    _limit()
    total = sum(kind.share for kind in found)
    for kind in found:
        if args.kind in kind.name:
            tallies.append(fuzz(kind, -(-args.count * kind.share // total), args.seed, folder))
            for content in bombs(kind.name):
                take(kind, content, folder, tallies[-1])
            _print(tallies[-1])
    window.close()
    del application
    return _end(tallies, time.monotonic() - start)


def _own_folders() -> None:
    """Nothing of the user is read or written."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = tempfile.mkdtemp(prefix="nnviz-fuzz-home-")
    os.environ.pop("NNVIZ_DATA", None)


def _limit() -> None:
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + SPARE, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _print(tally: Tally) -> None:
    figures = (tally.opened, tally.refused, len(tally.sentences), len(tally.defects))
    columns = "  ".join(f"{figure:9d}" for figure in figures)
    print(f"{tally.kind:28s} {columns}  {peak() / 1e6:7.0f}  {tally.seconds:7.1f}", flush=True)


def _end(tallies: list[Tally], seconds: float) -> int:
    defects = [defect for tally in tallies for defect in tally.defects]
    for trace, path in defects:
        print(f"\n{path}\n{trace}")
    opened, refused = sum(tally.opened for tally in tallies), sum(tally.refused for tally in tallies)
    print(f"{opened} opened, {refused} refused, {len(defects)} defects; peak {peak() / 1e6:.0f} MB; {seconds:.0f} s")
    return int(bool(defects) or peak() > BAR)


if __name__ == "__main__":
    sys.exit(main())
