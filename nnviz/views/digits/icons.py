"""The pane's icons, drawn as paths on a grid of 24, so that they take every colour and resolution."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainterPath, QPen, QPixmap

from nnviz.theme.painting import clear_pixmap, painting
from nnviz.theme.theme import Theme

GRID = 24
PIXELS = 96
"""Icons are drawn once, large; Qt scales them down."""
Line = tuple[tuple[float, float], ...]

LINES: Mapping[str, tuple[Line, ...]] = MappingProxyType(
    {
        "clear": (
            ((4, 7), (20, 7)),
            ((9, 7), (9, 4), (15, 4), (15, 7)),
            ((6, 7), (7, 20), (17, 20), (18, 7)),
            ((10, 11), (10, 16)),
            ((14, 11), (14, 16)),
        ),
        "eraser": (
            ((4, 15), (13, 6), (19, 12), (11, 20), (8, 20), (4, 15)),
            ((8.5, 10.5), (14.5, 16.5)),
            ((13, 20), (20, 20)),
        ),
        "previous": (((15, 5), (8, 12), (15, 19)),),
        "next": (((9, 5), (16, 12), (9, 19)),),
        "random": (((5, 5), (19, 5), (19, 19), (5, 19), (5, 5)),),
        "undo": (((8, 4), (4, 8.5), (8, 13)),),
    }
)  # fmt: skip
DOTS: Mapping[str, Line] = MappingProxyType({"random": ((9, 9), (15, 9), (12, 12), (9, 15), (15, 15))})


def icon(name: str, theme: Theme) -> QIcon:
    """An icon in the palette's colours, on a button that is checked in the colour of writing on the accent."""
    result = QIcon(_pixmap(name, theme.color("text")))
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active):
        result.addPixmap(_pixmap(name, theme.color("on_accent")), mode, QIcon.State.On)
    return result


def _pixmap(name: str, color: QColor) -> QPixmap:
    pixmap = clear_pixmap(QSize(PIXELS, PIXELS))
    with painting(pixmap, antialias=True) as painter:
        painter.scale(PIXELS / GRID, PIXELS / GRID)
        painter.setPen(QPen(color, 1.9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(_path(name))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for x, y in DOTS.get(name, ()):
            painter.drawEllipse(QPointF(x, y), 1.4, 1.4)
    return pixmap


def _path(name: str) -> QPainterPath:
    path = QPainterPath()
    for line in LINES[name]:
        path.moveTo(*line[0])
        for point in line[1:]:
            path.lineTo(*point)
    if name == "undo":
        _add_hook(path)
    return path


def _add_hook(path: QPainterPath) -> None:
    """The arrow's shaft, which turns back in a half circle."""
    radius = 5.25
    box = QRectF(14 - radius, 8.5, 2 * radius, 2 * radius)
    path.moveTo(4, 8.5)
    path.lineTo(14, 8.5)
    path.arcTo(box, 90, -180)
    path.lineTo(14 - radius * math.cos(math.pi / 5), 8.5 + 2 * radius)
