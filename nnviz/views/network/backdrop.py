"""Backdrop: the slow layer of the picture (edges, unit pictures, captions, legend), painted once, shown many times."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from nnviz.engine.trace import ForwardTrace
from nnviz.theme.painting import painting
from nnviz.views.network.brush import Brush
from nnviz.views.network.captions import header_height, paint_captions, paint_gap
from nnviz.views.network.edges import Edges, paint_edges
from nnviz.views.network.labels import Labels, paint_names
from nnviz.views.network.layout import Floats
from nnviz.views.network.legend import Legend
from nnviz.views.network.nodes import paint_settings
from nnviz.views.network.planes import paint_planes
from nnviz.views.network.scene import Nodes, Scene
from nnviz.views.network.view import View
from nnviz.views.network.words import Caption

MARGIN = 14.0
DIM = 190
"""Opacity 0…255 of the veil over all other edges while those of one unit are shown."""


@dataclass(frozen=True, eq=False)
class Texts:
    """The words of the slow layer."""

    captions: list[Caption]
    gaps: list[str]
    labels: tuple[Labels, ...]
    legend: Legend


class Backdrop:
    """Two pixmaps of a pane's size: edges alone, and the whole slow layer composed over them."""

    def __init__(self, size: QSize, ratio: float, background: QColor) -> None:
        self.size, self.ratio, self.background = size, ratio, background
        self.edges = self.blank()
        self.composed = self.blank()
        self._drawn_for = View()

    def fits(self, size: QSize, ratio: float) -> bool:
        """True while the pane's size and device pixel ratio are those it was made for."""
        return self.size == size and self.ratio == ratio

    def draw_edges(self, edges: Edges, view: View) -> None:
        """Paint the edge layer anew: the dear part."""
        self.edges.fill(self.background)
        with painting(self.edges) as painter:
            paint_edges(painter, edges, lines_in(view, edges.ends))
        self._drawn_for = view

    def compose(
        self,
        scene: Scene,
        nodes: Nodes,
        view: View,
        brush: Brush,
        texts: Texts,
        *,
        plane: ForwardTrace | None,
        strong: Edges | None,
    ) -> None:
        """Put the slow layer together. `strong` are the edges of the unit that is pointed at, drawn over a veil."""
        self.composed.fill(self.background)
        with painting(self.composed) as painter:
            self._place_edges(painter, view)
            self._set_off(painter, strong, view)
            self.furnish(painter, scene, nodes, view, brush, texts, plane=plane)

    def paint_shapes(
        self,
        painter: QPainter,
        edges: Edges,
        scene: Scene,
        nodes: Nodes,
        view: View,
        brush: Brush,
        texts: Texts,
        *,
        plane: ForwardTrace | None,
        strong: Edges | None,
    ) -> None:
        """The same straight into a figure: every edge a line, every word a word."""
        painter.fillRect(self.area, self.background)
        paint_edges(painter, edges, lines_in(view, edges.ends))
        self._set_off(painter, strong, view)
        self.furnish(painter, scene, nodes, view, brush, texts, plane=plane)

    @property
    def area(self) -> QRectF:
        """All of the pane."""
        return QRectF(0, 0, self.size.width(), self.size.height())

    def _set_off(self, painter: QPainter, strong: Edges | None, view: View) -> None:
        if strong is not None:
            veil = QColor(self.background)
            veil.setAlpha(DIM)
            painter.fillRect(self.area, veil)
            paint_edges(painter, strong, lines_in(view, strong.ends))

    def furnish(
        self,
        painter: QPainter,
        scene: Scene,
        nodes: Nodes,
        view: View,
        brush: Brush,
        texts: Texts,
        *,
        plane: ForwardTrace | None,
        opacity: float = 1.0,
    ) -> None:
        """Everything of the slow layer that lies over the edges; `opacity` is that of the units' pictures."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if plane is not None:
            painter.setOpacity(opacity)
            paint_planes(painter, nodes, plane, scene.scales, view, palette=brush.palette)
            painter.setOpacity(1.0)
        paint_settings(painter, nodes, view, brush, scene.layout.tile)
        for column, text in zip(scene.layout.columns, texts.gaps, strict=True):
            paint_gap(painter, text, column, view, brush, room=scene.layout.step * view.scale)
        for labels in texts.labels:
            paint_names(painter, labels, view, brush)
        self._write(painter, scene, view, brush, texts)

    def _place_edges(self, painter: QPainter, view: View) -> None:
        """The edge layer, moved and scaled until the next slow tick paints it sharp for a new view."""
        old = self._drawn_for
        scale = view.scale / old.scale
        painter.save()
        painter.translate(view.dx - old.dx * scale, view.dy - old.dy * scale)
        painter.scale(scale, scale)
        painter.drawPixmap(0, 0, self.edges)
        painter.restore()

    def _write(self, painter: QPainter, scene: Scene, view: View, brush: Brush, texts: Texts) -> None:
        width, height = float(self.size.width()), float(self.size.height())
        head, foot = head_box(brush, width), foot_box(texts.legend, brush, width, height)
        painter.fillRect(head.adjusted(-MARGIN, -MARGIN, MARGIN, 0), self.background)
        painter.fillRect(foot.adjusted(-MARGIN, 0, MARGIN, MARGIN), self.background)
        paint_captions(painter, texts.captions, scene.layout, view, brush, top=head.top(), width=width)
        texts.legend.paint(painter, brush, foot)

    def blank(self) -> QPixmap:
        """A pixmap of the pane's size, in the background's colour."""
        pixmap = QPixmap(self.size * self.ratio)
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(self.background)
        return pixmap


def lines_in(view: View, ends: Floats) -> Floats:
    """(n, 4) lines of the layout in the widget."""
    return view.map(ends.reshape(-1, 2)).reshape(-1, 4)


def head_box(brush: Brush, width: float) -> QRectF:
    """Where the captions stand."""
    return QRectF(MARGIN, MARGIN * 0.7, width - 2 * MARGIN, header_height(brush))


def foot_box(legend: Legend, brush: Brush, width: float, height: float) -> QRectF:
    """Where the legend stands."""
    tall = legend.height(brush, width - 2 * MARGIN)
    return QRectF(MARGIN, height - MARGIN * 0.6 - tall, width - 2 * MARGIN, tall)
