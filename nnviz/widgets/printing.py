"""Printing: how a widget learns that it is drawn into a figure and not onto the screen.

What a widget keeps in pixmaps fits one screen. In a figure of shapes (SVG, PDF) it paints straight, so that lines stay
lines and words stay words; in a figure of pixels it keeps pixmaps of the figure's own resolution.
"""

from __future__ import annotations

from PySide6.QtGui import QPaintDevice, QPaintEngine, QPainter
from PySide6.QtWidgets import QWidget

FIGURE_RATIO = "figure_ratio"
"""Property of a widget while it is drawn into a figure: pixels of the figure to a logical pixel, 1 where it has shapes.
Who keeps more than pixmaps for a resolution hears of it by QEvent.DynamicPropertyChange."""


def is_vector(painter: QPainter) -> bool:
    """True where shapes are kept as shapes."""
    return painter.paintEngine().type() != QPaintEngine.Type.Raster


def pixel_ratio(device: QPaintDevice) -> float:
    """Pixels to a logical pixel of what a device is drawn onto: of a widget its screen, or the figure of it."""
    ratio = device.property(FIGURE_RATIO) if isinstance(device, QWidget) else None
    return float(ratio) if ratio else device.devicePixelRatioF()
