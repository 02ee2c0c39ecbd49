"""Tally: how many visitors there were today, and who was right. Counts only, in memory and in one small file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from nnviz.strict_json import read_json

MOST = 999_999
"""A count goes no further."""


@dataclass(frozen=True)
class Counts:
    """day        ISO date they belong to
    visitors   who finished at least one drawing
    right, fooled   drawings of which the visitor said that the network was right, or wrong
    """

    day: str = ""
    visitors: int = 0
    right: int = 0
    fooled: int = 0


class Tally:
    """Today's counts; the next day begins at 0. Without a file they last as long as the program."""

    def __init__(self, path: Path | None = None, today: Callable[[], date] = date.today) -> None:
        self._path, self._today = path, today
        self._counts = _read(path) if path else Counts()

    @property
    def counts(self) -> Counts:
        """As they are now."""
        day = self._today().isoformat()
        if self._counts.day != day:
            self._counts = Counts(day)
        return self._counts

    def count(self, **more: int) -> None:
        """Add to counts by name, and write them down. A disk that is full stops nobody."""
        counts = self.counts
        added = {name: min(getattr(counts, name) + number, MOST) for name, number in more.items()}
        self._counts = replace(counts, **added)
        try:
            self._write()
        except OSError as error:
            print(f"nnviz: score not saved: {error}", file=sys.stderr)

    def _write(self) -> None:
        """Atomically: the old file is whole until the new one is."""
        if self._path:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft = self._path.with_suffix(".part")
            draft.write_text(json.dumps(vars(self._counts)), encoding="utf-8")
            draft.replace(self._path)


def _read(path: Path) -> Counts:
    """What was written; a file that is missing or broken counts as none."""
    try:
        return _checked(read_json(path))
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        return Counts()


def _checked(values: Any) -> Counts:
    numbers = {name: int(values[name]) for name in ("visitors", "right", "fooled")}
    if any(not 0 <= number <= MOST for number in numbers.values()):
        raise ValueError(values)
    return Counts(str(values["day"]), **numbers)
