"""Thumbnails: the stages of a drawing on its way into the network, each the very array of the preparation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.board.pictures import PEAKS, ink_colors, to_image
from nnviz.data.preparation import FIT, Preparation
from nnviz.models.model import IMAGES
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.worded import Worded

CENTER = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.AlignmentFlag.AlignTop)
REMARK = 14
"""Pixels between a picture and the remark beside it."""
REMARK_ALIGN = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
ARROW = 0.3
"""Room for an arrow, as a share of a picture's side."""


@dataclass(frozen=True)
class Stage:
    """One picture.

    values  (h, w) grey values 0…peak; None while there is nothing to show
    frame   elements along the side of the picture's square; a smaller array stands in its middle
    box     left, top, right, bottom of a rectangle around part of the array
    cross   (row, column) of the centre of mass
    """

    values: NDArray[Any] | None
    peak: float
    frame: int
    box: tuple[int, int, int, int] | None = None
    cross: tuple[float, float] | None = None


def stages(preparation: Preparation | None, inputs: int) -> tuple[Stage, ...]:
    """What is shown for a network with so many inputs; 8×8 images are counted from the box itself."""
    height, _ = IMAGES[inputs]
    if preparation is None or preparation.is_blank:
        return (Stage(None, 255, 1),) * (5 if inputs == 784 else 3)
    ink, boxed = preparation.ink, preparation.boxed
    first = (Stage(ink, 255, max(ink.shape)), Stage(ink, 255, max(ink.shape), box=preparation.box))
    middle = (Stage(boxed, 255, FIT), Stage(boxed, 255, FIT, cross=preparation.centre)) if inputs == 784 else ()
    last = preparation.as_input(IMAGES[inputs]).reshape(IMAGES[inputs])
    return (*first, *middle, Stage(last, PEAKS[inputs], height))


class Thumbnails(Worded, QWidget):
    """The stages in a row, with arrows between them and captions below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inputs = 784
        self._shown: tuple[Preparation | None, int] | None = None
        self._colors: list[int] = []
        self._images: list[QImage] = []
        self.stages = stages(None, 784)
        self.setObjectName("digit_stages")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._dress)
        self._dress()
        self._word()

    def show_preparation(self, preparation: Preparation | None, inputs: int) -> None:
        """Show the stages of this drawing for a network with so many inputs."""
        if self._shown is not None and self._shown[0] is preparation and self._shown[1] == inputs:
            return
        self._inputs, self._shown = inputs, (preparation, inputs)
        self._take(stages(preparation, inputs))

    def show_sample(self, picture: NDArray[Any], inputs: int) -> None:
        """A sample enters the network as it is: there is one picture."""
        old = self.stages[0].values if len(self.stages) == 1 else None
        if old is not None and np.array_equal(old, picture):
            return
        self._inputs, self._shown = inputs, None
        self._take((Stage(picture, PEAKS[inputs], IMAGES[inputs][0]),))

    def _take(self, stages: tuple[Stage, ...]) -> None:
        self.stages = stages
        self._draw_images()

    def _draw_images(self) -> None:
        self._images = [
            QImage() if stage.values is None else to_image(stage.values, stage.peak, self._colors)
            for stage in self.stages
        ]
        self.update()

    @property
    def captions(self) -> list[str]:
        """What stands below the pictures."""
        shapes = {784: self.tr("28×28"), 64: self.tr("8×8")}
        if len(self.stages) == 1:
            return [shapes[self._inputs]]
        middle = [self.tr("20×20"), self.tr("centre")] if self._inputs == 784 else []
        return [self.tr("ink"), self.tr("box"), *middle, shapes[self._inputs]]

    def _dress(self, _: object = None) -> None:
        self._colors = ink_colors(self._theme.palette)
        self._draw_images()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("How the drawing is prepared"))
        self.setToolTip(
            self.tr(
                "The ink is cut out, scaled to 20×20, and placed so that its centre of mass (the cross) lies in the "
                "middle of 28×28 pixels, as MNIST's images were made. The last picture enters the network."
            )
        )
        self.setAccessibleDescription(self.toolTip())
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        """A row of small pictures."""
        return QSize(300, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures, captions, arrows."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("surface"))
            font = self._theme.font(0.9)
            painter.setFont(font)
            line = QFontMetricsF(font).lineSpacing()
            squares = self._squares(self.height() - line - 3)
            for square, stage, image, caption in zip(squares, self.stages, self._images, self.captions, strict=True):
                self._paint_stage(painter, square, stage, image)
                text = square.adjusted(-square.width() * ARROW / 2, square.height() + 3, square.width() * ARROW / 2, 0)
                text.setHeight(line)
                painter.setPen(self._theme.color("muted"))
                painter.drawText(text, CENTER, caption)
            if len(squares) == 1:
                self._paint_remark(painter, squares[0])
            for before, after in pairwise(squares):
                self._paint_arrow(painter, before, after)

    def _squares(self, height: float) -> list[QRectF]:
        """Where the pictures stand, in whole pixels so that every element is equally large."""
        count = len(self.stages)
        side = int(min(height, self.width() / (count + ARROW * (count - 1))))
        step = (self.width() - side) / max(1, count - 1)
        return [QRectF(round(k * step), 0, side, side) for k in range(count)]

    def _paint_stage(self, painter: QPainter, square: QRectF, stage: Stage, image: QImage) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(square, self._theme.color("paper"))
        if stage.values is not None:
            area = _placed(square, stage)
            # Only a picture larger than its place is averaged; an element is never blurred into its neighbours.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, stage.frame > square.width())
            painter.drawImage(area, image)
            self._paint_marks(painter, area, stage, square.width() / stage.frame)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square.adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter, area: QRectF, stage: Stage, scale: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("negative"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if stage.box is not None:
            left, top, right, bottom = (edge * scale for edge in stage.box)
            painter.drawRect(QRectF(area.x() + left, area.y() + top, right - left, bottom - top))
        if stage.cross is not None:
            # The middle of an element lies half an element behind its edge.
            at = QPointF(area.x() + (stage.cross[1] + 0.5) * scale, area.y() + (stage.cross[0] + 0.5) * scale)
            arm = max(4.0, area.height() * 0.12)
            painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
            painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))

    def _paint_remark(self, painter: QPainter, square: QRectF) -> None:
        """Beside a picture that needs no preparation."""
        room = QRectF(self.rect()).adjusted(square.right() + REMARK, 0, 0, square.bottom() - self.height())
        painter.drawText(room, REMARK_ALIGN, self.tr("This picture enters the network as it is."))

    def _paint_arrow(self, painter: QPainter, before: QRectF, after: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF((before.right() + after.left()) / 2, before.center().y())
        size = min(5.0, (after.left() - before.right()) * 0.3)
        path = QPainterPath(middle + QPointF(-size / 2, -size))
        path.lineTo(middle + QPointF(size / 2, 0))
        path.lineTo(middle + QPointF(-size / 2, size))
        color = QColor(self._theme.color("muted"))
        painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _placed(square: QRectF, stage: Stage) -> QRectF:
    """Where the array stands in its square: as large as it is, in the middle."""
    assert stage.values is not None
    scale = square.width() / stage.frame
    height, width = (length * scale for length in stage.values.shape)
    return QRectF(square.center().x() - width / 2, square.center().y() - height / 2, width, height)
