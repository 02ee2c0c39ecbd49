"""AccuracyBoard: accuracy and loss of a classifier over its only weight, beside the samples it decides about."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from nnviz.engine.activations import sigmoid
from nnviz.session.labs.functions.intents_training import SetSlopeWeight
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.functions.targets import (
    BIAS,
    LABELS,
    SAMPLES,
    WEIGHT_GRID,
    WEIGHTS,
    TargetPart,
    cross_entropies,
    staircase,
)
from nnviz.views.labs.functions.board import LARGE, Board, BoardSection
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.formula import Formula, FormulaLabel
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_table import NumberTable
from nnviz.widgets.numerals import short
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

LINE = (0.0, 4.2)
"""What is seen of the axis on which the samples lie."""
X_GRID = np.linspace(*LINE, 211)
SEEN = WEIGHTS[0] - 0.08, WEIGHTS[1] + 0.08
REACH = 0.45
"""Half the width of the tangents, in w."""


class AccuracyBoard(Board):
    """The weight is dragged in either plot; the threshold moves over the samples."""

    def __init__(self, section: BoardSection) -> None:
        super().__init__(section)
        self._part: TargetPart = section.session.labs.of(FunctionsLab).targets
        self.accuracy = LabPlot(self.theme, "targets_accuracy", self)
        self.loss = LabPlot(self.theme, "targets_cross_entropy", self)
        self.line = LabPlot(self.theme, "targets_line", self)
        linked = QVBoxLayout()
        linked.setSpacing(8)
        linked.addWidget(self.framed("targets_accuracy_picture", self.accuracy), 1)
        linked.addWidget(self.framed("targets_cross_entropy_picture", self.loss), 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(linked, 3)
        row.addWidget(self.framed("targets_line_picture", self.line), 2)
        self.picture.addLayout(row, 1)
        self._build_knobs()
        self._build_numbers()
        self.side.addStretch(1)
        for plot in (self.accuracy, self.loss):
            plot.handle_moved.connect(self._drag)

    # Building

    def _build_knobs(self) -> None:
        self.weight = SliderField(Limits(*WEIGHTS), LinearScale(*WEIGHTS, 0.01), parent=self)
        self.weight.setObjectName("targets_weight")
        self._weight_row = SplitRow(self.weight, parent=self)
        self.formula = FormulaLabel(self.section.typesetter, self)
        self.formula.setObjectName("targets_formula")
        card = self.side_card("targets_weight_card")
        card.add(self._weight_row)
        card.add(self.formula)
        self.weight.value_changed.connect(self._set_weight)
        self.weight.refused.connect(self._weight_row.set_message)

    def _build_numbers(self) -> None:
        self.numbers = NumberTable("targets_weight_numbers", ("accuracy", "loss"), ("value", "slope"), self)
        self.note = Paragraph("targets_weight_note", self)
        card = self.side_card("targets_weight_reading")
        card.add(self.numbers)
        card.add(self.note)

    def word(self) -> None:
        self._weight_row.caption.setText(self.tr("Weight w"))
        self.weight.setAccessibleName(self.tr("Weight w of the classifier"))
        self.accuracy.set_titles("", self.tr("accuracy"))
        self.loss.set_titles(self.tr("weight w"), self.tr("loss (cross-entropy)"))
        self.line.set_titles(self.tr("input x of the samples"), self.tr("p = σ(w x + b), and targets"))
        self.accuracy.setAccessibleName(self.tr("Accuracy over the weight"))
        self.loss.setAccessibleName(self.tr("Loss over the weight"))
        self.line.setAccessibleName(self.tr("Samples, and the classifier's threshold"))
        self.numbers.set_words(
            {"accuracy": self.tr("Accuracy"), "loss": self.tr("Loss")},
            {"value": self.tr("here"), "slope": self.tr("slope d/dw")},
        )

    def dress(self) -> None:
        super().dress()
        self.numbers.set_number_font(self.theme.font(LARGE, bold=True))

    # Showing

    def refresh(self) -> None:
        part = self._part
        self.weight.set_value(part.weight)
        self.formula.set_formula(
            Formula(
                (("p = σ(w x + b)",), ("= σ(", part.weight, f" x − {-BIAS:.0f}),"), ("p > ½ ⇔ x > ", part.threshold))
            )
        )
        self._draw_accuracy()
        self._draw_loss()
        self._draw_line()
        self.numbers.show_row("accuracy", (part.accuracy, part.accuracy_slope))
        self.numbers.show_row("loss", (part.cross_entropy, part.cross_entropy_slope))
        self.note.setText(self._sentence())

    def _draw_accuracy(self) -> None:
        plot, part = self.accuracy, self._part
        jumps, heights = staircase()
        ends = np.concatenate([WEIGHTS[:1], jumps, WEIGHTS[1:]])
        plot.set_limits(SEEN, (0.36, 1.02))
        plot.draw_line("weight", Ink("text", 1.4, 150, (3, 4)), x=part.weight)
        x = np.stack([ends[:-1], ends[1:]], axis=1).ravel()
        plot.draw_pieces("accuracy", x, np.repeat(heights, 2), Ink("train", 3.4))
        ups = np.stack([heights[:-1], heights[1:]], axis=1).ravel()
        plot.draw_pieces("jumps", np.repeat(jumps, 2), ups, Ink("train", 1.2, 140, (3, 4)))
        plot.draw_label(
            "accuracy_name", 2.0, 1.02, self.tr("a staircase: slope 0 on every step"), Ink("train"), (0.5, 0.0)
        )
        plot.draw_handle("probe", part.weight, part.accuracy, Ink("accent", dot=17))

    def _draw_loss(self) -> None:
        plot, part = self.loss, self._part
        curve = cross_entropies(WEIGHT_GRID)
        top = 1.15 * float(curve.max())
        plot.set_limits(SEEN, (0.0, top))
        plot.draw_line("weight", Ink("text", 1.4, 150, (3, 4)), x=part.weight)
        plot.draw_curve("loss", WEIGHT_GRID, curve, Ink("test", 3.2))
        w, loss, slope = part.weight, part.cross_entropy, part.cross_entropy_slope
        ends = [loss - REACH * slope, loss + REACH * slope]
        plot.draw_curve("tangent", [w - REACH, w + REACH], ends, Ink("text", 2.0))
        plot.draw_label("loss_name", 2.0, top, self.tr("smooth: the slope says where to go"), Ink("test"), (0.5, 0.0))
        plot.draw_handle("probe", w, loss, Ink("accent", dot=17))

    def _draw_line(self) -> None:
        plot, part = self.line, self._part
        plot.set_limits(LINE, (-0.095, 1.095))
        plot.draw_curve("output", X_GRID, sigmoid(part.weight * X_GRID + BIAS), Ink("muted", 2.2))
        plot.draw_points("wrong", SAMPLES[~part.right], LABELS[~part.right], Ink("warning", dot=24))
        for label, role in ((0.0, "negative"), (1.0, "positive")):
            chosen = label == LABELS
            plot.draw_points(f"class{label:.0f}", SAMPLES[chosen], LABELS[chosen], Ink(role, dot=13))
            at, anchor = (LINE[1] - 0.05, 1.0) if label == 0 else (0.05, 0.0)
            text = self.tr("target t = {target}").format(target=f"{label:.0f}")
            plot.draw_label(
                f"class{label:.0f}_name", at, label * 1.04 - 0.02, text, Ink(role), (anchor, 0.0 if label == 0 else 1.0)
            )
        if part.threshold <= LINE[1]:
            plot.draw_line("threshold", Ink("accent", 2.2, dashes=(6, 4)), x=part.threshold)
            text = self.tr("threshold {x}").format(x=short(part.threshold))
            side = 0.0 if part.threshold < LINE[1] / 2 else 1.0
            plot.draw_label("threshold_name", part.threshold, 0.5, text, Ink("accent"), (side, 0.5))
        else:
            plot.remove("threshold", "threshold_name")

    def _sentence(self) -> str:
        part = self._part
        count, wrong = len(SAMPLES), int((~part.right).sum())
        head = self.tr("{wrong} of {count} samples lie on the wrong side of the threshold (ringed in yellow).").format(
            wrong=wrong, count=count
        )
        if math.isnan(part.accuracy_slope):
            return f"{head} " + self.tr("The threshold is right on a sample: the accuracy jumps, and has no slope.")
        slope = part.cross_entropy_slope
        rest = self.tr("The accuracy has slope 0: a small change of w changes nothing. The loss falls if w is {way}.")
        return f"{head} " + rest.format(way=self.tr("raised") if slope < 0 else self.tr("lowered"))

    # Doing

    def _set_weight(self, value: float) -> None:
        self.do(SetSlopeWeight(value))

    def _drag(self, _: str, x: float, __: float) -> None:
        self.do(SetSlopeWeight(round(min(max(x, WEIGHTS[0]), WEIGHTS[1]), 3)))
