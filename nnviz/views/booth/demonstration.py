"""Demonstration: lies over the canvas while nobody draws and shows a hand that writes digits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.board.ink import ink_pen, paint_stroke
from nnviz.board.sheet import Look, paint_frame
from nnviz.data.strokes import Stroke
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

TIP = 7.0
"""Radius of the spot where the pen is, in canvas units."""


class Demonstration(QWidget):
    """strokes  what is written, in canvas units;  writing  the pen is on the paper

    Touches go through it to the canvas.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.strokes: tuple[Stroke, ...] = ()
        self.writing = False
        self.setObjectName("booth_demonstration")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_strokes(self, strokes: tuple[Stroke, ...], writing: bool) -> None:
        """This is written by now."""
        if (strokes, writing) != (self.strokes, self.writing):
            self.strokes, self.writing = strokes, writing
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, strokes, pen, frame."""
        look, sheet = Look(self._theme), QRectF(self.rect())
        with painting(self, antialias=True) as painter:
            painter.fillRect(sheet, look.paper)
            painter.scale(sheet.width() / CANVAS_EXTENT, sheet.height() / CANVAS_EXTENT)
            painter.setPen(ink_pen(look.ink))
            for stroke in self.strokes:
                paint_stroke(painter, stroke)
            self._paint_pen(painter)
            painter.resetTransform()
            paint_frame(painter, sheet, sheet, look, focused=True)

    def _paint_pen(self, painter: QPainter) -> None:
        if self.strokes and self.writing:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(QPointF(*self.strokes[-1][-1]), TIP, TIP)
