"""Relief: a surface in three dimensions, painted by hand, with paths on it; it is turned by dragging."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.ground import band_colors
from nnviz.views.labs.descent.notes import Note, Notes
from nnviz.views.labs.descent.projection import Camera, brightness, height_at
from nnviz.widgets.focus import paint_focus_ring
from nnviz.widgets.printing import is_vector, pixel_ratio
from nnviz.widgets.worded import Worded

Values = NDArray[np.float64]
ELEVATIONS = (10.0, 90.0)
DEGREES = 0.5
"""Turned by each pixel of a drag."""
KEY_DEGREES = 5.0
KEYS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
}  # fmt: skip
SHADE = (0.55, 1.0)
"""Brightness of slopes turned away from the light, and towards it."""
HIDDEN = 110
"""Opacity of the parts of a path behind a hill."""
MARGIN, DISC = 8.0, 5.5


@dataclass(frozen=True, eq=False)
class Trail:
    """A path on the relief. u, v (n,) places of the ground, −1…1; beyond them nothing is drawn. `label` at its head;
    `leap`: what lies between its last two points is not known, or was not walked: a dotted line."""

    name: str
    u: Values
    v: Values
    color: str
    label: str = ""
    leap: bool = False


class Relief(Worded, QWidget):
    """A height field (rows, columns) with heights 0…1, coloured by `shares` 0…1 of each sample.

    trails   what is drawn on it
    Signals: turned(azimuth, elevation) while it is dragged or turned with the arrow keys; it stays where it is until
    `show_side` is called.
    """

    turned = Signal(float, float)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self.field: Values = np.zeros((2, 2))
        self._shares: Values = np.zeros((2, 2))
        self.trails: tuple[Trail, ...] = ()
        self._notes = Notes()
        self.azimuth, self.elevation = -55.0, 40.0
        self._axes = ("x", "y")
        self._picture: QPixmap | None = None
        self._grabbed: tuple[QPointF, float, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._word()

    @property
    def camera(self) -> Camera:
        """Where the relief is seen from."""
        return Camera(self.azimuth, self.elevation, self.width() - 2 * MARGIN, self.height() - 2 * MARGIN)

    def show_field(self, heights: NDArray[Any], shares: NDArray[Any], axes: tuple[str, str] = ("x", "y")) -> None:
        """Another surface; heights that are no numbers are drawn as the highest."""
        self.field, self._shares, self._axes = _scaled(np.asarray(heights, np.float64)), shares, axes
        self._picture = None
        self.update()

    def show_trails(self, trails: Sequence[Trail]) -> None:
        """Other paths."""
        others = len(trails) != len(self.trails)
        self.trails = tuple(trails)
        self.update()
        if others:
            self._word()

    def show_side(self, azimuth: float, elevation: float) -> None:
        """See it from another side."""
        if (azimuth, elevation) != (self.azimuth, self.elevation):
            self.azimuth, self.elevation = azimuth, elevation
            self._picture = None
            self.update()
            self._word()

    def _word(self) -> None:
        text = self.tr("Paths: {count}. Seen from {azimuth}°, {elevation}° above the ground.")
        side = {"azimuth": round(self.azimuth), "elevation": round(self.elevation)}
        self.setAccessibleDescription(text.format(count=len(self.trails), **side))

    def restyle(self) -> None:
        """Paint anew after the theme has changed."""
        self._picture = None
        self.update()

    def projected(self, trail: Trail) -> tuple[Values, Values, NDArray[np.bool_]]:
        """(n,) pixels of a path in the widget, and where it is hidden behind the surface; NaN beyond the ground."""
        inside = (np.abs(trail.u) <= 1) & (np.abs(trail.v) <= 1)
        u, v = np.where(inside, trail.u, 0.0), np.where(inside, trail.v, 0.0)
        z = height_at(self.field, u, v)
        x, y = self.camera.pixels(u, v, z)
        hidden = self.camera.hidden(u, v, z, self.field)
        return np.where(inside, x + MARGIN, np.nan), np.where(inside, y + MARGIN, np.nan), hidden

    # Painting

    def _ground(self) -> QPixmap:
        """The surface, painted once for each side and size."""
        ratio = pixel_ratio(self)
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            with painting(self._picture) as painter:
                self._draw_ground(painter)
        return self._picture

    def _draw_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.translate(MARGIN, MARGIN)
        self._paint_floor(painter)
        self._paint_cells(painter)
        painter.translate(-MARGIN, -MARGIN)
        self._paint_axes(painter)

    def _paint_cells(self, painter: QPainter) -> None:
        rows, columns = self.field.shape
        u, v = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(-1, 1, rows))
        x, y = self.camera.pixels(u, v, self.field)
        corners = np.stack([np.stack([a[:-1, :-1], a[:-1, 1:], a[1:, 1:], a[1:, :-1]], -1) for a in (x, y)], -1)
        points = corners.reshape(-1, 4, 2).tolist()
        fills = self._cell_colors().tolist()
        for k in self.camera.order(rows, columns).tolist():
            color = QColor(*fills[k])
            painter.setBrush(color)
            # A pen of the same colour closes the seams between neighbours.
            painter.setPen(color)
            painter.drawConvexPolygon(QPolygonF([QPointF(*point) for point in points[k]]))

    def _cell_colors(self) -> NDArray[np.uint8]:
        """(cells, 3)."""
        shares = (self._shares[:-1, :-1] + self._shares[1:, 1:]) / 2
        colors = band_colors(shares.ravel(), self._theme.palette).astype(np.float32)
        low, high = SHADE
        shade = low + (high - low) * brightness(self.field)
        if self._theme.palette.dark:
            # On dark ground slopes in the light are what stands out.
            colors += 46
        return np.asarray(np.clip(colors * shade[:, None], 0, 255), np.uint8)

    def _paint_floor(self, painter: QPainter) -> None:
        """The ground at the lowest height, and posts from its corners up to the surface."""
        u, v = np.array([-1.0, 1.0, 1.0, -1.0]), np.array([-1.0, -1.0, 1.0, 1.0])
        x, y = self.camera.pixels(u, v, np.zeros(4))
        top_x, top_y = self.camera.pixels(u, v, height_at(self.field, u, v))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("faint"), 1))
        painter.drawPolygon([QPointF(*point) for point in zip(x, y, strict=True)])
        for ends in zip(x, y, top_x, top_y, strict=True):
            painter.drawLine(QPointF(*ends[:2]), QPointF(*ends[2:]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _axis_spots(self) -> Values:
        """(2, 2) where the names of both ground axes are: beside the middles of the two edges nearest to the viewer."""
        edges = (((0.0, -1.0), (0.0, 1.0)), ((-1.0, 0.0), (1.0, 0.0)))
        near = [min(both, key=lambda edge: float(self.camera.depth(*map(np.asarray, edge)))) for both in edges]
        u, v = 1.16 * np.array(near).T
        return np.stack(self.camera.pixels(u, v, np.zeros(2)), axis=1) + MARGIN

    def _paint_axes(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(0.95, bold=True))
        painter.setPen(self._theme.color("muted"))
        for name, (x, y) in zip(self._axes, self._axis_spots().tolist(), strict=True):
            painter.drawText(QRectF(x - 40, y - 12, 80, 24), Qt.AlignmentFlag.AlignCenter, name)

    def _paint_trail(self, painter: QPainter, trail: Trail) -> None:
        """The path, and its head where that can be seen."""
        x, y, hidden = self.projected(trail)
        walked = np.isfinite(x)
        walked[-1:] &= not trail.leap
        color, faint = QColor(trail.color), QColor(trail.color)
        faint.setAlpha(HIDDEN)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for first, last in _runs(walked, hidden):
            behind = bool(hidden[first])
            pen = QPen(faint if behind else color, self._theme.width(1.2 if behind else 2.2))
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(a, b) for a, b in zip(x[first:last], y[first:last], strict=True)])
        if not len(x) or not np.isfinite(x[-1]):
            return
        head = QPointF(x[-1], y[-1])
        if trail.leap and np.isfinite(x[-2:]).all():
            painter.setPen(QPen(color, self._theme.width(1.6), Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x[-2:][0], y[-2:][0]), head)
        painter.setPen(QPen(self._theme.color("surface"), 1))
        painter.setBrush(QBrush(color))
        painter.drawEllipse(head, DISC, DISC)

    def label_spots(self) -> dict[str, QPointF]:
        """Name of a trail → middle of its label, for those whose heads can be seen."""
        metrics = QFontMetricsF(self._theme.font(0.9, bold=True))
        lines = [(trail, np.stack(self.projected(trail)[:2], axis=1)) for trail in self.trails if len(trail.u)]
        heads = {trail.name: line[-1] for trail, line in lines if np.isfinite(line[-1]).all()}
        notes = [
            Note(trail.name, float(heads[trail.name][0]), float(heads[trail.name][1]),
                 metrics.horizontalAdvance(trail.label), metrics.height())
            for trail in self.trails if trail.label and trail.name in heads
        ]  # fmt: skip
        middles = np.vstack([self._axis_spots(), *heads.values()])
        points = np.vstack([np.zeros((0, 2)), *(line[:-8] for _, line in lines)])
        frame = MARGIN, MARGIN, self.width() - MARGIN, self.height() - MARGIN
        marks = np.hstack([middles - DISC, middles + DISC])
        found = self._notes.place(notes, marks, points[np.isfinite(points).all(axis=1)], frame)
        return {name: QPointF(*spot) for name, spot in found.items()}

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(0.9, bold=True))
        spots = self.label_spots()
        for trail in self.trails:
            if trail.name in spots:
                painter.setPen(QColor(trail.color))
                box = QRectF(-150, -20, 300, 40).translated(spots[trail.name])
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, trail.label)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(360, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            if is_vector(painter):
                self._draw_ground(painter)
            else:
                painter.drawPixmap(0, 0, self._ground())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for trail in self.trails:
                self._paint_trail(painter, trail)
            self._paint_labels(painter)
            if self.hasFocus():
                paint_focus_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), self.palette())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position(), self.azimuth, self.elevation
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed:
            start, azimuth, elevation = self._grabbed
            way = event.position() - start
            self._turn(azimuth + DEGREES * way.x(), elevation + DEGREES * way.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = KEYS.get(Qt.Key(event.key()))
        if way is None:
            event.ignore()
            return
        self._turn(self.azimuth + KEY_DEGREES * way[0], self.elevation + KEY_DEGREES * way[1])

    def _turn(self, azimuth: float, elevation: float) -> None:
        low, high = ELEVATIONS
        self.turned.emit((azimuth + 180) % 360 - 180, min(max(elevation, low), high))


def _scaled(heights: Values) -> Values:
    """Heights as shares of their range, 0…1."""
    known = heights[np.isfinite(heights)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    filled = np.where(np.isfinite(heights), heights, high)
    return np.asarray((filled - low) / (high - low or 1.0))


def _runs(known: NDArray[np.bool_], hidden: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """(first, last + 1) of the longest pieces that are all known and all hidden or all seen; each reaches one point
    into the next, so that no gap is left."""
    kind = np.where(known, np.where(hidden, 1, 2), 0)
    ends = np.flatnonzero(np.diff(kind)) + 1
    starts = np.concatenate([[0], ends])
    stops = np.concatenate([ends, [len(kind)]])
    return [
        (int(a), int(min(b + 1, len(kind))) if b < len(kind) and kind[b] else int(b))
        for a, b in zip(starts, stops, strict=True)
        if len(kind) and kind[a]
    ]
