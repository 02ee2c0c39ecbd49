"""Sign: a text as large as its place allows. It lets every touch through to what lies below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.booth.lettering import WRAP, fitted_font

LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)


class Sign(QWidget):
    """text  what it says;  role  its colour in the palette"""

    def __init__(
        self, name: str, theme: Theme, parent: QWidget, lines: int = 1, align: int = LEFT, bold: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._lines, self._align, self._bold = theme, lines, align, bold
        self.text, self.role = "", "text"
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_theme)

    def say(self, text: str, role: str = "text") -> None:
        """Say this, in a colour of the palette."""
        if (text, role) != (self.text, self.role):
            self.text, self.role = text, role
            self.setAccessibleName(text)
            self.update()

    def _on_theme(self, _: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text."""
        with painting(self) as painter:
            area = QRectF(self.rect())
            painter.setFont(fitted_font(self._theme, self.text, area, self._lines, self._bold))
            painter.setPen(self._theme.color(self.role))
            painter.drawText(area, self._align | (WRAP if self._lines > 1 else 0), self.text)
