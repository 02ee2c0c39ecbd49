"""RacePictures: draws a race on a surface: paths and start, what the followed optimizer carries along, and losses."""

from __future__ import annotations

import math
from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.experiment import OPTIMIZER_NAMES
from nnviz.session.labs.descent.racer import Racer
from nnviz.session.labs.descent.surface import SurfacePart
from nnviz.session.labs.descent.terms import rates, velocity
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.ground import levels_of, shares_of
from nnviz.views.labs.descent.looks import color_of
from nnviz.views.labs.descent.loss_chart import Curve, LossChart
from nnviz.views.labs.descent.map import SurfaceMap, Track, Words
from nnviz.views.labs.descent.relief import Relief, Trail
from nnviz.views.labs.descent.words import DescentWords
from nnviz.views.labs.plot.ink import Ink
from nnviz.widgets.numerals import short
from nnviz.widgets.ticks import Limits

Values = NDArray[np.float64]
CELLS = 40
"""Samples along each side of the relief."""
ARROW, ELLIPSE = 60.0, 52.0
"""Pixels that the velocity and the greater of two rates are drawn at most."""
SHORTEST = 20.0
"""Steps that the axis of the losses has at least."""
ROUND = np.linspace(0, 2 * math.pi, 61)


class RacePictures:
    """Knows what was drawn last, so that a frame in which nothing moved costs nothing."""

    def __init__(
        self, map_view: SurfaceMap, relief: Relief, chart: LossChart, theme: Theme, words: DescentWords
    ) -> None:
        self._map, self._relief, self._chart = map_view, relief, chart
        self._theme, self._words = theme, words
        self._drawn: dict[str, Hashable] = {}
        self.magnified = 1.0
        """How many times longer than it is the velocity is drawn."""

    def show_map(self, part: SurfacePart) -> None:
        """The ground, the start, paths with their heads, and the followed one's velocity and rates."""
        if not self._changed("map", (self._map.width(), self._map.height(), *self._key(part))):
            return
        surface = part.surface
        self._map.show_ground(
            lambda x, y: surface.height(surface.value(x, y)), surface.x, surface.y, part.name,
            lambda height: 10**height - 1 if surface.steep else height,
        )  # fmt: skip
        self._show_minima(part)
        self._map.show_tracks([self._track(part, name) for name in _shown(part)])
        self._map.draw_handle("start", *part.start, Ink("text", dot=13))
        self._show_velocity(part)
        self._show_rates(part)
        self._map.settle()

    def show_relief(self, part: SurfacePart) -> None:
        """The same in three dimensions."""
        self._relief.show_side(part.azimuth, part.elevation)
        if self._changed("field", (part.name, self._theme.palette.name)):
            surface = part.surface
            heights = surface.height(
                surface.value(*np.meshgrid(np.linspace(*surface.x, CELLS), np.linspace(*surface.y, CELLS)))
            )
            self._relief.show_field(heights, shares_of(heights, levels_of(heights)))
        if self._changed("trails", self._key(part)):
            self._relief.show_trails([self._trail(part, name) for name in _shown(part)])

    def show_losses(self, part: SurfacePart) -> None:
        """Losses over steps, on a logarithmic axis where none is below 0."""
        if self._changed("losses", (self._chart.width(), self._chart.height(), *self._key(part))):
            log = bool(np.isfinite(part.surface.floor))
            self._chart.show_curves([self._curve(part.racers[name], name) for name in _shown(part)], log, SHORTEST)

    def _track(self, part: SurfacePart, name: str) -> Track:
        racer = part.racers[name]
        downhill = bool(racer.losses[-1] < racer.losses[0])
        return Track(
            name, racer.path, color_of(name, self._theme.palette), self._words.head(name, racer.gone),
            self._words.outside(name, racer.gone, downhill),
        )  # fmt: skip

    def _trail(self, part: SurfacePart, name: str) -> Trail:
        path, surface = part.racers[name].path, part.surface
        u, v = _centred(path[:, 0], surface.x), _centred(path[:, 1], surface.y)
        return Trail(name, u, v, color_of(name, self._theme.palette), self._words.optimizer(name))

    def _curve(self, racer: Racer, name: str) -> Curve:
        steps = np.arange(racer.steps + 1.0)
        return Curve(name, steps, racer.losses, color_of(name, self._theme.palette), self._words.optimizer(name))

    def _show_minima(self, part: SurfacePart) -> None:
        minima = np.array(part.surface.minima or [(np.nan, np.nan)], np.float64)
        self._map.draw_points("minima", minima[:, 0], minima[:, 1], Ink("text", dot=5))
        self._map.name_places("minimum", minima, self._words.place("minimum"))
        self._map.name_places("start", np.array([part.start]), self._words.place("start"))

    def _show_velocity(self, part: SurfacePart) -> None:
        """An arrow from the head; too short to be seen it is drawn ten, a hundred … times longer, which is written
        beside it."""
        step = part.racer.step
        way = velocity(step) if step else None
        if step is None or way is None or part.racer.gone or not np.any(way):
            self._map.remove("velocity")
            self._map.forget("velocity_label")
            return
        pixels = self._map.size_of(way)
        self.magnified = 10.0 ** max(0, math.floor(math.log10(ARROW / max(pixels, 1e-30)))) if pixels else 1.0
        self._map.arrow("velocity", step.w_next, self.magnified * way, Ink("text", width=2.4))
        tip = step.w_next + self.magnified * way
        letter = "Δ" if "m" in step.after else "v"
        text = letter if self.magnified == 1 else f"{short(self.magnified)} {letter}"
        self._map.note("velocity_label", Words(tip, text, Ink("text")))

    def _show_rates(self, part: SurfacePart) -> None:
        """An ellipse around the head whose half axes are the rates along x and y, the greater always equally long."""
        step = part.racer.step
        both = rates(step) if step else None
        if step is None or both is None or part.racer.gone:
            self._map.remove("rates")
            self._map.forget("rates_label")
            return
        scale = ELLIPSE / max(self._map.size_of(np.array([both[0], 0.0])), self._map.size_of(np.array([0.0, both[1]])))
        half = both * scale
        x, y = step.w_next[0] + half[0] * np.cos(ROUND), step.w_next[1] + half[1] * np.sin(ROUND)
        self._map.draw_curve("rates", x, y, Ink("text", width=1.6, dashes=(5, 4)))
        letter = "η/(√h + ε)" if "h" in step.after else "η/(√v̂ + ε)"
        low = step.w_next - np.array([0.0, half[1]])
        self._map.note("rates_label", Words(low, letter, Ink("muted")))

    def _changed(self, picture: str, key: Hashable) -> bool:
        changed = self._drawn.get(picture) != key
        self._drawn[picture] = key
        return changed

    def _key(self, part: SurfacePart) -> tuple[Hashable, ...]:
        """All that decides what the paths look like; where they end tells one race from another as long as it."""
        return (
            tuple(racer.path[-1].tobytes() for racer in part.racers.values()), part.name, part.start, part.ticks,
            part.shown, part.followed, part.seed, self._theme.palette.name, self._theme.scale,
            self._words.optimizer("momentum"),
        )  # fmt: skip


def _shown(part: SurfacePart) -> list[str]:
    """The followed one comes last, on top."""
    return sorted((name for name in OPTIMIZER_NAMES if name in part.shown), key=lambda name: name == part.followed)


def _centred(values: Values, limits: Limits) -> Values:
    """−1 … 1 within the limits."""
    low, high = limits
    return np.asarray((values - (low + high) / 2) / ((high - low) / 2))
