"""Opaque tints: a colour mixed with what lies below it, because translucent painting is several times as slow."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from nnviz.theme.scales import between, qcolor
from nnviz.theme.theme import Theme


def tint(theme: Theme, role: str, share: float, below: str = "surface") -> QColor:
    """`share` of the colour `role` over the colour `below`."""
    palette = theme.palette
    return qcolor(between(np.array(share), getattr(palette, below), getattr(palette, role)))
