"""CanvasTools: undo, eraser, clear, as large buttons in a row or a column."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.digits.icons import icon
from nnviz.widgets.keys import native
from nnviz.widgets.worded import Worded

NAMES = ("undo", "eraser", "clear")
BESIDE_WORD = 70
"""Pixels of a button with a word that are not the word: icon, padding, border, gap."""
LARGEST = 64
"""Height of a button in a column."""


class CanvasTools(Worded, QWidget):
    """The buttons; the pane connects them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._upright = False
        self.buttons = {name: self._button(name) for name in NAMES}
        self.buttons["eraser"].setCheckable(True)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self.undo, 1)
        self._box.addStretch(0)
        self._box.addWidget(self.eraser, 1)
        self._box.addStretch(0)
        self._box.addWidget(self.clear, 1)
        self._word()
        self._dress()
        theme.changed.connect(self._dress)

    @property
    def undo(self) -> QPushButton:
        """Takes the last step back."""
        return self.buttons["undo"]

    @property
    def eraser(self) -> QPushButton:
        """Checked: the pen erases."""
        return self.buttons["eraser"]

    @property
    def clear(self) -> QPushButton:
        """Empties the canvas."""
        return self.buttons["clear"]

    def set_upright(self, upright: bool) -> None:
        """A column, or a row."""
        self._upright = upright
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        self._write()

    def _write(self) -> None:
        wordy = all(self._has_room(button) for button in self.buttons.values())
        for button in self.buttons.values():
            button.setText(button.accessibleName() if wordy else "")

    def _has_room(self, button: QPushButton) -> bool:
        """Whether the column, or a third of the row, holds the icon and the word."""
        room = self.width() if self._upright else self.width() / 3
        return button.fontMetrics().horizontalAdvance(button.accessibleName()) + BESIDE_WORD <= room

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"digit_{name}")
        button.setIconSize(QSize(22, 22))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        button.setMaximumHeight(LARGEST)
        button.setProperty("role", "segment")
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room for them."""
        super().resizeEvent(event)
        self._write()

    def _word(self) -> None:
        texts = {
            "undo": (self.tr("Undo"), self.tr("Take the last stroke back ({keys})").format(keys=native("Ctrl+Z"))),
            "eraser": (self.tr("Eraser"), self.tr("Erase with the pen; the right mouse button always erases")),
            "clear": (self.tr("Clear"), self.tr("Empty the canvas ({keys})").format(keys=native("Del"))),
        }
        for name, (text, tip) in texts.items():
            self.buttons[name].setAccessibleName(text)
            self.buttons[name].setToolTip(tip)
        self._write()

    def _dress(self, _: object = None) -> None:
        for name, button in self.buttons.items():
            button.setIcon(icon(name, self._theme))
