"""Sweeps: what the main window has to do with them: the menu, the window of their own, and the way back from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from nnviz.session.intents import Intent
from nnviz.session.session import Session
from nnviz.sweeps.plan import Run
from nnviz.theme.theme import Theme

if TYPE_CHECKING:
    from nnviz.session.sweep import Sweep
    from nnviz.views.sweep_window import SweepWindow


class Sweeps(QObject):
    """`guard` does what takes the network of a page away, once nothing is lost by it.

    Signals: refused(Exception).
    """

    refused = Signal(object)

    def __init__(self, window: QMainWindow, session: Session, theme: Theme) -> None:
        super().__init__(window)
        self._session, self._theme = session, theme
        self._sweep: Sweep | None = None
        self._window: SweepWindow | None = None
        self.guard: Callable[[Callable[[], object], str], object] = lambda then, page: then()

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"sweep": self.open}

    @property
    def window(self) -> SweepWindow | None:
        """The window, where it was opened."""
        return self._window

    def open(self) -> None:
        """Bring the window to the front; it is made at the first time."""
        window = self._made()
        window.show()
        window.activateWindow()

    def close(self) -> None:
        """Close the window and end every run; no thread and no process is left."""
        if self._window:
            self._window.close()
            self._window.deleteLater()
            self._window = None
        if self._sweep:
            self._sweep.close()

    def _made(self) -> SweepWindow:
        if self._window is None:
            from nnviz.session.sweep import Sweep
            from nnviz.views.sweep_window import SweepWindow

            self._sweep = Sweep(parent=self)
            self._window = SweepWindow(self._sweep, self._session, self._theme)
            self._window.train_requested.connect(self._train)
            self._window.end_requested.connect(self._open_end)
        return self._window

    def _train(self, run: Run) -> None:
        from nnviz.session.sweep import page_of, training_of

        self.guard(partial(self._do, training_of(run)), page_of(run))

    def _open_end(self, run: Run) -> None:
        from nnviz.session.sweep import end_of, page_of

        network = self._sweep.network(run) if self._sweep else None
        if network:
            self.guard(partial(self._do, end_of(run, network)), page_of(run))

    def _do(self, intents: Iterable[Intent]) -> None:
        try:
            for intent in intents:
                self._session.do(intent)
        except (ValueError, OSError) as error:
            self.refused.emit(error)
