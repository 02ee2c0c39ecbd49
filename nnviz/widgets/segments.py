"""Segments: buttons side by side of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from nnviz.widgets.flow_layout import FlowLayout

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
FRAME, GAP = 28, 4
"""Pixels beside the writing of a button, and between two."""


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

    def __init__(self, name: str, keys: Sequence[str], parent: QWidget | None = None, wrap: bool = False) -> None:
        """Buttons are called <name>_<key>; with `wrap` they go on in the next line where the width ends."""
        super().__init__(parent)
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Segment] = {}
        self._row = FlowLayout(self, gap=GAP) if wrap else QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        height = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, height)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.set_keys(keys)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Other buttons, none of them chosen; they have to be named anew."""
        for button in self.buttons.values():
            self._row.removeWidget(button)
            self._group.removeButton(button)
            # It is not gone before the event loop turns, and would be seen behind the new ones.
            button.setObjectName("")
            button.hide()
            button.deleteLater()
        self.buttons = {key: self._button(key) for key in keys}
        self.updateGeometry()

    def value(self) -> str:
        """The chosen key, "" if there is none."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose a key, or with "" none, without a signal."""
        with QSignalBlocker(self):
            # Of an exclusive group one is always chosen.
            self._group.setExclusive(False)
            for key, button in self.buttons.items():
                button.setChecked(key == value)
            self._group.setExclusive(True)

    def set_words(self, title: str, words: Mapping[str, str]) -> None:
        """What is chosen, for screen readers, and what the buttons say."""
        self.setAccessibleName(title)
        for key, word in words.items():
            self.buttons[key].setText(word)
            self.buttons[key].setAccessibleName(f"{title}: {word}")
        self.updateGeometry()

    def _button(self, key: str) -> Segment:
        button = Segment(self)
        button.setObjectName(f"{self.objectName()}_{key}")
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.clicked.connect(self._clicked)
        self._group.addButton(button)
        self._row.addWidget(button)
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
