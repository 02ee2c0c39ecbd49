"""Plane: the inputs (x₁, x₂) as points, the line on which a unit turns, and the side on which it fires."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.perceptron import POINTS, Unit, Values
from nnviz.theme.scales import Rgb
from nnviz.theme.theme import Theme
from nnviz.views.labs.perceptron.geometry import Limits, direction, grip_of, half_plane, line_points
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot

LIMITS: Limits = (-0.5, 1.5)
ARM = 0.42
"""From the handle that moves the line to the one that turns it, in units of the plane."""
GAP = 3.0
"""Pixels from the line to what is written beside it."""
BEHIND = -5
"""Depth of lines and sides, which come and go: points are never below them."""
PLACES = 25
"""Places along a line that are tried for its name."""
DOT = 26.0
RING, HOLE = DOT + 14, DOT + 8
INKS = {
    "current": Ink("text", dot=RING),
    "current_hole": Ink("surface", dot=HOLE + 2),
    "wrong": Ink("warning", dot=HOLE),
    "wrong_hole": Ink("surface", dot=DOT + 2),
    "ones": Ink("positive", dot=DOT),
    "zeros": Ink("negative", dot=DOT),
    "zeros_hole": Ink("surface", dot=DOT - 6),
}
"""Points in the order in which they cover each other."""
FIRES = Ink("positive", opacity=46)
LINE = Ink("text", width=2.6)


class Plane(LabPlot):
    """A square plot of inputs. A point of class 1 is filled, one of class 0 is a ring; the number stands in it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent, equal=True)
        self.set_limits(LIMITS, LIMITS)
        self._named: dict[str, tuple[Unit, str, Ink]] = {}
        self._pictures: dict[str, Rgb] = {}
        self._points: Values = np.array(POINTS, np.float64)

    def show_points(
        self, points: ArrayLike, targets: Sequence[int], current: int = -1, wrong: Collection[int] = ()
    ) -> None:
        """Points (m, 2) with their classes; the current one is ringed, those answered wrong are, too, in a warning."""
        x = self._points = np.asarray(points, np.float64).reshape(-1, 2)
        t = np.asarray(targets, np.intp)
        chosen = {
            "current": x[[current]] if current >= 0 else x[:0],
            "wrong": x[sorted(wrong)],
            "ones": x[t == 1],
            "zeros": x[t == 0],
        }
        for name, ink in INKS.items():
            part = chosen[name.removesuffix("_hole")]
            self.draw_points(name, part[:, 0], part[:, 1], ink)
        for index, ((x1, x2), target) in enumerate(zip(x, t, strict=True)):
            ink = Ink("on_accent" if target else "text")
            self.draw_label(f"class_{index}_{target}", x1, x2, str(target), ink, (0.5, 0.5))
        self._forget_labels({f"class_{index}_{target}" for index, target in enumerate(t)})

    def show_side(self, unit: Unit, name: str = "fires", ink: Ink = FIRES) -> None:
        """Shade the side Σ > 0."""
        x, low, high = half_plane(unit)
        if len(x):
            self.draw_band(name, x, low, high, ink)
            self._parts[name].setZValue(2 * BEHIND)
        else:
            self.remove(name)

    def show_line(self, unit: Unit, name: str = "line", ink: Ink = LINE, label: str = "") -> None:
        """Draw the line Σ = 0, where there is one, and write its name on the side where Σ > 0."""
        x, y = line_points(unit)
        if not len(x):
            self.remove(name, f"{name}_label")
            self._named.pop(name, None)
            return
        self.draw_curve(name, x, y, ink)
        self._parts[name].setZValue(BEHIND)
        self._named[name] = unit, label, Ink(ink.role)
        self._name_line(name)

    def show_answers(self, unit: Unit, texts: tuple[str, str]) -> None:
        """Write what the unit answers beside its line: `texts` for 0 and 1."""
        if not (unit.w1 or unit.w2):
            self.remove("answer_0", "answer_1")
            return
        (x, y), (dx, dy) = grip_of(unit, ARM), direction(unit)
        x, y = x - 0.85 * ARM * dx, y - 0.85 * ARM * dy
        for answer, side in enumerate((-1, 1)):
            aside = side * self._aside(unit, texts[answer])
            at = x - aside * dy, y + aside * dx
            self.draw_label(f"answer_{answer}", *at, texts[answer], Ink("positive" if answer else "muted"), (0.5, 0.5))

    def show_handles(self, unit: Unit) -> None:
        """Two handles: the first moves the line as it is, the second turns it about the first."""
        if not (unit.w1 or unit.w2):
            self.remove("move", "turn")
            return
        (x, y), (dx, dy) = grip_of(unit, ARM), direction(unit)
        self.draw_handle("move", x, y, Ink("accent", dot=16))
        self.draw_handle("turn", x + ARM * dx, y + ARM * dy, Ink("test", dot=16))

    @property
    def seen(self) -> tuple[Limits, Limits]:
        """What is to be seen of both axes: LIMITS and, as a unit is as long on both, more of one of them."""
        x, y = self.getPlotItem().vb.viewRange()
        return (float(x[0]), float(x[1])), (float(y[0]), float(y[1]))

    def picture(self, name: str) -> Rgb:
        """(rows, columns, 3) colours of a picture as it was drawn, the first row at the lower end."""
        return self._pictures[name]

    def draw_picture(self, name: str, rgb: Rgb, x: Limits, y: Limits) -> None:
        super().draw_picture(name, rgb, x, y)
        self._pictures[name] = rgb

    def draw_pieces(self, name: str, x: ArrayLike, y: ArrayLike, ink: Ink | None = None) -> None:
        super().draw_pieces(name, x, y, ink)
        self._parts[name].setZValue(2 * BEHIND)

    def _name_line(self, name: str) -> None:
        unit, label, ink = self._named[name]
        others = [f"{other}_label" for other in self._named if other != name and f"{other}_label" in self.parts]
        taken = [self._points, *(np.column_stack(self.data(other)) for other in others)]
        # What is written at a point stands above or below it.
        written = (self._parts[part].sceneBoundingRect() for part in self.parts if part.startswith("output_"))
        taken += [np.array([self.point(QPointF(self.mapFromScene(box.center())))]) for box in written]
        taken += [np.array(_arms(unit))] if "move" in self.parts else []
        place = best_place(unit, *self.seen, np.concatenate(taken), self._aside(unit, label)) if label else None
        if place:
            self.draw_label(f"{name}_label", *place, label, ink, (0.5, 0.5))
        else:
            self.remove(f"{name}_label")

    def _aside(self, unit: Unit, text: str) -> float:
        """How far from a line, in units of the plane, the middle of a text is that does not touch it."""
        metrics, (dx, dy) = QFontMetricsF(self._theme.font(0.9)), direction(unit)
        pixels = (abs(dy) * metrics.horizontalAdvance(text) + abs(dx) * metrics.height()) / 2 + GAP
        return pixels / max(self.pixel(1.0, 0.0).x() - self.pixel(0.0, 0.0).x(), 1.0)

    def _forget_labels(self, kept: set[str]) -> None:
        self.remove(*(name for name in self.parts if name.startswith("class_") and name not in kept))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The base of this class is resized while it is being made.
        for name in getattr(self, "_named", {}):
            self._name_line(name)


def best_place(unit: Unit, x: Limits, y: Limits, points: Values, aside: float) -> tuple[float, float] | None:
    """Where in a box the name of a line is written: `aside` of it, where Σ > 0, furthest from these points and from
    the edges; None where the line is not to be seen."""
    (xs, ys), (dx, dy) = line_points(unit, x, y), direction(unit)
    if not len(xs):
        return None
    along = np.linspace(0.05, 0.95, PLACES)
    line = np.stack([xs[0] + along * (xs[1] - xs[0]), ys[0] + along * (ys[1] - ys[0])], axis=1)
    places = line + aside * np.array([-dy, dx])
    near = np.abs(places[:, None] - points[None]).sum(axis=2).min(axis=1)
    inside = np.min([places[:, 0] - x[0], x[1] - places[:, 0], places[:, 1] - y[0], y[1] - places[:, 1]], axis=0)
    best = int(np.argmax(np.minimum(near, 2 * inside)))
    return float(places[best, 0]), float(places[best, 1])


def _arms(unit: Unit) -> list[tuple[float, float]]:
    """Where the handles are, and what the unit answers is written."""
    (x, y), (dx, dy) = grip_of(unit, ARM), direction(unit)
    return [(x + far * dx, y + far * dy) for far in (0.0, ARM, -0.85 * ARM)]
