"""SweepWindow: what varies at the left, curves and the table of what came of it at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from nnviz.session.sweep import Sweep, SweepProgress
from nnviz.theme.theme import Theme
from nnviz.views.plots.sweep_curves import SweepCurves
from nnviz.views.sweep.plan_pane import PlanPane
from nnviz.views.sweep.table import SweepTable
from nnviz.views.sweep.words import SweepWords
from nnviz.widgets.screen_room import on_screen
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session

SIZE = QSize(1180, 760)


class SweepWindow(Worded, QWidget):
    """A window of its own, so that the main window can go on and show a run beside it. Closing it cancels.

    plan, curves, table   its parts
    Signals: train_requested(Run), end_requested(Run).
    """

    train_requested = Signal(object)
    end_requested = Signal(object)

    def __init__(self, sweep: Sweep, session: Session, theme: Theme) -> None:
        super().__init__()
        self._sweep, self._theme, self._dirty = sweep, theme, False
        self._words = words = SweepWords(self)
        self.setObjectName("sweep_window")
        self.table = SweepTable(sweep, theme, words, self)
        self.curves = SweepCurves(session, theme, self)
        self.plan = PlanPane(sweep, session, theme, words, self)
        self._build()
        sweep.changed.connect(self._on_changed)
        sweep.failed.connect(self._on_failed)
        self.table.shown_changed.connect(self._draw)
        self.table.train_requested.connect(self.train_requested)
        self.table.end_requested.connect(self.end_requested)
        theme.changed.connect(self._on_theme)
        self._on_theme(None)
        self._word()
        session.clock.text.connect(self._on_text)
        self._show_results()
        self.resize(on_screen(self.sizeHint(), self))

    def _build(self) -> None:
        results = QSplitter(Qt.Orientation.Vertical, self)
        results.setObjectName("sweep_pictures")
        results.setChildrenCollapsible(False)
        for part, stretch in ((self.curves, 3), (self.table, 2)):
            results.addWidget(part)
            results.setStretchFactor(results.count() - 1, stretch)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(6)
        row.addWidget(self.plan)
        row.addWidget(results, 1)

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Sweep"))
        self.setAccessibleName(self.tr("Sweep"))

    def _on_changed(self, progress: SweepProgress) -> None:
        """Results come faster than anybody reads; the clock has time for those."""
        self._dirty = progress.running
        if not progress.running:
            self._show_results()

    def _on_text(self) -> None:
        if self._dirty:
            self._dirty = False
            self._show_results()

    def _show_results(self) -> None:
        self.table.show_results()
        self._draw()

    def _draw(self) -> None:
        model = self.table.model
        self.curves.show_groups(model.shown(), model.names())

    def _on_failed(self, error: Exception) -> None:
        self.plan.message(self._words.error(error))

    def _on_theme(self, _: object) -> None:
        self.plan.setFixedWidth(self.plan.sizeHint().width())

    # Qt

    def sizeHint(self) -> QSize:
        return SIZE * self._theme.scale

    def closeEvent(self, event: QCloseEvent) -> None:
        self._sweep.cancel()
        super().closeEvent(event)
