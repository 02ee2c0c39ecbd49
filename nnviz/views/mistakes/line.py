"""Line: one line of text that says as much as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Line(QLabel):
    """Shows the first of several wordings that fits, else the last one with its end cut off.

    A screen reader gets the first, which says most.
    """

    def __init__(self, name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wordings: tuple[str, ...] = ("",)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, *wordings: str) -> None:
        """Offer these wordings, longest first."""
        self.wordings = wordings
        self.setAccessibleName(wordings[0])
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), self.width()
        last = metrics.elidedText(self.wordings[-1], Qt.TextElideMode.ElideRight, room)
        text = next((text for text in self.wordings if metrics.horizontalAdvance(text) <= room), last)
        if text != self.text():
            self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room."""
        super().resizeEvent(event)
        self._fit()
