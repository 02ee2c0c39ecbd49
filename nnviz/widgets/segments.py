"""Segments: buttons side by side of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
FRAME = 28
"""Pixels beside the writing of a button."""


class Segment(QPushButton):
    """One of the buttons; as wide as its writing is once it is chosen, which makes it bold."""

    def sizeHint(self) -> QSize:
        """Room for bold writing."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + FRAME, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut off."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the row."""
        if Qt.Key(event.key()) in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Segments(QWidget):
    """One of a few keys, all in sight; the arrow keys go from one to the next.

    Signals: value_changed(str) after the user chose another key.
    """

    value_changed = Signal(str)

    def __init__(self, name: str, keys: Sequence[str], parent: QWidget | None = None) -> None:
        """Buttons are called <name>_<key>."""
        super().__init__(parent)
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self.buttons = {key: self._button(key) for key in keys}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self.buttons.values():
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """The chosen key, "" if there is none."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose a key, without a signal."""
        with QSignalBlocker(self):
            self.buttons[value].setChecked(True)

    def set_words(self, title: str, words: dict[str, str]) -> None:
        """What is chosen, for screen readers, and what the buttons say."""
        self.setAccessibleName(title)
        for key, word in words.items():
            self.buttons[key].setText(word)
            self.buttons[key].setAccessibleName(f"{title}: {word}")

    def _button(self, key: str) -> Segment:
        button = Segment(self)
        button.setObjectName(f"{self.objectName()}_{key}")
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.clicked.connect(self._clicked)
        self._group.addButton(button)
        return button

    def _clicked(self) -> None:
        self.value_changed.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the button beside the chosen one, and take the focus there."""
        step = STEPS.get(Qt.Key(event.key()))
        keys = list(self.buttons)
        at = keys.index(self.value()) + (step or 0) if self.value() else 0
        if step is None or not 0 <= at < len(keys):
            super().keyPressEvent(event)
            return
        self.buttons[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
        self.buttons[keys[at]].click()
