"""Units during the passes: discs that fill as values arrive, and the numbers beside them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.theme.scales import qcolor
from nnviz.views.network.backdrop import MARGIN
from nnviz.views.network.brush import LEFT, RIGHT, Brush, disc
from nnviz.views.network.labels import Labels
from nnviz.views.network.layout import Column, Layout
from nnviz.views.network.nodes import RING
from nnviz.views.network.passes_picture import ShownUnits, number_shown
from nnviz.views.network.scene import Nodes
from nnviz.views.network.view import View
from nnviz.views.network.words import MINUS
from nnviz.widgets.numerals import short

SYMBOLS = {"x": "x", "z": "z", "a": "a", "upstream": "∂a", "delta": "δ"}
"""What stands before a unit's number; ∂a is short for ∂L/∂a, which the caption and the legend write out."""
INNER = 0.62
"""Radius of the disc of a unit that shows its picture, as a share of the picture's half side."""
WIDEST = "∂a −0.01234"
"""Columns that stand too close together for such a number carry none."""
MOST_NUMBERS = 12
"""Columns of more units carry no numbers."""
AWAY = 7.0
"""Pixels from a unit to its number."""
PLATE = 205
"""Opacity 0…255 of the plate under a number: the edges behind stay in sight."""


def unit_radius(radius: float, tile: float) -> float:
    """Radius of the disc a unit shows its value with."""
    return radius * INNER if tile else radius


def paint_units(painter: QPainter, nodes: Nodes, units: ShownUnits, view: View, brush: Brush, tile: float) -> None:
    """Every unit in the colour of what it shows; what is new grows from the middle over what was there before. A unit
    that is not reached yet is an empty ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    places = zip(view.map(nodes.point).tolist(), (nodes.radius * view.scale).tolist(), strict=True)
    for n, ((x, y), radius) in enumerate(places):
        layer, size = int(nodes.layer[n]), unit_radius(radius, tile) - RING
        shown = units.layers[layer]
        changing, lit = shown.before is not None, shown.kind != "none"
        painter.setBrush(qcolor((units.old_color if changing else units.color)[n]) if lit else brush.color("surface"))
        disc(painter, x, y, size)
        if changing and shown.share > 0:
            painter.setBrush(qcolor(units.color[n]))
            disc(painter, x, y, size * shown.share)


def paint_tile_rings(painter: QPainter, nodes: Nodes, view: View, brush: Brush, tile: float) -> None:
    """The rings of units that show their pictures; circles have theirs among the settings."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.color("muted"))
    for (x, y), radius in zip(view.map(nodes.point).tolist(), (nodes.radius * view.scale).tolist(), strict=True):
        disc(painter, x, y, unit_radius(radius, tile))


def unit_numbers(units: ShownUnits, layer: int) -> tuple[str, ...]:
    """What is written beside the units of a layer, "" where they are not reached yet."""
    kind, values = number_shown(units, layer)
    if kind == "none":
        return ("",) * len(values)
    return tuple(f"{SYMBOLS[kind]} {short(value)}" for value in np.asarray(values, float).tolist())


def number_boxes(column: Column, texts: tuple[str, ...], view: View, brush: Brush) -> list[QRectF]:
    """Where the numbers of a column stand in the widget: at the right of each shown unit."""
    away, line = column.radius * view.scale + AWAY, brush.small_metrics.height()
    widths = [brush.small_metrics.horizontalAdvance(texts[unit]) for unit in column.shown]
    places = zip(view.map(column.points).tolist(), widths, strict=True)
    return [QRectF(x + away, y - line / 2, width, line) for (x, y), width in places]


def paint_unit_numbers(painter: QPainter, column: Column, texts: tuple[str, ...], view: View, brush: Brush) -> None:
    """The numbers of a column, each on a plate."""
    plate, ink = brush.color("surface", PLATE), brush.color("text")
    painter.setFont(brush.small)
    for unit, box in zip(column.shown.tolist(), number_boxes(column, texts, view, brush), strict=True):
        if box.width():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(plate)
            painter.drawRoundedRect(box.adjusted(-4, -1, 4, 1), 4, 4)
            painter.setPen(ink)
            painter.drawText(box, LEFT | Qt.TextFlag.TextDontClip, texts[unit])


def paint_label_numbers(painter: QPainter, labels: Labels, units: ShownUnits, view: View, brush: Brush) -> None:
    """The numbers of a labelled column, in the places of its labels' numbers. Inputs need no symbol: they stay."""
    kind, values = number_shown(units, labels.column.layer)
    if kind == "none":
        return
    painter.setFont(brush.small)
    painter.setPen(brush.color("text"))
    symbol, align = ("", RIGHT) if kind == "x" else (f"{SYMBOLS[kind]} ", LEFT)
    room = labels.room.number + (0.0 if kind == "x" else MARGIN - 2)
    for unit, box in zip(labels.column.shown.tolist(), labels.boxes(view, brush), strict=True):
        place = QRectF(box.right() - labels.room.number, box.top(), room, box.height())
        texts = (symbol + text for text in shortened(float(values[unit])))
        painter.drawText(place, align, fitting(texts, room, brush))


def shortened(value: float) -> tuple[str, ...]:
    """A number with three, two and one significant digits."""
    digits, power = f"{value:.0e}".split("e") if np.isfinite(value) and value else (short(value), "0")
    least = f"{digits}e{int(power)}" if int(power) else digits
    return short(value, 3), short(value, 2), least.replace("-", MINUS)


def fitting(texts: Iterable[str], room: float, brush: Brush) -> str:
    """The first of the texts that fits, else the last."""
    text = ""
    for text in texts:
        if brush.small_metrics.horizontalAdvance(text) <= room:
            break
    return text


def labelled_layers(labels: tuple[Labels, ...]) -> frozenset[int]:
    """Layers whose columns carry labels."""
    return frozenset(entry.column.layer for entry in labels)


def number_columns(layout: Layout, labels: tuple[Labels, ...], view: View, brush: Brush) -> list[Column]:
    """The columns whose units carry numbers of their own: labels have theirs beside them."""
    known, first = labelled_layers(labels), 1 if layout.image else 0
    columns = (column for column in layout.columns[first:] if column.layer not in known)
    return [column for column in columns if _has_room(column, layout.step, view, brush)]


def _has_room(column: Column, step: float, view: View, brush: Brush) -> bool:
    """True where numbers fit between the units of a column and those of the next, `step` away."""
    pitch = np.diff(column.points[:, 1]).min(initial=np.inf) * view.scale
    gap = (step - 2 * column.radius) * view.scale - 2 * AWAY
    low, wide = pitch >= brush.small_metrics.height() + 4, gap >= brush.small_metrics.horizontalAdvance(WIDEST)
    return column.units <= MOST_NUMBERS and bool(low) and bool(wide)
