"""Mouse: what the pointer does to a pane: points, clicks, pans, zooms, drags a knob."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from nnviz.views.network.hands.hands import Hands
from nnviz.views.network.hands.overlay import Overlay
from nnviz.views.network.hands.pick import bias_under, handle_at
from nnviz.views.network.hands.shape_buttons import edit_of
from nnviz.views.network.refs import EdgeRef, Handle
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.stage import Stage

if TYPE_CHECKING:
    from nnviz.views.network.pane import NetworkPane

WHEEL = 1.0015
"""Zoom for one unit of the wheel, an eighth of a degree."""
CLICK = 4.0
"""A press that moves fewer pixels than this is a click, not a drag."""
LEFT = Qt.MouseButton.LeftButton


class Mouse:
    """Carries out what the mouse asks of its pane, which is given to every call: a pane must not hold itself alive."""

    def __init__(self, stage: Stage, hands: Hands, overlay: Overlay) -> None:
        self._stage, self._hands, self._overlay = stage, hands, overlay
        self._pressed: QPointF | None = None
        self._dragged = False

    def point(self, pane: NetworkPane, at: QPointF) -> None:
        """The pointer is over this point, and sets off what lies there."""
        self._overlay.point(at, pane.scene, pane.width())
        grips = self._overlay.under is None and self._hands.holds(at)
        handle = None if grips or self._overlay.under else self.under(pane, at)
        self._overlay.edge = handle if isinstance(handle, EdgeRef) else None
        pane.mark(pointed=handle if isinstance(handle, UnitRef) else None)
        pane.setCursor(Qt.CursorShape.SizeVerCursor if grips else Qt.CursorShape.ArrowCursor)
        pane.update()

    def leave(self, pane: NetworkPane) -> None:
        """The pointer is elsewhere."""
        self._overlay.leave()
        pane.mark(pointed=None)
        pane.update()

    def under(self, pane: NetworkPane, at: QPointF) -> Handle | None:
        """The unit or edge under a point."""
        return handle_at(self._stage, pane.scene, at, pane.focused)

    def wheel(self, pane: NetworkPane, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        at = event.position()
        pane.look(pane.view.zoomed(WHEEL ** event.angleDelta().y(), at.x(), at.y()))
        event.accept()

    def press(self, pane: NetworkPane, event: QMouseEvent) -> None:
        """The begin of a click, or of a drag of the knob or of the whole picture."""
        if event.button() != LEFT:
            return
        at = event.position()
        self._pressed, self._dragged = at, False
        if self._overlay.under is None and self._hands.holds(at):
            self._hands.take(at)

    def move(self, pane: NetworkPane, event: QMouseEvent) -> None:
        """Point, or drag what was pressed."""
        at = event.position()
        if self._pressed is None:
            self.point(pane, at)
        elif self._hands.drag is not None:
            self._hands.pull(at, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif self._dragged or (at - self._pressed).manhattanLength() >= CLICK:
            way = at - self._pressed
            self._dragged, self._pressed = True, at
            self.leave(pane)
            pane.look(pane.view.moved(way.x(), way.y()))

    def release(self, pane: NetworkPane, event: QMouseEvent) -> None:
        """The end of a click or of a drag."""
        if event.button() != LEFT or self._pressed is None:
            return
        self._pressed = None
        if self._hands.drag is not None:
            self._hands.let_go()
        elif not self._dragged:
            self._click(pane, event.position())

    def double_click(self, pane: NetworkPane, event: QMouseEvent) -> None:
        """Type the number under the pointer; fit where there is none."""
        at = event.position()
        mark = bias_under(self._stage, pane.scene, at)
        if event.button() != LEFT:
            return
        if self._overlay.under is not None:
            # The second of two quick clicks is a click, too.
            self._click(pane, at)
        elif self._hands.holds(at):
            self._hands.edit()
        elif mark or self._overlay.edge:
            pane.select(mark or self._overlay.edge)
            self._hands.edit()
        elif pane.pointed is None:
            pane.fit()

    def _click(self, pane: NetworkPane, at: QPointF) -> None:
        """A button of the caption band, else select what lies there."""
        self.point(pane, at)
        button = self._overlay.under
        if button is None:
            pane.mark(focused=pane.pointed)
            pane.select(pane.pointed or self._overlay.edge)
        elif button.enabled:
            self._hands.do(edit_of(button, pane.scene.experiment))
