"""Glyphs: small signs drawn with lines, sharp at every scale and in any colour."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

Strokes = tuple[tuple[tuple[float, float], ...], ...]
GLYPHS: Mapping[str, Strokes] = {
    "up": (((-3.5, 1.8), (0, -1.8), (3.5, 1.8)),),
    "down": (((-3.5, -1.8), (0, 1.8), (3.5, -1.8)),),
    "right": (((-1.8, -3.5), (1.8, 0), (-1.8, 3.5)),),
    "cross": (((-3.2, -3.2), (3.2, 3.2)), ((3.2, -3.2), (-3.2, 3.2))),
}
"""Lines of each sign in pixels from its middle."""


def paint_glyph(painter: QPainter, glyph: str, middle: QPointF, color: QColor, size: float = 1.0) -> None:
    """Draw a sign `size` times as large as in the table."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.5, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    for line in GLYPHS[glyph]:
        painter.drawPolyline([middle + QPointF(x, y) * size for x, y in line])
