"""Laser: a red dot at the mouse, and where it was a moment ago."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from math import hypot
from time import monotonic

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.session.clock import FrameClock
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

RED, RIM = "#ff2d2d", "#ffffff"
"""A laser is red in every palette; the rim tells it from red and orange things for every kind of colour vision."""
DOT, GLOW, RIM_WIDTH = 7.0, 15.0, 2.0
"""Radii and width in pixels at the ordinary size of writing."""
GLOW_ALPHA, TRAIL_ALPHA = 70, 150
TRAIL_SECONDS = 0.35


class Laser(QWidget):
    """Lies over the window only where dot and trail are; the mouse goes through it."""

    def __init__(self, theme: Theme, clock: FrameClock, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("presenter_laser")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme, self._clock = theme, clock
        self._on = False
        self._places: deque[tuple[QPoint, float]] = deque()
        clock.frame.connect(self._fade)
        self.hide()

    @property
    def is_on(self) -> bool:
        """True while it is switched on; outside the window it is not to be seen."""
        return self._on

    @property
    def trail(self) -> tuple[QPoint, ...]:
        """Places in the window, the oldest first; the last is the dot's."""
        return tuple(place for place, _ in self._places)

    def turn(self, on: bool, at: QPoint) -> None:
        """On at a place of the window, or off."""
        self._on = on
        self._places.clear()
        if on:
            self.move_to(at)
            self.raise_()
        self.setVisible(on)

    def move_to(self, place: QPoint) -> None:
        """Point at another place of the window."""
        if not self._on:
            return
        if self._theme.calm:
            self._places.clear()
        self._places.append((place, monotonic()))
        self._clock.wake()
        self._cover()
        self.show()

    def leave(self) -> None:
        """The mouse has left the window."""
        self.hide()

    def word(self) -> None:
        """In the language that is now in use."""
        self.setAccessibleName(self.tr("Laser pointer"))

    def _fade(self) -> None:
        """The tail of the trail goes, the dot stays."""
        if len(self._places) < 2:
            return
        since = monotonic() - TRAIL_SECONDS
        while len(self._places) > 1 and self._places[0][1] < since:
            self._places.popleft()
        self._clock.wake()
        self._cover()

    def _cover(self) -> None:
        """As large as what is painted, and no larger: everything beneath it is painted too."""
        box = QRect(self._places[0][0], self._places[0][0])
        for place, _ in self._places:
            box |= QRect(place, place)
        margin = round(GLOW * self._theme.scale) + 2
        self.setGeometry(box.adjusted(-margin, -margin, margin, margin))
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            painter.translate(-self.pos())
            self._paint_trail(painter)
            self._paint_dot(painter, self._places[-1][0])

    def _paint_trail(self, painter: QPainter) -> None:
        """One shape that grows thin: pieces over each other would show as beads."""
        now, shape = monotonic(), QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        for (start, then), (end, later) in pairwise(self._places):
            shape.addPath(_tapered(QPointF(start), QPointF(end), self._width(now - then), self._width(now - later)))
        color = QColor(RED)
        color.setAlpha(TRAIL_ALPHA)
        painter.fillPath(shape, color)

    def _width(self, age: float) -> float:
        """Half the width of the trail where the dot was so many seconds ago."""
        return DOT * self._theme.scale * max(0.0, 1 - age / TRAIL_SECONDS)

    def _paint_dot(self, painter: QPainter, place: QPoint) -> None:
        size = self._theme.scale
        glow = QColor(RED)
        glow.setAlpha(GLOW_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(place, GLOW * size, GLOW * size)
        painter.setPen(QPen(QColor(RIM), RIM_WIDTH))
        painter.setBrush(QColor(RED))
        painter.drawEllipse(place, DOT * size, DOT * size)


def _tapered(start: QPointF, end: QPointF, first: float, last: float) -> QPainterPath:
    """A piece of the trail from half the width `first` to `last`, with a round end; all pieces turn the same way."""
    along = end - start
    length = hypot(along.x(), along.y()) or 1.0
    aside = QPointF(-along.y(), along.x()) / length
    piece = QPainterPath()
    piece.addPolygon([start - aside * first, end - aside * last, end + aside * last, start + aside * first])
    piece.closeSubpath()
    piece.addEllipse(end, last, last)
    return piece
