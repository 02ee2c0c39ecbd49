"""SweepCharts: test loss and accuracy of several settings over the epochs, each with the band of its seeds."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from nnviz.sweeps.summary import Curve
from nnviz.theme.lanes import MANY
from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import POINTS, Band, Values, band, visible
from nnviz.views.plots.chart import Look
from nnviz.views.plots.chart_pair import ChartPair
from nnviz.widgets.ticks import Limits

LEAST_SPAN = 0.05
"""Epochs that the closest zoom shows."""
WIDTH = 2.2
LOOKS = {look.letter: Look(look.role, WIDTH, 255, look.dashes, arrow=True) for look in MANY}
RUNAWAY, HEADROOM = 5.0, 1.25
"""Settings whose loss begins nowhere near may leave the chart: past so many times the median of where all begin."""


class SweepCharts(ChartPair):
    """Both charts of the settings A, B, …: <letter>_loss and <letter>_accuracy.

    Signals: pointed(int | None) number of the evaluation next to the pointer, among those of all settings in order.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._losses: dict[str, Curve] = {}
        self._shares: dict[str, Curve] = {}
        self._places: Values = np.empty(0)
        super().__init__(theme, LEAST_SPAN, LOOKS, LOOKS, parent)

    def draw(self, losses: dict[str, Curve], shares: dict[str, Curve], log: bool) -> None:
        """Show the curves by letter; without `shares` there is no accuracy."""
        self._losses, self._shares, self._log = losses, shares, log
        self._places = np.unique(np.concatenate([curve.x for curve in losses.values()] or [np.empty(0)]))
        self._arrange(bool(shares))
        self._redraw()

    def place(self, number: int | None) -> float | None:
        """The epoch of an evaluation that `nearest` has numbered."""
        return None if number is None or number >= len(self._places) else float(self._places[number])

    def point_at(self, number: int | None) -> None:
        at = self.place(number)
        self.loss.mark({letter: _read(curve, at, 1) for letter, curve in self._losses.items() if len(curve.x)}, at)
        self.accuracy.mark(
            {letter: _read(curve, at, 100) for letter, curve in self._shares.items() if len(curve.x)}, at
        )

    def end(self) -> float:
        return float(self._places[-1]) if len(self._places) else 0.0

    def nearest(self, x: float) -> int | None:
        return int(np.abs(self._places - x).argmin()) if len(self._places) else None

    def plot(self, span: Limits) -> None:
        self.loss.draw({letter: _blocks(curve, span, 1) for letter, curve in self._losses.items()}, self._log)
        self.loss.show(span, np.inf if self._log else _ceiling(self._losses))
        self.accuracy.draw({letter: _blocks(curve, span, 100) for letter, curve in self._shares.items()}, False)
        if self.has_accuracy:
            self.accuracy.show(span)

    def band_data(self, name: str) -> tuple[Values, Values]:
        """The ends of the band of "<letter>_loss" or "<letter>_accuracy" at its evaluations."""
        letter, _, quantity = name.rpartition("_")
        curves, factor = (self._shares, 100) if quantity == "accuracy" else (self._losses, 1)
        return factor * curves[letter].low, factor * curves[letter].high


def reading(curve: Curve, at: float | None) -> tuple[float, float]:
    """Epoch and mean of the last evaluation up to an epoch, or of the newest."""
    if not len(curve.x):
        return np.nan, np.nan
    k = len(curve.x) - 1 if at is None else int(np.searchsorted(curve.x, at, "right")) - 1
    return (float(curve.x[k]), float(curve.mean[k])) if k >= 0 else (np.nan, np.nan)


def _read(curve: Curve, at: float | None, factor: float) -> tuple[float, float]:
    x, y = reading(curve, at)
    return x, factor * y


def _blocks(curve: Curve, span: Limits, factor: float) -> Band:
    """What of a curve is visible, in no more blocks than there are pixels for."""
    part, size = visible(curve.x, *span, POINTS)
    x, low, mean, high = (values[part] for values in (curve.x, curve.low, curve.mean, curve.high))
    blocks = band(x, factor * mean, size)
    return Band(blocks.x, band(x, factor * low, size).low, blocks.mean, band(x, factor * high, size).high)


def _ceiling(curves: dict[str, Curve]) -> float:
    """The largest loss that a linear axis has to show."""
    tops = [
        float(curve.high[np.isfinite(curve.high)].max()) for curve in curves.values() if np.isfinite(curve.high).any()
    ]
    starts = [float(curve.mean[0]) for curve in curves.values() if len(curve.x) and np.isfinite(curve.mean[0])]
    usual = float(np.median(starts)) if starts else np.inf
    return HEADROOM * usual if tops and max(tops) > RUNAWAY * usual > 0 else np.inf
