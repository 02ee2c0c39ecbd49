"""Loss marks: beside every output its value against its target, and the loss in numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from nnviz.engine.trace import Array
from nnviz.session.moment import Moment
from nnviz.views.network.brush import LEFT, Brush, pen
from nnviz.views.network.labels import Labels
from nnviz.views.network.ranges import ValueScale
from nnviz.views.network.view import View

BAR = (5.0, 2.0)
"""Height of a bar, and of one between labels that stand close together."""
MARK = (4.5, 2.8)
"""Half the width of the triangle that marks a target; it is 1.7 times as high."""
PAD = 8.0


@dataclass(frozen=True, eq=False)
class TargetMarks:
    """One bar for each shown output, from the low to the high end of the output's scale.

    y, t          (shown,) output and target
    box           the bars in the widget;  y_x, t_x: (shown,) where they stand in it
    mark          half the width of the triangles
    head, foot    upper end of the first unit and lower end of the last
    """

    y: Array
    t: Array
    box: list[QRectF]
    y_x: Array
    t_x: Array
    mark: float
    head: float
    foot: float


def shows_target(moment: Moment) -> bool:
    """True from the loss on."""
    return moment.beat.phase == "loss" or moment.is_backward or moment.beat.phase == "update"


def target_marks(moment: Moment, labels: Labels, scale: ValueScale, view: View, brush: Brush) -> TargetMarks:
    """The marks of a moment that shows them."""
    shown = labels.column.shown
    y = moment.step.forward.output[moment.sample][shown]
    t = moment.step.target[moment.sample][shown]
    tight = _is_tight(labels, view, brush)
    boxes = [_bar(box, tight, brush) for box in labels.boxes(view, brush)]
    left = np.array([box.left() for box in boxes])
    width = np.array([box.width() for box in boxes])
    low, high = min(scale.low, float(t.min())), max(scale.high, float(t.max()))
    y_x, t_x = (left + width * np.nan_to_num(np.clip((v - low) / (high - low), 0, 1)) for v in (y, t))
    points, radius = view.map(labels.column.points)[:, 1], labels.column.radius * view.scale
    return TargetMarks(y, t, boxes, y_x, t_x, MARK[tight], float(points[0] - radius), float(points[-1] + radius))


def paint_targets(painter: QPainter, marks: TargetMarks, brush: Brush) -> None:
    """A bar up to y, a triangle at t."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for n, box in enumerate(marks.box):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush.color("border"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setBrush(brush.color("muted"))
        reached = QRectF(box.topLeft(), QPointF(float(marks.y_x[n]), box.bottom()))
        painter.drawRoundedRect(reached, box.height() / 2, box.height() / 2)
        _paint_triangle(painter, brush, QPointF(float(marks.t_x[n]), box.center().y() + 0.5), marks.mark)


def paint_loss(painter: QPainter, brush: Brush, text: str, box: QRectF) -> None:
    """The loss on its plate."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(brush.color("success"), 1.2))
    painter.setBrush(brush.color("raised"))
    painter.drawRoundedRect(box, 6, 6)
    brush.write(painter, box.adjusted(PAD, 0, -PAD + 1, 0), text, brush.bold, role="text", align=LEFT)


def loss_box(text: str, marks: TargetMarks, brush: Brush, middle: QRectF, left: float) -> QRectF:
    """Where the loss stands: below the outputs, else above them, else at the left of `left`, where they begin."""
    size = brush.bold_metrics.horizontalAdvance(text) + 2 * PAD, brush.bold_metrics.height() + PAD
    right = middle.right() - PAD
    below = max(marks.box[-1].bottom() + PAD, marks.foot) + PAD
    above = min(marks.head, marks.box[0].top() - 2 * PAD) - PAD / 2 - size[1]
    if below + size[1] <= middle.bottom():
        return QRectF(right - size[0], below, *size)
    if above >= middle.top():
        return QRectF(right - size[0], above, *size)
    return QRectF(left - PAD - size[0], middle.bottom() - size[1] - PAD / 2, *size)


def _is_tight(labels: Labels, view: View, brush: Brush) -> bool:
    """True where bar and triangle have no room of their own below each label."""
    points = labels.column.points[:, 1]
    pitch = float(np.diff(points).min(initial=np.inf)) * view.scale
    return pitch < brush.label_metrics.height() + BAR[0] + 2 * MARK[0]


def _bar(label: QRectF, tight: bool, brush: Brush) -> QRectF:
    top = label.center().y() + brush.small_metrics.ascent() / 2 + 2 if tight else label.bottom() + 2
    return QRectF(label.left(), top, label.width(), BAR[tight])


def _paint_triangle(painter: QPainter, brush: Brush, tip: QPointF, half: float) -> None:
    """It points up at the bar from below; a rim sets it off from the bar."""
    painter.setPen(pen(brush.color("surface"), 1.0))
    painter.setBrush(brush.color("success"))
    below = tip + QPointF(0, half * 1.7)
    painter.drawPolygon(QPolygonF([tip, below + QPointF(-half, 0), below + QPointF(half, 0)]))
