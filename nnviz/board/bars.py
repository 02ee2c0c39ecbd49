"""DigitBars: ten bars in order 0–9. What is painted is the prediction's array, at once and without easing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.board.tint import tint
from nnviz.board.words import DIGITS, DigitWords
from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Array, Prediction
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.worded import Worded

LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
LARGEST = 1.7
"""Largest writing beside a bar, in sizes of ordinary text."""
NUMBERS = 0.24
"""Share of the width that numbers may take."""
FIGURES = 0.85
"""Share of a line's height that figures need: nothing reaches below them."""
WIDEST = 0.36
"""The same in large writing."""
LABEL = 2.9
"""Width of the column of digits, in widths of a figure."""
TICK = 1.9
"""Where the true class has its tick there, in widths of a figure."""
OTHERS = 0.55
"""Strength of the colour of bars that are not the answer."""


@dataclass(frozen=True)
class Ink:
    """Fonts, widths of the columns left and right of the bars, and colours of one repaint."""

    font: QFont
    bold: QFont
    label: float
    figure: float
    number: float
    answer: QColor
    other: QColor
    track: QColor


class DigitBars(Worded, QWidget):
    """Digit, bar and number of each output; the answer stands out, the true class of a test sample has a tick.

    values  (10,) what is painted: the prediction's probabilities, zeros where there is none
    answer  the digit that stands out, None for none
    """

    def __init__(
        self, theme: Theme, words: DigitWords, parent: QWidget | None = None, largest: float = LARGEST
    ) -> None:
        """`largest`: the most that the writing grows with the rows, in sizes of ordinary text."""
        super().__init__(parent)
        self._largest = largest
        self._theme = theme
        self._words = words
        self._experiment = Experiment()
        self._prediction: Prediction | None = None
        self._texts = [""] * DIGITS
        self.values: Array = np.zeros(DIGITS)
        self.setObjectName("digit_bars")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._word()
        theme.changed.connect(self._on_theme)

    @property
    def answer(self) -> int | None:
        """The digit that stands out."""
        return self._prediction.answer if self._prediction else None

    @property
    def is_refused(self) -> bool:
        """True where the drawing is no digit: the bars are grey."""
        return self._prediction is not None and self._prediction.answer is None

    def show_prediction(self, prediction: Prediction | None, experiment: Experiment) -> None:
        """Paint these ten outputs with the next repaint."""
        values = np.zeros(DIGITS) if prediction is None else prediction.probabilities
        blank = prediction is None
        self._prediction, self._experiment, self.values = prediction, experiment, values
        self._texts = [""] * DIGITS if blank else [self._words.output(float(value), experiment) for value in values]
        self.setAccessibleDescription(self._words.spoken(prediction, experiment))
        self.update()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Probabilities of the digits 0 to 9"))
        self.show_prediction(self._prediction, self._experiment)

    def _on_theme(self, _: object) -> None:
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        """Ten rows that can be read."""
        return QSize(300, 260)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ten rows."""
        with painting(self, antialias=True) as painter:
            painter.fillRect(self.rect(), self._theme.color("surface"))
            ink = self._ink()
            height = self.height() / DIGITS
            for digit in range(DIGITS):
                self._paint_row(painter, digit, QRectF(0, digit * height, self.width(), height), ink)

    def _ink(self) -> Ink:
        """Fonts as large as rows and the column of numbers leave room for, and colours."""
        font, bold = self._theme.font(self._largest), self._theme.font(self._largest, bold=True)
        metrics = QFontMetricsF(bold)
        number, figure = metrics.horizontalAdvance(self._words.percent(0.9999)), metrics.horizontalAdvance("0")
        share = min(WIDEST, NUMBERS * max(1.0, self._theme.scale))
        shrink = max(
            0.3, min(1.0, self.height() / DIGITS / (metrics.height() * FIGURES), share * self.width() / number)
        )
        for each in (font, bold):
            each.setPointSizeF(each.pointSizeF() * shrink)
        color = self._theme.color
        answer, other = color("accent"), tint(self._theme, "accent", OTHERS)
        if self.is_refused:
            answer = other = color("faint")
        figure *= shrink
        return Ink(font, bold, figure * LABEL, figure, number * shrink + 4, answer, other, color("zero"))

    def _paint_row(self, painter: QPainter, digit: int, row: QRectF, ink: Ink) -> None:
        stands_out = digit == self.answer
        painter.setFont(ink.bold if stands_out else ink.font)
        painter.setPen(self._theme.color("text" if stands_out else "muted"))
        painter.drawText(QRectF(row.x(), row.y(), ink.label, row.height()), LEFT, str(digit))
        painter.drawText(QRectF(row.right() - ink.number, row.y(), ink.number, row.height()), RIGHT, self._texts[digit])
        if self._prediction is not None and digit == self._prediction.truth:
            self._paint_tick(painter, QPointF(ink.figure * TICK, row.center().y()), ink.figure)
        thick = min(row.height() * 0.56, 20.0)
        track = QRectF(ink.label, row.center().y() - thick / 2, row.width() - ink.label - ink.number - 6, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.track)
        painter.drawRoundedRect(track, thick / 2, thick / 2)
        self._paint_bar(painter, track, float(self.values[digit]), ink.answer if stands_out else ink.other)

    def _paint_bar(self, painter: QPainter, track: QRectF, value: float, color: QColor) -> None:
        """A bar as long as its value; a linear output may leave 0…1, its bar ends there."""
        length = track.width() * min(max(value, 0.0), 1.0)
        if length > 0:
            painter.setBrush(color)
            painter.setClipRect(QRectF(track.x(), track.y(), length, track.height()))
            painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
            painter.setClipping(False)

    def _paint_tick(self, painter: QPainter, center: QPointF, size: float) -> None:
        """The true class of a test sample."""
        color = self._theme.color("success")
        painter.setPen(QPen(color, max(1.6, size * 0.22), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((-0.5, 0.05), (-0.12, 0.42), (0.5, -0.42))
        painter.drawPolyline([center + QPointF(x * size, y * size) for x, y in points])
