"""Brush: pens, fonts and colours that a graph is drawn with, in units of the drawing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from nnviz.theme.theme import FAMILY, Theme
from nnviz.views.labs.graph.shapes import TEXT

VALUE, DERIVATIVE = "lane_a", "lane_c"
"""Roles of the two kinds of numbers: told apart with every kind of colour vision. Weight and a triangle differ too."""
CENTER = Qt.AlignmentFlag.AlignCenter
ARROW = 9.0


class Brush:
    """Fonts and colours of one theme setting; made anew when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.bold, self.plain = _font(TEXT, bold=True), _font(TEXT, bold=False)
        self.symbol = _font(TEXT * 1.6, bold=False)
        self._metrics = {id(font): QFontMetricsF(font) for font in (self.bold, self.plain, self.symbol)}

    def color(self, role: str, opacity: float = 1.0) -> QColor:
        """A colour of the palette."""
        color = self._theme.color(role)
        color.setAlphaF(opacity)
        return color

    def pen(self, role: str, width: float, dashed: bool = False) -> QPen:
        """A pen with round ends."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        wide = self._theme.width(width)
        return QPen(self.color(role), wide, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)

    def write(self, painter: QPainter, box: QRectF, text: str, font: QFont, role: str) -> None:
        """One line in the middle of a box, smaller where it does not fit: no digit is ever cut off."""
        wide = self._metrics[id(font)].horizontalAdvance(text)
        painter.save()
        painter.setFont(font)
        painter.setPen(self.color(role))
        painter.translate(box.center())
        shrink = min(1.0, box.width() / max(wide, 1.0))
        painter.scale(shrink, shrink)
        painter.drawText(QRectF(-wide, -box.height(), 2 * wide, 2 * box.height()), CENTER, text)
        painter.restore()

    def width(self, text: str, font: QFont) -> float:
        """Width of a line."""
        return self._metrics[id(font)].horizontalAdvance(text)


def triangle(tip: QPointF, way: QPointF, length: float) -> QPolygonF:
    """An arrow's head with its tip at a point; `way` is its direction, of length 1."""
    back, across = tip - way * length, QPointF(-way.y(), way.x()) * (length * 0.5)
    return QPolygonF([tip, back + across, back - across])


def dots(painter: QPainter, middle: QPointF, ground: QColor, color: QColor) -> None:
    """The mark of an edge whose numbers are hidden: three dots on a plate."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(-11, -5, 22, 10).translated(middle), 5, 5)
    painter.setBrush(color)
    for k in (-1, 0, 1):
        painter.drawEllipse(middle + QPointF(6 * k, 0), 1.9, 1.9)


def _font(size: float, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
