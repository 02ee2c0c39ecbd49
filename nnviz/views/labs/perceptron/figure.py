"""Figure: base of the drawings of this lab. They are laid out on a board of fixed size and grow with the window."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.scales import between, qcolor
from nnviz.theme.theme import Theme
from nnviz.widgets.focus import paint_focus_ring

CENTER = Qt.AlignmentFlag.AlignCenter
BASE = 13.0
"""Pixels of ordinary writing on a board drawn in its own size."""
GROWTH = 0.5
"""How much of a larger size of writing figures follow: most of it comes from the window."""
KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sketch:
    """A painter on the board, with the theme's colours and fonts."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter, self.theme = painter, theme
        self._growth = 1 + GROWTH * (theme.scale - 1)

    def font(self, size: float = 1.0, bold: bool = False) -> QFont:
        """The theme's font in pixels of the board."""
        font = self.theme.font(1.0, bold=bold)
        font.setPixelSize(max(1, round(BASE * size * self._growth)))
        return font

    def write(
        self,
        x: float,
        y: float,
        text: str,
        role: str = "text",
        size: float = 1.0,
        bold: bool = False,
        align: float = 0.5,
        plate: bool = False,
    ) -> None:
        """One line about a point: its share `align` of the width lies to the left. `plate` clears the ground below."""
        font = self.font(size, bold)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(text), metrics.height()
        box = QRectF(x - align * width, y - height / 2, width, height)
        if plate:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(self.theme.color("surface"))
            self.painter.drawRoundedRect(box.adjusted(-4, -1, 4, 1), 4, 4)
        self.painter.setFont(font)
        self.painter.setPen(self.theme.color(role))
        self.painter.drawText(box.adjusted(-2, 0, 2, 0), CENTER, text)

    def disc(self, center: QPointF, radius: float, fill: QColor, edge: str = "border", width: float = 1.6) -> None:
        """A filled circle."""
        self.painter.setPen(QPen(self.theme.color(edge), self.theme.width(width)))
        self.painter.setBrush(fill)
        self.painter.drawEllipse(center, radius, radius)

    def box(self, box: QRectF, fill: QColor, edge: str = "border", width: float = 1.6) -> None:
        """A filled box with round corners."""
        self.painter.setPen(QPen(self.theme.color(edge), self.theme.width(width)))
        self.painter.setBrush(fill)
        self.painter.drawRoundedRect(box, 9, 9)

    def wire(self, start: QPointF, end: QPointF, role: str, width: float, dashed: bool = False) -> None:
        """A straight line."""
        pen = QPen(self.theme.color(role), self.theme.width(width))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
        if dashed:
            pen.setDashPattern([max(6 / width, 1.5), max(4 / width, 0.9)])
        self.painter.setPen(pen)
        self.painter.drawLine(start, end)

    def tint(self, role: str, share: float) -> QColor:
        """`share` of a colour over the ground of a card."""
        return qcolor(between(np.array(share), self.theme.palette.surface, getattr(self.theme.palette, role)))


class Figure(QWidget):
    """A drawing with `spots` that can be pressed with the mouse, or chosen with the arrow keys and pressed with Space.

    Subclasses set `board`, the size on which they draw, and `spots`, and fill in `draw`.
    Signals: picked(str): the name of a spot.
    """

    picked = Signal(str)
    board = (460.0, 240.0)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.theme = theme
        self.spots: dict[str, QRectF] = {}
        self.spot = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._repaint)

    def draw(self, sketch: Sketch) -> None:
        """Draw everything, in pixels of the board."""

    @property
    def factor(self) -> float:
        """Pixels of the widget to one of the board."""
        return min(self.width() / self.board[0], self.height() / self.board[1])

    @property
    def corner(self) -> QPointF:
        """Where the board's upper left corner is, in pixels of the widget."""
        width, height = (side * self.factor for side in self.board)
        return QPointF((self.width() - width) / 2, (self.height() - height) / 2)

    def place(self, spot: str) -> QPointF:
        """The middle of a spot, in pixels of the widget."""
        return self.spots[spot].center() * self.factor + self.corner

    def spot_at(self, pixel: QPointF) -> str:
        """Name of the spot under a pixel, "" for none."""
        at = (pixel - self.corner) / self.factor
        return next((name for name, box in self.spots.items() if box.contains(at)), "")

    def _repaint(self, *_: object) -> None:
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(round(self.board[0]), round(self.board[1]))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.board[0] / 2), round(self.board[1] / 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            painter.translate(self.corner)
            painter.scale(self.factor, self.factor)
            self.draw(Sketch(painter, self.theme))
            if self.hasFocus() and self.spot in self.spots:
                paint_focus_ring(painter, self.spots[self.spot].adjusted(-3, -3, 3, 3), self.palette())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        name = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and name:
            self.spot = name
            self.picked.emit(name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.spot_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names, key = list(self.spots), Qt.Key(event.key())
        if names and key in KEYS:
            at = names.index(self.spot) + KEYS[key] if self.spot in names else 0
            self.spot = names[at % len(names)]
            self.update()
        elif self.spot in names and key in PRESSES:
            self.picked.emit(self.spot)
        else:
            super().keyPressEvent(event)
