"""AnswerField: where an answer is typed; Enter and leaving the field hand it in, the arrows go to the lines beside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nnviz.worksheets.answers import LONGEST

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
EMS = 8
"""Width in the widest digits."""


class AnswerField(QLineEdit):
    """Signals: handed_in(bool), True by Enter; moved(int) −1 or 1 by an arrow; entered() when it gets the focus."""

    handed_in = Signal(bool)
    moved = Signal(int)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(LONGEST)

    def fit(self) -> None:
        """As wide as an answer in this size of writing."""
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * EMS + 34)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Not further: a dialog would press its default button.
            event.accept()
            self.handed_in.emit(True)
        elif key in STEPS:
            self.moved.emit(STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isModified():
            self.handed_in.emit(False)
