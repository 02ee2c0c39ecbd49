"""SVG of a widget: shapes are shapes, words are <text>, as wide as on screen in whatever font a viewer has for them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGradient,
    QImage,
    QLinearGradient,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from nnviz.export.tracing import Look, Words, trace

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
    'width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n<title>{title}</title>\n'
)
FALLBACK = "sans-serif"
CAPS = {
    Qt.PenCapStyle.FlatCap: "butt", Qt.PenCapStyle.RoundCap: "round", Qt.PenCapStyle.SquareCap: "square",
}  # fmt: skip
JOINS = {Qt.PenJoinStyle.RoundJoin: "round", Qt.PenJoinStyle.BevelJoin: "bevel"}
Element = QPainterPath.ElementType
LETTERS = {Element.MoveToElement: "M", Element.LineToElement: "L", Element.CurveToElement: "C"}
IDENTITY = QTransform()
OPAQUE = 1.0
SQUARE, MOST = 3, 1200
"""Pixels of an image to one of the figure where its own pixels are squares; most pixels along a side."""


def svg_of(widget: QWidget) -> bytes:
    """The widget as it is now, in logical pixels."""
    sheet = _SvgSheet()
    trace(widget, sheet)
    title = escape(widget.accessibleName() or widget.windowTitle() or "nnviz")
    head = HEAD.format(width=widget.width(), height=widget.height(), title=title)
    return (head + sheet.text() + "</svg>\n").encode()


class _SvgSheet:
    """Elements one after the other; neighbours with the same clip share a group."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._names: dict[str, str] = {}
        self._clip = ""

    def text(self) -> str:
        """All definitions, then all elements."""
        self._enter("")
        defs = "".join(text.replace("NAME", name) for text, name in self._names.items())
        return f"<defs>\n{defs}</defs>\n" + "".join(self._lines)

    def path(self, path: QPainterPath, pen: QPen, brush: QBrush, look: Look) -> None:
        """As <path>."""
        look_of = {**self._fill(brush), **_stroke(pen)}
        if path.fillRule() == Qt.FillRule.OddEvenFill and look_of["fill"] != "none":
            look_of["fill-rule"] = "evenodd"
        self._add("path", {"d": _data(path), **look_of}, look)

    def words(self, words: Words, pen: QPen, look: Look) -> None:
        """As <text>."""
        font, color = words.font, pen.color()
        values = {
            "x": _number(words.at.x()), "y": _number(words.at.y()), "xml:space": "preserve",
            "font-family": f"{escape(font.family(), quote=True)}, {FALLBACK}", "font-size": _number(words.pixels),
            "textLength": _number(words.width), "lengthAdjust": "spacingAndGlyphs", "fill": color.name(),
        }  # fmt: skip
        if font.weight() != QFont.Weight.Normal:
            values["font-weight"] = str(font.weight().value)
        if font.italic():
            values["font-style"] = "italic"
        self._add("text", {**values, **_faint("fill", color), **_matrix("transform", words.place)}, look, words.text)

    def image(self, box: QRectF, image: QImage, place: QTransform, look: Look, smooth: bool) -> None:
        """As <image>, in its own pixels."""
        image = image if smooth else _squared(image, place.mapRect(box))
        values = {
            "x": _number(box.x()), "y": _number(box.y()), "width": _number(box.width()),
            "height": _number(box.height()), "preserveAspectRatio": "none",
            "image-rendering": "auto" if smooth else "pixelated",
            "xlink:href": f"data:image/png;base64,{b64encode(_png(image)).decode()}",
        }  # fmt: skip
        self._add("image", {**values, **_matrix("transform", place)}, look)

    # parts

    def _add(self, tag: str, values: Mapping[str, str], look: Look, text: str = "") -> None:
        self._enter(self._name(_clip_text(look.clip)) if look.clip is not None else "")
        if look.opacity < OPAQUE:
            values = {**values, "opacity": _number(look.opacity)}
        written = _written(values)
        self._lines.append(f"<{tag} {written}>{escape(text)}</{tag}>\n" if text else f"<{tag} {written}/>\n")

    def _enter(self, clip: str) -> None:
        """Into the group of a clip, "" for none."""
        if clip == self._clip:
            return
        if self._clip:
            self._lines.append("</g>\n")
        if clip:
            self._lines.append(f'<g clip-path="url(#{clip})">\n')
        self._clip = clip

    def _name(self, definition: str) -> str:
        """The name of a definition, the same for the same."""
        return self._names.setdefault(definition, f"d{len(self._names) + 1}")

    def _fill(self, brush: QBrush) -> dict[str, str]:
        if brush.style() == Qt.BrushStyle.NoBrush:
            return {"fill": "none"}
        gradient = brush.gradient()
        if isinstance(gradient, QLinearGradient | QRadialGradient):
            return {"fill": f"url(#{self._name(_gradient_text(gradient, brush.transform()))})"}
        return {"fill": brush.color().name(), **_faint("fill", brush.color())}


def _stroke(pen: QPen) -> dict[str, str]:
    if pen.style() == Qt.PenStyle.NoPen:
        return {}
    color, width = pen.color(), pen.widthF()
    values = {"stroke": color.name(), **_faint("stroke", color), "stroke-width": _number(width)}
    values["stroke-linecap"] = CAPS.get(pen.capStyle(), "butt")
    if pen.joinStyle() in JOINS:
        values["stroke-linejoin"] = JOINS[pen.joinStyle()]
    if pen.style() != Qt.PenStyle.SolidLine:
        values["stroke-dasharray"] = " ".join(_number(part * width) for part in pen.dashPattern())
        values["stroke-dashoffset"] = _number(pen.dashOffset() * width)
    return values


def _data(path: QPainterPath) -> str:
    """A path in SVG's letters; the two points after the first one of a curve need none."""
    parts: list[str] = []
    for k in range(path.elementCount()):
        element = path.elementAt(k)
        parts.append(f"{LETTERS.get(element.type, '')}{_number(element.x)},{_number(element.y)}")
    return " ".join(parts)


def _clip_text(clip: QPainterPath) -> str:
    rule = ' clip-rule="evenodd"' if clip.fillRule() == Qt.FillRule.OddEvenFill else ""
    return f'<clipPath id="NAME"><path d="{_data(clip)}"{rule}/></clipPath>\n'


def _gradient_text(gradient: QLinearGradient | QRadialGradient, place: QTransform) -> str:
    if isinstance(gradient, QLinearGradient):
        kind, start, end = "linearGradient", gradient.start(), gradient.finalStop()
        places = {"x1": start.x(), "y1": start.y(), "x2": end.x(), "y2": end.y()}
    else:
        kind, middle = "radialGradient", gradient.center()
        places = {"cx": middle.x(), "cy": middle.y(), "r": gradient.radius()}
    box = gradient.coordinateMode() != QGradient.CoordinateMode.LogicalMode
    values = {name: _number(value) for name, value in places.items()}
    if not box:
        values |= {"gradientUnits": "userSpaceOnUse", **_matrix("gradientTransform", place)}
    stops = "".join(_stop(share, QColor(color)) for share, color in gradient.stops())
    return f'<{kind} id="NAME" {_written(values)}>{stops}</{kind}>\n'


def _written(values: Mapping[str, str]) -> str:
    return " ".join(f'{name}="{value}"' for name, value in values.items())


def _stop(share: float, color: QColor) -> str:
    return f'<stop offset="{_number(share)}" stop-color="{color.name()}" stop-opacity="{_number(color.alphaF())}"/>'


def _faint(what: str, color: QColor) -> dict[str, str]:
    return {f"{what}-opacity": _number(color.alphaF())} if color.alphaF() < OPAQUE else {}


def _matrix(name: str, place: QTransform) -> dict[str, str]:
    if place == IDENTITY:
        return {}
    values = (place.m11(), place.m12(), place.m21(), place.m22(), place.dx(), place.dy())
    return {name: f"matrix({' '.join(f'{value:.8g}' for value in values)})"}


def _number(value: float) -> str:
    """At most a thousandth of a pixel."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _squared(image: QImage, box: QRectF) -> QImage:
    """Pixels that are to be seen as squares, each as several ones: many viewers blur what they enlarge."""
    times = min(ceil(SQUARE * box.width() / image.width()), MOST // max(image.width(), image.height()))
    return image if times < 2 else image.scaled(image.width() * times, image.height() * times)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know paths only
    return bytes(data.data())
