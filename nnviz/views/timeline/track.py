"""TimelineTrack: a slider over all iterations of a run, with a tick for every state that is kept."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from nnviz.session.timeline import TimelineFacts
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.wheel_guard import WheelGuard

Number = TypeVar("Number", float, NDArray[np.float64])
EDGE = 8.0
"""Pixels at both ends: the handle's radius."""
HEIGHT = 24
GROOVE = 4.0
TICK = (5.0, 8.0)
"""Where a tick begins and ends below the middle of the groove."""
TICK_ALPHA = 150
"""Where a state of every pixel is kept, the ticks grow together to a band that should stay quiet."""
RADIUS = 6.5
NOTCH = 120
"""Eighths of a degree of one notch of a wheel."""
PAGE = 10
"""Kept states that Page Up and Page Down pass over."""
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
}


class TimelineTrack(QSlider):
    """Its value is the iteration; hands and keys reach the kept states only. A wheel goes from one to the next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._facts = TimelineFacts()
        self._rest = 0.0
        self.setRange(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        WheelGuard(self)
        theme.changed.connect(self._on_theme)

    @property
    def ticks(self) -> tuple[float, ...]:
        """Pixels of the kept states, one for each pixel that has any."""
        x = self.x_of(np.array(self._facts.iterations, np.float64))
        return tuple((np.unique(np.round(x)) + 0.5).tolist())

    def show_facts(self, facts: TimelineFacts) -> None:
        """Show these, without a signal; a hand on the handle goes first."""
        self._facts = facts
        with QSignalBlocker(self):
            self.setRange(0, facts.newest)
            if not self.isSliderDown():
                self.setValue(facts.position)
        self.update()

    def x_of(self, iteration: Number) -> Number:
        """Pixel of an iteration, or of an array of them."""
        return EDGE + (self.width() - 2 * EDGE) * iteration / max(self._facts.newest, 1)

    def nearest(self, x: float) -> int:
        """The kept state nearest to a pixel."""
        wanted = (x - EDGE) / max(self.width() - 2 * EDGE, 1.0) * self._facts.newest
        return min(self._facts.iterations, key=lambda iteration: abs(iteration - wanted), default=0)

    def neighbour(self, steps: int) -> int:
        """The kept state so many further (steps > 0) or earlier than the value, as far as there are any."""
        kept = self._facts.iterations
        if not kept:
            return self.value()
        base = bisect_right(kept, self.value()) - 1 if steps > 0 else bisect_left(kept, self.value())
        return kept[min(max(base + steps, 0), len(kept) - 1)]

    def turn(self, angle: int) -> int:
        """A wheel was turned by so many eighths of a degree: one state earlier for each notch. Its value then."""
        self._rest += angle / NOTCH
        notches = int(self._rest)
        self._rest -= notches
        if notches:
            self.setValue(self.neighbour(-notches))
        return self.value()

    def _on_theme(self, _: object) -> None:
        self.updateGeometry()
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        """A handle with ticks below."""
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Enough to aim."""
        return QSize(90, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self.nearest(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self.nearest(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def hideEvent(self, event: QHideEvent) -> None:
        self.setSliderDown(False)
        super().hideEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(event.angleDelta().y())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.setValue(self.neighbour(STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, ticks, handle."""
        with painting(self) as painter:
            self._paint_groove(painter)
            self._paint_handle(painter)

    def _paint_groove(self, painter: QPainter) -> None:
        middle, here = self.height() / 2 - 2, self.x_of(self.value())
        color = self._theme.color("faint")
        color.setAlpha(TICK_ALPHA)
        painter.setPen(QPen(color, 1))
        painter.drawLines([QLineF(x, middle + TICK[0], x, middle + TICK[1]) for x in self.ticks])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for role, right in (("border", self.width() - EDGE), ("accent", here)):
            painter.setBrush(self._theme.color(role))
            box = QRectF(EDGE, middle - GROOVE / 2, max(right - EDGE, 0), GROOVE)
            painter.drawRoundedRect(box, GROOVE / 2, GROOVE / 2)

    def _paint_handle(self, painter: QPainter) -> None:
        ring, inside = ("text", "accent") if self.hasFocus() else ("accent", "surface")
        painter.setPen(QPen(self._theme.color(ring if self.isEnabled() else "border"), 2))
        painter.setBrush(self._theme.color(inside))
        painter.drawEllipse(QPointF(self.x_of(self.value()), self.height() / 2 - 2), RADIUS, RADIUS)
