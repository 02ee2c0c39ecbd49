"""The picture of the plane: ground, boundary, points and axes in a square, and pointing at it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from nnviz.data.plane import USUAL, Bounds
from nnviz.engine.contour import Segments
from nnviz.theme.painting import clear_pixmap, painting
from nnviz.theme.scales import Rgb
from nnviz.theme.theme import Theme
from nnviz.views.plots.legend import Legend, Placed, outline
from nnviz.views.plots.marks import Points, Rim, paint_cross, paint_lines, paint_points, radius_of
from nnviz.views.plots.pixels import image_of
from nnviz.views.plots.plane_place import Place, place_in
from nnviz.widgets.printing import is_vector, pixel_ratio
from nnviz.widgets.ticks import Tick, linear_ticks

LEAST_TICKS = 3
TICK_ROOM = 80
"""Pixels that a number wants for itself."""
STEP = 1 / 24
"""How far an arrow key moves the shown point, as a share of half the square."""
PLAIN = 2
"""Letters of an axis that has no name but x₁ or x₂; longer names stand in a line of their own."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
}  # fmt: skip


class PlaneView(QWidget):
    """Shows what it is given, all in raw coordinates of the plane.

    Signals: hovered((x1, x2) | None), chosen((x1, x2)) after a click or an arrow key. With a brush a drag is a stroke
    instead: stroke_begun((x1, x2), bool) with True for the right button, stroke_moved((x1, x2)), stroke_ended().
    """

    hovered = Signal(object)
    chosen = Signal(object)
    stroke_begun = Signal(object, bool)
    stroke_moved = Signal(object)
    stroke_ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colors: Rgb | None = None
        self._boundary: Segments = np.empty((0, 2, 2))
        self._train = self._test = Points(np.empty((0, 2)), np.empty((0, 3), np.uint8))
        self._fresh = Points(np.empty((0, 2)), np.empty((0, 3), np.uint8))
        self._rim = Rim.of(theme)
        self._legend = Legend(theme, ())
        self._axes = ("", "")
        self._bounds = USUAL
        self._margin = 0.0
        self._brush: float | None = None
        self._stroke = False
        self._pointer: QPointF | None = None
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

    def set_bounds(self, bounds: Bounds) -> None:
        """The part of the plane that is shown."""
        if bounds != self._bounds:
            self._bounds = bounds
            self._forget()

    def set_brush(self, radius: float | None) -> None:
        """A drag is a stroke of a brush with this radius, as a share of half the square; None: it shows points."""
        self._brush = radius
        self.update()

    def set_fresh(self, points: Points) -> None:
        """Points of a stroke that is not among the others yet."""
        self._fresh = points
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

    @property
    def legend(self) -> list[Placed]:
        """Entries of the legend as they are painted: those that there is room for."""
        return self._place.legend

    def pixel_of(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(…, 2) raw coordinates → pixels of the widget."""
        box = self.square
        share = self._bounds.share(np.asarray(points)) * [0.5, -0.5] + 0.5
        return np.asarray(share * box.width() + [box.left(), box.top()])

    def point_at(self, pixel: QPointF) -> tuple[float, float] | None:
        """The raw point below a pixel; None outside of the square."""
        box = self.square
        if not box.contains(pixel):
            return None
        share = (pixel - box.topLeft()) / box.width()
        x1, x2 = self._bounds.raw(np.array([2 * share.x() - 1, 1 - 2 * share.y()])).tolist()
        return x1, x2

    # geometry

    @cached_property
    def _place(self) -> Place:
        """Where square and legend are at this size."""
        metrics = QFontMetricsF(self._theme.font(0.85))
        line = metrics.height()
        name = line if self._named else 0.0
        ticks = linear_ticks(self._bounds.range(1), LEAST_TICKS)
        left = self._margin = max(map(metrics.horizontalAdvance, ("−0.5", *(text for _, text in ticks)))) + 8 + name
        size, bottom = QSizeF(self.size()), line + 6 + name
        return place_in(size, left, bottom, self._legend, self._theme.scale)

    def _forget(self) -> None:
        """Sizes, fonts or colours have changed: lay out and paint anew."""
        self.__dict__.pop("_place", None)
        self._ground = self._frame = None
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter, self._place)

    def _paint(self, painter: QPainter, place: Place) -> None:
        if is_vector(painter):
            self._draw_ground(painter, place)
            self._draw_frame(painter, place)
        else:
            self._ground = self._layer(self._ground, self._draw_ground)
            self._frame = self._layer(self._frame, self._draw_frame)
            painter.drawPixmap(0, 0, self._ground)
            painter.drawPixmap(0, 0, self._frame)
        self._paint_fresh(painter, place)
        if self._brush is not None and self._pointer is not None:
            self._paint_brush(painter, place, self._brush, self._pointer)
        if self._shown:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(place.square)
            x, y = self.pixel_of(np.array(self._shown)).tolist()
            paint_cross(painter, x, y, self._theme)

    def _paint_fresh(self, painter: QPainter, place: Place) -> None:
        if len(self._fresh.at):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_points(painter, self._fresh, self.pixel_of(self._fresh.at), self._radius(place), self._rim)

    def _radius(self, place: Place) -> float:
        return radius_of(len(self._train.at) + len(self._test.at), place.square.width())

    def _layer(self, kept: QPixmap | None, draw: Callable[[QPainter, Place], None]) -> QPixmap:
        """What is kept in a pixmap, drawn where it is not there or has another resolution."""
        ratio = pixel_ratio(self)
        if kept is not None and kept.devicePixelRatioF() == ratio:
            return kept
        layer = clear_pixmap(self.size() * ratio, ratio)
        with painting(layer) as painter:
            draw(painter, self._place)
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
        for points in (self._train, self._test):
            paint_points(painter, points, self.pixel_of(points.at), self._radius(place), self._rim)
        painter.setClipping(False)
        self._paint_axes(painter, place.square)
        self._legend.paint(painter, place.legend)

    def _paint_axes(self, painter: QPainter, box: QRectF) -> None:
        outline(painter, box, self._theme.color("accent" if self.hasFocus() else "border"))
        painter.setFont(self._theme.font(0.85))
        line = QFontMetricsF(painter.font()).height()
        for axis, name in enumerate(self._axes):
            ticks = self._ticks(box, axis)
            painter.setPen(self._theme.color("muted"))
            for value, text in ticks:
                self._write_beside(painter, box, axis, value, text)
            painter.setPen(self._theme.color("text"))
            if not self._named and len(ticks) > 1:
                # Between the last two numbers there is always room for a letter.
                self._write_beside(painter, box, axis, (ticks[-1][0] + ticks[-2][0]) / 2, name)
        if self._named:
            self._name_axes(painter, box, line)

    @property
    def _named(self) -> bool:
        """True where the axes have names of their own."""
        return any(len(name) > PLAIN for name in self._axes)

    def _name_axes(self, painter: QPainter, box: QRectF, line: float) -> None:
        """Below the numbers, and beside them upwards."""
        metrics, center = QFontMetricsF(painter.font()), Qt.AlignmentFlag.AlignCenter
        across, up = (metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width()) for name in self._axes)
        painter.drawText(QRectF(box.left(), box.bottom() + 3 + line, box.width(), line), center, across)
        painter.save()
        painter.translate(max(0.0, box.left() - self._margin), box.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, box.height(), line), center, up)
        painter.restore()

    def _write_beside(self, painter: QPainter, box: QRectF, axis: int, value: float, text: str) -> None:
        """A text below the square at x₁ = value, or left of it at x₂ = value."""
        line = QFontMetricsF(painter.font()).height()
        x, y = self.pixel_of(np.array([value, value])).tolist()
        if axis == 0:
            painter.drawText(QRectF(x - 40, box.bottom() + 3, 80, line), Qt.AlignmentFlag.AlignCenter, text)
            return
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(box.left() - 84, y - line / 2, 80, line), right, text)

    def _ticks(self, box: QRectF, axis: int) -> list[Tick]:
        return linear_ticks(self._bounds.range(axis), max(int(box.width() / TICK_ROOM), LEAST_TICKS))

    def _paint_brush(self, painter: QPainter, place: Place, radius: float, at: QPointF) -> None:
        """What the brush covers, as a ring around the pointer."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        size = max(radius * place.square.width() / 2, 2.0)
        for role, width in (("surface", 3.0), ("text", 1.2)):
            painter.setPen(QPen(self._theme.color(role), width))
            painter.drawEllipse(at, size, size)

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
        if self._brush is not None:
            self._pointer = event.position() if point else None
            self.update()
            if point and self._stroke:
                self.stroke_moved.emit(point)
        elif point and event.buttons() & Qt.MouseButton.LeftButton:
            self.chosen.emit(point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point, button = self.point_at(event.position()), event.button()
        if point is None or button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        if self._brush is not None:
            self._stroke = True
            self.stroke_begun.emit(point, button == Qt.MouseButton.RightButton)
        elif button == Qt.MouseButton.LeftButton:
            self.chosen.emit(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._stroke:
            self._stroke = False
            self.stroke_ended.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()
        self.hovered.emit(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space and self._brush is not None:
            # One touch where the shown point is.
            self.stroke_begun.emit(self._shown or self._bounds.centre, False)
            self.stroke_ended.emit()
            return
        if step is None:
            super().keyPressEvent(event)
            return
        here = self._bounds.share(np.array(self._shown or self._bounds.centre)) + STEP * np.array(step)
        x1, x2 = self._bounds.raw(np.clip(here, -1, 1)).tolist()
        self.chosen.emit((x1, x2))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._frame = None
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._frame = None
        self.update()
        super().focusOutEvent(event)
