"""RestBoard: predictions that agree on the true class; how the others share the rest matters to the squared error."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QHBoxLayout

from nnviz.engine.trace import Array
from nnviz.session.labs.functions.intents_training import SetRest
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.functions.targets import EVEN, ONE_SIDED, REST_GRID, TRUE_SHARES, TargetPart
from nnviz.views.labs.functions.board import Board, BoardSection
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.formula import Formula, FormulaLabel
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_table import NumberTable
from nnviz.widgets.numerals import short
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

CLASSES = tuple("ABC")
ROWS = ("even", "yours", "one_sided")
LOSSES = ("mse", "ce")
INKS = {"mse": Ink("train", 3.0, dashes=(11, 5)), "ce": Ink("test", 3.0)}
BAR, GROUP = 0.8, 4.0
"""Width of a bar, and from one prediction to the next."""


class RestBoard(Board):
    """Three predictions as bars, their losses as curves over the share."""

    def __init__(self, section: BoardSection) -> None:
        super().__init__(section)
        self._part: TargetPart = section.session.labs.of(FunctionsLab).targets
        self.answers = LabPlot(self.theme, "targets_answers", self)
        self.answers.getPlotItem().hideAxis("bottom")
        self.plots = {loss: LabPlot(self.theme, f"targets_rest_{loss}", self) for loss in LOSSES}
        self.picture.addWidget(self.framed("targets_answers_picture", self.answers), 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for loss, plot in self.plots.items():
            row.addWidget(self.framed(f"targets_rest_{loss}_picture", plot))
            plot.handle_moved.connect(self._drag)
        self.picture.addLayout(row, 1)
        self._build_knobs()
        self._build_numbers()
        self.side.addStretch(1)

    # Building

    def _build_knobs(self) -> None:
        self.true_share = SliderField(Limits(*TRUE_SHARES), LinearScale(*TRUE_SHARES, 0.01), parent=self)
        self.rest_share = SliderField(Limits(0.0, 1.0), LinearScale(0.0, 1.0, 0.01), parent=self)
        self.true_share.setObjectName("targets_true_share")
        self.rest_share.setObjectName("targets_rest_share")
        self._true_row, self._rest_row = (SplitRow(f, parent=self) for f in (self.true_share, self.rest_share))
        card = self.side_card("targets_rest_knobs")
        for field, row in ((self.true_share, self._true_row), (self.rest_share, self._rest_row)):
            card.add(row)
            field.value_changed.connect(self._slide)
            field.refused.connect(row.set_message)

    def _build_numbers(self) -> None:
        typesetter = self.section.typesetter
        self.formulas = {loss: FormulaLabel(typesetter, self, above=2) for loss in LOSSES}
        self.heads = {loss: Paragraph(f"targets_rest_{loss}_head", self, "title") for loss in LOSSES}
        card = self.side_card("targets_rest_formulas")
        for loss, formula in self.formulas.items():
            formula.setObjectName(f"targets_rest_{loss}_formula")
            card.add(self.heads[loss])
            card.add(formula)
        self.numbers = NumberTable("targets_rest_numbers", ROWS, (*CLASSES, *LOSSES), self)
        self.note = Paragraph("targets_rest_note", self)
        card = self.side_card("targets_rest_card")
        card.add(self.numbers)
        card.add(self.note)

    def word(self) -> None:
        self._true_row.caption.setText(self.tr("True class A"))
        self._rest_row.caption.setText(self.tr("B's share of the rest"))
        self.true_share.setAccessibleName(self.tr("Probability of the true class A"))
        self.rest_share.setAccessibleName(self.tr("Share of the rest that class B has"))
        self.answers.set_titles("", self.tr("predicted probability"))
        for loss, name in (("mse", self.tr("squared error")), ("ce", self.tr("cross-entropy"))):
            self.plots[loss].set_titles(self.tr("B's share of the rest"), name)
            self.plots[loss].setAccessibleName(self.tr("{loss} over B's share of the rest").format(loss=name))
        self.answers.setAccessibleName(self.tr("Three predictions with the same probability of the true class"))
        for loss, text in (("mse", self.tr("Your squared error")), ("ce", self.tr("Your cross-entropy"))):
            self.heads[loss].setText(text)
        self.numbers.set_words(
            self._names(), {**{c: c for c in CLASSES}, "mse": self.tr("sq. error"), "ce": self.tr("CE")}
        )

    def _names(self) -> dict[str, str]:
        return {"even": self.tr("Even"), "yours": self.tr("Yours"), "one_sided": self.tr("All on B")}

    # Showing

    def refresh(self) -> None:
        part = self._part
        shares = dict(zip(ROWS, (EVEN, part.rest_share, ONE_SIDED), strict=True))
        mse, ce = part.rest_losses(np.array(list(shares.values())))
        self.true_share.set_value(part.true_share)
        self.rest_share.set_value(part.rest_share)
        self._draw_answers({row: part.answer(share) for row, share in shares.items()})
        self._draw_losses(float(mse[1]), float(ce[1]))
        for k, (row, share) in enumerate(shares.items()):
            self.numbers.show_row(row, (*part.answer(share), mse[k], ce[k]))
        for loss, formula in self._formulas(float(mse[1]), float(ce[1])).items():
            self.formulas[loss].set_formula(formula)
        self.note.setText(
            self.tr(
                "Cross-entropy reads the true class only: {entropy} for all three. The squared error also punishes how "
                "the wrong classes share the rest: {even} if evenly, {sided} if one has it all."
            ).format(entropy=short(float(ce[1])), even=short(float(mse[0])), sided=short(float(mse[2])))
        )

    def _draw_answers(self, answers: dict[str, Array]) -> None:
        plot = self.answers
        plot.set_limits((0.3, 2 * GROUP + 3.7), (-0.09 * self.theme.scale, 1.15))
        for g, (row, answer) in enumerate(answers.items()):
            plot.draw_label(f"{row}_name", g * GROUP + 2, 1.13, self._names()[row], Ink("text"), (0.5, 0.0))
            for k, (name, share) in enumerate(zip(CLASSES, answer.tolist(), strict=True)):
                middle = g * GROUP + k + 1
                ink = Ink("faint" if k else "test", 1.5)
                plot.draw_bars(f"{row}_{name}", [middle - BAR / 2, middle + BAR / 2], [share], ink)
                plot.draw_label(f"{row}_{name}_name", middle, 0.0, name, Ink("muted"), (0.5, 0.0))
                plot.draw_label(f"{row}_{name}_value", middle, share, short(share), Ink("text"), (0.5, 1.0))

    def _draw_losses(self, mse: float, ce: float) -> None:
        share, curves = self._part.rest_share, self._part.rest_losses(REST_GRID)
        names = {"mse": "(1/n) Σ (y − t)²", "ce": self.tr("−ln y of A")}
        for (loss, plot), curve, value in zip(self.plots.items(), curves, (mse, ce), strict=True):
            top = 1.3 * float(curve.max())
            plot.set_limits((-0.02, 1.02), (-0.03 * top, top))
            plot.draw_line("share", Ink("text", 1.4, 150, (3, 4)), x=share)
            plot.draw_curve(loss, REST_GRID, curve, INKS[loss])
            plot.draw_label(f"{loss}_name", 0.02, float(curve[2]), names[loss], Ink(INKS[loss].role), (0.0, 1.0))
            plot.draw_handle("probe", share, value, Ink("accent", dot=17))

    def _formulas(self, mse: float, ce: float) -> dict[str, Formula]:
        """Both losses of one's own prediction with its numbers put in."""
        a, b, c = self._part.answer(self._part.rest_share).tolist()
        return {
            "mse": Formula((("⅓ ((", a, " − 1)²"), ("+ ", b, "²"), ("+ ", c, "²)"), ("= ", mse))),
            "ce": Formula((("−ln ", a), ("= ", ce))),
        }

    # Doing

    def _slide(self, _: float) -> None:
        self.do(SetRest(self.true_share.value(), self.rest_share.value()))

    def _drag(self, _: str, x: float, __: float) -> None:
        self.do(SetRest(self._part.true_share, round(min(max(x, 0.0), 1.0), 4)))
