"""RunButton: trains the lab's run, or pauses it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from nnviz.session.intents import Intent, Pause, Run
from nnviz.session.states import RunState


class RunButton(QPushButton):
    """One big button; `do` carries out the intents Run and Pause."""

    def __init__(self, name: str, do: Callable[[Intent], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "primary")
        self._do, self._running = do, False
        self.clicked.connect(self._press)

    def show_state(self, state: RunState) -> None:
        """Follow the run."""
        self._running = state.is_running
        self.setEnabled(state.can_train or state.is_running)
        self.setText(self.tr("Pause") if self._running else self.tr("Train"))
        self.setAccessibleName(self.text())

    def _press(self) -> None:
        self._do(Pause() if self._running else Run())
