"""FunctionsLab: activation functions, softmax, losses and gradient descent in one dimension."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from nnviz.session.labs.functions.activations import ActivationPart
from nnviz.session.labs.functions.losses import LossPart
from nnviz.session.labs.functions.slope import SlopePart
from nnviz.session.labs.functions.softmax import SoftmaxPart
from nnviz.session.labs.functions.stability import StabilityPart
from nnviz.session.labs.functions.targets import TargetPart
from nnviz.session.labs.lab import Lab, LabIntent
from nnviz.session.labs.part import Part


class FunctionsLab(Lab):
    """One part a section; a part moves only while its section is in front."""

    name: ClassVar[str] = "functions"
    sections: ClassVar[tuple[str, ...]] = ("activations", "softmax", "stability", "losses", "targets", "slope")

    def __init__(self) -> None:
        super().__init__()
        self.activations = ActivationPart()
        self.softmax = SoftmaxPart()
        self.stability = StabilityPart()
        self.losses = LossPart()
        self.targets = TargetPart()
        self.slope = SlopePart()

    @property
    def moving(self) -> bool:
        return self._front.moving

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {kind: handler for part in self._parts for kind, handler in part.handlers().items()}

    def advance(self, seconds: float) -> None:
        self._front.advance(seconds)

    @property
    def _front(self) -> Part:
        return self._parts[self.sections.index(self.section)]

    @property
    def _parts(self) -> tuple[Part, ...]:
        return self.activations, self.softmax, self.stability, self.losses, self.targets, self.slope
