"""Axes of a lab's plot: limits, numbers beside the axes that fit the room, and the grid."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from nnviz.theme.theme import Theme
from nnviz.widgets.ticks import Limits, Tick, linear_ticks, log_ticks

X_SPACING, Y_SPACING = 64, 30
"""Pixels that a number beside an axis wants for itself, at ordinary text size."""
GRID_OPACITY = 110


class Axes:
    """Both axes of a plot. `limits` are those of the data; of a logarithmic y axis log₁₀."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self.limits: tuple[Limits, Limits] = ((0.0, 1.0), (0.0, 1.0))
        self.log = False
        self._titles = ("", "")
        self._scale = 1.0
        self._items = {name: plot.getAxis(name) for name in ("bottom", "left")}
        self._grid = pg.PlotCurveItem(connect="pairs")
        self._zero = pg.PlotCurveItem(connect="pairs")
        for item in (self._grid, self._zero):
            item.setZValue(-100)
            plot.vb.addItem(item, ignoreBounds=True)
        for axis in self._items.values():
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=0, tickTextOffset=5, hideOverlappingLabels=False)

    def show(self, x: Limits, y: Limits) -> None:
        """Set the limits of both axes."""
        self.limits = x, y
        self._plot.vb.setRange(xRange=x, yRange=y, padding=0)
        self.refresh()

    def refresh(self) -> None:
        """Numbers and grid for the room there is now."""
        box, (x, y) = self._plot.vb.rect(), self._seen()
        across = linear_ticks(x, max(2, int(box.width() / (X_SPACING * self._scale))))
        rows = max(2, int(box.height() / (Y_SPACING * self._scale)))
        up = log_ticks(y, max(rows, 3)) if self.log else linear_ticks(y, rows)
        self._items["bottom"].setTicks([across])
        self._items["left"].setTicks([up])
        self._draw_grid(across, up)

    def set_titles(self, bottom: str, left: str) -> None:
        """What the axes measure, "" for nothing."""
        self._titles = bottom, left

    def restyle(self, theme: Theme, ratio: float) -> None:
        """Colours and fonts of the theme."""
        self._scale = theme.scale
        for (name, axis), title in zip(self._items.items(), self._titles, strict=True):
            axis.setTickFont(theme.font(0.85))
            axis.setTextPen(theme.color("muted"))
            axis.setPen(theme.color("border"))
            axis.setLabel(title or None, color=theme.palette.muted)
            axis.label.setFont(theme.font(0.9))
            axis.showLabel(bool(title))
            if name == "left":
                axis.setWidth(round(44 * theme.scale + (18 * theme.scale if title else 0)))
            else:
                axis.setHeight(round(20 * theme.scale + (18 * theme.scale if title else 0)))
            axis.resizeEvent()
        grid = theme.color("border")
        grid.setAlpha(GRID_OPACITY)
        self._grid.setPen(pg.mkPen(grid, width=ratio))
        self._zero.setPen(pg.mkPen(theme.color("faint"), width=theme.width(ratio)))
        self.refresh()

    def _seen(self) -> tuple[Limits, Limits]:
        """What is seen: with an equal scale on both axes that may be more than the limits."""
        (left, right), (bottom, top) = self._plot.vb.viewRange()
        return (left, right), (bottom, top)

    def _draw_grid(self, across: list[Tick], up: list[Tick]) -> None:
        """One line through the plot for each number; those through 0 are stronger."""
        (left, right), (bottom, top) = self._seen()
        xs, ys = [at for at, _ in across], [at for at, _ in up]
        x = np.concatenate([np.repeat(xs, 2), np.tile([left, right], len(ys))])
        y = np.concatenate([np.tile([bottom, top], len(xs)), np.repeat(ys, 2)])
        self._grid.setData(x, y)
        zero_x = [0, 0, *([] if self.log else [left, right])]
        self._zero.setData(zero_x, [bottom, top, *([] if self.log else [0, 0])])
