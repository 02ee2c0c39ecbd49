"""Slots: where the two numbers of each edge stand, clear of all edges and of each other.

Numbers stand only in the gaps between columns of nodes, so no node can be in their way. Within a gap every edge is a
function of x, sampled every STEP; a number needs a window of WINDOW samples in which no other edge crosses its box.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from PySide6.QtCore import QRectF

from nnviz.views.labs.graph.shapes import AIR, LINE, SLOT, Floats

STEP = 6.0
WINDOW = round(SLOT / STEP) + 2
"""Samples of a slot and a little air at both ends."""
STRIDE = 2
"""Every so manyth window is tried."""
CLASH = 1e4
"""Cost of a number that overlaps something, which no amount of beauty outweighs."""
SHARED, TOGETHER = 300.0, 9.0
"""Cost of a number where another edge runs along with its own, nearer than so much."""
APART = 6.0
"""Cost of two numbers of an edge that do not stand below each other, for each window between them."""
FARTHEST = 12
"""Most windows between them."""
MOST_GAPS = 3
"""Of a longer edge the first gap and the last ones are tried."""
ROUNDS = 3
"""The later ones improve on what the first left."""


@dataclass(frozen=True, eq=False)
class Gap:
    """The edges between two columns: x (s,), y (edges, s) and which edges these are."""

    x: Floats
    y: Floats
    owners: tuple[int, ...]


@dataclass(frozen=True)
class Place:
    """A place for the two numbers of an edge in a gap, and what it costs before other numbers are looked at.

    Where there is no number below, both places are the one above.
    """

    gap: int
    above: QRectF
    below: QRectF
    cost: float


def gap_between(left: float, right: float, curves: Sequence[Floats], owners: Sequence[int]) -> Gap:
    """Curves (n, 2), all of which lead from left to right, sampled."""
    x = np.arange(left, right + STEP / 2, STEP)
    rows = [np.interp(x, curve[:, 0], curve[:, 1]) for curve in curves]
    return Gap(x, np.array(rows).reshape(len(rows), len(x)), tuple(owners))


def slots_of(gaps: Sequence[Gap], single: Sequence[bool]) -> tuple[list[Place], frozenset[int]]:
    """A place for each edge, and the edges whose numbers overlap something that stands there with more right.

    A `single` edge has no number below it.
    """
    edges = len(single)
    rows = _rows(gaps, edges)
    choices = [
        [place for at, row in found for place in _places(gaps[at], at, row, single=alone)]
        for found, alone in zip(rows, single, strict=True)
    ]
    taken: list[dict[int, Place]] = [{} for _ in gaps]
    order = sorted(range(edges), key=lambda edge: sum(place.cost < CLASH for place in choices[edge]))
    for _ in range(ROUNDS):
        for edge in order:
            _settle(edge, choices[edge], taken)
    for edge in _crowded(taken):
        if not single[edge]:
            apart = [place for at, row in rows[edge] for place in _places(gaps[at], at, row, apart=True)]
            _settle(edge, apart, taken)
    chosen = {edge: place for places in taken for edge, place in places.items()}
    return [chosen[edge] for edge in range(edges)], frozenset(_homeless(taken))


def _settle(edge: int, choices: Sequence[Place], taken: Sequence[dict[int, Place]]) -> None:
    """Give an edge the best place beside those that others have."""
    for places in taken:
        places.pop(edge, None)
    place = _best(choices, taken)
    taken[place.gap][edge] = place


def _homeless(taken: Sequence[Mapping[int, Place]]) -> list[int]:
    """Edges to leave out so that no numbers overlap."""
    homeless: list[int] = []
    for places in taken:
        kept: list[Place] = []
        for edge, place in sorted(places.items()):
            if place.cost >= CLASH or any(_overlap(place, other) for other in kept):
                homeless.append(edge)
            else:
                kept.append(place)
    return homeless


def _crowded(taken: Sequence[Mapping[int, Place]]) -> list[int]:
    """Edges whose numbers overlap something."""
    return [
        edge
        for places in taken
        for edge, place in places.items()
        if place.cost >= CLASH or any(_overlap(place, other) for key, other in places.items() if key != edge)
    ]


def _best(choices: Sequence[Place], taken: Sequence[Mapping[int, Place]]) -> Place:
    """The cheapest place, with the cost of overlaps; where the cheapest has none, no other is looked at."""
    ranked = sorted(choices, key=lambda place: place.cost)
    best, least = ranked[0], math.inf
    for place in ranked:
        if place.cost >= least:
            break
        cost = place.cost + CLASH * sum(_overlap(place, other) for other in taken[place.gap].values())
        best, least = (place, cost) if cost < least else (best, least)
    return best


def _rows(gaps: Sequence[Gap], edges: int) -> list[list[tuple[int, int]]]:
    """The gaps that each edge may have its numbers in, with its row there."""
    passed: list[list[tuple[int, int]]] = [[] for _ in range(edges)]
    for at, gap in enumerate(gaps):
        for row, edge in enumerate(gap.owners):
            passed[edge].append((at, row))
    return [_ends(found) for found in passed]


def _ends(passed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Numbers stand near the ends of long edges."""
    return passed if len(passed) <= MOST_GAPS else [passed[0], *passed[1 - MOST_GAPS :]]


def _places(gap: Gap, at: int, row: int, apart: bool = False, single: bool = False) -> list[Place]:
    """All places at one edge in one gap; `apart`: also those with the two numbers not below each other."""
    own = sliding_window_view(gap.y[row], WINDOW)[::STRIDE]
    top, bottom = own.min(axis=1), own.max(axis=1)
    others = np.delete(gap.y, row, axis=0)
    middles = sliding_window_view(gap.x, WINDOW)[::STRIDE].mean(axis=1)
    common = SHARED * _along(others, own) + (bottom - top) + 0.5 * np.abs(middles - gap.x.mean()) / STEP
    above = CLASH * _crossing(others, top - AIR - LINE, top - AIR) + common / 2
    below = CLASH * _crossing(others, bottom + AIR, bottom + AIR + LINE) + common / 2
    x, high, low = middles.tolist(), (top - AIR - LINE).tolist(), (bottom + AIR).tolist()
    if single:
        return [Place(at, _box(x[i], high[i]), _box(x[i], high[i]), float(above[i])) for i in range(len(x))]
    count = range(len(x))
    pairs = [(i, k) for i in count for k in count if abs(i - k) <= FARTHEST] if apart else [(i, i) for i in count]
    return [
        Place(at, _box(x[i], high[i]), _box(x[k], low[k]), float(above[i] + below[k]) + APART * abs(i - k))
        for i, k in pairs
    ]


def _box(x: float, top: float) -> QRectF:
    return QRectF(x - SLOT / 2, top, SLOT, LINE)


def _crossing(others: Floats, top: Floats, bottom: Floats) -> Floats:
    """(windows,) how many of the other curves come into the boxes between top and bottom; a curve that jumps over one
    between two samples does."""
    low = sliding_window_view(np.minimum(others[:, :-1], others[:, 1:]), WINDOW - 1, axis=1)[:, ::STRIDE]
    high = sliding_window_view(np.maximum(others[:, :-1], others[:, 1:]), WINDOW - 1, axis=1)[:, ::STRIDE]
    inside = (high > (top - AIR)[:, None]) & (low < (bottom + AIR)[:, None])
    return np.asarray(inside.any(axis=2).sum(axis=0), np.float64)


def _along(others: Floats, own: Floats) -> Floats:
    """(windows,) how many of the other curves run together with this one: numbers there would belong to both."""
    windows = sliding_window_view(others, WINDOW, axis=1)[:, ::STRIDE]
    return np.asarray((np.abs(windows - own).mean(axis=2) < TOGETHER).sum(axis=0), np.float64)


def _overlap(one: Place, other: Place) -> bool:
    return any(a.intersects(b) for a in (one.above, one.below) for b in (other.above, other.below))
