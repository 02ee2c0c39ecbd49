"""TransportButton: a button with one of the signs of a player, drawn sharp at every scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QToolButton, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

SIGNS: dict[str, tuple[tuple[str, float, float], ...]] = {
    "start": (("bar", -0.8, 0), ("back", -0.1, 0)),
    "back": (("back", -0.35, 0), ("bar", 0.65, 0)),
    "play": (("on", 0.1, 0),),
    "pause": (("bar", -0.4, 0), ("bar", 0.4, 0)),
    "forward": (("bar", -0.65, 0), ("on", 0.35, 0)),
    "end": (("on", 0.1, 0), ("bar", 0.8, 0)),
}
"""Parts of each sign: triangles to the left or right and bars, at (x, y) from the middle in half heights."""
SIDE = 34
HALF = 7.0
"""Half of the height of a sign at ordinary writing."""


class TransportButton(QToolButton):
    """Shows `sign`; a `primary` one stands out."""

    def __init__(self, name: str, sign: str, theme: Theme, parent: QWidget, primary: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._sign, self._theme, self._primary = sign, theme, primary
        if primary:
            self.setProperty("role", "primary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def sign(self) -> str:
        """The sign it shows."""
        return self._sign

    def show_sign(self, sign: str) -> None:
        """Another sign."""
        if sign != self._sign:
            self._sign = sign
            self.update()

    def name(self, text: str) -> None:
        """What it does."""
        self.setAccessibleName(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """A square that grows with the writing."""
        side = round(SIDE * self._theme.scale)
        return QSize(side + (12 if self._primary else 0), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button as the style draws it, and the sign."""
        super().paintEvent(event)
        with painting(self, antialias=True) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            role = "on_accent" if self._primary else "text"
            painter.setBrush(self._theme.color(role if self.isEnabled() else "faint"))
            painter.translate(QRectF(self.rect()).center())
            half = HALF * self._theme.scale
            for part, x, y in SIGNS[self._sign]:
                _paint_part(painter, part, QPointF(x, y) * half, half)


def _paint_part(painter: QPainter, part: str, middle: QPointF, half: float) -> None:
    if part == "bar":
        painter.drawRoundedRect(QRectF(middle.x() - 0.16 * half, -half, 0.32 * half, 2 * half), 1, 1)
        return
    way = half * 0.8 if part == "on" else -half * 0.8
    tip, back = QPointF(middle.x() + way, 0), middle.x() - way
    painter.drawPolygon(QPolygonF([tip, QPointF(back, -half), QPointF(back, half)]))
