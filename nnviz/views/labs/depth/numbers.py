"""Rows of numbers in narrow columns: as many digits as fit, and where none fit, written upwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from nnviz.widgets.numerals import percent, short

DIGITS = (4, 3, 2)
PAD = 4.0
Writer = Callable[[Sequence[float], int], tuple[str, ...]]


@dataclass(frozen=True)
class Row:
    """Numbers as they are written, one a column; `upright` where they are written upwards; and how high that is."""

    texts: tuple[str, ...]
    upright: bool
    height: float


def number_texts(values: Sequence[float], digits: int) -> tuple[str, ...]:
    """Numbers with so many significant digits."""
    return tuple(short(value, digits) for value in values)


def share_texts(shares: Sequence[float], digits: int) -> tuple[str, ...]:
    """Shares in percent, without decimals where fewer than four digits are wanted."""
    return tuple(percent(share, 1 if digits == DIGITS[0] else 0) for share in shares)


def fitting(
    values: Sequence[float],
    width: float,
    metrics: QFontMetricsF,
    write: Writer,
) -> Row:
    """The row for columns of that width."""
    for digits in DIGITS:
        texts = write(values, digits)
        if max(map(metrics.horizontalAdvance, texts), default=0.0) <= width - PAD:
            return Row(texts, False, metrics.height())
    texts = write(values, DIGITS[-1])
    return Row(texts, True, max(map(metrics.horizontalAdvance, texts)) + 2 * PAD)


def paint_row(painter: QPainter, row: Row, boxes: Sequence[QRectF]) -> None:
    """The numbers in the middle of their boxes, written upwards from their lower ends."""
    for text, box in zip(row.texts, boxes, strict=True):
        if not row.upright:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            continue
        painter.save()
        painter.translate(QPointF(box.center().x(), box.center().y()))
        painter.rotate(-90)
        turned = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
        painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
