"""Passes layer: paints a Moment. What stays for a while lies in pixmaps; only what moves is painted at every frame."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from nnviz.data.plane import Bounds
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import ForwardTrace
from nnviz.session.moment import Moment, Pulses
from nnviz.theme.painting import painting
from nnviz.views.network.backdrop import Texts
from nnviz.views.network.brush import Brush
from nnviz.views.network.labels import Labels
from nnviz.views.network.legend import Legend
from nnviz.views.network.nodes import paint_image
from nnviz.views.network.passes.loss_marks import TargetMarks, paint_targets, shows_target, target_marks
from nnviz.views.network.passes.loss_plate import Plate, loss_plate, paint_loss, plate_obstacles
from nnviz.views.network.passes.picture import PassesPicture, shown_nodes, shown_units, source_of
from nnviz.views.network.passes.pulses import Route, drawn_pulses, paint_pulses, route_of, sprites
from nnviz.views.network.passes.scales import PassesScales, passes_scales
from nnviz.views.network.passes.sheets import HALO_OPACITY, Ground, Sheet, Sheets, paint_sheet, wiped_boxes
from nnviz.views.network.passes.texts import fitted, loss_texts, passes_captions, passes_legend
from nnviz.views.network.passes.units import (
    labelled_layers,
    number_columns,
    paint_label_numbers,
    paint_source,
    paint_tile_rings,
    paint_unit_numbers,
    paint_units,
    unit_numbers,
)
from nnviz.views.network.planes import plane_trace
from nnviz.views.network.scene import Nodes
from nnviz.views.network.words import NetworkWords
from nnviz.widgets.printing import is_vector

PLANE_OPACITY = 0.35
"""Units that show their pictures keep them faintly behind the value of the moment."""
IMAGE_OPACITY = 0.86
FADE = 0.3
"""Share of the beat "loss" in which targets and loss appear."""


@dataclass(frozen=True, eq=False)
class Setting:
    """How a moment is shown: on what ground, with which labels and words, and the room there is.

    texts   makes the words that stand when nothing is animated
    middle  the part of the widget between captions and legend;  foot: room of the legend
    """

    ground: Ground
    labels: tuple[Labels, ...]
    texts: Callable[[], Texts]
    scaling: Scaling
    bounds: Bounds
    middle: QRectF
    foot: QRectF
    playing: bool


class PassesLayer:
    """The animated iteration of one pane. Forgets everything with `clear`.

    plane  what its units answer over the plane, where they show it
    """

    def __init__(self, words: NetworkWords) -> None:
        self._words = words
        self.clear()

    def clear(self) -> None:
        """Nothing is shown any more."""
        self._sheets = Sheets()
        self._scales: tuple[Hashable, PassesScales] | None = None
        self._routes: dict[Hashable, Route] = {}
        self._top: tuple[Hashable, QPixmap] | None = None
        self._atlas: tuple[Brush, QPixmap] | None = None
        self._plate: tuple[Hashable, Plate] | None = None
        self.plane: ForwardTrace | None = None

    def picture(self, moment: Moment, setting: Setting) -> PassesPicture:
        """All that is drawn, as arrays; brings the pixmaps up to date."""
        return self._picture(moment, setting, self._edge_sheets(moment, setting))

    def _edge_sheets(self, moment: Moment, setting: Setting) -> tuple[Sheet, Sheet | None]:
        """The edges, and those that wipe in."""
        scales = self._scales_of(moment, setting)
        base = self._sheets.base(moment, setting.ground, scales, setting.playing)
        return base, self._sheets.wiping(moment, setting.ground, scales)

    def _picture(self, moment: Moment, setting: Setting, sheets: tuple[Sheet, Sheet | None]) -> PassesPicture:
        scene, scales = setting.ground.scene, self._scales_of(moment, setting)
        base, wiping = sheets
        pulses, target = moment.pulses(), shows_target(moment)
        line = scene.palette.line
        return PassesPicture(
            moment,
            scales,
            shown_units(moment, scene, scales),
            drawn_pulses(scene.pairs, pulses, self._route(moment, pulses, setting.ground), line) if pulses else None,
            base.shown,
            wiping.shown if wiping else None,
            moment.share if wiping else 0.0,
            source_of(moment),
            moment.step.target[moment.sample] if target else None,
            moment.step.loss if target else None,
        )

    def nodes(self, picture: PassesPicture, setting: Setting) -> Nodes:
        """The units as nodes of the scene."""
        return shown_nodes(picture.moment, setting.ground.scene, picture.units, picture.scales)

    def paint(self, painter: QPainter, moment: Moment, setting: Setting) -> None:
        """One frame; the painter is left clipped to the middle, where marks may follow."""
        sheets, ground = self._edge_sheets(moment, setting), setting.ground
        picture = self._picture(moment, setting, sheets)
        nodes = self.nodes(picture, setting)
        self._paint_edges(painter, moment, sheets, ground)
        self._paint_furniture(painter, picture, nodes, setting)
        painter.setClipRect(setting.middle)
        self._paint_image(painter, picture, ground)
        if picture.pulses is not None:
            paint_pulses(painter, picture.pulses, ground.view, ground.brush, self._sprites(ground.brush))
        paint_units(painter, nodes, picture.units, ground.view, ground.brush, ground.scene.layout.tile)
        self._paint_numbers(painter, picture, setting)
        if picture.target is not None:
            self._paint_loss(painter, picture, setting)

    # parts of a frame

    def _paint_edges(
        self, painter: QPainter, moment: Moment, sheets: tuple[Sheet, Sheet | None], ground: Ground
    ) -> None:
        base, wiping = sheets
        base.paint(painter)
        if wiping is not None:
            opacity = HALO_OPACITY if moment.beat.phase == "update" else 1.0
            boxes = wiped_boxes(moment, ground.scene.layout, ground.view, ground.backdrop.size.height())
            paint_sheet(painter, wiping, boxes, opacity)

    def _paint_image(self, painter: QPainter, picture: PassesPicture, ground: Ground) -> None:
        box, scene = ground.scene.layout.image, ground.scene
        if box is not None:
            values = picture.moment.layer_values(0).values.reshape(box.rows, box.columns)
            colors = picture.scales.scale("x", 0).colors(values, scene.palette)
            paint_image(painter, colors, box, ground.view, ground.brush, opacity=IMAGE_OPACITY)

    def _paint_numbers(self, painter: QPainter, picture: PassesPicture, setting: Setting) -> None:
        ground, labels = setting.ground, setting.labels
        layout = ground.scene.layout
        places = number_columns(layout, labels, ground.view, ground.brush)
        for place in places:
            texts = unit_numbers(picture.units, place, ground.brush)
            paint_unit_numbers(painter, place, texts, ground.view, ground.brush)
        for entry in labels:
            paint_label_numbers(painter, entry, picture.units, ground.view, ground.brush)
        if picture.source is not None:
            known = {place.layer for place in places} | labelled_layers(labels)
            numbered = picture.source.ref.layer in known
            paint_source(painter, picture.source, layout, ground.view, ground.brush, numbered=numbered)

    def _paint_loss(self, painter: QPainter, picture: PassesPicture, setting: Setting) -> None:
        ground, outputs, moment = setting.ground, setting.labels[0], picture.moment
        painter.setOpacity(min(moment.share / FADE, 1.0) if moment.beat.phase == "loss" else 1.0)
        scale = picture.scales.scale("a", outputs.column.layer)
        marks = target_marks(moment, outputs, scale, ground.view, ground.brush)
        paint_targets(painter, marks, ground.brush)
        paint_loss(painter, ground.brush, self._plate_of(loss_texts(moment, self._words), marks, setting))
        painter.setOpacity(1.0)

    # what is kept

    def _plate_of(self, texts: tuple[str, str], marks: TargetMarks, setting: Setting) -> Plate:
        ground = setting.ground
        key = (texts, ground)
        if self._plate is None or self._plate[0] != key:
            obstacles = plate_obstacles(ground.scene.layout, setting.labels, marks, ground.view, ground.brush)
            self._plate = key, loss_plate(texts, marks, obstacles, setting.middle, ground.brush)
        return self._plate[1]

    def _scales_of(self, moment: Moment, setting: Setting) -> PassesScales:
        scene = setting.ground.scene
        key = (moment.step, moment.sample, scene)
        if self._scales is None or self._scales[0] != key:
            self._scales = key, passes_scales(moment.step, moment.sample, scene)
            self._routes = {}
        return self._scales[1]

    def _route(self, moment: Moment, pulses: Pulses, ground: Ground) -> Route:
        """Chosen once for each beat."""
        key = (pulses.layer, pulses.forward, moment.beat.term)
        if key not in self._routes:
            self._routes[key] = route_of(ground.scene.pairs, pulses, moment.beat.term)
        return self._routes[key]

    def _sprites(self, brush: Brush) -> QPixmap:
        if self._atlas is None or self._atlas[0] is not brush:
            self._atlas = brush, sprites(brush)
        return self._atlas[1]

    def _paint_furniture(self, painter: QPainter, picture: PassesPicture, nodes: Nodes, setting: Setting) -> None:
        """Rings, biases, faint pictures and all words, on a transparent ground."""
        moment, ground = picture.moment, setting.ground
        done = moment.beat.phase == "update" and moment.share >= 1
        if is_vector(painter):
            painter.save()
            self._furnish(painter, picture, nodes, setting, done)
            painter.restore()
            return
        key = (ground, moment.step, moment.sample, moment.beat.phase, moment.beat.layer, done)
        if self._top is None or self._top[0] != key:
            pixmap = ground.backdrop.blank()
            pixmap.fill(Qt.GlobalColor.transparent)
            with painting(pixmap) as fresh:
                self._furnish(fresh, picture, nodes, setting, done)
            self._top = key, pixmap
        painter.drawPixmap(0, 0, self._top[1])

    def _furnish(self, painter: QPainter, picture: PassesPicture, nodes: Nodes, setting: Setting, done: bool) -> None:
        ground, step = setting.ground, picture.moment.step
        network = step.network_after if done else step.network
        self.plane = plane_trace(network, setting.scaling, setting.bounds) if ground.scene.layout.tile else None
        texts = setting.texts()
        captions = passes_captions(texts.captions, picture.moment, self._words)
        legend = self._legend(picture, setting, texts.legend.compact)
        texts = replace(texts, captions=captions, legend=legend)
        ground.backdrop.furnish(
            painter, ground.scene, nodes, ground.view, ground.brush, texts, plane=self.plane, opacity=PLANE_OPACITY
        )
        if ground.scene.layout.tile:
            paint_tile_rings(painter, nodes, ground.view, ground.brush, ground.scene.layout.tile)

    def _legend(self, picture: PassesPicture, setting: Setting, compact: bool) -> Legend:
        """The legend of the moment, no higher than there is room."""
        ground = setting.ground
        route = self._layer_route(picture.moment, ground)
        wiping = picture.wiping or picture.edges
        made = passes_legend(picture.moment, ground.scene, picture.scales, route, wiping.edges, self._words)
        made = replace(made, compact=compact)
        return fitted(made, ground.brush, setting.foot.width(), setting.foot.height())

    def _layer_route(self, moment: Moment, ground: Ground) -> Route | None:
        """The route of all terms of the layer where some are on their way."""
        pulses = replace(moment, beat=replace(moment.beat, term=None)).pulses()
        return route_of(ground.scene.pairs, pulses, None) if pulses else None
