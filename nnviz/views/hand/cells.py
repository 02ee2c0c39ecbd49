"""DrawingCells: all drawings as the network sees them, in rows of ten, each with what was answered before and after."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.data.preparation import SIDE
from nnviz.engine.trace import Array
from nnviz.session.hand import ROUNDS, Hand, Place, Stage
from nnviz.session.hand_tuning import CLASSES
from nnviz.theme.painting import painting
from nnviz.theme.scales import between
from nnviz.theme.theme import Theme
from nnviz.views.hand.words import TeachingWords
from nnviz.widgets.worded import Worded

GAP = 4.0
BETWEEN = 8.0
"""Pixels between two rounds."""
INSET = 0.08
"""Empty share of a square's width left and right of the answers below it."""
LEVELS = 256
MOVES = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip
LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
CENTER = int(Qt.AlignmentFlag.AlignCenter)


class DrawingCells(Worded, QWidget):
    """Three rows of ten squares. A click or the arrow keys choose what is drawn next.

    pictures  (28, 28) what is painted, by place
    answers   what was answered before and after, by place; empty before anything was learnt
    Signals: chosen(Place).
    """

    chosen = Signal(object)

    def __init__(self, hand: Hand, theme: Theme, words: TeachingWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hand, self._theme, self._words = hand, theme, words
        self.pictures: dict[Place, Array] = {}
        self.answers: dict[Place, tuple[int, int]] = {}
        self._images: dict[Place, QImage] = {}
        self._colors: list[int] = []
        self.setObjectName("hand_cells")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def renew(self) -> None:
        """Show the drawings as they are."""
        hand = self._hand
        pictures = {place: drawn.preparation.pixels for place, drawn in hand.drawings.items()}
        changed = [place for place, pixels in pictures.items() if self.pictures.get(place) is not pixels]
        self._images = {place: image for place, image in self._images.items() if place in pictures}
        self._images |= {place: _image(pictures[place], self._colors) for place in changed}
        self.pictures = pictures
        drawn = tuple(pictures)
        told = hand.answers(drawn)
        self.answers = {}
        if told is not None:
            pairs = zip(told.before.tolist(), told.after.tolist(), strict=True)
            self.answers = dict(zip(drawn, pairs, strict=True))
        self._describe()
        self.update()

    def box(self, place: Place) -> QRectF:
        """The square of a place."""
        row, digit = place
        side = self._side
        top = ROUNDS.index(row) * self._row + self._line
        return QRectF(digit * (side + GAP), top, side, side)

    @property
    def _side(self) -> float:
        return (self.width() - (CLASSES - 1) * GAP) / CLASSES

    @property
    def _line(self) -> float:
        return float(QFontMetricsF(self._theme.font(0.9)).height()) + 2

    @property
    def _row(self) -> float:
        return self._side + 2 * self._line + BETWEEN

    def _fit(self) -> None:
        """As high as three rows of squares are at this width."""
        self.setFixedHeight(max(1, round(len(ROUNDS) * self._row - BETWEEN)))

    # what has changed

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Your drawings"))
        self.setToolTip(self.tr("Click a square to draw this digit, or to correct its drawing"))

    def _on_theme(self, _: object = None) -> None:
        palette = self._theme.palette
        table = between(np.linspace(0, 1, LEVELS), palette.paper, palette.ink).astype(np.uint32)
        self._colors = [int(c) for c in 0xFF000000 | table[:, 0] << 16 | table[:, 1] << 8 | table[:, 2]]
        self.pictures = {}
        self._fit()
        self.renew()

    def _describe(self) -> None:
        place = self._hand.place
        drawn, taught = place in self.pictures, self._hand.is_taught(place)
        self.setAccessibleDescription(self._words.cell(place, self.answers.get(place), drawn, taught))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            titles = self._words.rounds()
            for row in ROUNDS:
                self._paint_title(painter, row, titles[row])
                for digit in range(CLASSES):
                    self._paint_cell(painter, (row, digit))

    def _paint_title(self, painter: QPainter, row: str, title: str) -> None:
        font = self._theme.font(0.9)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        box = QRectF(0, self.box((row, 0)).top() - self._line, self.width(), self._line - 2)
        text = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, LEFT, text)

    def _paint_cell(self, painter: QPainter, place: Place) -> None:
        box, chosen = self.box(place), place == self._hand.place
        if place in self._images:
            painter.drawImage(box, self._images[place])
        else:
            painter.fillRect(box, self._theme.color("paper"))
            painter.setFont(self._theme.font(1.1))
            painter.setPen(self._theme.color("faint"))
            painter.drawText(box, CENTER, str(place[1]))
        focused = chosen and self.hasFocus()
        width = 3.0 if focused else 2.0 if chosen else 1.0
        painter.setPen(QPen(self._theme.color("accent" if chosen else "border"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), 3, 3)
        if place in self.answers:
            self._paint_answer(
                painter,
                QRectF(box.left() + INSET * box.width(), box.bottom(), (1 - 2 * INSET) * box.width(), self._line),
                place,
            )

    def _paint_answer(self, painter: QPainter, box: QRectF, place: Place) -> None:
        """What was answered before → after; a right answer is green, a wrong one has the colour of warnings."""
        before, after = self.answers[place]
        third = box.width() / 3
        font = self._theme.font(0.9, bold=True)
        painter.setFont(font)
        for k, answer in ((0, before), (2, after)):
            painter.setPen(self._theme.color("success" if answer == place[1] else "warning"))
            painter.drawText(QRectF(box.left() + k * third, box.top(), third, box.height()), CENTER, str(answer))
        painter.setPen(QPen(self._theme.color("muted"), 1.2))
        self._paint_arrow(painter, box.center(), third * 0.36)

    def _paint_arrow(self, painter: QPainter, at: QPointF, half: float) -> None:
        tip = QPointF(at.x() + half, at.y())
        painter.drawLine(QPointF(at.x() - half, at.y()), tip)
        for side in (-1, 1):
            painter.drawLine(tip, QPointF(tip.x() - 2.6, tip.y() + 2.6 * side))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        under = next((place for place in _all() if self.box(place).contains(at)), None)
        if under and event.button() == Qt.MouseButton.LeftButton:
            self._choose(under)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        row, digit = self._hand.place
        at = ROUNDS.index(row) + move[0], digit + move[1]
        if 0 <= at[0] < len(ROUNDS) and 0 <= at[1] < CLASSES:
            self._choose((ROUNDS[at[0]], at[1]))

    def _choose(self, place: Place) -> None:
        if self._hand.stage is not Stage.LEARNING:
            self.chosen.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def _word(self) -> None:
        self._name()
        self.update()


def _all() -> list[Place]:
    return [(row, digit) for row in ROUNDS for digit in range(CLASSES)]


def _image(pixels: Array, colors: list[int]) -> QImage:
    grey = np.ascontiguousarray(np.rint(pixels), np.uint8)
    image = QImage(grey.data, SIDE, SIDE, SIDE, QImage.Format.Format_Indexed8).copy()
    image.setColorTable(colors)
    return image
