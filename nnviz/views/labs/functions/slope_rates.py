"""RateBar: what the learning rates below a slider lead to, zone by zone, and where the present one is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.session.labs.functions.slope import ZONES
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.numerals import short

INSET = 8.0
"""From the edge to the end of the scale, as of the slider above."""
ROLES = {"small": "faint", "right": "success", "large": "warning", "diverging": "negative"}
SHADE = 90
"""Opacity of the zones under their writing."""
BAND, MARK = 22, 6
SIZES = (0.85, 0.75, 0.65)
"""Of the name of a zone: the largest that fits into it."""


class RateBar(QWidget):
    """Zones along a logarithmic scale of learning rates. `zones` are the pieces (zone, low, high) that are drawn."""

    def __init__(self, theme: Theme, scale: tuple[float, float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._bounds: tuple[float, ...] = ()
        self._rate = scale[0]
        self._words: dict[str, str] = {}
        self.setObjectName("slope_rates")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def zones(self) -> tuple[tuple[str, float, float], ...]:
        """Zone, its lower and its upper end, cut to the scale; none where there are no bounds."""
        low, high = self._scale
        ends = [low, *(min(max(bound, low), high) for bound in self._bounds), high]
        pieces = zip(ZONES, ends[:-1], ends[1:], strict=True) if self._bounds else ()
        return tuple(piece for piece in pieces if piece[1] < piece[2])

    @property
    def rate(self) -> float:
        """The learning rate that is marked."""
        return self._rate

    def show_zones(self, bounds: Sequence[float], rate: float) -> None:
        """Ends between the zones, and the learning rate."""
        if (tuple(bounds), rate) != (self._bounds, self._rate):
            self._bounds, self._rate = tuple(bounds), rate
            self.update()

    def set_words(self, words: dict[str, str]) -> None:
        """Names of the zones."""
        self._words = words
        self.setAccessibleName(", ".join(words[zone] for zone in ZONES))
        self.update()

    def place(self, rate: float) -> float:
        """Pixels from the left edge at which a learning rate is."""
        low, high = (math.log(end) for end in self._scale)
        share = (math.log(rate) - low) / (high - low)
        return INSET + min(max(share, 0.0), 1.0) * (self.width() - 2 * INSET)

    # Qt overrides

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(240, MARK + max(BAND, line + 6) + line + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            painter.setFont(self._theme.font(0.85))
            for zone, low, high in self.zones:
                self._paint_zone(painter, zone, self.place(low), self.place(high))
            if self.zones:
                self._paint_ends(painter)
                self._paint_mark(painter)
            else:
                painter.setPen(self._theme.color("muted"))
                painter.drawText(
                    QRectF(INSET, MARK, self.width(), self._band()), Qt.AlignmentFlag.AlignVCenter, self._none()
                )

    def _none(self) -> str:
        return self._words.get("none", "")

    def _band(self) -> float:
        return max(BAND, QFontMetricsF(self._theme.font(0.85)).height() + 6)

    def _paint_zone(self, painter: QPainter, zone: str, left: float, right: float) -> None:
        box = QRectF(left, MARK, right - left, self._band()).adjusted(0.5, 0, -0.5, 0)
        shade = QColor(self._theme.color(ROLES[zone]))
        shade.setAlpha(SHADE)
        painter.fillRect(box, shade)
        painter.setPen(self._theme.color("text"))
        word = self._words.get(zone, "")
        fonts = [self._theme.font(size) for size in SIZES]
        fitting = [font for font in fonts if QFontMetricsF(font).horizontalAdvance(word) + 2 <= box.width()]
        if fitting:
            painter.save()
            painter.setFont(fitting[0])
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
            painter.restore()

    def _paint_ends(self, painter: QPainter) -> None:
        """1/c and 2/c below the ends that they are, with their numbers; left and right of their ends, to keep apart."""
        painter.setPen(self._theme.color("muted"))
        top = MARK + self._band()
        for bound, name, side in zip(self._bounds[1:], ("1/c", "2/c"), (-1, 1), strict=False):
            if not self._scale[0] < bound < self._scale[1]:
                continue
            text = f"{name} = {short(bound)}"
            wide = painter.fontMetrics().horizontalAdvance(text) + 2
            left = self.place(bound) - (wide if side < 0 else 0)
            left = min(max(left, 0.0), self.width() - wide)
            painter.drawText(QRectF(left, top + 1, wide, self.height() - top), Qt.AlignmentFlag.AlignTop, text)

    def _paint_mark(self, painter: QPainter) -> None:
        x = self.place(self._rate)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text"))
        painter.drawRect(QRectF(x - 1, MARK - 1, 2, MARK))
        painter.drawPolygon(QPolygonF([QPointF(x - 5, 0), QPointF(x + 5, 0), QPointF(x, MARK)]))
