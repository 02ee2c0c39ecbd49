"""TouchButton: a large button for fingers, several of which may be on the screen at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEventPoint, QPainter, QPaintEvent, QPen, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nnviz.board.tint import tint
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.booth.lettering import fitted_font

LETTERS, LARGE = 0.62, 0.9
"""Share of the height that the line of writing takes on a wide button and on a key."""
EDGE = 0.14
"""Empty edge left and right, in heights."""
Kind = QEvent.Type


class TouchButton(QAbstractButton):
    """Signals: clicked(bool). `role`: colour of the palette that fills it; "raised" for a quiet one.

    It takes touches itself: Qt makes a mouse of the first finger only, and that one may be drawing.
    """

    def __init__(
        self, name: str, theme: Theme, parent: QWidget, role: str = "raised", letters: float = LETTERS
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._letters = theme, role, letters
        self._finger: int | None = None
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme)

    def write(self, text: str) -> None:
        """What is on it."""
        self.setText(text)
        self.setAccessibleName(text)

    def _on_theme(self, _: object) -> None:
        self.update()

    # Qt

    def event(self, event: QEvent) -> bool:
        """Fingers."""
        if event.type() in (Kind.TouchBegin, Kind.TouchUpdate, Kind.TouchEnd) and isinstance(event, QTouchEvent):
            event.accept()
            self._touched(event)
            return True
        if event.type() == Kind.TouchCancel:
            self._finger = None
            self.setDown(False)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        """Down as long as the first finger is on it; lifted there, it is a click."""
        for point in event.points():
            if self._finger is None and point.state() == QEventPoint.State.Pressed:
                self._finger = point.id()
            if point.id() == self._finger:
                self._follow(point)

    def _follow(self, finger: QEventPoint) -> None:
        inside = self.rect().contains(finger.position().toPoint())
        lifted = finger.state() == QEventPoint.State.Released
        self.setDown(inside and not lifted)
        if lifted:
            self._finger = None
        if lifted and inside and self.isEnabled():
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A plate and the writing."""
        with painting(self, antialias=True) as painter:
            self._paint_plate(painter)
            edge = EDGE * self.height()
            area = QRectF(self.rect()).adjusted(edge, 0, -edge, 0)
            line = QRectF(area.x(), area.y(), area.width(), area.height() * self._letters)
            painter.setFont(fitted_font(self._theme, self.text(), line, bold=True))
            painter.setPen(self._theme.color(self._ink()))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _paint_plate(self, painter: QPainter) -> None:
        quiet = self._role == "raised"
        fill = tint(self._theme, "border" if quiet else "text", 1.0 if quiet else 0.2, below=self._role)
        painter.setBrush(fill if self.isDown() else self._theme.color(self._role))
        painter.setPen(QPen(self._theme.color("border" if quiet else self._role), 2))
        corner = min(22.0, self.height() * 0.2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "faint"
        return "text" if self._role == "raised" else "on_accent"
