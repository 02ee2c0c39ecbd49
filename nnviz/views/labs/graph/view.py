"""View: zoom and pan, a map from the drawing's units to the canvas's pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

ZOOM = (0.1, 4.0)
"""Pixels of a unit, at the least and at the most."""
READABLE, COMFORTABLE = 0.3, 0.7
"""A graph that would have to be shown smaller than the first is shown in part, as large as the second."""
LARGEST_FIT = 2.6
"""A small graph does not fill a large canvas to the edges: there, letters would be larger than needed."""


@dataclass(frozen=True)
class View:
    """pixel = scale · point + (dx, dy)."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def point(self, point: QPointF) -> QPointF:
        """A point of the drawing on the canvas."""
        return QPointF(point.x() * self.scale + self.dx, point.y() * self.scale + self.dy)

    def rect(self, rect: QRectF) -> QRectF:
        """A rectangle of the drawing on the canvas."""
        return QRectF(self.point(rect.topLeft()), rect.size() * self.scale)

    def back(self, pixel: QPointF) -> QPointF:
        """A pixel of the canvas in the drawing."""
        return QPointF((pixel.x() - self.dx) / self.scale, (pixel.y() - self.dy) / self.scale)

    def zoomed(self, factor: float, pixel: QPointF) -> View:
        """Zoomed by a factor around a pixel, which stays where it is."""
        scale = min(max(self.scale * factor, ZOOM[0]), ZOOM[1])
        ratio = scale / self.scale
        return View(scale, pixel.x() - (pixel.x() - self.dx) * ratio, pixel.y() - (pixel.y() - self.dy) * ratio)

    def moved(self, way: QPointF) -> View:
        """Panned by so many pixels."""
        return View(self.scale, self.dx + way.x(), self.dy + way.y())


def partial_view(room: QRectF, window: QRectF) -> View:
    """The view of the left part of a room, where a graph begins, at a comfortable size."""
    scale = COMFORTABLE
    return View(scale, window.left() - room.left() * scale, window.center().y() - room.center().y() * scale)


def fitting(room: QRectF, window: QRectF) -> View:
    """The view that shows a room in the middle of a window, as large as it fits."""
    fits = min(window.width() / max(room.width(), 1.0), window.height() / max(room.height(), 1.0))
    scale = min(max(fits, ZOOM[0]), LARGEST_FIT)
    way = window.center() - room.center() * scale
    return View(scale, way.x(), way.y())
