"""Knob: the number of a selected edge or bias on a plate that can be dragged, and the edge set off below it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.theme.scales import qcolor
from nnviz.views.network.brush import CENTER, Brush, pen
from nnviz.views.network.edges import dashes, edge_colors, edge_widths, levels, paint_lines
from nnviz.views.network.layout import Floats, Layout
from nnviz.views.network.nodes import mark_places
from nnviz.views.network.refs import EdgeRef, Handle
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.view import View
from nnviz.views.network.walk import place_of
from nnviz.widgets.numerals import short

PAD = 8.0
TALL = 6.0
"""Pixels that the plate is higher than its line of text."""
BOLD = 2.6
"""Least width of a selected edge."""
RIM = (5.0, 2.4)
"""How much wider than the edge its rim and the gap between the two are."""
ARROW = 3.2
SIGN = "b "
"""Stands before a bias, which would otherwise look like the weight of an edge nearby."""


@dataclass(frozen=True)
class Knob:
    """A plate at `box` with the value of a handle."""

    handle: Handle
    value: float
    text: str
    box: QRectF


def knob_of(handle: Handle, value: float, layout: Layout, view: View, brush: Brush, room: QRectF) -> Knob | None:
    """The knob in the middle of an edge, or at the left of a bias mark, within `room`; None where it is not shown."""
    at = knob_anchor(handle, layout, view)
    if at is None:
        return None
    text = short(value) if isinstance(handle, EdgeRef) else SIGN + short(value)
    wide = brush.small_metrics.horizontalAdvance(text) + 2 * PAD + 2 * ARROW
    tall = brush.small_metrics.height() + TALL
    left = at.x() - wide / 2 if isinstance(handle, EdgeRef) else at.x() - wide + PAD
    left = min(max(left, room.left()), max(room.right() - wide, room.left()))
    top = min(max(at.y() - tall / 2, room.top()), max(room.bottom() - tall, room.top()))
    return Knob(handle, value, text, QRectF(left, top, wide, tall))


def edge_line(ref: EdgeRef, layout: Layout, view: View) -> Floats | None:
    """(1, 4) the line of an edge in the widget; None where one of its units is not shown."""
    source, target = place_of(layout, ref.source), place_of(layout, ref.target)
    if source is None or target is None:
        return None
    return np.array([[*view.point(source[0], source[1]), *view.point(target[0], target[1])]])


def knob_anchor(handle: Handle, layout: Layout, view: View) -> QPointF | None:
    """The middle of an edge, or of the mark of a bias, in the widget; None where it is not shown."""
    if not isinstance(handle, EdgeRef):
        mark = bias_mark(handle, layout, view)
        return mark[0] if mark else None
    line = edge_line(handle, layout, view)
    return None if line is None else QPointF((line[0, 0] + line[0, 2]) / 2, (line[0, 1] + line[0, 3]) / 2)


def bias_mark(ref: UnitRef, layout: Layout, view: View) -> tuple[QPointF, float] | None:
    """Middle and radius of the mark of a unit's bias in the widget; None where there is none."""
    place = place_of(layout, ref)
    if place is None or ref.layer == 0:
        return None
    sizes, aways = mark_places(np.array([place[2] * view.scale]), layout.tile)
    x, y = view.point(place[0], place[1])
    return QPointF(x - aways[0], y + aways[0]), float(sizes[0])


def bias_at(layout: Layout, view: View, at: QPointF, reach: float) -> UnitRef | None:
    """The unit whose bias mark lies under a point of the widget."""
    for column in layout.columns[1:]:
        radius = np.array([column.radius * view.scale])
        sizes, aways = mark_places(radius, layout.tile)
        left_below = np.array([-aways[0], aways[0]])
        away = np.abs(view.map(column.points) + left_below - (at.x(), at.y())).max(axis=1)
        nearest = int(away.argmin())
        if away[nearest] <= sizes[0] + reach:
            return UnitRef(column.layer, int(column.shown[nearest]))
    return None


def visible_line(ref: EdgeRef, layout: Layout, view: View) -> Floats | None:
    """(1, 4) the part of an edge that lies between its two units."""
    line = edge_line(ref, layout, view)
    if line is None:
        return None
    way = line[0, 2:] - line[0, :2]
    long = float(np.hypot(*way)) or 1.0
    # A picture's border lies on one of its sides: as far away as the steeper of the two shares says.
    reach = long / float(np.abs(way).max()) if layout.tile else 1.0
    ends = [layout.columns[unit.layer].radius * view.scale * reach / long for unit in (ref.source, ref.target)]
    if sum(ends) >= 1:
        return line
    return np.array([[*(line[0, :2] + way * ends[0]), *(line[0, 2:] - way * ends[1])]])


def paint_edge(painter: QPainter, brush: Brush, line: Floats, value: float, limit: float, *, role: str) -> None:
    """An edge with a rim in the colour of a role, as wide and of the same colour as among few edges."""
    level = levels(np.array([value / limit]))
    sign = np.array([value])
    width = max(float(edge_widths(level, 1, brush.palette.line)[0]), BOLD)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, wide in ((brush.color(role), width + RIM[0]), (brush.color("surface"), width + RIM[1])):
        painter.setPen(pen(color, wide))
        paint_lines(painter, line)
    painter.setPen(pen(qcolor(edge_colors(sign, level, brush.palette)[0]), width))
    paint_lines(painter, dashes(line) if value < 0 else line)


def paint_knob(painter: QPainter, brush: Brush, knob: Knob, *, held: bool) -> None:
    """The plate with the number and two small arrows: it can be moved up and down."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(brush.color("success"), 2.0 if held else 1.4))
    painter.setBrush(brush.color("raised"))
    painter.drawRoundedRect(knob.box, 6, 6)
    text = knob.box.adjusted(PAD / 2, 0, -PAD - 2 * ARROW, 0)
    brush.write(painter, text.adjusted(0, 0, 2, 0), knob.text, role="text", align=CENTER)
    _paint_arrows(painter, brush, QPointF(knob.box.right() - PAD / 2 - ARROW - 1, knob.box.center().y()))


def _paint_arrows(painter: QPainter, brush: Brush, at: QPointF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.color("muted"))
    for way in (-1, 1):
        tip = at + QPointF(0, way * (ARROW + 2))
        foot = way * 2.0
        painter.drawPolygon([tip, at + QPointF(-ARROW, foot), at + QPointF(ARROW, foot)])
