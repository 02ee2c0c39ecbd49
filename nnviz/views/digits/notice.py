"""CannotRead: what stands in place of the canvas where the network has no answer to a drawing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.widgets.worded import Worded


class CannotRead(Worded, QWidget):
    """A sentence, and a button that leads to a network that can.

    Signals: page_requested() for the page of drawn digits.
    """

    page_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("digits_cannot_read")
        self.reason = QLabel(self)
        self.reason.setObjectName("digits_reason")
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(self)
        self.button.setObjectName("digits_open_page")
        self.button.setProperty("role", "primary")
        self.button.setMinimumHeight(40)
        self.button.clicked.connect(self._on_click)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self.reason)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._word()
        self._dress()
        theme.changed.connect(self._dress)

    def show_reason(self, reason: str, has_page: bool) -> None:
        """The sentence, and whether there is another page to go to."""
        self.reason.setText(reason)
        self.button.setVisible(has_page)

    def _on_click(self) -> None:
        self.page_requested.emit()

    def _dress(self, _: object = None) -> None:
        self.reason.setFont(self._theme.font(1.2))

    def _word(self) -> None:
        self.reason.setAccessibleName(self.tr("Why drawings cannot be read"))
        self.button.setText(self.tr("Open the digits page"))
        self.button.setAccessibleName(self.button.text())
