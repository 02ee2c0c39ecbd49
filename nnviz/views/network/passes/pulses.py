"""Pulses: the terms w·a and w·δ on their way along the edges, as arrays, and painting them in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPixmap, QPolygonF, QTransform
from shiboken6 import Shiboken

from nnviz.engine.trace import Array
from nnviz.session.moment import Pulses
from nnviz.theme.painting import clear_pixmap, painting
from nnviz.views.network.brush import Brush, disc
from nnviz.views.network.edges import Pairs
from nnviz.views.network.layout import Floats, Indices
from nnviz.views.network.view import View
from nnviz.widgets.printing import is_vector

MOST = 600
"""Most pulses in a frame, the strongest: more cost more than a frame, and no eye follows them."""
DIAMETERS = ((150, 13.0), (400, 10.0))
"""Pixels across a pulse of the largest size where up to so many are drawn; SMALL for more."""
SMALL = 8.0
LEAST = 2.6
"""Pixels across the weakest pulse."""
FAINT = 0.45
"""Opacity of the weakest pulse."""
LIT = 125
"""Per cent of the brightness of an edge that a head has on a dark ground."""
SPRITE = (60.0, 16.0)
"""Pixels of the picture of one pulse that all are scaled from: the tail, then the head at its right end."""
HEAD = 7.0
"""Radius of the head in that picture; its middle is as far from the right end as from top and bottom."""


@dataclass(frozen=True, eq=False)
class DrawnPulses:
    """The pulses of one frame exactly as drawn.

    layer        weight layer;  forward: from left to right
    i, j         (n,) the edge each is on
    value        (n,) wᵢⱼ aᵢ or wᵢⱼ δⱼ
    share        (n,) 0…1 of the largest |value| of the layer: what size and brightness show
    progress     (n,) 0…1 of the way;  point: (n, 2) there, in the layout
    heading      (n, 2) from where it starts to where it ends, in the layout
    diameter     (n,) pixels;  opacity: (n,)
    """

    layer: int
    forward: bool
    i: Indices
    j: Indices
    value: Array
    share: Floats
    progress: Floats
    point: Floats
    heading: Floats
    diameter: Floats
    opacity: Floats


@dataclass(frozen=True, eq=False)
class Route:
    """The edges of one weight layer that pulses may run along: `chosen` (n,) places in Pairs, and the largest |value|
    of the whole layer, shown or not; total: its edges."""

    chosen: Indices
    largest: float
    total: int


def route_of(pairs: Pairs, pulses: Pulses, term: int | None) -> Route:
    """The strongest edges between shown units, at most MOST; with `term` only those of that unit. Chosen once for all
    frames of a beat, so that no pulse vanishes on its way. A term that is 0 sends nothing."""
    size = np.abs(np.where(np.isfinite(pulses.values), pulses.values, 0.0))
    places = layer_places(pairs, pulses.layer)
    strength = size.ravel()[pairs.takes[pulses.layer]]
    if term is not None:
        strength = np.where(_terms(pairs, places, pulses.forward) == term, strength, 0.0)
    if len(strength) > MOST:
        best = np.argpartition(strength, len(strength) - MOST)[-MOST:]
        places, strength = places[best], strength[best]
    lit = strength > 0
    order = np.argsort(strength[lit], kind="stable")
    return Route(places[lit][order], float(size.max(initial=0.0)), size.size)


def layer_places(pairs: Pairs, layer: int) -> Indices:
    """(n,) places of a weight layer's edges in Pairs."""
    begin = sum(len(take) for take in pairs.takes[:layer])
    return np.arange(begin, begin + len(pairs.takes[layer]))


def drawn_pulses(pairs: Pairs, pulses: Pulses, route: Route, line: float = 1.0) -> DrawnPulses:
    """Where the pulses of a route are now, faint to strong, `line` times as large as ordinary; those that have not
    started or have arrived are not."""
    terms = _terms(pairs, route.chosen, pulses.forward)
    progress = np.full(max(pulses.values.shape), np.nan)
    progress[pulses.terms] = pulses.progress
    moving = np.isfinite(progress[terms])
    chosen, progress = route.chosen[moving], progress[terms][moving]
    i, j = pairs.i[chosen], pairs.j[chosen]
    value, (start, way) = pulses.values[i, j], _ways(pairs.ends[chosen], pulses.forward)
    share = np.minimum(np.abs(value) / (route.largest or 1.0), 1.0).astype(np.float64)
    look = line * _diameters(share, len(route.chosen)), FAINT + (1 - FAINT) * share
    return DrawnPulses(
        pulses.layer, pulses.forward, i, j, value, share, progress, start + way * progress[:, None], way, *look
    )


def sprites(brush: Brush) -> QPixmap:
    """The pictures of a positive pulse (above: a full head) and of a negative one (below: a hollow head)."""
    wide, tall = SPRITE
    atlas = clear_pixmap(QSize(int(wide), int(2 * tall)))
    with painting(atlas, antialias=True) as painter:
        for row, role in enumerate(("positive", "negative")):
            _paint_sprite(painter, brush, (row + 0.5) * tall, role)
    return atlas


def paint_pulses(painter: QPainter, pulses: DrawnPulses, view: View, brush: Brush, atlas: QPixmap) -> None:
    """All pulses in one call: Qt reads the array as fragments of the atlas. In a figure each is a shape of its own."""
    if len(pulses.value) and is_vector(painter):
        _paint_shapes(painter, fragments(pulses, view), brush)
    elif len(pulses.value):
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pieces = fragments(pulses, view)
        first = cast(QPainter.PixmapFragment, Shiboken.wrapInstance(pieces.ctypes.data, QPainter.PixmapFragment))
        painter.drawPixmapFragments(first, len(pieces), atlas)


def fragments(pulses: DrawnPulses, view: View) -> Floats:
    """(n, 10) as QPainter::PixmapFragment has its fields: middle x y, source left top width height, scale x y,
    rotation in degrees, opacity. A tail is no longer than the way that lies behind its head."""
    wide, tall = SPRITE
    scale = pulses.diameter / (2 * HEAD)
    length = np.hypot(*pulses.heading.T)
    direction = pulses.heading / np.maximum(length, 1e-9)[:, None]
    behind = length * pulses.progress * view.scale / scale
    width = np.minimum(behind, wide - tall / 2) + tall / 2
    middle = view.map(pulses.point) - direction * ((width / 2 - tall / 2) * scale)[:, None]
    top = np.where(pulses.value < 0, tall, 0.0)
    angle = np.degrees(np.arctan2(direction[:, 1], direction[:, 0]))
    fields = (wide - width, top, width, np.full(len(width), tall), scale, scale, angle, pulses.opacity)
    return np.ascontiguousarray(np.column_stack((middle, *fields)), np.float64)


def paint_sample(
    painter: QPainter, brush: Brush, atlas: QPixmap, middle: QPointF, diameter: float, negative: bool
) -> None:
    """One pulse for the legend."""
    wide, tall = SPRITE
    scale = diameter / (2 * HEAD)
    width = min(wide, 34.0)
    if is_vector(painter):
        at = middle.x() - (width - tall) / 2 * scale, middle.y()
        piece = (*at, wide - width, tall if negative else 0.0, width, tall, scale, scale, 0.0, 1.0)
        _paint_shapes(painter, np.array([piece]), brush)
        return
    source = QRectF(wide - width, tall if negative else 0.0, width, tall)
    target = QRectF(middle.x() - (width - tall / 2) * scale, middle.y() - tall * scale / 2, width * scale, tall * scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, atlas, source)


def _terms(pairs: Pairs, chosen: Indices, forward: bool) -> Indices:
    """(n,) the unit each edge's pulse starts from."""
    return (pairs.i if forward else pairs.j)[chosen]


def _ways(ends: Floats, forward: bool) -> tuple[Floats, Floats]:
    """(n, 2) where pulses start, and (n, 2) their whole way."""
    start, end = (ends[:, :2], ends[:, 2:]) if forward else (ends[:, 2:], ends[:, :2])
    return start, end - start


def _diameters(share: Floats, count: int) -> Floats:
    """(n,) pixels: the area grows as the value does."""
    largest = next((diameter for most, diameter in DIAMETERS if count <= most), SMALL)
    return np.asarray(LEAST + (largest - LEAST) * np.sqrt(share))


def _paint_shapes(painter: QPainter, pieces: Floats, brush: Brush) -> None:
    """Pulses as shapes, one for each row of `fragments`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place, opacity = painter.transform(), painter.opacity()
    for x, y, left, top, width, tall, scale, _, angle, strength in pieces.tolist():
        painter.setTransform(QTransform(place).translate(x, y).rotate(angle).scale(scale, scale))
        painter.translate(-left - width / 2, -tall / 2)
        painter.setOpacity(opacity * strength)
        _paint_sprite(painter, brush, tall / 2, "negative" if top else "positive", left)
    painter.restore()


def _paint_sprite(painter: QPainter, brush: Brush, y: float, role: str, left: float = 0.0) -> None:
    """A head with a tail that fades out to the left, cut off at `left`."""
    wide, tall = SPRITE
    x = wide - tall / 2
    tail = QLinearGradient(0, y, x, y)
    tail.setColorAt(0, brush.color(role, 0))
    tail.setColorAt(1, brush.color(role, 190))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tail)
    half = HEAD * 0.75
    cut = half * min(max(left / x, 0.0), 1.0)
    corners = ((left, y - cut), (x, y - half), (x, y + half), (left, y + cut))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.setBrush(brush.color(role).lighter(LIT) if brush.palette.dark else brush.color(role))
    disc(painter, x, y, HEAD)
    if role == "negative":
        painter.setBrush(brush.color("surface"))
        disc(painter, x, y, HEAD * 0.42)
