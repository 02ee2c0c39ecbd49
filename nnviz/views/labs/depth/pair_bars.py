"""PairBars: the gradient norms of the run and of its twin, layer by layer, on one logarithmic axis."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.trace import Array
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.depth.bars import bar_boxes, paint_bars, paint_decades
from nnviz.views.labs.depth.limits import DECADES, decades
from nnviz.views.labs.depth.numbers import fitting, number_texts, paint_row
from nnviz.views.labs.depth.words import DepthWords
from nnviz.widgets.numerals import full
from nnviz.widgets.ticks import Limits

SMALL, LEGEND = 0.85, 1.0
WIDE = 80.0
"""Pixels of a number above a bar at most."""
GAP, SWATCH = 8.0, 18.0
ROLES = ("lane_a", "lane_b")
"""Of the run, filled, and of its twin, hatched."""


@dataclass(frozen=True, eq=False)
class Series:
    """One network: what it is called, and the norms of its layers."""

    title: str
    norms: Array


class PairBars(QWidget):
    """series   the run and its twin, as far as they are known;  limits: ends of the axis, log₁₀"""

    def __init__(self, name: str, theme: Theme, words: DepthWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.series: tuple[Series, ...] = ()
        self.limits: Limits = DECADES
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_series(self, *series: Series) -> None:
        """Paint these norms."""
        self.series = series
        self.limits = decades([float(norm) for one in series for norm in one.norms], self.limits)
        self.setAccessibleDescription("; ".join(self.reading(one) for one in series))
        self.update()

    def reading(self, one: Series) -> str:
        """A series with all its digits."""
        return f"{one.title}: {', '.join(full(float(norm)) for norm in one.norms)}"

    def sizeHint(self) -> QSize:
        return QSize(600, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(LEGEND))
        top = self._paint_legend(painter) + GAP
        count = max((len(one.norms) for one in self.series), default=0)
        if not count:
            return
        painter.setFont(self._theme.font(SMALL))
        metrics = QFontMetricsF(painter.font())
        columns = layer_columns(count, self.width(), metrics)
        left, width = columns[0].left(), columns[0].width()
        self._paint_names(painter, columns, metrics)
        norms = np.concatenate([one.norms for one in self.series]).tolist()
        row = fitting(norms, min(width * 0.5, WIDE), metrics, number_texts)
        place = QRectF(left, top + row.height + 4, self.width() - left, self.height() - top - row.height - 8)
        place.setBottom(place.bottom() - metrics.height())
        paint_decades(painter, self._theme, self.limits, place, left)
        for k, one in enumerate(self.series):
            boxes = [QRectF(column.left(), place.top(), width, place.height()) for column in columns]
            bars = bar_boxes(one.norms.tolist(), self.limits, boxes, k, 2)
            paint_bars(painter, self._theme, bars, ROLES[k], hatched=k == 1)
            painter.setPen(self._theme.color("text"))
            numbers = replace(row, texts=row.texts[k * count : (k + 1) * count])
            paint_row(painter, numbers, [self._above(bar, numbers.height, k, width) for bar in bars])

    @staticmethod
    def _above(bar: QRectF, height: float, place: int, width: float) -> QRectF:
        """Room for a number over a bar, towards its own side of the column."""
        wide = max(bar.width(), min(width * 0.5, WIDE))
        left = bar.right() - wide if place == 0 else bar.left()
        return QRectF(left, bar.top() - height - 3, wide, height)

    def _paint_names(self, painter: QPainter, columns: list[QRectF], metrics: QFontMetricsF) -> None:
        painter.setPen(self._theme.color("muted"))
        for name, column in zip(self._words.fitting(len(columns), columns[0].width(), metrics), columns, strict=True):
            box = column.adjusted(0, 0, 0, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, name)

    def _paint_legend(self, painter: QPainter) -> float:
        """Which bars are whose; returns its height."""
        metrics, x = QFontMetricsF(painter.font()), 0.0
        for k, one in enumerate(self.series):
            box = QRectF(x, math.floor(metrics.height() * 0.2), SWATCH, round(metrics.height() * 0.65))
            paint_bars(painter, self._theme, [box], ROLES[k], hatched=k == 1)
            painter.setPen(self._theme.color("text"))
            painter.drawText(QPointF(x + SWATCH + GAP, metrics.ascent()), one.title)
            x += SWATCH + 4 * GAP + metrics.horizontalAdvance(one.title)
        return metrics.height()


def layer_columns(count: int, width: float, metrics: QFontMetricsF) -> list[QRectF]:
    """A column without height for each of so many weight layers, beside the numbers of a logarithmic axis."""
    left = metrics.horizontalAdvance("10⁻⁸⁸") + GAP
    wide = (width - left) / count
    return [QRectF(left + k * wide, 0, wide, 0) for k in range(count)]
