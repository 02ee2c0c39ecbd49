"""FrontStack: widgets behind each other, as small as the one in front allows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class FrontStack(QStackedWidget):
    """What lies behind does not keep the window large, as it would in a QStackedWidget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        front = self.currentWidget()
        return front.minimumSizeHint().expandedTo(front.minimumSize()) if front else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        front = self.currentWidget()
        return front.sizeHint().expandedTo(front.minimumSize()) if front else super().sizeHint()
