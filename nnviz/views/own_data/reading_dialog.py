"""ReadingDialog: a dialog in which data are read in a thread, with progress, before they are trained on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from nnviz.session.names import error_in_words
from nnviz.theme.theme import Theme
from nnviz.views.own_data.job import Job, Report
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.worded import Worded

STEPS = 1000
"""Steps of the progress bar."""


class ReadingDialog(Worded, QDialog):
    """Whoever makes one of it reads by `_start`, takes what was read in `_accept_result` and tells it in `_tell`.

    Signals: told(OwnData, Intent) with the data and the intent that reads it.
    """

    told = Signal(object, object)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Its parts are called <name>_dialog, <name>_ok and so on."""
        super().__init__(parent)
        self.setObjectName(f"{name}_dialog")
        self._theme = theme
        self._job: Job | None = None

    # building

    def _build_foot(self, name: str) -> None:
        """What stands below the rest, and comes after it for the Tab key."""
        self.summary = Paragraph(f"{name}_summary", self, role="value")
        self.notes = Paragraph(f"{name}_notes", self)
        self.problem = MessageLabel(self)
        self.problem.setObjectName(f"{name}_problem")
        self._bar = QProgressBar(self)
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setObjectName(f"{name}_ok")
        self._ok.setProperty("role", "primary")
        self._buttons.accepted.connect(self._tell)
        self._buttons.rejected.connect(self.reject)

    def _new_column(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        return column

    def _add_foot(self, column: QVBoxLayout) -> None:
        for widget in (self.summary, self.notes, self.problem, self._bar, self._buttons):
            column.addWidget(widget)

    # reading

    def _start(self, work: Callable[[Report], Any], text: str) -> None:
        """Read, and say so in `text`; what is still being read is broken off."""
        self._stop()
        self._bar.setValue(0)
        self._bar.show()
        self._ok.setEnabled(False)
        self.problem.show_text("")
        self.summary.setText(text)
        self._job = Job(work, self)
        self._job.progressed.connect(self._advance)
        self._job.done.connect(self._receive)
        self._job.failed.connect(self._fail)
        self._job.start()

    def _advance(self, share: float) -> None:
        if self.sender() is self._job:
            self._bar.setValue(round(share * STEPS))

    def _receive(self, result: Any) -> None:
        if self.sender() is self._job:
            self._accept_result(result)

    def _fail(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        """Say why there are no data."""
        self._bar.hide()
        self.summary.clear()
        self.notes.hide()
        self.problem.show_text(error_in_words(error))
        self._ok.setEnabled(False)

    def _stop(self) -> None:
        """Break off what is being read; nobody waits for its thread, which comes to its end soon."""
        if self._job:
            self._job.finished.connect(self._job.deleteLater)
            self._job.requestInterruption()
            self._job = None

    # For subclasses

    def _accept_result(self, result: Any) -> None:
        raise NotImplementedError

    def _tell(self) -> None:
        raise NotImplementedError

    # Qt overrides

    def done(self, result: int) -> None:
        """Closed, in whatever way."""
        self._stop()
        for job in self.findChildren(Job):
            job.stop()
        super().done(result)
