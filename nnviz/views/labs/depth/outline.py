"""Histograms on their sides: values upwards on an axis that neighbours share, counts to the right."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnviz.engine.diagnosis import Histogram
from nnviz.engine.trace import Array
from nnviz.theme.theme import Theme
from nnviz.widgets.ticks import Limits

FILLED, OPACITY = 0.92, 150
"""Share of the width that the longest bar takes; how strongly bars are filled."""


def occupied(histogram: Histogram) -> slice:
    """The bins from the first to the last that is not empty: values that are all alike lie in one of many."""
    bins = np.flatnonzero(histogram.counts)
    return slice(int(bins[0]), int(bins[-1]) + 1) if bins.size else slice(0, len(histogram.counts))


def lengths(histogram: Histogram) -> Array:
    """(bins,) √ counts, the longest 1: so that few values are seen beside very many."""
    roots = np.sqrt(np.asarray(histogram.counts, np.float64))
    return np.asarray(roots / max(float(np.max(roots, initial=0.0)), 1e-300))


def height_of(value: float, limits: Limits, box: QRectF) -> float:
    """Where a value is in the box, the lower limit at its bottom."""
    return box.bottom() - (value - limits[0]) / (limits[1] - limits[0]) * box.height()


def outline(histogram: Histogram, limits: Limits, box: QRectF) -> QPolygonF:
    """The bars of a histogram in one polygon, from the left edge of the box and back to it. Bars of values that are all
    alike are too thin to be seen: they are at least two pixels high together."""
    bins = occupied(histogram)
    edges = np.clip(np.asarray(histogram.edges[bins.start : bins.stop + 1], np.float64), *limits)
    y = height_of(0.0, limits, box) - edges / (limits[1] - limits[0]) * box.height()
    if y[0] - y[-1] < 2:
        y = y + np.linspace(1, -1, len(y))
    x = box.left() + np.repeat(lengths(histogram)[bins], 2) * box.width() * FILLED
    xs, ys = [box.left(), *x.tolist(), box.left()], np.repeat(y, 2).tolist()
    return QPolygonF([QPointF(*point) for point in zip(xs, ys, strict=True)])


def paint_filled(painter: QPainter, theme: Theme, polygon: QPolygonF, zero: float, box: QRectF) -> None:
    """What is above `zero` in the colour of positive values, what is below in that of negative ones."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    low, high = QRectF(box), QRectF(box)
    high.setBottom(min(max(zero, box.top()), box.bottom()))
    low.setTop(high.bottom())
    for role, part in (("positive", high), ("negative", low)):
        color = theme.color(role)
        painter.save()
        seen = part.adjusted(-1, -1, 1, 1 if part.bottom() == box.bottom() else 0)
        painter.setClipRect(seen, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(color, 1.2))
        color.setAlpha(OPACITY)
        painter.setBrush(color)
        painter.drawPolygon(polygon)
        painter.restore()


def paint_ghost(painter: QPainter, theme: Theme, polygon: QPolygonF) -> None:
    """Only the outline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text"), 1.3, Qt.PenStyle.DotLine))
    painter.drawPolyline(polygon)
