"""FunctionsPage: activations, softmax, overflow, losses, targets of training, and descent in one dimension."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.functions.activations import ActivationSection
from nnviz.views.labs.functions.losses import LossSection
from nnviz.views.labs.functions.slope import SlopeSection
from nnviz.views.labs.functions.softmax import SoftmaxSection
from nnviz.views.labs.functions.stability import StabilitySection
from nnviz.views.labs.functions.targets import TargetSection
from nnviz.views.labs.page import LabPage, Maker


class FunctionsPage(LabPage):
    """The lab “functions”."""

    makers: ClassVar[Mapping[str, Maker]] = {
        "activations": ActivationSection,
        "softmax": SoftmaxSection,
        "stability": StabilitySection,
        "losses": LossSection,
        "targets": TargetSection,
        "slope": SlopeSection,
    }

    def __init__(self, session: Session, theme: Theme, lab: FunctionsLab, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, lab, parent)

    def titles(self) -> dict[str, str]:
        return {
            "activations": self.tr("Activation functions"),
            "softmax": self.tr("Softmax"),
            "stability": self.tr("Overflow"),
            "losses": self.tr("Losses"),
            "targets": self.tr("What is minimised"),
            "slope": self.tr("Gradient descent"),
        }
