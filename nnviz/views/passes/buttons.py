"""Buttons of the player: an icon, a word where there is room for one, and a name for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from nnviz.theme.icons import icon
from nnviz.theme.theme import Theme

ICON = 18
HEIGHT = 32


class PassesButton(QToolButton):
    """A button that follows the palette and the size of the writing. A `primary` one stands out."""

    def __init__(self, picture: str, theme: Theme, parent: QWidget | None = None, primary: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._picture, self._primary = theme, picture, primary
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if primary:
            self.setProperty("role", "primary")
        theme.changed.connect(self._dress)
        self._dress()

    def show_picture(self, picture: str) -> None:
        """Another icon."""
        if picture != self._picture:
            self._picture = picture
            self._dress()

    def name(self, text: str, tip: str) -> None:
        """What it does, in short and as a tip."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip)

    def spell(self, wordy: bool) -> None:
        """With its word, or the icon alone."""
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wordy else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)

    def changeEvent(self, event: QEvent) -> None:
        """A primary button stands out only while it can be pressed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and self._primary:
            self.setProperty("role", "primary" if self.isEnabled() else "")
            self.style().polish(self)
            self._dress()

    def _dress(self, _: object = None) -> None:
        scale = self._theme.scale
        self.setIconSize(QSize(round(ICON * scale), round(ICON * scale)))
        self.setMinimumHeight(round(HEIGHT * scale))
        self.setIcon(
            icon(self._picture, self._theme.palette, "on_accent" if self._primary and self.isEnabled() else "text")
        )
