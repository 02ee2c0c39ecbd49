"""SlopePicture: draws the ball, its steps along the tangents, and how the height falls from step to step."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QWidget

from nnviz.engine.trace import Array
from nnviz.session.labs.functions.slope import Move, SlopePart
from nnviz.theme.theme import Theme
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot

MARGIN = 1.04
"""What is seen, times the reach of the ball."""
ARROWS = 40
"""Steps that are drawn at most, the newest."""
WING, OPENING = 12.0, math.radians(26)
"""Length of an arrow's wings in pixels and the angle between each and the shaft."""
FAR = 3.0
"""Shafts that leave the plot are cut off so many plot widths or heights away."""
LEAST_VALUE = 1e-12
"""What is lower is not told from 0 on the logarithmic axis."""


class SlopePicture:
    """Two plots: the curve with the ball, and f over the steps."""

    def __init__(self, theme: Theme, part: SlopePart, parent: QWidget) -> None:
        self._part = part
        self.plot = LabPlot(theme, "slope_plot", parent)
        self.progress = LabPlot(theme, "slope_progress", parent)
        self.progress.set_log()
        self._height = 1.0

    def draw(self, minimum_name: str, outside: str) -> None:
        """Draw everything; `outside` is said at the edge behind which the ball is."""
        part, plot = self._part, self.plot
        heights = part.curve.value(part.grid)
        self._height = float(heights.max())
        plot.set_limits((-MARGIN * part.reach, MARGIN * part.reach), (-0.2 * self._height, 1.05 * self._height))
        plot.draw_curve("curve", part.grid, heights, Ink("train", 3.2))
        self._draw_minimum(minimum_name)
        self._draw_trail()
        self._draw_newest()
        self._draw_ball(outside)
        self._draw_progress()

    def _values(self, x: Array) -> Array:
        return self._part.curve.value(x)

    def _draw_minimum(self, name: str) -> None:
        x = np.array([self._part.minimum])
        height = self._values(x)
        self.plot.draw_points("minimum", x, height, Ink("muted", dot=8))
        self.plot.draw_label("minimum_name", float(x[0]), float(height[0]), name, Ink("muted"), (-0.05, 0.0))

    def _draw_trail(self) -> None:
        """All places visited, and the steps before the newest."""
        part, plot = self._part, self.plot
        visited = part.visited[-ARROWS:]
        visited = visited[np.abs(visited) <= part.reach]
        plot.draw_points("visited", visited, self._values(visited), Ink("accent", opacity=150, dot=8))
        shafts = [self._shaft(move) for move in part.moves[-ARROWS:-1] if abs(move.x) <= part.reach]
        ends = np.concatenate(shafts) if shafts else np.empty((0, 2))
        plot.draw_pieces("steps", ends[:, 0], ends[:, 1], Ink("test", 1.4, 130))

    def _draw_newest(self) -> None:
        """The newest step: an arrow along the tangent, then down or up to the curve."""
        part, plot = self._part, self.plot
        move = part.moves[-1] if part.moves else None
        if move is None or abs(move.x) > part.reach:
            plot.remove("step", "step_head", "drop")
            return
        shaft = self._shaft(move)
        plot.draw_curve("step", shaft[:, 0], shaft[:, 1], Ink("test", 3.0))
        head = self._head(shaft)
        plot.draw_curve("step_head", head[:, 0], head[:, 1], Ink("test", 3.0))
        ends = np.array([move.to, move.to])
        if abs(move.to) <= part.reach:
            landing = [shaft[1, 1], float(self._values(ends)[0])]
            plot.draw_curve("drop", ends, landing, Ink("muted", 1.6, dashes=(3, 4)))
        else:
            plot.remove("drop")

    def _draw_ball(self, outside: str) -> None:
        part, plot = self._part, self.plot
        if abs(part.x) <= part.reach:
            plot.draw_handle("ball", part.x, float(part.heights[-1]), Ink("accent", dot=17))
            plot.remove("outside")
            return
        plot.remove("ball")
        right = part.x > 0 or math.isnan(part.x)
        edge = MARGIN * part.reach * (1 if right else -1)
        plot.draw_label("outside", edge, -0.1 * self._height, outside, Ink("warning"), (float(right), 0.5))

    def _draw_progress(self) -> None:
        """f at each step, on a logarithmic axis: a constant factor is a straight line there."""
        heights = self._part.heights
        known = heights[np.isfinite(heights) & (heights > LEAST_VALUE)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (LEAST_VALUE, 1.0)
        steps = np.arange(len(heights))
        self.progress.set_limits((-0.4, max(10.0, len(heights) - 1.0) + 0.4), (low / 3, high * 3))
        self.progress.draw_curve("values", steps, heights, Ink("accent", 2.0))
        self.progress.draw_points("visited", steps, heights, Ink("accent", dot=7))

    def _shaft(self, move: Move) -> Array:
        """(2, 2) both ends of a step along the tangent; cut off where it is far outside."""
        part = self._part
        height = float(self._values(np.array([move.x]))[0])
        way = np.array([move.to - move.x, move.slope * (move.to - move.x)])
        room = FAR * np.array([2 * part.reach, self._height])
        share = min(1.0, *(room / np.maximum(np.abs(way), 1e-12)))
        start = np.array([move.x, height])
        return np.stack([start, start + share * way])

    def _head(self, shaft: Array) -> Array:
        """(3, 2) wing, tip, wing of an arrow, in units of the axes."""
        box = self.plot.getPlotItem().vb.rect()
        (left, right), (bottom, top) = self.plot.axes.limits
        pixels = np.array([max(box.width(), 1) / (right - left), max(box.height(), 1) / (top - bottom)])
        way = (shaft[1] - shaft[0]) * pixels
        length = float(np.hypot(*way))
        wing = min(WING, length / 2)
        angle = math.atan2(way[1], way[0]) + math.pi
        wings = [np.array([math.cos(angle + turn), math.sin(angle + turn)]) for turn in (-OPENING, OPENING)]
        return np.stack([shaft[1] + wing * wings[0] / pixels, shaft[1], shaft[1] + wing * wings[1] / pixels])
