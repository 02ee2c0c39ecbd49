"""Spot: everything is dimmed but a soft circle around the mouse."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPixmap, QRadialGradient, QRegion
from PySide6.QtWidgets import QWidget

from nnviz.theme.painting import clear_pixmap, painting
from nnviz.theme.theme import Theme

DIM_ALPHA = 168
"""Of 255: what is dimmed can still be made out."""
SOFT = 0.82
"""Share of the radius that is wholly clear."""
FIRST_RADIUS, LEAST_RADIUS = 0.22, 50
"""Share of the window's height; pixels."""
LARGEST_RADIUS = 0.6
GROWTH = 1.12
"""Of one notch of the wheel."""


class Spot(QWidget):
    """Lies over the window and lets the mouse through. When it moves, only its old and its new place are painted."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("presenter_spot")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme, self._window = theme, window
        self._center = QPoint()
        self._radius = 0.0
        self._light = QPixmap()
        theme.changed.connect(self._forget)
        self.hide()

    @property
    def center(self) -> QPoint:
        """Middle of the circle, in the window."""
        return self._center

    @property
    def radius(self) -> float:
        """Of the circle, in pixels."""
        return self._radius

    def turn(self, on: bool, at: QPoint) -> None:
        """On at a place of the window, or off."""
        if on:
            self.setGeometry(self._window.rect())
            self._radius = self._radius or FIRST_RADIUS * self.height()
            self.move_to(at)
            self.raise_()
        self.setVisible(on)

    def move_to(self, place: QPoint) -> None:
        """Light another place of the window."""
        if place == self._center:
            return
        before = self._box()
        self._center = place
        self.update(QRegion(before) + self._box())

    def grow(self, notches: float) -> None:
        """A larger circle, or with negative notches a smaller one."""
        before = self._box()
        largest = LARGEST_RADIUS * self.height()
        self._radius = min(max(self._radius * GROWTH**notches, LEAST_RADIUS), largest)
        self._light = QPixmap()
        self.update(QRegion(before) + self._box())

    def word(self) -> None:
        """In the language that is now in use."""
        self.setAccessibleName(self.tr("Spotlight"))

    def _box(self) -> QRect:
        side = 2 * ceil(self._radius)
        box = QRect(0, 0, side, side)
        box.moveCenter(self._center)
        return box

    def _dim(self) -> QColor:
        """The darkest colour of the palette, translucent."""
        color = self._theme.color("paper" if self._theme.palette.dark else "ink")
        color.setAlpha(DIM_ALPHA)
        return color

    def _forget(self) -> None:
        self._light = QPixmap()
        self.update()

    def _lit(self, size: QSize) -> QPixmap:
        """A square of dimness with a hole; made once for each size."""
        ratio = self.devicePixelRatioF()
        if self._light.isNull() or self._light.devicePixelRatio() != ratio:
            self._light = clear_pixmap(size * ratio, ratio)
            with painting(self._light) as painter:
                painter.fillRect(QRect(QPoint(0, 0), size), self._gradient(size))
        return self._light

    def _gradient(self, size: QSize) -> QRadialGradient:
        gradient = QRadialGradient(QPointF(size.width() / 2, size.height() / 2), size.width() / 2)
        clear = self._dim()
        clear.setAlpha(0)
        gradient.setColorAt(0, clear)
        gradient.setColorAt(SOFT, clear)
        gradient.setColorAt(1, self._dim())
        return gradient

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        box = self._box()
        with painting(self) as painter:
            painter.setClipRegion(event.region() - QRegion(box))
            painter.fillRect(event.rect(), self._dim())
            painter.setClipping(False)
            painter.drawPixmap(box.topLeft(), self._lit(box.size()))
