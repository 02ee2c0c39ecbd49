"""HistogramView: one histogram as it was counted, with a zero line and two or three numbers below it."""

from __future__ import annotations

import bisect
import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.engine.trace import Array
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.layers.axes import Limits, tick_text
from nnviz.widgets.numerals import short

Counts = NDArray[np.intp]
PLOT = 52.0
"""Height of the highest bar."""
GAP = 3.0
SMALL = 0.82
TICK = 3.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class HistogramView(QWidget):
    """Bars whose heights are the square roots of the counts, so that few values are seen beside very many.

    counts   (n,) values in each bin;  edges: (n + 1,) where bins begin and end
    limits   ends of the axis, 0 included
    heights  (n,) painted heights as shares of the highest bar
    signed   bars below 0 in the colour of negative values, above 0 in that of positive ones
    """

    def __init__(self, theme: Theme, signed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.signed = theme, signed
        self._titles: tuple[str, ...] = ("",)
        self.counts: Counts = np.zeros(0, np.intp)
        self.edges: Array = np.zeros(0)
        self.limits: Limits = (0.0, 0.0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_titles(self, *titles: str) -> None:
        """The title above the bars, the longest that fits; the first one is the accessible name."""
        self._titles = titles
        self.setAccessibleName(titles[0])
        self.update()

    def show_counts(self, counts: Counts, edges: Array, limits: Limits) -> None:
        """Paint another histogram."""
        same = limits == self.limits
        self.counts, self.edges, self.limits = counts, edges, limits
        # Ten times a second: what is written around the bars is painted only when it changes.
        self.update(self._plot() if same else self.rect())

    def show_nothing(self) -> None:
        """An empty axis."""
        self.show_counts(np.zeros(0, np.intp), np.zeros(0), (0.0, 0.0))

    @property
    def heights(self) -> Array:
        """√ counts, the highest 1."""
        roots = np.sqrt(np.asarray(self.counts, float))
        return np.asarray(roots / max(float(np.max(roots, initial=0.0)), 1e-300))

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """The ends of the axis and 0, from left to right."""
        return [(value, tick_text(value)) for value in sorted({self.limits[0], 0.0, self.limits[1]})]

    def restyle(self) -> None:
        """Measure and paint anew after the theme has changed."""
        self.updateGeometry()
        self.update()

    def text_at(self, x: float) -> str:
        """The bin below a place of the widget, in words; "" beside the bars."""
        value = self._value(x)
        k = bisect.bisect_right(self.edges.tolist(), value) - 1
        if not 0 <= k < len(self.counts):
            return ""
        return self.tr("{count} of {total} values between {low} and {high}").format(
            count=f"{int(self.counts[k]):,}", total=f"{int(self.counts.sum()):,}",
            low=short(float(self.edges[k]), 3), high=short(float(self.edges[k + 1]), 3),
        )  # fmt: skip

    # Qt

    def sizeHint(self) -> QSize:
        line = self._line()
        return QSize(90, round(2 * line + PLOT + 2 * GAP + TICK))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """The numbers of the bin under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.text_at(event.pos().x())
            QToolTip.showText(event.globalPos(), text or self.toolTip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.color("surface"))
            self._paint(painter, not self._plot().contains(event.rect()))

    # painting

    def _line(self) -> float:
        return QFontMetricsF(self._font()).height()

    def _font(self) -> QFont:
        return self._theme.font(SMALL)

    def _value(self, x: float) -> float:
        low, high = self.limits
        return low + x / max(self.width() - 1.0, 1.0) * (high - low)

    def _x(self, value: Array | float) -> Array:
        low, high = self.limits
        return np.asarray((np.asarray(value) - low) / ((high - low) or 1.0) * (self.width() - 1.0))

    def _plot(self) -> QRect:
        """Where bars can be."""
        top = math.floor(self._line() + GAP)
        return QRect(0, top, self.width(), math.ceil(PLOT) + 2)

    def _base(self) -> float:
        return self._line() + GAP + PLOT

    def _paint(self, painter: QPainter, everything: bool) -> None:
        base = self._base()
        known = self.limits[0] < self.limits[1] and len(self.counts) > 0
        if known:
            self._paint_bars(painter, base)
            self._paint_zero(painter, base)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawLine(QPointF(0, base), QPointF(self.width() - 1.0, base))
        if everything:
            metrics = QFontMetricsF(self._font())
            painter.setFont(self._font())
            self._paint_title(painter, metrics)
            if known:
                self._paint_ticks(painter, base, metrics)

    def _paint_title(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        fitting = (title for title in self._titles if metrics.horizontalAdvance(title) <= self.width())
        painter.setPen(self._theme.color("muted"))
        painter.drawText(QRectF(0, 0, self.width(), metrics.height()), LEFT, next(fitting, self._titles[-1]))

    def _paint_bars(self, painter: QPainter, base: float) -> None:
        """The outline of all bars at once; each side of 0 is filled in its own colour."""
        x, y = np.repeat(self._x(self.edges), 2), base - np.repeat(self.heights, 2) * PLOT
        y = np.concatenate(([base], y, [base]))
        outline = QPolygonF([QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        zero, width = float(self._x(0.0)), float(self.width())
        roles = ("negative", "positive") if self.signed else ("muted", "muted")
        for role, left, right in ((roles[0], 0.0, zero), (roles[1], zero, width)):
            painter.save()
            painter.setClipRect(QRectF(left, 0, right - left, base), Qt.ClipOperation.IntersectClip)
            painter.setBrush(self._theme.color(role))
            painter.drawPolygon(outline)
            painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_zero(self, painter: QPainter, base: float) -> None:
        zero = round(float(self._x(0.0)))
        painter.setPen(QPen(self._theme.color("faint"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(zero, base - PLOT), QPointF(zero, base))

    def _paint_ticks(self, painter: QPainter, base: float, metrics: QFontMetricsF) -> None:
        """Numbers below their places; where two would touch, the one at the right end stays, then that at the left."""
        taken: list[QRectF] = []
        for value, text in (self.ticks[-1], *self.ticks[:-1]):
            x, width = float(self._x(value)), metrics.horizontalAdvance(text) + 1
            painter.setPen(QPen(self._theme.color("faint"), 1))
            painter.drawLine(QPointF(round(x), base + 1), QPointF(round(x), base + TICK))
            left = min(max(x - width / 2, 0.0), self.width() - width)
            box = QRectF(left, base + TICK, width, metrics.height())
            if not any(box.adjusted(-4, 0, 4, 0).intersects(other) for other in taken):
                taken.append(box)
                painter.setPen(self._theme.color("muted"))
                painter.drawText(box, LEFT, text)
