"""XOR from three gates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nnviz.engine.perceptron import GATE_UNITS, GATES, POINTS, Targets, Values, most_right, xor_of_gates
from nnviz.session.labs.checks import check_bits
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part
from nnviz.session.labs.perceptron.intents import SetCircuitInputs

HIDDEN, OUTPUT = ("NAND", "OR"), "AND"
"""XOR = AND(NAND(x₁, x₂), OR(x₁, x₂))."""


class GatesPart(Part):
    """inputs: (x₁, x₂) now in the circuit, each 0 or 1."""

    units = GATE_UNITS

    def __init__(self) -> None:
        self.inputs = (1, 0)

    @property
    def row(self) -> int:
        """Number of the input that is in the circuit."""
        return POINTS.index(self.inputs)

    @property
    def table(self) -> tuple[Values, Targets]:
        """s (4, 2), answers of NAND and OR, and y (4,), of the circuit, for every input."""
        return xor_of_gates(POINTS)

    @property
    def hidden(self) -> tuple[int, int]:
        """(s₁, s₂) now."""
        s1, s2 = self.table[0][self.row]
        return int(s1), int(s2)

    @property
    def output(self) -> int:
        """y now."""
        return int(self.table[1][self.row])

    @property
    def sums(self) -> dict[str, float]:
        """Σ of each gate now."""
        sums = {name: float(self.units[name].sums([self.inputs])[0]) for name in HIDDEN}
        return {**sums, OUTPUT: float(self.units[OUTPUT].sums([self.hidden])[0])}

    @property
    def answers(self) -> dict[str, int]:
        """What each gate answers now."""
        return {**dict(zip(HIDDEN, self.hidden, strict=True)), OUTPUT: self.output}

    @property
    def most_right(self) -> int:
        """How many of the four answers of XOR a single unit can get right."""
        return most_right(POINTS, GATES["XOR"])

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {SetCircuitInputs: self._set_inputs}

    def _set_inputs(self, intent: SetCircuitInputs) -> None:
        check_bits(x1=intent.x1, x2=intent.x2)
        self.inputs = (intent.x1, intent.x2)
