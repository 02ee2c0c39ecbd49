"""Looks: the colour of each optimizer and learner, the same in every picture."""

from __future__ import annotations

from nnviz.engine.experiment import OPTIMIZER_NAMES
from nnviz.theme.palettes import Palette

ORDER = {name: place for place, name in enumerate(OPTIMIZER_NAMES)} | {"batch": 0, "mini_batch": 2, "stochastic": 3}
"""Place in the palette's list of classes."""


def color_of(name: str, palette: Palette) -> str:
    """#rrggbb."""
    return palette.classes[ORDER[name]]
