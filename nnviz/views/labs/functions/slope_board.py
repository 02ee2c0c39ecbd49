"""SlopeBoard: the ball on its curve, the learning rate with its zones, and the newest step in numbers."""

from __future__ import annotations

import math

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from nnviz.engine.curves import CURVES
from nnviz.session.labs.functions.intents_training import (
    ChooseCurve,
    PlayBall,
    ResetBall,
    SetBallRate,
    SetBallSpeed,
    SetBallStart,
    SetCurvature,
    StepBall,
)
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.functions.slope import CURVATURES, RATES, SlopePart
from nnviz.views.labs.card import GAP
from nnviz.views.labs.functions.board import LARGE, Board
from nnviz.views.labs.functions.slope_picture import SlopePicture
from nnviz.views.labs.functions.slope_rates import RateBar
from nnviz.views.labs.functions.slope_words import SlopeWords
from nnviz.views.labs.section import LabSection
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.formula import Formula, FormulaLabel
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogSlider
from nnviz.widgets.number_field import NumberField
from nnviz.widgets.number_table import NumberTable
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

LOWEST_RATE, DECADES = 0.01, 3
"""Learning rates of the slider."""
LEAST_PROGRESS = 110
"""Pixels of height that the plot over the steps needs; it takes what the column has left."""


class SlopeBoard(Board):
    """The ball is dragged to its start, stepped or played."""

    def __init__(self, section: LabSection) -> None:
        super().__init__(section)
        self._part: SlopePart = section.session.labs.of(FunctionsLab).slope
        self._words = SlopeWords(self)
        self._drawing = SlopePicture(self.theme, self._part, self)
        self.plot, self.progress = self._drawing.plot, self._drawing.progress
        self.picture.addWidget(self.framed("slope_picture", self.plot), 1)
        self._build_rate()
        self._build_knobs()
        self._build_verdict()
        self._build_numbers()
        self.side.addWidget(self.framed("slope_progress_picture", self.progress), 1)
        self.progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.progress.setMinimumHeight(LEAST_PROGRESS)
        self.plot.handle_moved.connect(self._drag)

    # Building

    def _build_rate(self) -> None:
        """Below the picture: the buttons, and the learning rate above its zones."""
        self.step, self.play, self.reset = (self._button(name) for name in ("step", "play", "reset"))
        self.step.setProperty("role", "primary")
        self.rate = LogSlider(Limits(*RATES), LOWEST_RATE, DECADES, parent=self)
        self.rate.setObjectName("slope_rate")
        self.rates = RateBar(self.theme, (LOWEST_RATE, LOWEST_RATE * 10**DECADES), self)
        self._rate_name = Paragraph("slope_rate_name", self, "title")
        self._rate_name.setWordWrap(False)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.step, self.play, self.reset):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._rate_name)
        row.addWidget(self.rate.field)
        card = self.card("slope_rate_card", margin=GAP)
        card.content.addLayout(row)
        card.add(self.rate)
        card.add(self.rates)
        self.picture.addWidget(card)
        self.step.clicked.connect(self._step)
        self.play.clicked.connect(self._play)
        self.reset.clicked.connect(self._reset)
        self.rate.value_changed.connect(self._set_rate)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"slope_{name}")
        return button

    def _build_knobs(self) -> None:
        self.curve = ChoiceField(self)
        self.curvature = SliderField(Limits(*CURVATURES), LinearScale(*CURVATURES, 0.05), parent=self)
        self.start = NumberField(Limits(-self._part.reach, self._part.reach), step=0.1, parent=self)
        self.speed = NumberField(Limits(*SlopePart.paces), step=1.0, parent=self)
        fields = {"curve": self.curve, "curvature": self.curvature, "start": self.start, "speed": self.speed}
        self.knobs = {name: SplitRow(field, parent=self) for name, field in fields.items()}
        card = self.side_card("slope_knobs")
        for name, field in fields.items():
            field.setObjectName(f"slope_{name}")
            card.add(self.knobs[name])
        for name, number in (("curvature", self.curvature), ("start", self.start), ("speed", self.speed)):
            number.refused.connect(self.knobs[name].set_message)
        self.curve.value_changed.connect(self._choose_curve)
        self.curvature.value_changed.connect(self._set_curvature)
        self.start.value_changed.connect(self._set_start)
        self.speed.value_changed.connect(self._set_speed)

    def _build_verdict(self) -> None:
        self.verdict, self.reason, self.state = (
            Paragraph(f"slope_{name}", self, role)
            for name, role in (("verdict", "title"), ("reason", "hint"), ("state", "warning"))
        )
        card = self.side_card("slope_verdict_card")
        for label in (self.verdict, self.reason, self.state):
            card.add(label)

    def _build_numbers(self) -> None:
        self.formula = FormulaLabel(self.section.typesetter, self)
        self.formula.setObjectName("slope_formula")
        self.formula_name = Paragraph("slope_formula_name", self, "title")
        self.numbers = NumberTable("slope_numbers", ("x", "value", "slope"), ("before", "now"), self)
        card = self.side_card("slope_numbers_card")
        for widget in (self.formula_name, self.formula, self.numbers):
            card.add(widget)

    def word(self) -> None:
        self.curve.set_choices([(name, self._words.curves()[name]) for name in CURVES])
        names = {
            "curve": self.tr("Curve f(x)"), "curvature": self.tr("Curvature c"), "start": self.tr("Start x"),
            "speed": self.tr("Steps a second"),
        }  # fmt: skip
        for name, text in names.items():
            self.knobs[name].caption.setText(text)
            self.knobs[name].field.setAccessibleName(text)
        self._rate_name.setText(self.tr("Learning rate η"))
        self.rate.setAccessibleName(self.tr("Learning rate η"))
        self.rates.set_words(self._words.zones())
        self.step.setText(self.tr("Step"))
        self.reset.setText(self.tr("Reset"))
        self.plot.set_titles(self.tr("x"), "f(x)")
        self.plot.setAccessibleName(self.tr("The ball on its curve"))
        self.progress.set_titles(self.tr("step"), "f(x)")
        self.progress.setAccessibleName(self.tr("Height of the ball at each step"))
        heads = {"before": self.tr("before"), "now": self.tr("now")}
        self.numbers.set_words({"x": "x", "value": "f(x)", "slope": "f′(x)"}, heads)

    def dress(self) -> None:
        super().dress()
        self.verdict.setFont(self.theme.font(LARGE, bold=True))
        self.rate.field.setFixedWidth(round(84 * self.theme.scale))

    # Showing

    def refresh(self) -> None:
        part = self._part
        self.curve.set_value(part.name)
        self.knobs["curvature"].setVisible(part.name == "parabola")
        self.curvature.set_value(part.curvature)
        if self.start.limits.high != part.reach:
            self.start.set_limits(Limits(-part.reach, part.reach))
        self.start.set_value(part.start)
        self.speed.set_value(part.pace)
        self.rate.set_value(part.rate)
        self.rates.show_zones(part.bounds, part.rate)
        self._drawing.draw(self.tr("minimum"), self._words.outside(part))
        self._show_buttons()
        self._show_words()
        for row, values in (("x", part.visited), ("value", part.heights), ("slope", part.slopes)):
            self.numbers.show_row(row, (values[-2] if part.moves else math.nan, values[-1]))

    def _show_buttons(self) -> None:
        part = self._part
        gone, still = part.state == "gone", part.state == "settled"
        self.play.setText(self.tr("Pause") if part.playing else self.tr("Play"))
        self.step.setEnabled(not gone)
        self.play.setEnabled(part.playing or not (gone or still))
        self.reset.setEnabled(bool(part.moves))

    def _show_words(self) -> None:
        part = self._part
        self.verdict.setText(self._words.verdict(part))
        self.reason.setText(self._words.reason(part))
        state = self._words.state(part)
        self.state.setText(state)
        self.state.setVisible(bool(state))
        newest = self.tr("Step {count}").format(count=len(part.moves))
        self.formula_name.setText(newest if part.moves else self.tr("The next step"))
        self.formula.set_formula(self._formula())

    def _formula(self) -> Formula:
        """x − η f′(x) with the numbers of the newest step; of the next one while there is none."""
        part = self._part
        move = part.moves[-1] if part.moves else None
        x, slope, rate = (move.x, move.slope, move.rate) if move else (part.x, part.slope, part.rate)
        to = move.to if move else x - rate * slope
        sign = (" − ", slope) if slope >= 0 or math.isnan(slope) else (" + ", -slope)
        return Formula((
            ("x − η f′(x)",), ("= ", x, sign[0], rate, " · ", sign[1]), ("= ", to),
        ))  # fmt: skip

    # Doing

    def _choose_curve(self, name: str) -> None:
        self.do(ChooseCurve(name))

    def _set_curvature(self, value: float) -> None:
        self.do(SetCurvature(value))

    def _set_start(self, value: float) -> None:
        self.do(SetBallStart(value))

    def _set_rate(self, value: float) -> None:
        self.do(SetBallRate(value))

    def _set_speed(self, value: float) -> None:
        self.do(SetBallSpeed(value))

    def _step(self) -> None:
        self.do(StepBall())

    def _play(self) -> None:
        self.do(PlayBall(not self._part.playing))

    def _reset(self) -> None:
        self.do(ResetBall())

    def _drag(self, _: str, x: float, __: float) -> None:
        self.do(SetBallStart(round(min(max(x, -self._part.reach), self._part.reach), 3)))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Arrow heads are as large in pixels in every plot.
        self.section.mark()
