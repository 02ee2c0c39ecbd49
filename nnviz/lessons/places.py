"""Places: in which line of a lesson file a key stands. tomllib tells lines of broken TOML only."""

from __future__ import annotations

import re
from collections.abc import Iterator

STEP = re.compile(r"\s*\[\[\s*step\s*\]\]")
TABLE = re.compile(r"\s*\[\s*step\s*\.\s*(\w+)\s*\]")
STRING = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)
"""Strings and comments of TOML."""


class Places:
    """Lines of a text, from 1. What stands in strings and comments is no key and no header."""

    def __init__(self, text: str) -> None:
        self._bare = without_strings(text)
        self._lines = self._bare.split("\n")
        self._steps = [number for number, line in enumerate(self._lines) if STEP.match(line)]

    def line(self, step: int | None, *keys: str | int) -> int:
        """The line of a key of step number `step` (from 0; None: of the lesson), of a key in one of its tables, or of
        an item of a list; the nearest line before it where it does not stand in the file."""
        first, end = self._range(step)
        for key in keys:
            found = self._item(first, key) if isinstance(key, int) else self._key(first, end, key)
            if found is None:
                break
            first = found
        return first + 1

    def _range(self, step: int | None) -> tuple[int, int]:
        starts = [*self._steps, len(self._lines)]
        if step is None:
            return 0, starts[0]
        return (starts[step], starts[step + 1]) if step + 1 < len(starts) else (starts[-1] - 1, starts[-1])

    def _key(self, first: int, end: int, key: str) -> int | None:
        """The header [step.key], or the line with key = …, which may stand inside braces."""
        pattern = re.compile(rf"(?:^|[{{,])\s*{re.escape(key)}\s*=")
        for number in range(first, end):
            header = TABLE.match(self._lines[number])
            if (header and header[1] == key) or pattern.search(self._lines[number]):
                return number
        return None

    def _item(self, first: int, index: int) -> int | None:
        """The line where item `index` of the list in line `first` begins."""
        begins = _items(self._bare, sum(len(line) + 1 for line in self._lines[:first]))
        offset = next((at for number, at in enumerate(begins) if number == index), None)
        return None if offset is None else self._bare.count("\n", 0, offset)


def without_strings(text: str) -> str:
    """As many lines and characters; strings and comments say nothing any more."""
    return STRING.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    """As many lines and characters without any that mean something; strings stay visible as items."""
    filler = " " if match[0].startswith("#") else "s"
    return "".join("\n" if char == "\n" else filler for char in match[0])


def _items(text: str, start: int) -> Iterator[int]:
    """Offsets of the items of the first list after `start`."""
    depth, fresh = 0, False
    for at in range(text.find("[", start), len(text)):
        char = text[at]
        if depth == 1 and fresh and not char.isspace() and char not in ",]":
            yield at
            fresh = False
        depth += (char in "[{") - (char in "]}")
        if (char == "[" and depth == 1) or (char == "," and depth == 1):
            fresh = True
        if depth <= 0:
            return
