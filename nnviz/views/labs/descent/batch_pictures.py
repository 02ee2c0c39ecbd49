"""BatchPictures: draws the three learners: their paths over the error, their lines through the data, their errors."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np
from PySide6.QtGui import QFontMetricsF

from nnviz.session.labs.descent.batches import LEARNERS, B, BatchPart, W
from nnviz.session.labs.descent.learner import Learner
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.batch_words import BatchWords
from nnviz.views.labs.descent.looks import color_of
from nnviz.views.labs.descent.loss_chart import Curve, LossChart
from nnviz.views.labs.descent.map import SurfaceMap, Track
from nnviz.views.labs.descent.spread import spread
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot

SHORTEST = 4.0
"""Epochs that the axis of the errors has at least."""
X_LIMITS, T_LIMITS = (-1.3, 3.3), (-2.4, 4.8)
"""Of data and lines; to the right of them stand the names of the lines."""


class BatchPictures:
    """Knows what was drawn last, so that a frame in which nothing moved costs nothing."""

    def __init__(self, map_view: SurfaceMap, data: LabPlot, chart: LossChart, theme: Theme, words: BatchWords) -> None:
        self._map, self._data, self._chart = map_view, data, chart
        self._theme, self._words = theme, words
        self._drawn: dict[str, Hashable] = {}

    def show_map(self, part: BatchPart) -> None:
        """The mean squared error over w and b, with the three paths."""
        if not self._changed("map", (self._map.width(), self._map.height(), *self._key(part))):
            return
        self._map.show_ground(part.fit.value, W, B, "line", float)
        best = np.array([part.fit.best()])
        self._map.draw_points("best", best[:, 0], best[:, 1], Ink("text", dot=6))
        self._map.name_places("best", best, self._words.least_squares())
        self._map.name_places("start", np.array([part.start]), self._words.start())
        self._map.show_tracks([self._track(part, name) for name in _shown(part)])
        self._map.draw_handle("start", *part.start, Ink("text", dot=13))
        self._map.settle()

    def show_data(self, part: BatchPart) -> None:
        """The points, those of the current batch lit with their errors, and the three lines."""
        if not self._changed("data", (self._data.width(), self._data.height(), *self._key(part))):
            return
        plot, fit = self._data, part.fit
        plot.set_limits((X_LIMITS[0], self._right_limit()), T_LIMITS)
        plot.draw_points("samples", fit.x, fit.t, Ink("faint", dot=9))
        lit = part.current
        w, b = part.learners[part.followed].path[-1]
        ends = np.stack([fit.t[lit], w * fit.x[lit] + b], axis=1).ravel()
        plot.draw_pieces("errors", np.repeat(fit.x[lit], 2), ends, Ink("warning", width=1.6, dashes=(3, 3)))
        plot.draw_points("lit", fit.x[lit], fit.t[lit], Ink("warning", dot=12))
        newest = [part.newest] if part.ticks else []
        plot.draw_points("newest", fit.x[newest], fit.t[newest], Ink("text", dot=7))
        self._show_lines(part)

    def show_losses(self, part: BatchPart) -> None:
        """Errors over epochs."""
        if self._changed("losses", (self._chart.width(), self._chart.height(), *self._key(part))):
            curves = [self._curve(part, part.learners[name], name) for name in _shown(part)]
            self._chart.show_curves(curves, True, SHORTEST)

    def _show_lines(self, part: BatchPart) -> None:
        plot, names = self._data, _shown(part)
        plot.remove(*(f"{kind}_{name}" for kind in ("line", "name") for name in LEARNERS if name not in names))
        x = np.array(X_LIMITS)
        lines = {name: part.learners[name].path[-1] for name in names}
        for name, (w, b) in lines.items():
            plot.draw_curve(f"line_{name}", x, w * x + b, Ink(self._color(name), width=2.8))
        ends = [plot.pixel(X_LIMITS[1], float(np.clip(w * X_LIMITS[1] + b, *T_LIMITS))) for w, b in lines.values()]
        top, bottom = plot.pixel(0, T_LIMITS[1]).y(), plot.pixel(0, T_LIMITS[0]).y()
        height = 15 * self._theme.scale
        middles = spread([(end.x(), end.y()) for end in ends], 200, height, top, bottom)
        for name, middle in zip(lines, middles, strict=True):
            at = T_LIMITS[1] - (middle - top) / max(bottom - top, 1) * (T_LIMITS[1] - T_LIMITS[0])
            plot.draw_label(
                f"name_{name}", X_LIMITS[1], at, self._words.learner(name), Ink(self._color(name)), (0, 0.5)
            )

    def _right_limit(self) -> float:
        """Of the x axis, so that the names behind the lines have room."""
        metrics = QFontMetricsF(self._theme.font(0.9))
        widest = max(metrics.horizontalAdvance(self._words.learner(name)) for name in LEARNERS) + 12
        room = max(float(self._data.getPlotItem().vb.width()), 2 * widest)
        return X_LIMITS[0] + (X_LIMITS[1] - X_LIMITS[0]) * room / (room - widest)

    def _track(self, part: BatchPart, name: str) -> Track:
        label = self._words.learner(name)
        return Track(name, part.learners[name].path, self._color(name), label, self._words.outside(name))

    def _curve(self, part: BatchPart, learner: Learner, name: str) -> Curve:
        # The clock goes on between two updates: the last error holds until now.
        at = np.append(learner.seen, part.ticks) / part.samples
        losses = np.append(learner.losses, learner.losses[-1])
        return Curve(name, at, losses, self._color(name), self._words.learner(name))

    def _color(self, name: str) -> str:
        return color_of(name, self._theme.palette)

    def _changed(self, picture: str, key: Hashable) -> bool:
        changed = self._drawn.get(picture) != key
        self._drawn[picture] = key
        return changed

    def _key(self, part: BatchPart) -> tuple[Hashable, ...]:
        return (
            part.start, part.ticks, part.shown, part.followed, part.learners["mini_batch"].size,
            self._theme.palette.name, self._theme.scale, self._words.learner("batch"),
        )  # fmt: skip


def _shown(part: BatchPart) -> list[str]:
    """The followed one comes last, on top."""
    return sorted((name for name in reversed(LEARNERS) if name in part.shown), key=lambda name: name == part.followed)
