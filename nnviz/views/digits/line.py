"""Line: a short text on one line, or on two where its place is high enough; else written smaller, then shortened."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
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
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("surface"))
            font = self._theme.font()
            painter.setPen(self._theme.color(self._role))
            if self._wraps(font):
                painter.setFont(font)
                painter.drawText(self.rect(), WRAPPED, self.text)
            else:
                self._paint_line(painter, font)

    def _wraps(self, font: QFont) -> bool:
        """Whether the place is higher than one line and the text fits it on several."""
        metrics = QFontMetricsF(font)
        needed = metrics.boundingRect(QRectF(self.rect()), WRAPPED, self.text)
        room = self.height() >= 2 * metrics.lineSpacing()
        return room and needed.height() <= self.height() and needed.width() <= self.width()

    def _paint_line(self, painter: QPainter, font: QFont) -> None:
        wanted = QFontMetricsF(font).horizontalAdvance(self.text)
        if wanted > self.width():
            font.setPointSizeF(font.pointSizeF() * max(SMALLEST, self.width() / wanted * 0.99))
        painter.setFont(font)
        fitted = QFontMetricsF(font).elidedText(self.text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), LEFT, fitted)
