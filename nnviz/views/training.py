"""Training: what the menu Training does: run and pause, steps, an epoch, and the way back to a start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from nnviz.models.files import SHIPPED_NOTE
from nnviz.session import intents
from nnviz.session.facts import Notice
from nnviz.session.pages import COMPARE
from nnviz.session.session import Session
from nnviz.views.docks import Docks


class Training(QObject):
    """Signals: refused(Exception); told(Notice) where something else is trained than was there before."""

    refused = Signal(object)
    told = Signal(object)

    def __init__(self, window: QMainWindow, session: Session, docks: Docks) -> None:
        super().__init__(window)
        self._session, self._docks = session, docks

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "train": self.toggle,
            "step": lambda: self._do(intents.StepOnce()),
            "step_back": lambda: self._do(intents.StepBack()),
            "epoch": self._epoch,
            "reset": lambda: self._do(intents.Reset()),
            "new_seed": lambda: self._do(intents.NewSeed()),
        }

    def toggle(self) -> None:
        """Train, or pause."""
        if self._session.state.is_running:
            self._do(intents.Pause())
        else:
            self._begin(intents.Run())

    def leave_shipped_model(self) -> None:
        """The network that comes with nnviz has nothing left to learn: Train shows how one comes about."""
        model, now = self._session.model, self._session.snapshot
        # Weights that were taught a hand are not thrown away.
        untouched = model and now.iteration == 0 and now.parameters.tobytes() == model.parameters.tobytes()
        if model and untouched and SHIPPED_NOTE in model.notes:
            self._do(intents.NewSeed(self._session.experiment.seed))
            self.told.emit(Notice("shipped_left", {}))

    def _epoch(self) -> None:
        self._begin(intents.StepEpoch())

    def _begin(self, intent: intents.Intent) -> None:
        """Where a run begins, its curves are what one wants to see."""
        self.leave_shipped_model()
        if not self._session.history.steps and self._session.page != COMPARE:
            self._docks.bring_curves()
        self._do(intent)

    def _do(self, intent: intents.Intent) -> None:
        try:
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self.refused.emit(error)
