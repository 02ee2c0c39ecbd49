"""Status: what stands in the status bar for good: trouble, loading, and where the start weights come from."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from nnviz.session.facts import Progress
from nnviz.session.pages import RUNS
from nnviz.session.session import Session
from nnviz.session.states import RunState
from nnviz.widgets.worded import Worded

PROGRESS_WIDTH = 180
PARTS = 1000
"""Steps of the progress bar."""


class Status(Worded, QStatusBar):
    """The window's status bar."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._session = session
        self._trouble, self._source, self._progress = QLabel(self), QLabel(self), QProgressBar(self)
        self._build()
        session.progress_changed.connect(self._show_progress)
        session.experiment_changed.connect(self._show_source)
        session.state_changed.connect(self._show_source)
        session.state_changed.connect(self._show_trouble)
        self._word()

    def _build(self) -> None:
        for label, name, role in ((self._trouble, "trouble", "warning"), (self._source, "model_source", "hint")):
            label.setObjectName(name)
            label.setProperty("role", role)
        self._source.setContentsMargins(0, 0, 12, 0)
        self._progress.setObjectName("progress")
        self._progress.setRange(0, PARTS)
        self._progress.setFixedWidth(PROGRESS_WIDTH)
        self._progress.hide()
        for part in (self._trouble, self._progress, self._source):
            self.addPermanentWidget(part)
        self.setSizeGripEnabled(False)

    def _word(self) -> None:
        self._progress.setAccessibleName(self.tr("Loading data"))
        self._show_source()
        self._show_trouble(self._session.state)

    def _show_progress(self, progress: Progress | None) -> None:
        self._progress.setVisible(progress is not None)
        if progress:
            self._progress.setValue(round(PARTS * progress.share))

    def _show_trouble(self, state: RunState) -> None:
        """What stays on screen after the dialog is closed."""
        texts = {
            RunState.DIVERGED: self.tr("diverged – lower the learning rate, or reset"),
            RunState.FAILED: self.tr("stopped by an error – reset to go on"),
        }
        self._trouble.setText(texts.get(state, ""))

    def _show_source(self) -> None:
        model = self._session.model
        accuracy = _percent(model.notes.get("test_accuracy", "")) if model else ""
        if self._session.page not in RUNS:
            text = ""
        elif accuracy:
            text = self.tr("start weights: trained network, {accuracy} % of its test set").format(accuracy=accuracy)
        elif model:
            text = self.tr("start weights: from a file")
        else:
            text = self.tr("start weights: random, seed {seed}").format(seed=self._session.experiment.seed)
        self._source.setText(text)


def _percent(share: str) -> str:
    """A note 0.9942 as 99.42; nothing where a file's note is no such number."""
    try:
        return f"{100 * float(share):.2f}" if 0 <= float(share) <= 1 else ""
    except ValueError:
        return ""
