"""ProductLines: what is left of the gradient from each hidden layer on, below the bars of the same layers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.trace import Array
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.depth.bars import paint_decades, share_of
from nnviz.views.labs.depth.limits import DECADES, decades
from nnviz.views.labs.depth.pair_bars import layer_columns
from nnviz.views.labs.depth.spacing import spread
from nnviz.views.labs.depth.words import DepthWords
from nnviz.widgets.numerals import full
from nnviz.widgets.ticks import Limits

SMALL = 0.85
DOT, WIDTH = 4.0, 2.2


@dataclass(frozen=True, eq=False)
class Curve:
    """values (hidden,), the role of its colour, the dashes of its line in pixels, and whether it has dots."""

    title: str
    values: Array
    role: str
    dashes: tuple[float, ...] = ()
    dots: bool = True


class ProductLines(QWidget):
    """curves   by key, what is painted;  limits: ends of the axis, log₁₀"""

    def __init__(self, name: str, theme: Theme, words: DepthWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.curves: dict[str, Curve] = {}
        self.limits: Limits = DECADES
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_curves(self, curves: dict[str, Curve]) -> None:
        """Paint these."""
        self.curves = curves
        self.limits = decades([float(value) for curve in curves.values() for value in curve.values], self.limits)
        self.limits = self.limits[0], max(self.limits[1], 0.0)
        said = (f"{curve.title}: {', '.join(full(float(v)) for v in curve.values)}" for curve in curves.values())
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setFont(self._theme.font(SMALL))
            if self.curves:
                self._paint(painter)

    def points(self, key: str) -> list[QPointF]:
        """Where the values of a curve are painted."""
        columns, place = self._layout()
        values, top = self.curves[key].values.tolist(), place.top()
        return [
            QPointF(column.center().x(), top + (1 - share_of(value, self.limits)) * place.height())
            for column, value in zip(columns, values, strict=False)
        ]

    def _layout(self) -> tuple[list[QRectF], QRectF]:
        """A column for each weight layer, the last one of them empty, and the box of the axis."""
        metrics = QFontMetricsF(self._theme.font(SMALL))
        count = max(len(curve.values) for curve in self.curves.values()) + 1
        columns, line = layer_columns(count, self.width(), metrics), metrics.height()
        left = columns[0].left()
        return columns, QRectF(left, line, self.width() - left, self.height() - 2 * line - 6)

    def _paint(self, painter: QPainter) -> None:
        columns, place = self._layout()
        paint_decades(painter, self._theme, self.limits, place, place.left())
        painter.setPen(self._theme.color("muted"))
        names = self._words.fitting(len(columns), columns[0].width(), QFontMetricsF(painter.font()))
        for name, column in zip(names[:-1], columns, strict=False):
            box = column.adjusted(0, 0, 0, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, name)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key, curve in self.curves.items():
            self._paint_curve(painter, curve, self.points(key))
        self._paint_titles(painter)

    def _paint_curve(self, painter: QPainter, curve: Curve, points: list[QPointF]) -> None:
        color = self._theme.color(curve.role)
        pen = QPen(color, self._theme.width(WIDTH))
        if curve.dashes:
            pen.setDashPattern([length / WIDTH for length in curve.dashes])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        for point in points if curve.dots else ():
            painter.drawEllipse(point, DOT, DOT)

    def _paint_titles(self, painter: QPainter) -> None:
        """Right of the last points, in the column of the output, which is free."""
        line = QFontMetricsF(painter.font()).height()
        ends = [self.points(key)[-1] for key in self.curves]
        # The bound is named below the curve that keeps to it.
        wanted = [end.y() + (0.0 if curve.dots else DOT) for end, curve in zip(ends, self.curves.values(), strict=True)]
        for middle, end, curve in zip(spread(np.array(wanted), line), ends, self.curves.values(), strict=True):
            left = end.x() + 3 * DOT
            box = QRectF(left, middle - line / 2, self.width() - left, line)
            painter.setPen(self._theme.color(curve.role))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, curve.title)
