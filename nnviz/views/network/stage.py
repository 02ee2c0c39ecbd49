"""Stage: keeps the layers of the picture up to date with the session and paints them; knows no mouse and no keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from time import thread_time
from typing import TYPE_CHECKING, TypedDict

import numpy as np
from PySide6.QtCore import QElapsedTimer, QRectF, QSize
from PySide6.QtGui import QPainter

from nnviz.engine.trace import ForwardTrace, Prediction
from nnviz.session.moment import Moment
from nnviz.theme.theme import Theme
from nnviz.views.network.backdrop import MARGIN, Backdrop, Texts, head_box
from nnviz.views.network.brush import Brush
from nnviz.views.network.card import obstacles_of
from nnviz.views.network.edges import Edges, unit_edges
from nnviz.views.network.hands.switched import quieted
from nnviz.views.network.labels import Labels, paint_answer, paint_numbers
from nnviz.views.network.layout import Floats, Layout
from nnviz.views.network.legend import Legend
from nnviz.views.network.nodes import paint_image, paint_ring, paint_values
from nnviz.views.network.passes.layer import PassesLayer, Setting
from nnviz.views.network.passes.picture import fits, sample_trace
from nnviz.views.network.passes.sheets import Ground
from nnviz.views.network.plan import plan_of, shape_of
from nnviz.views.network.planes import plane_trace
from nnviz.views.network.scene import Nodes, Picture, Scene, UnitRef
from nnviz.views.network.texts import legend_of
from nnviz.views.network.view import View
from nnviz.views.network.walk import place_of
from nnviz.views.network.words import NetworkWords
from nnviz.widgets.printing import is_vector

if TYPE_CHECKING:
    from nnviz.session.session import Session

BUDGET = 4000
"""Most edges drawn: as many as can be redrawn several times a second, and as many as the eye can follow."""
SHARE = 0.03
"""Share of the time that redrawing the slow layer may take while training: 12 ms of drawing, then 200 ms of rest."""
COMPACT = (600, 430)
"""A pane narrower or lower than this gets the compact legend."""
ROOMY = (1000, 760)
"""A pane larger than this gets larger writing, up to LARGEST times: it is looked at from afar."""
LARGEST = 1.4
IMAGE_OPACITY = 0.86
"""The image lets the edges that start at its pixels shine through."""


class Aside(TypedDict):
    """What the slow layer shows of the plane, and the edges of the unit that is set off."""

    plane: ForwardTrace | None
    strong: Edges | None


@dataclass(frozen=True)
class Marks:
    """Units that are set off: pointed at, focused by the keyboard, selected."""

    pointed: UnitRef | None = None
    focused: UnitRef | None = None
    selected: UnitRef | None = None

    @property
    def strong(self) -> UnitRef | None:
        """The unit whose own edges are shown."""
        return self.pointed or self.focused

    def within(self, layout: Layout) -> Marks:
        """Those of the units that a layout shows."""
        marks = (self.pointed, self.focused, self.selected)
        return Marks(*(ref if ref and place_of(layout, ref) else None for ref in marks))


class Stage:
    """Scene, edge layer and backdrop of one pane, each made anew only when what it shows has changed."""

    def __init__(self, session: Session, theme: Theme, words: NetworkWords) -> None:
        self._session, self._theme, self.words = session, theme, words
        self.brush = Brush(theme)
        self.view = View()
        self.scene: Scene | None = None
        self.edges: Edges | None = None
        self.plane: ForwardTrace | None = None
        self.moment: Moment | None = None
        self._shown: Prediction | None = None
        self._passes = PassesLayer(words)
        self._labels: tuple[Labels, ...] = ()
        self._backdrop: Backdrop | None = None
        self._composed_for: Marks | None = None
        self._edges_dirty = True
        self._foot = 0.0
        self._rest = QElapsedTimer()
        self._weighing = self._composing = 0.0

    # what has changed

    def restyle(self) -> None:
        """Another theme, language or data set: everything anew."""
        self.scene = None

    def weights_changed(self) -> None:
        """The edges are out of date; a network of another shape means a new scene."""
        self._edges_dirty = True
        if self.scene is not None and shape_of(self.scene.experiment) != shape_of(self._session.snapshot.experiment):
            self.scene = None

    def look(self, view: View) -> None:
        """Zoom or pan."""
        self.view = view
        self._edges_dirty = True
        self._composed_for = None

    # bringing it up to date

    def prepare(self, size: QSize, ratio: float) -> Scene:
        """Scene and pixmaps for a pane of this size; cheap where they are there already."""
        if self.scene is not None and self._backdrop is not None and self._backdrop.fits(size, ratio):
            return self.scene
        self.brush = Brush(self._theme, writing(size))
        self._backdrop = Backdrop(size, ratio, self.brush.color("surface"))
        return self._arrange(size, self._backdrop)

    def take_values(self) -> None:
        """The newest pass into the scene, or that of the animated iteration."""
        before, moment, self._shown = self.moment, self._session.passes.moment, self._session.prediction
        if self.scene is None:
            return
        self.moment = moment if moment is not None and fits(moment, self.scene) else None
        if self.moment is not None:
            self.scene.value(sample_trace(self.moment.step, self.moment.sample))
            return
        if before is not None:
            self._passes.clear()
        self.scene.value(self._shown.trace if self._shown else None)

    def refresh(self) -> bool:
        """The slow part: edges, unit pictures, limits. True if anything changed."""
        if self.scene is None or self._backdrop is None or self.edges is None:
            return self.scene is None
        if self._edges_dirty and self._due():
            begun = thread_time()
            self._draw(self._backdrop, self._weigh(self.scene))
            self._weighing = thread_time() - begun
        if self.scene.measure(self.plane):
            self._composed_for = None
        if self._composed_for is None and self._legend_height(self.scene, self.edges, self._backdrop.size) > self._foot:
            self.scene = None
        return self._composed_for is None

    def _due(self) -> bool:
        """While training, the slow layer may take its SHARE of the time and no more: painting holds up the worker."""
        rest = int(1000 * (self._weighing + self._composing) / SHARE)
        hurried = self._session.state.is_running and not self._session.clock.unhurried
        return not hurried or self._rest.hasExpired(rest)

    # painting

    def paint(self, painter: QPainter, marks: Marks) -> None:
        """One frame: the backdrop, then everything that follows the values."""
        if self.scene is None or self._backdrop is None or self.edges is None:
            return
        if self.moment is not None:
            self._passes.paint(painter, self.moment, self._setting(self.scene, self.edges, self._backdrop, marks))
        else:
            self._paint_still(painter, self.scene, self.edges, self._backdrop, marks)
        self._paint_marks(painter, self.scene, marks)
        painter.setClipping(False)

    def _paint_still(self, painter: QPainter, scene: Scene, edges: Edges, backdrop: Backdrop, marks: Marks) -> None:
        if is_vector(painter):
            backdrop.paint_shapes(painter, edges, *self._slow(scene, edges, backdrop), **self._aside(scene, marks))
        else:
            if self._composed_for is None or self._composed_for.strong != marks.strong:
                self._compose(scene, edges, backdrop, marks)
            painter.drawPixmap(0, 0, backdrop.composed)
        painter.setClipRect(self.middle())
        self._paint_values(painter, scene)

    @property
    def picture(self) -> Picture | None:
        """All that is drawn, as arrays."""
        if self.scene is None or self.edges is None:
            return None
        picture = self.scene.picture(self.edges)
        if self.moment is None or self._backdrop is None:
            return picture
        setting = self._setting(self.scene, self.edges, self._backdrop, Marks())
        passes = self._passes.picture(self.moment, setting)
        nodes = self._passes.nodes(passes, setting)
        return replace(picture, nodes=nodes, edges=passes.edges.edges, scales=passes.scales.values, passes=passes)

    @property
    def answers(self) -> ForwardTrace | None:
        """What the units in sight answer over the plane, where they show it."""
        return self.plane if self.moment is None else self._passes.plane

    @property
    def legend(self) -> Legend | None:
        """The legend as it is drawn."""
        if self.scene is None or self._backdrop is None or self.edges is None:
            return None
        return self._legend(self.scene, self.edges, self._backdrop.size)

    def obstacles(self, ref: UnitRef | None) -> Floats:
        """What a card about the unit `ref` should leave in sight, as `card_place` takes it."""
        if self.scene is None:
            return np.zeros((0, 5))
        boxes = [box for labels in self._labels for box in labels.boxes(self.view, self.brush)]
        return obstacles_of(self.scene.layout, self.view, ref, boxes)

    # parts

    def _arrange(self, size: QSize, backdrop: Backdrop) -> Scene:
        """A new scene. The legend's height is known only when the limits are, so its first guess is wrong. It may
        only grow from round to round, or two guesses could alternate for ever."""
        before, self._foot = self.scene, 0.0
        scene, edges = self._plan(size, before)
        while (tall := self._legend_height(scene, edges, size)) > self._foot:
            self._foot = tall
            scene, edges = self._plan(size, before)
        self._draw(backdrop, edges)
        return scene

    def _plan(self, size: QSize, before: Scene | None) -> tuple[Scene, Edges]:
        plan = plan_of(self._session, size, self._foot, self.brush, self.words)
        scene, self.scene, self._labels = plan.scene, plan.scene, plan.labels
        if before is not None:
            scene.weight_limits, scene.value_limit = before.weight_limits, before.value_limit
        self.take_values()
        edges = self._weigh(scene)
        scene.measure(self.plane)
        return scene, edges

    def _weigh(self, scene: Scene) -> Edges:
        snapshot = self._session.snapshot
        self.edges = quieted(scene.weigh(snapshot, BUDGET), self._session.experiment, scene.palette)
        plane = scene.layout.tile > 0
        self.plane = plane_trace(snapshot.network, self._session.scaling, self._session.bounds) if plane else None
        return self.edges

    def _draw(self, backdrop: Backdrop, edges: Edges) -> None:
        self._rest.start()
        backdrop.draw_edges(edges, self.view)
        self._edges_dirty = False
        self._composed_for = None

    def _legend(self, scene: Scene, edges: Edges, size: QSize) -> Legend:
        return legend_of(scene, edges, self.words, size.width() < COMPACT[0] or size.height() < COMPACT[1])

    def _legend_height(self, scene: Scene, edges: Edges, size: QSize) -> float:
        return self._legend(scene, edges, size).height(self.brush, size.width() - 2 * MARGIN)

    def _compose(self, scene: Scene, edges: Edges, backdrop: Backdrop, marks: Marks) -> None:
        begun = thread_time()
        backdrop.compose(*self._slow(scene, edges, backdrop), **self._aside(scene, marks))
        self._composed_for = marks
        self._composing = thread_time() - begun

    def _slow(self, scene: Scene, edges: Edges, backdrop: Backdrop) -> tuple[Scene, Nodes, View, Brush, Texts]:
        """What the slow layer shows besides its edges."""
        return scene, scene.nodes(), self.view, self.brush, self._texts(scene, edges, backdrop.size)

    def _aside(self, scene: Scene, marks: Marks) -> Aside:
        """What it shows of the plane, and of the unit that is set off."""
        return Aside(plane=self.plane, strong=self._edges_of(scene, marks.strong) if marks.strong else None)

    def _texts(self, scene: Scene, edges: Edges, size: QSize) -> Texts:
        captions = [self.words.caption(scene.experiment, column.layer) for column in scene.layout.columns]
        gaps = [self.words.more(column.hidden) for column in scene.layout.columns]
        return Texts(captions, gaps, self._labels, self._legend(scene, edges, size))

    def _setting(self, scene: Scene, edges: Edges, backdrop: Backdrop, marks: Marks) -> Setting:
        """How the animated iteration is shown."""
        ground = Ground(scene, backdrop, self.view, self.brush, marks.strong)
        texts = partial(self._texts, scene, edges, backdrop.size)
        foot = QRectF(0, 0, backdrop.size.width() - 2 * MARGIN, self._foot)
        session = self._session
        playing = session.passes.state.playing and not session.clock.unhurried
        return Setting(ground, self._labels, texts, session.scaling, session.bounds, self.middle(), foot, playing)

    def _edges_of(self, scene: Scene, ref: UnitRef) -> Edges:
        limits = scene.weight_limits
        return unit_edges(scene.pairs, scene.weights, ref.layer, ref.unit, limits=limits, palette=scene.palette)

    def _paint_values(self, painter: QPainter, scene: Scene) -> None:
        layout, nodes = scene.layout, scene.nodes()
        pixels = scene.pixels()
        if layout.image and pixels is not None:
            colors = scene.input_range.colors(pixels, scene.palette)
            paint_image(painter, colors, layout.image, self.view, self.brush, opacity=IMAGE_OPACITY)
        paint_values(painter, nodes, self.view, layout.tile)
        for labels in self._labels:
            values = scene.values_of(labels.column.layer)[labels.column.shown]
            paint_numbers(painter, labels, values, self.view, self.brush)
        self._paint_answer(painter, scene)

    def _paint_answer(self, painter: QPainter, scene: Scene) -> None:
        """The answer of several outputs; of a single one the number says it all."""
        labels = self._labels[0]
        answer = self._shown.answer if self._shown and scene.trace is self._shown.trace else None
        found = np.flatnonzero(labels.column.shown == answer)
        if answer is not None and len(found) and labels.column.units > 1:
            value, square = float(scene.values_of(labels.column.layer)[answer]), scene.layout.tile > 0
            paint_answer(painter, labels, int(found[0]), self.view, self.brush, value=value, square=square)

    def _paint_marks(self, painter: QPainter, scene: Scene, marks: Marks) -> None:
        for ref, role in ((marks.selected, "success"), (marks.focused, "accent"), (marks.pointed, "text")):
            place = place_of(scene.layout, ref) if ref else None
            if ref and place:
                x, y = self.view.point(place[0], place[1])
                square = scene.layout.tile > 0 or (ref.layer == 0 and scene.layout.image is not None)
                paint_ring(painter, self.brush, x, y, place[2] * self.view.scale, square=square, role=role)

    def middle(self) -> QRectF:
        """The part of the pane between captions and legend."""
        size = self._backdrop.size if self._backdrop else QSize()
        width, height = float(size.width()), float(size.height())
        top = head_box(self.brush, width).bottom()
        return QRectF(0, top, width, height - self._foot - MARGIN * 0.6 - top)


def writing(size: QSize) -> float:
    """How much larger than usual the writing of a pane of this size is."""
    room = min(size.width() / ROOMY[0], size.height() / ROOMY[1])
    return round(min(max(room, 1.0), LARGEST), 1)
