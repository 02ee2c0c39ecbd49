"""Notes: words beside points of a picture, where they cover neither each other nor what is drawn there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Way = tuple[int, float]
"""Where words stand: −1 left, 1 right of the point, so many lines lower; 0 above (−1), on (0) or below it (1)."""
ROWS = (0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 4.0, -4.0, 5.0, -5.0)
BESIDE: tuple[Way, ...] = tuple((side, row) for row in ROWS for side in (1, -1))
AROUND: tuple[Way, ...] = ((0, 1.0), (0, -1.0), *BESIDE)
UPON: tuple[Way, ...] = ((0, 0.0),)
"""The usual ways, the best one first."""
COVERED, MARKED, OUTSIDE = 100.0, 30.0, 1e5
"""Cost of words that cover other words, a mark, or the border."""
CROSSED, MOST_CROSSED = 0.5, 12.0
"""Cost of each point of a curve behind the words, and of all at the most."""
CALM = 3.0
"""How much better another way must be: words that jump from side to side cannot be read."""


@dataclass(frozen=True)
class Note:
    """Words for a point, in pixels.

    reach      between the point and the words
    optional   they are left out where they would cover something
    """

    name: str
    x: float
    y: float
    width: float
    height: float
    ways: tuple[Way, ...] = BESIDE
    reach: float = 9.0
    optional: bool = False

    def boxes(self) -> Values:
        """(ways, 4) left, top, right, bottom."""
        return np.array([self._box(*way) for way in self.ways])

    def _box(self, side: int, row: float) -> tuple[float, float, float, float]:
        x = self.x + side * (self.reach + self.width / 2)
        y = self.y + row * (self.height if side else self.reach + self.height / 2)
        return x - self.width / 2, y - self.height / 2, x + self.width / 2, y + self.height / 2


class Notes:
    """Finds the places. It remembers where each note stood, and leaves it there while nothing is in its way."""

    def __init__(self) -> None:
        self._before: dict[str, int] = {}

    def place(
        self, notes: Sequence[Note], marks: Values, curves: Values, frame: tuple[float, float, float, float]
    ) -> dict[str, tuple[float, float]]:
        """Name → middle of its words, for those that have a place; the first ones choose first. `marks` (n, 4) are
        boxes that should stay free, `curves` (n, 2) points that may be covered if it must be."""
        taken: Values = np.zeros((0, 4))
        found: dict[str, tuple[float, float]] = {}
        for note in notes:
            boxes = note.boxes()
            trouble = _trouble(boxes, taken, marks, frame)
            best = int(np.argmin(trouble + _crossed(boxes, curves) + self._habit(note)))
            if note.optional and trouble[best]:
                continue
            self._before[note.name] = best
            taken = np.vstack([taken, boxes[best]])
            found[note.name] = (boxes[best, 0] + boxes[best, 2]) / 2, (boxes[best, 1] + boxes[best, 3]) / 2
        return found

    def _habit(self, note: Note) -> Values:
        """(ways,) the first ones are the best, but for the one it stands in."""
        costs = np.arange(len(note.ways), dtype=np.float64)
        if note.name in self._before:
            costs[min(self._before[note.name], len(costs) - 1)] -= CALM
        return costs


def _trouble(boxes: Values, taken: Values, marks: Values, frame: tuple[float, float, float, float]) -> Values:
    """(boxes,) cost of what should not be; 0 where there is free room."""
    left, top, right, bottom = frame
    outside = (boxes[:, 0] < left) | (boxes[:, 1] < top) | (boxes[:, 2] > right) | (boxes[:, 3] > bottom)
    return np.asarray(OUTSIDE * outside + COVERED * _covered(boxes, taken) + MARKED * _covered(boxes, marks))


def _covered(boxes: Values, others: Values) -> Values:
    """(boxes,) how many of the other boxes each one covers."""
    a, b = boxes[:, None], others[None]
    apart = (a[..., 2] <= b[..., 0]) | (b[..., 2] <= a[..., 0]) | (a[..., 3] <= b[..., 1]) | (b[..., 3] <= a[..., 1])
    return np.asarray((~apart).sum(axis=1), np.float64)


def _crossed(boxes: Values, points: Values) -> Values:
    """(boxes,) cost of the points in each."""
    x, y = points[:, 0], points[:, 1]
    a = boxes[:, :, None]
    inside = (x > a[:, 0]) & (x < a[:, 2]) & (y > a[:, 1]) & (y < a[:, 3])
    return np.asarray(np.minimum(CROSSED * inside.sum(axis=1), MOST_CROSSED))
