"""ErrorBars: for every digit the share of the test set that is answered wrong, before and after."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.trace import Array
from nnviz.session.hand_tuning import CLASSES
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.hand.words import share
from nnviz.widgets.numerals import percent
from nnviz.widgets.worded import Worded

CENTER = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
PAIR = 0.64
"""Share of a digit's room that its two bars take."""
STEPS = (1, 2, 5, 10)
"""Leading digits of the end of the scale."""
SWATCH, SPACE = 10.0, 6.0
PLOT = 116
"""Pixels of the height that writing does not take."""
ROLES = ("muted", "accent")
"""Colours of before and after."""


class ErrorBars(Worded, QWidget):
    """Two bars for each digit, from 0, so that twice as long is twice as many wrong answers.

    rates  (2, 10) shares of wrong answers before and after, as painted; nan where there are no images
    top    share at the end of the scale
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rates: Array = np.full((2, CLASSES), np.nan)
        self.setObjectName("hand_errors")
        self.setMouseTracking(True)
        self.setMinimumHeight(110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()
        theme.changed.connect(self._on_theme)

    def show_rates(self, rates: Array | None) -> None:
        """Other shares, or none."""
        self.rates = np.full((2, CLASSES), np.nan) if rates is None else rates
        self._name()
        self.update()

    @property
    def top(self) -> float:
        """The least round share that no bar exceeds, at least 1 %."""
        known = self.rates[np.isfinite(self.rates)]
        return _round_up(max(float(known.max(initial=0)), 0.01))

    def bar(self, which: int, digit: int) -> QRectF:
        """The bar of a digit before (0) or after (1)."""
        plot = self._plot()
        room = plot.width() / CLASSES
        width = room * PAIR / 2
        rate = float(np.nan_to_num(self.rates[which, digit]))
        tall = plot.height() * rate / self.top
        left = plot.left() + room * (digit + (1 - PAIR) / 2) + which * width
        return QRectF(left, plot.bottom() - tall, width - 1, tall)

    def _plot(self) -> QRectF:
        metrics = self._metrics
        line, left = metrics.height(), metrics.horizontalAdvance("00.0 %") + SPACE
        return QRectF(left, line + SPACE * 1.5, self.width() - left - 2, self.height() - 2 * line - SPACE * 2.5)

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(0.9))

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Wrong answers about each digit of the test set"))
        told = self.tr("{digit}: {before} before, {after} after")
        lines = [told.format(digit=k, before=share(a), after=share(b)) for k, (a, b) in enumerate(self.rates.T)]
        self.setAccessibleDescription("; ".join(lines) if np.isfinite(self.rates).any() else "")

    def _on_theme(self, _: object) -> None:
        self.updateGeometry()
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            painter.setFont(self._theme.font(0.9))
            self._paint_head(painter)
            self._paint_scale(painter)
            painter.setPen(Qt.PenStyle.NoPen)
            for which, role in enumerate(ROLES):
                painter.setBrush(self._theme.color(role))
                for digit in range(CLASSES):
                    painter.drawRect(self.bar(which, digit))

    def _paint_head(self, painter: QPainter) -> None:
        """Title, and at the right what the colours mean."""
        line, right = self._metrics.height(), float(self.width())
        for role, text in ((ROLES[1], self.tr("after")), (ROLES[0], self.tr("before"))):
            wide = self._metrics.horizontalAdvance(text)
            painter.setPen(self._theme.color("text"))
            painter.drawText(QRectF(right - wide, 0, wide + 1, line), LEFT, text)
            right -= wide + SPACE + SWATCH
            painter.fillRect(QRectF(right, (line - SWATCH) / 2, SWATCH, SWATCH), self._theme.color(role))
            right -= 2 * SPACE
        title = self.tr("Wrong answers about each digit of the test set")
        painter.setPen(self._theme.color("muted"))
        painter.drawText(
            QRectF(0, 0, right, line), LEFT, self._metrics.elidedText(title, Qt.TextElideMode.ElideRight, right)
        )

    def _paint_scale(self, painter: QPainter) -> None:
        plot, line = self._plot(), self._metrics.height()
        for rate in (0.0, self.top / 2, self.top):
            y = plot.bottom() - plot.height() * rate / self.top
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._theme.color("muted"))
            text = percent(rate, 0 if self.top >= 0.02 and (self.top * 50) % 1 < 1e-9 else 1)
            painter.drawText(QRectF(0, y - line / 2, plot.left() - SPACE, line), RIGHT, text)
        painter.setPen(self._theme.color("text"))
        room = plot.width() / CLASSES
        for digit in range(CLASSES):
            box = QRectF(plot.left() + digit * room, plot.bottom() + SPACE / 2, room, line)
            painter.drawText(box, CENTER, str(digit))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(420, round(PLOT + 2 * self._metrics.height()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The numbers of the digit under the pointer."""
        plot = self._plot()
        digit = int((event.position().x() - plot.left()) / plot.width() * CLASSES)
        known = 0 <= digit < CLASSES and bool(np.isfinite(self.rates[:, digit]).all())
        text = self.tr("{digit}: {before} before, {after} after")
        before, after = (share(float(rate)) for rate in self.rates[:, max(0, min(digit, CLASSES - 1))])
        self.setToolTip(text.format(digit=digit, before=before, after=after) if known else "")

    def _word(self) -> None:
        self._name()
        self.update()


def _round_up(value: float) -> float:
    """The least of 1, 2, 5 · 10ⁿ that is no less, up to 1."""
    unit = 10.0 ** math.floor(math.log10(value))
    return min(next(step * unit for step in STEPS if step * unit >= value * (1 - 1e-9)), 1.0)
