"""One chart: curves over epochs with our own axes. The room's only file, with charts.py, that knows pyqtgraph."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsPolygonItem

from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import Band, Values
from nnviz.views.plots.ticks import (
    Limits,
    Tick,
    linear_limits,
    linear_ticks,
    log_grid,
    log_limits,
    log_ticks,
    percent_limits,
)

CURVES = {"batch": ("muted", 1.0, 150), "train": ("train", 1.0, 255), "test": ("test", 2.0, 255)}
"""Role of colour, width and opacity of each curve; later ones lie above."""
BAND_OPACITY = 60
GRID_OPACITY = 90
X_SPACING, Y_SPACING = 52, 24
"""Pixels that a number beside an axis wants for itself."""
DOT = 8


class Chart:
    """One pyqtgraph plot of curves named as in CURVES; every value it shows can be read back with `data`."""

    def __init__(self, plot: pg.PlotItem, percent: bool = False) -> None:
        self.plot = plot
        self._percent = percent
        self._log = False
        self._limits: tuple[Limits, Limits] = ((0.0, 0.0), (0.0, 0.0))
        self._set_up_plot()
        self._band = QGraphicsPolygonItem()
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self._dots = pg.ScatterPlotItem(size=DOT, pxMode=True)
        self._curves = {name: pg.PlotCurveItem(connect="finite") for name in CURVES}
        for item in (self._band, *self._curves.values(), self._line, self._dots):
            plot.vb.addItem(item, ignoreBounds=True)
        self.unpoint()

    def draw(self, curves: dict[str, tuple[Values, Values]], band: Band | None, log: bool) -> None:
        """Show these curves, (x, y) each, and the band below them."""
        self._log = log
        for name, item in self._curves.items():
            x, y = curves.get(name, (np.empty(0), np.empty(0)))
            item.setData(x, self._place(y))
        self._draw_band(band)

    def data(self, name: str) -> tuple[Values, Values]:
        """What a curve draws, in epochs and in units of the axis."""
        x, y = self._curves[name].getData()
        if x is None:
            return np.empty(0), np.empty(0)
        return x, (10**y if self._log else y)

    def show(self, epochs: Limits) -> None:
        """Set the limits of both axes: these epochs, and what fits the curves."""
        limits = epochs, self._fit()
        if limits != self._limits:
            self._limits = limits
            self.plot.vb.setRange(xRange=epochs, yRange=limits[1], padding=0)
        self.set_ticks()

    def set_ticks(self) -> None:
        """Numbers and grid lines for the limits and for the room there is."""
        box = self.plot.vb.rect()
        x, y = self._limits
        self._tick("bottom", linear_ticks(x, int(box.width() / X_SPACING)), [])
        most = max(int(box.height() / Y_SPACING), 2)
        if self._log:
            self._tick("left", log_ticks(y, most), log_grid(y))
        else:
            self._tick("left", linear_ticks(y, most), [])

    def point(self, x: float, values: dict[str, float]) -> None:
        """Mark an epoch and the values of curves there."""
        self._line.setPos(x)
        known = {name: value for name, value in values.items() if np.isfinite(value)}
        spots = self._place(np.array(list(known.values())))
        self._dots.setData(x=[x] * len(known), y=spots, brush=[self._curves[name].opts["pen"].color() for name in known])
        self._line.setVisible(True)
        self._dots.setVisible(True)

    def unpoint(self) -> None:
        """No mark."""
        self._line.setVisible(False)
        self._dots.setVisible(False)

    def restyle(self, theme: Theme, x_label: str, y_label: str) -> None:
        """Colours, fonts and titles of axes; an empty x_label also takes the numbers away."""
        for name, (role, width, opacity) in CURVES.items():
            self._curves[name].setPen(_pen(theme.color(role), width, opacity))
        shade = theme.color("muted")
        shade.setAlpha(BAND_OPACITY)
        self._band.setBrush(shade)
        self._line.setPen(_pen(theme.color("muted"), 1.0))
        self._dots.setPen(_pen(theme.color("surface"), 1.5))
        for name, label in (("bottom", x_label), ("left", y_label)):
            axis = self.plot.getAxis(name)
            axis.setTickFont(theme.font(0.85))
            axis.setTextPen(theme.color("muted"))
            axis.setPen(theme.color("border"))
            axis.setTickPen(theme.color("border"))
            axis.label.setFont(theme.font(0.9))
            axis.setLabel(label or None, color=theme.palette.muted)
            axis.showLabel(bool(label))
        self._size_axes(theme, x_label, y_label)

    def epoch_at(self, scene_position: QPointF) -> float | None:
        """The epoch below a point of the scene; None outside of the chart."""
        if not self.plot.isVisible() or not self.plot.vb.sceneBoundingRect().contains(scene_position):
            return None
        return float(self.plot.vb.mapSceneToView(scene_position).x())

    def _set_up_plot(self) -> None:
        self.plot.hideButtons()
        self.plot.setMenuEnabled(False)
        self.plot.vb.setMouseEnabled(x=True, y=False)
        self.plot.vb.disableAutoRange()
        for name in ("bottom", "left"):
            axis = self.plot.getAxis(name)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=0, tickTextOffset=5)
            axis.setGrid(GRID_OPACITY)

    def _size_axes(self, theme: Theme, x_label: str, y_label: str) -> None:
        """Fixed sizes, so that charts stay aligned and nothing moves when numbers grow."""
        line = pg.QtGui.QFontMetricsF(theme.font(0.85)).height()
        digits = pg.QtGui.QFontMetricsF(theme.font(0.85)).horizontalAdvance("0.0005")
        self.plot.getAxis("left").setWidth(round(digits + 8 + (1.25 * line if y_label else 0)))
        self.plot.getAxis("bottom").setHeight(round(line + 6 + 1.1 * line) if x_label else round(line + 4))

    def _tick(self, name: str, major: list[Tick], minor: list[Tick]) -> None:
        ticks = [major, minor] if minor else [major]
        axis = self.plot.getAxis(name)
        if axis._tickLevels != ticks:
            axis.setTicks(ticks)

    def _place(self, y: Values) -> Values:
        """Values as positions on the y axis; nowhere where a logarithm does not exist."""
        if not self._log:
            return y
        return np.log10(np.where(y > 0, y, np.nan))

    def _draw_band(self, band: Band | None) -> None:
        if band is None or len(band.x) < 2:
            self._band.setPolygon(pg.QtGui.QPolygonF())
            return
        low, high = self._place(band.low), self._place(band.high)
        known = np.isfinite(low)
        x = band.x[known]
        outline = np.concatenate([x, x[::-1]]), np.concatenate([low[known], high[known][::-1]])
        self._band.setPolygon(pg.functions.arrayToQPolygonF(*outline))

    def _fit(self) -> Limits:
        """Limits of the y axis that hold all curves; the band may stick out."""
        values = np.concatenate([self.data(name)[1] for name in CURVES])
        values = values[np.isfinite(values)]
        if not len(values):
            return (-2.0, 0.0) if self._log else linear_limits(0, 1)
        low, high = float(values.min()), float(values.max())
        if self._percent:
            return percent_limits(low)
        return log_limits(low, high) if self._log else linear_limits(low, high)


def _pen(color: QColor, width: float, opacity: int = 255) -> QPen:
    color.setAlpha(opacity)
    pen = QPen(color, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
