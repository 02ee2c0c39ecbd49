"""What is painted on the canvas besides ink: guide and hint, a sample's picture, the frame, the eraser's ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from nnviz.theme.theme import Theme
from nnviz.views.digits.sketch import ERASER, Point

ROUND = 14.0
"""Radius of the sheet's corners."""
GUIDE = (0.24, 0.13, 0.52, 0.74)
"""The upright box a digit likes to fill: left, top, width, height as shares of the sheet."""


class Look:
    """Colours of the sheet in the palette in use."""

    def __init__(self, theme: Theme) -> None:
        self.ink = theme.color("ink")
        self.paper = theme.color("paper")
        self.around = theme.color("surface")
        self.border = theme.color("border")
        self.focus = theme.color("accent")
        self.hint = theme.color("muted")
        self.guide = QColor(theme.color("faint"))
        self.guide.setAlphaF(0.45)


def paint_guide(painter: QPainter, sheet: QRectF, hint: str, look: Look, theme: Theme) -> None:
    """An empty sheet: a faint dashed box and what to do with it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = sheet.width()
    pen = QPen(look.guide, max(1.2, side / 240), Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([2, 4])
    painter.setPen(pen)
    left, top, width, height = (share * side for share in GUIDE)
    painter.drawRoundedRect(QRectF(sheet.x() + left, sheet.y() + top, width, height), side * 0.05, side * 0.05)
    painter.setPen(look.hint)
    font = theme.font(1.0)
    font.setPixelSize(max(12, round(side * 0.058)))
    painter.setFont(font)
    painter.drawText(sheet.adjusted(side * 0.1, 0, -side * 0.1, 0), ALIGN, hint)


ALIGN = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


def paint_picture(painter: QPainter, picture: QImage, sheet: QRectF, look: Look) -> None:
    """A picture, each of its pixels a square, filling the sheet."""
    painter.fillRect(sheet, look.paper)
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
