"""LogSlider: a slider over powers of ten with an exact field, for learning rates and penalties."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from nnviz.widgets.limits import Limits
from nnviz.widgets.slider_field import SliderField

STEPS = 20
"""Positions of a decade: one key press changes the value by 12 %, Page Up by 10^¼."""


class LogScale:
    """`decades` powers of ten upwards from `low`; with `off` the leftmost position stands for 0."""

    page = STEPS // 4

    def __init__(self, low: float, decades: int, off: bool = False) -> None:
        self._exponent = math.log10(low)
        self._first = 1 if off else 0
        self.positions = decades * STEPS + self._first

    def value(self, position: int) -> float:
        """low · 10^(position / STEPS), rounded to two digits so that it reads well."""
        if position < self._first:
            return 0.0
        return float(f"{10 ** (self._exponent + (position - self._first) / STEPS):.1e}")

    def position(self, value: float) -> int:
        """The nearest position by ratio; 0 is the left end."""
        if value <= 0:
            return 0
        nearest = round((math.log10(value) - self._exponent) * STEPS) + self._first
        return min(max(nearest, self._first), self.positions)


class LogSlider(SliderField):
    """The slider spans `decades` powers of ten from `low`; its left end is "off" (0) where 0 has a word in `limits`."""

    def __init__(
        self, limits: Limits, low: float, decades: int, live: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(limits, LogScale(low, decades, off=bool(limits.zero)), live, parent)
