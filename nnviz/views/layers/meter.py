"""Meter: one number as a bar on a linear or logarithmic axis, with grid lines, and a mark where one is wanted."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.layers.axes import Limits

THICK = 8.0
NARROWEST = 20


class Meter(QWidget):
    """A bar from the left end of its axis to a value.

    value    the number painted; nan or, on a logarithmic axis, 0: no bar
    limits   ends of the axis, as log₁₀ where it is logarithmic
    marks    positions of a line across the bar;  grid: of faint lines behind it; both on the axis
    """

    def __init__(self, theme: Theme, role: str, logarithmic: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._role, self._logarithmic = theme, role, logarithmic
        self.value = math.nan
        self.limits: Limits = (0.0, 1.0)
        self.marks: tuple[float, ...] = ()
        self.grid: tuple[float, ...] = ()
        # The number beside it says the same to a screen reader.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_value(self, value: float, limits: Limits | None = None) -> None:
        """Paint another number, on another axis where one is given."""
        limits = limits or self.limits
        if (value, limits) != (self.value, self.limits):
            self.value, self.limits = value, limits
            self.update()

    @property
    def share(self) -> float:
        """Length of the bar as a share 0…1 of the axis."""
        if math.isnan(self.value) or (self._logarithmic and self.value <= 0):
            return 0.0
        at = math.log10(self.value) if self._logarithmic else self.value
        return float(np.clip(self._share(at), 0, 1))

    def sizeHint(self) -> QSize:
        return QSize(80, 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _share(self, at: float) -> float:
        low, high = self.limits
        return (at - low) / (high - low)

    def _paint(self, painter: QPainter) -> None:
        width, middle = self.width() - 1.0, self.height() / 2
        track = QRectF(0, middle - THICK / 2, width, THICK)
        painter.fillRect(track, self._theme.color("zero"))
        self._paint_lines(painter, self.grid, "border", 0, self.height())
        bar = QRectF(track.x(), track.y(), width * self.share, THICK)
        painter.fillRect(bar, self._theme.color(self._role))
        self._paint_lines(painter, self.marks, "text", middle - THICK / 2 - 3, middle + THICK / 2 + 3)

    def _paint_lines(self, painter: QPainter, places: tuple[float, ...], role: str, top: float, bottom: float) -> None:
        painter.setPen(QPen(self._theme.color(role), 1.0 if role == "border" else 2.0))
        for place in places:
            x = 0.5 + self._share(place) * (self.width() - 1.0)
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
