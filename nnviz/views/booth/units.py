"""Units: the hidden units that mattered most, each as the picture of its incoming weights."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.explanation import Explanation
from nnviz.engine.network import Network
from nnviz.engine.trace import Array
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.booth.lettering import fitted_font
from nnviz.views.booth.picture import signed_picture, usual_limit
from nnviz.views.booth.words import BoothWords

COUNT = 5
CAPTION = 0.2
"""Share of the height that the line below a picture takes."""
GAP = 0.12
"""Between two pictures, in sides of one."""


class Units(QWidget):
    """units     which of the first hidden layer, the one that mattered most first
    pictures  (28, 28) for each: the weights W[1][:, unit] from the pixels to it
    weights   for each: how much it spoke for the answer (activation × slope, see `engine.explanation`)
    """

    def __init__(self, theme: Theme, words: BoothWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._captions: tuple[str, ...] = ()
        self._digits: tuple[int, ...] = ()
        self.units: tuple[int, ...] = ()
        self.pictures: tuple[Array, ...] = ()
        self.weights: tuple[float, ...] = ()
        self.setObjectName("booth_units")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_theme)

    def show_explanation(self, explanation: Explanation, network: Network) -> None:
        """The strongest units of the first hidden layer."""
        found = explanation.strongest(1, COUNT)
        W = network.layers[0].W
        side = round(len(W) ** 0.5)
        self.units = tuple(int(unit) for unit in found)
        self.pictures = tuple(W[:, unit].reshape(side, side) for unit in self.units)
        self.weights = tuple(float(explanation.weights[0][unit]) for unit in self.units)
        self._digits = tuple(explanation.answer if weight > 0 else explanation.rival for weight in self.weights)
        self.word()

    def word(self) -> None:
        """In the language that is now in use."""
        self._captions = tuple(self._words.speaks(digit) for digit in self._digits)
        self.setAccessibleName(", ".join(self._captions))
        self.update()

    def forget(self) -> None:
        """Nothing is left of an explanation."""
        self.units, self.pictures, self.weights, self._digits = (), (), (), ()
        self.word()

    def _on_theme(self, _: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pictures in a row, a caption below each."""
        with painting(self) as painter:
            limit = usual_limit(np.array(self.pictures))
            for number, picture in enumerate(self.pictures):
                self._paint_unit(painter, number, picture, limit)

    def _paint_unit(self, painter: QPainter, number: int, picture: Array, limit: float) -> None:
        place = self.place(number)
        painter.drawImage(place, signed_picture(picture, limit, self._theme.palette))
        role = "positive" if self.weights[number] > 0 else "negative"
        painter.setPen(QPen(self._theme.color(role), max(2.0, place.width() / 40)))
        painter.drawRect(place)
        line = QRectF(place.x(), place.bottom(), place.width(), CAPTION * self.height())
        painter.setFont(fitted_font(self._theme, self._captions[number], line, bold=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), self._captions[number])

    def place(self, number: int) -> QRectF:
        """The square of a picture; the row stands in the middle."""
        room = COUNT + (COUNT - 1) * GAP
        side = min((1 - CAPTION) * self.height(), self.width() / room)
        left = (self.width() - room * side) / 2
        return QRectF(left + number * (1 + GAP) * side, 2, side, side).adjusted(2, 0, -2, -4)
