"""What is painted on the canvas besides ink: guide and hint, a sample's picture, the frame, the eraser's ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from nnviz.board.sketch import ERASER, Point
from nnviz.theme.theme import Theme

ROUND = 14.0
"""Radius of the sheet's corners."""
GUIDE = (0.24, 0.13, 0.52, 0.74)
"""The upright box a digit likes to fill: left, top, width, height as shares of the sheet."""


class Look:
    """Colours of the sheet in the palette in use."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.ink = theme.color("ink")
        self.paper = theme.color("paper")
        self.around = theme.color("surface")
        self.border = theme.color("border")
        self.focus = theme.color("accent")
        self.hint = theme.color("muted")
        self.guide = QColor(theme.color("faint"))
        self.guide.setAlphaF(0.6)

    def font(self, pixels: float) -> QFont:
        """The program's font in a size that grows with the sheet."""
        font = self._theme.font()
        font.setPixelSize(max(11, round(pixels)))
        return font


def paint_guide(painter: QPainter, sheet: QRectF, hint: str, look: Look) -> None:
    """An empty sheet: a faint dashed box, a pencil, and what to do."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = sheet.width()
    pen = QPen(look.guide, max(1.2, side / 200), Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([2, 4])
    painter.setPen(pen)
    left, top, width, height = (share * side for share in GUIDE)
    box = QRectF(sheet.x() + left, sheet.y() + top, width, height)
    painter.drawRoundedRect(box, side * 0.05, side * 0.05)
    _paint_pencil(painter, box.center() - QPointF(0, side * 0.1), side * 0.07, look)
    painter.setFont(look.font(side * 0.062))
    painter.setPen(look.hint)
    text = QRectF(box.x() + side * 0.04, box.center().y() + side * 0.02, width - side * 0.08, side * 0.25)
    painter.drawText(text, ALIGN, hint)


def _paint_pencil(painter: QPainter, center: QPointF, size: float, look: Look) -> None:
    """A pencil that points down to the left."""
    painter.save()
    painter.translate(center)
    painter.rotate(45)
    painter.setPen(QPen(look.focus, size * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, JOIN))
    painter.drawRoundedRect(QRectF(-0.26 * size, -1.1 * size, 0.52 * size, 1.5 * size), 0.08 * size, 0.08 * size)
    painter.drawLine(QPointF(-0.26 * size, -0.78 * size), QPointF(0.26 * size, -0.78 * size))
    painter.drawPolyline([QPointF(-0.26 * size, 0.4 * size), QPointF(0, size), QPointF(0.26 * size, 0.4 * size)])
    painter.restore()


JOIN = Qt.PenJoinStyle.RoundJoin
ALIGN = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def paint_picture(painter: QPainter, picture: QImage, sheet: QRectF) -> None:
    """A picture, each of its pixels a square, filling the sheet."""
    painter.drawImage(sheet, picture)


def paint_frame(painter: QPainter, widget: QRectF, sheet: QRectF, look: Look, focused: bool) -> None:
    """Round corners, a thin border, and a ring where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(_outside(widget, sheet), look.around)
    width = 2.0 if focused else 1.0
    painter.setPen(QPen(look.focus if focused else look.border, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(sheet.adjusted(inset, inset, -inset, -inset), ROUND, ROUND)


def paint_eraser(painter: QPainter, at: Point, look: Look) -> None:
    """The eraser's rim, in units of the canvas."""
    fill = QColor(look.hint)
    fill.setAlphaF(0.18)
    painter.setBrush(fill)
    painter.setPen(QPen(look.hint, 1.2))
    painter.drawEllipse(QPointF(*at), ERASER, ERASER)


def _outside(widget: QRectF, sheet: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(widget)
    path.addRoundedRect(sheet, ROUND, ROUND)
    return path
