"""The section “gates”: XOR from three gates as a circuit, a table and two planes."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.engine.perceptron import GATES, POINTS
from nnviz.session.labs.lab import OpenSection
from nnviz.session.labs.perceptron.gates import HIDDEN, OUTPUT
from nnviz.session.labs.perceptron.intents import SetCircuitInputs, TeachGate
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.perceptron.circuit import CircuitView
from nnviz.views.labs.perceptron.frames import columns, push, stack, statement
from nnviz.views.labs.perceptron.plane import Plane
from nnviz.views.labs.perceptron.table import Cell, NumberTable
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.section import LabSection
from nnviz.widgets.paragraph import Paragraph

SIDES = {
    "NAND": (Ink("positive", opacity=40), Ink("positive", width=2.6)),
    "OR": (Ink("test", opacity=40), Ink("test", width=2.6, dashes=(9, 4))),
}
"""How the side of a hidden gate, and its line, are drawn."""

BESIDE, ABOVE = 0.2, 0.22
"""From a point to what is written to its left, or above it where two inputs meet there."""


class GatesSection(LabSection):
    """Circuit and table above each other, beside them the plane of the inputs and that of the hidden answers."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "perceptron", parent)
        self.model = session.labs.of(PerceptronLab).gates
        self.circuit = CircuitView(theme, "gates_circuit", self)
        self.table = NumberTable(theme, "gates_table", self._cell, self, rows=4)
        self.inputs_plane = Plane(theme, "gates_inputs", self)
        self.hidden_plane = Plane(theme, "gates_hidden", self)
        self._hint = Paragraph(parent=self)
        self.single = statement("gates_single", self)
        self.try_it = push("gates_try", self, self._try_single)
        self._lay_out()
        self.circuit.picked.connect(self._toggle)
        self.table.chosen.connect(self._choose)
        self.inputs_plane.pressed.connect(self._press)
        self.word()
        self.dress()

    def _lay_out(self) -> None:
        self._cards = {name: Card(self.theme, parent=self) for name in ("circuit", "inputs", "hidden")}
        self._cards["table"] = Card(self.theme, parent=self, size=0)
        self._cards["circuit"].add(self.circuit, stretch=1)
        self._cards["circuit"].add(self._hint)
        self._cards["table"].add(self.table)
        self._cards["inputs"].add(self.inputs_plane, stretch=1)
        self._cards["hidden"].add(self.hidden_plane, stretch=1)
        row = QHBoxLayout()
        row.addWidget(self.single, 1)
        row.addWidget(self.try_it)
        self._cards["table"].content.addLayout(row)
        left = stack((self._cards["circuit"], 1), (self._cards["table"], 0))
        right = stack((self._cards["inputs"], 1), (self._cards["hidden"], 1))
        columns(self, (left, 3), (right, 2))

    def refresh(self) -> None:
        self.circuit.show_gates(self.model)
        self.table.show_rows(4, self.model.row)
        self._show_inputs()
        self._show_hidden()
        self.single.setText(self._say_single())

    def _show_inputs(self) -> None:
        for name, (side, line) in SIDES.items():
            self.inputs_plane.show_side(self.model.units[name], f"{name}_fires", side)
            self.inputs_plane.show_line(self.model.units[name], name, line, name)
        self.inputs_plane.show_points(POINTS, GATES["XOR"], self.model.row)

    def _show_hidden(self) -> None:
        s, _ = self.model.table
        self.hidden_plane.show_side(self.model.units[OUTPUT])
        self.hidden_plane.show_line(self.model.units[OUTPUT], OUTPUT, label=OUTPUT)
        self.hidden_plane.show_points(s, GATES["XOR"], self.model.row)
        names: dict[tuple[float, float], list[str]] = {}
        for (x1, x2), at in zip(POINTS, s, strict=True):
            names.setdefault((float(at[0]), float(at[1])), []).append(f"({x1:.0f}, {x2:.0f})")
        for (s1, s2), inputs in names.items():
            text, merged = ", ".join(inputs), len(inputs) > 1
            text, anchor = (f"{text} ↓", (0.5, 1.0)) if merged else (f"{text} →", (1.0, 0.95))
            at = (s1, s2 + ABOVE) if merged else (s1 - BESIDE, s2)
            self.hidden_plane.draw_label(f"from_{s1:.0f}{s2:.0f}", *at, text, Ink("muted"), anchor)

    def _cell(self, row: int, column: int) -> Cell:
        s, y = self.model.table
        value = float((*POINTS[row], *s[row], y[row])[column])
        return Cell(value, role="positive" if column >= 2 and value else "text", bold=column >= 2)

    def _say_single(self) -> str:
        told = self.tr("A single unit gets at most {right} of the 4 answers right.")
        return told.format(right=self.model.most_right)

    # Doing

    def _toggle(self, name: str) -> None:
        x1, x2 = self.model.inputs
        self.do(SetCircuitInputs(1 - x1, x2) if name == "x1" else SetCircuitInputs(x1, 1 - x2))

    def _choose(self, row: int) -> None:
        self.do(SetCircuitInputs(int(POINTS[row][0]), int(POINTS[row][1])))

    def _press(self, at: tuple[float, float]) -> None:
        self._choose(min(range(4), key=lambda k: abs(POINTS[k][0] - at[0]) + abs(POINTS[k][1] - at[1])))

    def _try_single(self) -> None:
        if self.do(TeachGate("XOR")):
            self.do(OpenSection("perceptron", "learning"))

    # Words

    def word(self) -> None:
        self._cards["circuit"].set_title("XOR(x₁, x₂) = AND(NAND(x₁, x₂), OR(x₁, x₂))")
        self._hint.setText(self.tr("Press x₁ or x₂ to switch it over."))
        self._cards["inputs"].set_title(self.tr("The inputs: it takes two lines"))
        self._cards["hidden"].set_title(self.tr("After the first layer one is enough"))
        self.table.rename(("x₁", "x₂", f"s₁ = {HIDDEN[0]}", f"s₂ = {HIDDEN[1]}", f"y = {OUTPUT}(s₁, s₂)"))
        self.try_it.setText(self.tr("See a single unit try"))
        self.try_it.setAccessibleName(self.try_it.text())
        self.inputs_plane.set_titles("x₁", "x₂")
        self.hidden_plane.set_titles("s₁", "s₂")
        self.circuit.setAccessibleName(self.tr("The circuit; arrow keys choose an input, Space switches it over"))
        self.table.setAccessibleName(self.tr("Table of the circuit; arrow keys choose the input"))
        self.inputs_plane.setAccessibleName(self.tr("Plane of the inputs with the lines of both gates"))
        self.hidden_plane.setAccessibleName(self.tr("Plane of the answers of the first layer with the line of AND"))

    def dress(self) -> None:
        self.single.setFont(self.theme.font(1.15, bold=True))
