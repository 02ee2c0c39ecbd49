"""Spotlight: a calm frame around the widget that a step of a lesson is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.session.session import Session
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

WIDTH, GLOW, RADIUS = 2.0, 4.0, 9.0
"""Of the line, of the light around it, and of the corners, in pixels."""
GLOW_ALPHA = 70


class Spotlight(QWidget):
    """Lies over the window, but only where its frame is; the mouse goes through it."""

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("lecture_spotlight")
        self._session, self._theme, self._window = session, theme, window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        session.lecture.changed.connect(self._follow)
        session.clock.slow.connect(self._follow)
        theme.changed.connect(self._dress)

    @property
    def target(self) -> QWidget | None:
        """The widget to look at; None where there is none, or where it cannot be seen."""
        step = self._session.lecture.state.step
        if step is None or not step.focus:
            return None
        found = self._window.findChildren(QWidget, step.focus)
        return next((widget for widget in found if widget.isVisible() and not self._place(widget).isEmpty()), None)

    def _follow(self) -> None:
        """Widgets move when a dock is dragged or a page is opened: where is it now?"""
        target = self.target
        if target is None:
            self.hide()
            return
        self.setGeometry(self._place(target))
        if self.isHidden():
            self.show()
        self.raise_()

    def _place(self, widget: QWidget) -> QRect:
        """What can be seen of a widget, in the window: it may be scrolled away. (Its visible region leaves out what
        its children cover.)"""
        place = QRect(QPoint(0, 0), widget.size())
        part: QWidget | None = widget
        while part is not None and part is not self._window:
            place.translate(part.pos())
            part = part.parentWidget()
            place &= part.rect() if part else QRect()
        return place

    def _dress(self) -> None:
        """A ring: what lies inside is repainted without this."""
        edge = round(self._theme.width(WIDTH + GLOW) + RADIUS)
        self.setMask(QRegion(self.rect()) - QRegion(self.rect().adjusted(edge, edge, -edge, -edge)))
        self.update()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            color = self._theme.color("accent")
            light = QColor(color)
            light.setAlpha(GLOW_ALPHA)
            for shade, width in ((light, GLOW), (color, WIDTH)):
                pen = QPen(shade, self._theme.width(width))
                inset = pen.widthF() / 2
                painter.setPen(pen)
                frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
                painter.drawRoundedRect(frame, RADIUS, RADIUS)
