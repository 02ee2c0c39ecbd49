"""DifferenceStage: keeps the picture of the difference of two lanes up to date and paints it; knows no mouse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from nnviz.session.states import RunState
from nnviz.theme.scales import diverging, qcolor, rgb
from nnviz.theme.theme import Theme
from nnviz.views.network.backdrop import MARGIN, Backdrop, Texts, head_box
from nnviz.views.network.brush import Brush, disc, pen
from nnviz.views.network.difference.weights import Difference, difference_of
from nnviz.views.network.difference.words import DifferenceWords
from nnviz.views.network.edges import Edges, paint_lines, unit_edges
from nnviz.views.network.labels import Labels
from nnviz.views.network.legend import Legend, bias_entry, weight_entry, weights_entry
from nnviz.views.network.nodes import RING, paint_image, paint_ring
from nnviz.views.network.plan import plan_of, shape_of
from nnviz.views.network.ranges import calm, robust_limit
from nnviz.views.network.refs import EdgeRef, Handle
from nnviz.views.network.scene import Nodes, Scene, UnitRef
from nnviz.views.network.stage import writing
from nnviz.views.network.view import View
from nnviz.views.network.walk import place_of
from nnviz.widgets.printing import is_vector

if TYPE_CHECKING:
    from nnviz.session.session import Session

BUDGET = 4000
"""Most edges drawn, as in the network pane."""
COMPACT = (600, 430)
"""A pane narrower or lower than this gets the compact legend."""
LEGEND_TAKES = 185.0
"""Pixels of the legend's first row beside its title and the limits behind its bar."""
HOLLOW = 0.5
"""Radius of the hole of a unit whose difference is negative, as a share of its own."""


@dataclass(frozen=True, eq=False)
class DifferencePicture:
    """What is drawn: edges whose weight, and nodes whose value is a difference (nan for inputs).

    bias_limit   |difference of biases| that gets the strongest colour: one for all layers, as biases differ less than
                 weights do
    """

    difference: Difference
    edges: Edges
    nodes: Nodes
    bias_limit: float


class DifferenceStage:
    """Scene, edges and backdrop of lane `b` less lane `a`, made anew only when what they show has changed."""

    def __init__(self, session: Session, theme: Theme, owner: QObject) -> None:
        self._session, self._theme = session, theme
        self.words = DifferenceWords(theme, owner)
        self.brush = Brush(theme)
        self.a, self.b = 0, 1
        self.difference: Difference | None = None
        self.scene: Scene | None = None
        self.edges: Edges | None = None
        self._bias_limit: float | None = None
        self._labels: tuple[Labels, ...] = ()
        self._backdrop: Backdrop | None = None
        self._foot = 0.0
        self._strong: UnitRef | None = None
        self._composed = False

    # what has changed

    def choose(self, b: int, a: int) -> None:
        """Show another pair of lanes."""
        self.a, self.b = a, b
        self.restart()

    def restart(self) -> None:
        """Other runs or another pair: no limit is kept."""
        self.difference = self.scene = self.edges = self._bias_limit = None

    def restyle(self) -> None:
        """Another theme or language: everything anew."""
        self.scene = None

    def take(self) -> bool:
        """The newest weights of both lanes. While both train, only weights of the same iteration belong together: False
        if the mail has brought only one of them."""
        lanes = self._session.comparison.lanes
        if max(self.a, self.b) >= len(lanes):
            self.restart()
            return True
        one, other = lanes[self.a], lanes[self.b]
        together = one.snapshot.iteration == other.snapshot.iteration
        if not together and {one.state, other.state} == {RunState.RUNNING}:
            return False
        self.difference = difference_of(one.snapshot, other.snapshot)
        if self.difference is None:
            self.restart()
        elif self.scene is not None and shape_of(self.scene.experiment) == shape_of(one.experiment):
            self._make_room(self._weigh(self.scene, self.difference))
        else:
            self.scene = None
        return True

    # bringing it up to date

    def prepare(self, size: QSize, ratio: float) -> Scene | None:
        """The scene for a pane of this size; None where there is nothing to compare."""
        if self.difference is None or self._session.snapshot.experiment.sizes != self.difference.a.experiment.sizes:
            return None
        if self.scene is None or self._backdrop is None or not self._backdrop.fits(size, ratio):
            self.brush = Brush(self._theme, writing(size))
            self._backdrop = Backdrop(size, ratio, self.brush.color("surface"))
            self._arrange(size, self.difference)
        return self.scene

    def _arrange(self, size: QSize, difference: Difference) -> None:
        """A new scene; the legend may only grow from round to round, as its height follows from limits and width."""
        before, self._foot = self.scene, 0.0
        while True:
            plan = plan_of(self._session, size, self._foot, self.brush, self.words, pictures=False)
            scene, self.scene = plan.scene, plan.scene
            # No number stands beside a name here.
            self._labels = tuple(replace(names, room=replace(names.room, number=0.0)) for names in plan.labels)
            scene.weight_limits = before.weight_limits if before is not None else ()
            edges = self._weigh(scene, difference)
            tall = self._tall(edges, size)
            if tall <= self._foot:
                return
            self._foot = tall

    def _make_room(self, edges: Edges) -> None:
        """Other limits may be longer words, and the legend a line taller: units would stand in it."""
        if self._backdrop and self._tall(edges, self._backdrop.size) > self._foot:
            self._backdrop = None

    def _tall(self, edges: Edges, size: QSize) -> float:
        return self._legend(edges, size).height(self.brush, size.width() - 2 * MARGIN)

    def _weigh(self, scene: Scene, difference: Difference) -> Edges:
        self.edges = scene.weigh(difference.snapshot, BUDGET)
        biases = scene.nodes().bias
        self._bias_limit = calm(self._bias_limit, robust_limit(biases))
        self._composed = False
        return self.edges

    @property
    def picture(self) -> DifferencePicture | None:
        """All that is drawn, as arrays."""
        if self.scene is None or self.edges is None or self.difference is None:
            return None
        return DifferencePicture(self.difference, self.edges, self._nodes(self.scene), self._bias_limit or 1.0)

    def _legend(self, edges: Edges, size: QSize) -> Legend:
        words, limits = self.words, edges.limits
        assert self.difference is not None
        beyond = bool((np.abs(edges.weight) > np.asarray(limits)[edges.layer] * (1 + 1e-6)).any())
        title = words.of_weights(self.b, self.a)
        if len(set(limits)) == 1:
            weights = weight_entry(title, limits[0], beyond, len(edges))
        else:
            taken = self.brush.small_metrics.horizontalAdvance(title) + LEGEND_TAKES
            room = size.width() - 2 * MARGIN - taken
            tails = (words.limits(limits, beyond), words.span(limits))
            fitting = (tail for tail in tails if self.brush.small_metrics.horizontalAdvance(tail) <= room)
            weights = weights_entry(title, next(fitting, ""), len(edges))
        biases = bias_entry(words.of_biases(self.b, self.a))
        note = f"{words.time(self.difference, self.b, self.a)}  ·  {words.edges(len(edges), edges.total)}"
        compact = size.width() < COMPACT[0] or size.height() < COMPACT[1]
        return Legend((weights, replace(biases, tail=words.ends(self._bias_limit or 1.0))), note, compact)

    # painting

    def paint(self, painter: QPainter, strong: UnitRef | None) -> None:
        """The picture; of the unit `strong` all edges, over a veil."""
        scene, edges, backdrop = self.scene, self.edges, self._backdrop
        if scene is None or edges is None or backdrop is None:
            return
        if is_vector(painter):
            own = self.edges_of(scene, strong) if strong else None
            backdrop.paint_shapes(painter, edges, *self._slow(scene, edges, backdrop), plane=None, strong=own)
        else:
            if not self._composed or strong != self._strong:
                self._compose(scene, edges, backdrop, strong)
            painter.drawPixmap(0, 0, backdrop.composed)
        _paint_nodes(painter, self._nodes(scene), self.brush)
        if scene.layout.image:
            box = scene.layout.image
            colors = np.broadcast_to(rgb(scene.palette.zero).astype(np.uint8), (box.rows, box.columns, 3))
            paint_image(painter, colors, box, View(), self.brush, opacity=0.5)

    def paint_mark(self, painter: QPainter, handle: Handle | None, role: str) -> None:
        """Set off a unit or an edge."""
        scene = self.scene
        if scene is None or handle is None:
            return
        if isinstance(handle, EdgeRef):
            painter.setPen(pen(self.brush.color(role), 1.6 * self.brush.palette.line))
            ends = [place_of(scene.layout, ref) for ref in (handle.source, handle.target)]
            paint_lines(painter, np.array([[x for end in ends if end for x in end[:2]]]))
        elif place := place_of(scene.layout, handle):
            pixel = handle.layer == 0 and scene.layout.image is not None
            paint_ring(painter, self.brush, place[0], place[1], place[2], square=pixel, role=role)

    def paint_words(self, painter: QPainter, text: str, box: QRectF) -> None:
        """A sentence on a plate in the middle of a box."""
        width = self.brush.bold_metrics.horizontalAdvance(text) + 28
        height = self.brush.bold_metrics.height() + 16
        plate = QRectF(0, 0, min(width, box.width() - 16), height)
        plate.moveCenter(box.center())
        painter.setPen(pen(self.brush.color("border"), 1.0))
        painter.setBrush(self.brush.color("raised"))
        painter.drawRoundedRect(plate, 8, 8)
        self.brush.write(painter, plate.adjusted(8, 0, -8, 0), text, self.brush.bold, role="text")

    def middle(self, size: QSize) -> QRectF:
        """The part of the pane between captions and legend."""
        top = head_box(self.brush, size.width()).bottom()
        return QRectF(0, top, size.width(), size.height() - self._foot - MARGIN * 0.6 - top)

    def labels(self) -> list[QRectF]:
        """Where names of inputs and outputs stand."""
        return [box for labels in self._labels for box in labels.boxes(View(), self.brush)]

    def edges_of(self, scene: Scene, ref: UnitRef) -> Edges:
        """All edges of a unit."""
        limits = scene.weight_limits
        return unit_edges(scene.pairs, scene.weights, ref.layer, ref.unit, limits=limits, palette=scene.palette)

    def _nodes(self, scene: Scene) -> Nodes:
        """The units, filled with the difference of their biases."""
        nodes = scene.nodes()
        color = diverging(np.nan_to_num(nodes.bias), self._bias_limit or 1.0, scene.palette)
        return replace(nodes, value=nodes.bias, color=color)

    def _compose(self, scene: Scene, edges: Edges, backdrop: Backdrop, strong: UnitRef | None) -> None:
        backdrop.draw_edges(edges, View())
        own = self.edges_of(scene, strong) if strong else None
        backdrop.compose(*self._slow(scene, edges, backdrop), plane=None, strong=own)
        self._strong, self._composed = strong, True

    def _slow(self, scene: Scene, edges: Edges, backdrop: Backdrop) -> tuple[Scene, Nodes, View, Brush, Texts]:
        """What the slow layer shows besides its edges."""
        captions = [self.words.caption(scene.experiment, column.layer) for column in scene.layout.columns]
        # Activations may be what the lanes differ in.
        bare = [replace(c, detail=f"{n:,}", details=()) for c, n in zip(captions, scene.experiment.sizes, strict=True)]
        gaps = [self.words.more(column.hidden) for column in scene.layout.columns]
        texts = Texts(bare, gaps, self._labels, self._legend(edges, backdrop.size))
        nodes = self._nodes(scene)
        return scene, replace(nodes, bias=np.full_like(nodes.bias, np.nan)), View(), self.brush, texts


def _paint_nodes(painter: QPainter, nodes: Nodes, brush: Brush) -> None:
    """Discs where the difference is positive, rings where it is negative, as bias marks are."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y), radius, color, value in zip(nodes.point, nodes.radius, nodes.color, nodes.value, strict=True):
        painter.setBrush(qcolor(color))
        disc(painter, x, y, float(radius) - RING)
        if value < 0:
            painter.setBrush(brush.color("surface"))
            disc(painter, x, y, float(radius) * HOLLOW)
