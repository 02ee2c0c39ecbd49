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
from nnviz.views.labs.descent.notes import AROUND, BESIDE, UPON, Note, Notes, Way
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
HEAD, DOT = 12.0, 6.0
PAD = (10.0, 4.0)
"""What the ground of writing is wider and higher than the writing."""
MOST_POINTS = 400
"""Of a path that words keep clear of."""
BEYOND = 40.0
"""A path is drawn up to so many times the size of the map away; what is farther Qt cannot paint."""
NAMED_LEVELS = 5
SMALL = 400.0
"""Width below which levels have no numbers."""
RANKS = {"label": 0, "place": 2, "kept": 3, "level": 4}
"""Which words choose their places first, by the first part of their names; all others: 1."""
MARKED = ("start", "point", "minima", "best")
PLATE = 130
"""Opacity of the ground that writing stands on."""


@dataclass(frozen=True, eq=False)
class Track:
    """A path on a map: name, points (n, 2), colour and what its head is called; `outside`: what is said at the border
    where the head has left the map; `marks`: its points are dots, as far as these do not cover each other; `leap`: what
    lies between its last two points is not known, or was not walked: a broken line."""

    name: str
    path: Values
    color: str
    label: str
    outside: str = ""
    marks: bool = False
    leap: bool = False


@dataclass(frozen=True, eq=False)
class Words:
    """What is to be written at a place (2,) of a map, and how."""

    place: Values
    text: str
    ink: Ink
    ways: tuple[Way, ...] = AROUND
    optional: bool = False
    plate: bool = False


class SurfaceMap(LabPlot):
    """Signals besides those of LabPlot: resized() when all that is measured in pixels should be drawn anew."""

    resized = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        self._ground: tuple[Hashable, ...] = ()
        self._words: dict[str, Words] = {}
        self._notes, self._written = Notes(), set[str]()
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
        kinds = ("path", "leap", "head", "marks", "gone")
        wanted = {f"{kind}_{track.name}" for track in tracks for kind in kinds}
        mine = tuple(f"{kind}_" for kind in kinds)
        self.remove(*(part for part in self.parts if part.startswith(mine) and part not in wanted))
        self.forget("label_")
        for track in tracks:
            self._show_track(track)
            self._label(track)

    def name_places(self, name: str, places: Values, text: str) -> None:
        """A word for each of some places (n, 2): place_<name>_<k>. Those that are no numbers have none."""
        self.forget(f"place_{name}_")
        for k, place in enumerate(places[np.isfinite(places).all(axis=1)]):
            self.note(f"place_{name}_{k}", Words(place, text, Ink("muted")))

    def note(self, name: str, words: Words) -> None:
        """Something to be written beside a place; `settle` finds out where."""
        self._words[name] = words

    def forget(self, start: str) -> None:
        """Words whose names begin so are no longer to be written."""
        self._words = {name: words for name, words in self._words.items() if not name.startswith(start)}

    def settle(self) -> None:
        """Write all words, where these cover neither each other nor the heads of paths; those of tracks choose first,
        numbers of levels last."""
        names = sorted(self._words, key=lambda name: RANKS.get(name.partition("_")[0], 1))
        found = self._notes.place([self._note(name) for name in names], self._marks(), self._curves(), self._box())
        self.remove(*(part for part in self.parts if part in self._written and part not in found))
        self._written = set(found)
        for name, spot in found.items():
            words = self._words[name]
            self.draw_label(name, *self.point_at(QPointF(*spot)), words.text, words.ink, (0.5, 0.5))
            self._parts[name].fill = self._plate() if words.plate else QBrush()
            self._parts[name].setZValue(60 if words.plate else 20)

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
        walked = path[:-1] if track.leap else path
        self.draw_curve(f"path_{track.name}", walked[:, 0], walked[:, 1], Ink(track.color, width=2.6))
        if track.leap:
            leap = path[-2:]
            self.draw_curve(f"leap_{track.name}", leap[:, 0], leap[:, 1], Ink(track.color, width=1.8, dashes=(3, 3)))
        if track.marks:
            marks = walked[self._apart(walked)]
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

    def _label(self, track: Track) -> None:
        """Its name beside its head, or beside the arrow at the border."""
        inside = self._inside(track.path[-1])
        place, text = (track.path[-1], track.label) if inside else (self._exit(track.path)[0], track.outside)
        self.note(f"label_{track.name}", Words(place, text, Ink(track.color), BESIDE, plate=True))

    def _note(self, name: str) -> Note:
        """Words with their size."""
        words, metrics = self._words[name], QFontMetricsF(self._theme.font(0.9))
        spot = self.pixel(*words.place)
        size = metrics.horizontalAdvance(words.text) + PAD[0], metrics.height() + PAD[1]
        return Note(name, spot.x(), spot.y(), *size, words.ways, optional=words.optional)

    def _marks(self) -> Values:
        """(n, 4) pixels of all heads, handles and marked places."""
        names = [part for part in self.parts if part.startswith("head_") or part in MARKED]
        spots = [self._pixels_of(part) for part in names]
        middles = np.vstack([np.zeros((0, 2)), *spots])
        return np.hstack([middles - HEAD / 2, middles + HEAD / 2])

    def _curves(self) -> Values:
        """(n, 2) pixels of points along the paths and arrows."""
        names = [part for part in self.parts if part.startswith("path_") or part in ("velocity", "rates")]
        return np.vstack([np.zeros((0, 2)), *(_along(self._pixels_of(part)) for part in names)])

    def _pixels_of(self, part: str) -> Values:
        """(n, 2) where the points of a part are."""
        left, top, _, _ = self._box()
        (x, _), (_, y) = self.axes.limits
        return np.asarray(np.array([left, top]) + (np.stack(self.data(part), axis=1) - [x, y]) * self._density())

    def point_at(self, pixel: QPointF) -> tuple[float, float]:
        """What lies at a place measured in fractions of pixels."""
        left, top, _, _ = self._box()
        (x, _), (_, y) = self.axes.limits
        density = self._density()
        return float(x + (pixel.x() - left) / density[0]), float(y - (pixel.y() - top) / -density[1])

    def _name_levels(self, heights: Values, x: Limits, y: Limits, read: Callable[[float], float]) -> None:
        """Numbers beside some lines, where these cross the way from the lowest place to the corner farthest from it."""
        self.forget("level_")
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
            place = np.array([_middles(x, columns)[int(across[at])], _middles(y, rows)[int(along[at])]])
            text = short(read(float(self.levels[k])), 3)
            self.note(f"level_{k}", Words(place, text, Ink("muted"), UPON, optional=True))

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


def _along(points: Values) -> Values:
    """(≤ MOST_POINTS, 2) points of a curve, more of them where there are few, fewer where there are many."""
    points = points[np.isfinite(points).all(axis=1)]
    if len(points) < 2:
        return points
    at, places = np.arange(len(points)), np.linspace(0, len(points) - 1, min(6 * len(points), MOST_POINTS))
    return np.stack([np.interp(places, at, axis) for axis in points.T], axis=1)


def _chosen(levels: Values) -> list[int]:
    """Some of the levels, the highest ones left out."""
    every = max(1, len(levels) // NAMED_LEVELS)
    return list(range(every - 1, len(levels), every))
