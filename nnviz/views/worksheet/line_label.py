"""LineLabel: a line with symbols on screen, as wide as it is."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QFontInfo, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.views.worksheet.writing import Writing, plain
from nnviz.worksheets.recipe import Line

SIZE = 1.25
"""The letters of the mathematical font are smaller than those of ordinary text."""
HEIGHT, BASE = 1.9, 1.25
"""Of a line, and of its baseline below its top, in em."""
WIDEST = 340


class LineLabel(QWidget):
    """Pieces between which a line may break; in the colour of writing, or of remarks."""

    def __init__(self, writing: Writing, name: str, parent: QWidget, muted: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._writing = writing
        self._role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.WindowText
        self._pieces: tuple[Line, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(map(plain, self._pieces))

    def show_pieces(self, pieces: Sequence[Line], spoken: str = "") -> None:
        """Show other pieces; `spoken` is for screen readers, else the text is."""
        self._pieces = tuple(pieces)
        self.setAccessibleName(spoken or self.text)
        self.updateGeometry()
        self.update()

    def natural_width(self) -> float:
        """Pixels of all pieces in one line."""
        size = self._size()
        lines = self._writing.wrapped(self._pieces, size, 1e9)
        return max((self._writing.width(line, size) for line in lines), default=0.0)

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        return ceil(max(1, len(self._lines(width))) * HEIGHT * self._size())

    def sizeHint(self) -> QSize:
        """One line, where that is not too long."""
        width = min(ceil(self.natural_width()) + 2, WIDEST)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(24, self.heightForWidth(max(24, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(self.palette().color(self._role))
            for number, line in enumerate(self._lines(self.width())):
                base = (number * HEIGHT + BASE) * self._size()
                self._writing.paint(painter, QPointF(0, base), line, self._size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _lines(self, width: int) -> list[Line]:
        return self._writing.wrapped(self._pieces, self._size(), width)

    def _size(self) -> float:
        return float(round(QFontInfo(self.font()).pixelSize() * SIZE))
