"""Charts: loss and accuracy over the same epochs, one above the other or side by side, drawn from the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import POINTS, TAIL, Values, band, visible
from nnviz.views.plots.chart import Chart
from nnviz.views.plots.ticks import round_up

if TYPE_CHECKING:
    from nnviz.session.history import History

WIDE = 2.2
"""Charts stand side by side where the pane is so many times wider than high."""
LEAST_SPAN = 0.02
"""Epochs that the closest zoom shows."""


@dataclass(frozen=True)
class Titles:
    """Titles of the axes; of accuracy several, the longest first."""

    epoch: str
    loss: str
    accuracy: tuple[str, ...]


class Charts(QWidget):
    """Both charts.

    Signals: pointed(int | None) index of the evaluation next to the pointer.
    Wheel and drag: zoom and move along the epochs; heights fit what is visible. Double click: everything.
    """

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = pg.GraphicsLayoutWidget(parent=self)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.ci.layout.setContentsMargins(0, 4, 12, 0)
        self._view.ci.layout.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.loss, self.accuracy = Chart(pg.PlotItem()), Chart(pg.PlotItem(), percent=True)
        self._theme = theme
        self._history: History | None = None
        self._log = False
        self._titles = Titles("", "", ("",))
        self._arrangement = ""
        self._span: tuple[float, float] | None = None
        self._arrange(True)
        self._connect()

    def draw(self, history: History, log: bool, accuracy: bool) -> None:
        """Show the history; accuracy: False for a regression."""
        if history is not self._history:
            self._span = None
        self._history, self._log = history, log
        self._arrange(accuracy)
        self._redraw()

    def restyle(self) -> None:
        """The colours and fonts of the theme."""
        self._view.setBackground(self._theme.color("surface"))
        for chart in self.loss, self.accuracy:
            chart.restyle(self._theme, self.devicePixelRatioF())

    def set_titles(self, titles: Titles) -> None:
        """What the axes are called."""
        self._titles = titles
        self._name_axes()

    def reset(self) -> None:
        """Show the whole run again."""
        self._span = None
        self._redraw()

    def curve_data(self, name: str) -> tuple[Values, Values]:
        """What is drawn for batch_loss, train_loss, test_loss, train_accuracy, test_accuracy: epochs and values."""
        curve, _, quantity = name.partition("_")
        return (self.accuracy if quantity == "accuracy" else self.loss).data(curve)

    def point_at(self, index: int | None) -> None:
        """Mark an evaluation in both charts; None: the newest, without a line."""
        h, k = self._history, -1 if index is None else index
        if h is None or not len(h.eval_epoch):
            return
        x, line = float(h.eval_epoch[k]), index is not None
        self.loss.point(x, {"test": h.test_loss[k], "train": h.train_loss[k]}, line)
        self.accuracy.point(x, {"test": 100 * h.test_accuracy[k], "train": 100 * h.train_accuracy[k]}, line)

    def _connect(self) -> None:
        scene = self._view.scene()
        scene.sigMouseMoved.connect(self._on_move)
        scene.sigMouseClicked.connect(self._on_click)
        self.loss.plot.vb.sigRangeChangedManually.connect(self._on_loss_moved)
        self.accuracy.plot.vb.sigRangeChangedManually.connect(self._on_accuracy_moved)

    def _arrange(self, accuracy: bool) -> None:
        """One chart, or two: above each other, or side by side in a wide pane."""
        wide = self.width() > WIDE * self.height()
        arrangement = ("row" if wide else "column") if accuracy else "single"
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        grid = self._view.ci
        for chart in (self.loss, self.accuracy):
            if chart.plot in grid.items:
                grid.removeItem(chart.plot)
        grid.addItem(self.loss.plot, row=0, col=0)
        self.accuracy.plot.setVisible(accuracy)
        if accuracy:
            grid.addItem(self.accuracy.plot, row=0 if wide else 1, col=1 if wide else 0)
        self._name_axes()

    def _name_axes(self) -> None:
        t = self._titles
        self.loss.set_titles("" if self._arrangement == "column" else t.epoch, t.loss)
        self.accuracy.set_titles(t.epoch, *t.accuracy)

    def _redraw(self) -> None:
        h = self._history
        if h is None or not len(h.epoch):
            return
        low, high = span = self._span or (0.0, round_up(float(h.epoch[-1])))
        part, size = visible(h.epoch, low, high, POINTS)
        batch = band(h.epoch[part], h.loss[part], size, TAIL)
        part, size = visible(h.eval_epoch, low, high, POINTS)
        x = h.eval_epoch[part]
        losses = {"train": band(x, h.train_loss[part], size), "test": band(x, h.test_loss[part], size)}
        self.loss.draw({"batch": batch, **losses}, self._log)
        self.loss.show(span)
        if self._arrangement != "single":
            shares = {"train": h.train_accuracy[part], "test": h.test_accuracy[part]}
            self.accuracy.draw({name: band(x, 100 * y, size) for name, y in shares.items()}, False)
            self.accuracy.show(span)

    def _on_loss_moved(self, _: object) -> None:
        self._follow(self.loss)

    def _on_accuracy_moved(self, _: object) -> None:
        self._follow(self.accuracy)

    def _follow(self, chart: Chart) -> None:
        """Both charts show what the user made one of them show, within the run."""
        if self._history is None or not len(self._history.epoch):
            return
        end = round_up(float(self._history.epoch[-1]))
        low, high = chart.plot.vb.viewRange()[0]
        width = min(max(high - low, LEAST_SPAN), end)
        low = min(max(low, 0.0), end - width)
        self._span = None if width >= end else (low, low + width)
        self._redraw()

    def _on_move(self, position: QPointF) -> None:
        epoch = next((e for chart in (self.loss, self.accuracy) if (e := chart.epoch_at(position)) is not None), None)
        h = self._history
        if epoch is None or h is None or not len(h.eval_epoch):
            self.pointed.emit(None)
            return
        self.pointed.emit(int(np.abs(h.eval_epoch - epoch).argmin()))

    def _on_click(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.double():
            self.reset()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.restyle()
        super().changeEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._arrangement != "single")
        self.loss.fit_titles()
        self.accuracy.fit_titles()
        self._redraw()
