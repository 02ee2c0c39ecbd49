"""WaitBox: what a step waits for, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from nnviz.lessons.lesson import Wait

PARTS = 1000
"""Steps of the bar."""
GRADUAL = ("iterations", "test_accuracy", "test_loss_below", "seconds")
"""What has a bar; the others happen, or have not."""


class WaitBox(QFrame):
    """Signals: skipped() by the button."""

    skipped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lecture_wait")
        self.setProperty("role", "quote")
        self._wait: Wait | None = None
        self.text, self.bar, self.skip = QLabel(self), QProgressBar(self), QPushButton(self)
        self._build()

    def show_wait(self, wait: Wait | None, share: float | None) -> None:
        """Hidden where nothing is waited for."""
        self._wait = wait
        self.setVisible(wait is not None)
        if wait:
            self.text.setText(self._words(wait))
            self.bar.setVisible(wait.kind in GRADUAL)
            self.show_share(share or 0.0)

    def show_share(self, share: float) -> None:
        """0…1."""
        self.bar.setValue(round(PARTS * share))

    def word(self) -> None:
        """In the language that is now in use."""
        self.skip.setText(self.tr("Skip"))
        self.skip.setToolTip(self.tr("Go on without waiting"))
        self.bar.setAccessibleName(self.tr("How far it is"))
        if self._wait:
            self.text.setText(self._words(self._wait))

    def _words(self, wait: Wait) -> str:
        texts = {
            "iterations": self.tr("Training for {amount} iterations …"),
            "test_accuracy": self.tr("Training until {amount} of the test set is right …"),
            "test_loss_below": self.tr("Training until the test loss is below {amount} …"),
            "drawing": self.tr("Draw something to go on."),
            "lab": self.tr("Try it out: change something."),
            "seconds": self.tr("Watch for a moment …"),
        }
        return texts[wait.kind].format(amount=_amount(wait))

    def _build(self) -> None:
        self.text.setObjectName("lecture_wait_text")
        self.text.setWordWrap(True)
        self.bar.setObjectName("lecture_wait_bar")
        self.bar.setRange(0, PARTS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.skip.setObjectName("lecture_skip")
        self.skip.setAutoDefault(False)
        self.skip.clicked.connect(self.skipped)
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addWidget(self.skip)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 11)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.bar)
        self.hide()


def _amount(wait: Wait) -> str:
    if wait.kind == "test_accuracy":
        return f"{100 * float(wait.amount):g} %"
    return QLocale().toString(wait.amount) if isinstance(wait.amount, int) else str(wait.amount)
