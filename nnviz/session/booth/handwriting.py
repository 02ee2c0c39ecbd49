"""Handwriting: sample digits written stroke by stroke as a hand would, over and over, to invite whoever passes by.

The samples are drawings of our own (resources/drawings), in units of CANVAS_EXTENT.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from nnviz.assets import resource
from nnviz.data.strokes import Stroke, parse_strokes

SAMPLES = ("three", "eight", "five", "two", "seven", "zero", "four", "nine", "six", "one")
"""In the order in which they are written."""
SPEED = 210.0
"""Canvas units a second: a digit takes two to three seconds."""
LIFT = 0.35
"""Seconds between two strokes of a digit."""
SHOW = 3.0
"""Seconds for which a finished digit stands."""
BREAK = 0.6
"""Seconds of empty paper before the next."""


@dataclass(frozen=True)
class Piece:
    """A stroke, and the seconds at which the pen is at each of its points."""

    stroke: Stroke
    times: tuple[float, ...]

    @property
    def end(self) -> float:
        """When the pen is lifted."""
        return self.times[-1]

    def until(self, time: float) -> Stroke:
        """What is there of it at a time; the last point lies where the pen is."""
        written = sum(moment <= time for moment in self.times)
        if written in (0, len(self.stroke)):
            return self.stroke[:written]
        share = (time - self.times[written - 1]) / (self.times[written] - self.times[written - 1])
        return (*self.stroke[:written], _between(self.stroke[written - 1], self.stroke[written], share))


class Handwriting:
    """strokes  what is written now;  finished  the digit is complete and stands for a while"""

    def __init__(self, drawings: Sequence[tuple[Stroke, ...]]) -> None:
        self._scores = [_timed(strokes) for strokes in drawings]
        self._index, self._time = 0, 0.0
        self.strokes: tuple[Stroke, ...] = ()
        self.finished = False

    def restart(self, calm: bool = False) -> None:
        """Begin with the next digit; where motion disturbs, with a finished one."""
        self._index = (self._index + 1) % len(self._scores)
        self._time, self.strokes, self.finished = 0.0, (), False
        if calm:
            self._time = self._scores[self._index][-1].end

    def advance(self, seconds: float, calm: bool = False) -> None:
        """So much time passes."""
        self._time += seconds
        end = self._scores[self._index][-1].end
        if self._time >= end + SHOW + (0 if calm else BREAK):
            self.restart(calm)
            return
        pieces = self._scores[self._index] if self._time < end + SHOW else ()
        written = tuple(piece.until(self._time) for piece in pieces)
        self.strokes = tuple(stroke for stroke in written if stroke)
        self.finished = end <= self._time < end + SHOW


def open_samples() -> Handwriting:
    """The digits that come with the program."""
    texts = (resource("drawings", f"{name}.json").read_text(encoding="utf-8") for name in SAMPLES)
    return Handwriting([parse_strokes(text) for text in texts])


def _timed(strokes: tuple[Stroke, ...]) -> tuple[Piece, ...]:
    pieces, start = [], 0.0
    for stroke in strokes:
        lengths = (math.dist(a, b) / SPEED for a, b in pairwise(stroke))
        pieces.append(Piece(stroke, tuple(accumulate(lengths, initial=start))))
        start = pieces[-1].end + LIFT
    return tuple(pieces)


def _between(a: tuple[float, float], b: tuple[float, float], share: float) -> tuple[float, float]:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
