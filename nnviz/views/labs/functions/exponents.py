"""ExponentLine: the exponents of both ways over the range in which exp is neither infinite nor 0."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.session.labs.functions.stability import LARGEST, SMALLEST, Values
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.focus import paint_focus_ring
from nnviz.widgets.numerals import short
from nnviz.widgets.ticks import linear_ticks

MARGIN = 0.06
"""Share of the axis that is left free beyond the outermost exponent."""
DOT = 6.0
TICK_ROOM = 90
"""Pixels that a number below the axis wants for itself, at ordinary text size."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ExponentLine(QWidget):
    """Two rows of dots, one for each exponent. naive, shifted: (n,) exponents, as painted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = 1.0
        self.naive: Values = np.zeros(0)
        self.shifted: Values = np.zeros(0)
        self.setObjectName("exponents")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_exponents(self, naive: Values, shifted: Values) -> None:
        """Paint other exponents."""
        self.naive, self.shifted = naive, shifted
        texts = self.tr("exponents without shift: {naive}; shifted: {shifted}; exp is a number from {low} to {high}")
        self.setAccessibleDescription(
            texts.format(
                naive=", ".join(map(short, naive.tolist())),
                shifted=", ".join(map(short, shifted.tolist())),
                low=short(SMALLEST, 5),
                high=short(LARGEST, 5),
            )
        )
        self.update()

    def dress(self, size: float) -> None:
        """The size of the writing, in sizes of ordinary text."""
        self._size = size
        self.updateGeometry()
        self.update()

    @property
    def limits(self) -> tuple[float, float]:
        """Ends of the axis: the range of exp and all exponents."""
        ends = np.concatenate([self.naive, self.shifted, [SMALLEST, LARGEST]])
        room = MARGIN * float(ends.max() - ends.min())
        return float(ends.min()) - room, float(ends.max()) + room

    def place(self, exponent: float) -> float:
        """x of an exponent, in pixels."""
        box, (low, high) = self._box(), self.limits
        return box.left() + (exponent - low) / (high - low) * box.width()

    def sizeHint(self) -> QSize:
        return QSize(400, round(5.6 * self._line()))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, round(4.6 * self._line()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            painter.setFont(self._theme.font(self._size))
            self._paint_range(painter)
            self._paint_ticks(painter)
            self._paint_row(painter, 0.3, self.naive, "warning", "xᵢ")
            self._paint_row(painter, 0.75, self.shifted, "accent", "xᵢ − max")
            if self.hasFocus():
                paint_focus_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.palette())

    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(self._size)).height()

    def _box(self) -> QRectF:
        """Between the names of the rows, the titles of the range and the numbers of the axis."""
        line = self._line()
        left = QFontMetricsF(self._theme.font(self._size)).horizontalAdvance("xᵢ − max") + 14
        return QRectF(left, line + 2, self.width() - left - 8, self.height() - 2 * line - 6)

    def _paint_range(self, painter: QPainter) -> None:
        color, box = self._theme.color, self._box()
        low, high = self.place(SMALLEST), self.place(LARGEST)
        shade = color("success")
        shade.setAlpha(46)
        painter.fillRect(QRectF(low, box.top(), high - low, box.height()), shade)
        painter.setPen(QPen(color("warning"), 1.5, Qt.PenStyle.DashLine))
        for x in (low, high):
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        titles = ((box.left(), low, "exp = 0"), (low, high, ""), (high, box.right(), "exp = inf"))
        painter.setPen(color("warning"))
        for left, right, text in titles:
            painter.drawText(QRectF(left - 40, 0, right - left + 80, box.top()), Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(color("success"))
        text = self.tr("exp is a number: {low} to {high}").format(low=short(SMALLEST, 5), high=short(LARGEST, 5))
        painter.drawText(QRectF(low, 0, high - low, box.top()), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_ticks(self, painter: QPainter) -> None:
        box = self._box()
        most = max(3, int(box.width() / (TICK_ROOM * self._theme.scale * self._size)))
        for value, text in linear_ticks(self.limits, most):
            x = self.place(value)
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.setPen(self._theme.color("muted"))
            room = QRectF(x - 60, box.bottom() + 3, 120, self._line())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_row(self, painter: QPainter, height: float, values: Values, role: str, name: str) -> None:
        box = self._box()
        y = box.top() + height * box.height()
        painter.setPen(self._theme.color(role))
        painter.drawText(QRectF(0, y - 20, box.left() - 8, 40), RIGHT, name)
        painter.setPen(QPen(self._theme.color("surface"), 1.5))
        painter.setBrush(self._theme.color(role))
        for value in values.tolist():
            painter.drawEllipse(QPointF(self.place(value), y), DOT * self._size, DOT * self._size)
