"""Tracing: every path, text and image that a widget paints, handed on to a sheet that writes a format.

Qt's own SVG writer loses clips, its SVG pens widen with the plot, and its PDF loses digits that are set with font
features. So a paint engine of our own listens to the painter; what it hands on is whole: placed in the figure, with
pen, brush and clip. What cannot be seen is left out, and only what a clip really cuts gets one.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from nnviz.export.walk import Layer, drawn_at, layers
from nnviz.theme.painting import painting

Mode = QPaintEngine.PolygonDrawMode
Metric = QPaintDevice.PaintDeviceMetric
INCH = 25.4
INKLESS = 2.0
"""Pixels at the ends of a text that a clip may leave out."""
KNOWN_REFERENCES = 3
"""To a point of a list in a loop over it that asks: the list, the loop, the question."""
_drop_reference = ctypes.PYFUNCTYPE(None, ctypes.py_object)(("Py_DecRef", ctypes.pythonapi))
SLIVER = 0.02
"""Pixels that nobody sees; a straight line gets as much surface, or nothing could meet it."""


@dataclass(frozen=True)
class Look:
    """With what something is painted. clip: path of the figure, None where it cuts nothing; opacity 0…1."""

    opacity: float
    clip: QPainterPath | None


@dataclass(frozen=True)
class Words:
    """A text at the left end of its baseline, `at`, before `place` maps it into the figure; width in the same units."""

    text: str
    font: QFont
    pixels: float
    at: QPointF
    width: float
    place: QTransform


class Sheet(Protocol):
    """What a figure is written on; paths and clips are in logical pixels of the figure."""

    def path(self, path: QPainterPath, pen: QPen, brush: QBrush, look: Look) -> None:
        """A shape."""

    def words(self, words: Words, pen: QPen, look: Look) -> None:
        """A text."""

    def image(self, box: QRectF, image: QImage, place: QTransform, look: Look, smooth: bool) -> None:
        """An image that fills `box` before `place` maps it into the figure."""


def trace(widget: QWidget, sheet: Sheet) -> None:
    """Everything that can be seen in a widget, from behind to the front."""
    with drawn_at(widget, 1.0):
        for layer in layers(widget):
            device = _Device(layer, sheet)
            with painting(device) as painter:
                layer.paint(painter)


class _Device(QPaintDevice):
    """One widget of the figure, as large as it is and with its screen's dots per inch."""

    def __init__(self, layer: Layer, sheet: Sheet) -> None:
        super().__init__()
        self._tracer = _Tracer(layer, sheet)
        width, height, dots = layer.widget.width(), layer.widget.height(), layer.widget.logicalDpiX()
        self._metrics = {
            Metric.PdmWidth: width, Metric.PdmHeight: height, Metric.PdmWidthMM: round(width / dots * INCH),
            Metric.PdmHeightMM: round(height / dots * INCH), Metric.PdmDpiX: dots, Metric.PdmDpiY: dots,
            Metric.PdmPhysicalDpiX: dots, Metric.PdmPhysicalDpiY: dots, Metric.PdmNumColors: 1 << 24,
            Metric.PdmDepth: 32, Metric.PdmDevicePixelRatio: 1,
            Metric.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }  # fmt: skip

    def paintEngine(self) -> QPaintEngine:
        return self._tracer

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(metric, 0)


class _Tracer(QPaintEngine):
    """Hears what is painted on one widget."""

    def __init__(self, layer: Layer, sheet: Sheet) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._sheet, self._dots = sheet, layer.widget.logicalDpiX()
        self._corner = QTransform.fromTranslate(layer.at.x(), layer.at.y())
        self._seen = QRectF(layer.seen.translated(layer.at))
        self._whole = self._seen.adjusted(-2 * SLIVER, -2 * SLIVER, 2 * SLIVER, 2 * SLIVER)

    # Qt overrides

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def updateState(self, state: QPaintEngineState) -> None:
        """Everything is asked of the painter when it is needed."""

    def drawPath(self, path: QPainterPath) -> None:
        self._draw(path, self.painter().brush())

    def drawPolygon(self, points: Sequence[QPointF], mode: QPaintEngine.PolygonDrawMode) -> None:  # type: ignore[override]  # the stubs do not know that a list comes
        path = QPainterPath(QPointF(points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(point))
        _let_go(points)
        open_line = mode == Mode.PolylineMode
        if not open_line:
            path.closeSubpath()
        path.setFillRule(Qt.FillRule.WindingFill if mode == Mode.WindingMode else Qt.FillRule.OddEvenFill)
        self._draw(path, QBrush() if open_line else self.painter().brush())

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override]  # the stubs list what Qt converts from
        painter, place = self.painter(), self._place()
        look = self._look(place.mapRect(_ink(at, item)))
        if look is None or not item.text().strip():
            return
        font = item.font()
        pixels = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * self._dots / 72
        words = Words(item.text(), font, float(pixels), QPointF(at), item.width(), place)
        self._sheet.words(words, painter.pen(), look)

    def drawPixmap(self, box: QRectF, pixmap: QPixmap, source: QRectF) -> None:  # type: ignore[override]  # as above
        self._image(box, pixmap.toImage(), source)

    def drawImage(  # type: ignore[override]  # as above
        self,
        box: QRectF,
        image: QImage,
        source: QRectF,
        flags: Qt.ImageConversionFlag = Qt.ImageConversionFlag.AutoColor,
    ) -> None:
        self._image(box, image, source)

    # Private

    def _draw(self, path: QPainterPath, brush: QBrush) -> None:
        place = self._place()
        pen, path = _placed_pen(self.painter().pen(), place), place.map(path)
        reach = pen.widthF() / 2 if pen.style() != Qt.PenStyle.NoPen else 0.0
        look = self._look(path.controlPointRect().adjusted(-reach, -reach, reach, reach))
        if look is not None and (pen.style() != Qt.PenStyle.NoPen or brush.style() != Qt.BrushStyle.NoBrush):
            self._sheet.path(path, pen, _placed_brush(brush, place), look)

    def _image(self, box: QRectF, image: QImage, source: QRectF) -> None:
        place = self._place()
        look = self._look(place.mapRect(box))
        if look is None or image.isNull():
            return
        if source != QRectF(image.rect()):
            image = image.copy(source.toAlignedRect())
        smooth = bool(self.painter().renderHints() & QPainter.RenderHint.SmoothPixmapTransform)
        self._sheet.image(QRectF(box), image, place, look, smooth)

    def _place(self) -> QTransform:
        """From the painter's coordinates to the figure's."""
        return self.painter().deviceTransform() * self._corner

    def _look(self, box: QRectF) -> Look | None:
        """With what something in `box` is painted; None where nothing of it can be seen."""
        opacity, box = self.painter().opacity(), box.adjusted(-SLIVER, -SLIVER, SLIVER, SLIVER)
        if not opacity or not self._seen.intersects(box):
            return None
        if not self.painter().hasClipping() and self._whole.contains(box):
            return Look(opacity, None)
        clip = QPainterPath()
        clip.addRect(self._seen)
        if self.painter().hasClipping():
            clip = self._place().map(self.painter().clipPath()).intersected(clip)
        if not clip.intersects(box):
            return None
        inner = box.adjusted(2 * SLIVER, 2 * SLIVER, -2 * SLIVER, -2 * SLIVER)
        return Look(opacity, None if clip.contains(inner.normalized()) else clip)


def _ink(at: QPointF, item: QTextItem) -> QRectF:
    """Where a text surely has ink. A clip that leaves all of this is meant to cut nothing off: with one, a viewer that
    has another font would cut off what it writes wider."""
    metrics = QFontMetricsF(item.font())
    margin = min(INKLESS, item.width() / 4)
    return QRectF(at.x() + margin, at.y() - metrics.xHeight(), item.width() - 2 * margin, metrics.xHeight())


def _placed_pen(pen: QPen, place: QTransform) -> QPen:
    """As wide as it is in the figure; a cosmetic pen is as wide everywhere. One without ink is none."""
    if pen.brush().style() == Qt.BrushStyle.NoBrush:
        # So Qt draws the shapes of an SVG; files would outline them in black.
        return QPen(Qt.PenStyle.NoPen)
    placed = QPen(pen)
    scale = 1.0 if pen.isCosmetic() else sqrt(abs(place.determinant()))
    placed.setCosmetic(False)
    placed.setWidthF((pen.widthF() or 1.0) * scale)
    return placed


def _placed_brush(brush: QBrush, place: QTransform) -> QBrush:
    placed = QBrush(brush)
    placed.setTransform(brush.transform() * place)
    return placed


def _let_go(points: Sequence[QPointF]) -> None:
    """PySide counts a reference too many to every point that it hands to a paint engine in Python: none would ever be
    freed, and a figure may have ten thousand."""
    for point in points:
        if sys.getrefcount(point) > KNOWN_REFERENCES:
            _drop_reference(point)
