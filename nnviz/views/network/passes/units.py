"""Units during the passes: discs that fill as values arrive, and the numbers beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.notation import Notation
from nnviz.theme.scales import qcolor
from nnviz.views.network.backdrop import MARGIN
from nnviz.views.network.brush import LEFT, RIGHT, Brush, disc
from nnviz.views.network.labels import Labels, label_text
from nnviz.views.network.layout import Column, Layout
from nnviz.views.network.nodes import RING, paint_ring
from nnviz.views.network.passes.picture import ShownUnits, Source, number_shown
from nnviz.views.network.scene import Nodes
from nnviz.views.network.view import View
from nnviz.views.network.walk import place_of
from nnviz.widgets.numerals import DIGITS, raised, short

SYMBOLS = {"x": "x", "z": "z", "a": "a", "upstream": "∂L/∂a", "delta": "δ"}
"""What stands before a unit's number, in the program's own notation; the activation of an output is y."""
INNER = 0.62
"""Radius of the disc of a unit that shows its picture, as a share of the picture's half side."""
SAMPLE = -0.12345
"""A number as wide as most are."""
FEWEST = 2
"""Significant digits beside a unit, where DIGITS do not fit; with fewer the number goes below the unit."""
DECIMALS = (4, 3)
"""Of a column of numbers of very different sizes, where digits that count do not fit."""
LEFTWARD = 0.5
"""A number below a unit begins so many radii to the left of the middle: the bias mark stays in sight."""
MOST_NUMBERS = 12
"""Columns of more units carry no numbers."""
LABEL_DIGITS = 3
"""Digits of a number in the room of a label."""
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


@dataclass(frozen=True, eq=False)
class NumberColumn:
    """A column whose units carry numbers: each begins `away` from the middle of its unit and is at most `room` wide."""

    column: Column
    away: QPointF
    room: float

    @property
    def layer(self) -> int:
        return self.column.layer

    @property
    def units(self) -> int:
        return self.column.units


def unit_numbers(units: ShownUnits, place: NumberColumn, brush: Brush) -> tuple[str, ...]:
    """What is written at the units of a layer, "" where they are not reached yet. All in one form."""
    kind, values = number_shown(units, place.layer)
    if kind == "none":
        return ("",) * len(values)
    symbol = symbol_of(units, place.layer, brush.notation)
    return in_one_form(np.asarray(values, float).tolist(), symbol, place.room, brush)


def symbol_of(units: ShownUnits, layer: int, notation: Notation) -> str:
    """What the numbers of a layer are called now."""
    kind = number_shown(units, layer)[0]
    return "y" if kind == "a" and layer == len(units.layers) - 1 else notation.lettered(SYMBOLS[kind])


def widest(notation: Notation) -> str:
    """As wide as a text of full length becomes."""
    return f"{notation.lettered(SYMBOLS['upstream'])} {short(SAMPLE)}"


def in_one_form(values: list[float], symbol: str, room: float, brush: Brush, most: int = DIGITS) -> tuple[str, ...]:
    """A column of numbers: the first form in which all fit `room`, else the shortest. The least number of digits is
    decided by a sample, so that it does not change with every value."""
    advance, start = brush.small_metrics.horizontalAdvance, f"{symbol} " if symbol else ""
    digits = range(FEWEST, most + 1)
    most = max((d for d in digits if advance(start + short(SAMPLE, d)) <= room), default=FEWEST)
    texts = tuple("" for _ in values)
    for form in _forms(values, most):
        texts = tuple(start + text for text in form)
        if max(map(advance, texts), default=0.0) <= room:
            break
    return texts


def _forms(values: list[float], most: int) -> Iterator[list[str]]:
    """The numbers with `most` … FEWEST digits that count, then with equally many decimals where that says something of
    the largest, then with one digit and a power of ten."""
    counting = ([short(value, digits) for value in values] for digits in range(most, FEWEST - 1, -1))
    yield from (texts for texts in counting if not _is_mixed(texts))
    largest = max(map(abs, values), default=0.0)
    for decimals in DECIMALS:
        if np.isfinite(largest) and largest >= 10.0**-decimals:
            yield [raised(f"{round(value, decimals) + 0.0:.{decimals}f}") for value in values]
    yield [raised(f"{value:.0e}") if value and np.isfinite(value) else short(value) for value in values]


def paint_source(
    painter: QPainter, source: Source, layout: Layout, view: View, brush: Brush, *, numbered: bool
) -> None:
    """A ring around the unit, or the pixel, whose term is on its way, and its value above where it carries none."""
    place = place_of(layout, source.ref)
    if place is None:
        return
    x, y = view.point(place[0], place[1])
    is_pixel = source.ref.layer == 0 and layout.image is not None
    radius = place[2] * view.scale
    paint_ring(painter, brush, x, y, radius, square=layout.tile > 0 or is_pixel, role="accent")
    if not numbered:
        text = f"{brush.notation.lettered(SYMBOLS[source.kind])} {short(source.value, 3)}"
        wide, line = brush.small_metrics.horizontalAdvance(text), brush.small_metrics.height()
        _paint_plate(painter, QRectF(x - wide / 2, y - radius - AWAY - line, wide, line), text, brush)


def _paint_plate(painter: QPainter, box: QRectF, text: str, brush: Brush) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.color("surface", PLATE))
    painter.drawRoundedRect(box.adjusted(-4, -1, 4, 1), 4, 4)
    painter.setFont(brush.small)
    painter.setPen(brush.color("text"))
    painter.drawText(box, LEFT | Qt.TextFlag.TextDontClip, text)


def _is_mixed(texts: list[str]) -> bool:
    """True where some numbers have powers of ten and others, which are not 0, have none."""
    return len({"×" in text for text in texts if text != "0"}) > 1


def number_boxes(place: NumberColumn, texts: tuple[str, ...], view: View, brush: Brush) -> list[QRectF]:
    """Where the numbers of a column stand in the widget, one for each shown unit."""
    line = brush.small_metrics.height()
    widths = [min(brush.small_metrics.horizontalAdvance(texts[unit]), place.room) for unit in place.column.shown]
    points = view.map(place.column.points).tolist()
    left, top = place.away.x(), place.away.y() - line / 2
    return [QRectF(x + left, y + top, width, line) for (x, y), width in zip(points, widths, strict=True)]


def paint_unit_numbers(
    painter: QPainter, place: NumberColumn, texts: tuple[str, ...], view: View, brush: Brush
) -> None:
    """The numbers of a column, each on a plate."""
    for unit, box in zip(place.column.shown.tolist(), number_boxes(place, texts, view, brush), strict=True):
        if box.width():
            _paint_plate(painter, box, texts[unit], brush)


def paint_label_numbers(painter: QPainter, labels: Labels, units: ShownUnits, view: View, brush: Brush) -> None:
    """The numbers of a labelled column, in the places of its labels' numbers. Inputs need no symbol: they stay."""
    if number_shown(units, labels.column.layer)[0] == "none":
        return
    painter.setFont(brush.small)
    painter.setPen(brush.color("text"))
    room = label_number_room(labels, units)
    align = RIGHT if number_shown(units, labels.column.layer)[0] == "x" else LEFT
    for text, box in zip(label_numbers(labels, units, brush), labels.boxes(view, brush), strict=True):
        place = QRectF(box.right() - labels.room.number, box.top(), room, box.height())
        painter.drawText(place, align | Qt.TextFlag.TextDontClip, text)


def label_number_room(labels: Labels, units: ShownUnits) -> float:
    """Pixels of a number of a labelled column: behind those of the outputs the margin is free."""
    return labels.room.number + (0.0 if number_shown(units, labels.column.layer)[0] == "x" else MARGIN - 2)


def label_numbers(labels: Labels, units: ShownUnits, brush: Brush) -> tuple[str, ...]:
    """The numbers (shown,) of a labelled column: shares as they always stand there, all others in one form."""
    kind, values = number_shown(units, labels.column.layer)
    shown = np.asarray(values, float)[labels.column.shown].tolist()
    symbol = "" if kind == "x" else symbol_of(units, labels.column.layer, brush.notation)
    if kind == "a" and labels.room.share:
        return tuple(f"{symbol} {label_text(value, True)}" for value in shown)
    return in_one_form(shown, symbol, label_number_room(labels, units), brush, most=LABEL_DIGITS)


def labelled_layers(labels: tuple[Labels, ...]) -> frozenset[int]:
    """Layers whose columns carry labels."""
    return frozenset(entry.column.layer for entry in labels)


def number_columns(layout: Layout, labels: tuple[Labels, ...], view: View, brush: Brush) -> list[NumberColumn]:
    """The columns whose units carry numbers of their own: labels have theirs beside them."""
    known, first = labelled_layers(labels), 1 if layout.image else 0
    columns = (column for column in layout.columns[first:] if column.layer not in known)
    places = [_place(column, layout, view, brush) for column in columns]
    return [place for place in places if place is not None]


def _place(column: Column, layout: Layout, view: View, brush: Brush) -> NumberColumn | None:
    """Beside the units, else below them; None where neither has room."""
    pitch = float(np.diff(column.points[:, 1]).min(initial=np.inf)) * view.scale
    if column.units > MOST_NUMBERS or pitch < brush.small_metrics.height() + 4:
        return None
    radius, line, least = column.radius * view.scale, brush.small_metrics.height(), least_width(brush)
    reach, step = unit_radius(radius, layout.tile), layout.step * view.scale
    if step - 2 * radius - 2 * AWAY >= least:
        return NumberColumn(column, QPointF(radius + AWAY, 0), step - 2 * radius - 2 * AWAY)
    low, wide = pitch >= 2 * reach + line + 2, step - radius * (1 - LEFTWARD) - AWAY >= least
    # No wider than needed: the loss and the edges want room too.
    return NumberColumn(column, QPointF(-LEFTWARD * radius, reach + line / 2 + 1), least) if low and wide else None


def least_width(brush: Brush) -> float:
    """Pixels of the widest of the shortest numbers at units."""
    least = short(SAMPLE, FEWEST)
    symbols = map(brush.notation.lettered, SYMBOLS.values())
    return max(brush.small_metrics.horizontalAdvance(f"{symbol} {least}") for symbol in symbols)
