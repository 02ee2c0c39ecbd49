"""Overlays: what lies over a whole window, kept above all else in it, and a picture of what lies beneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QCursor, QPalette, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from nnviz.session.clock import FrameClock
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.presenter.cover import Cover
from nnviz.views.presenter.laser import Laser
from nnviz.views.presenter.spot import Spot


class Overlays(QObject):
    """Cover, spotlight and laser, from back to front. What is off costs nothing."""

    def __init__(self, theme: Theme, clock: FrameClock, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.cover, self.spot = Cover(theme, window), Spot(theme, window)
        self.laser = Laser(theme, clock, window)
        self._all: tuple[QWidget, ...] = (self.cover, self.spot, self.laser)
        clock.slow.connect(self._stay_above)
        window.installEventFilter(self)

    @property
    def are_on(self) -> bool:
        """True where any of them is."""
        return bool(self.cover.kind) or self.spot.isVisible() or self.laser.is_on

    def freeze(self) -> None:
        """Let the picture of the window stand still."""
        self.cover.lift()
        self.cover.freeze(self.picture())
        # One can point at a picture that stands still; over an empty screen there is nothing.
        self.spot.raise_()
        self.laser.raise_()

    def turn_spot(self, on: bool) -> None:
        """The spotlight, on or off."""
        self.spot.turn(on, self._mouse())
        self._stay_above()

    def turn_laser(self, on: bool) -> None:
        """The laser, on or off."""
        self.laser.turn(on, self._mouse())

    def move_to(self, place: QPoint) -> None:
        """The mouse is somewhere else in the window."""
        self.laser.move_to(place)
        if self.spot.isVisible():
            self.spot.move_to(place)

    def word(self) -> None:
        """In the language that is now in use."""
        for overlay in (self.cover, self.spot, self.laser):
            overlay.word()

    def _mouse(self) -> QPoint:
        return self._window.mapFromGlobal(QCursor.pos())

    def picture(self) -> QPixmap:
        """The window without what lies over it."""
        window, ratio = self._window, self._window.devicePixelRatioF()
        picture = QPixmap(window.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(window.palette().color(QPalette.ColorRole.Window))
        with painting(picture) as painter:
            window.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
            for part in self._parts():
                if part.isVisible() and not _is_ours(part):
                    part.render(painter, part.pos(), QRegion(), QWidget.RenderFlag.DrawChildren)
        return picture

    def _stay_above(self) -> None:
        """Docks and the frame of a lesson raise themselves: they go beneath again. (Raising these instead would paint
        the whole window anew.)"""
        if not any(overlay.isVisible() for overlay in self._all):
            return
        parts = self._parts()
        lowest = min(parts.index(overlay) for overlay in self._all if overlay.isVisible())
        for part in parts[lowest + 1 :]:
            if not _is_ours(part):
                part.stackUnder(parts[lowest])

    def _parts(self) -> list[QWidget]:
        """What lies in the window, from back to front."""
        return [part for part in self._window.children() if isinstance(part, QWidget) and not part.isWindow()]

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            for overlay in (self.cover, self.spot):
                overlay.setGeometry(self._window.rect())
        return False


def _is_ours(part: QWidget) -> bool:
    return part.objectName().startswith("presenter_")
