"""GivenView: the drawing of the network and the tables of given values on screen, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.worksheet.diagram import Diagram
from nnviz.views.worksheet.given import GivenTables
from nnviz.views.worksheet.paper import Inks, Press
from nnviz.views.worksheet.words import WorksheetWords
from nnviz.views.worksheet.writing import Script, Writing
from nnviz.widgets.typesetter import Typesetter

LEAST = 400.0
"""Width of the drawing at the ordinary size of writing; narrower, it is made smaller."""


class GivenView(QWidget):
    """As wide as there is room."""

    def __init__(self, theme: Theme, typesetter: Typesetter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("worksheet_given_view")
        self._theme, self._typesetter, self._words = theme, typesetter, WorksheetWords(self)
        self._script: Script | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_given(self, script: Script) -> None:
        """Show the given values of a sheet."""
        self._script = script
        self.word()
        self._measure()
        self.update()

    def word(self) -> None:
        """Say every given value to screen readers."""
        if self._script is not None:
            script = self._script
            said = (f"{self._words.spoken(q)}: {script.number(q)}" for q in script.sheet.given)
            self.setAccessibleName(self._words.given())
            self.setAccessibleDescription("; ".join(said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another height. Layouts that ask for it mix the heights of several widths."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def _measure(self) -> None:
        parts, scale = self._parts(self.width())
        self.setFixedHeight(round(sum(part.height for part in parts) * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        parts, scale = self._parts(self.width())
        with painting(self, antialias=True) as painter:
            painter.scale(scale, scale)
            top = 0.0
            for part in parts:
                part.paint(painter, top)
                top += part.height

    def _parts(self, width: int) -> tuple[list[Diagram | GivenTables], float]:
        """What is painted, and by how much it is enlarged."""
        if self._script is None:
            return [], 1.0
        scale = min(self._theme.scale, width / LEAST)
        palette = self._theme.palette
        inks = Inks(palette.text, palette.muted, palette.faint, palette.window)
        writing = Writing(self._typesetter)
        press = Press(self._script.sheet, False, self._script, self._words, writing, self._typesetter, inks)
        return [Diagram(press, width / scale), GivenTables(press, width / scale)], scale
