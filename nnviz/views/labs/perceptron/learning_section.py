"""The section “learning”: the perceptron rule, sample by sample, with every number of every update."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.perceptron import GATES, Update
from nnviz.session.labs.perceptron.intents import (
    AddPoint,
    FlipPoint,
    RemovePoint,
    SetRuleRate,
    TeachGate,
)
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.labs.perceptron.learning import OWN, RATES, REACH
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.perceptron.frames import Knobs, columns, stack, statement
from nnviz.views.labs.perceptron.geometry import tidy
from nnviz.views.labs.perceptron.learning_words import LearningWords
from nnviz.views.labs.perceptron.plane import Plane
from nnviz.views.labs.perceptron.play_row import PlayRow
from nnviz.views.labs.perceptron.table import Cell, NumberTable
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.section import LabSection
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogSlider
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.segments import Segments
from nnviz.widgets.split_row import SplitRow

NEAR = 0.09
"""In units of the plane: so near a point is pressed, further away one is added."""
COLUMNS = ("n", "x₁", "x₂", "Σ", "y", "t", "Δw₁", "Δw₂", "Δb", "w₁", "w₂", "b")
WIDTHS = (1.0, 1.1, 1.1, 1.5, 0.7, 0.7, 1.4, 1.4, 1.4, 1.5, 1.5, 1.5)
"""Of the columns: bits need less room than sums."""
NUMBER, ANSWER, CHANGES, WEIGHTS = 0, 4, range(6, 9), range(9, 12)
"""Columns that stand out."""
CURSOR = Ink("accent", dot=11)
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class LearningSection(LabSection):
    """Knobs left, the plane in the middle, the updates as a list right, and below it what came of it."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "perceptron", parent)
        self.model = session.labs.of(PerceptronLab).learning
        self._cursor = (0.5, 0.5)
        self._shown: tuple[tuple[int, Update], ...] = ()
        self._words = LearningWords(self)
        self.gate = Segments("learning_gate", (*GATES, OWN), self, wrap=True)
        self.rate = LogSlider(Limits(*RATES), RATES[0], 3, parent=self)
        self.rate.setObjectName("learning_rate")
        self._rate_row = SplitRow(self.rate, parent=self)
        self.controls = PlayRow("learning", self, 0.5, 2)
        self._gate_caption, self._hint = Paragraph(parent=self), Paragraph(parent=self)
        self.plane = Plane(theme, "learning_plane", self)
        self.log = NumberTable(theme, "learning_log", self._cell, self)
        self.now = statement("learning_now", self)
        self.verdict = statement("learning_verdict", self)
        self.reason = statement("learning_reason", self)
        self._rule = statement("learning_rule", self)
        self._lay_out()
        self._connect()
        self.word()
        self.dress()

    def _lay_out(self) -> None:
        self._side = Knobs(
            self.theme, self,
            self._gate_caption, self.gate, self._rule, self._rate_row, self.controls, self._hint,
        )  # fmt: skip
        self._cards = {name: Card(self.theme, parent=self) for name in ("plane", "log")}
        self._cards["verdict"] = Card(self.theme, parent=self, size=0)
        self._cards["plane"].add(self.plane, stretch=1)
        self._cards["plane"].add(self.now)
        self._cards["log"].add(self.log, stretch=1)
        self._cards["verdict"].add(self.verdict, self.reason)
        right = stack((self._cards["log"], 1), (self._cards["verdict"], 0))
        columns(self, (self._side, 0), (self._cards["plane"], 5), (right, 7))

    def _connect(self) -> None:
        self.gate.value_changed.connect(lambda gate: self.do(TeachGate(gate)))
        self.rate.value_changed.connect(lambda rate: self.do(SetRuleRate(rate)))
        self.rate.refused.connect(self._rate_row.set_message)
        self.plane.pressed.connect(self._press)
        self.plane.handle_moved.connect(self._move_cursor)

    # Showing

    def refresh(self) -> None:
        model = self.model
        self.gate.set_value(model.data)
        self.rate.set_value(model.rate)
        self.controls.show_player(model)
        self._show_plane()
        # The table asks for its cells when it is painted, which may be after the model has begun anew.
        self._shown = tuple(model.log)
        self.log.show_rows(len(self._shown), len(self._shown) - 1, follow=True)
        self.now.setText(self._words.now(model))
        self.verdict.setText(self._words.verdict(model))
        self.reason.setText(self._words.reason(model))
        self.reason.setVisible(bool(self.reason.text()))

    def _show_plane(self) -> None:
        model = self.model
        answers = model.unit.fires(model.points) if model.points else ()
        wrong = [k for k, (y, t) in enumerate(zip(answers, model.targets, strict=True)) if y != t]
        self.plane.show_side(model.unit)
        self.plane.show_line(model.unit, label="Σ = 0")
        seen = (model.shown - 1) % len(model.points) if model.shown else -1
        self.plane.show_points(model.points, model.targets, seen, wrong)
        self.plane.draw_handle("cursor", *self._cursor, CURSOR)

    def _cell(self, row: int, column: int) -> Cell:
        number, update = self._shown[row]
        unit, judged = update.unit, (update.sum, update.y, update.target)
        value = (number, *update.x, *judged, *update.change, unit.w1, unit.w2, unit.bias)[column]
        sign = "positive" if value > 0 else "negative" if value < 0 else "faint"
        roles = {NUMBER: "muted", ANSWER: "warning" if update.changed else "success", **dict.fromkeys(CHANGES, sign)}
        return Cell(float(value), role=roles.get(column, "text"), bold=column == ANSWER or column in WEIGHTS)

    # Doing

    def _press(self, at: tuple[float, float]) -> None:
        far = [max(abs(x - at[0]), abs(y - at[1])) for x, y in self.model.points]
        nearest = min(range(len(far)), key=lambda k: far[k], default=-1)
        if nearest >= 0 and far[nearest] < NEAR:
            self.do(FlipPoint(nearest))
        else:
            self.do(AddPoint(tidy(at[0]), tidy(at[1])))

    def _move_cursor(self, name: str, x: float, y: float) -> None:
        low, high = REACH
        self._cursor = min(max(x, low), high), min(max(y, low), high)
        self.plane.draw_handle("cursor", *self._cursor, CURSOR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """At the plane: Space adds or turns over the point at the cursor, Delete takes away the newest."""
        if self.plane.hasFocus() and event.key() in KEYS:
            self._press(self._cursor)
        elif self.plane.hasFocus() and event.key() in REMOVES and self.model.points:
            self.do(RemovePoint(len(self.model.points) - 1))
        else:
            super().keyPressEvent(event)

    # Words

    def word(self) -> None:
        self.gate.set_words(self.tr("What is learnt"), {**{gate: gate for gate in GATES}, OWN: self.tr("Own points")})
        self._gate_caption.setText(self.tr("What is learnt"))
        self._rule.setText("w ← w + η (t − y) x\nb ← b + η (t − y)")
        self._rate_row.caption.setText(self.tr("Rate η"))
        self.rate.setAccessibleName(self.tr("Learning rate η"))
        self.controls.word()
        self._hint.setText(
            self.tr(
                "Click into the plane to add a point, on a point to turn it over. By keyboard: arrow keys move the "
                "small blue cursor, Space adds or turns over, Delete removes the newest."
            )
        )
        self._cards["plane"].set_title(self.tr("The line moves when an answer was wrong"))
        self._cards["log"].set_title(self.tr("Every sample with its numbers"))
        self.plane.set_titles("x₁", "x₂")
        self.plane.setAccessibleName(self.tr("Plane of the points; arrow keys move the cursor, Space adds a point"))
        self.log.setAccessibleName(self.tr("Samples shown so far, with every update"))
        self.log.rename(COLUMNS, WIDTHS)

    def dress(self) -> None:
        self._side.dress()
        self._rule.setFont(self.theme.font(1.05, bold=True))
        self.verdict.setFont(self.theme.font(1.2, bold=True))
        self.now.setFont(self.theme.font(1.0))
