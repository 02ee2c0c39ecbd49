"""Charts: loss and accuracy of one run over its epochs, drawn from the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from nnviz.session.history import MOST_BRANCHES
from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import POINTS, TAIL, Band, band, visible
from nnviz.views.plots.chart import CHANGE, CURVES, Look
from nnviz.views.plots.chart_pair import ChartPair
from nnviz.widgets.ticks import Limits

if TYPE_CHECKING:
    from nnviz.session.history import History

LEAST_SPAN = 0.02
"""Epochs that the closest zoom shows."""

PAST_OPACITY = (255, 150, 100)
PAST: dict[str, Look] = {f"past{n}": Look(CHANGE, 1.8, PAST_OPACITY[n], dashes=(6, 4)) for n in range(MOST_BRANCHES)}
"""Test curves of the futures that were left behind; past0 is the newest."""


class Charts(ChartPair):
    """Both charts of the session's run: batch_loss, train_loss, test_loss, train_accuracy, test_accuracy, and of old
    futures past0_loss, past0_accuracy, ….

    Signals: pointed(int | None) index of the evaluation next to the pointer.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._history: History | None = None
        # The newest of the old futures lies above everything: it is what the run is compared with.
        looks = {**CURVES, **dict(reversed(PAST.items()))}
        super().__init__(theme, LEAST_SPAN, looks, looks, parent)

    def draw(self, history: History, log: bool, accuracy: bool) -> None:
        """Show the history; accuracy: False for a regression."""
        if history is not self._history:
            self._span = None
        self._history, self._log = history, log
        self._arrange(accuracy)
        self._redraw()
        for chart in (self.loss, self.accuracy):
            chart.change_at(history.branch_epochs[-1] if history.branches else None)

    def name_change(self, *texts: str) -> None:
        """What stands beside the line where the newest old future was left, the first that fits."""
        self.loss.name_change(*texts)

    def point_at(self, index: int | None) -> None:
        """Mark an evaluation in both charts; None: the newest, without a line."""
        h, k = self._history, -1 if index is None else index
        if h is None or not len(h.eval_epoch):
            return
        x, line = float(h.eval_epoch[k]), index is not None
        self.loss.point(x, {"test": h.test_loss[k], "train": h.train_loss[k]}, line)
        self.accuracy.point(x, {"test": 100 * h.test_accuracy[k], "train": 100 * h.train_accuracy[k]}, line)

    def stand_at(self, epoch: float | None) -> None:
        """A line where the run stands while it is looked back at; None: it stands at its end."""
        for chart in (self.loss, self.accuracy):
            chart.stand_at(epoch)

    def end(self) -> float:
        h = self._history
        runs = (h, *h.branches) if h is not None else ()
        return max((float(run.epoch[-1]) for run in runs if len(run.epoch)), default=0.0)

    def nearest(self, x: float) -> int | None:
        h = self._history
        return int(np.abs(h.eval_epoch - x).argmin()) if h is not None and len(h.eval_epoch) else None

    def plot(self, span: Limits) -> None:
        h, (low, high) = self._history, span
        if h is None:
            return
        part, size = visible(h.epoch, low, high, POINTS)
        batch = band(h.epoch[part], h.loss[part], size, TAIL)
        part, size = visible(h.eval_epoch, low, high, POINTS)
        x = h.eval_epoch[part]
        losses = {"train": band(x, h.train_loss[part], size), "test": band(x, h.test_loss[part], size)}
        self.loss.draw({"batch": batch, **losses, **self._past(span, "test_loss", 1)}, self._log)
        self.loss.show(span)
        if self.has_accuracy:
            shares = {"train": h.train_accuracy[part], "test": h.test_accuracy[part]}
            now = {name: band(x, 100 * y, size) for name, y in shares.items()}
            self.accuracy.draw(now | self._past(span, "test_accuracy", 100), False)
            self.accuracy.show(span)

    def _past(self, span: Limits, column: str, factor: float) -> dict[str, Band]:
        """The test curve of every old future, from the last evaluation on that it has in common with the run."""
        h, curves = self._history, {}
        left = zip(h.branches, h.branch_epochs, strict=True) if h is not None else ()
        for name, (run, epoch) in zip(PAST, reversed([*left]), strict=False):
            first = max(0, int(np.searchsorted(run.eval_epoch, epoch, "right")) - 1)
            x, y = run.eval_epoch[first:], factor * getattr(run, column)[first:]
            part, size = visible(x, *span, POINTS)
            curves[name] = band(x[part], y[part], size)
        return curves
