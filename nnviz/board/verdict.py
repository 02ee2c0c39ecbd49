"""Verdict: the answer in type that can be read across a hall."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.board.tint import tint
from nnviz.board.words import NONE, DigitWords
from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Prediction
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.worded import Worded

CENTER = int(Qt.AlignmentFlag.AlignCenter)
WRAPPED = CENTER | int(Qt.TextFlag.TextWordWrap)
FREE = CENTER | int(Qt.TextFlag.TextDontClip)
FIGURE = 0.7
"""Share of the height that the digit takes; its probability takes the rest."""
JUDGED = 0.56
"""The same where a line below says whether the answer is right."""
PADDING = 0.12
"""Empty edge left and right, as a share of the width."""
CAPITAL = 0.727
"""Height of a digit of the bundled font as a share of the font's size."""


class Verdict(Worded, QWidget):
    """A card with the digit and its probability, or "not a digit", or a dash while nothing is drawn.

    judgement  whether the answer to a test sample is right, "" for a drawing
    """

    def __init__(self, theme: Theme, words: DigitWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.figure = NONE
        self.detail = ""
        self.judgement = ""
        self._role = "muted"
        self._last: tuple[Prediction | None, Experiment] = (None, Experiment())
        self.setObjectName("digit_verdict")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._word()
        theme.changed.connect(self._on_theme)

    def show_prediction(self, prediction: Prediction | None, experiment: Experiment) -> None:
        """Show the answer of this prediction."""
        self._last = (prediction, experiment)
        before = (self.figure, self.detail, self.judgement, self._role)
        self.figure, self.detail, self.judgement, self._role = NONE, "", "", "muted"
        if prediction is not None and prediction.answer is None:
            self.figure, self._role = self.tr("not a digit"), "warning"
        elif prediction is not None and prediction.answer is not None:
            self.figure, self._role = str(prediction.answer), _role(prediction)
            self.judgement = self._words.judgement(prediction)
            self.detail = self._words.output(float(prediction.probabilities[prediction.answer]), experiment)
        if before != (self.figure, self.detail, self.judgement, self._role):
            self.setAccessibleDescription(" ".join((self.figure, self.detail, self.judgement)).strip())
            self.update()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Answer"))
        self.show_prediction(*self._last)

    def _on_theme(self, _: object) -> None:
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        """A card, higher than wide."""
        return QSize(120, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, the figure, the detail."""
        with painting(self, antialias=True) as painter:
            painter.fillRect(self.rect(), self._theme.color("surface"))
            self._paint_card(painter)
            if self.detail:
                self._paint_answer(painter)
            else:
                self._paint_state(painter)

    def _paint_card(self, painter: QPainter) -> None:
        strength, width = (1.0, 2.5) if self.judgement else (0.45, 1.0)
        painter.setPen(QPen(tint(self._theme, self._role, strength), width))
        painter.setBrush(tint(self._theme, self._role, 0.12))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 14, 14)

    def _paint_answer(self, painter: QPainter) -> None:
        split = self.height() * (JUDGED if self.judgement else FIGURE)
        painter.setPen(self._theme.color("accent"))
        edge = min(self.width(), self.height()) * 0.13
        self._write(painter, QRectF(edge, edge, self.width() - 2 * edge, split - edge), self.figure)
        painter.setPen(self._theme.color("text"))
        low, pad = self.height() - split, max(10.0, self.width() * PADDING)
        line = QRectF(pad, split + 0.3 * low, self.width() - 2 * pad, 0.38 * low)
        if self.judgement:
            line = QRectF(line.x(), split + 0.16 * low, line.width(), 0.24 * low)
        self._write(painter, line, self.detail)
        if self.judgement:
            painter.setPen(self._theme.color(self._role))
            self._write(painter, line.translated(0, 0.4 * low), self.judgement)

    def _paint_state(self, painter: QPainter) -> None:
        painter.setPen(self._theme.color(self._role))
        area = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        font = self._theme.font(1.0, bold=True)
        font.setPixelSize(max(10, round(min(area.width() * 0.24, area.height() * 0.34))))
        painter.setFont(font)
        painter.drawText(area, WRAPPED, self.figure)

    def _write(self, painter: QPainter, area: QRectF, text: str) -> None:
        painter.setFont(self._fitting(text, area))
        painter.drawText(area, FREE, text)

    def _fitting(self, text: str, area: QRectF) -> QFont:
        """The largest font in which the figures of the text fit the area."""
        font = self._theme.font(1.0, bold=True)
        font.setPixelSize(max(8, round(area.height() / CAPITAL)))
        width = QFontMetricsF(font).horizontalAdvance(text)
        if width > area.width():
            font.setPixelSize(max(8, int(font.pixelSize() * area.width() / width)))
        return font


def _role(prediction: Prediction) -> str:
    """The colour of the card: a drawing has no true class to be right about."""
    if prediction.truth is None:
        return "accent"
    return "success" if prediction.answer == prediction.truth else "warning"
