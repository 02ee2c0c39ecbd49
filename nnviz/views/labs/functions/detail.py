"""CurvePair: an activation function above its derivative over the same x, with one probe through both."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine.diagnosis import STEEPEST
from nnviz.session.labs.functions.activations import ActivationPart
from nnviz.session.labs.functions.shapes import (
    SPAN,
    Shape,
    Values,
    evaluate,
    max_form,
    saturated,
    slope_gradient,
)
from nnviz.theme.theme import Theme
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import HANDLE, LabPlot
from nnviz.widgets.numerals import short
from nnviz.widgets.ticks import Limits

VALUE = Ink("accent", 3.0)
SLOPE = Ink("test", 3.0, dashes=(10.0, 5.0))
PROBE = Ink("text", 1.2, 170)
GHOST = Ink("muted", 1.0, 150, dashes=(3.0, 4.0))
BOUND = Ink("warning", 1.5, 220, dashes=(6.0, 5.0))
PIECE = Ink("warning", 1.4, 200, dashes=(3.0, 4.0))
OTHER = Ink("warning", 2.4, 230, dashes=(3.0, 4.0))
SHADE = Ink("muted", opacity=38)
JUMP = Ink("accent", dot=9.0)
BOUNDS: Mapping[str, tuple[float, float]] = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}
"""Values that functions come near to."""
HEAD = 0.16
"""Share of a plot's height that is left free above and below the curve."""
LEFT_END, RIGHT_END = SPAN[0] + 0.15, SPAN[1] - 0.15
BESIDE = 0.1
"""Distance over which is seen whether a curve rises or falls at the probe."""
STEEP = 0.003
"""A larger rise at the left end, as a share of the height, and the name stands below the curve."""
NAME, ROOM = 1.5, 3.4
"""Widths that the name of a curve and the reading of the probe want, in units of x."""
COMPARED = ("max_form", "alpha_gradient", "relu")
"""Curves beside f that are to be seen in full."""
ALWAYS = {"curve", "name", "line", "probe", "reading"}

Extra = Callable[["CurvePair", ActivationPart], set[str]]


class CurvePair(QWidget):
    """Two plots. Signals: probed(float) where the probe is dragged, pressed or moved by arrow keys."""

    probed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = LabPlot(theme, "activation_value", self)
        self.slope = LabPlot(theme, "activation_slope", self)
        self._part: ActivationPart | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.value, 11)
        column.addWidget(self.slope, 9)
        for plot in (self.value, self.slope):
            plot.pressed.connect(self._press)
            plot.swept.connect(self._press)
            plot.handle_moved.connect(self._move)
            plot.hovered.connect(self._hover)

    def show_part(self, part: ActivationPart) -> None:
        """The function in front as it is now."""
        self._part = part
        curve, reading = part.curve(), part.reading
        own = (EXTRAS[part.name](self, part) if part.name in EXTRAS else set()) | self._draw_jumps(part)
        for plot, values in ((self.value, curve.value), (self.slope, curve.slope)):
            plot.keep(sorted(ALWAYS | own))
            others = [plot.data(name)[1] for name in COMPARED if name in plot.parts]
            plot.set_limits(SPAN, _limits(np.concatenate([values, *others])))
        self._draw(self.value, curve.x, curve.value, VALUE, "f(x)")
        self._draw(self.slope, curve.x, curve.slope, SLOPE, "f′(x)")
        self._probe(self.value, reading.x, reading.value, VALUE, "f")
        self._probe(self.slope, reading.x, reading.slope, SLOPE, "f′")

    def word(self) -> None:
        """Titles of the axes and names for a screen reader."""
        self.value.set_titles("", self.tr("value f(x)"))
        self.slope.set_titles("x", self.tr("slope f′(x)"))
        self.value.setAccessibleName(self.tr("Value f(x); arrow keys move the probe"))
        self.slope.setAccessibleName(self.tr("Derivative f′(x); arrow keys move the probe"))

    # Drawing

    def _draw(self, plot: LabPlot, x: Values, y: Values, ink: Ink, name: str) -> None:
        plot.draw_curve("curve", x, y, ink)
        start, rises = float(y[0]), _rise(plot, float(x[0])) > STEEP
        # Where the probe is here, its reading names the curve.
        shown = name if self._part and self._part.probe > LEFT_END + NAME else ""
        plot.draw_label("name", LEFT_END, start, shown, Ink(ink.role), (0.0, 0.0 if rises else 1.0))

    def _probe(self, plot: LabPlot, x: float, y: float, ink: Ink, name: str) -> None:
        plot.draw_line("line", PROBE, x=x)
        plot.draw_handle("probe", x, y, Ink(ink.role, dot=HANDLE))
        bottom, top = plot.axes.limits[1]
        anchor = _free_corner(x, (y - bottom) / (top - bottom), _rise(plot, x))
        if "max_form" in plot.parts:
            anchor = (0.0, 0.0)
        plot.draw_label("reading", x, y, f"  {name}({short(x)}) = {short(y)}  ", Ink("text"), anchor)

    def _draw_jumps(self, part: ActivationPart) -> set[str]:
        """The value at the very place of a jump."""
        places = [jump.at for jump in part.jumps if jump.value]
        if not places:
            return set()
        self.value.draw_points("at_jump", places, [part.reading_at(x).value for x in places], JUMP)
        return {"at_jump"}

    # What the user does

    def _press(self, at: tuple[float, float]) -> None:
        self.probed.emit(min(max(at[0], SPAN[0]), SPAN[1]))

    def _move(self, _: str, x: float, __: float) -> None:
        self._press((x, 0.0))

    def _hover(self, at: tuple[float, float] | None) -> None:
        """Read the curves under the pointer; it leaves the probe where it is."""
        if at is None or self._part is None or not SPAN[0] <= at[0] <= SPAN[1]:
            for plot in (self.value, self.slope):
                plot.remove("ghost", "ghost_reading")
            return
        reading = self._part.reading_at(at[0])
        for plot, value, name in ((self.value, reading.value, "f"), (self.slope, reading.slope, "f′")):
            plot.draw_line("ghost", GHOST, x=reading.x)
            top = plot.axes.limits[1][1]
            text = f" {name}({short(reading.x)}) = {short(value)} "
            plot.draw_label("ghost_reading", reading.x, top, text, Ink("muted"), (float(at[0] > SPAN[1] - ROOM), 0.0))


# What belongs to one function only. Each returns the names of what it has drawn.


def _saturating(pair: CurvePair, part: ActivationPart) -> set[str]:
    """The values it comes near to, the largest slope, and where it is saturated."""
    low, high = BOUNDS[part.name]
    steepest, curve = STEEPEST[part.name], part.curve()
    pair.value.draw_line("low", BOUND, y=low)
    pair.value.draw_line("high", BOUND, y=high)
    pair.value.draw_label("high_name", LEFT_END, high, f"f < {short(high)}", Ink("warning"), (0.0, 1.0))
    pair.value.draw_label("low_name", RIGHT_END, low, f"f > {short(low)}", Ink("warning"), (1.0, 1.0))
    pair.slope.draw_line("steepest", BOUND, y=steepest)
    pair.slope.draw_label("steepest_name", LEFT_END, steepest, f"f′ ≤ {short(steepest)}", Ink("warning"), (0.0, 1.0))
    mask = saturated(part.shape, curve)
    for name, side in (("left", curve.x < 0), ("right", curve.x > 0)):
        x = curve.x[mask & side]
        pair.slope.draw_band(f"saturated_{name}", x, np.zeros(len(x)), np.full(len(x), steepest), SHADE)
    text = QCoreApplication.translate("CurvePair", "saturated")
    pair.slope.draw_label("saturated_name", RIGHT_END, 0.5 * steepest, text, Ink("muted"), (1.0, 0.5))
    pair.slope.draw_label("saturated_too", LEFT_END, 0.5 * steepest, text, Ink("muted"), (0.0, 0.5))
    names = {"low", "high", "low_name", "high_name", "steepest", "steepest_name", "saturated_name", "saturated_too"}
    return names | {"saturated_left", "saturated_right"}


def _leaky(pair: CurvePair, part: ActivationPart) -> set[str]:
    """max(αx, x), where that is another function."""
    if part.shape.alpha <= 1:
        return set()
    x = part.curve().x
    y = max_form(part.shape.alpha, x)
    pair.value.draw_curve("max_form", x, y, OTHER)
    pair.value.draw_label("max_form_name", 2.0, 2.0 * part.shape.alpha, "max(αx, x) ", Ink("warning"), (1.0, 1.0))
    return {"max_form", "max_form_name"}


def _trained(pair: CurvePair, part: ActivationPart) -> set[str]:
    """∂f/∂α, what the slope is trained by."""
    x = part.curve().x
    pair.value.draw_curve("alpha_gradient", x, slope_gradient(x), OTHER)
    pair.value.draw_label("alpha_gradient_name", -1.0, -1.1, " ∂f/∂α = min(x, 0)", Ink("warning"), (0.0, 0.0))
    return {"alpha_gradient", "alpha_gradient_name"}


def _beside_relu(pair: CurvePair, part: ActivationPart) -> set[str]:
    """ReLU for comparison."""
    x = part.curve().x
    pair.value.draw_curve("relu", x, evaluate(Shape("relu"), x)[0], OTHER)
    pair.value.draw_label("relu_name", 4.0, 4.0, " ReLU", Ink("warning"), (0.0, 0.0))
    return {"relu", "relu_name"}


def _lines(pair: CurvePair, part: ActivationPart) -> set[str]:
    """The pieces, each over the whole span, named where they are the largest."""
    curve, names = part.curve(), set()
    lines = np.array([slope * curve.x + intercept for slope, intercept in part.shape.lines])
    for k, y in enumerate(lines):
        pair.value.draw_curve(f"piece_{k}", curve.x, y, PIECE)
        names.add(f"piece_{k}")
        wins = np.flatnonzero(lines.argmax(axis=0) == k)
        if len(wins):
            at = int(wins[len(wins) // 2])
            anchor = (float(part.shape.lines[k][0] < 0), 0.0)
            pair.value.draw_label(f"piece_{k}_name", curve.x[at], y[at], f" p = {k + 1} ", Ink("warning"), anchor)
            names.add(f"piece_{k}_name")
    return names


EXTRAS: Mapping[str, Extra] = {
    "sigmoid": _saturating,
    "tanh": _saturating,
    "leaky_relu": _leaky,
    "prelu": _trained,
    "softplus": _beside_relu,
    "swish": _beside_relu,
    "maxout": _lines,
}


def _rise(plot: LabPlot, x: float) -> float:
    """How far the curve rises around x, as a share of the plot's height."""
    xs, ys = (values[np.isfinite(plot.data("curve")[1])] for values in plot.data("curve"))
    low, high = np.interp([x - BESIDE, x + BESIDE], xs, ys)
    bottom, top = plot.axes.limits[1]
    return float(high - low) / (top - bottom)


def _free_corner(x: float, height: float, rise: float) -> tuple[float, float]:
    """Anchor of a label beside a curve that rises or falls at x, at a share of the plot's height: above the curve,
    where it does not cross it, and below where there is no room."""
    left, right = x > SPAN[0] + ROOM, x < SPAN[1] - ROOM
    if rise > 0:
        return (1.0, 1.0) if left and height < 0.8 else (0.0, 0.0) if right else (1.0, 1.0)
    if rise < 0:
        return (0.0, 1.0) if right and height < 0.8 else (1.0, 0.0)
    return (0.0 if right else 1.0, 1.0 if height < 0.8 else 0.0)


def _limits(values: Values) -> Limits:
    """From the lowest to the highest value, 0 included, with room for writing."""
    low, high = min(0.0, float(np.nanmin(values))), max(0.0, float(np.nanmax(values)))
    if high - low < 1e-9:
        return -0.5, 1.0
    return low - HEAD * (high - low), high + HEAD * (high - low)
