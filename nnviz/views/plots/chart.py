"""One chart: curves over epochs with our own axes. The room's only file, with chart_pair.py, that knows pyqtgraph."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QGraphicsEllipseItem,
    QGraphicsItem,
    QGraphicsPolygonItem,
    QGraphicsTextItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import Band, Values
from nnviz.widgets.ticks import (
    LEAST,
    Limits,
    Tick,
    linear_limits,
    linear_ticks,
    log_grid,
    log_limits,
    log_ticks,
    percent_limits,
)


@dataclass(frozen=True)
class Look:
    """Role of the colour, width in pixels and opacity of a curve; lengths of `dashes` and gaps in pixels, none for a
    whole line; smooth: antialiased, with a dot at each entry while these are few; arrow: one shows where it leaves the
    chart."""

    role: str
    width: float
    opacity: int = 255
    dashes: tuple[float, ...] = ()
    smooth: bool = True
    arrow: bool = False


CURVES: Mapping[str, Look] = {
    "batch": Look("muted", 1.0, 80, smooth=False),
    "test": Look("test", 2.5),
    "train": Look("train", 1.4),
}
"""The curves of one run. Later ones lie above: the thin one on the wide one."""
BAND_OPACITY = 34
GRID_OPACITY = 120
NOTHING = Band(np.empty(0), np.empty(0), np.empty(0), np.empty(0))
X_SPACING, Y_SPACING = 52, 24
"""Pixels that a number beside an axis wants for itself."""
BETWEEN = 0.6
"""Lines of writing between two charts that stand one on the other."""
RADIUS, SMALL_RADIUS = 4.0, 2.6
"""Of the dots at the newest evaluation or the one that is pointed at, and of all others, in pixels."""
FEW = 20
"""Fewer evaluations than this have a dot each."""
LABEL_MARGIN = 8.0
"""Pixels that a label beside a line takes beyond its text."""
ARROW = 5.0
"""Half the width of the arrow where a curve leaves the chart, in pixels."""
CHANGE = "lane_b"
"""Colour of curves from before a change, and of the line where it was made: none of the run's own."""
OUTLYING = 0.05
"""Share of the lowest mini-batch losses that a logarithmic axis leaves out: a lucky one would stretch it by decades."""


class Dot(QGraphicsEllipseItem):
    """A dot of the same size at every zoom; pyqtgraph's scatter plots take ten times as long for two of them."""

    def __init__(self, radius: float = RADIUS) -> None:
        super().__init__(-radius, -radius, 2 * radius, 2 * radius)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setVisible(False)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)


class Arrow(QGraphicsPolygonItem):
    """A small arrow up to its position, of the same size at every zoom."""

    def __init__(self) -> None:
        super().__init__(QPolygonF([QPointF(0, 1), QPointF(-ARROW, 2 * ARROW), QPointF(ARROW, 2 * ARROW)]))
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)


class Chart:
    """One pyqtgraph plot of the curves in `looks`; every value it shows can be read back with `data`."""

    def __init__(self, plot: pg.PlotItem, percent: bool = False, looks: Mapping[str, Look] = CURVES) -> None:
        self.plot, self._looks = plot, looks
        self._percent = percent
        self._log = False
        self._limits: tuple[Limits, Limits] = ((0.0, 0.0), (0.0, 0.0))
        self._ticks: dict[str, list[Tick]] = {}
        self._bands: dict[str, Band] = {}
        self._titles: tuple[str, ...] = ("", "")
        self._metrics, self._muted = QFontMetricsF(QFont()), ""
        self._axes = {name: plot.getAxis(name) for name in ("bottom", "left")}
        self._set_up_plot()
        self._ranges = {name: QGraphicsPolygonItem() for name in looks}
        self._grid = pg.PlotCurveItem(connect="pairs")
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self._dots = {name: Dot() for name in looks}
        self._few = {name: [Dot(SMALL_RADIUS) for _ in range(FEW - 1)] for name, look in looks.items() if look.smooth}
        self._curves = {name: pg.PlotCurveItem(connect="finite", antialias=look.smooth) for name, look in looks.items()}
        marks = [self._line, *(dot for dots in self._few.values() for dot in dots), *self._dots.values()]
        for item in (self._grid, *self._ranges.values(), *self._curves.values(), *marks):
            plot.vb.addItem(item, ignoreBounds=True)
        for name, curve in self._curves.items():
            # One long antialiased path costs half as much again as its pieces, but dashes would begin anew at each.
            curve.setSegmentedLineMode("off" if looks[name].dashes else "on")
        self._line.setVisible(False)
        # Only now is it known how large the chart has become.
        plot.vb.sigResized.connect(self._on_resized)
        self._here = pg.InfiniteLine(angle=90, movable=False)
        plot.vb.addItem(self._here, ignoreBounds=True)
        self._here.setVisible(False)
        self._change = pg.InfiniteLine(angle=90, movable=False)
        # The label goes to the other side of the line near the end of the axis.
        self._change_label = pg.InfLineLabel(self._change, "", position=0.9, anchors=[(0, 0.5), (1, 0.5)])
        self._change_texts: tuple[str, ...] = ()
        self._arrows = {name: Arrow() for name in looks}
        for item in (self._change, *self._arrows.values()):
            plot.vb.addItem(item, ignoreBounds=True)
            item.setVisible(False)

    def draw(self, curves: dict[str, Band], log: bool) -> None:
        """Show these curves: the mean of each block, and its range as a band where blocks have one."""
        self._log = log
        for name, item in self._curves.items():
            blocks = curves.get(name, NOTHING)
            item.setData(blocks.x, self._place(blocks.mean))
            self._ranges[name].setPolygon(self._outline(blocks))
        self._bands = curves
        self._draw_few()

    def data(self, name: str) -> tuple[Values, Values]:
        """What a curve draws, in epochs and in units of the axis."""
        x, y = self._curves[name].getData()
        if x is None:
            return np.empty(0), np.empty(0)
        return x, (10**y if self._log else y)

    def show(self, epochs: Limits, ceiling: float = math.inf) -> None:
        """Set the limits of both axes: these epochs, and what fits the curves as far as they are below a ceiling.

        Where a curve goes beyond it, an arrow stands."""
        heights = self._fit(ceiling)
        self._point_out(ceiling, heights[1])
        self._limits = epochs, heights
        # The mouse moves the view without asking.
        if self.plot.vb.viewRange() != [list(epochs), list(heights)]:
            self.plot.vb.setRange(xRange=epochs, yRange=heights, padding=0)
        self.set_ticks()

    def set_ticks(self) -> None:
        """Numbers and grid lines for the limits and for the room there is."""
        box = self.plot.vb.rect()
        x, y = self._limits
        across = linear_ticks(x, int(box.width() / X_SPACING))
        most = int(box.height() / Y_SPACING)
        up = log_ticks(y, max(most, LEAST)) if self._log else linear_ticks(y, max(most, 2))
        self._tick("bottom", across)
        self._tick("left", up)
        numbers = [at for at, _ in up]
        self._fit_change()
        self._draw_grid([at for at, _ in across], sorted({*numbers, *log_grid(y)}) if self._log else numbers)

    def point(self, x: float, values: dict[str, float], line: bool) -> None:
        """Put dots on curves at an epoch, with a line through the chart where somebody points there."""
        self.mark({name: (x, value) for name, value in values.items()}, x if line else None)

    def stand_at(self, x: float | None) -> None:
        """A line where the run stands; None: no line."""
        self._here.setVisible(x is not None)
        if x is not None:
            self._here.setPos(x)

    def change_at(self, x: float | None) -> None:
        """A thin line where something was changed; None: no line."""
        self._change.setVisible(x is not None)
        if x is not None:
            self._change.setPos(x)
            self._fit_change()

    def name_change(self, *texts: str) -> None:
        """What stands beside that line, the first that fits."""
        self._change_texts = texts
        self._fit_change()

    @property
    def leaving(self) -> dict[str, float]:
        """Where curves first go beyond the axis: places of the arrows."""
        return {name: arrow.pos().x() for name, arrow in self._arrows.items() if arrow.isVisible()}

    def mark(self, places: dict[str, tuple[float, float]], line: float | None) -> None:
        """Put dots on curves at (x, value), and a line through the chart at an x."""
        self._line.setVisible(line is not None)
        if line is not None:
            self._line.setPos(line)
        for name, dot in self._dots.items():
            x, value = places.get(name, (math.nan, math.nan))
            y = float(self._place(np.array([value]))[0])
            dot.setVisible(math.isfinite(y))
            if dot.isVisible():
                dot.setPos(x, y)

    def dots(self) -> dict[str, tuple[float, float]]:
        """Where dots are: epoch and value."""
        places = {name: dot.pos() for name, dot in self._dots.items() if dot.isVisible()}
        return {name: (at.x(), 10 ** at.y() if self._log else at.y()) for name, at in places.items()}

    def few_dots(self, name: str) -> list[tuple[float, float]]:
        """Where a curve of few evaluations has its dots: epochs and values."""
        places = [dot.pos() for dot in self._few[name] if dot.isVisible()]
        return [(at.x(), 10 ** at.y() if self._log else at.y()) for at in places]

    def restyle(self, theme: Theme, ratio: float) -> None:
        """The colours and fonts of the theme; `ratio` is that of device pixels, in which such pens are measured."""
        for name, look in self._looks.items():
            pen = _pen(theme.color(look.role), theme.width(look.width) * ratio, look.opacity)
            if look.dashes:
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([length / look.width for length in look.dashes])
            self._curves[name].setPen(pen)
            shade = theme.color(look.role)
            shade.setAlpha(BAND_OPACITY)
            self._ranges[name].setBrush(shade)
            self._ranges[name].setPen(QPen(Qt.PenStyle.NoPen))
            for dot in (self._dots[name], *self._few.get(name, ())):
                dot.setPen(QPen(theme.color("surface"), 1.5 if dot is self._dots[name] else 1.0))
                dot.setBrush(theme.color(look.role))
            self._arrows[name].setPen(QPen(theme.color("surface"), 1.0))
            self._arrows[name].setBrush(theme.color(look.role))
        self._grid.setPen(_pen(theme.color("border"), ratio, GRID_OPACITY))
        self._line.setPen(_pen(theme.color("faint"), theme.width(1) * ratio))
        self._here.setPen(_pen(theme.color("accent"), theme.width(2) * ratio))
        self._change.setPen(_pen(theme.color(CHANGE), theme.width(1) * ratio))
        self._change_label.setColor(theme.color("text"))
        self._change_label.setFont(theme.font(0.8, numbers=False))
        self._change_label.fill = pg.mkBrush(theme.color("surface"))
        for axis in self._axes.values():
            axis.setTickFont(theme.font(0.85))
            axis.setTextPen(theme.color("muted"))
            axis.setPen(theme.color("border"))
            axis.label.setFont(theme.font(0.9))
        self._metrics, self._muted = QFontMetricsF(theme.font(0.9)), theme.palette.muted
        self.fit_titles()

    def set_titles(self, epoch: str, *heights: str) -> None:
        """Titles of the axes; of those for the y axis the first that fits is shown. Without `epoch` the chart stands
        on another one that has the numbers."""
        self._titles = (epoch, *heights)
        self.fit_titles()

    def fit_titles(self) -> None:
        """Choose the title of the y axis. Sizes are fixed, so that charts stay aligned when numbers grow."""
        epoch, *heights = self._titles
        room = self.plot.vb.rect().height()
        fitting = [title for title in heights if self._metrics.horizontalAdvance(title) <= room]
        line, digits = self._metrics.height(), self._metrics.horizontalAdvance("0.00025")
        for name, title in (("bottom", epoch), ("left", (fitting or heights)[0])):
            axis = self._axes[name]
            axis.setLabel(title or None, color=self._muted)
            axis.showLabel(bool(title))
            axis.resizeEvent()
        self._axes["left"].setWidth(round(digits + line + 6))
        self._axes["bottom"].setStyle(showValues=bool(epoch))
        # The lowest number of a chart that stands on another one keeps clear of that one's highest.
        self._axes["bottom"].setHeight(round(2 * line + 4 if epoch else BETWEEN * line))

    def title_center(self) -> QPointF:
        """The middle of the title below the chart, in the scene."""
        label: QGraphicsTextItem = self._axes["bottom"].label
        return label.mapToScene(label.boundingRect().center())

    def epoch_at(self, scene_position: QPointF) -> float | None:
        """The epoch below a point of the scene; None outside of the chart."""
        if not self.plot.isVisible() or not self.plot.vb.sceneBoundingRect().contains(scene_position):
            return None
        return float(self.plot.vb.mapSceneToView(scene_position).x())

    def _on_resized(self, _: pg.ViewBox) -> None:
        self.fit_titles()
        low, high = self._limits[0]
        # It may be given its place before it has anything to show.
        if low < high:
            self.set_ticks()

    def _set_up_plot(self) -> None:
        self.plot.hideButtons()
        self.plot.vb.setMouseEnabled(x=True, y=False)
        self.plot.vb.disableAutoRange()
        for axis in self._axes.values():
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=0, tickTextOffset=5, hideOverlappingLabels=False)
            # Text laid out anew for every picture would cost more than all curves together.
            axis.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def _tick(self, name: str, ticks: list[Tick]) -> None:
        if self._ticks.get(name) != ticks:
            self._ticks[name] = ticks
            self._axes[name].setTicks([ticks])

    def _draw_grid(self, across: list[float], up: list[float]) -> None:
        """One line through the chart for each tick."""
        (left, right), (bottom, top) = self._limits
        x = [np.repeat(across, 2), np.tile([left, right], len(up))]
        y = [np.tile([bottom, top], len(across)), np.repeat(up, 2)]
        self._grid.setData(np.concatenate(x), np.concatenate(y))

    def _draw_few(self) -> None:
        """A dot at each evaluation while these are few: a line alone would not say where it was measured."""
        for name, dots in self._few.items():
            x, y = self._curves[name].getData()
            known = [] if x is None or len(x) >= FEW else [at for at in zip(x, y, strict=True) if np.isfinite(at[1])]
            for k, dot in enumerate(dots):
                dot.setVisible(k < len(known))
                if k < len(known):
                    dot.setPos(*map(float, known[k]))

    def _place(self, y: Values) -> Values:
        """Values as positions on the y axis; nowhere where a logarithm does not exist."""
        if not self._log:
            return y
        return np.log10(np.where(y > 0, y, np.nan))

    def _outline(self, blocks: Band) -> QPolygonF:
        """Along the lowest values and back along the highest."""
        if blocks.low is blocks.high or not len(blocks.x):
            return QPolygonF()
        low, high = self._place(blocks.low), self._place(blocks.high)
        known = np.isfinite(low) & np.isfinite(high)
        x = blocks.x[known]
        y = np.concatenate([low[known], high[known][::-1]])
        outline: QPolygonF = pg.functions.arrayToQPolygonF(np.concatenate([x, x[::-1]]), y)
        return outline

    def _fit_change(self) -> None:
        """Words beside the line of a change, on the side that has more room."""
        (left, right), x = self._limits[0], self._change.value()
        share = (x - left) / (right - left or 1.0)
        room = max(share, 1 - share) * self.plot.vb.rect().width()
        metrics = QFontMetricsF(self._change_label.textItem.font())
        fitting = (text for text in self._change_texts if metrics.horizontalAdvance(text) + LABEL_MARGIN <= room)
        self._change_label.setFormat(next(fitting, ""))

    def _fit(self, ceiling: float) -> Limits:
        """Limits of the y axis that hold all curves and bands up to a ceiling, but for the lowest ends on a logarithmic
        axis."""
        values = np.concatenate([self.data(name)[1] for name in self._looks] + [self._band_ends()])
        values = values[np.isfinite(values) & (values <= ceiling)]
        low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 0.0)
        if self._percent:
            return percent_limits(low)
        return log_limits(low or 0.1, high or 1.0) if self._log else linear_limits(low, high)

    def _point_out(self, ceiling: float, top: float) -> None:
        """An arrow at the upper end of the axis (`top`) for each curve that leaves it and may have one."""
        for name, arrow in self._arrows.items():
            x, y = self.data(name)
            beyond = x[y > ceiling]
            arrow.setVisible(self._looks[name].arrow and len(beyond) > 0)
            if arrow.isVisible():
                arrow.setPos(float(beyond[0]), top)

    def _band_ends(self) -> Values:
        """The lowest and the highest value of each band that are to be seen."""
        ends: list[float] = []
        for blocks in self._bands.values():
            low, high = blocks.low[np.isfinite(blocks.low)], blocks.high[np.isfinite(blocks.high)]
            if self._log:
                low = low[low > 0]
            if len(low) and len(high):
                ends += [float(np.quantile(low, OUTLYING if self._log else 0.0)), float(high.max())]
        return np.array(ends)


def _pen(color: QColor, width: float, opacity: int = 255) -> QPen:
    color.setAlpha(opacity)
    pen = QPen(color, width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if width > 1 else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
