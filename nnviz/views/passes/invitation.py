"""Invitation: what the strip shows while no iteration is on the stage."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.passes.buttons import PassesButton
from nnviz.views.passes.line import CaptionLine
from nnviz.views.passes.words import Caption

WORDY = 430
"""Narrower than this, times the size of the writing, the second button loses its word."""


class Invitation(QWidget):
    """Two buttons and a hint. `hint.warn` says why nothing can be shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.show_button = PassesButton("passes", theme, self, primary=True)
        self.batch_button = PassesButton("batch", theme, self)
        self.hint = CaptionLine(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.show_button)
        row.addWidget(self.batch_button)
        row.addSpacing(6)
        row.addWidget(self.hint, 1)
        for part, name in ((self.show_button, "show"), (self.batch_button, "batch"), (self.hint, "hint")):
            part.setObjectName(f"passes_{name}")
        self.show_button.spell(True)
        self._way = ""
        self.word()

    def word(self) -> None:
        """Words in the language of the program."""
        self.show_button.name(
            self.tr("Show passes"),
            self.tr("Play forward pass, loss, backward pass and update for what is shown; nothing is trained"),
        )
        self.batch_button.name(
            self.tr("One mini-batch"), self.tr("Make one real iteration on the next mini-batch, and play it")
        )
        self.invite(self._way)

    def invite(self, way: str) -> None:
        """Offer the passes, or say what to do first, "digit" or "point", because nothing is shown."""
        self._way = way
        self.show_button.setEnabled(not way)
        self.hint.show_caption(self._hint())
        self.hint.tell()

    def _hint(self) -> Caption:
        first = {
            "digit": self.tr("First draw a digit or take a test sample"),
            "point": self.tr("First click on a point of the plane"),
        }
        if self._way:
            return Caption(first[self._way])
        return Caption("", "", self.tr("Watch one iteration slowly"), self.tr("forward, loss, backward, update"))

    def minimumSizeHint(self) -> QSize:
        """Without the second button's word and with next to no hint."""
        buttons = self.show_button.sizeHint().width() + self.batch_button.sizeHint().height()
        return QSize(buttons + 70, self.show_button.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room for them."""
        super().resizeEvent(event)
        self.batch_button.spell(self.width() >= WORDY * self._theme.scale)
