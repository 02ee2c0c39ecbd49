"""Sheets: the edges of the passes in pixmaps, drawn anew only when other edges are to be seen."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from itertools import pairwise
from time import perf_counter

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from nnviz.session.moment import Moment
from nnviz.theme.painting import painting
from nnviz.theme.scales import qcolor
from nnviz.views.network.backdrop import DIM, Backdrop, lines_in
from nnviz.views.network.brush import Brush, pen
from nnviz.views.network.edges import LEVELS, Edges, paint_edges, paint_lines, unit_edges
from nnviz.views.network.layout import Floats, Layout
from nnviz.views.network.passes.picture import ShownEdges, quantities, shown_edges, shown_update
from nnviz.views.network.passes.scales import PassesScales
from nnviz.views.network.scene import Scene, UnitRef
from nnviz.views.network.view import View
from nnviz.widgets.printing import is_vector

BUDGET = 4000
"""Most edges drawn, as outside of the passes."""
VEILS = (175, 90)
"""Opacity 0…255 of the veil over edges that show weights, so that pulses and gradients stand out; during the update."""
LEAST = 1.5
"""Pixels across the band of the least change."""
BANDS = ((150, 6.0), (400, 4.0))
"""The same of the greatest change where up to so many bands are drawn; NARROW for more."""
NARROW = 3.0
WALL = 1.2
"""Pixels of either wall of a hollow band."""
HALO_OPACITY = 0.65
UPDATE_SHARE = 0.2
"""Share of the time that drawing moving edges may take: 3 ms of it at every frame, 20 ms ten times a second."""
KEPT = 2
"""Sheets kept: what is shown, and what wipes in."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """Edges, the pixmap they are drawn in, and what draws them."""

    shown: ShownEdges
    pixmap: QPixmap
    draw: Callable[[QPainter], None]

    def paint(self, painter: QPainter) -> None:
        """The pixmap; in a figure of shapes the edges themselves."""
        if is_vector(painter):
            painter.save()
            self.draw(painter)
            painter.restore()
        else:
            painter.drawPixmap(0, 0, self.pixmap)


@dataclass(frozen=True)
class Ground:
    """What sheets are drawn on: the scene, how it is looked at, and whose edges alone are wanted."""

    scene: Scene
    backdrop: Backdrop
    view: View
    brush: Brush
    strong: UnitRef | None


class Sheets:
    """The edge sheets of one pane."""

    def __init__(self) -> None:
        self._sheets: dict[Hashable, Sheet] = {}
        self._halo: tuple[Hashable, Sheet] | None = None
        self._moving: tuple[Hashable, ...] = ()
        self._drawn_at = self._cost = 0.0

    def base(self, moment: Moment, ground: Ground, scales: PassesScales, playing: bool) -> Sheet:
        """The edges before what wipes in. While an update plays, weights are redrawn as often as UPDATE_SHARE
        allows; while it stands still they are exact."""
        moved = moment.share if moment.beat.phase == "update" else None
        quantity = quantities(moment, wiped=False)
        key: tuple[Hashable, ...] = (moment.step, quantity, ground, scales, moved)
        resting = perf_counter() - self._drawn_at < self._cost / UPDATE_SHARE
        if moved is not None and playing and resting and self._moving[:-1] == key[:-1]:
            key = self._moving
        if moved is not None and key != self._moving:
            self._sheets.pop(self._moving, None)
            self._moving = key
        return self._sheet(key, moment, ground, scales, quantity)

    def wiping(self, moment: Moment, ground: Ground, scales: PassesScales) -> Sheet | None:
        """The edges that come in from the right: the gradient of one layer, or all changes."""
        if moment.beat.phase == "gradient":
            quantity = quantities(moment, wiped=True)
            return self._sheet((moment.step, quantity, ground, scales, None), moment, ground, scales, quantity)
        if moment.beat.phase != "update":
            return None
        key = (moment.step, ground, scales)
        if self._halo is None or self._halo[0] != key:
            self._halo = key, _halo_sheet(moment, ground, scales)
        return self._halo[1]

    def _sheet(
        self, key: Hashable, moment: Moment, ground: Ground, scales: PassesScales, quantity: tuple[str, ...]
    ) -> Sheet:
        if key not in self._sheets:
            begun = perf_counter()
            made = _edge_sheet(moment, ground, scales, quantity)
            self._drawn_at = perf_counter()
            self._cost = self._drawn_at - begun
            for old in list(self._sheets)[: len(self._sheets) - KEPT + 1]:
                del self._sheets[old]
            self._sheets[key] = made
        return self._sheets[key]


def reach_of(layout: Layout, view: View, k: int) -> tuple[float, float]:
    """Between which x of the widget the edges of weight layer k lie."""
    left = layout.image.x if k == 0 and layout.image else layout.columns[k].x
    return view.point(left, 0)[0], view.point(layout.columns[k + 1].x, 0)[0]


def wiped_boxes(moment: Moment, layout: Layout, view: View, height: float) -> list[QRectF]:
    """The parts of the widget that what wipes in has reached: `share` of the way of each layer, from the right."""
    phase = moment.beat.phase
    layers = range(len(layout.columns) - 1) if phase == "update" else (moment.beat.layer,)
    reaches = [reach_of(layout, view, k) for k in layers]
    return [QRectF(x - (x - left) * moment.share, 0, (x - left) * moment.share, height) for left, x in reaches]


def paint_sheet(painter: QPainter, sheet: Sheet, boxes: list[QRectF], opacity: float) -> None:
    """A sheet, only within boxes."""
    painter.save()
    painter.setOpacity(opacity)
    for box in boxes:
        painter.setClipRect(box)
        sheet.paint(painter)
    painter.restore()


def _edge_sheet(moment: Moment, ground: Ground, scales: PassesScales, quantity: tuple[str, ...]) -> Sheet:
    shown = shown_edges(moment, ground.scene, scales, quantity, BUDGET)
    veil = VEILS[moment.beat.phase == "update"]
    veiled = [reach_of(ground.scene.layout, ground.view, k) for k, what in enumerate(quantity) if what == "W"]

    def draw(painter: QPainter) -> None:
        area = ground.backdrop.area
        painter.fillRect(area, ground.backdrop.background)
        paint_edges(painter, shown.edges, lines_in(ground.view, shown.edges.ends))
        for left, right in veiled:
            painter.fillRect(QRectF(left, 0, right - left, area.height()), ground.brush.color("surface", veil))
        if ground.strong is not None:
            painter.fillRect(area, ground.brush.color("surface", DIM))
            strong = _strong_edges(shown, ground, ground.strong)
            paint_edges(painter, strong, lines_in(ground.view, strong.ends))

    return Sheet(shown, _drawn(ground.backdrop.blank(), draw), draw)


def _drawn(pixmap: QPixmap, draw: Callable[[QPainter], None]) -> QPixmap:
    with painting(pixmap) as painter:
        draw(painter)
    return pixmap


def _strong_edges(shown: ShownEdges, ground: Ground, ref: UnitRef) -> Edges:
    scene, limits = ground.scene, shown.edges.limits
    return unit_edges(scene.pairs, shown.values, ref.layer, ref.unit, limits=limits, palette=scene.palette)


def _halo_sheet(moment: Moment, ground: Ground, scales: PassesScales) -> Sheet:
    """Every change as a band over its edge."""
    shown = shown_update(moment, ground.scene, scales)
    pixmap = ground.backdrop.blank()
    pixmap.fill(Qt.GlobalColor.transparent)
    line = ground.scene.palette.line
    greatest = next((width * line for most, width in BANDS if len(shown.edges) <= most), NARROW)
    width = LEAST + (greatest - LEAST) * shown.edges.level / LEVELS
    edges = replace(shown.edges, width=width)

    def draw(painter: QPainter) -> None:
        paint_bands(painter, edges, lines_in(ground.view, edges.ends))

    return Sheet(shown, _drawn(pixmap, draw), draw)


def paint_bands(painter: QPainter, edges: Edges, lines: Floats) -> None:
    """Bands along `lines` (n, 4), faint to strong: full ones where values are positive, hollow where negative."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    negative = edges.weight < 0
    bounds = np.flatnonzero(np.diff(2 * edges.level + negative, prepend=-1, append=-1))
    for begin, end in pairwise(bounds.tolist()):
        width = float(edges.width[begin])
        if is_vector(painter) and negative[begin] and width > 2 * WALL:
            # Nothing can be taken away from shapes: the walls alone.
            painter.setPen(pen(qcolor(edges.color[begin]), WALL))
            paint_lines(painter, _walls(lines[begin:end], width - WALL))
            continue
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(pen(qcolor(edges.color[begin]), width))
        paint_lines(painter, lines[begin:end])
        if negative[begin] and width > 2 * WALL:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.setPen(pen(qcolor(edges.color[begin]), width - 2 * WALL))
            paint_lines(painter, lines[begin:end])


def _walls(lines: Floats, apart: float) -> Floats:
    """(n, 4) lines → (2n, 4): a line on either side of each, `apart` from each other."""
    way = lines[:, 2:] - lines[:, :2]
    length = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
    aside = np.column_stack((-way[:, 1], way[:, 0])) / length[:, None] * (apart / 2)
    aside = np.hstack((aside, aside))
    return np.vstack((lines + aside, lines - aside))
