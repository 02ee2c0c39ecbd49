"""The picture of the plane: ground, boundary, points and axes in a square, and pointing at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from nnviz.data.toy import PLANE
from nnviz.engine.contour import Segments
from nnviz.theme.scales import Rgb
from nnviz.theme.theme import Theme
from nnviz.views.plots.legend import Legend, outline
from nnviz.views.plots.marks import Points, Rim, paint_cross, paint_lines, paint_points, radius_of
from nnviz.views.plots.pixels import image_of
from nnviz.widgets.printing import is_vector, pixel_ratio
from nnviz.widgets.ticks import Tick, linear_ticks

EDGE = 8.0
SPACE = 14.0
GAP_BELOW = 6.0
ROWS_WIDTH = 300.0
"""Width of a legend below the square."""
TICK_ROOM = 80
"""Pixels that a number wants for itself."""
STEP = 0.05
"""How far an arrow key moves the shown point."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where things are: the square of the plane, and the legend beside or below it."""

    square: QRectF
    legend: QRectF
    beside: bool


class PlaneView(QWidget):
    """Shows what it is given, all in raw coordinates of the plane.

    Signals: hovered((x1, x2) | None), chosen((x1, x2)) after a click or an arrow key.
    """

    hovered = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colors: Rgb | None = None
        self._boundary: Segments = np.empty((0, 2, 2))
        self._train = self._test = Points(np.empty((0, 2)), np.empty((0, 3), np.uint8))
        self._rim = Rim.of(theme)
        self._legend = Legend(theme, ())
        self._axes = ("", "")
        self._shown: tuple[float, float] | None = None
        self._ground: QPixmap | None = None
        self._frame: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    # what is shown

    def set_ground(self, colors: Rgb, boundary: Segments) -> None:
        """(n, n, 3) colours of samples from edge to edge, and the pieces of the boundary (k, 2, 2)."""
        self._colors, self._boundary, self._ground = colors, boundary, None
        self.update()

    def set_points(self, train: Points, test: Points, rim: Rim) -> None:
        """Training points, test points (where they are wanted), and what sets them off."""
        self._train, self._test, self._rim, self._frame = train.drawn, test.drawn, rim, None
        self.update()

    def set_legend(self, legend: Legend, axes: tuple[str, str]) -> None:
        """The legend and the names of the axes; also after a change of theme."""
        self._legend, self._axes = legend, axes
        self._forget()

    def set_shown(self, point: tuple[float, float] | None) -> None:
        """The point that goes through the network."""
        if point != self._shown:
            self._shown = point
            self.update()

    @property
    def square(self) -> QRectF:
        """The square of the plane, in pixels of the widget."""
        return self._place.square

    def pixel_of(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(…, 2) raw coordinates → pixels of the widget."""
        box = self.square
        share = np.asarray(points) / (2 * PLANE) * [1, -1] + 0.5
        return np.asarray(share * box.width() + [box.left(), box.top()])

    def point_at(self, pixel: QPointF) -> tuple[float, float] | None:
        """The raw point below a pixel; None outside of the square."""
        box = self.square
        if not box.contains(pixel):
            return None
        share = (pixel - box.topLeft()) / box.width()
        return (2 * share.x() - 1) * PLANE, (1 - 2 * share.y()) * PLANE

    # geometry

    @cached_property
    def _place(self) -> Place:
        """The legend stands where it leaves the larger square."""
        metrics = QFontMetricsF(self._theme.font(0.85))
        line = metrics.height()
        left, bottom = metrics.horizontalAdvance("−0.5") + 8, line + 6
        width, height = self.width() - left - 2, self.height() - EDGE
        column = self._legend.column_width() + SPACE
        span = min(width + left, ROWS_WIDTH)
        rows = self._legend.rows_height(span) + GAP_BELOW
        beside = min(width - column, height - bottom)
        below = min(width, height - bottom - rows)
        side = max(beside, below, 10.0)
        x = left + max(0.0, (width - (column if beside >= below else 0) - side) / 2)
        square = QRectF(round(x), round(EDGE / 2), round(side), round(side))
        if beside >= below:
            return Place(square, QRectF(square.right() + SPACE, square.top(), column, side), True)
        start = min(max(square.center().x() - span / 2, 0.0), self.width() - span)
        return Place(square, QRectF(start, square.bottom() + bottom + GAP_BELOW, span, rows), False)

    def _forget(self) -> None:
        """Sizes, fonts or colours have changed: lay out and paint anew."""
        self.__dict__.pop("_place", None)
        self._ground = self._frame = None
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter, self._place)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, place: Place) -> None:
        if is_vector(painter):
            self._draw_ground(painter, place)
            self._draw_frame(painter, place)
        else:
            self._ground = self._layer(self._ground, self._draw_ground)
            self._frame = self._layer(self._frame, self._draw_frame)
            painter.drawPixmap(0, 0, self._ground)
            painter.drawPixmap(0, 0, self._frame)
        if self._shown:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(place.square)
            x, y = self.pixel_of(np.array(self._shown)).tolist()
            paint_cross(painter, x, y, self._theme)

    def _layer(self, kept: QPixmap | None, draw: Callable[[QPainter, Place], None]) -> QPixmap:
        """What is kept in a pixmap, drawn where it is not there or has another resolution."""
        ratio = pixel_ratio(self)
        if kept is not None and kept.devicePixelRatioF() == ratio:
            return kept
        layer = QPixmap(self.size() * ratio)
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        draw(painter, self._place)
        painter.end()
        return layer

    def _draw_ground(self, painter: QPainter, place: Place) -> None:
        if self._colors is None:
            return
        box = place.square
        painter.setClipRect(box)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # The outermost samples lie on the edges, so that half of their pixels is outside.
        half = box.width() / (self._colors.shape[0] - 1) / 2
        painter.drawImage(box.adjusted(-half, -half, half, half), image_of(self._colors))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_lines(painter, self.pixel_of(self._boundary), self._theme)
        painter.setClipping(False)

    def _draw_frame(self, painter: QPainter, place: Place) -> None:
        """All that stays while the network learns: points, axes and legend, on a layer above the ground."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(place.square)
        radius = radius_of(len(self._train.at) + len(self._test.at), place.square.width())
        for points in (self._train, self._test):
            paint_points(painter, points, self.pixel_of(points.at), radius, self._rim)
        painter.setClipping(False)
        self._paint_axes(painter, place.square)
        if place.beside:
            self._legend.paint_column(painter, place.legend.topLeft())
        else:
            self._legend.paint_rows(painter, place.legend.topLeft(), place.legend.width())

    def _paint_axes(self, painter: QPainter, box: QRectF) -> None:
        outline(painter, box, self._theme.color("accent" if self.hasFocus() else "border"))
        painter.setFont(self._theme.font(0.85))
        line = QFontMetricsF(painter.font()).height()
        ticks = self._ticks(box)
        painter.setPen(self._theme.color("muted"))
        for value, text in ticks:
            self._write_beside(painter, box, value, line, (text, text))
        # Between the last two numbers there is always room for a name.
        painter.setPen(self._theme.color("text"))
        self._write_beside(painter, box, (ticks[-1][0] + ticks[-2][0]) / 2, line, self._axes)

    def _write_beside(self, painter: QPainter, box: QRectF, value: float, line: float, texts: tuple[str, str]) -> None:
        """A text below the square at x₁ = value, and one left of it at x₂ = value."""
        x, y = self.pixel_of(np.array([value, value])).tolist()
        painter.drawText(QRectF(x - 30, box.bottom() + 3, 60, line), Qt.AlignmentFlag.AlignCenter, texts[0])
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(box.left() - 64, y - line / 2, 60, line), right, texts[1])

    def _ticks(self, box: QRectF) -> list[Tick]:
        return linear_ticks((-PLANE, PLANE), max(int(box.width() / TICK_ROOM), 3))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(380, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 140)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._forget()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.point_at(event.position())
        self.hovered.emit(point)
        if point and event.buttons() & Qt.MouseButton.LeftButton:
            self.chosen.emit(point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self.point_at(event.position())
        if point and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(point)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        here = np.array(self._shown or (0.0, 0.0)) + STEP * np.array(step)
        x1, x2 = np.clip(here, -PLANE, PLANE).tolist()
        self.chosen.emit((x1, x2))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._frame = None
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._frame = None
        self.update()
        super().focusOutEvent(event)
