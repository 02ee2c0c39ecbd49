"""Painting: how every painter begins and ends, and what it paints on where that is no widget."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintDevice, QPainter, QPixmap


def painting(device: QPaintDevice, *, antialias: bool = False) -> QPainter:
    """A painter for a `with` statement, which ends it whatever happens.

    One that is still at work after an error stops its window from ever being painted again.
    """
    painter = QPainter(device)
    if antialias:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def clear_pixmap(size: QSize, ratio: float = 1.0) -> QPixmap:
    """A transparent picture of `size` pixels, `ratio` of them to a logical pixel."""
    pixmap = QPixmap(size)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
