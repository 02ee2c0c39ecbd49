"""AnswerButton: one answer to a question; when it is answered, it says whether it was right."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

PAD, MARK, RADIUS = 10.0, 20.0, 7.0
"""Around the text, room for the mark, and of the corners, in pixels."""
OPEN, RIGHT, WRONG, OTHER = "open", "right", "wrong", "other"
"""Verdicts: not answered yet, the right answer, chosen but wrong, neither."""
COLORS = {OPEN: "border", RIGHT: "success", WRONG: "warning", OTHER: "border"}
MARKS = {
    RIGHT: ((-5.0, 0.5), (-1.5, 4.0), (5.5, -4.5)),
    WRONG: ((-4.0, -4.0), (4.0, 4.0), (0.0, 0.0), (-4.0, 4.0), (4.0, -4.0)),
}
FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class AnswerButton(QAbstractButton):
    """Its text wraps. `chosen`: it is the answer that was given."""

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"lecture_answer_{number}")
        self._theme = theme
        self.verdict, self.chosen = OPEN, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def judge(self, verdict: str, chosen: bool) -> None:
        """Show what became of it; only an open answer can be chosen."""
        self.verdict, self.chosen = verdict, chosen
        self.setEnabled(verdict == OPEN)
        said = {
            OPEN: "{answer}",
            RIGHT: self.tr("{answer}: right"),
            WRONG: self.tr("{answer}: your answer, not right"),
            OTHER: "{answer}",
        }[verdict]
        self.setAccessibleName(said.format(answer=self.text()))
        self.update()

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(width - 2 * PAD - MARK, 40), 10_000)
        return ceil(self.fontMetrics().boundingRect(room.toRect(), FLAGS, self.text()).height() + 1.6 * PAD)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(max(self.width(), 80)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        theme = self._theme
        hot = self.verdict == OPEN and (self.underMouse() or self.hasFocus())
        color = theme.color("accent") if hot else theme.color(COLORS[self.verdict])
        strong = self.hasFocus() or self.verdict in MARKS
        plate = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(color, 2.0 if strong else 1.0))
        painter.setBrush(theme.color("border" if self.isDown() else "raised"))
        painter.drawRoundedRect(plate, RADIUS, RADIUS)
        painter.setPen(theme.color("muted" if self.verdict == OTHER else "text"))
        painter.drawText(plate.adjusted(PAD, 0, -PAD - MARK, 0), FLAGS, self.text())
        if self.verdict in MARKS:
            self._paint_mark(painter, QPointF(plate.right() - PAD - MARK / 4, plate.center().y()), color)

    def _paint_mark(self, painter: QPainter, at: QPointF, color: QColor) -> None:
        painter.setPen(QPen(color, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        scale = self._theme.scale
        painter.drawPolyline(QPolygonF([at + QPointF(x, y) * scale for x, y in MARKS[self.verdict]]))
