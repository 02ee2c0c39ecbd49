"""FailureDialog: a sentence for the user, the trace and versions behind "Details" for the developer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from nnviz.errors import Report, report
from nnviz.widgets.worded import Worded


def translated(error: BaseException) -> Report:
    """The report of an exception in the language of the window."""
    return report(error, lambda text: QCoreApplication.translate("errors", text))


class FailureDialog(Worded, QMessageBox):
    """Says what went wrong and offers the details to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("failure_dialog")
        self.setIcon(QMessageBox.Icon.Warning)
        self._trace = ""
        # What a file holds may look like HTML.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._copy_button = copy = self.addButton(self.tr("Copy Details"), QMessageBox.ButtonRole.ActionRole)
        copy.setObjectName("copy_details")
        copy.clicked.disconnect()
        copy.clicked.connect(self._copy)
        close = self.addButton(QMessageBox.StandardButton.Close)
        close.setObjectName("close_failure")
        self.setDefaultButton(close)
        self.setEscapeButton(close)
        self._word()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Problem"))
        self.setWindowTitle(self.tr("nnviz – a problem"))
        self._copy_button.setText(self.tr("Copy Details"))
        self._copy_button.setToolTip(self.tr("Trace and versions, for a report; no data of yours"))
        self.button(QMessageBox.StandardButton.Close).setToolTip(self.tr("Go on; everything else is as it was"))

    def say(self, failure: Report) -> None:
        """Show this failure, in place of an earlier one."""
        self._trace = failure.trace
        self.setText(failure.text)
        self.setDetailedText(failure.trace)
        for button in self.buttons():
            if self.buttonRole(button) == QMessageBox.ButtonRole.ActionRole and button is not self._copy_button:
                button.setToolTip(self.tr("The trace of the error and the versions of the libraries"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._trace)
