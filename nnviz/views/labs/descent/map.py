"""SurfaceMap: a surface seen from above: bands with lines between them, paths on it, arrows, and what has left it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QBrush, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.ground import ground_colors, levels_of
from nnviz.views.labs.descent.spread import spread
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.numerals import short
from nnviz.widgets.ticks import Limits

Values = NDArray[np.float64]
Sampler = Callable[[Values, Values], Values]
MOST_PIXELS = 400_000
"""Of the picture of the ground; a larger one is stretched."""
TIP = 9.0
"""Length of an arrow's tip, in pixels."""
LABEL_GAP = 9.0
HEAD, DOT = 12.0, 6.0
BEYOND = 40.0
"""A path is drawn up to so many times the size of the map away; what is farther Qt cannot paint."""
NAMED_LEVELS = 5
SMALL = 400.0
"""Width below which levels have no numbers."""
PLATE = 130
"""Opacity of the ground that writing stands on."""


@dataclass(frozen=True, eq=False)
class Track:
    """A path on a map: name, points (n, 2), colour and what its head is called; `outside`: what is said at the border
    where the head has left the map; `marks`: its points are dots, as far as these do not cover each other."""

    name: str
    path: Values
    color: str
    label: str
    outside: str = ""
    marks: bool = False


class SurfaceMap(LabPlot):
    """Signals besides those of LabPlot: resized() when all that is measured in pixels should be drawn anew."""

    resized = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        self._ground: tuple[Hashable, ...] = ()
        super().__init__(theme, name, parent)
        # Half of the last number beside the lower axis stands beyond its end.
        self.getPlotItem().layout.setContentsMargins(2, 6, 18, 2)
        self.levels: Values = np.zeros(0)

    def show_ground(
        self, sampler: Sampler, x: Limits, y: Limits, key: Hashable, read: Callable[[float], float]
    ) -> None:
        """Draw the heights that `sampler` gives at arrays of places; nothing is done while `key`, size and colours stay
        as they are. `read` turns the height of a line into the number written beside it."""
        columns, rows = self._pixels()
        wanted = (key, columns, rows, self._theme.palette.name, self._theme.scale)
        if wanted == self._ground:
            return
        self._ground = wanted
        self.set_limits(x, y)
        heights = sampler(*np.meshgrid(_middles(x, columns), _middles(y, rows)))
        self.levels = levels_of(heights)
        self.draw_picture("ground", ground_colors(heights, self.levels, self._theme.palette), x, y)
        self._name_levels(heights, x, y, read)

    def show_tracks(self, tracks: Sequence[Track]) -> None:
        """Draw these paths and no others: path_<name>, head_<name>, label_<name>; what has left the map has an arrow
        at the border, gone_<name>."""
        wanted = {f"{part}_{track.name}" for track in tracks for part in ("path", "head", "label", "marks", "gone")}
        kinds = ("path_", "head_", "label_", "marks_", "gone_")
        self.remove(*(part for part in self.parts if part.startswith(kinds) and part not in wanted))
        for track in tracks:
            self._show_track(track)
        self._label(tracks)

    def name_places(self, name: str, places: Values, text: str) -> None:
        """Write a word below each of some places (n, 2): place_<name>_<k>. Those that are no numbers have none."""
        self.remove(*(part for part in self.parts if part.startswith(f"place_{name}_")))
        for k, (x, y) in enumerate(places[np.isfinite(places).all(axis=1)].tolist()):
            self.draw_label(f"place_{name}_{k}", x, y, text, Ink("muted"), (0.5, -0.15))

    def arrow(self, name: str, start: Values, way: Values, ink: Ink) -> None:
        """An arrow from a place, `way` long; none where it would be shorter than a pixel."""
        tail, tip = self._at(start), self._at(start + way)
        length = float(np.hypot(*(tip - tail)))
        if not 1.5 <= length < 1e5:
            self.remove(name)
            return
        points = np.array([start, start + way, *self._barbs(tail, tip, min(TIP, 0.6 * length))])
        order = [0, 1, 2, 1, 3]
        self.draw_curve(name, points[order, 0], points[order, 1], ink)
        self._parts[name].setZValue(30)

    def size_of(self, way: Values) -> float:
        """Pixels that a way on the map takes."""
        return float(np.hypot(*(way * self._density())))

    # Private

    def _show_track(self, track: Track) -> None:
        path = self._near(track.path)
        ink = Ink(track.color, width=2.6)
        self.draw_curve(f"path_{track.name}", path[:, 0], path[:, 1], ink)
        if track.marks:
            marks = path[self._apart(path)]
            self.draw_points(f"marks_{track.name}", marks[:, 0], marks[:, 1], Ink(track.color, dot=DOT))
        head = track.path[-1]
        if self._inside(head):
            self.remove(f"gone_{track.name}")
            self.draw_points(f"head_{track.name}", [head[0]], [head[1]], Ink(track.color, dot=HEAD))
            self._parts[f"head_{track.name}"].setZValue(40)
        else:
            self.remove(f"head_{track.name}")
            border, way = self._exit(track.path)
            self.arrow(f"gone_{track.name}", border - way, way, Ink(track.color, width=4))

    def _label(self, tracks: Sequence[Track]) -> None:
        """Names beside heads and border arrows; where they would cover each other they go below each other."""
        metrics = QFontMetricsF(self._theme.font(0.9))
        texts = [track.label if self._inside(track.path[-1]) else track.outside for track in tracks]
        ends = [
            track.path[-1] if self._inside(track.path[-1]) else self._exit(track.path)[0] for track in tracks
        ]  # fmt: skip
        places = [self.pixel(*end) for end in ends]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + 14
        box = self._box()
        middles = spread([(place.x(), place.y()) for place in places], widest, metrics.height() + 1, box[1], box[3])
        for track, text, place, middle in zip(tracks, texts, places, middles, strict=True):
            fits = place.x() + LABEL_GAP + metrics.horizontalAdvance(text) + 8 < box[2]
            spot = QPointF(place.x() + (LABEL_GAP if fits else -LABEL_GAP), middle)
            x, y = self.point_at(spot)
            self.draw_label(f"label_{track.name}", x, y, text, Ink(track.color), (0.0 if fits else 1.0, 0.5))
            self._parts[f"label_{track.name}"].fill = self._plate()
            self._parts[f"label_{track.name}"].setZValue(60)

    def point_at(self, pixel: QPointF) -> tuple[float, float]:
        """What lies at a place measured in fractions of pixels."""
        left, top, _, _ = self._box()
        (x, _), (_, y) = self.axes.limits
        density = self._density()
        return float(x + (pixel.x() - left) / density[0]), float(y - (pixel.y() - top) / -density[1])

    def _name_levels(self, heights: Values, x: Limits, y: Limits, read: Callable[[float], float]) -> None:
        """Numbers beside some lines, where these cross the way from the lowest place to the corner farthest from it."""
        self.remove(*(part for part in self.parts if part.startswith("level_")))
        if self.width() < SMALL * self._theme.scale:
            return
        rows, columns = heights.shape
        known = np.where(np.isfinite(heights), heights, np.inf)
        low = np.unravel_index(int(np.argmin(known)), heights.shape)
        corner = (0 if low[0] > rows / 2 else rows - 1, 0 if low[1] > columns / 2 else columns - 1)
        share = np.linspace(0, 1, 400)
        across = low[1] + share * (corner[1] - low[1])
        along = low[0] + share * (corner[0] - low[0])
        way = known[along.astype(int), across.astype(int)]
        for k in _chosen(self.levels):
            crossed = np.flatnonzero(way >= self.levels[k])
            if not crossed.size or not 12 < crossed[0] < 388:
                continue
            at = crossed[0]
            place = _middles(x, columns)[int(across[at])], _middles(y, rows)[int(along[at])]
            text = short(read(float(self.levels[k])), 3)
            self.draw_label(f"level_{k}", *place, text, Ink("muted"), (0.5, 0.5))
            self._parts[f"level_{k}"].setZValue(-50)

    def _plate(self) -> QBrush:
        """What writing stands on."""
        color = self._theme.color("surface")
        color.setAlpha(PLATE)
        return QBrush(color)

    def _pixels(self) -> tuple[int, int]:
        """Columns and rows of the picture of the ground."""
        left, top, right, bottom = self._box()
        ratio = self.devicePixelRatioF()
        columns, rows = max(8.0, (right - left) * ratio), max(8.0, (bottom - top) * ratio)
        shrink = min(1.0, (MOST_PIXELS / (columns * rows)) ** 0.5)
        return round(columns * shrink), round(rows * shrink)

    def _box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what the axes enclose, in pixels of the widget."""
        rect = self.getPlotItem().vb.sceneBoundingRect()
        corner = self.mapFromScene(rect.topLeft())
        return corner.x(), corner.y(), corner.x() + rect.width(), corner.y() + rect.height()

    def _density(self) -> Values:
        """(2,) pixels of one unit of x and of y; y goes up."""
        left, top, right, bottom = self._box()
        (x_low, x_high), (y_low, y_high) = self.axes.limits
        return np.array([(right - left) / (x_high - x_low), -(bottom - top) / (y_high - y_low)])

    def _at(self, place: Values) -> Values:
        """(2,) pixels of a place, from that of (0, 0)."""
        return np.asarray(place * self._density())

    def _barbs(self, tail: Values, tip: Values, length: float) -> list[Values]:
        """Both ends of an arrow's tip."""
        back = (tail - tip) / max(float(np.hypot(*(tail - tip))), 1e-9) * length
        turned = np.array([-back[1], back[0]]) * 0.55
        return [(tip + back + side * turned) / self._density() for side in (1, -1)]

    def _apart(self, path: Values) -> list[int]:
        """Points of a path that are far enough apart for a dot each, the first one included."""
        chosen: list[int] = []
        for k, place in enumerate(path * self._density()):
            if not chosen or float(np.hypot(*(place - path[chosen[-1]] * self._density()))) > 2 * DOT:
                chosen.append(k)
        return chosen

    def _inside(self, place: Values) -> bool:
        limits = np.array(self.axes.limits)
        return bool(((place >= limits[:, 0]) & (place <= limits[:, 1])).all())

    def _near(self, path: Values) -> Values:
        """The path, broken off where it is too far away to be painted."""
        limits = np.array(self.axes.limits)
        middle, size = limits.mean(axis=1), limits[:, 1] - limits[:, 0]
        far = (np.abs(path - middle) > BEYOND * size).any(axis=1)
        return np.where(far[:, None], np.nan, path)

    def _exit(self, path: Values) -> tuple[Values, Values]:
        """Where a path has crossed the border for the last time, and the way out from there, 26 pixels long."""
        limits = np.array(self.axes.limits)
        inside = ((path >= limits[:, 0]) & (path <= limits[:, 1])).all(axis=1)
        last = int(np.flatnonzero(inside)[-1]) if inside.any() else 0
        start, way = path[last], path[last + 1] - path[last]
        with np.errstate(all="ignore"):
            shares = np.concatenate([(limits[:, 0] - start) / way, (limits[:, 1] - start) / way])
        share = min((s for s in shares.tolist() if s > 0), default=0.0)
        pixels = self.size_of(way)
        return start + share * way, way * (26 / max(pixels, 1e-9))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _middles(limits: Limits, count: int) -> Values:
    """Middles of `count` equal parts of an axis."""
    edges = np.linspace(*limits, count + 1)
    return np.asarray((edges[:-1] + edges[1:]) / 2)


def _chosen(levels: Values) -> list[int]:
    """Some of the levels, the highest ones left out."""
    every = max(1, len(levels) // NAMED_LEVELS)
    return list(range(every - 1, len(levels), every))
