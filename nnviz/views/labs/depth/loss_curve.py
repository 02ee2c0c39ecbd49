"""LossCurve: the loss of a run over its iterations, small. Painted here, for pyqtgraph takes long to import."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.trace import Array
from nnviz.session.history import History
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.numerals import short
from nnviz.widgets.ticks import linear_limits, linear_ticks

SMALL = 0.85
MOST_POINTS = 300
"""Points of the curve: each the mean of as many mini-batches as it takes."""
HIGH = 0.6
"""From this share of the axis on the loss is so high that words have room below it."""
LEAST = 10
"""Iterations that the axis has at least."""
TRAIN, TEST = "train", "test"
LINES: dict[str, Qt.PenStyle] = {TRAIN: Qt.PenStyle.SolidLine, TEST: Qt.PenStyle.DashLine}
"""What is painted, by the role of its colour."""
Points = tuple[Array, Array]


class LossCurve(QWidget):
    """curves   iterations and losses by name: TRAIN of mini-batches, TEST of the test set"""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.curves: dict[str, Points] = {name: (np.zeros(0), np.zeros(0)) for name in LINES}
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_history(self, history: History) -> None:
        """Paint what has been recorded."""
        x, y = np.asarray(history.eval_iteration), np.asarray(history.test_loss)
        self.curves = {TRAIN: blocks(history.iteration, history.loss), TEST: (x, y)}
        last = float(history.loss[-1]) if history.steps else math.nan
        self.setAccessibleDescription(self.tr("Loss of the last mini-batch: {loss}").format(loss=short(last)))
        self.update()

    def word(self) -> None:
        """The accessible name."""
        self.setAccessibleName(self.tr("Loss during training"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 110)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setFont(self._theme.font(SMALL))
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(painter.font())
        losses = np.concatenate([y for _, y in self.curves.values()])
        top = float(np.max(losses[np.isfinite(losses)], initial=0.0)) or 2.5
        end = max([LEAST, *(float(x[-1]) for x, _ in self.curves.values() if x.size)])
        low, high = linear_limits(0.0, top)
        left, line = metrics.horizontalAdvance("0.00 "), metrics.height()
        box = QRectF(left, 2, self.width() - left - 2, self.height() - line - 6)
        for value, text in linear_ticks((low, high), max(2, int(box.height() / (1.8 * line)))):
            y = box.bottom() - (value - low) / (high - low) * box.height()
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(self._theme.color("muted"))
            painter.drawText(QRectF(0, y - line / 2, left - 5, line), Qt.AlignmentFlag.AlignRight, text)
        train = self.curves[TRAIN][1]
        high_up = bool(train.size) and float(train[-1]) > HIGH * top
        self._paint_words(painter, box, end, box.bottom() - 2.4 * line if high_up else box.top() + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        for name, (iterations, values) in self.curves.items():
            self._paint_curve(painter, name, box, iterations / end, (values - low) / (high - low))

    def _paint_words(self, painter: QPainter, box: QRectF, end: float, top: float) -> None:
        """The iterations below, and what the curves are, from `top` on where they are not."""
        line = QFontMetricsF(painter.font()).height()
        below = QRectF(box.left(), box.bottom() + 4, box.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{end:,.0f}")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self.tr("iteration"))
        for row, (role, text) in enumerate(((TRAIN, self.tr("training")), (TEST, self.tr("test (dashed)")))):
            painter.setPen(self._theme.color(role))
            place = QRectF(box.left(), top + row * line, box.width() - 4, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, text)

    def _paint_curve(self, painter: QPainter, name: str, box: QRectF, x: Array, y: Array) -> None:
        """Shares 0…1 of the box; what is not finite has no place."""
        known = np.isfinite(y)
        xs, ys = box.left() + x[known] * box.width(), box.bottom() - y[known] * box.height()
        painter.setPen(QPen(self._theme.color(name), self._theme.width(1.8), LINES[name]))
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in zip(xs.tolist(), ys.tolist(), strict=True)]))


def blocks(x: Array, y: Array) -> Points:
    """At most MOST_POINTS points: means of equally many neighbours, at the last x of each."""
    size = -(-len(x) // MOST_POINTS) or 1
    starts = np.arange(0, len(x), size)
    if not starts.size:
        return np.zeros(0), np.zeros(0)
    ends = np.minimum(starts + size, len(x))
    return np.asarray(x)[ends - 1], np.add.reduceat(np.asarray(y), starts) / (ends - starts)
