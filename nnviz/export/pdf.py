"""PDF of widgets, each a page of its own: fonts embedded, text that can be marked, copied and searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from nnviz.export.tracing import Look, Words, trace
from nnviz.theme.painting import painting

RESOLUTION = 96
"""Logical pixels of an inch."""
POINT = 72 / RESOLUTION
"""Points of a logical pixel."""
UNNAMED = ("calt", "tnum", "case", "ss01")
"""Font features that put glyphs in the place of letters, which then no program could copy from a PDF."""
LETTERS = re.compile(rb"\[(?:<[0-9A-F]{4,}> )+\]")
"""What the glyphs of a font stand for, which Qt does not pack."""
STRIPS = 16
FAR = 1000
"""How much wider than the step between two of them strips are on either side."""
TAB, SPACE = b"<0009>", b"<0020>"


def pdf_of(widget: QWidget) -> bytes:
    """The widget as it is now, a logical pixel being 1/96 of an inch."""
    page = QSizeF(widget.width() * POINT, widget.height() * POINT)
    size = QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return pdf_of_pages((widget,), size, widget.accessibleName())


def pdf_of_pages(pages: Sequence[QWidget], size: QPageSize, title: str) -> bytes:
    """A document with each widget on a page of its own, a logical pixel being 1/96 of an inch."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("nnviz")
    writer.setTitle(title)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF())
    with painting(writer) as painter:
        for number, page in enumerate(pages):
            if number:
                writer.newPage()
            trace(page, _PdfSheet(painter))
    return LETTERS.sub(_spaced, bytes(buffer.data().data()))


class _PdfSheet:
    """Paints what is traced onto the page."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def path(self, path: QPainterPath, pen: QPen, brush: QBrush, look: Look) -> None:
        """A shape."""
        self._enter(look, QTransform())
        gradient = brush.gradient()
        if isinstance(gradient, QLinearGradient) and any(QColor(color).alpha() < 255 for _, color in gradient.stops()):
            for strip, shade in _strips(path, gradient, brush.transform()):
                self._painter.fillPath(strip, shade)
            brush = QBrush()
        self._painter.setPen(pen)
        self._painter.setBrush(brush)
        self._painter.drawPath(path)

    def words(self, words: Words, pen: QPen, look: Look) -> None:
        """A text, as wide as on screen."""
        self._enter(look, words.place)
        font = _plain(words.font, words.pixels)
        spare = words.width - QFontMetricsF(font, self._painter.device()).horizontalAdvance(words.text)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.letterSpacing() + spare / len(words.text))
        self._painter.setFont(font)
        self._painter.setPen(pen)
        self._painter.drawText(words.at, words.text)

    def image(self, box: QRectF, image: QImage, place: QTransform, look: Look, smooth: bool) -> None:
        """An image in its own pixels."""
        self._enter(look, place)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        self._painter.drawImage(box, image)

    def _enter(self, look: Look, place: QTransform) -> None:
        painter = self._painter
        painter.resetTransform()
        if look.clip is not None:
            painter.setClipPath(look.clip)
        else:
            painter.setClipping(False)
        painter.setTransform(place)
        painter.setOpacity(look.opacity)


def _strips(path: QPainterPath, gradient: QLinearGradient, place: QTransform) -> Iterator[tuple[QPainterPath, QColor]]:
    """A shape in strips of one colour each: Qt's PDF has no gradients that one can see through."""
    start, end = place.map(gradient.start()), place.map(gradient.finalStop())
    step = (end - start) / STRIPS
    aside = QPointF(-step.y(), step.x()) * FAR
    for k in range(STRIPS):
        first, last = start + step * k, start + step * (k + 1)
        strip = QPainterPath()
        strip.addPolygon(QPolygonF([first - aside, first + aside, last + aside, last - aside, first - aside]))
        yield path.intersected(strip), _shade(gradient, (k + 0.5) / STRIPS)


def _shade(gradient: QLinearGradient, share: float) -> QColor:
    """The colour at a share of the way from the first to the last stop."""
    stops = [(place, QColor(color)) for place, color in gradient.stops()]
    (low, before), (high, after) = next(pair for pair in pairwise(stops) if share <= pair[1][0])
    part = (share - low) / (high - low or 1.0)
    mixed = (a + (b - a) * part for a, b in zip(_channels(before), _channels(after), strict=True))
    return QColor.fromRgbF(*mixed)


def _channels(color: QColor) -> tuple[float, float, float, float]:
    return color.redF(), color.greenF(), color.blueF(), color.alphaF()


def _spaced(letters: re.Match[bytes]) -> bytes:
    """Tab and space have one glyph, which Qt takes for a tab: words with one between them would not be found. Nothing
    in the file moves by this."""
    return letters[0].replace(TAB, SPACE)


def _plain(font: QFont, pixels: float) -> QFont:
    """The font without features, of so many logical pixels."""
    plain = QFont(font)
    plain.setPointSizeF(pixels * POINT)
    for name in UNNAMED:
        plain.setFeature(QFont.Tag(name), 0)
    return plain
