"""The card beside the pointer: a unit's name and numbers, and a small picture of what it looks for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from nnviz.views.network.brush import LEFT, RIGHT, Brush, pen
from nnviz.views.network.words import Readout

PAD = 10.0
PICTURE = 112.0
AWAY = 14.0


@dataclass(frozen=True)
class Card:
    """What the card shows; `caption` belongs to the picture."""

    readout: Readout
    picture: QImage | None = None
    caption: str = ""


def card_size(card: Card, brush: Brush) -> QSizeF:
    """Width and height of the card in pixels."""
    small, bold = brush.small_metrics, brush.bold_metrics
    rows = (small.horizontalAdvance(symbol) + 24 + small.horizontalAdvance(text) for symbol, text in card.readout.rows)
    width = max(bold.horizontalAdvance(card.readout.name) + 2, *rows, small.horizontalAdvance(card.caption) + 2, 90.0)
    height = bold.height() + 4 + len(card.readout.rows) * (small.height() + 2)
    if card.picture:
        width, height = max(width, PICTURE), height + PICTURE + 6 + small.height()
    return QSizeF(width + 2 * PAD, height + 2 * PAD)


def card_place(size: QSizeF, at: QPointF, radius: float, width: float, height: float) -> QRectF:
    """Beside a unit at `at`, on the side where there is room, wholly within a pane of this size."""
    away = radius + AWAY
    x = at.x() + away if at.x() + away + size.width() < width - 4 else at.x() - away - size.width()
    y = min(max(at.y() - size.height() / 2, 4.0), max(height - size.height() - 4, 4.0))
    return QRectF(max(x, 4.0), y, size.width(), size.height())


def paint_card(painter: QPainter, card: Card, box: QRectF, brush: Brush) -> None:
    """Draw the card into its box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(brush.color("border"), 1.0))
    painter.setBrush(brush.color("raised", 245))
    painter.drawRoundedRect(box, 8, 8)
    inner = box.adjusted(PAD, PAD, -PAD, -PAD)
    line = brush.bold_metrics.height()
    title = QRectF(inner.left(), inner.top(), inner.width(), line)
    brush.write(painter, title, card.readout.name, brush.bold, role="text", align=LEFT)
    y = inner.top() + line + 4
    for symbol, text in card.readout.rows:
        row = QRectF(inner.left(), y, inner.width(), brush.small_metrics.height())
        brush.write(painter, row, symbol, role="muted", align=LEFT)
        brush.write(painter, row, text, role="text", align=RIGHT)
        y += row.height() + 2
    if card.picture:
        _paint_picture(painter, card, inner, y + 4, brush)


def _paint_picture(painter: QPainter, card: Card, inner: QRectF, y: float, brush: Brush) -> None:
    if card.picture is None:
        return
    target = QRectF(inner.left() + (inner.width() - PICTURE) / 2, y, PICTURE, PICTURE)
    painter.drawImage(target, card.picture)
    painter.setPen(pen(brush.color("border"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(target)
    line = QRectF(inner.left(), target.bottom() + 1, inner.width(), brush.small_metrics.height())
    brush.write(painter, line, card.caption)
