"""PerceptronPage: the page of the perceptron lab."""

from __future__ import annotations

from nnviz.views.labs.page import LabPage, Maker
from nnviz.views.labs.perceptron.delta_section import DeltaSection
from nnviz.views.labs.perceptron.gates_section import GatesSection
from nnviz.views.labs.perceptron.history_section import HistorySection
from nnviz.views.labs.perceptron.learning_section import LearningSection
from nnviz.views.labs.perceptron.mlp_section import MlpSection
from nnviz.views.labs.perceptron.unit_section import UnitSection

MAKERS: dict[str, Maker] = {
    "unit": UnitSection,
    "learning": LearningSection,
    "delta": DeltaSection,
    "gates": GatesSection,
    "mlp": MlpSection,
    "history": HistorySection,
}


class PerceptronPage(LabPage):
    """One section for each idea, from a single unit to the network that learns XOR, and when it all happened."""

    makers = MAKERS

    def titles(self) -> dict[str, str]:
        return {
            "unit": self.tr("One unit"),
            "learning": self.tr("Perceptron rule"),
            "delta": self.tr("Delta rule"),
            "gates": self.tr("XOR from gates"),
            "mlp": self.tr("XOR learnt"),
            "history": self.tr("History"),
        }
