"""Gallery: small pictures of all activation functions and their derivatives; the pressed one is looked at."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from nnviz.engine.experiment import ACTIVATION_NAMES
from nnviz.session.labs.functions.activations import ActivationPart
from nnviz.session.labs.functions.shapes import SPAN, Curve, Values
from nnviz.session.names import name_of
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.functions.detail import SLOPE, VALUE
from nnviz.views.labs.plot.ink import Ink

COLUMNS = 2
HEIGHTS = (-1.6, 3.4)
"""f that a small picture shows: the same for all, so that they can be compared."""
SMALLEST = 0.6
"""Share of its size to which a long name shrinks."""
RADIUS = 7.0
PADDING = 5.0
EVERY = 5


class Thumbnail(QAbstractButton):
    """One function: `curve` is what is painted, value solid and derivative dashed."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = name
        self.curve = Curve(np.zeros(0), np.zeros(0), np.zeros(0))
        self.setObjectName(f"activation_{name}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_curve(self, curve: Curve) -> None:
        """Paint another curve."""
        if curve is not self.curve:
            self.curve = curve
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(110, 78)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            self._paint_frame(painter)
            line = QFontMetricsF(self._font()).height()
            self._paint_title(painter, line)
            box = QRectF(self.rect()).adjusted(PADDING, PADDING + line, -PADDING, -PADDING)
            painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
            self._paint_curves(painter, box)

    def _paint_frame(self, painter: QPainter) -> None:
        color = self._theme.color
        lit = self.isChecked() or self.underMouse() or self.hasFocus()
        width = 2.0 if self.isChecked() or self.hasFocus() else 1.0
        painter.setPen(QPen(color("text" if self.hasFocus() else "accent" if lit else "border"), width))
        painter.setBrush(color("raised" if self.isChecked() else "surface"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _font(self) -> QFont:
        """Smaller where the name is long."""
        font = self._theme.font(0.9, bold=self.isChecked(), numbers=False)
        room, width = self.width() - 2 * PADDING - 2, QFontMetricsF(font).horizontalAdvance(self.text())
        font.setPointSizeF(font.pointSizeF() * min(1.0, max(room / max(width, 1.0), SMALLEST)))
        return font

    def _paint_title(self, painter: QPainter, line: float) -> None:
        painter.setFont(self._font())
        painter.setPen(self._theme.color("text" if self.isChecked() else "muted"))
        box = QRectF(PADDING + 2, PADDING - 2, self.width() - 2 * PADDING - 1, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_curves(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(self._theme.color("border"), 1))
        zero = _point(box, 0.0, 0.0)
        painter.drawLine(QPointF(box.left(), zero.y()), QPointF(box.right(), zero.y()))
        painter.drawLine(QPointF(zero.x(), box.top()), QPointF(zero.x(), box.bottom()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Before the first curve is there, there is only the cross.
        for values, ink in ((self.curve.slope, SLOPE), (self.curve.value, VALUE)) if len(self.curve.x) else ():
            painter.setPen(_pen(ink, self._theme))
            painter.drawPath(_path(box, self.curve.x, values))


class Gallery(QWidget):
    """All of them. Signals: chosen(str) where another one is pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        self.thumbnails = {name: Thumbnail(name, theme, self) for name in ACTIVATION_NAMES}
        for place, thumbnail in enumerate(self.thumbnails.values()):
            self._group.addButton(thumbnail)
            grid.addWidget(thumbnail, *divmod(place, COLUMNS))
            thumbnail.clicked.connect(self._press)
            grid.setRowStretch(place // COLUMNS, 1)

    def show_part(self, part: ActivationPart) -> None:
        """The functions as they are now."""
        for name, thumbnail in self.thumbnails.items():
            thumbnail.show_curve(part.curve(name))
        self.thumbnails[part.name].setChecked(True)

    def word(self) -> None:
        """Names of the functions."""
        self.setAccessibleName(self.tr("Activation functions"))
        for name, thumbnail in self.thumbnails.items():
            thumbnail.setText(name_of("activation", name))
            thumbnail.setAccessibleName(thumbnail.text())

    def _press(self) -> None:
        self.chosen.emit(next(name for name, thumbnail in self.thumbnails.items() if thumbnail.isChecked()))


def _pen(ink: Ink, theme: Theme) -> QPen:
    pen = QPen(ink.color(theme), theme.width(1.6))
    if ink.dashes:
        pen.setDashPattern([3.0, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _point(box: QRectF, x: float, y: float) -> QPointF:
    across = (x - SPAN[0]) / (SPAN[1] - SPAN[0])
    up = (y - HEIGHTS[0]) / (HEIGHTS[1] - HEIGHTS[0])
    return QPointF(box.left() + across * box.width(), box.bottom() - up * box.height())


def _path(box: QRectF, x: Values, y: Values) -> QPainterPath:
    """The curve in pieces between its jumps; every EVERYth place is enough for a small picture, and all ends are."""
    path = QPainterPath()
    ends = np.flatnonzero(np.isnan(y)).tolist()
    for first, last in zip([-1, *ends], [*ends, len(y)], strict=True):
        places = np.unique([*range(first + 1, last, EVERY), max(last - 1, first + 1)])
        path.addPolygon(
            QPolygonF([_point(box, *at) for at in zip(x[places].tolist(), y[places].tolist(), strict=True)])
        )
    return path
