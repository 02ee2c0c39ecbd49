"""Dots: points of the same size at every zoom, painted where the view has them."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class Dots(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Round dots with an edge in the colour of the ground. Points that are not finite have none."""

    def __init__(self) -> None:
        super().__init__()
        self._at: NDArray[np.float64] = np.empty((0, 2))
        self._diameter, self._color, self._edge = 9.0, QColor(), QColor()

    def setData(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        """Where they are, in units of the view."""
        at = np.column_stack([x, y])
        self._at = at[np.isfinite(at).all(axis=1)]
        self.update()

    def dress(self, diameter: float, color: QColor, edge: QColor) -> None:
        """Diameter in logical pixels and colours."""
        self._diameter, self._color, self._edge = diameter, color, edge
        self.update()

    # Qt overrides

    def viewTransformChanged(self) -> None:
        self.prepareGeometryChange()
        # The base forgets the rectangle of the view that it keeps.
        super().viewTransformChanged()

    def boundingRect(self) -> QRectF:
        return self.viewRect() if self.getViewBox() is not None else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        place = painter.worldTransform()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._color)
        painter.setPen(QPen(self._edge, 1.5))
        radius = self._diameter / 2
        for x, y in self._at:
            painter.drawEllipse(place.map(QPointF(x, y)), radius, radius)
