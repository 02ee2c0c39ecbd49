"""Sketch: the strokes being drawn, the eraser's cuts, and the way back. No Qt; points in units of CANVAS_EXTENT."""

from __future__ import annotations

from collections import deque
from itertools import pairwise

from nnviz.data.strokes import Stroke, erase
from nnviz.session.drawing import CANVAS_EXTENT

PEN = 20.0
"""Width of the ink on the canvas."""
ERASER = 14.0
"""Radius of the eraser."""
NEAR = 0.7
"""A pen that moved less than this has not moved: keeps slow strokes from piling up points."""
CRUMB = 5.0
"""What the eraser leaves over of a stroke is swept up where it is shorter than this."""
STEPS = 200
"""How many steps undo goes back."""

Point = tuple[float, float]
Strokes = tuple[Stroke, ...]


class Sketch:
    """Strokes as a person makes them: begin, extend, end; erase; clear; undo."""

    def __init__(self, strokes: Strokes = ()) -> None:
        """`strokes` are there from the beginning."""
        self._done = strokes
        self._current: list[Point] = []
        self._past: deque[Strokes] = deque(maxlen=STEPS)

    @property
    def strokes(self) -> Strokes:
        """Everything drawn, the stroke under the pen included."""
        return (*self._done, tuple(self._current)) if self._current else self._done

    @property
    def current(self) -> list[Point]:
        """Points of the stroke under the pen; empty between strokes."""
        return self._current

    def remember(self) -> None:
        """What is drawn now is where the next undo goes back to."""
        self._past.append(self._done)

    def begin(self, point: Point) -> None:
        """Put the pen down."""
        self.remember()
        self._current = [_inside(point)]

    def extend(self, point: Point) -> bool:
        """Move the pen; False where it has hardly moved."""
        point = _inside(point)
        last = self._current[-1]
        if abs(point[0] - last[0]) < NEAR and abs(point[1] - last[1]) < NEAR:
            return False
        self._current.append(point)
        return True

    def end(self) -> None:
        """Lift the pen."""
        self._done, self._current = self.strokes, []

    def erase(self, path: Stroke) -> bool:
        """Cut away all ink within ERASER of the path; False where there was none."""
        before = self._done
        # A stroke is inked PEN / 2 beyond its line: cutting that much more takes the ink exactly to the eraser's rim.
        after = erase(before, path, ERASER + PEN / 2)
        whole = {id(stroke) for stroke in before}
        self._done = tuple(stroke for stroke in after if id(stroke) in whole or _length(stroke) >= CRUMB)
        return self._done != before

    def forget_if_unchanged(self) -> None:
        """Drop the last step of undo where it would change nothing: an eraser that met no ink."""
        if self._past and self._past[-1] == self._done:
            self._past.pop()

    def replace(self, strokes: Strokes) -> bool:
        """Another drawing, for instance none; undo brings the old one back. False where it is the same."""
        self.end()
        if strokes == self._done:
            return False
        self.remember()
        self._done = strokes
        return True

    def forget(self) -> None:
        """An empty sheet, and no way back to what was on it."""
        self._done, self._current = (), []
        self._past.clear()

    def undo(self) -> bool:
        """Back by one step, or give up the stroke under the pen; False where there is nothing to take back."""
        self._current = []
        if not self._past:
            return False
        self._done = self._past.pop()
        return True


def _inside(point: Point) -> Point:
    """A pen that leaves the canvas draws along its border, so that there is no ink that cannot be seen."""
    return min(max(point[0], 0.0), CANVAS_EXTENT), min(max(point[1], 0.0), CANVAS_EXTENT)


def _length(stroke: Stroke) -> float:
    return sum(abs(x - u) + abs(y - v) for (x, y), (u, v) in pairwise(stroke))
