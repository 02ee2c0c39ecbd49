"""The number of trained parameters of the whole network, and how it comes about."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.network import trained_count
from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.session.names import in_words
from nnviz.views.controls.editors import describe
from nnviz.views.controls.rules import parameter_terms

MOST_TERMS = 6
"""More layers than this would be a paragraph; their cards say it one by one."""
COUNT = QT_TRANSLATE_NOOP("ControlsPane", "{count} parameters")
NAME = QT_TRANSLATE_NOOP("ControlsPane", "Number of parameters")
TIP = QT_TRANSLATE_NOOP(
    "ControlsPane",
    "Weights and biases that training changes: a layer from k to l units has k·l weights and l biases, k·l + l in all. "
    "Batch norm adds l scales γ and l shifts β.",
)


class ParameterCount(QWidget):
    """The total in bold and the sum over the layers below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._experiment = Experiment()
        self.total = QLabel(self)
        self.total.setObjectName("parameter_count")
        self.total.setProperty("role", "title")
        self.sum = QLabel(self)
        self.sum.setObjectName("parameter_sum")
        self.sum.setProperty("role", "hint")
        self.sum.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.total)
        layout.addWidget(self.sum)

    def show_experiment(self, experiment: Experiment) -> None:
        """Count anew."""
        self._experiment = experiment
        terms = parameter_terms(experiment)
        self.total.setText(in_words(COUNT).format(count=f"{trained_count(experiment):,}"))
        self.sum.setText(" + ".join(f"({term.text})" for term in terms))
        self.sum.setVisible(len(terms) <= MOST_TERMS)

    def word(self) -> None:
        """All words anew."""
        self.show_experiment(self._experiment)
        describe(self, in_words(NAME), in_words(TIP))
        self.total.setAccessibleDescription(in_words(TIP))
