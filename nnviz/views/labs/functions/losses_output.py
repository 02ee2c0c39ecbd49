"""OutputBoard: loss over the predicted probability of one output, with a batch of samples on its curves."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QPushButton

from nnviz.session.labs.functions.intents_training import (
    ChooseLoss,
    ChooseLossSample,
    SetLossTarget,
    SetPrediction,
)
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.functions.losses import GRID, OUTPUT_LOSSES, PROBABILITIES, LossPart
from nnviz.views.labs.functions.board import LARGE, Board, BoardSection
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.formula import Formula, FormulaLabel
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_table import NumberTable
from nnviz.widgets.numerals import short
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.segments import Segments
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

LIMITS = (-0.02, 1.02), (-0.15, 5.0)
INKS = {"mse": Ink("train", 3.2, dashes=(11, 5)), "binary_cross_entropy": Ink("test", 3.2)}
BEHIND = {"mse": Ink("train", 2.0, 150, (11, 5)), "binary_cross_entropy": Ink("test", 2.0, 150)}
NAMED_AT = {"mse": 0.04, "binary_cross_entropy": 0.1}
"""Where on its curve a loss is named, as distance of p from the wrong end."""
REACH = 0.16
"""Half the width of the tangent, in p."""
COLUMNS = ("probability", "target", *OUTPUT_LOSSES)


class OutputBoard(Board):
    """The prediction of the sample in front is dragged along the curve of the loss in front."""

    def __init__(self, section: BoardSection) -> None:
        super().__init__(section)
        self._part: LossPart = section.session.labs.of(FunctionsLab).losses
        self._samples = tuple(f"sample{i}" for i in range(len(self._part.targets)))
        self.plot = LabPlot(self.theme, "losses_plot", self)
        self.picture.addWidget(self.framed("losses_picture", self.plot))
        self._build_knobs()
        self._build_numbers()
        self._build_batch()
        self.side.addStretch(1)
        self.plot.handle_moved.connect(self._drag)

    # Building

    def _build_knobs(self) -> None:
        self.loss = Segments("losses_loss", OUTPUT_LOSSES, self)
        self.target = Segments("losses_target", ("0", "1"), self)
        self.prediction = SliderField(Limits(*PROBABILITIES), LinearScale(*PROBABILITIES, 0.01), parent=self)
        self.prediction.setObjectName("losses_prediction")
        self._target_row = SplitRow(self.target, parent=self)
        self._prediction_row = SplitRow(self.prediction, parent=self)
        card = self.side_card("losses_knobs")
        for widget in (self.loss, self._target_row, self._prediction_row):
            card.add(widget)
        self.loss.value_changed.connect(self._choose_loss)
        self.target.value_changed.connect(self._choose_target)
        self.prediction.value_changed.connect(self._predict)
        self.prediction.refused.connect(self._prediction_row.set_message)

    def _build_numbers(self) -> None:
        self.numbers = NumberTable("losses_numbers", OUTPUT_LOSSES, ("loss", "slope"), self)
        self.formula = FormulaLabel(self.section.typesetter, self)
        self.formula.setObjectName("losses_formula")
        self.numbers_title = Paragraph("losses_numbers_title", self, "title")
        card = self.side_card("losses_reading")
        for widget in (self.numbers_title, self.numbers, self.formula):
            card.add(widget)

    def _build_batch(self) -> None:
        self.batch = NumberTable("losses_batch", (*self._samples, "mean"), COLUMNS, self)
        self.rows = {name: self._row_button(name) for name in self._samples}
        for name, button in self.rows.items():
            self.batch.set_caption(name, button)
        self.batch_title = Paragraph("losses_batch_title", self, "title")
        card = self.side_card("losses_batch_card")
        card.add(self.batch_title)
        card.add(self.batch)

    def _row_button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"losses_{name}")
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.clicked.connect(self._choose_sample)
        return button

    def word(self) -> None:
        losses = {"mse": self.tr("Squared error"), "binary_cross_entropy": self.tr("Cross-entropy")}
        self.loss.set_words(self.tr("Loss"), losses)
        self.target.set_words(self.tr("Target t"), {"0": "0", "1": "1"})
        self._target_row.caption.setText(self.tr("Target t"))
        self._prediction_row.caption.setText(self.tr("Prediction p"))
        self.prediction.setAccessibleName(self.tr("Predicted probability p"))
        self.plot.set_titles(self.tr("predicted probability p"), self.tr("loss of the sample"))
        self.plot.setAccessibleName(self.tr("Loss over the predicted probability"))
        self.numbers.set_words(losses, {"loss": self.tr("loss L"), "slope": self.tr("slope dL/dp")})
        self._word_batch()

    def _word_batch(self) -> None:
        self.batch_title.setText(self.tr("The batch: training lowers the mean"))
        names = {name: self.tr("Sample {number}").format(number=i + 1) for i, name in enumerate(self._samples)}
        for name, text in names.items():
            self.rows[name].setText(text)
            self.rows[name].setAccessibleName(self.tr("Drag the prediction of {sample}").format(sample=text))
        columns = {
            "probability": "p",
            "target": "t",
            "mse": self.tr("sq. error"),
            "binary_cross_entropy": self.tr("CE"),
        }
        self.batch.set_words({**names, "mean": self.tr("Mean")}, columns)

    def dress(self) -> None:
        super().dress()
        self.numbers.set_number_font(self.theme.font(LARGE, bold=True))

    # Showing

    def refresh(self) -> None:
        part = self._part
        self.loss.set_value(part.loss)
        self.target.set_value(f"{part.targets[part.sample]:.0f}")
        self.prediction.set_value(float(part.predictions[part.sample]))
        self._draw_curves()
        self._draw_samples()
        self._show_numbers()

    def _draw_curves(self) -> None:
        part, target = self._part, float(self._part.targets[self._part.sample])
        self.plot.set_limits(*LIMITS)
        names = {"mse": self.tr("squared error (p − t)²"), "binary_cross_entropy": self._entropy_name(target)}
        other = 1 - target
        self.plot.draw_curve("other", GRID, part.curve(part.loss, other), Ink("faint", 1.6, dashes=(3, 4)))
        at = 0.9 if target == 1 else 0.1
        self.plot.draw_label(
            "other_name", at, _at(part, part.loss, other, at), self.tr("if t were {t}").format(t=f"{other:.0f}"),
            Ink("muted"), (float(target), 1.0),
        )  # fmt: skip
        for loss, name in names.items():
            ink = (INKS if loss == part.loss else BEHIND)[loss]
            self.plot.draw_curve(loss, GRID, part.curve(loss, target), ink)
            at = NAMED_AT[loss] if target == 1 else 1 - NAMED_AT[loss]
            self.plot.draw_label(
                f"{loss}_name", at, _at(part, loss, target, at), name, Ink(ink.role), (1.0 - target, 1.0)
            )

    def _entropy_name(self, target: float) -> str:
        return self.tr("cross-entropy −ln p") if target == 1 else self.tr("cross-entropy −ln (1 − p)")

    def _draw_samples(self) -> None:
        part, plot = self._part, self.plot
        losses, slopes = part.losses(part.loss), part.slopes(part.loss)
        p, loss, slope = (float(values[part.sample]) for values in (part.predictions, losses, slopes))
        reach = REACH / math.hypot(1.0, slope / 4)
        plot.draw_curve(
            "tangent", [p - reach, p + reach], [loss - reach * slope, loss + reach * slope], Ink("text", 2.0)
        )
        mean = float(losses.mean())
        plot.draw_line("mean", Ink("warning", 1.6, dashes=(6, 4)), y=mean)
        text = self.tr("mean of the batch {mean}").format(mean=short(mean))
        plot.draw_label("mean_name", LIMITS[0][1], mean, text, Ink("warning"), (1.0, 1.0))
        plot.draw_points("samples", part.predictions, losses, Ink(INKS[part.loss].role, dot=10))
        plot.draw_handle("prediction", p, loss, Ink("accent", dot=17))
        for i, name in enumerate(self._samples):
            at = part.predictions[i], losses[i]
            plot.draw_label(name, float(at[0]) + 0.01, float(at[1]) + 0.04, str(i + 1), Ink("text"), (0.0, 1.0))

    def _show_numbers(self) -> None:
        part, i = self._part, self._part.sample
        losses = {loss: (part.losses(loss), part.slopes(loss)) for loss in OUTPUT_LOSSES}
        for loss, (values, slopes) in losses.items():
            self.numbers.show_row(loss, (values[i], slopes[i]))
        for k, name in enumerate(self._samples):
            self.batch.show_row(name, (part.predictions[k], part.targets[k], *(v[k] for v, _ in losses.values())))
            self.rows[name].setChecked(k == i)
        self.batch.show_row("mean", (math.nan, math.nan, *(v.mean() for v, _ in losses.values())))
        self.numbers_title.setText(self.tr("Sample {number}").format(number=i + 1))
        self.formula.set_formula(self._formula())

    def _formula(self) -> Formula:
        """The loss in front with its numbers put in."""
        part, i = self._part, self._part.sample
        p, t, loss = float(part.predictions[i]), float(part.targets[i]), float(part.losses(part.loss)[i])
        if part.loss == "mse":
            return Formula((("(p − t)²",), ("= (", p, f" − {t:.0f})²"), ("= ", loss)))
        return Formula((
            ("−t ln p",), ("− (1 − t) ln (1 − p)",),
            ("= −ln ", p if t == 1 else 1 - p), ("= ", loss),
        ))  # fmt: skip

    # Doing

    def _choose_loss(self, loss: str) -> None:
        self.do(ChooseLoss(loss))

    def _choose_target(self, target: str) -> None:
        self.do(SetLossTarget(self._part.sample, int(target)))

    def _predict(self, value: float) -> None:
        self.do(SetPrediction(self._part.sample, value))

    def _choose_sample(self) -> None:
        self.do(ChooseLossSample(next(i for i, name in enumerate(self._samples) if self.rows[name] is self.sender())))

    def _drag(self, _: str, x: float, __: float) -> None:
        low, high = PROBABILITIES
        self.do(SetPrediction(self._part.sample, round(min(max(x, low), high), 4)))


def _at(part: LossPart, loss: str, target: float, p: float) -> float:
    """The curve of a loss at the grid point next to p."""
    return float(part.curve(loss, target)[abs(GRID - p).argmin()])
