"""The section “unit”: one threshold unit set by hand, its truth table and its line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nnviz.engine.perceptron import GATES, POINTS, Unit
from nnviz.session.labs.perceptron.intents import SetInputs, SetKind, SetTarget, SetUnit, UsePreset
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.labs.perceptron.unit import MOST, PERCEPTRON, THRESHOLD
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.perceptron.frames import Knobs, columns, stack, statement
from nnviz.views.labs.perceptron.geometry import distance, grip_of, through, turned
from nnviz.views.labs.perceptron.neuron import NeuronView
from nnviz.views.labs.perceptron.plane import ARM, Plane
from nnviz.views.labs.perceptron.table import Cell, NumberTable
from nnviz.views.labs.section import LabSection
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.limits import Limits
from nnviz.widgets.numerals import short
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.segments import Segments
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

NEAR_LINE, NEAR_POINT = 0.07, 0.14
"""In units of the plane: how near the mouse must be to take the line, or to press a point."""
SCALE = (-2.0, 2.0, 0.1)
KNOBS = ("w1", "w2", "bias")


class UnitSection(LabSection):
    """Knobs left, the plane with the line in the middle, the neuron and its truth table right."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "perceptron", parent)
        self.model = session.labs.of(PerceptronLab).unit
        self._pivot: tuple[float, float] | None = None
        self._holds_line = False
        self._make_knobs()
        self.plane = Plane(theme, "unit_plane", self)
        self.neuron = NeuronView(theme, "unit_neuron", self)
        self.table = NumberTable(theme, "unit_table", self._cell, self, rows=4)
        self.verdict = statement("unit_verdict", self)
        self.strictness = statement("unit_strictness", self)
        self._lay_out()
        self._connect()
        self.word()
        self.dress()

    # Building

    def _make_knobs(self) -> None:
        self.kind = Segments("unit_kind", (PERCEPTRON, THRESHOLD), self, wrap=True)
        self.presets = Segments("unit_preset", tuple(self.model.presets), self, wrap=True)
        self.target = ChoiceField(self)
        self.target.setObjectName("unit_target")
        self._target_row = SplitRow(self.target, parent=self)
        self.knobs = {name: SliderField(Limits(-MOST, MOST), LinearScale(*SCALE), parent=self) for name in KNOBS}
        self.rows = {name: SplitRow(knob, parent=self) for name, knob in self.knobs.items()}
        for name, knob in self.knobs.items():
            knob.setObjectName(f"unit_{name}")
        self._captions = {name: Paragraph(parent=self) for name in ("law", "presets", "inputs")}
        self._law = statement("unit_law", self)

    def _lay_out(self) -> None:
        self._side = Knobs(
            self.theme, self,
            self.kind, self._captions["law"], self._law, *self.rows.values(),
            self._captions["presets"], self.presets, self._target_row,
        )  # fmt: skip
        self._cards = {name: Card(self.theme, parent=self) for name in ("plane", "neuron", "table")}
        self._cards["plane"].add(self.plane, stretch=1)
        self._cards["plane"].add(self.strictness)
        self._cards["neuron"].add(self.neuron, stretch=1)
        self._cards["neuron"].add(self._captions["inputs"])
        self._cards["table"].add(self.table, self.verdict)
        right = stack((self._cards["neuron"], 1), (self._cards["table"], 0))
        columns(self, (self._side, 0), (self._cards["plane"], 5), (right, 5))

    def _connect(self) -> None:
        self.kind.value_changed.connect(lambda kind: self.do(SetKind(kind)))
        self.presets.value_changed.connect(lambda preset: self.do(UsePreset(preset)))
        self.target.value_changed.connect(lambda gate: self.do(SetTarget(gate)))
        for knob in self.knobs.values():
            knob.value_changed.connect(self._turn_knob)
        for name, row in self.rows.items():
            self.knobs[name].refused.connect(row.set_message)
        self.neuron.picked.connect(self._toggle)
        self.table.chosen.connect(self._choose_row)
        self.plane.handle_moved.connect(self._move_handle)
        self.plane.pressed.connect(self._press)
        self.plane.swept.connect(self._sweep)
        self.plane.released.connect(self._release)

    # Showing

    def refresh(self) -> None:
        model, unit = self.model, self.model.unit
        self._show_kind()
        self.target.set_value(model.target)
        threshold = model.kind == THRESHOLD
        shown = (unit.w1, unit.w2, unit.threshold if threshold else unit.bias)
        for knob, value in zip(self.knobs.values(), shown, strict=True):
            knob.set_value(value)
        row = model.row
        self.neuron.show_unit(unit, model.inputs, float(model.sums[row]), int(model.answers[row]), threshold)
        self.table.show_rows(4, row)
        self._show_plane()
        self.verdict.setText(self._say_verdict())
        self.strictness.setText(self._say_strictness())

    def _show_kind(self) -> None:
        if self.kind.value() != self.model.kind:
            self.presets.set_keys(tuple(self.model.presets))
            self.kind.set_value(self.model.kind)
            self.word()
        self.presets.set_value(self.model.preset)

    def _show_plane(self) -> None:
        model = self.model
        wrong = [k for k, (y, t) in enumerate(zip(model.answers, model.targets, strict=True)) if y != t]
        self.plane.show_side(model.unit)
        self.plane.show_points(POINTS, list(model.targets), model.row, wrong)
        self.plane.show_answers(model.unit, ("y = 0", "y = 1"))
        self.plane.show_handles(model.unit)
        # Its name is written where nothing is yet.
        self.plane.show_line(model.unit, label="Σ = θ" if model.kind == THRESHOLD else "Σ = 0")

    def _cell(self, row: int, column: int) -> Cell:
        model = self.model
        if column < 2:
            return Cell(POINTS[row][column])
        if column == 2:
            return Cell(float(model.sums[row]), bold=True)
        y, t = int(model.answers[row]), int(model.targets[row])
        right = y == t
        cells = {3: Cell(y, bold=True), 4: Cell(t)}
        return cells.get(column, Cell(right, "✓" if right else "✗", "success" if right else "warning", True))

    def _say_verdict(self) -> str:
        model = self.model
        if model.right == 4:
            return self.tr("4 of 4 right: this unit is {gate}.").format(gate=model.target)
        told = self.tr("{right} of 4 right as {gate}.").format(right=model.right, gate=model.target)
        if model.target == "XOR":
            why = self.tr("More than 3 are impossible: no line parts the filled points from the rings.")
        else:
            why = self.tr("It is {gate}.").format(gate=model.gate) if model.gate else ""
        return f"{told} {why}".strip()

    def _say_strictness(self) -> str:
        model = self.model
        if not model.on_line or not (model.unit.w1 or model.unit.w2):
            return self.tr("Drag the blue handle to move the line (bias), the violet one to turn it (weights).")
        points = ", ".join(f"({POINTS[k][0]:.0f}, {POINTS[k][1]:.0f})" for k in model.on_line)
        threshold = model.kind == THRESHOLD
        if threshold:
            told = self.tr("{points} on the line: Σ equals θ exactly. Only because ≥ is not strict, y is 1 there.")
        else:
            told = self.tr("{points} on the line: Σ is exactly 0. Only because > is strict, y is 0 there.")
        other = ""
        if model.other_gate and model.gate and model.other_gate != model.gate:
            other = self.tr("So it is {gate}; with {sign} it would be {other}.")
            other = other.format(gate=model.gate, sign=">" if threshold else "≥", other=model.other_gate)
        return f"{told.format(points=points)} {other}".strip()

    # Doing

    def _turn_knob(self, _: float) -> None:
        w1, w2, last = (knob.value() for knob in self.knobs.values())
        self._set(Unit(w1, w2, 0.0 - last if self.model.kind == THRESHOLD else last))

    def _set(self, unit: Unit) -> None:
        self.do(SetUnit(unit.w1, unit.w2, unit.bias))

    def _toggle(self, name: str) -> None:
        x1, x2 = self.model.inputs
        self.do(SetInputs(1 - x1, x2) if name == "x1" else SetInputs(x1, 1 - x2))

    def _choose_row(self, row: int) -> None:
        self.do(SetInputs(int(POINTS[row][0]), int(POINTS[row][1])))

    def _move_handle(self, name: str, x: float, y: float) -> None:
        unit = self.model.unit
        if name == "turn":
            self._pivot = self._pivot or grip_of(unit, ARM)
            self._set(turned(unit, self._pivot, x, y))
        else:
            self._set(through(unit, x, y))

    def _press(self, at: tuple[float, float]) -> None:
        near = [k for k, (x, y) in enumerate(POINTS) if max(abs(x - at[0]), abs(y - at[1])) < NEAR_POINT]
        self._holds_line = not near and distance(self.model.unit, *at) < NEAR_LINE
        if near:
            self._choose_row(near[0])

    def _sweep(self, at: tuple[float, float]) -> None:
        if self._holds_line:
            self._set(through(self.model.unit, *at))

    def _release(self) -> None:
        self._pivot, self._holds_line = None, False

    # Words

    def word(self) -> None:
        threshold = self.model.kind == THRESHOLD
        self.kind.set_words(
            self.tr("Kind of unit"), {PERCEPTRON: self.tr("Perceptron"), THRESHOLD: self.tr("McCulloch–Pitts")}
        )
        self.target.set_choices([(gate, gate) for gate in GATES])
        self._captions["inputs"].setText(self.tr("Press x₁ or x₂ to switch it over."))
        self._captions["law"].setText(self.tr("It fires, y = 1, when"))
        self._law.setText("w₁x₁ + w₂x₂ ≥ θ" if threshold else "w₁x₁ + w₂x₂ + b > 0")
        names = (self.tr("Weight w₁"), self.tr("Weight w₂"), self.tr("Threshold θ") if threshold else self.tr("Bias b"))
        for row, knob, name in zip(self.rows.values(), self.knobs.values(), names, strict=True):
            row.caption.setText(name)
            knob.setAccessibleName(name)
        last = "θ" if threshold else "b"
        self._captions["presets"].setText(self.tr("Set it to (w₁, w₂, {last})").format(last=last))
        # While it was hidden the unit may have become one of the other kind: then the buttons still wait for that.
        known = {name: preset for name, preset in self.model.presets.items() if name in self.presets.buttons}
        presets = {name: f"{gate}  {self._written(unit)}" for name, (gate, unit) in known.items()}
        self.presets.set_words(self._captions["presets"].text(), presets)
        self._target_row.caption.setText(self.tr("Target"))
        self.target.setAccessibleName(self.tr("The gate its answers are compared with"))
        self._cards["plane"].set_title(self.tr("Where it fires"))
        self._cards["neuron"].set_title(self.tr("The unit"))
        self._cards["table"].set_title(self.tr("Truth table"))
        self.table.rename(("x₁", "x₂", "Σ", "y", self.tr("target"), ""))
        self._name()

    def _name(self) -> None:
        self.plane.set_titles("x₁", "x₂")
        self.plane.setAccessibleName(self.tr("Plane of the inputs with the line; arrow keys move the line"))
        self.neuron.setAccessibleName(self.tr("The unit; arrow keys choose an input, Space switches it over"))
        self.table.setAccessibleName(self.tr("Truth table; arrow keys choose the input"))

    def _written(self, unit: Unit) -> str:
        last = unit.threshold if self.model.kind == THRESHOLD else unit.bias
        return f"({short(unit.w1)}, {short(unit.w2)}, {short(last)})"

    def dress(self) -> None:
        self._side.dress()
        self._law.setFont(self.theme.font(1.05, bold=True))
        self.verdict.setFont(self.theme.font(1.15, bold=True))
        self.strictness.setFont(self.theme.font(1.0))
