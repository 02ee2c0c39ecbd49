"""Buttons of the descent lab: icon, word, and a name for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from nnviz.theme.icons import icon
from nnviz.theme.theme import Theme

ICON, HEIGHT = 18, 32
LARGE = 1.2
"""Size of writing from which only primary buttons have a word: the others would not fit beside them."""


class RaceButton(QToolButton):
    """A button in the colours of the palette, once it is dressed. A `primary` one stands out."""

    def __init__(
        self, picture: str, theme: Theme, name: str, parent: QWidget | None = None, primary: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._picture, self._primary = theme, picture, primary
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if primary:
            self.setProperty("role", "primary")

    def show_picture(self, picture: str) -> None:
        """Another icon."""
        if picture != self._picture:
            self._picture = picture
            self.dress()

    def name(self, text: str, tip: str) -> None:
        """What it does, in short and as a tip."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip)

    def dress(self) -> None:
        """Colours and size of the theme."""
        scale = self._theme.scale
        wordy = self._primary or scale < LARGE
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wordy else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)
        self.setIconSize(QSize(round(ICON * scale), round(ICON * scale)))
        self.setMinimumHeight(round(HEIGHT * scale))
        self.setIcon(icon(self._picture, self._theme.palette, "on_accent" if self._primary else "text"))
