"""InkLayer: the cached picture of the ink. A pen move draws one short curve into it, nothing is drawn twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from nnviz.board.sketch import PEN, Point
from nnviz.data.strokes import Stroke
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.theme.painting import painting
from nnviz.widgets.printing import is_vector


class InkLayer:
    """Ink on paper, `side` pixels wide at a device pixel ratio; drawn in units of the canvas."""

    def __init__(self) -> None:
        self.pixmap = QPixmap()
        self._side = 0.0
        self._ink = QColor()
        self._paper = QColor()

    def fits(self, side: float, ratio: float) -> bool:
        """True where the picture has this size already."""
        return self._side == side and self.pixmap.devicePixelRatioF() == ratio

    def resize(self, side: float, ratio: float) -> None:
        """A new picture; what was in it must be drawn again."""
        self._side = side
        pixels = max(1, round(side * ratio))
        self.pixmap = QPixmap(QSize(pixels, pixels))
        self.pixmap.setDevicePixelRatio(ratio)

    def set_colors(self, ink: QColor, paper: QColor) -> None:
        """Colours of what is drawn from now on."""
        self._ink, self._paper = ink, paper

    def paint(self, painter: QPainter, sheet: QRectF, strokes: Sequence[Stroke]) -> None:
        """The ink on a sheet of a widget; in a figure of shapes the strokes themselves."""
        if not is_vector(painter):
            painter.drawPixmap(sheet.topLeft(), self.pixmap)
            return
        painter.save()
        painter.translate(sheet.topLeft())
        self._dip(painter)
        self._draw(painter, strokes)
        painter.restore()

    def redraw(self, strokes: Sequence[Stroke], part: QRectF | None = None) -> None:
        """All strokes anew; only within `part` (canvas units) where one is given."""
        with painting(self.pixmap) as painter:
            self._dip(painter)
            if part is not None:
                painter.setClipRect(part)
            self._draw(painter, strokes)

    def add(self, points: Sequence[Point]) -> QRectF:
        """The newest piece of the stroke under the pen; where it was drawn, in canvas units."""
        with painting(self.pixmap) as painter:
            self._dip(painter)
            if len(points) == 1:
                painter.drawPoint(QPointF(*points[0]))
            else:
                painter.drawPath(newest_curve(points))
        return inked(points[-3:])

    def finish(self, points: Sequence[Point]) -> QRectF:
        """The rest of a stroke, up to where the pen was lifted."""
        with painting(self.pixmap) as painter:
            self._dip(painter)
            painter.drawPath(tail(points))
        return inked(points[-2:])

    def _draw(self, painter: QPainter, strokes: Sequence[Stroke]) -> None:
        painter.fillRect(QRectF(0, 0, CANVAS_EXTENT, CANVAS_EXTENT), self._paper)
        for stroke in strokes:
            paint_stroke(painter, stroke)

    def _dip(self, painter: QPainter) -> None:
        """Pen and units of the canvas."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._side / CANVAS_EXTENT, self._side / CANVAS_EXTENT)
        painter.setPen(ink_pen(self._ink))


def ink_pen(color: QColor) -> QPen:
    """A round felt pen."""
    return QPen(color, PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def inked(points: Sequence[Point]) -> QRectF:
    """Box of the ink that points and the curves between them can have, in canvas units."""
    half = PEN / 2 + 1
    low_x, high_x = min(x for x, _ in points), max(x for x, _ in points)
    low_y, high_y = min(y for _, y in points), max(y for _, y in points)
    return QRectF(low_x, low_y, high_x - low_x, high_y - low_y).adjusted(-half, -half, half, half)


def paint_stroke(painter: QPainter, stroke: Sequence[Point]) -> None:
    """A smooth curve through the middles between points, which bends at the points; a disc for a single point."""
    if not stroke:
        return
    # Qt draws nothing for a path without length: the pen's first touch is a point of its own.
    painter.drawPoint(QPointF(*stroke[0]))
    path = QPainterPath(QPointF(*stroke[0]))
    for before, after in pairwise(stroke):
        path.quadTo(QPointF(*before), QPointF(*_middle(before, after)))
    path.lineTo(*stroke[-1])
    painter.drawPath(path)


def newest_curve(points: Sequence[Point]) -> QPainterPath:
    """What the last of two or more points adds: between the last two middles, bent at the point between them."""
    start = _middle(points[-3], points[-2]) if len(points) > 2 else points[0]
    path = QPainterPath(QPointF(*start))
    path.quadTo(QPointF(*points[-2]), QPointF(*_middle(points[-2], points[-1])))
    return path


def tail(points: Sequence[Point]) -> QPainterPath:
    """The straight rest from the last middle to the pen."""
    start = _middle(points[-2], points[-1]) if len(points) > 1 else points[0]
    path = QPainterPath(QPointF(*start))
    path.lineTo(*points[-1])
    return path


def _middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
