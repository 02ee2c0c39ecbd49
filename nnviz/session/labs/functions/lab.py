"""FunctionsLab: activation functions, softmax, losses and gradient descent in one dimension."""

from __future__ import annotations

from typing import ClassVar

from nnviz.session.labs.functions.activations import ActivationPart
from nnviz.session.labs.functions.losses import LossPart
from nnviz.session.labs.functions.slope import SlopePart
from nnviz.session.labs.functions.softmax import SoftmaxPart
from nnviz.session.labs.functions.stability import StabilityPart
from nnviz.session.labs.functions.targets import TargetPart
from nnviz.session.labs.part import PartedLab


class FunctionsLab(PartedLab):
    """One part a section."""

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
