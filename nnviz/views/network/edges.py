"""Edges: from weight matrices to the lines that are drawn, and drawing them fast.

All edges of one colour and width form a bucket, whose lines lie in one NumPy array that Qt reads as QLineF.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPainterPath
from shiboken6 import Shiboken

from nnviz.engine.network import Layer, Network
from nnviz.engine.trace import Array
from nnviz.theme.palettes import Palette
from nnviz.theme.scales import Rgb, diverging, qcolor
from nnviz.views.network.brush import pen
from nnviz.views.network.layout import Floats, Indices, Layout
from nnviz.widgets.printing import is_vector

LEVELS = 15
"""Steps of |w| / limit in colour and width; with both signs 31 buckets."""
THINNEST = 1.01
"""Pen width at 0. Qt draws a width of exactly 1 up to three times slower."""
THICKEST = ((150, 4.4), (800, 3.2), (2000, 2.6))
"""Pen width at the limit for up to so many edges; THIN for more."""
THIN = 2.0
BEYOND = 1e6
"""Shares of a limit are told apart up to this: a limit leaves out the largest values."""
SMOOTH = 800
"""Up to so many edges are antialiased."""
DASH = 9.0
"""Pixels from one dash to the next."""
INKED = 0.58
"""Share of that distance which is drawn."""
MOST_DASHES = 15000
"""With more dashes than this, dashes grow longer: their number is what drawing costs."""
GOLDEN = 0.618034
"""Each edge's dashes begin this share of a period later than its neighbour's, lest dashes align to a false pattern."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """All pairs of shown units in neighbouring layers, before any is chosen.

    layer, i, j  (n,) weight layer, unit it leaves, unit it enters
    ends         (n, 4) x₁ y₁ x₂ y₂ in the layout
    takes        for each weight layer: places of its pairs in the flattened (in, units) matrix
    total        edges of the whole network, shown or not
    """

    layer: Indices
    i: Indices
    j: Indices
    ends: Floats
    takes: tuple[Indices, ...]
    total: int


@dataclass(frozen=True, eq=False)
class Edges:
    """The edges exactly as drawn, faint to strong.

    layer, i, j  (n,) the edge is W[layer][i, j] (of maxout: its piece with the largest |w|)
    weight       (n,) that element
    limits       of each weight matrix the |weight| that gets the strongest colour and the widest line
    level        (n,) 0…LEVELS, the share of its matrix's limit in steps
    color        (n, 3) 0…255;  width: (n,) pixels
    ends         (n, 4) x₁ y₁ x₂ y₂ in the layout
    total        edges of the whole network
    """

    layer: Indices
    i: Indices
    j: Indices
    weight: Array
    limits: tuple[float, ...]
    level: Indices
    color: Rgb
    width: Floats
    ends: Floats
    total: int

    def __len__(self) -> int:
        return len(self.weight)

    def where(self, kept: NDArray[np.bool_]) -> Edges:
        """Only those edges that are `kept` (n,)."""
        parts = ("layer", "i", "j", "weight", "level", "color", "width", "ends")
        return replace(self, **{name: getattr(self, name)[kept] for name in parts})


def pairs_of(layout: Layout) -> Pairs:
    """All edges between shown units of a layout."""
    parts = [_between(layout, k) for k in range(len(layout.columns) - 1)]
    layer, i, j, ends, takes = zip(*parts, strict=True)
    total = sum(left.units * right.units for left, right in pairwise(layout.columns))
    return Pairs(np.concatenate(layer), np.concatenate(i), np.concatenate(j), np.concatenate(ends), takes, total)


def edge_matrix(layer: Layer) -> Array:
    """(in, units): the weight an edge shows. A maxout unit has several on each edge: the one with the largest |w|,
    which does not flicker from sample to sample as the winning piece would."""
    return strongest_piece(layer.W, layer.spec.units)


def edge_bias(layer: Layer) -> Array:
    """(units,): the bias a unit shows, of a maxout unit the one with the largest |b|."""
    return strongest_piece(layer.b, layer.spec.units)


def strongest_piece(values: Array, units: int) -> Array:
    """(…, units · pieces) → (…, units): of each unit's pieces the one with the largest size."""
    if values.shape[-1] == units:
        return values
    pieces = values.reshape(*values.shape[:-1], units, -1)
    best = np.abs(pieces).argmax(axis=-1)[..., None]
    return np.asarray(np.take_along_axis(pieces, best, axis=-1)[..., 0])


def weights_of(pairs: Pairs, network: Network) -> Array:
    """(n,): the weights of all pairs."""
    matrices = (edge_matrix(layer) for layer in network.layers)
    return np.concatenate([matrix.ravel()[take] for matrix, take in zip(matrices, pairs.takes, strict=True)])


def limit_shares(pairs: Pairs, weights: Array, limits: tuple[float, ...]) -> Array:
    """(n,): each weight as a share of the limit of its matrix, at most ± BEYOND; 0 where it is undefined, as gradients
    of a network that overflows are."""
    limit = np.asarray(limits, np.float64)[pairs.layer]
    return np.asarray(np.nan_to_num(np.clip(weights / limit, -BEYOND, BEYOND)))


def drawn_edges(pairs: Pairs, weights: Array, limits: tuple[float, ...], budget: int, palette: Palette) -> Edges:
    """The `budget` strongest pairs as shares of their matrices' limits, dressed in colour and width."""
    chosen = np.arange(len(weights))
    if len(weights) > budget:
        size = np.abs(limit_shares(pairs, weights, limits))
        chosen = np.argpartition(size, len(weights) - budget)[-budget:]
    return dressed(pairs, weights, chosen, limits, palette)


def unit_edges(
    pairs: Pairs, weights: Array, layer: int, unit: int, *, limits: tuple[float, ...], palette: Palette
) -> Edges:
    """All edges that enter or leave a unit of layer `layer` (0: the input), however weak."""
    enters = (pairs.layer == layer - 1) & (pairs.j == unit)
    leaves = (pairs.layer == layer) & (pairs.i == unit)
    return dressed(pairs, weights, np.flatnonzero(enters | leaves), limits, palette)


def dressed(pairs: Pairs, weights: Array, chosen: Indices, limits: tuple[float, ...], palette: Palette) -> Edges:
    """The chosen pairs with colour and width, faint to strong."""
    count = len(chosen)
    level = levels(limit_shares(pairs, weights, limits)[chosen])
    order = np.argsort(2 * level + (weights[chosen] < 0), kind="stable")
    chosen, level = chosen[order], level[order]
    weight = weights[chosen]
    parts = (pairs.layer[chosen], pairs.i[chosen], pairs.j[chosen], weight, limits, level)
    look = edge_colors(weight, level, palette), edge_widths(level, count, palette.line)
    return Edges(*parts, *look, pairs.ends[chosen], pairs.total)


def levels(shares: Array) -> Indices:
    """(n,) weights as shares of their limits → (n,) steps 0…LEVELS."""
    return np.asarray(np.minimum(np.rint(np.abs(shares) * LEVELS), LEVELS), np.intp)


def edge_colors(weight: Array, level: Indices, palette: Palette) -> Rgb:
    """(n, 3) colours: opaque, already mixed, because translucent lines cost many times as much."""
    table = diverging(np.arange(-LEVELS, LEVELS + 1), LEVELS, palette)
    return np.asarray(table[LEVELS + np.where(weight < 0, -level, level)])


def edge_widths(level: Indices, count: int, line: float) -> Floats:
    """(n,) pen widths in pixels, where `count` edges are drawn: the fewer, the bolder, and `line` times as wide as
    ordinary where they are not so many that they would only cover each other."""
    thickest = next((width * line for most, width in THICKEST if count <= most), THIN)
    return np.asarray(THINNEST + (thickest - THINNEST) / LEVELS * level, np.float64)


def dashes(lines: Floats, period: Floats | float = DASH, phase: Floats | float = 0.0) -> Floats:
    """(n, 4) lines → (m, 4) dashes of INKED · period, at most as long as their line; phase: shift in periods."""
    start, way = lines[:, :2], lines[:, 2:] - lines[:, :2]
    periods = np.maximum(np.hypot(way[:, 0], way[:, 1]) / period, 1e-6)
    # A line shorter than a period could lie wholly in a gap, so it starts with a dash.
    shift = np.where(periods > 1, np.asarray(phase) % 1.0, 0.0)
    counts = np.ceil(periods + shift).astype(np.intp)
    of = np.repeat(np.arange(len(lines)), counts)
    nth = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
    begin = nth - shift[of]
    bounds = np.clip(np.stack((begin, begin + INKED)) / periods[of], 0, 1)
    kept = bounds[0] < bounds[1]
    of, bounds = of[kept], bounds[:, kept]
    return np.hstack((start[of] + way[of] * bounds[0, :, None], start[of] + way[of] * bounds[1, :, None]))


def dash_periods(lines: Floats, layer: Indices) -> Floats:
    """(n,) distance of dashes on each line, such that all together have about MOST_DASHES. The number of dashes grows
    as the root of a layer's total length, so that a thin layer keeps fine dashes beside a dense one."""
    length = np.bincount(layer, np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1]))
    root = np.sqrt(length)
    return np.asarray(np.maximum(DASH, root * root.sum() / MOST_DASHES)[layer])


def paint_edges(painter: QPainter, edges: Edges, lines: Floats) -> None:
    """Draw edges along `lines` (n, 4) in the painter's pixels: positive ones solid, negative ones dashed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(edges) <= SMOOTH)
    negative = edges.weight < 0
    period = np.zeros(len(edges))
    period[negative] = dash_periods(lines[negative], edges.layer[negative])
    phase = np.asarray(GOLDEN * (edges.i + edges.j), np.float64)
    bounds = np.flatnonzero(np.diff(2 * edges.level + negative, prepend=-1, append=-1))
    for begin, end in pairwise(bounds.tolist()):
        painter.setPen(pen(qcolor(edges.color[begin]), float(edges.width[begin])))
        bucket = slice(begin, end)
        dashed = bool(negative[begin])
        paint_lines(painter, dashes(lines[bucket], period[bucket], phase[bucket]) if dashed else lines[bucket])


def paint_lines(painter: QPainter, lines: NDArray[np.float64]) -> None:
    """Draw (n, 4) lines in one call: Qt reads the array as QLineF. In a figure of shapes they are one path: PySide
    never lets go of the points of lines that it hands to a paint engine, 7 MB a figure."""
    if is_vector(painter):
        path = QPainterPath()
        for x1, y1, x2, y2 in lines.tolist():
            path.moveTo(x1, y1)
            path.lineTo(x2, y2)
        painter.strokePath(path, painter.pen())
    elif len(lines):
        lines = np.ascontiguousarray(lines, np.float64)
        first = cast(QLineF, Shiboken.wrapInstance(lines.ctypes.data, QLineF))
        painter.drawLines(first, len(lines))


def _between(layout: Layout, k: int) -> tuple[Indices, Indices, Indices, Floats, Indices]:
    """layer, i, j, ends and places in W of all shown pairs of columns k and k + 1."""
    left, right = layout.columns[k], layout.columns[k + 1]
    m, n = len(left.shown), len(right.shown)
    i, j = np.repeat(left.shown, n), np.tile(right.shown, m)
    ends = np.hstack((np.repeat(left.points, n, axis=0), np.tile(right.points, (m, 1))))
    return np.full(m * n, k, np.intp), i, j, ends, i * right.units + j
