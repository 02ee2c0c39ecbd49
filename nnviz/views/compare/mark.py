"""LaneMark: the letter of a lane and a piece of its line, in its colour and dashes."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.lanes import LANES
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

LINE = 26.0
WIDTH = 2.5
GAP = 6.0


class LaneMark(QWidget):
    """Lane `lane` as it looks in the curves."""

    def __init__(self, theme: Theme, lane: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, LANES[lane]
        self.setObjectName(f"lane_{lane}_mark")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()
        theme.changed.connect(self._on_theme)

    def sizeHint(self) -> QSize:
        """Line and letter."""
        metrics = QFontMetricsF(self._theme.font(bold=True))
        return QSize(round(LINE + GAP + metrics.horizontalAdvance("W")), round(metrics.height()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, then the letter."""
        with painting(self) as painter:
            pen = QPen(self._theme.color(self._look.role), self._theme.width(WIDTH))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if self._look.dashes:
                pen.setDashPattern([length / WIDTH for length in self._look.dashes])
            painter.setPen(pen)
            middle = self.height() / 2
            painter.drawLine(QLineF(0, middle, LINE, middle))
            painter.setPen(self._theme.color("text"))
            painter.setFont(self._theme.font(bold=True))
            box = QRectF(LINE + GAP, 0, self.width() - LINE - GAP, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._look.letter)

    def _name(self) -> None:
        self.setAccessibleName(self._look.letter)

    def _on_theme(self, _: object) -> None:
        self.updateGeometry()
        self.update()
