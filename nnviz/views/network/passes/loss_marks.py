"""Loss marks: beside every output its value against its target."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from nnviz.engine.trace import Array
from nnviz.session.moment import Moment
from nnviz.views.network.brush import Brush, pen
from nnviz.views.network.labels import Labels
from nnviz.views.network.ranges import ValueScale
from nnviz.views.network.view import View

BAR = (5.0, 2.0)
"""Height of a bar, and of one between labels that stand close together."""
MARK = (4.5, 2.8)
"""Half the width of the triangle that marks a target; it is 1.7 times as high."""


@dataclass(frozen=True, eq=False)
class TargetMarks:
    """One bar for each shown output, from the low to the high end of the output's scale.

    y, t          (shown,) output and target
    box           the bars in the widget;  y_x, t_x: (shown,) where they stand in it
    mark          half the width of the triangles
    head, foot    upper end of the first output and lower end of the last, with their bars
    left          where the outputs begin
    """

    y: Array
    t: Array
    box: list[QRectF]
    y_x: Array
    t_x: Array
    mark: float
    head: float
    foot: float
    left: float


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
    points, radius = view.map(labels.column.points), labels.column.radius * view.scale
    head, foot = float(points[0, 1] - radius), max(boxes[-1].bottom() + 2 * MARK[tight], float(points[-1, 1] + radius))
    return TargetMarks(y, t, boxes, y_x, t_x, MARK[tight], head, foot, float(points[0, 0] - radius))


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
    painter.setBrush(brush.color("muted"))
    below = tip + QPointF(0, half * 1.7)
    painter.drawPolygon(QPolygonF([tip, below + QPointF(-half, 0), below + QPointF(half, 0)]))
