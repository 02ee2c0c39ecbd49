"""The key: one entry for each curve, with a piece of the curve, its name and its current value."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

SAMPLE = 12.0
GAP = 5.0
CENTER_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class KeyEntry(QWidget):
    """A piece of curve, a name and a value. Its width is that of `widest`, so that neighbours stand still.

    Without a value it keeps its place and shows nothing.
    """

    def __init__(
        self,
        theme: Theme,
        role: str,
        width: float,
        band: bool = False,
        dashes: tuple[float, ...] = (),
        sample: float = SAMPLE,
        parent: QWidget | None = None,
    ) -> None:
        """`dashes`: their lengths and gaps in pixels; `sample`: pixels of the piece of curve."""
        super().__init__(parent)
        self._theme, self._role, self._width, self._band = theme, role, width, band
        self._dashes, self._sample = dashes, sample
        self._name = self._value = self._widest = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str, widest: str, tip: str) -> None:
        """The name, the widest value to keep room for, and what the name means."""
        self._name, self._widest = name, widest
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def set_value(self, value: str) -> None:
        """The value beside the name."""
        if value != self._value:
            self._value = value
            self.setAccessibleDescription(value)
            self.updateGeometry()
            self.update()

    @property
    def value(self) -> str:
        """The value that is shown."""
        return self._value

    def restyle(self) -> None:
        """Measure and paint anew after the theme has changed."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        plain, bold = QFontMetricsF(self._theme.font(0.85)), QFontMetricsF(self._theme.font(0.85, bold=True))
        value = max(bold.horizontalAdvance(text) for text in (self._widest, self._value))
        width = self._lead() + plain.horizontalAdvance(self._name) + GAP + value
        return QSize(round(width) + 4, round(plain.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._value:
            return
        with painting(self) as painter:
            if self._width or self._band:
                self._paint_sample(painter)
            plain, box = self._theme.font(0.85), QRectF(self.rect())
            painter.setFont(plain)
            painter.setPen(self._theme.color("muted"))
            box.setLeft(self._lead())
            painter.drawText(box, CENTER_LEFT, self._name)
            box.setLeft(box.left() + QFontMetricsF(plain).horizontalAdvance(self._name) + GAP)
            painter.setFont(self._theme.font(0.85, bold=True))
            painter.setPen(self._theme.color("text"))
            painter.drawText(box, CENTER_LEFT, self._value)

    def _lead(self) -> float:
        return self._sample + GAP if self._width or self._band else 0.0

    def _paint_sample(self, painter: QPainter) -> None:
        middle = self.height() / 2
        color = self._theme.color(self._role)
        if self._band:
            shade = self._theme.color(self._role)
            shade.setAlpha(45)
            painter.fillRect(QRectF(0, middle - 4, SAMPLE, 8), shade)
        pen = QPen(color, self._theme.width(self._width))
        if self._dashes:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([length / self._width for length in self._dashes])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, middle), QPointF(self._sample, middle))
