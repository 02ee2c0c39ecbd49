"""Keys: what a key means in the network drawing, as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from nnviz.views.network.hands.hands import Hands
from nnviz.views.network.layout import Layout
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.stage import Stage
from nnviz.views.network.walk import beside, first_unit, next_edge

if TYPE_CHECKING:
    from nnviz.views.network.pane import NetworkPane

NUMERIC = "0123456789.-+−"
"""A number begins with one of these."""
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""Keys with one of these belong to the window."""


@dataclass(frozen=True)
class Command:
    """What is to be done; `text` says which way, or what was typed."""

    name: str
    text: str = ""


KEYS: dict[Qt.Key, Command] = {
    Qt.Key.Key_Left: Command("move", "left"),
    Qt.Key.Key_Right: Command("move", "right"),
    Qt.Key.Key_Up: Command("move", "up"),
    Qt.Key.Key_Down: Command("move", "down"),
    Qt.Key.Key_Return: Command("select"),
    Qt.Key.Key_Enter: Command("select"),
    Qt.Key.Key_Space: Command("select"),
    Qt.Key.Key_Escape: Command("leave"),
    Qt.Key.Key_PageUp: Command("nudge", "up"),
    Qt.Key.Key_PageDown: Command("nudge", "down"),
    Qt.Key.Key_B: Command("bias"),
    Qt.Key.Key_F2: Command("edit"),
    Qt.Key.Key_Menu: Command("menu"),
}
TEXTS = {"[": Command("walk", "back"), "]": Command("walk", "on")}
"""Signs that lie on different keys in different countries."""


class Keyboard:
    """Carries out what keys ask of its pane, which is given to every call: a pane must not hold itself alive."""

    def __init__(self, stage: Stage, hands: Hands) -> None:
        self._stage, self._hands = stage, hands

    def wants(self, pane: NetworkPane, event: QKeyEvent) -> bool:
        """True for a key that a shortcut of the window must not take away: something is focused or selected."""
        return (pane.focused is not None or self._hands.selected is not None) and command_of(event) is not None

    def press(self, pane: NetworkPane, event: QKeyEvent) -> bool:
        """A key went down; False if it means nothing here and now."""
        command, scene = command_of(event), self._stage.scene
        if command is None or scene is None:
            return False
        if command.name == "nudge":
            return self._nudge(command.text, event)
        handlers: dict[str, Callable[[NetworkPane, str, Layout], bool]] = {
            "move": self._move,
            "select": self._select,
            "leave": self._leave,
            "walk": self._walk,
            "bias": self._bias,
            "edit": self._edit,
            "type": self._type,
            "menu": self._menu,
        }
        return handlers[command.name](pane, command.text, scene.layout)

    def release(self, event: QKeyEvent) -> None:
        """A key went up; a held one only seems to."""
        if not event.isAutoRepeat() and self._hands.drag is not None:
            self._hands.let_go()

    def _here(self, pane: NetworkPane) -> UnitRef | None:
        """The unit that keys start from."""
        edge = self._hands.edge
        return pane.focused or (edge.target if edge else pane.selected)

    def _move(self, pane: NetworkPane, way: str, layout: Layout) -> bool:
        here = self._here(pane)
        pane.focus_unit(beside(layout, here, way) if here else first_unit(layout))
        return True

    def _select(self, pane: NetworkPane, _: str, layout: Layout) -> bool:
        if self._hands.edge:
            self._hands.edit()
        elif pane.focused:
            pane.select(pane.focused)
        else:
            return False
        return True

    def _leave(self, pane: NetworkPane, _: str, layout: Layout) -> bool:
        """An edge first, then the unit."""
        if self._hands.edge:
            pane.select(None)
            return True
        return pane.lose_focus()

    def _walk(self, pane: NetworkPane, way: str, layout: Layout) -> bool:
        here = self._here(pane)
        if here is not None:
            pane.select(next_edge(layout, here, self._hands.edge, 1 if way == "on" else -1))
        return here is not None

    def _bias(self, pane: NetworkPane, _: str, layout: Layout) -> bool:
        here = self._here(pane)
        if here is None or here.layer == 0:
            return False
        pane.select(here)
        self._hands.edit()
        return True

    def _edit(self, pane: NetworkPane, _: str, layout: Layout) -> bool:
        self._hands.edit()
        return self._hands.selected is not None

    def _type(self, pane: NetworkPane, typed: str, layout: Layout) -> bool:
        if self._hands.edge is not None:
            self._hands.edit(typed)
        return self._hands.edge is not None

    def _nudge(self, way: str, event: QKeyEvent) -> bool:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._hands.nudge(1 if way == "up" else -1, fine, event.isAutoRepeat())
        return self._hands.selected is not None

    def _menu(self, pane: NetworkPane, _: str, layout: Layout) -> bool:
        pane.open_menu()
        return True


def command_of(event: QKeyEvent) -> Command | None:
    """What a pressed key asks for; None where it is none of the drawing's keys."""
    if event.modifiers() & COMMANDS:
        return None
    if event.key() == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return Command("menu")
    known = KEYS.get(Qt.Key(event.key())) or TEXTS.get(event.text())
    if known is None and event.text() and event.text() in NUMERIC:
        return Command("type", event.text())
    return known
