"""StepDots: how far a lesson has come, a dot for each step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

RADIUS, PITCH = 4.0, 15.0
"""In pixels at the ordinary size of writing; the pitch is less where there is no room."""


class StepDots(QWidget):
    """Dots in a row: done, in front (larger), to come (hollow)."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lecture_dots")
        self._theme = theme
        self.steps, self.step = 0, 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_step(self, step: int, steps: int) -> None:
        """Step number `step`, from 0, of so many."""
        self.step, self.steps = step, steps
        self.setAccessibleName(self.tr("Step {step} of {steps}").format(step=step + 1, steps=steps))
        self.update()

    def centers(self) -> list[QPointF]:
        """The middle of every dot."""
        radius = RADIUS * self._theme.scale
        room = (self.width() - 2 * radius - 4) / max(self.steps - 1, 1)
        pitch = min(PITCH * self._theme.scale, room)
        return [QPointF(radius + 2 + k * pitch, self.height() / 2) for k in range(self.steps)]

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(120, round(4 * RADIUS * self._theme.scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            for number, center in enumerate(self.centers()):
                self._paint(painter, number, center)

    def _paint(self, painter: QPainter, number: int, center: QPointF) -> None:
        theme, radius = self._theme, RADIUS * self._theme.scale
        painter.setPen(theme.color("accent" if number <= self.step else "faint"))
        painter.setBrush(theme.color("accent") if number <= self.step else Qt.BrushStyle.NoBrush)
        radius *= 1.25 if number == self.step else 0.75
        painter.drawEllipse(center, radius, radius)
