"""The card beside the pointer: a unit's name and numbers, a small picture of what it looks for, and its place."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from nnviz.views.network.brush import LEFT, RIGHT, Brush, pen
from nnviz.views.network.layout import Column, Floats, Layout
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.view import View
from nnviz.views.network.words import Readout

PAD = 10.0
PICTURE = 112.0
AWAY = 14.0
EDGE = 4.0
"""Least pixels between the card and the sides of the pane."""
OWN_COST, NEAR_COST, IMAGE_COST = 100.0, 4.0, 8.0
"""What covering the unit itself, its neighbours and the input image costs; any other unit or label costs 1."""
FAR = 150.0
"""Being so many pixels farther away is as bad as covering one unit."""
STEP = 16.0
"""The card's width is a multiple of this, lest it shake while its numbers change."""


@dataclass(frozen=True)
class Card:
    """What the card shows; `caption` belongs to the picture."""

    readout: Readout
    picture: QImage | None = None
    caption: str = ""


def card_size(card: Card, brush: Brush) -> QSizeF:
    """Width and height of the card in pixels."""
    small, bold = brush.small_metrics, brush.bold_metrics
    rows = (small.horizontalAdvance(symbol) + 24 + small.horizontalAdvance(text) for symbol, text in card.readout.rows)
    width = max(bold.horizontalAdvance(card.readout.name) + 2, *rows, small.horizontalAdvance(card.caption) + 2, 90.0)
    height = bold.height() + 4 + len(card.readout.rows) * (small.height() + 2)
    if card.picture:
        width, height = max(width, PICTURE), height + PICTURE + 6 + small.height()
    return QSizeF(ceil((width + 2 * PAD) / STEP) * STEP, height + 2 * PAD)


def obstacles_of(layout: Layout, view: View, ref: UnitRef | None, labels: list[QRectF]) -> Floats:
    """(n, 5) left, top, right, bottom in the widget and cost of whatever a card may cover: units, the input image and
    labels; the unit `ref` and its neighbours cost most."""
    first = 1 if layout.image else 0
    rows = [_unit_rows(column, view, _cost(column, ref)) for column in layout.columns[first:]]
    if layout.image:
        box = layout.image
        corners = view.map(np.array([[box.x, box.y], [box.x + box.width, box.y + box.height]]))
        rows.append(np.array([[*corners.ravel(), IMAGE_COST]]))
    rows += [np.array([[box.left(), box.top(), box.right(), box.bottom(), 1.0]]) for box in labels]
    return np.concatenate(rows)


def card_place(size: QSizeF, at: QPointF, radius: float, room: QRectF, obstacles: Floats) -> QRectF:
    """Where a card about the point `at` covers least, wholly within `room`; among equals the nearest, rather to the
    right than to the left. `obstacles` as of `obstacles_of`."""
    room = room.adjusted(EDGE, 0, -EDGE, 0)
    wide, tall, away = size.width(), size.height(), radius + AWAY
    right, bottom = max(room.right() - wide, room.left()), max(room.bottom() - tall, room.top())
    x = np.array([at.x() + away, at.x() - away - wide, at.x() - wide / 2, room.left(), right])
    y = np.array([at.y() - tall / 2, at.y() + away, at.y() - away - tall, room.top(), bottom])
    x, y = np.meshgrid(x.clip(room.left(), right), y.clip(room.top(), bottom), indexing="ij")
    x, y = x.ravel(), y.ravel()
    far = np.hypot(x + wide / 2 - at.x(), y + tall / 2 - at.y()) / FAR
    own = np.array([[at.x() - radius, at.y() - radius, at.x() + radius, at.y() + radius, OWN_COST]])
    best = int((covered(x, y, wide, tall, np.concatenate((obstacles, own))) + far).argmin())
    return QRectF(float(x[best]), float(y[best]), wide, tall)


def paint_card(painter: QPainter, card: Card, box: QRectF, brush: Brush) -> None:
    """Draw the card into its box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(brush.color("border"), 1.0))
    painter.setBrush(brush.color("raised"))
    painter.drawRoundedRect(box, 8, 8)
    inner = box.adjusted(PAD, PAD, -PAD, -PAD)
    line = brush.bold_metrics.height()
    title = QRectF(inner.left(), inner.top(), inner.width(), line)
    brush.write(painter, title, card.readout.name, brush.bold, role="text", align=LEFT)
    y = inner.top() + line + 4
    for symbol, text in card.readout.rows:
        row = QRectF(inner.left(), y, inner.width(), brush.small_metrics.height())
        brush.write(painter, row, symbol, role="muted", align=LEFT)
        brush.write(painter, row, text, role="text", align=RIGHT)
        y += row.height() + 2
    if card.picture:
        _paint_picture(painter, card, inner, y + 4, brush)


def _paint_picture(painter: QPainter, card: Card, inner: QRectF, y: float, brush: Brush) -> None:
    if card.picture is None:
        return
    target = QRectF(inner.left() + (inner.width() - PICTURE) / 2, y, PICTURE, PICTURE)
    painter.drawImage(target, card.picture)
    painter.setPen(pen(brush.color("border"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(target)
    line = QRectF(inner.left(), target.bottom() + 1, inner.width(), brush.small_metrics.height())
    brush.write(painter, line, card.caption)


def _cost(column: Column, ref: UnitRef | None) -> Floats:
    """(shown,) cost of covering each unit of a column: much for the two beside `ref` and for those it has edges to."""
    cost = np.ones(len(column.shown))
    if ref is not None and column.layer == ref.layer:
        place = int(np.searchsorted(column.shown, ref.unit))
        cost[max(place - 1, 0) : place + 2] = NEAR_COST
    elif ref is not None and abs(column.layer - ref.layer) == 1:
        cost *= 2
    return cost


def _unit_rows(column: Column, view: View, cost: Floats) -> Floats:
    points, radius = view.map(column.points), column.radius * view.scale
    return np.column_stack((points - radius, points + radius, cost))


def covered(x: Floats, y: Floats, wide: float, tall: float, obstacles: Floats) -> Floats:
    """(places,): the costs of the obstacles each place covers, by the share that is covered."""
    left, top, right, bottom, cost = obstacles.T
    across = np.minimum(x[:, None] + wide, right) - np.maximum(x[:, None], left)
    down = np.minimum(y[:, None] + tall, bottom) - np.maximum(y[:, None], top)
    area = np.maximum((right - left) * (bottom - top), 1.0)
    return np.asarray((across.clip(0) * down.clip(0) / area) @ cost)
