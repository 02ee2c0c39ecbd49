"""Stage: keeps the layers of the picture up to date with the session and paints them; knows no mouse and no keys."""

from __future__ import annotations

from dataclasses import dataclass
from time import thread_time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QElapsedTimer, QRectF, QSize
from PySide6.QtGui import QPainter

from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import ForwardTrace
from nnviz.theme.theme import Theme
from nnviz.views.network.backdrop import MARGIN, Backdrop, Texts, head_box
from nnviz.views.network.brush import Brush
from nnviz.views.network.edges import Edges, unit_edges
from nnviz.views.network.labels import SPACE, LabelRoom, Labels, label_room, paint_answer, paint_numbers
from nnviz.views.network.layout import Frame, Layout, arrange
from nnviz.views.network.legend import Legend
from nnviz.views.network.nodes import paint_image, paint_ring, paint_values
from nnviz.views.network.planes import plane_points, plane_trace
from nnviz.views.network.ranges import ValueScale, input_scale, is_share, limit_above
from nnviz.views.network.scene import Picture, Scene, UnitRef
from nnviz.views.network.texts import legend_of, output_names
from nnviz.views.network.view import View
from nnviz.views.network.walk import place_of
from nnviz.views.network.words import NetworkWords, input_name

if TYPE_CHECKING:
    from nnviz.session.session import Session

BUDGET = 4000
"""Most edges drawn: as many as can be redrawn ten times a second, and as many as the eye can follow."""
SHARE = 0.06
"""Share of the time that redrawing the slow layer may take while training: 12 ms of drawing, then 200 ms of rest."""
COMPACT = (600, 430)
"""A pane narrower or lower than this gets the compact legend."""
ROOMY = (1000, 760)
"""A pane larger than this gets larger writing, up to LARGEST times: it is looked at from afar."""
LARGEST = 1.4
IMAGES = {784: (28, 28), 64: (8, 8)}
"""What so many inputs are, as long as no data says it."""
IMAGE_OPACITY = 0.86
"""The image lets the edges that start at its pixels shine through."""
TINY = 1e-8
SAMPLE = 256
"""Samples of the data that the scale of the inputs is fitted to."""
ABOVE = 10.0
"""Pixels between captions, units and legend."""


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


class Stage:
    """Scene, edge layer and backdrop of one pane, each made anew only when what it shows has changed."""

    def __init__(self, session: Session, theme: Theme, words: NetworkWords) -> None:
        self._session, self._theme, self.words = session, theme, words
        self.brush = Brush(theme)
        self.view = View()
        self.scene: Scene | None = None
        self.edges: Edges | None = None
        self.plane: ForwardTrace | None = None
        self._backdrop: Backdrop | None = None
        self._composed_for: Marks | None = None
        self._edges_dirty = True
        self._foot = 0.0
        self._names: tuple[str, ...] = ()
        self._labels: tuple[Labels, ...] = ()
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
        if self._backdrop is None or not self._backdrop.fits(size, ratio) or self.scene is None:
            self.brush = Brush(self._theme, writing(size))
            self._backdrop = Backdrop(size, ratio, self.brush.color("surface"))
            self._arrange(size)
        assert self.scene is not None
        return self.scene

    def take_values(self) -> None:
        """The newest pass into the scene."""
        prediction = self._session.prediction
        if self.scene is not None:
            self.scene.value(prediction.trace if prediction else None)

    def refresh(self) -> bool:
        """The slow part: edges, unit pictures, limits. True if anything changed."""
        if self.scene is None:
            return False
        weighed = self._edges_dirty and self._due()
        if weighed:
            self._weigh(self.scene)
        if self.scene.measure(self.plane) or weighed:
            self._composed_for = None
        return self._composed_for is None

    def _due(self) -> bool:
        """While training, the edge layer may take its SHARE of the time and no more: painting holds up the worker."""
        return not self._session.state.is_running or self._rest.hasExpired(
            int(1000 * (self._weighing + self._composing) / SHARE)
        )

    # painting

    def paint(self, painter: QPainter, marks: Marks) -> None:
        """One frame: the backdrop, then everything that follows the values."""
        if self.scene is None or self._backdrop is None or self.edges is None:
            return
        if self._composed_for is None or self._composed_for.strong != marks.strong:
            self._compose(self.scene, self._backdrop, marks)
        painter.drawPixmap(0, 0, self._backdrop.composed)
        painter.setClipRect(self._middle(self._backdrop))
        self._paint_values(painter, self.scene)
        self._paint_marks(painter, self.scene, marks)
        painter.setClipping(False)

    @property
    def picture(self) -> Picture | None:
        """All that is drawn, as arrays."""
        return self.scene.picture(self.edges) if self.scene and self.edges else None

    # parts

    def _arrange(self, size: QSize) -> None:
        """A new scene. The legend's height is known only when limits are, so a wrong guess costs a second round."""
        before, self.scene = self.scene, self._new_scene(size)
        if before is not None and shape_of(before.experiment) == shape_of(self.scene.experiment):
            self.scene.weight_limit, self.scene.value_limit = before.weight_limit, before.value_limit
        self.take_values()
        self._weigh(self.scene)
        self.scene.measure(self.plane)
        foot = self._legend_height(size)
        if foot != self._foot:
            self._foot = foot
            self._arrange(size)

    def _new_scene(self, size: QSize) -> Scene:
        experiment, data = self._session.snapshot.experiment, self._session.data
        image = data.image if data else IMAGES.get(experiment.inputs)
        if image and image[0] * image[1] != experiment.inputs:
            image = None
        plane = experiment.inputs == 2 and image is None
        rooms = self._rooms(experiment, size, image is not None)
        layout = arrange(experiment.sizes, self._frame(size, rooms), image, plane)
        scene = Scene(layout, experiment, self._theme.palette)
        scene.input_range = self._input_range(experiment, image is not None)
        self._labels = self._new_labels(layout, rooms)
        return scene

    def _rooms(self, experiment: Experiment, size: QSize, image: bool) -> tuple[LabelRoom | None, LabelRoom]:
        """Room for labels on the left, none beside an image, and on the right."""
        self._names = output_names(experiment, self._classes(), self.words)
        most = size.width() / 4
        last = (input_name(experiment.inputs - 1),)
        left = None if image else label_room(last, False, most, self.brush)
        return left, label_room(self._names, is_share(experiment.output), most, self.brush)

    def _frame(self, size: QSize, rooms: tuple[LabelRoom | None, LabelRoom]) -> Frame:
        left, right = rooms
        top = head_box(self.brush, size.width()).bottom() + ABOVE
        bottom = size.height() - self._foot - MARGIN - ABOVE
        start = MARGIN + (left.width + SPACE if left else 0.0)
        return Frame(start, top, size.width() - MARGIN - SPACE - right.width, bottom)

    def _new_labels(self, layout: Layout, rooms: tuple[LabelRoom | None, LabelRoom]) -> tuple[Labels, ...]:
        first, last = layout.columns[0], layout.columns[-1]
        outputs = Labels(last, tuple(self._names[unit] for unit in last.shown), rooms[1], left=False)
        if rooms[0] is None:
            return (outputs,)
        return (outputs, Labels(first, tuple(map(input_name, first.shown.tolist())), rooms[0], left=True))

    def _input_range(self, experiment: Experiment, image: bool) -> ValueScale:
        """The scale of the scaled inputs: 0…limit in ink for images without negative values, else ± limit."""
        data = self._session.data
        if data is not None and data.inputs == experiment.inputs:
            raw = data.train_x[:SAMPLE]
        elif experiment.inputs == 2:
            raw = plane_points()
        else:
            return input_scale(1.0, ink=image)
        x = self._session.scaling.apply(raw)
        most = float(np.abs(x).max())
        if image and x.min() >= 0:
            return input_scale(max(most, TINY), ink=True)
        return input_scale(limit_above(most))

    def _weigh(self, scene: Scene) -> None:
        begun = thread_time()
        self._rest.start()
        snapshot = self._session.snapshot
        self.edges = scene.weigh(snapshot, BUDGET)
        self.plane = plane_trace(snapshot.network, self._session.scaling) if scene.layout.tile else None
        if self._backdrop is not None:
            self._backdrop.draw_edges(self.edges, self.view)
        self._edges_dirty = False
        self._composed_for = None
        self._weighing = thread_time() - begun

    def _legend(self) -> Legend:
        assert self.scene is not None
        assert self.edges is not None
        size = self._backdrop.size if self._backdrop else QSize(*ROOMY)
        return legend_of(self.scene, self.edges, self.words, size.width() < COMPACT[0] or size.height() < COMPACT[1])

    def _legend_height(self, size: QSize) -> float:
        return self._legend().height(self.brush, size.width() - 2 * MARGIN)

    def _classes(self) -> tuple[str, ...]:
        return self._session.data.classes if self._session.data else ()

    def _compose(self, scene: Scene, backdrop: Backdrop, marks: Marks) -> None:
        begun = thread_time()
        experiment = scene.experiment
        captions = [self.words.caption(experiment, layer) for layer in range(len(experiment.sizes))]
        gaps = [self.words.more(column.hidden) if column.hidden else "" for column in scene.layout.columns]
        strong = self._edges_of(scene, marks.strong) if marks.strong else None
        texts = Texts(captions, gaps, self._labels, self._legend())
        backdrop.compose(scene, scene.nodes(), self.view, self.brush, texts, plane=self.plane, strong=strong)
        self._composed_for = marks
        self._composing = thread_time() - begun

    def _edges_of(self, scene: Scene, ref: UnitRef) -> Edges:
        limit = scene.weight_limit or 1.0
        return unit_edges(scene.pairs, scene.weights, ref.layer, ref.unit, limit=limit, palette=scene.palette)

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
        prediction, labels = self._session.prediction, self._labels[0]
        if prediction is None or scene.trace is not prediction.trace or labels.column.units == 1:
            return
        found = np.flatnonzero(labels.column.shown == prediction.answer)
        if prediction.answer is not None and len(found):
            value = float(scene.values_of(labels.column.layer)[prediction.answer])
            square = scene.layout.tile > 0
            paint_answer(painter, labels, int(found[0]), self.view, self.brush, value=value, square=square)

    def _paint_marks(self, painter: QPainter, scene: Scene, marks: Marks) -> None:
        for ref, role in ((marks.selected, "success"), (marks.focused, "accent"), (marks.pointed, "text")):
            place = place_of(scene.layout, ref) if ref else None
            if ref and place:
                x, y = self.view.point(place[0], place[1])
                square = scene.layout.tile > 0 or (ref.layer == 0 and scene.layout.image is not None)
                paint_ring(painter, self.brush, x, y, place[2] * self.view.scale, square=square, role=role)

    def _middle(self, backdrop: Backdrop) -> QRectF:
        """The part of the pane between captions and legend."""
        width, height = float(backdrop.size.width()), float(backdrop.size.height())
        top = head_box(self.brush, width).bottom()
        return QRectF(0, top, width, height - self._foot - MARGIN * 0.6 - top)


def shape_of(experiment: Experiment) -> tuple[object, ...]:
    """What layout and scales depend on: as long as it stays the same, the scene stays."""
    pieces = tuple((layer.activation, layer.pieces) for layer in experiment.layers)
    return experiment.sizes, pieces, experiment.output, experiment.data, experiment.scaling


def writing(size: QSize) -> float:
    """How much larger than usual the writing of a pane of this size is."""
    room = min(size.width() / ROOMY[0], size.height() / ROOMY[1])
    return round(min(max(room, 1.0), LARGEST), 1)
