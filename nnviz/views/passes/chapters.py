"""Chapters: forward, loss, backward and update as parts of the slider, and where each beat lies along it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from nnviz.session.script import Beat

CHAPTER_OF = {
    "sum": "forward",
    "bias": "forward",
    "activate": "forward",
    "loss": "loss",
    "pull": "backward",
    "delta": "backward",
    "gradient": "backward",
    "update": "update",
}
"""The chapter each phase of a beat belongs to."""


@dataclass(frozen=True)
class Chapter:
    """Beats `begin` … `end` − 1 of a script; they play for `seconds` at speed 1."""

    name: str
    begin: int
    end: int
    seconds: float


@dataclass(frozen=True, eq=False)
class Axis:
    """Where positions lie on the screen.

    beats  (n + 1,) 0 … n, the boundaries between beats;  x (n + 1,) their pixels, from left to right
    """

    beats: NDArray[np.float64]
    x: NDArray[np.float64]

    def x_of(self, position: float) -> float:
        """Pixel of a position in beats."""
        return float(np.interp(position, self.beats, self.x))

    def position_at(self, x: float) -> float:
        """Position in beats of a pixel; the ends beyond them."""
        return float(np.interp(x, self.x, self.beats))


def chapters_of(script: Sequence[Beat]) -> tuple[Chapter, ...]:
    """The chapters of a script, in order."""
    result: list[Chapter] = []
    for name, beats in groupby(script, key=lambda beat: CHAPTER_OF[beat.phase]):
        begin, seconds = result[-1].end if result else 0, [beat.seconds for beat in beats]
        result.append(Chapter(name, begin, begin + len(seconds), sum(seconds)))
    return tuple(result)


def axis_of(
    script: Sequence[Beat], chapters: Sequence[Chapter], least: Sequence[float], left: float, width: float
) -> Axis:
    """An axis from `left` on, `width` pixels long. Beats take room as they take time; a chapter has at least its entry
    of `least`, so that its name fits however many terms the others have (where all of them fit at all)."""
    lengths = _lengths(chapters, least, width)
    parts = [np.zeros(1)]
    for chapter, length in zip(chapters, lengths, strict=True):
        seconds = np.cumsum([beat.seconds for beat in script[chapter.begin : chapter.end]])
        parts.append(parts[-1][-1] + seconds * (length / chapter.seconds))
    x = left + np.concatenate(parts)
    return Axis(np.arange(len(x), dtype=np.float64), x)


def _lengths(chapters: Sequence[Chapter], least: Sequence[float], width: float) -> list[float]:
    """The least lengths, and of the room that is left a share as large as the chapter's share of the time."""
    spare, seconds = width - sum(least), sum(chapter.seconds for chapter in chapters)
    if spare < 0:
        return [length * width / sum(least) for length in least]
    return [length + spare * chapter.seconds / seconds for length, chapter in zip(least, chapters, strict=True)]
