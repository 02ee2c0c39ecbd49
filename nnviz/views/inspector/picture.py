"""WeightPicture: the weights of a unit that looks at an image, pixel by pixel."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.trace import Array
from nnviz.theme.painting import painting
from nnviz.theme.scales import Rgb, diverging, nice_limit
from nnviz.theme.theme import Theme
from nnviz.widgets.numerals import short
from nnviz.widgets.worded import Worded

MOST = 232
SCALE, GAP = 8, 6
MOVES = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


class WeightPicture(Worded, QWidget):
    """Diverging colours about 0, with their scale and the pixel pointed at in words. Arrow keys point, too.

    Signals: pointed(int): the pixel (row by row) pointed at, −1: none any more.
    """

    pointed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: Array = np.zeros((1, 1))
        self._pixel = -1
        self.setObjectName("inspector_picture")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._word()
        theme.changed.connect(self._redress)

    @property
    def values(self) -> Array:
        """(height, width) the weights shown."""
        return self._values

    @property
    def limit(self) -> float:
        """The end of the scale."""
        return nice_limit(self._values[np.isfinite(self._values)])

    @property
    def colors(self) -> Rgb:
        """(height, width, 3) what is painted."""
        return diverging(np.nan_to_num(self._values), self.limit, self._theme.palette)

    @property
    def _shape(self) -> tuple[int, int]:
        return self._values.shape[0], self._values.shape[1]

    @property
    def pixel(self) -> int:
        """The pixel pointed at, −1: none."""
        return self._pixel

    @property
    def reading(self) -> str:
        """The pixel pointed at, in words; else the range of all."""
        if 0 <= self._pixel < self._values.size:
            row, column = divmod(self._pixel, self._values.shape[1])
            text = self.tr("row {row}, column {column}: w = {value}")
            return text.format(row=row + 1, column=column + 1, value=short(float(self._values[row, column])))
        text = self.tr("weights {low} … {high}")
        return text.format(low=short(float(self._values.min())), high=short(float(self._values.max())))

    def show_weights(self, values: Array) -> None:
        """(height, width)."""
        self._values = values
        self.setAccessibleDescription(self.reading)
        self.updateGeometry()
        self.update()

    def box(self) -> QRectF:
        """Where the picture is."""
        rows, columns = self._shape
        wide = min(self.width(), MOST)
        return QRectF((self.width() - wide) / 2, 1, wide, wide * rows / columns)

    def hasHeightForWidth(self) -> bool:
        """As high as the image is, and two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Picture, scale, and a line of words."""
        rows, columns = self._shape
        below = SCALE + 2 * GAP + 2 * self.fontMetrics().height() + 4
        return int(min(width, MOST) * rows / columns + 0.5) + below

    def sizeHint(self) -> QSize:
        """Full size."""
        return QSize(MOST, self.heightForWidth(MOST))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, mark, scale, words."""
        with painting(self) as painter:
            box = self.box()
            rgb = np.ascontiguousarray(self.colors)
            height, width, _ = rgb.shape
            painter.drawImage(box, QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888))
            self._frame(painter, box)
            self._scale(painter, box)

    def _frame(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(self._theme.color("accent" if self.hasFocus() else "border"), 1))
        painter.drawRect(box)
        if 0 <= self._pixel < self._values.size:
            row, column = divmod(self._pixel, self._values.shape[1])
            side = box.width() / self._values.shape[1]
            painter.setPen(QPen(self._theme.color("text"), 1.5))
            painter.drawRect(QRectF(box.left() + column * side, box.top() + row * side, side, side))

    def _scale(self, painter: QPainter, box: QRectF) -> None:
        bar = QRectF(box.left(), box.bottom() + GAP, box.width(), SCALE)
        colors = QLinearGradient(bar.topLeft(), bar.topRight())
        for place, role in ((0.0, "negative"), (0.5, "zero"), (1.0, "positive")):
            colors.setColorAt(place, self._theme.color(role))
        painter.fillRect(bar, colors)
        line = QRectF(bar.left(), bar.bottom() + 2, bar.width(), self.fontMetrics().height())
        painter.setPen(self._theme.color("muted"))
        painter.setFont(self._theme.font())
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        for value, side in zip((-self.limit, 0.0, self.limit), sides, strict=True):
            painter.drawText(line, side, short(value))
        words = QRectF(0, line.bottom() + GAP - 2, self.width(), line.height())
        painter.setPen(self._theme.color("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, self.reading)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pixel under the mouse."""
        self._point(self._pixel_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """None."""
        self._point(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """None."""
        super().focusOutEvent(event)
        self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from pixel to pixel."""
        move = MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        rows, columns = self._shape
        row, column = divmod(max(self._pixel, 0), columns)
        row, column = min(max(row + move[0], 0), rows - 1), min(max(column + move[1], 0), columns - 1)
        self._point(row * columns + column)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _pixel_at(self, at: QPointF) -> int:
        box = self.box()
        if not box.contains(at):
            return -1
        rows, columns = self._shape
        row = min(int((at.y() - box.top()) / box.height() * rows), rows - 1)
        return row * columns + min(int((at.x() - box.left()) / box.width() * columns), columns - 1)

    def _point(self, pixel: int) -> None:
        if pixel != self._pixel:
            self._pixel = pixel
            self.setAccessibleDescription(self.reading)
            self.update()
            self.pointed.emit(pixel)

    def _redress(self, _: object) -> None:
        self.update()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Weights as a picture"))
