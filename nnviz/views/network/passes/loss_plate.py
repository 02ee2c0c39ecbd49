"""Loss plate: the loss by its name, written where it covers nothing that matters."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from nnviz.views.network.brush import LEFT, Brush, pen
from nnviz.views.network.card import covered, obstacles_of
from nnviz.views.network.labels import Labels
from nnviz.views.network.layout import Floats, Layout
from nnviz.views.network.passes.loss_marks import TargetMarks
from nnviz.views.network.passes.units import number_boxes, number_columns, widest
from nnviz.views.network.view import View

PAD = 8.0
STEP = 3.0
"""Pixels between two heights that are tried."""
FAR = 200.0
"""Being so many pixels farther away from the outputs is as bad as covering one number."""
ABOVE = 40.0
FOLDED = 0.15
"""What two lines in place of one cost in the same measure."""


@dataclass(frozen=True, eq=False)
class Plate:
    """One or two lines, and their place in the widget."""

    lines: tuple[str, ...]
    box: QRectF


def plate_obstacles(layout: Layout, labels: tuple[Labels, ...], marks: TargetMarks, view: View, brush: Brush) -> Floats:
    """(n, 5) what the plate should leave in sight, as of `obstacles_of`: units, labels, the outputs' bars, and the
    numbers beside units, as wide as they may become, lest the plate jump from beat to beat."""
    boxes = [box for entry in labels for box in entry.boxes(view, brush)]
    boxes += [box.adjusted(-PAD, 0, PAD, PAD) for box in marks.box]
    for column in number_columns(layout, labels, view, brush):
        boxes += number_boxes(column, (widest(brush.notation),) * column.units, view, brush)
    return obstacles_of(layout, view, None, boxes)


def loss_plate(texts: tuple[str, str], marks: TargetMarks, obstacles: Floats, middle: QRectF, brush: Brush) -> Plate:
    """The name and the value of the loss, in one line or two, where they cover least: near the outputs, at the right
    end of `middle` or to the left of where the outputs begin."""
    forms = ((" ".join(texts),), texts)
    tried = [_best(lines, marks, obstacles, middle, brush) for lines in forms]
    return min(tried, key=lambda found: found[0] + FOLDED * (len(found[1].lines) - 1))[1]


def paint_loss(painter: QPainter, brush: Brush, plate: Plate) -> None:
    """The plate with its lines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(brush.color("success"), 1.2))
    painter.setBrush(brush.color("raised"))
    painter.drawRoundedRect(plate.box, 6, 6)
    line = brush.bold_metrics.height()
    for n, text in enumerate(plate.lines):
        row = QRectF(
            plate.box.left() + PAD, plate.box.top() + PAD / 2 + n * line, plate.box.width() - 2 * PAD + 1, line
        )
        brush.write(painter, row, text, brush.bold, role="text", align=LEFT)


def _best(
    lines: tuple[str, ...], marks: TargetMarks, obstacles: Floats, middle: QRectF, brush: Brush
) -> tuple[float, Plate]:
    """The cost of the best place of a plate with these lines, and the plate there."""
    wide = max(map(brush.bold_metrics.horizontalAdvance, lines)) + 2 * PAD
    tall = brush.bold_metrics.height() * len(lines) + PAD
    columns = (middle.right() - PAD - wide, marks.left - PAD - wide)
    rows = np.arange(middle.top(), max(middle.bottom() - tall - PAD / 2, middle.top() + 1), STEP)
    x, y = np.array(list(product(columns, rows.tolist()))).T
    # How far the nearer end of the plate is from the nearer end of the outputs; rather below them than above.
    away = np.minimum(np.abs(y - marks.foot - PAD), np.abs(y + tall + PAD / 2 - marks.head) + ABOVE)
    cost = covered(x, y, wide, tall, obstacles) + away / FAR
    best = int(cost.argmin())
    return float(cost[best]), Plate(lines, QRectF(float(x[best]), float(y[best]), wide, tall))
