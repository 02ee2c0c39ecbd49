"""NetworkFiles: what the window has to do with files of networks: opening, saving, exporting, and what it asks then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from nnviz.models.exporting import FORMS
from nnviz.models.files import outline
from nnviz.session.intents import ExportRun, Intent, OpenModel, SaveModel
from nnviz.session.session import Session
from nnviz.views.dialogs.bare_weights import BareWeights
from nnviz.widgets.files import SaveDialog, asked_file

NETWORKS = (".safetensors", ".npz")
"""Endings of the names of files that hold a network."""


class NetworkFiles(QObject):
    """`guard` does what takes the network in reach away, once nothing is lost by it.

    Signals: refused(Exception); opened(Path).
    """

    refused = Signal(object)
    opened = Signal(object)

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self.guard: Callable[[Callable[[], object]], object] = lambda then: then()

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"open_model": self._ask_open, "save_model": self.ask_save, "export_run": self._ask_export}

    def do(self, intent: Intent) -> None:
        """Carry out an intent."""
        try:
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self.refused.emit(error)

    def open(self, path: Path) -> None:
        """Open a network file; what one of bare weights does not say is asked."""
        try:
            bare = outline(path)
        except ValueError as error:
            self.refused.emit(error)
            return
        if bare is None:
            self._open(OpenModel(path))
            return
        dialog = BareWeights(path, bare, self._window)
        dialog.told.connect(self._open)
        dialog.open()

    def _open(self, intent: OpenModel) -> None:
        self.guard(partial(self._open_now, intent))

    def _open_now(self, intent: OpenModel) -> None:
        try:
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self.refused.emit(error)
        else:
            self.opened.emit(intent.path)

    def save(self, path: str) -> None:
        """Save the network of the page in front."""
        self.do(SaveModel(Path(path)))

    def _ask_open(self) -> None:
        kinds = self.tr("Networks (*.safetensors *.npz)")
        chosen = asked_file(self._window, self.tr("Open a network"), kinds)
        if chosen:
            self.open(chosen)

    def ask_save(self) -> QFileDialog:
        """Ask where the network of the page in front goes, and save it there."""
        title, kinds = self.tr("Save the network"), (self.tr("Network (*.safetensors)"),)
        dialog = SaveDialog(self._window, title, "save_dialog", "network.safetensors", kinds, "safetensors")
        dialog.fileSelected.connect(self.save)
        dialog.open()
        return dialog

    def _ask_export(self) -> None:
        forms = self._forms()
        dialog = SaveDialog(self._window, self.tr("Export the run"), "export_dialog", "run", list(forms), "py")
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(FORMS[forms[words]].suffix[1:]))
        dialog.fileSelected.connect(lambda path: self.do(ExportRun(Path(path), forms[dialog.selectedNameFilter()])))
        dialog.open()

    def _forms(self) -> dict[str, str]:
        """Names of forms by the words for them."""
        return {
            self.tr("NumPy script that makes the run again, bit for bit (*.py)"): "numpy",
            self.tr("PyTorch script that makes the run again, to rounding (*.py)"): "torch",
            self.tr("Weights for PyTorch, a state dict (*.safetensors)"): "weights",
        }
