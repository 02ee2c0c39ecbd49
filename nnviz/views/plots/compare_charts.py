"""CompareCharts: losses and test accuracies of compared runs over the same iterations."""

from __future__ import annotations

import math
from itertools import pairwise, product
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from nnviz.theme.lanes import LANES
from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import POINTS, Band, band, visible
from nnviz.views.plots.chart import Look
from nnviz.views.plots.chart_pair import ChartPair
from nnviz.views.plots.lane_reading import evaluation_at, last_iteration
from nnviz.widgets.ticks import Limits

if TYPE_CHECKING:
    from nnviz.session.history import History

LEAST_SPAN = 2.0
"""Iterations that the closest zoom shows."""
WIDTHS = {"train": (1.2, 190), "test": (2.5, 255)}
"""Width and opacity of the curves of the training subset and of the test set."""
LOSSES = {
    f"{curve}_{k}": Look(look.role, *WIDTHS[curve], look.dashes, arrow=curve == "test")
    for curve, (k, look) in product(WIDTHS, enumerate(LANES))
}
ACCURACIES = {name: look for name, look in LOSSES.items() if name.startswith("test")}
RUNAWAY = 5.0
"""A lane whose losses are so many times as large as those of all lanes below it may leave the chart."""
HEADROOM = 1.25
"""Room above the others that it leaves through."""


class CompareCharts(ChartPair):
    """Both charts of lane 0, 1, …: train_<lane>_loss, test_<lane>_loss and test_<lane>_accuracy.

    Signals: pointed(int | None) iteration of the evaluation next to the pointer.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._histories: tuple[History, ...] = ()
        super().__init__(theme, LEAST_SPAN, LOSSES, ACCURACIES, parent)

    def draw(self, histories: tuple[History, ...], log: bool, accuracy: bool) -> None:
        """Show the histories of all lanes; accuracy: False for a regression."""
        if [*map(id, histories)] != [*map(id, self._histories)]:
            self._span = None
        self._histories, self._log = histories, log
        self._arrange(accuracy)
        self._redraw()

    def point_at(self, iteration: int | None) -> None:
        """Mark what each lane has reached at an iteration; None: the newest, without a line."""
        found = [(k, h, evaluation_at(h, iteration)) for k, h in enumerate(self._histories)]
        known = [(k, h, at) for k, h, at in found if at is not None]
        losses = {f"test_{k}": (float(h.eval_iteration[at]), float(h.test_loss[at])) for k, h, at in known}
        shares = {f"test_{k}": (float(h.eval_iteration[at]), 100 * float(h.test_accuracy[at])) for k, h, at in known}
        line = None if iteration is None else float(iteration)
        self.loss.mark(losses, line)
        self.accuracy.mark(shares, line)

    def end(self) -> float:
        return float(max(map(last_iteration, self._histories), default=0))

    def nearest(self, x: float) -> int | None:
        measured = np.concatenate([h.eval_iteration for h in self._histories] or [np.empty(0)])
        return int(measured[np.abs(measured - x).argmin()]) if len(measured) else None

    def plot(self, span: Limits) -> None:
        losses: dict[str, Band] = {}
        shares: dict[str, Band] = {}
        for k, h in enumerate(self._histories):
            part, size = visible(h.eval_iteration, *span, POINTS)
            x = h.eval_iteration[part]
            losses[f"train_{k}"] = band(x, h.train_loss[part], size)
            losses[f"test_{k}"] = band(x, h.test_loss[part], size)
            shares[f"test_{k}"] = band(x, 100 * h.test_accuracy[part], size)
        # A block is drawn as its mean; its range would be a second meaning of eight colours.
        self.loss.draw({name: _line(blocks) for name, blocks in losses.items()}, self._log)
        self.loss.show(span, math.inf if self._log else _ceiling(losses))
        self.accuracy.draw({name: _line(blocks) for name, blocks in shares.items()}, False)
        if self.has_accuracy:
            self.accuracy.show(span)


def _ceiling(losses: dict[str, Band]) -> float:
    """The largest loss that a linear axis has to show; infinite where no lane runs away from the others."""
    finite = [blocks.mean[np.isfinite(blocks.mean)] for name, blocks in losses.items() if name.startswith("test")]
    peaks = sorted(float(values.max()) for values in finite if len(values))
    for below, peak in pairwise(peaks):
        if peak > RUNAWAY * below > 0:
            return HEADROOM * below
    return math.inf


def _line(blocks: Band) -> Band:
    """The means alone."""
    return Band(blocks.x, blocks.mean, blocks.mean, blocks.mean)
