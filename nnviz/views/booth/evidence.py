"""Evidence: the drawing as the network saw it, and which of its pixels spoke for the answer or for another digit."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.board.sheet import Look, paint_frame
from nnviz.engine.explanation import Explanation
from nnviz.engine.trace import Array
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.booth.lettering import fitted_font
from nnviz.views.booth.picture import evidence_picture, ink_picture
from nnviz.views.booth.words import BoothWords

LEGEND = 0.1
"""Height of the legend, as a share of the picture's side; it lies on the empty edge of the 28 × 28 pixels."""


class Evidence(QWidget):
    """pixels  (28, 28) the input that was drawn, None while there is nothing to explain
    values    (28, 28) its evidence, as painted; None while only the input is shown
    """

    def __init__(self, theme: Theme, words: BoothWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._explanation: Explanation | None = None
        self.pixels: Array | None = None
        self.values: Array | None = None
        self.setObjectName("booth_evidence")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_theme)

    def show_input(self, x: Array) -> None:
        """(inputs,) as the network saw them."""
        self._explanation, self.values = None, None
        self.pixels = _squared(x)
        self.update()

    def show_evidence(self, explanation: Explanation) -> None:
        """Colour the pixels of that input."""
        if explanation is not self._explanation:
            self._explanation, self.values = explanation, _squared(explanation.evidence)
            self.update()

    def forget(self) -> None:
        """Nothing is left of a drawing."""
        self._explanation = self.pixels = self.values = None
        self.update()

    @property
    def image(self) -> QImage:
        """What is painted, one pixel for one input."""
        palette = self._theme.palette
        if self.pixels is None:
            return QImage()
        if self.values is None:
            return ink_picture(self.pixels, palette)
        return evidence_picture(self.values, self.pixels, palette)

    def _on_theme(self, _: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, a frame, the legend."""
        with painting(self) as painter:
            area = QRectF(self.rect())
            painter.fillRect(area, self._theme.color("paper"))
            painter.drawImage(area, self.image)
            paint_frame(painter, area, area, Look(self._theme), focused=False)
            if self._explanation:
                self._paint_legend(painter, self._explanation)

    def _paint_legend(self, painter: QPainter, explanation: Explanation) -> None:
        height = LEGEND * self.height()
        half = self.width() / 2
        for number, (role, digit) in enumerate((("positive", explanation.answer), ("negative", explanation.rival))):
            place = QRectF(number * half, self.height() - 1.15 * height, half, height)
            self._paint_key(painter, place.adjusted(0.1 * half, 0, -0.05 * half, 0), role, self._words.speaks(digit))

    def _paint_key(self, painter: QPainter, place: QRectF, role: str, text: str) -> None:
        side = 0.5 * place.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        painter.drawRoundedRect(QRectF(place.x(), place.center().y() - side / 2, side, side), 4, 4)
        line = place.adjusted(1.5 * side, 0, 0, 0)
        painter.setFont(fitted_font(self._theme, text, line.adjusted(0, 0.1 * side, 0, -0.1 * side), bold=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter), text)


def _squared(values: Array) -> Array:
    side = round(len(values) ** 0.5)
    return np.asarray(values.reshape(side, side))
