"""The section “delta”: a linear unit fitted by gradient descent on all samples at once."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from nnviz.engine.perceptron import GATES, POINTS, Unit
from nnviz.session.labs.perceptron.delta import LINE, RATES
from nnviz.session.labs.perceptron.intents import FitData, SetDeltaRate
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.number_rows import NumberRows
from nnviz.views.labs.perceptron.frames import Knobs, columns, stack, statement
from nnviz.views.labs.perceptron.geometry import distance
from nnviz.views.labs.perceptron.plane import Plane
from nnviz.views.labs.perceptron.play_row import PlayRow
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.views.labs.section import LabSection
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogSlider
from nnviz.widgets.numerals import short
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.segments import Segments
from nnviz.widgets.split_row import SplitRow

X_LIMITS, Y_LIMITS = (-1.1, 1.2), (-1.2, 1.5)
FIT = Ink("accent", width=3.2)
BEST = Ink("muted", width=2.0, dashes=(7, 5))
RESIDUALS = Ink("warning", width=2.0)
LOSS = Ink("train", width=2.8)
ASIDE, APART = 0.05, 0.13
"""From the end of a line to its name, and down to the middle of what is written below one."""
BELOW = 0.25
"""About as far from a point its output is written."""
NUMBERS = ("steps", "bias", "w1", "w2", "loss", "least", "limit")
LEAST_DECADES = 1e-7
"""The axis of the loss does not go below this share of its first value."""


class DeltaSection(LabSection):
    """Knobs left, the samples with the line in the middle, the loss and the numbers right."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "perceptron", parent)
        self.model = session.labs.of(PerceptronLab).delta
        self.data = Segments("delta_data", (LINE, *GATES), self, wrap=True)
        self.rate = LogSlider(Limits(*RATES), RATES[0], 4, parent=self)
        self.rate.setObjectName("delta_rate")
        self._rate_row = SplitRow(self.rate, parent=self)
        self.controls = PlayRow("delta", self, 0.5, 2)
        self._data_caption, self._hint = Paragraph(parent=self), Paragraph(parent=self)
        self.line = LabPlot(theme, "delta_line", self)
        self.plane = Plane(theme, "delta_plane", self)
        self.loss = LabPlot(theme, "delta_curve", self)
        self.loss.set_log()
        self.numbers = NumberRows("delta", NUMBERS, self)
        self.verdict = statement("delta_verdict", self)
        self._rule = statement("delta_rule", self)
        self._lay_out()
        self._connect()
        self.word()
        self.dress()

    def _lay_out(self) -> None:
        self._side = Knobs(
            self.theme, self,
            self._data_caption, self.data, self._rule, self._rate_row, self.controls, self._hint,
        )  # fmt: skip
        self._cards = {name: Card(self.theme, parent=self) for name in ("fit", "loss")}
        self._cards["numbers"] = Card(self.theme, parent=self, size=0)
        self._cards["fit"].add(self.line, self.plane, stretch=1)
        self._cards["loss"].add(self.loss, stretch=1)
        self._cards["numbers"].add(self.numbers, self.verdict)
        right = stack((self._cards["loss"], 1), (self._cards["numbers"], 0))
        columns(self, (self._side, 0), (self._cards["fit"], 6), (right, 5))

    def _connect(self) -> None:
        self.data.value_changed.connect(lambda data: self.do(FitData(data)))
        self.rate.value_changed.connect(lambda rate: self.do(SetDeltaRate(rate)))
        self.rate.refused.connect(self._rate_row.set_message)

    # Showing

    def refresh(self) -> None:
        model = self.model
        self.data.set_value(model.data)
        self.rate.set_value(model.rate)
        self.controls.show_player(model)
        straight = model.data == LINE
        self.line.setVisible(straight)
        self.plane.setVisible(not straight)
        if straight:
            self._show_line()
        else:
            self._show_plane()
        self._show_loss()
        self._show_numbers()
        self.verdict.setText(self._say())

    def _show_line(self) -> None:
        model, x = self.model, self.model.x[:, 1]
        ends = np.array(X_LIMITS)
        self.line.draw_pieces("residuals", np.repeat(x, 2), np.stack([model.y, model.outputs], 1).ravel(), RESIDUALS)
        self.line.draw_curve("best", ends, model.best[0] + model.best[1] * ends, BEST)
        self.line.draw_curve("fit", ends, model.weights[0] + model.weights[1] * ends, FIT)
        self.line.draw_points("samples", x, model.y, Ink("text", dot=12))
        left, right, weights, best = X_LIMITS[0] + ASIDE, X_LIMITS[1] - ASIDE, model.weights, model.best
        heights = [line[0] + line[1] * right for line in (weights, best)]
        # To its left a rising line leaves room above, a falling one below.
        at, anchor = (max(heights), (1.0, 1.0)) if weights[1] >= 0 else (min(heights), (1.0, 0.0))
        self.line.draw_label("fit_label", right, at, "ŷ = Wx", FIT, anchor)
        name = self.tr("least squares")
        self.line.draw_label("best_label", left, best[0] + best[1] * left - APART, name, BEST, (0, 0.5))

    def _show_plane(self) -> None:
        model = self.model
        bias, w1, w2 = (float(value) for value in model.weights)
        half = Unit(w1, w2, bias - 0.5)
        answers = half.fires(POINTS)
        self.plane.show_side(half)
        self.plane.show_line(half, label="ŷ = ½")
        wrong = [k for k, (y, t) in enumerate(zip(answers, model.y, strict=True)) if y != t]
        self.plane.show_points(POINTS, GATES[model.data], wrong=wrong)
        for k, ((x1, x2), output) in enumerate(zip(POINTS, model.outputs, strict=True)):
            lower = distance(half, x1, x2 - BELOW) > distance(half, x1, x2 + BELOW)
            side = (0.5, -0.75) if lower else (0.5, 1.75)
            self.plane.draw_label(f"output_{k}", x1, x2, f"ŷ = {short(float(output), 3)}", None, side)

    def _show_loss(self) -> None:
        losses = np.array(self.model.losses)
        top, least = float(losses.max()), max(self.model.least_loss, float(losses[0]) * LEAST_DECADES)
        lowest = min(least, float(losses.min()))
        # Below the smallest error its name must fit, however far up the axis goes.
        room = (top / lowest) ** 0.15
        self.loss.set_limits((0.0, max(20.0, 1.05 * self.model.steps)), (0.7 * lowest / room, 1.5 * top))
        self.loss.draw_line("least", BEST, y=self.model.least_loss)
        self.loss.draw_curve("loss", np.arange(len(losses)), losses, LOSS)
        self.loss.draw_points("now", [self.model.steps], losses[-1:], Ink("train", dot=12))
        if self.model.least_loss > 0:
            least_name = self.tr("smallest possible")
            self.loss.draw_label("least_label", 0.3, self.model.least_loss, least_name, Ink("muted"), (0, 0))

    def _show_numbers(self) -> None:
        model = self.model
        values = dict(zip(("bias", "w1", "w2"), map(float, model.weights), strict=False))
        values |= {"steps": model.steps, "loss": model.losses[-1], "least": model.least_loss, "limit": model.limit}
        for name in NUMBERS:
            self.numbers.show_row(name, values.get(name))

    def _say(self) -> str:
        model = self.model
        if model.diverged:
            return self.tr(
                "Diverged: every step overshoots and lands further away. Take α below {limit} and press Reset."
            ).format(limit=short(model.limit))
        if model.arrived and model.data == "XOR":
            return self.tr("Arrived, and useless: the best linear unit answers ½ to every input of XOR.")
        if model.arrived:
            return self.tr("Arrived: no line has a smaller squared error.")
        if model.rate >= model.limit:
            return self.tr("This α is too large: from {limit} on every step overshoots.").format(
                limit=short(model.limit)
            )
        return self.tr("Every step goes against the gradient of the squared error of all samples.")

    # Words

    def word(self) -> None:
        self.data.set_words(self.tr("Samples"), {LINE: self.tr("Points on a line"), **{gate: gate for gate in GATES}})
        self._data_caption.setText(self.tr("Samples"))
        self._rule.setText("W ← W − α (1/m) Σ (Wx − y) x")
        self._rate_row.caption.setText(self.tr("Rate α"))
        self.rate.setAccessibleName(self.tr("Learning rate α"))
        self.controls.word()
        self._hint.setText(
            self.tr(
                "Unlike the perceptron rule it compares y with the sum itself, before any threshold, so that it has "
                "an error to make smaller even where all answers are right (Widrow and Hoff, 1960). x₀ = 1."
            )
        )
        self._cards["fit"].set_title(self.tr("The linear unit and its errors"))
        self._cards["loss"].set_title(self.tr("Half the mean squared error"))
        self.line.set_titles("x", "y")
        self.line.set_limits(X_LIMITS, Y_LIMITS)
        self.line.setAccessibleName(self.tr("Samples, the line, and the errors between them"))
        self.plane.set_titles("x₁", "x₂")
        self.plane.setAccessibleName(self.tr("The inputs, and the line where the unit gives one half"))
        self.loss.set_titles(self.tr("step"))
        self.loss.setAccessibleName(self.tr("Half the mean squared error, step by step"))
        self._name_numbers()

    def _name_numbers(self) -> None:
        names = (
            self.tr("Steps"), self.tr("W₀ (bias)"), "W₁", "W₂", self.tr("½ mean squared error"),
            self.tr("smallest possible"), self.tr("α at which it begins to diverge"),
        )  # fmt: skip
        for name, title in zip(NUMBERS, names, strict=True):
            self.numbers.name(name, title)

    def dress(self) -> None:
        self._side.dress()
        self._rule.setFont(self.theme.font(0.92, bold=True))
        self.verdict.setFont(self.theme.font(1.1, bold=True))
        self.numbers.dress(self.theme, 1.05)
