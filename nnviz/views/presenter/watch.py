"""Watch: hears keys and mouse of whole windows before any widget in them does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", QKeyEvent, QWheelEvent)
Take = Callable[[Kind], bool]


class Watch(QObject):
    """Listens at the native windows: there the mouse is heard without being pressed, whatever lies under it, and a key
    comes by before the widget that has the keyboard could keep it. Nothing is asked while nobody is watched.

    take_key    what to do with a pressed key; True where it was taken, and nobody else shall hear it
    owns_key    the same question before shortcuts are looked up; nothing is done yet
    take_wheel  what to do with the wheel

    Signals: moved(QPoint) mouse in the first window; left() it.
    """

    moved = Signal(object)
    left = Signal()

    def __init__(
        self, parent: QObject, owns_key: Take[QKeyEvent], take_key: Take[QKeyEvent], take_wheel: Take[QWheelEvent]
    ) -> None:
        super().__init__(parent)
        self._owns_key, self._take_key, self._take_wheel = owns_key, take_key, take_wheel
        self._windows: list[QWindow] = []

    @property
    def watched(self) -> tuple[QWindow, ...]:
        """The windows it listens to."""
        return tuple(self._windows)

    def watch(self, *widgets: QWidget) -> None:
        """Listen to the windows of these top-level widgets, and to no others."""
        for window in self._windows:
            window.removeEventFilter(self)
        handles = [widget.windowHandle() for widget in widgets]
        self._windows = [handle for handle in handles if handle is not None]
        for window in self._windows:
            window.installEventFilter(self)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return self._hear_key(event)
        if watched is not self._windows[0]:
            return False
        if isinstance(event, QWheelEvent):
            return self._take_wheel(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self.moved.emit(event.position().toPoint())
        elif event.type() == QEvent.Type.Leave:
            self.left.emit()
        return False

    def _hear_key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._owns_key(event):
            # Accepted, it is no shortcut of anything, and comes again as a key that is pressed.
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._take_key(event)
