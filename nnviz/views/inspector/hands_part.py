"""HandsPart: freeze a unit or its layer, switch a unit off, take it out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.session.intents import Freeze, RemoveUnit, SwitchOff
from nnviz.views.inspector.part import Part
from nnviz.views.inspector.reading import Choice
from nnviz.widgets.typesetter import Typesetter


class HandsPart(Part):
    """Signals: edit_requested(Edit)."""

    edit_requested = Signal(object)

    def __init__(self, typesetter: Typesetter, parent: QWidget | None = None) -> None:
        super().__init__("hands", typesetter, parent)
        self._choice = Choice(1, 0)
        self.freeze, self.freeze_layer, self.off = (QCheckBox(self.body) for _ in range(3))
        self.remove = QPushButton(self.body)
        names = {"freeze": self.freeze, "freeze_layer": self.freeze_layer, "off": self.off, "remove": self.remove}
        for name, button in names.items():
            button.setObjectName(f"inspector_{name}")
            self.content.addWidget(button)
        self.freeze.clicked.connect(self._freeze)
        self.freeze_layer.clicked.connect(self._freeze_layer)
        self.off.clicked.connect(self._switch_off)
        self.remove.clicked.connect(self._remove)
        self.word()

    def word(self) -> None:
        """Words on the buttons."""
        self.set_title(self.tr("Hands on"))
        self.freeze.setText(self.tr("Freeze this unit"))
        self.freeze_layer.setText(self.tr("Freeze its layer"))
        self.off.setText(self.tr("Switch it off"))
        self.remove.setText(self.tr("Remove this unit"))
        self.remove.setToolTip(self.tr("With all of its weights; Undo brings it back"))
        self.freeze.setToolTip(self.tr("Training leaves its incoming weights and its bias as they are"))
        self.freeze_layer.setToolTip(self.tr("Training leaves all weights into this layer as they are"))
        self.off.setToolTip(self.tr("It puts out 0, and nothing flows back through it"))

    def show_choice(self, choice: Choice, experiment: Experiment) -> None:
        """What stands and what is possible; the last unit of a layer, and those of the output, stay."""
        self._choice = choice
        layer = (choice.layer, -1) in experiment.frozen
        hidden = choice.layer <= len(experiment.layers)
        self.freeze.setChecked(layer or (choice.layer, choice.unit) in experiment.frozen)
        self.freeze.setEnabled(not layer)
        self.freeze_layer.setChecked(layer)
        self.off.setChecked((choice.layer, choice.unit) in experiment.off)
        self.off.setVisible(hidden)
        self.remove.setVisible(hidden and experiment.sizes[choice.layer] > 1)

    def _freeze(self, on: bool) -> None:
        self.edit_requested.emit(Freeze(self._choice.layer, self._choice.unit, on))

    def _freeze_layer(self, on: bool) -> None:
        self.edit_requested.emit(Freeze(self._choice.layer, -1, on))

    def _switch_off(self, on: bool) -> None:
        self.edit_requested.emit(SwitchOff(self._choice.layer, self._choice.unit, on))

    def _remove(self) -> None:
        self.edit_requested.emit(RemoveUnit(self._choice.layer, self._choice.unit))
