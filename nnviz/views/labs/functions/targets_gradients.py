"""GradientBoard: losses of a sigmoid output over its logit, and what they tell the logit to do."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from nnviz.engine.trace import Array
from nnviz.session.labs.functions.intents_training import SetAnswer, SetOutputLogit
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.functions.targets import LOGIT_GRID, LOGITS, PROBABILITIES, WRONG, LogitGradients, TargetPart
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

LOSSES = ("mse", "ce")
INKS = {"mse": Ink("train", 3.0, dashes=(11, 5)), "ce": Ink("test", 3.0)}
LOSS_LIMITS = (-0.3, 8.2)
SLOPE_ROOM = 1.12
"""Height of the plot of derivatives; none is larger than 1."""
DIP = 0.31
"""|d(p − t)²/dz| is nowhere larger (8/27): its name stands beyond."""
NAMED_AT = {(False, "mse"): 7.8, (False, "ce"): 4.6, (True, "mse"): 7.8, (True, "ce"): 7.8}
"""|z| at which a curve is named: (in the plot of derivatives, loss)."""
Rows = dict[str, Array]
"""Numbers of both losses."""


class GradientBoard(Board):
    """Both plots share the logit, which is dragged in either."""

    def __init__(self, section: BoardSection) -> None:
        super().__init__(section)
        self._part: TargetPart = section.session.labs.of(FunctionsLab).targets
        self.losses = LabPlot(self.theme, "targets_losses", self)
        self.slopes = LabPlot(self.theme, "targets_slopes", self)
        self.picture.addWidget(self.framed("targets_losses_picture", self.losses), 1)
        self.picture.addWidget(self.framed("targets_slopes_picture", self.slopes), 1)
        self._build_knobs()
        self._build_numbers()
        self.side.addStretch(1)
        for plot in (self.losses, self.slopes):
            plot.handle_moved.connect(self._drag)

    # Building

    def _build_knobs(self) -> None:
        self.wrong = QPushButton(self)
        self.wrong.setObjectName("targets_wrong")
        self.wrong.setProperty("role", "primary")
        self.target = Segments("targets_target", ("0", "1"), self)
        self.logit = SliderField(Limits(*LOGITS), LinearScale(*LOGITS, 0.05), parent=self)
        self.logit.setObjectName("targets_logit")
        self.output = SliderField(Limits(*PROBABILITIES), LinearScale(*PROBABILITIES, 0.001), parent=self)
        self.output.setObjectName("targets_output")
        self._target_row, self._logit_row, self._output_row = (
            SplitRow(field, parent=self) for field in (self.target, self.logit, self.output)
        )
        card = self.side_card("targets_knobs")
        for widget in (self.wrong, self._target_row, self._logit_row, self._output_row):
            card.add(widget)
        self.wrong.clicked.connect(self._be_wrong)
        self.target.value_changed.connect(self._choose_target)
        self.logit.value_changed.connect(self._set_logit)
        self.output.value_changed.connect(self._set_output)
        self.logit.refused.connect(self._logit_row.set_message)
        self.output.refused.connect(self._output_row.set_message)

    def _build_numbers(self) -> None:
        typesetter = self.section.typesetter
        self.numbers = NumberTable("targets_numbers", LOSSES, ("loss", "slope"), self)
        self.chains = {loss: FormulaLabel(typesetter, self, above=2) for loss in LOSSES}
        self.heads = {loss: Paragraph(f"targets_{loss}_head", self, "title") for loss in LOSSES}
        self.note = Paragraph("targets_note", self)
        card = self.side_card("targets_chain_card")
        for loss, chain in self.chains.items():
            chain.setObjectName(f"targets_{loss}_chain")
            card.add(self.heads[loss])
            card.add(chain)
        card.add(self.note)
        card = self.side_card("targets_numbers_card")
        card.add(self.numbers)

    def word(self) -> None:
        self.wrong.setText(self.tr("Confidently wrong: p = 0.001, t = 1"))
        self.target.set_words(self.tr("Target t"), {"0": "0", "1": "1"})
        self._target_row.caption.setText(self.tr("Target t"))
        self._logit_row.caption.setText(self.tr("Logit z"))
        self._output_row.caption.setText(self.tr("Output p = σ(z)"))
        self.logit.setAccessibleName(self.tr("Logit z"))
        self.output.setAccessibleName(self.tr("Output p of the sigmoid"))
        names = {"mse": self.tr("Squared error"), "ce": self.tr("Cross-entropy")}
        for loss, name in names.items():
            self.heads[loss].setText(name)
        self.numbers.set_words(names, {"loss": self.tr("loss L"), "slope": self.tr("slope dL/dz")})
        self.losses.set_titles("", self.tr("loss L"))
        self.slopes.set_titles(self.tr("logit z"), self.tr("slope dL/dz"))
        self.losses.setAccessibleName(self.tr("Losses over the logit"))
        self.slopes.setAccessibleName(self.tr("Derivatives of the losses over the logit"))

    def dress(self) -> None:
        super().dress()
        self.numbers.set_number_font(self.theme.font(LARGE, bold=True))

    # Showing

    def refresh(self) -> None:
        part, here, curves = self._part, self._part.gradients, self._part.gradient_curves
        self.target.set_value(f"{part.target:.0f}")
        self.logit.set_value(part.logit)
        self.output.set_value(float(here.p[0]))
        self.losses.set_limits(LOGITS, LOSS_LIMITS)
        # With t = 1 every slope is negative, with t = 0 positive.
        low, high = (-SLOPE_ROOM, 0.1) if part.target else (-0.1, SLOPE_ROOM)
        self.slopes.set_limits(LOGITS, (low, high))
        self._draw(
            self.losses, {"mse": curves.mse, "ce": curves.ce}, {"mse": here.mse, "ce": here.ce}, self._loss_names()
        )
        self._draw(
            self.slopes, {"mse": curves.mse_slope, "ce": curves.ce_slope},
            {"mse": here.mse_slope, "ce": here.ce_slope}, self._slope_names(),
        )  # fmt: skip
        self._show_numbers(here)

    def _loss_names(self) -> dict[str, str]:
        entropy = self.tr("cross-entropy −ln p") if self._part.target else self.tr("cross-entropy −ln (1 − p)")
        return {"mse": self.tr("squared error (p − t)²"), "ce": entropy}

    def _slope_names(self) -> dict[str, str]:
        return {"mse": "d(p − t)²/dz = 2(p − t) · p(1 − p)", "ce": "dCE/dz = p − t"}

    def _draw(self, plot: LabPlot, curves: Rows, here: Rows, names: dict[str, str]) -> None:
        part = self._part
        plot.draw_line("logit", Ink("text", 1.4, 150, (3, 4)), x=part.logit)
        for loss, curve in curves.items():
            plot.draw_curve(loss, LOGIT_GRID, curve, INKS[loss])
            plot.draw_points(f"{loss}_probe", [part.logit], here[loss], Ink(INKS[loss].role, dot=13))
        plot.draw_handle("probe", part.logit, float(here["ce"][0]), Ink("accent", dot=17))
        self._name(plot, curves, names)

    def _name(self, plot: LabPlot, curves: Rows, names: dict[str, str]) -> None:
        """Names of the curves where these are far from each other: on the side of the wrong answers."""
        wrong = -1.0 if self._part.target else 1.0
        for loss, name in names.items():
            at = wrong * NAMED_AT[plot is self.slopes, loss]
            height = float(curves[loss][abs(LOGIT_GRID - at).argmin()])
            above = 1.0 if plot is self.losses or (loss == "ce") == (wrong < 0) else 0.0
            if plot is self.slopes and loss == "mse":
                height = wrong * DIP
            plot.draw_label(f"{loss}_name", at, height, name, Ink(INKS[loss].role), (0.0 if wrong < 0 else 1.0, above))

    def _show_numbers(self, here: LogitGradients) -> None:
        values = {"mse": (here.mse[0], here.mse_slope[0]), "ce": (here.ce[0], here.ce_slope[0])}
        for loss, row in values.items():
            self.numbers.show_row(loss, row)
        outer, inner, slope, pull = (float(v[0]) for v in (here.outer, here.inner, here.mse_slope, here.ce_slope))
        self.chains["mse"].set_formula(Formula((
            ("d(p − t)²/dz",), ("= 2(p − t) · p(1 − p)",), ("= ", outer, " · ", inner), ("= ", slope),
        )))  # fmt: skip
        self.chains["ce"].set_formula(Formula((("dCE/dz",), ("= p − t",), ("= ", pull))))
        ratio = pull / slope
        self.note.setText(self._sentence(float(here.inner[0]), ratio))

    def _sentence(self, inner: float, ratio: float) -> str:
        wrong = abs(float(self._part.gradients.p[0]) - self._part.target) > 0.5
        if wrong and ratio > 2:
            return self.tr(
                "The answer is wrong, but the sigmoid is nearly flat here: its slope p(1 − p) = {inner} makes the "
                "squared error pull {ratio} times more weakly than cross-entropy, in which this factor cancels."
            ).format(inner=short(inner), ratio=short(ratio))
        return self.tr("Cross-entropy pulls {ratio} times as hard as the squared error here.").format(
            ratio=short(ratio)
        )

    # Doing

    def _be_wrong(self) -> None:
        self.do(WRONG)

    def _choose_target(self, target: str) -> None:
        low, high = PROBABILITIES
        self.do(SetAnswer(min(max(float(self._part.gradients.p[0]), low), high), int(target)))

    def _set_logit(self, value: float) -> None:
        self.do(SetOutputLogit(value))

    def _set_output(self, value: float) -> None:
        self.do(SetAnswer(value, int(self._part.target)))

    def _drag(self, _: str, x: float, __: float) -> None:
        self.do(SetOutputLogit(round(min(max(x, LOGITS[0]), LOGITS[1]), 3)))
