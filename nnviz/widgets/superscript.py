"""Superscript: one line of plain text in which "^(1)" or "^[1]" is written raised and small, without its "^"."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

RAISED = re.compile(r"\^([(\[][^)\]]*[)\]])")
SIZE, RISE = 0.72, 0.36
"""Size of what is raised, and how far above the baseline, as shares of the writing's size and ascent."""
ELLIPSIS = "…"


def runs(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, and whether each is raised."""
    pieces = [(piece, bool(n % 2)) for n, piece in enumerate(RAISED.split(text))]
    return [piece for piece in pieces if piece[0]]


def advance(text: str, font: QFont) -> float:
    """Pixels of the text."""
    fonts = (font, small(font))
    return sum(QFontMetricsF(fonts[raised]).horizontalAdvance(piece) for piece, raised in runs(text))


def elided(text: str, font: QFont, width: float) -> str:
    """The text, without its end where it is wider than `width`."""
    if advance(text, font) <= width:
        return text
    pieces = runs(text)
    while pieces:
        piece, raised = pieces.pop()
        kept = [] if raised else [piece[:end] for end in range(len(piece), 0, -1)]
        start = "".join(f"^{before}" if high else before for before, high in pieces)
        for part in (*kept, ""):
            if advance(f"{start}{part}{ELLIPSIS}", font) <= width:
                return f"{start}{part}{ELLIPSIS}"
    return ""


def write(painter: QPainter, box: QRectF, align: Qt.AlignmentFlag | int, text: str, font: QFont) -> None:
    """Draw the text into a box: at its left, right or middle, halfway up; in the painter's pen."""
    fonts, metrics = (font, small(font)), QFontMetricsF(font)
    spare = box.width() - advance(text, font)
    share = 0.5 if int(align) & int(Qt.AlignmentFlag.AlignHCenter) else float(bool(int(align) & RIGHT))
    x = box.left() + spare * share
    y = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    for piece, raised in runs(text):
        painter.setFont(fonts[raised])
        painter.drawText(QPointF(x, y - RISE * metrics.ascent() * raised), piece)
        x += QFontMetricsF(fonts[raised]).horizontalAdvance(piece)


RIGHT = int(Qt.AlignmentFlag.AlignRight)


def small(font: QFont) -> QFont:
    """The font of what is raised."""
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(max(1, round(font.pixelSize() * SIZE)))
    else:
        result.setPointSizeF(font.pointSizeF() * SIZE)
    return result
