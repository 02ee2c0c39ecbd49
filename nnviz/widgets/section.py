"""Section: a titled part of a pane that can be folded away."""

from __future__ import annotations

from PySide6.QtCore import Property, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from nnviz.theme.painting import painting
from nnviz.widgets.focus import paint_focus_ring
from nnviz.widgets.glyphs import paint_glyph

GAP = 8


class SectionHeader(QAbstractButton):
    """Title with a chevron; checked means unfolded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its writing and a gap above and below."""
        return QSize(120, self.fontMetrics().height() + 2 * GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chevron and title, a ring while it has the focus."""
        with painting(self, antialias=True) as painter:
            palette = self.palette()
            if self.hasFocus():
                paint_focus_ring(painter, QRectF(self.rect()).adjusted(1, 3, -1, -3), palette)
            role = QPalette.ColorRole.Text if self.underMouse() else QPalette.ColorRole.PlaceholderText
            glyph = "down" if self.isChecked() else "right"
            paint_glyph(painter, glyph, QPointF(GAP + 4, self.height() / 2), palette.color(role))
            self._paint_title(painter)

    def _paint_title(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        left = 3 * GAP
        painter.drawText(self.rect().adjusted(left, 0, -GAP, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class Section(QWidget):
    """Header and body. The property `expanded` says whether it is unfolded; settings may save and restore it.

    Signals: expanded_changed(bool).
    """

    expanded_changed = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.header = SectionHeader(self)
        self.header.setObjectName(f"{name}_header")
        self.body = QWidget(self)
        self.content = QVBoxLayout(self.body)
        self.content.setContentsMargins(GAP, 0, GAP, GAP + GAP // 2)
        self.content.setSpacing(GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.body)
        self.header.toggled.connect(self._toggled)

    def set_title(self, title: str) -> None:
        """The writing of the header, which is its accessible name too."""
        self.header.setText(title)
        self.header.setAccessibleName(title)
        self.header.setToolTip(self.tr("Show what belongs to it, or hide it"))

    def is_expanded(self) -> bool:
        """True while the body is unfolded."""
        return self.header.isChecked()

    def set_expanded(self, expanded: bool) -> None:
        """Fold or unfold the body."""
        self.header.setChecked(expanded)

    def _toggled(self, expanded: bool) -> None:
        self.body.setVisible(expanded)
        self.expanded_changed.emit(expanded)

    expanded = Property(bool, is_expanded, set_expanded, notify=expanded_changed)
