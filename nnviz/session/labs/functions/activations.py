"""An activation function with its parameters, the probe on its curves, and a live network of ReLU units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from nnviz.engine.experiment import ACTIVATION_NAMES, LAYER_LIMITS
from nnviz.engine.refusal import Refusal
from nnviz.session.labs.checks import check_choice, check_range
from nnviz.session.labs.functions import shapes
from nnviz.session.labs.functions.intents import (
    ChooseActivation,
    SetLines,
    SetParameter,
    SetProbe,
    StartUnits,
    TrainUnits,
)
from nnviz.session.labs.functions.shapes import SPAN, Curve, Jump, Reading, Shape
from nnviz.session.labs.functions.units import LiveUnits
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part

PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "leaky_relu": ("alpha",),
    "prelu": ("alpha",),
    "elu": ("alpha",),
    "thresholded_relu": ("theta",),
}
"""The parameters an activation function has; maxout has its lines instead."""
STARTS = {"prelu": 0.25, "elu": 1.0}
"""α of PReLU from He et al. (2015), of ELU from Clevert et al. (2016)."""
PIECES = (2, 6)
LINE_LIMITS = (-10.0, 10.0)
THREE = ((-0.5, -1.0), (0.2, 0.0), (1.0, -1.0))
"""Pieces of maxout at the beginning: a shape no other function here has."""
RELU_LINES = ((1.0, 0.0), (0.0, 0.0))
"""Two pieces, one at 0: ReLU."""


class ActivationPart(Part):
    """`name` of the function in front, `probe` the x it is read at, `units` the live network."""

    def __init__(self) -> None:
        self.name = "sigmoid"
        self.probe = 1.0
        self.units = LiveUnits()
        self._shapes = {name: Shape(name, STARTS.get(name, 0.1), 1.0, THREE) for name in ACTIVATION_NAMES}
        self._curves: dict[Shape, Curve] = {}

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            ChooseActivation: lambda intent: self._choose(intent.name),
            SetParameter: lambda intent: self._set(intent.field, intent.value),
            SetLines: lambda intent: self._set_lines(intent.lines),
            SetProbe: lambda intent: self._move(intent.x),
            StartUnits: lambda intent: self.units.start(intent.learning_rate, intent.bias),
            TrainUnits: lambda intent: self.units.train(intent.steps),
        }

    @property
    def shape(self) -> Shape:
        """The function in front with its parameters."""
        return self._shapes[self.name]

    def shape_of(self, name: str) -> Shape:
        """Any function with the parameters it has now."""
        return self._shapes[name]

    def curve(self, name: str = "") -> Curve:
        """The curves of a function, of the one in front without a name."""
        shape = self._shapes[name or self.name]
        if shape not in self._curves:
            self._curves = {kept: curve for kept, curve in self._curves.items() if kept.name != shape.name}
            self._curves[shape] = shapes.curve(shape)
        return self._curves[shape]

    @property
    def reading(self) -> Reading:
        """The function in front at the probe."""
        return shapes.read(self.shape, self.probe)

    def reading_at(self, x: float) -> Reading:
        """The function in front at another place."""
        return shapes.read(self.shape, x)

    @property
    def jumps(self) -> list[Jump]:
        """What happens at its corners."""
        return shapes.jumps(self.shape)

    @property
    def from_relu(self) -> float:
        """Largest difference from ReLU over SPAN."""
        x = np.linspace(*SPAN, shapes.SAMPLES)
        return float(np.max(np.abs(shapes.evaluate(self.shape, x)[0] - shapes.evaluate(Shape("relu"), x)[0])))

    def _choose(self, name: str) -> None:
        self.name = check_choice("activation", name, ACTIVATION_NAMES)

    def _set(self, field: str, value: float) -> None:
        if field not in PARAMETERS.get(self.name, ()):
            raise Refusal("unknown_field", field=field)
        check_range(field, value, *LAYER_LIMITS[field])
        changed = {"alpha": self.shape.alpha, "theta": self.shape.theta} | {field: float(value)}
        self._shapes[self.name] = replace(self.shape, alpha=changed["alpha"], theta=changed["theta"])

    def _set_lines(self, lines: tuple[tuple[float, float], ...]) -> None:
        check_range("pieces", len(lines), *PIECES)
        for number in (number for line in lines for number in line):
            check_range("pieces", number, *LINE_LIMITS)
        self._shapes["maxout"] = replace(self._shapes["maxout"], lines=tuple((float(a), float(b)) for a, b in lines))

    def _move(self, x: float) -> None:
        check_range("x", x, *SPAN)
        self.probe = float(x)
