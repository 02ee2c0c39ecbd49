"""Typesetter: LaTeX into shapes, by ziamath (MIT licence; its font STIX Two Math: SIL Open Font License).

Typesetting takes about 10 ms a formula, painting a set one next to nothing: shapes are kept, for all panes together.
Numbers, which change all the time, are written in the same font as ordinary text.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nnviz.theme.painting import clear_pixmap, painting
from nnviz.widgets.printing import is_vector, pixel_ratio

if TYPE_CHECKING:
    from ziamath.zmath import Latex

FAMILY = "STIX Two Math"
FONT_FILE = "STIXTwoMath-Regular.ttf"
SET_SIZE = 40.0
"""Pixels of an em at which formulas are set; shapes are scaled from there."""
ASCENT, DESCENT = 0.76, 0.26
"""Of a line of numbers, in em; the font's own metrics leave room for the tallest integral signs."""
MOST_PICTURES = 400
MOST_SHAPES = 256
"""Several pages' worth; 5 KB each."""
SIGN = re.compile(r"([=(<>,]|\\(?:cdot|times|leq|geq|approx|to|leftarrow|mapsto)(?![a-z]))(\s*)-")
"""A minus that belongs to what follows: the library gives it the room of a subtraction."""


@dataclass(frozen=True, eq=False)
class Shape:
    """A typeset piece; all sizes in em of its font, from the baseline. `source`: the text of its SVG, in black."""

    source: str
    width: float
    ascent: float
    descent: float


class Typesetter:
    """Sets formulas and keeps their pictures. One serves a whole pane."""

    def __init__(self) -> None:
        # Not when it is needed first: in the middle of painting, another font among those of the program ends it.
        _add_font()
        self._pictures: dict[tuple[str, float, int, float], QPixmap] = {}
        self._metrics: dict[float, QFontMetricsF] = {}

    def shape(self, latex: str) -> Shape:
        """The shape of a piece of LaTeX."""
        return _set(latex)

    def font(self, size: float) -> QFont:
        """The font of numbers and signs between typeset pieces, `size` pixels an em."""
        font = QFont(FAMILY)
        font.setPixelSize(max(1, round(size)))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def advance(self, text: str, size: float) -> float:
        """Width of a text in that font."""
        if size not in self._metrics:
            self._metrics[size] = QFontMetricsF(self.font(size))
        return self._metrics[size].horizontalAdvance(text)

    def paint(self, painter: QPainter, latex: str, at: tuple[float, float], size: float, color: QColor) -> None:
        """Draw a piece with its baseline's left end at a point."""
        shape, ratio = self.shape(latex), pixel_ratio(painter.device())
        x, y = at[0], at[1] - shape.ascent * size
        if is_vector(painter):
            _paint_shape(painter, shape, QPointF(x, y), size, color)
            return
        # A picture stands on whole device pixels, or it would be blurred.
        place = QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)
        painter.drawPixmap(place, self._picture(latex, size, color, ratio))

    def _picture(self, latex: str, size: float, color: QColor, ratio: float) -> QPixmap:
        key = (latex, size, int(color.rgba()), ratio)
        if key not in self._pictures:
            if len(self._pictures) >= MOST_PICTURES:
                self._pictures.clear()
            self._pictures[key] = _drawn(self.shape(latex), size, color, ratio)
        return self._pictures[key]


@lru_cache(MOST_SHAPES)
def _set(latex: str) -> Shape:
    source = import_library()(SIGN.sub(r"\1\2{-}", latex), size=SET_SIZE).svg()
    box = _renderer(source).viewBoxF()
    return Shape(source, box.width() / SET_SIZE, -box.top() / SET_SIZE, box.bottom() / SET_SIZE)


@cache
def import_library() -> type[Latex]:
    """ziamath, set up for Qt; its import takes 0.2 s, so the first formula that is shown waits for it."""
    with warnings.catch_warnings():
        # It finds its font in a way that Python 3.11 calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath.config import config
        from ziamath.zmath import Latex
    # Qt draws no <symbol>s, which the library uses for SVG 2.
    config.svg2 = False
    return Latex


@cache
def _add_font() -> None:
    # Found, not imported: that takes 0.2 s, which a window without formulas does not wait for.
    library = find_spec("ziamath")
    assert library is not None
    assert library.origin is not None
    QFontDatabase.addApplicationFont(str(Path(library.origin).parent / "fonts" / FONT_FILE))


def _renderer(source: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(source.encode()))


def _paint_shape(painter: QPainter, shape: Shape, at: QPointF, size: float, color: QColor) -> None:
    """The outlines themselves, in one colour."""
    svg = _renderer(shape.source.replace('fill="black"', f'fill="{color.name()}"'))
    svg.render(painter, QRectF(at.x(), at.y(), shape.width * size, (shape.ascent + shape.descent) * size))


def _drawn(shape: Shape, size: float, color: QColor, ratio: float) -> QPixmap:
    """The shape in one colour, with transparent ground."""
    width, height = shape.width * size, (shape.ascent + shape.descent) * size
    picture = clear_pixmap(QSize(max(1, round(width * ratio + 0.5)), max(1, round(height * ratio + 0.5))))
    with painting(picture) as painter:
        _renderer(shape.source).render(painter, QRectF(0, 0, width * ratio, height * ratio))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(picture.rect(), color)
    picture.setDevicePixelRatio(ratio)
    return picture
