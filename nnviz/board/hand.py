"""Hand: mouse, finger and pen events into one gesture of press, move and release."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QPointingDevice, QTabletEvent, QTouchEvent

Kind = QEvent.Type
BUTTONS = {Qt.MouseButton.LeftButton: False, Qt.MouseButton.RightButton: True}
"""Buttons of a mouse or pen that act, and whether they erase."""


class Surface(Protocol):
    """What a hand acts on."""

    def pen_down(self, at: QPointF, erase: bool) -> None: ...
    def pen_moved(self, at: QPointF) -> None: ...
    def pen_up(self) -> None: ...
    def pen_cancelled(self) -> None: ...


class Hand:
    """The one pointer that is down. Whatever else touches the surface meanwhile is of no account."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._button: Qt.MouseButton | None = None
        self._finger: int | None = None
        self._handlers: Mapping[QEvent.Type, Callable[[QEvent], None]] = {
            Kind.MouseButtonPress: self._mouse_down,
            Kind.MouseButtonDblClick: self._mouse_down,
            Kind.MouseMove: self._pointer_moved,
            Kind.MouseButtonRelease: self._button_up,
            Kind.TabletPress: self._pen_down,
            Kind.TabletMove: self._pointer_moved,
            Kind.TabletRelease: self._button_up,
            Kind.TouchBegin: self._touched,
            Kind.TouchUpdate: self._touched,
            Kind.TouchEnd: self._touched,
            Kind.TouchCancel: self._touch_cancelled,
        }

    @property
    def is_down(self) -> bool:
        """True between press and release."""
        return self._button is not None or self._finger is not None

    def take(self, event: QEvent) -> bool:
        """Handle an event of a pointer; False for any other.

        It is accepted, or Qt would make a second stroke of a pen's or finger's by sending mouse events.
        """
        handler = self._handlers.get(event.type())
        if handler is None:
            return False
        event.accept()
        handler(event)
        return True

    def let_go(self) -> None:
        """Forget what is down, after the surface ended the gesture itself."""
        self._button = self._finger = None

    def _mouse_down(self, event: QEvent) -> None:
        assert isinstance(event, QMouseEvent)
        if event.button() in BUTTONS and not self.is_down:
            self._button = event.button()
            self._surface.pen_down(event.position(), BUTTONS[event.button()])

    def _pen_down(self, event: QEvent) -> None:
        assert isinstance(event, QTabletEvent)
        if not self.is_down:
            other_end = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._button = event.button()
            self._surface.pen_down(event.position(), other_end or BUTTONS.get(event.button(), False))

    def _pointer_moved(self, event: QEvent) -> None:
        assert isinstance(event, QMouseEvent | QTabletEvent)
        if self._finger is None:
            self._surface.pen_moved(event.position())

    def _button_up(self, event: QEvent) -> None:
        assert isinstance(event, QMouseEvent | QTabletEvent)
        if self._button is not None and event.button() == self._button:
            self._button = None
            self._surface.pen_up()

    def _touched(self, event: QEvent) -> None:
        assert isinstance(event, QTouchEvent)
        for point in event.points():
            if not self.is_down and point.state() == QEventPoint.State.Pressed:
                self._finger = point.id()
                self._surface.pen_down(point.position(), False)
            elif point.id() == self._finger:
                self._follow(point)

    def _follow(self, finger: QEventPoint) -> None:
        self._surface.pen_moved(finger.position())
        if finger.state() == QEventPoint.State.Released:
            self._finger = None
            self._surface.pen_up()

    def _touch_cancelled(self, event: QEvent) -> None:
        if self._finger is not None:
            self._finger = None
            self._surface.pen_cancelled()
