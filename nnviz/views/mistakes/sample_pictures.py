"""Pictures of samples: an image with its pixels as squares, a point of the plane among the test points, or the row of a
table as bars."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from nnviz.data.dataset import DataSet
from nnviz.data.plane import Bounds
from nnviz.theme.painting import painting
from nnviz.theme.palettes import Palette
from nnviz.theme.scales import between, qcolor, rgb
from nnviz.views.mistakes.row_pictures import RowPictures
from nnviz.widgets.printing import is_vector, pixel_ratio

SIDE = 28
"""Elements along the side of the pictures at zoom 1: those of MNIST; smaller images are shown larger."""
DOT, POINT = 0.9, 3.6
"""Radius of the other points and of the sample's, in pixels."""
FADED = 0.5
"""Strength of the colour of the other points."""
MOST = 400
"""At most so many other points are drawn; more would hide the paper."""


class SamplePictures:
    """Paints test samples of a data set in the colours of a palette.

    `outputs` of the network decides on the colours of classes: two classes of one output are the ends of a scale.
    """

    def __init__(self, data: DataSet, outputs: int, palette: Palette) -> None:
        self._data, self._palette = data, palette
        self._ink = between(np.linspace(0, 1, 256), palette.paper, palette.ink)
        self._peak = float(data.test_x.max(initial=0)) or 1.0
        ends = (palette.negative, palette.positive) if outputs == 1 else palette.classes
        self._classes = [rgb(ends[k % len(ends)]) for k in range(len(data.classes))]
        self._ground: QPixmap | None = None
        self._bounds = Bounds.of(data.test_x) if data.inputs == 2 else Bounds()

    def side(self, zoom: int) -> int:
        """Pixels along a picture; images have as many for each element as fit `zoom` · SIDE."""
        elements = max(self._data.image) if self._data.image else 1
        return max(1, zoom * SIDE // elements) * elements

    def values(self, sample: int) -> NDArray[np.uint8]:
        """(h, w) ink 0…255 of an image sample."""
        assert self._data.image is not None
        raw = self._data.test_x[sample].reshape(self._data.image)
        return np.asarray(np.rint(raw * (255 / self._peak)), np.uint8)

    @cached_property
    def rows(self) -> RowPictures:
        """Pictures of the same samples as rows of a table."""
        return RowPictures(self._data, self._palette)

    def words(self, sample: int) -> str:
        """A row of a table in words; nothing where a picture says more."""
        return "" if self._data.image or self._data.inputs == 2 else self.rows.words(sample)

    def paint(self, painter: QPainter, box: QRectF, sample: int) -> None:
        """The picture of a sample; of a row of a table its bars."""
        if self._data.image:
            # An element is never blurred into its neighbours.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(box, self._image(sample))
        elif self._data.inputs == 2:
            self._paint_point(painter, box, sample)
        else:
            self.rows.paint(painter, box, sample)

    def place(self, sample: int, box: QRectF) -> QPointF:
        """Where a sample of the plane stands in the square of its picture, x₁ to the right and x₂ upwards."""
        x1, x2 = self._bounds.share(self._data.test_x[sample])
        return QPointF(box.center().x() + x1 * box.width() / 2, box.center().y() - x2 * box.height() / 2)

    def _image(self, sample: int) -> QImage:
        colors = self._ink[self.values(sample)]
        height, width = colors.shape[:2]
        return QImage(colors.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()

    def _paint_point(self, painter: QPainter, box: QRectF, sample: int) -> None:
        self._paint_plane(painter, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(qcolor(rgb(self._palette.text)), 1.2))
        painter.setBrush(qcolor(self._classes[int(self._data.test_y[sample])]))
        painter.drawEllipse(self.place(sample, box), POINT, POINT)

    def _paint_plane(self, painter: QPainter, box: QRectF) -> None:
        """The other test points, faded."""
        if is_vector(painter):
            self._draw_plane(painter, box)
            return
        ratio = pixel_ratio(painter.device())
        size = (box.size() * ratio).toSize()
        if self._ground is None or self._ground.size() != size:
            self._ground = QPixmap(size)
            self._ground.setDevicePixelRatio(ratio)
            with painting(self._ground) as fresh:
                self._draw_plane(fresh, QRectF(0, 0, box.width(), box.height()))
        painter.drawPixmap(box.topLeft(), self._ground)

    def _draw_plane(self, painter: QPainter, box: QRectF) -> None:
        paper = rgb(self._palette.paper)
        # A pixmap that is a fraction larger than its box must not shine through at its edges.
        painter.fillRect(box.toAlignedRect(), qcolor(paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for sample, label in enumerate(self._data.test_y[:MOST].tolist()):
            painter.setBrush(qcolor(paper + (self._classes[label] - paper) * FADED))
            painter.drawEllipse(self.place(sample, box), DOT, DOT)
