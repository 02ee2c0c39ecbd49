"""ChartPair: a chart of losses and one of accuracies over the same axis, one above the other or side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGraphicsView, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import Values
from nnviz.views.plots.chart import Chart, Look
from nnviz.widgets.printing import pixel_ratio
from nnviz.widgets.ticks import Limits, round_up

WIDE = 2.2
"""Charts stand side by side where the pane is so many times wider than high."""


@dataclass(frozen=True)
class Titles:
    """Titles of the axes; of accuracy several, the longest first."""

    across: str
    loss: str
    accuracy: tuple[str, ...]


class ChartPair(QWidget):
    """Both charts; who derives from it says what is drawn and how far the axis goes.

    Signals: pointed(int | None) what lies next to the pointer, as `nearest` numbers it.
    Wheel and drag: zoom and move along the axis; heights fit what is visible. Double click: everything.
    """

    pointed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        least_span: float,
        losses: Mapping[str, Look],
        accuracies: Mapping[str, Look],
        parent: QWidget | None = None,
    ) -> None:
        """`least_span`: how much of the axis the closest zoom shows."""
        super().__init__(parent)
        self._view = pg.GraphicsLayoutWidget(parent=self)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its ground is one colour, of which pyqtgraph would keep a picture in the size of the view.
        self._view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self._view.ci.layout.setContentsMargins(0, 4, 12, 0)
        self._view.ci.layout.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.loss = Chart(pg.PlotItem(enableMenu=False), looks=losses)
        self.accuracy = Chart(pg.PlotItem(enableMenu=False), percent=True, looks=accuracies)
        self._theme, self._least_span = theme, least_span
        self._log = False
        self._titles = Titles("", "", ("",))
        self._arrangement = ""
        self._span: Limits | None = None
        self._arrange(True)
        self._connect()

    # what is drawn

    def end(self) -> float:
        """How far along the axis there is something to draw; 0 before there is."""
        raise NotImplementedError

    def plot(self, span: Limits) -> None:
        """Draw what lies within these limits of the axis."""
        raise NotImplementedError

    def nearest(self, x: float) -> int | None:
        """The number of what lies nearest to a place on the axis."""
        raise NotImplementedError

    def point_at(self, place: int | None) -> None:
        """Mark what `nearest` gave this number in both charts; None: the newest, without a line."""
        raise NotImplementedError

    def title_center(self) -> QPoint:
        """The middle of the title of the axis across, of the last chart that has one."""
        chart = self.accuracy if self.has_accuracy else self.loss
        place: QPoint = self._view.mapTo(self, self._view.mapFromScene(chart.title_center()))
        return place

    @property
    def has_accuracy(self) -> bool:
        """False where there is the chart of losses only."""
        return self._arrangement != "single"

    def restyle(self) -> None:
        """The colours and fonts of the theme."""
        self._view.setBackground(self._theme.color("surface"))
        for chart in self.loss, self.accuracy:
            chart.restyle(self._theme, pixel_ratio(self))

    def set_titles(self, titles: Titles) -> None:
        """What the axes are called."""
        self._titles = titles
        self._name_axes()

    def reset(self) -> None:
        """Show everything again."""
        self._span = None
        self._redraw()

    def curve_data(self, name: str) -> tuple[Values, Values]:
        """What is drawn for "<curve>_loss" or "<curve>_accuracy": places on the axis and values."""
        curve, _, quantity = name.rpartition("_")
        return (self.accuracy if quantity == "accuracy" else self.loss).data(curve)

    # parts

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
        self.loss.set_titles("" if self._arrangement == "column" else t.across, t.loss)
        self.accuracy.set_titles(t.across, *t.accuracy)

    def _redraw(self) -> None:
        end = self.end()
        if end > 0:
            self.plot(self._span or (0.0, round_up(end)))

    def _on_loss_moved(self, _: object) -> None:
        self._follow(self.loss)

    def _on_accuracy_moved(self, _: object) -> None:
        self._follow(self.accuracy)

    def _follow(self, chart: Chart) -> None:
        """Both charts show what the user made one of them show, within what there is."""
        if not self.end() > 0:
            return
        end = round_up(self.end())
        low, high = chart.plot.vb.viewRange()[0]
        width = min(max(high - low, self._least_span), end)
        low = min(max(low, 0.0), end - width)
        self._span = None if width >= end else (low, low + width)
        self._redraw()

    def _on_move(self, position: QPointF) -> None:
        places = (chart.epoch_at(position) for chart in (self.loss, self.accuracy))
        x = next((place for place in places if place is not None), None)
        self.pointed.emit(None if x is None else self.nearest(x))

    def _on_click(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.double():
            self.reset()

    def event(self, event: QEvent) -> bool:
        # Pens have pixels of what is drawn onto, here a figure.
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self.restyle()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.restyle()
        super().changeEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.has_accuracy)
        self._redraw()
