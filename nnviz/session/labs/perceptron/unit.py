"""One threshold unit that is set by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnviz.engine.perceptron import GATE_UNITS, GATES, POINTS, Targets, Unit, Values, gate_of, rounded
from nnviz.session.labs.checks import check_bits, check_choice, check_range
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part
from nnviz.session.labs.perceptron.intents import SetInputs, SetKind, SetTarget, SetUnit, UsePreset

PERCEPTRON, THRESHOLD = "perceptron", "threshold"
MOST = 10.0
"""Largest weight and bias."""
PRESETS: dict[str, dict[str, tuple[str, Unit]]] = {
    PERCEPTRON: {
        **{name: (name, unit) for name, unit in GATE_UNITS.items()},
        "AND 0.8": ("AND", Unit(0.5, 0.5, -0.8)),
        "AND 1": ("AND", Unit(1.0, 1.0, -1.0)),
    },
    THRESHOLD: {
        "AND": ("AND", Unit(1.0, 1.0, -2.0)),
        "OR": ("OR", Unit(1.0, 1.0, -1.0)),
        "NAND": ("NAND", Unit(-1.0, -1.0, 1.0)),
    },
}
"""By kind and name: the gate a preset is for, and its unit."""


class UnitPart(Part):
    """The unit, what enters it, and the gate it is compared with.

    kind     "perceptron" or "threshold"
    inputs   (x₁, x₂) now in the unit, each 0 or 1
    target   name of a gate
    """

    def __init__(self) -> None:
        self.kind, self.target = PERCEPTRON, "AND"
        self.unit = GATE_UNITS["AND"]
        self.inputs = (1, 1)

    @property
    def sums(self) -> Values:
        """(4,) Σ of every input of a gate: with the bias in it, or without it where there is a threshold instead."""
        return self.unit.sums(POINTS) if self.kind == PERCEPTRON else self.unit.weighted(POINTS)

    @property
    def answers(self) -> Targets:
        """(4,) what the unit answers to every input of a gate."""
        return self.unit.fires(POINTS) if self.kind == PERCEPTRON else self.unit.reaches(POINTS)

    @property
    def targets(self) -> Targets:
        """(4,) what it should answer."""
        return np.array(GATES[self.target])

    @property
    def right(self) -> int:
        """How many of the four answers are right."""
        return int((self.answers == self.targets).sum())

    @property
    def gate(self) -> str:
        """The gate the unit is now, "" where it is none of those that have a name here."""
        return gate_of(self.answers)

    @property
    def other_gate(self) -> str:
        """The gate it would be with ≥ instead of >, or > instead of ≥."""
        return gate_of(self.unit.reaches(POINTS) if self.kind == PERCEPTRON else self.unit.fires(POINTS))

    @property
    def on_line(self) -> tuple[int, ...]:
        """Numbers of the inputs that lie exactly on the line: only there > and ≥ differ."""
        return tuple(int(index) for index in np.flatnonzero(self.unit.sums(POINTS) == 0))

    @property
    def row(self) -> int:
        """Number of the input that is in the unit."""
        return POINTS.index(self.inputs)

    @property
    def presets(self) -> Mapping[str, tuple[str, Unit]]:
        """The presets of the kind in use."""
        return PRESETS[self.kind]

    @property
    def preset(self) -> str:
        """The preset that the unit is, "" for none."""
        return next((name for name, (_, unit) in self.presets.items() if unit == self.unit), "")

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            SetKind: self._set_kind,
            SetUnit: self._set_unit,
            UsePreset: self._use_preset,
            SetTarget: self._set_target,
            SetInputs: self._set_inputs,
        }

    def _set_kind(self, intent: SetKind) -> None:
        check_choice("kind", intent.kind, tuple(PRESETS))
        self.kind = intent.kind

    def _set_unit(self, intent: SetUnit) -> None:
        for field in ("w1", "w2", "bias"):
            check_range(field, getattr(intent, field), -MOST, MOST)
        # As the engine rounds its sums: a weight that no sum knows of has no line either.
        self.unit = Unit(rounded(intent.w1), rounded(intent.w2), rounded(intent.bias))

    def _use_preset(self, intent: UsePreset) -> None:
        check_choice("preset", intent.preset, tuple(self.presets))
        self.target, self.unit = self.presets[intent.preset]

    def _set_target(self, intent: SetTarget) -> None:
        check_choice("gate", intent.gate, GATES)
        self.target = intent.gate

    def _set_inputs(self, intent: SetInputs) -> None:
        check_bits(x1=intent.x1, x2=intent.x2)
        self.inputs = (intent.x1, intent.x2)
