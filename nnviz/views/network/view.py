"""View: zoom and pan, a map from the layout's points to the widget's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ZOOM = (0.5, 12.0)


@dataclass(frozen=True)
class View:
    """point in the widget = scale · point in the layout + (dx, dy), in pixels."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def map(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(…, 2) layout → widget."""
        return points * self.scale + (self.dx, self.dy)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A layout point in the widget."""
        return x * self.scale + self.dx, y * self.scale + self.dy

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A widget point in the layout."""
        return (x - self.dx) / self.scale, (y - self.dy) / self.scale

    def zoomed(self, factor: float, x: float, y: float) -> View:
        """Zoomed by `factor` around the widget point (x, y), which stays where it is."""
        scale = min(max(self.scale * factor, ZOOM[0]), ZOOM[1])
        ratio = scale / self.scale
        return View(scale, x - (x - self.dx) * ratio, y - (y - self.dy) * ratio)

    def moved(self, dx: float, dy: float) -> View:
        """Panned by (dx, dy) pixels."""
        return View(self.scale, self.dx + dx, self.dy + dy)
