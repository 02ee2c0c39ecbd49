"""Mark: whether an answer is right, as a sign and in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.worksheets.answers import ACCEPTED, EMPTY

TICK = ((-4.5, 0.5), (-1.5, 3.5), (4.5, -4.0))
CROSS = ((-3.5, -3.5), (3.5, 3.5), (0.0, 0.0), (-3.5, 3.5), (3.5, -3.5))
ROOM = 20.0
"""Width of the sign."""


class Mark(QWidget):
    """Nothing while there is no answer."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme, self._kind, self._text = theme, EMPTY, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def kind(self) -> str:
        """The verdict, as in `worksheets.answers`."""
        return self._kind

    @property
    def text(self) -> str:
        """The words beside the sign."""
        return self._text

    def show_verdict(self, kind: str, text: str) -> None:
        """Show a verdict, and say it to screen readers."""
        self._kind, self._text = kind, text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Sign and words."""
        metrics = self.fontMetrics()
        return QSize(round(ROOM) + metrics.horizontalAdvance(self._text) + 4, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """The sign alone."""
        return QSize(round(ROOM), self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._kind == EMPTY:
            return
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        good = self._kind in ACCEPTED
        color = self._theme.color("success" if good else "warning")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 2.0, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        middle = QPointF(ROOM / 2, self.height() / 2)
        painter.drawPolyline([middle + QPointF(x, y) for x, y in (TICK if good else CROSS)])
        painter.setPen(color)
        box = QRectF(ROOM, 0, self.width() - ROOM, self.height())
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, round(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
