"""PassesTrack: the slider over all beats, with the names of the chapters above its groove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from nnviz.session.script import Beat
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.passes.chapters import Axis, Chapter, axis_of, chapters_of
from nnviz.widgets.wheel_guard import WheelGuard

FINE = 100
"""Values of the slider to a beat."""
EDGE = 5.0
"""Pixels at both ends, half of the handle at the least."""
HANDLE = 4.0
"""Radius of the handle, which stays below the names."""
GROOVE = 4.0
PADDING = 10.0
"""Pixels of a chapter besides its name."""
SIZE = 0.82
TICK_ROOM = 5.0
"""Ticks closer than so many pixels are left out."""
TICK = (3.0, 5.0)
"""Where a tick begins and ends below the middle of the groove."""
PLAYED = 0.7
"""Share of the accent colour where the film has been."""


@dataclass(frozen=True)
class Mark:
    """A chapter on screen."""

    name: str
    left: float
    right: float


class PassesTrack(QSlider):
    """Press anywhere to go there, drag to scrub. Home, End: the ends; Page Up and Page Down: chapter by chapter.

    Its value is the position in beats times FINE; arrow keys and Space are left to the parent.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._script: Sequence[Beat] = ()
        self._chapters: tuple[Chapter, ...] = ()
        self._names: tuple[str, ...] = ()
        self._axis: tuple[float, Axis] | None = None
        self.setSingleStep(FINE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        WheelGuard(self)
        theme.changed.connect(self._on_theme)

    @property
    def position(self) -> float:
        """Where it stands, in beats."""
        return self.value() / FINE

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The chapters as they are drawn."""
        return tuple(
            Mark(name, self.axis.x_of(chapter.begin), self.axis.x_of(chapter.end))
            for name, chapter in zip(self._names, self._chapters, strict=True)
        )

    @property
    def axis(self) -> Axis:
        """Beats along the width."""
        if self._axis is None or self._axis[0] != self.width():
            metrics = self._metrics(True)
            least = [metrics.horizontalAdvance(name) + PADDING for name in self._names]
            axis = axis_of(self._script, self._chapters, least, EDGE, max(self.width() - 2 * EDGE, 1.0))
            self._axis = (self.width(), axis)
        return self._axis[1]

    @property
    def ticks(self) -> tuple[float, ...]:
        """Pixels of the boundaries between beats that are drawn; where they are too close, those between layers."""
        inner = [b for chapter in self._chapters for b in range(chapter.begin + 1, chapter.end)]
        layers = [b for b in inner if self._script[b].layer != self._script[b - 1].layer]
        for beats in (inner, layers):
            x = self.axis.x[beats]
            if len(x) < 2 or np.diff(x).min() >= TICK_ROOM:
                return tuple(map(float, x))
        return ()

    def set_script(self, script: Sequence[Beat], name_of: Callable[[str], str]) -> None:
        """Another film, and what its chapters are called."""
        self._script, self._chapters = script, chapters_of(script)
        self._names = tuple(name_of(chapter.name) for chapter in self._chapters)
        with QSignalBlocker(self):
            self.setRange(0, len(script) * FINE)
        self.updateGeometry()
        self._measure()

    def show_position(self, position: float) -> None:
        """Stand there, without a signal; a hand on the handle goes first."""
        if not self.isSliderDown():
            with QSignalBlocker(self):
                self.setValue(round(position * FINE))

    def chapter_start(self, direction: int) -> int:
        """First beat of the next chapter (1), of this one or the one before (−1)."""
        starts = [chapter.begin for chapter in self._chapters]
        if direction > 0:
            return next((start for start in starts if start > self.position), len(self._script))
        return max((start for start in starts if start < self.position), default=0)

    def _on_theme(self, _: object) -> None:
        self.updateGeometry()
        self._measure()

    def _measure(self) -> None:
        self._axis = None
        self.update()

    def _metrics(self, bold: bool) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(SIZE, bold=bold))

    def _seek(self, event: QMouseEvent) -> None:
        self.setSliderPosition(round(self.axis.position_at(event.position().x()) * FINE))

    # Qt

    def sizeHint(self) -> QSize:
        """As high as its writing and the handle below."""
        return QSize(320, ceil(self._metrics(True).height() + 2 * HANDLE))

    def minimumSizeHint(self) -> QSize:
        """Room for the names of the chapters."""
        names = sum(self._metrics(True).horizontalAdvance(name) + PADDING for name in self._names)
        return QSize(round(max(names + 2 * EDGE, 120)), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._seek(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def hideEvent(self, event: QHideEvent) -> None:
        # The passes may be closed under a hand that drags.
        self.setSliderDown(False)
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if key in pages:
            self.setValue(self.chapter_start(pages[Qt.Key(key)]) * FINE)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chapters, ticks, handle."""
        with painting(self, antialias=True) as painter:
            self._paint_chapters(painter)
            self._paint_handle(painter)

    @property
    def groove(self) -> QRectF:
        """The groove with all its chapters, below their names."""
        middle = self.height() - HANDLE - 1
        return QRectF(EDGE, middle - GROOVE / 2, self.width() - 2 * EDGE, GROOVE)

    @property
    def handle(self) -> QRectF:
        """The playhead."""
        middle = self.groove.center().y()
        return QRectF(self.axis.x_of(self.position) - HANDLE, middle - HANDLE, 2 * HANDLE, 2 * HANDLE)

    def _paint_chapters(self, painter: QPainter) -> None:
        groove, here = self.groove, self.axis.x_of(self.position)
        for mark, chapter in zip(self.marks, self._chapters, strict=True):
            box = QRectF(mark.left + 1, groove.top(), mark.right - mark.left - 2, GROOVE)
            self._fill(painter, box, here)
            inside = chapter.begin <= min(floor(self.position), len(self._script) - 1) < chapter.end
            painter.setFont(self._theme.font(SIZE, bold=inside))
            painter.setPen(self._theme.color("text" if inside else "muted"))
            name = QRectF(mark.left, 0, mark.right - mark.left, self.handle.top())
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, mark.name)
        painter.setPen(QPen(self._theme.color("faint"), 1))
        middle = groove.center().y()
        painter.drawLines([QLineF(x, middle + TICK[0], x, middle + TICK[1]) for x in self.ticks])

    def _fill(self, painter: QPainter, box: QRectF, here: float) -> None:
        """The groove of a chapter; what has been played is tinted up to the handle."""
        painter.setPen(Qt.PenStyle.NoPen)
        ground, accent = self._theme.color("border"), self._theme.color("accent")
        painter.setBrush(ground)
        painter.drawRoundedRect(box, GROOVE / 2, GROOVE / 2)
        if here > box.left():
            painter.save()
            painter.setClipRect(QRectF(box.left(), 0, here - box.left(), self.height()))
            painter.setBrush(_mixed(ground, accent, PLAYED))
            painter.drawRoundedRect(box, GROOVE / 2, GROOVE / 2)
            painter.restore()

    def _paint_handle(self, painter: QPainter) -> None:
        ring = "accent" if self.hasFocus() else "surface"
        painter.setPen(QPen(self._theme.color(ring), 1.5))
        painter.setBrush(self._theme.color("text"))
        painter.drawEllipse(self.handle)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of the way from one colour to the other."""
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]  # stubs say object
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
