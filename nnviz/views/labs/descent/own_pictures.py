"""OwnPictures: draws the landscape of the current run: map, relief, the path with its kept states, the marked point."""

from __future__ import annotations

import math
from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.landscape import Landscape
from nnviz.engine.trace import Snapshot
from nnviz.session.labs.descent.own import OwnPart
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.ground import interpolated, levels_of, shares_of
from nnviz.views.labs.descent.map import SurfaceMap, Track, Words
from nnviz.views.labs.descent.notes import BESIDE
from nnviz.views.labs.descent.own_words import OwnWords
from nnviz.views.labs.descent.relief import Relief, Trail
from nnviz.views.labs.plot.ink import Ink

Values = NDArray[np.float64]
LEAST = 1e-12
"""Losses below this are drawn like it: heights are powers of ten."""
APART = 70.0
"""Pixels between two marks that have their iteration written beside them."""


def height_of(loss: NDArray[np.floating]) -> Values:
    """log₁₀ of losses; what is no number stays none."""
    with np.errstate(all="ignore"):
        return np.asarray(np.log10(np.maximum(np.asarray(loss, np.float64), LEAST)))


def position_of(landscape: Landscape, snapshot: Snapshot) -> Values:
    """(2,) where the weights of a snapshot are on the plane; where the network has changed its shape since, where the
    ones were that the landscape was made for."""
    if snapshot.parameters.shape != landscape.plane.origin.shape:
        return np.asarray(landscape.position, np.float64)
    return np.asarray(landscape.plane.place(snapshot.parameters.astype(np.float64)), np.float64)


def loss_at(landscape: Landscape, x: float, y: float) -> float:
    """Loss of a place of the plane, linear between the points of the grid; NaN beyond them."""
    inside = landscape.xs[0] <= x <= landscape.xs[-1] and landscape.ys[0] <= y <= landscape.ys[-1]
    return float(interpolated(landscape.loss, *_grid(landscape, np.array(x), np.array(y)))) if inside else math.nan


class OwnPictures:
    """Knows what was drawn last, so that a frame in which nothing moved costs nothing."""

    def __init__(self, map_view: SurfaceMap, relief: Relief, theme: Theme, words: OwnWords) -> None:
        self._map, self._relief, self._theme, self._words = map_view, relief, theme, words
        self._drawn: dict[str, tuple[tuple[object, ...], tuple[Hashable, ...]]] = {}

    def show(self, landscape: Landscape, snapshot: Snapshot, part: OwnPart) -> None:
        """Everything."""
        head = position_of(landscape, snapshot)
        path = np.vstack([landscape.path, head])
        self._show_map(landscape, snapshot, path, part)
        self._show_relief(landscape, snapshot, path, part)

    def _show_map(self, landscape: Landscape, snapshot: Snapshot, path: Values, part: OwnPart) -> None:
        size = self._map.width(), self._map.height()
        if not self._changed("map", (landscape, snapshot), part.point, *size):
            return
        heights = height_of(landscape.loss)
        self._map.set_titles(*(self._words.axis(n, share) for n, share in enumerate(landscape.explained.tolist())))
        self._map.show_ground(
            lambda x, y: interpolated(heights, *_grid(landscape, x, y)),
            (float(landscape.xs[0]), float(landscape.xs[-1])), (float(landscape.ys[0]), float(landscape.ys[-1])),
            id(landscape), lambda height: 10**height,
        )  # fmt: skip
        label = self._words.head(snapshot.iteration)
        self._map.show_tracks([Track("run", path, self._color(), label, self._words.outside(), True, True)])
        self._show_iterations(landscape)
        if part.point is None:
            self._map.remove("point")
        else:
            self._map.draw_handle("point", *part.point, Ink("text", dot=14))
        self._map.settle()

    def _show_iterations(self, landscape: Landscape) -> None:
        """Iterations beside some of the kept states, from the first one on, as far apart as writing needs."""
        self._map.forget("kept_")
        last: Values | None = None
        for k, place in enumerate(landscape.path):
            if last is None or self._map.size_of(place - last) > APART * self._theme.scale:
                text = f"{int(landscape.iterations[k]):,}"
                self._map.note(f"kept_{k}", Words(place, text, Ink(self._color()), BESIDE[:4], optional=True))
                last = place

    def _show_relief(self, landscape: Landscape, snapshot: Snapshot, path: Values, part: OwnPart) -> None:
        self._relief.show_side(part.azimuth, part.elevation)
        if self._changed("field", (landscape,)):
            heights = height_of(landscape.loss)
            known = np.where(np.isfinite(heights), heights, np.nan)
            self._relief.show_field(known, shares_of(known, levels_of(known)), self._words.axes())
        if self._changed("trails", (landscape, snapshot), part.point):
            u, v = _centred(path[:, 0], landscape.xs), _centred(path[:, 1], landscape.ys)
            trails = [Trail("run", u, v, self._color(), self._words.head(snapshot.iteration), leap=True)]
            if part.point is not None:
                x, y = (np.array([value]) for value in part.point)
                color = self._theme.palette.text
                trails.append(Trail("point", _centred(x, landscape.xs), _centred(y, landscape.ys), color))
            self._relief.show_trails(trails)

    def _color(self) -> str:
        return self._theme.palette.negative

    def _changed(self, picture: str, things: tuple[object, ...], *key: Hashable) -> bool:
        """True if something else is to be drawn than the last time. `things` must be the very same objects: snapshots
        of one iteration may differ in their weights."""
        full = (*key, self._theme.palette.name, self._theme.scale, self._words.outside())
        old = self._drawn.get(picture)
        self._drawn[picture] = things, full
        return old is None or old[1] != full or any(a is not b for a, b in zip(old[0], things, strict=True))


def _grid(landscape: Landscape, x: Values, y: Values) -> tuple[Values, Values]:
    """Places of the plane in columns and rows of the grid."""
    xs, ys = landscape.xs, landscape.ys
    across = (x - xs[0]) / (xs[-1] - xs[0]) * (len(xs) - 1)
    return np.asarray(across), np.asarray((y - ys[0]) / (ys[-1] - ys[0]) * (len(ys) - 1))


def _centred(values: Values, axis: NDArray[np.floating]) -> Values:
    """−1 … 1 along an axis."""
    return np.asarray((values - (axis[0] + axis[-1]) / 2) / ((axis[-1] - axis[0]) / 2))
