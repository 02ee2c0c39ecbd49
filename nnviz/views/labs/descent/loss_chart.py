"""LossChart: the losses of everybody in a race over its clock, each named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from nnviz.views.labs.descent.spread import spread
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.ticks import round_up

Values = NDArray[np.float64]
LEAST, HIGHEST = 1e-9, 1e3
"""Losses below and above these multiples of the first one leave the chart."""
GAP = 6.0
"""Pixels between the end of a curve and its name."""


@dataclass(frozen=True, eq=False)
class Curve:
    """One curve: over `at` (n,) ticks the losses (n,)."""

    name: str
    at: Values
    losses: Values
    color: str
    label: str


class LossChart(LabPlot):
    """Parts: loss_<name>, end_<name>."""

    def show_curves(self, curves: Sequence[Curve], log: bool, shortest: float) -> None:
        """Draw these and no others; the axis is at least `shortest` long."""
        wanted = {f"{part}_{curve.name}" for curve in curves for part in ("loss", "end")}
        self.remove(*(part for part in self.parts if part not in wanted))
        self.set_log(log)
        longest = max(float(curve.at[-1]) for curve in curves)
        end = max(round_up(max(longest, 1.0)), shortest)
        self.set_limits((0.0, end * self._width() / (self._width() - self._behind(curves))), _limits(curves, log))
        for curve in curves:
            self.draw_curve(f"loss_{curve.name}", curve.at, curve.losses, Ink(curve.color, width=2.2))
        self._name_ends(curves)

    def _behind(self, curves: Sequence[Curve]) -> float:
        """Pixels that the names take behind the curves; 0 where there is so little room that they stand on them."""
        metrics = QFontMetricsF(self._theme.font(0.9))
        widest = max(metrics.horizontalAdvance(curve.label) for curve in curves) + 3 * GAP
        return widest if self._width() > 2 * widest else 0.0

    def _width(self) -> float:
        return max(float(self.getPlotItem().vb.width()), 2.0)

    def _name_ends(self, curves: Sequence[Curve]) -> None:
        height = QFontMetricsF(self._theme.font(0.9)).height()
        low, high = _limits(curves, self.axes.log)
        ends = [float(np.clip(curve.losses[-1], low, high)) for curve in curves]
        places = [self.pixel(float(curve.at[-1]), end) for curve, end in zip(curves, ends, strict=True)]
        top, floor = self.pixel(0.0, high).y(), self.pixel(0.0, low).y()
        middles = spread([(place.x(), place.y()) for place in places], 120, height, top, floor)
        behind = self._behind(curves)
        right = self.axes.limits[0][1]
        for curve, place, middle in zip(curves, places, middles, strict=True):
            x, y = self.point(QPointF(place.x(), middle))
            at, anchor = (x, 0.0) if behind else (right, 1.0)
            self.draw_label(f"end_{curve.name}", at, y, curve.label, Ink(curve.color), (anchor, 0.5))


def _limits(curves: Sequence[Curve], log: bool) -> tuple[float, float]:
    """Calm limits: powers of ten, or of a linear axis multiples of the first loss."""
    first = max(float(curve.losses[0]) for curve in curves)
    values = np.concatenate([curve.losses for curve in curves])
    values = values[np.isfinite(values)]
    if not log:
        top = 1.15 * max(abs(first), 1e-9)
        return max(float(values.min()) * 1.05 - 0.05 * top, -3 * top), top
    kept = values[(values > LEAST * first) & (values < HIGHEST * first)]
    low, high = (float(kept.min()), float(kept.max())) if kept.size else (first, first)
    bottom = 10 ** np.floor(np.log10(low) - 0.05)
    return float(bottom), float(max(high * 1.6, bottom * 100))
