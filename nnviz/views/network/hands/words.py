"""The words of everything that hands can do in the drawing, all translatable."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.engine.experiment import Experiment
from nnviz.views.network.hands.switched import is_frozen, is_layer_frozen, is_off
from nnviz.views.network.scene import UnitRef


class HandWords(QObject):
    """Entries of the context menu, tips of the buttons in the caption band, states of units."""

    def entry(self, name: str) -> str:
        """An entry of the context menu."""
        texts = {
            "inspect": self.tr("Inspect"),
            "set_weight": self.tr("Set weight…"),
            "zero_weight": self.tr("Set weight to 0"),
            "set_bias": self.tr("Set bias…"),
            "freeze_unit": self.tr("Freeze this unit"),
            "unfreeze_unit": self.tr("Unfreeze this unit"),
            "freeze_layer": self.tr("Freeze this layer"),
            "unfreeze_layer": self.tr("Unfreeze this layer"),
            "switch_off": self.tr("Switch this unit off"),
            "switch_on": self.tr("Switch this unit on"),
            "add_unit": self.tr("Add a unit to this layer"),
            "remove_unit": self.tr("Remove this unit"),
            "layer_before": self.tr("Insert a hidden layer before"),
            "layer_after": self.tr("Insert a hidden layer after"),
            "remove_layer": self.tr("Remove this layer"),
            "fit": self.tr("Show the whole network"),
        }
        return texts[name]

    def tip(self, kind: str, layer: str) -> str:
        """What a button in the caption band does to the layer of that name."""
        texts = {
            "add_unit": self.tr("Add a unit to {layer}"),
            "remove_unit": self.tr("Remove the last unit of {layer}"),
            "remove_layer": self.tr("Remove {layer}"),
            "add_layer": self.tr("Insert a hidden layer before {layer}"),
        }
        return texts[kind].format(layer=layer)

    def state(self, experiment: Experiment, ref: UnitRef) -> tuple[tuple[str, str], ...]:
        """Rows of the card of a unit that is frozen or switched off."""
        rows = []
        if is_frozen(experiment, ref):
            with_layer = is_layer_frozen(experiment, ref.layer)
            rows.append((self.tr("training"), self.tr("layer frozen") if with_layer else self.tr("frozen")))
        if is_off(experiment, ref):
            rows.append((self.tr("unit"), self.tr("switched off")))
        return tuple(rows)

    def bias_of(self, unit: str) -> str:
        """The name of the bias of a unit."""
        return self.tr("bias of {unit}").format(unit=unit)

    def edge_hint(self) -> str:
        """What the keyboard does to the selected edge, for a screen reader."""
        return self.tr("type a number to set it, Page Up and Page Down change it, [ and ] go to the next edge")

    def help(self) -> str:
        """What the keyboard does, for a screen reader."""
        return self.tr(
            "Tab and arrow keys go from unit to unit, Enter selects one. [ and ] go through the edges that enter it; "
            "type a number to set the weight of the selected edge. B sets the bias of a unit. Shift+F10 opens a menu."
        )
