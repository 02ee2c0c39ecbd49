"""Line: one line of text that stays one line: it is written smaller, then shortened, where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.theme.theme import Theme

LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
SMALLEST = 0.82


class Line(QWidget):
    """A text in a colour of the palette. Cheaper than a label, for a text that changes while the pen moves."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = "muted"
        self.text = ""
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._on_theme)

    def show_text(self, text: str, role: str = "muted") -> None:
        """Write this text; `role` is a colour of the palette."""
        if (text, role) != (self.text, self._role):
            self.text, self._role = text, role
            self.setAccessibleDescription(text)
            self.setToolTip(text)
            self.update()

    def _on_theme(self, _: object) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(240, round(QFontMetricsF(self._theme.font()).lineSpacing()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, fitted to the width."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        font = self._theme.font()
        wanted = QFontMetricsF(font).horizontalAdvance(self.text)
        if wanted > self.width():
            font.setPointSizeF(font.pointSizeF() * max(SMALLEST, self.width() / wanted * 0.99))
        painter.setFont(font)
        painter.setPen(self._theme.color(self._role))
        fitted = QFontMetricsF(font).elidedText(self.text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), LEFT, fitted)
        painter.end()
