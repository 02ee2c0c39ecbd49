"""GlyphButton: a small flat button with a sign, for a card's corner."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QWidget

from nnviz.theme.painting import painting
from nnviz.widgets.focus import paint_focus_ring
from nnviz.widgets.glyphs import paint_glyph

SIDE = 24


class GlyphButton(QAbstractButton):
    """A button without writing: it needs an accessible name."""

    def __init__(self, glyph: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(SIDE, SIDE)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, on a plate under the mouse, with a ring in focus."""
        with painting(self, antialias=True) as painter:
            palette = self.palette()
            plate = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self.isEnabled() and (self.underMouse() or self.isDown()):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.color(QPalette.ColorRole.Mid))
                painter.drawRoundedRect(plate, 5, 5)
            if self.hasFocus():
                paint_focus_ring(painter, plate, palette, radius=5)
            role = QPalette.ColorRole.PlaceholderText if self.isEnabled() else QPalette.ColorRole.Mid
            paint_glyph(painter, self._glyph, QPointF(SIDE / 2, SIDE / 2), palette.color(role))
