"""Shape buttons: −, + and × at the caption of a hidden layer, + between columns; seen while the pointer is there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from nnviz.engine.experiment import LAYER_LIMITS, MAX_LAYERS, Experiment
from nnviz.session.intents import AddLayer, AddUnit, Edit, RemoveLayer, RemoveUnit
from nnviz.views.network.backdrop import head_box
from nnviz.views.network.brush import Brush, pen
from nnviz.views.network.captions import caption_room, detail_of, titles_of
from nnviz.views.network.layout import Column, Layout
from nnviz.views.network.scene import Scene
from nnviz.views.network.view import View
from nnviz.views.network.words import Caption

BELOW = 6.0
"""Pixels below the captions that still count as their band."""
LEAST = 16.0
"""Least side of a button."""
BESIDE = 5.0
"""Pixels between a caption and its buttons."""
ARM = 0.24
"""Half a sign as a share of the button's side."""
SIGNS: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "remove_unit": ((-1, 0, 1, 0),),
    "add_unit": ((-1, 0, 1, 0), (0, -1, 0, 1)),
    "add_layer": ((-1, 0, 1, 0), (0, -1, 0, 1)),
    "remove_layer": ((-0.8, -0.8, 0.8, 0.8), (0.8, -0.8, -0.8, 0.8)),
}
"""The lines of each button's sign, in arms from its middle."""


@dataclass(frozen=True)
class ShapeButton:
    """A button at `box`; `layer` is the hidden layer it changes, of "add_layer" the number the new one gets."""

    kind: str
    layer: int
    box: QRectF
    enabled: bool = True


def may_add_unit(experiment: Experiment, layer: int) -> bool:
    """True where a hidden layer may grow."""
    return 1 <= layer <= len(experiment.layers) and experiment.sizes[layer] < LAYER_LIMITS["units"][1]


def may_remove_unit(experiment: Experiment, layer: int) -> bool:
    """True where a hidden layer has a unit to spare."""
    return 1 <= layer <= len(experiment.layers) and experiment.sizes[layer] > LAYER_LIMITS["units"][0]


def may_add_layer(experiment: Experiment) -> bool:
    """True where there is room for one more hidden layer."""
    return len(experiment.layers) < MAX_LAYERS


def may_remove_layer(experiment: Experiment, layer: int) -> bool:
    """True for a hidden layer that is not the only one."""
    return 1 <= layer <= len(experiment.layers) and len(experiment.layers) > 1


def edit_of(button: ShapeButton, experiment: Experiment) -> Edit:
    """What a click on a button does."""
    edits = {
        "add_unit": AddUnit(button.layer),
        "remove_unit": RemoveUnit(button.layer, experiment.sizes[button.layer] - 1),
        "remove_layer": RemoveLayer(button.layer),
        "add_layer": AddLayer(button.layer),
    }
    return edits[button.kind]


def buttons_at(
    at: QPointF, scene: Scene, captions: list[Caption], view: View, brush: Brush, width: float
) -> tuple[ShapeButton, ...]:
    """The buttons while the pointer is at `at` in a pane `width` wide: none outside the band of the captions, else
    those of the nearest column and of the gaps beside it."""
    head = head_box(brush, width)
    if not 0 <= at.y() <= head.bottom() + BELOW:
        return ()
    layout, experiment = scene.layout, scene.experiment
    column = min(layout.columns, key=lambda column: abs(view.point(column.x, 0)[0] - at.x()))
    buttons = _layer_buttons(column, layout, experiment, captions, view, brush, head)
    gaps = (k for k in (column.layer, column.layer + 1) if 1 <= k < len(layout.columns) and may_add_layer(experiment))
    return buttons + tuple(_gap_button(layout, k, view, brush, head) for k in gaps)


def button_at(buttons: tuple[ShapeButton, ...], at: QPointF) -> ShapeButton | None:
    """The button under a point."""
    return next((button for button in buttons if button.box.contains(at)), None)


def paint_buttons(painter: QPainter, buttons: tuple[ShapeButton, ...], brush: Brush, under: ShapeButton | None) -> None:
    """Plates with signs; the one under the pointer in the accent colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for button in buttons:
        hot = button == under and button.enabled
        painter.setPen(pen(brush.color("accent" if hot else "border"), 1.0))
        painter.setBrush(brush.color("accent" if hot else "raised"))
        painter.drawRoundedRect(button.box, 5, 5)
        role = "on_accent" if hot else "text" if button.enabled else "border"
        painter.setPen(pen(brush.color(role), 1.7))
        middle, arm = button.box.center(), button.box.width() * ARM
        for x1, y1, x2, y2 in SIGNS[button.kind]:
            painter.drawLine(middle + QPointF(x1, y1) * arm, middle + QPointF(x2, y2) * arm)


def _layer_buttons(
    column: Column,
    layout: Layout,
    experiment: Experiment,
    captions: list[Caption],
    view: View,
    brush: Brush,
    head: QRectF,
) -> tuple[ShapeButton, ...]:
    """− and + at both sides of a hidden layer's second line, × at the right of its first."""
    layer = column.layer
    if not 1 <= layer <= len(experiment.layers):
        return ()
    rooms = [caption_room(layout, other, view, head.right() + head.left()) for other in layout.columns]
    title = brush.bold_metrics.horizontalAdvance(titles_of(captions, rooms, brush)[layer]) / 2
    detail = brush.small_metrics.horizontalAdvance(detail_of(captions[layer], rooms[layer], brush)) / 2
    x, side, step = view.point(column.x, 0)[0], _side(brush), layout.step * view.scale
    # Where columns stand close together the buttons move in over the caption, lest they cover those between columns.
    most = max(step / 2 - 1.5 * side - 2, side / 2 + 1)
    away = min(detail + BESIDE + side / 2, most)
    first = head.top() + brush.bold_metrics.height() / 2
    second = head.bottom() - brush.small_metrics.height() / 2
    lines = [
        ShapeButton("remove_unit", layer, _box(x - away, second, side), may_remove_unit(experiment, layer)),
        ShapeButton("add_unit", layer, _box(x + away, second, side), may_add_unit(experiment, layer)),
    ]
    if may_remove_layer(experiment, layer):
        cross = min(title + BESIDE + side / 2, most)
        lines.append(ShapeButton("remove_layer", layer, _box(x + max(cross, away), first - 1, side)))
    return tuple(lines)


def _gap_button(layout: Layout, layer: int, view: View, brush: Brush, head: QRectF) -> ShapeButton:
    """+ in the middle between columns `layer` − 1 and `layer`."""
    left, right = layout.columns[layer - 1], layout.columns[layer]
    begin = layout.image.x + layout.image.width if layout.image and layer == 1 else left.x
    x = (view.point(begin, 0)[0] + view.point(right.x, 0)[0]) / 2
    return ShapeButton("add_layer", layer, _box(x, head.center().y(), _side(brush)))


def _side(brush: Brush) -> float:
    return max(LEAST, brush.small_metrics.height())


def _box(x: float, y: float, side: float) -> QRectF:
    return QRectF(x - side / 2, y - side / 2, side, side)
