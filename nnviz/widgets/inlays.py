"""Inlays: formulas and figures that stand in the lines of a text document, drawn as shapes at every size."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPyTextObject, QTextCharFormat, QTextFormat
from PySide6.QtGui import QTextDocument as Document
from PySide6.QtSvg import QSvgRenderer

from nnviz.widgets.typesetter import Typesetter

KIND = QTextFormat.ObjectTypes.UserObject.value + 1
NUMBER = QTextFormat.Property.UserProperty.value + 1
FORMULA_SIZE = 1.16
"""The letters of the mathematical font are smaller than those of the text."""


@dataclass(frozen=True)
class FormulaInlay:
    """A formula; `display`: on a line of its own."""

    latex: str
    display: bool = False


@dataclass(frozen=True, eq=False)
class FigureInlay:
    """A picture as wide as the text, where it is not smaller."""

    picture: QSvgRenderer | QImage

    @property
    def size(self) -> QSizeF:
        """In its own pixels."""
        if isinstance(self.picture, QImage):
            return QSizeF(self.picture.size())
        return QSizeF(self.picture.defaultSize())


Inlay = FormulaInlay | FigureInlay


class Inlays(QPyTextObject):
    """Draws the inlays of one document. `size` is the em of its text in pixels, `width` of its lines."""

    def __init__(self, typesetter: Typesetter, document: Document) -> None:
        super().__init__(document)
        self._typesetter = typesetter
        self.inlays: list[Inlay] = []
        self.size, self.width, self.color = 16.0, 300.0, QColor()
        document.documentLayout().registerHandler(KIND, self)

    def format(self, number: int, font: QFont) -> QTextCharFormat:
        """The character format of inlay `number` in text of a font."""
        made = QTextCharFormat()
        made.setObjectType(KIND)
        made.setProperty(NUMBER, number)
        if isinstance(self.inlays[number], FormulaInlay):
            # Qt lets an object hang below the line as deep as the letters of its format's font do.
            made.setFont(self._hanging(number, font))
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        return made

    # Qt overrides

    def intrinsicSize(self, document: Document, position: int, format: QTextFormat) -> QSizeF:
        inlay = self._inlay(format)
        if isinstance(inlay, FigureInlay):
            size = inlay.size
            return size * min(1.0, self.width / max(size.width(), 1.0))
        shape, em = self._typesetter.shape(inlay.latex), self._em(inlay)
        return QSizeF(shape.width * em + 1, math.ceil(shape.ascent * em) + _descent(format))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: Document, position: int, format: QTextFormat
    ) -> None:
        inlay, rect = self._inlay(format), QRectF(rect)
        if isinstance(inlay, FormulaInlay):
            base = QPointF(rect.left(), rect.bottom() - _descent(format))
            self._typesetter.paint(painter, inlay.latex, (base.x(), base.y()), self._em(inlay), self.color)
        elif isinstance(inlay.picture, QImage):
            painter.drawImage(rect, inlay.picture)
        else:
            inlay.picture.render(painter, rect)

    def _inlay(self, format: QTextFormat) -> Inlay:
        return self.inlays[format.intProperty(NUMBER)]

    def _em(self, inlay: FormulaInlay) -> float:
        """Pixels of its em: what would be wider than the lines is made smaller."""
        wanted = self.size * FORMULA_SIZE
        return min(wanted, wanted * (self.width - 2) / max(self._typesetter.shape(inlay.latex).width * wanted, 1.0))

    def _hanging(self, number: int, font: QFont) -> QFont:
        """A font whose letters hang as deep as the formula does."""
        inlay = self.inlays[number]
        assert isinstance(inlay, FormulaInlay)
        needed = self._typesetter.shape(inlay.latex).descent * self._em(inlay)
        hanging = QFont(font)
        size = max(1, round(self.size))
        hanging.setPixelSize(size)
        while QFontMetrics(hanging).descent() < needed:
            size += 1
            hanging.setPixelSize(size)
        return hanging


def _descent(format: QTextFormat) -> float:
    return float(QFontMetrics(format.toCharFormat().font()).descent())
