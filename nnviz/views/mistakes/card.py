"""SampleCard: paints a row of the list as a card: picture, true → predicted class, loss."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nnviz.theme.theme import Theme
from nnviz.views.mistakes.model import SampleModel
from nnviz.views.mistakes.sample_pictures import SamplePictures
from nnviz.views.mistakes.words import MistakeWords

CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
MARGIN = 5
ZOOM = 2
"""Pixels for one element of MNIST's images, at ordinary text size."""
SMALL = 0.85


class SampleCard(QStyledItemDelegate):
    """A wrong answer is written in the colour of warnings; the sample that the network is shown has a frame.

    shown  index into the test set of that sample, None while it is shown something else
    room   what each card is given, at least `size()`
    """

    def __init__(self, theme: Theme, words: MistakeWords, model: SampleModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._words, self._model = theme, words, model
        self.pictures: SamplePictures | None = None
        self.room = QSize()
        self.shown: int | None = None

    @property
    def side(self) -> int:
        """Pixels along a picture."""
        zoom = max(1, round(ZOOM * self._theme.scale))
        return self.pictures.side(zoom) if self.pictures else 1

    def size(self) -> QSize:
        """What a card needs."""
        line, small = (QFontMetricsF(self._theme.font(size)) for size in (1.0, SMALL))
        loss = small.horizontalAdvance(self._words.loss(88.888)[0])
        width = max(self.side, loss, line.horizontalAdvance("88 → 88")) + 2 * MARGIN
        return QSize(round(width), round(self.side + line.height() + small.height() + 2 * MARGIN + 2))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All cards are equally large."""
        return self.room

    def picture_in(self, card: QRectF) -> QRectF:
        """The square of the picture in a card, in whole pixels."""
        return QRectF(round(card.center().x() - self.side / 2), card.top() + MARGIN, self.side, self.side)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The card of a row."""
        if self.pictures is None or self._model.outcome is None:
            return
        painter.save()
        try:
            self._paint_card(painter, option, index, self.pictures)
        finally:
            painter.restore()

    def _paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex,
        pictures: SamplePictures,
    ) -> None:  # fmt: skip
        card, sample = QRectF(option.rect).adjusted(1, 1, -1, -1), self._model.sample_at(index)
        self._paint_state(painter, card, option.state)
        square = self.picture_in(card)
        painter.setPen(self._theme.color("muted"))
        painter.fillRect(square, self._theme.color("paper"))
        pictures.paint(painter, square, sample)
        self._paint_border(painter, square, sample == self.shown)
        self._paint_texts(painter, card, square.bottom() + 2, index, sample)

    def _paint_state(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag) -> None:
        """A raised ground below the selected card, an outline around the one the keyboard is at."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = bool(state & QStyle.StateFlag.State_Selected)
        focus = here and bool(state & QStyle.StateFlag.State_HasFocus)
        if here or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(self._theme.color("text"), 1.5) if focus else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("raised"))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_border(self, painter: QPainter, square: QRectF, shown: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        away = 1.5 if shown else 0.5
        painter.setPen(QPen(self._theme.color("accent" if shown else "border"), 3 if shown else 1))
        painter.drawRect(square.adjusted(-away, -away, away, away))

    def _paint_texts(
        self, painter: QPainter, card: QRectF, top: float, index: QModelIndex | QPersistentModelIndex, sample: int
    ) -> None:
        outcome = self._model.outcome
        assert outcome is not None
        wrong = outcome.truth[sample] != outcome.predicted[sample]
        painter.setFont(self._theme.font(bold=bool(wrong)))
        painter.setPen(self._theme.color("warning" if wrong else "text"))
        top = _write(painter, card, top, (str(self._model.data(index)),))
        painter.setFont(self._theme.font(SMALL))
        painter.setPen(self._theme.color("muted"))
        _write(painter, card, top, self._words.loss(float(outcome.loss[sample])))


def _write(painter: QPainter, card: QRectF, top: float, wordings: tuple[str, ...]) -> float:
    """The first wording that fits on a line of a card, else the last one cut off; where the next line begins."""
    metrics, room = QFontMetricsF(painter.font()), card.width() - 2
    last = metrics.elidedText(wordings[-1], Qt.TextElideMode.ElideRight, room)
    text = next((text for text in wordings if metrics.horizontalAdvance(text) <= room), last)
    painter.drawText(QRectF(card.left(), top, card.width(), metrics.height()), CENTER, text)
    return top + metrics.height()
