"""The context menu of a unit, an edge or the empty picture, as a table of entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.session.intents import AddLayer, AddUnit, Freeze, Intent, RemoveLayer, RemoveUnit, SwitchOff
from nnviz.views.network.hands.hands import Hands
from nnviz.views.network.hands.shape_buttons import may_add_layer, may_add_unit, may_remove_layer, may_remove_unit
from nnviz.views.network.hands.switched import is_frozen, is_layer_frozen, is_off
from nnviz.views.network.hands.words import HandWords
from nnviz.views.network.refs import EdgeRef, Handle
from nnviz.views.network.scene import UnitRef


@dataclass(frozen=True)
class Entry:
    """One line: what it is called in `HandWords.entry`, and its intent; None: the pane itself knows what to do.

    `after_line`: a separator stands before it.
    """

    name: str
    intent: Intent | None = None
    enabled: bool = True
    after_line: bool = False


class ContextMenu(QObject):
    """Opens the menu and does what is chosen.

    Signals: inspected(Handle) and fitted() for what only the pane can do; opening(QMenu) before it is shown, for who
    has something to add.
    """

    opening = Signal(object)
    inspected = Signal(object)
    fitted = Signal()

    def __init__(self, hands: Hands, words: HandWords, pane: QWidget) -> None:
        super().__init__(pane)
        self._hands, self._words = hands, words
        self._handle: Handle | None = None
        self._menu: QMenu | None = None

    def open(self, handle: Handle | None, experiment: Experiment, at: QPoint) -> None:
        """Open at a point of the screen what can be done to a handle; in place of one that is open already."""
        self.close()
        self._handle, self._menu = handle, QMenu(cast(QWidget, self.parent()))
        self._menu.setObjectName("network_menu")
        self._menu.triggered.connect(self._choose)
        for entry in entries_of(handle, experiment):
            self._add(self._menu, entry)
        self.opening.emit(self._menu)
        self._menu.popup(at)

    def close(self) -> None:
        """No menu; what it spoke of may be gone."""
        if self._menu is not None:
            self._menu.close()
            self._menu.deleteLater()
            self._menu = None

    def _add(self, menu: QMenu, entry: Entry) -> None:
        if entry.after_line:
            menu.addSeparator()
        action = menu.addAction(self._words.entry(entry.name))
        action.setObjectName(f"network_{entry.name}")
        action.setEnabled(entry.enabled)
        action.setData(entry)

    def _choose(self, action: QAction) -> None:
        entry, handle = action.data(), self._handle
        if not isinstance(entry, Entry):
            # Somebody else's.
            return
        if entry.intent is not None:
            self._hands.do(entry.intent)
        elif handle is None:
            self.fitted.emit()
        elif entry.name == "zero_weight":
            self._hands.clear(handle)
        else:
            self.inspected.emit(handle)
            if entry.name != "inspect":
                self._hands.edit()


def entries_of(handle: Handle | None, experiment: Experiment) -> list[Entry]:
    """What can be done to a unit, to an edge, or to nothing in particular."""
    if handle is None:
        return [Entry("fit")]
    if isinstance(handle, EdgeRef):
        return [Entry("inspect"), Entry("set_weight", after_line=True), Entry("zero_weight")]
    if handle.layer == 0:
        return [Entry("inspect")]
    parts = (_own_entries(handle, experiment), _unit_entries(handle, experiment), _layer_entries(handle, experiment))
    return [Entry("inspect"), *(entry for part in parts for entry in part)]


def _own_entries(ref: UnitRef, experiment: Experiment) -> list[Entry]:
    """The bias; frozen or not, on or off."""
    alone = (ref.layer, ref.unit) in experiment.frozen
    entries = [Entry("set_bias", after_line=True)]
    name = "unfreeze_unit" if is_frozen(experiment, ref) else "freeze_unit"
    # In a frozen layer a single unit can be neither frozen nor freed.
    free = not is_layer_frozen(experiment, ref.layer)
    entries.append(Entry(name, Freeze(ref.layer, ref.unit, not alone), free))
    if ref.layer <= len(experiment.layers):
        off = is_off(experiment, ref)
        entries.append(Entry("switch_on" if off else "switch_off", SwitchOff(ref.layer, ref.unit, not off)))
    return entries


def _unit_entries(ref: UnitRef, experiment: Experiment) -> list[Entry]:
    """Its layer frozen or not, larger or smaller."""
    whole = is_layer_frozen(experiment, ref.layer)
    name = "unfreeze_layer" if whole else "freeze_layer"
    entries = [Entry(name, Freeze(ref.layer, -1, not whole), after_line=True)]
    if may_add_unit(experiment, ref.layer):
        entries.append(Entry("add_unit", AddUnit(ref.layer)))
    if may_remove_unit(experiment, ref.layer):
        entries.append(Entry("remove_unit", RemoveUnit(ref.layer, ref.unit)))
    return entries


def _layer_entries(ref: UnitRef, experiment: Experiment) -> list[Entry]:
    """Layers put in and taken out; the only hidden one stays."""
    entries = []
    if may_add_layer(experiment):
        entries.append(Entry("layer_before", AddLayer(ref.layer), after_line=True))
        if ref.layer <= len(experiment.layers):
            entries.append(Entry("layer_after", AddLayer(ref.layer + 1)))
    if may_remove_layer(experiment, ref.layer):
        entries.append(Entry("remove_layer", RemoveLayer(ref.layer)))
    return entries
