"""Ink: how something in a plot is drawn; colours by the theme's roles, widths in logical pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from nnviz.theme.theme import Theme


@dataclass(frozen=True)
class Ink:
    """`role` of a colour of the palette, or "#rrggbb"; width of lines; opacity 0…255; `dashes`: lengths of dashes and
    gaps in pixels; `dot`: diameter of points."""

    role: str = "accent"
    width: float = 2.2
    opacity: int = 255
    dashes: tuple[float, ...] = ()
    dot: float = 9.0

    def color(self, theme: Theme) -> QColor:
        """The colour in the palette in use."""
        color = QColor(self.role) if self.role.startswith("#") else theme.color(self.role)
        color.setAlpha(self.opacity)
        return color

    def pen(self, theme: Theme, ratio: float) -> QPen:
        """A cosmetic pen; `ratio` of device pixels, in which such pens are measured."""
        pen = QPen(self.color(theme), theme.width(self.width) * ratio)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self.dashes:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([length / self.width for length in self.dashes])
        return pen
