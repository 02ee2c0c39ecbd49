"""Keys: what the keys of a presenter's remote, and those beside them, mean while something is presented."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from nnviz.views.presenter.cover import BLACK, FROZEN, WHITE

NEXT, BACK, REPLAY, LEAVE, LIFT = "next", "back", "replay", "leave", "lift"
KEYS = {
    Qt.Key.Key_PageDown: NEXT,
    Qt.Key.Key_PageUp: BACK,
    Qt.Key.Key_Period: REPLAY,
    Qt.Key.Key_B: BLACK,
    Qt.Key.Key_W: WHITE,
    Qt.Key.Key_Escape: LEAVE,
}
WRITTEN = (REPLAY, BLACK, WHITE, LEAVE)
"""What a text that is being typed needs itself."""
LIFTS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
"""Keys that end a frozen picture; all others reach what lies beneath."""
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


def meaning(event: QKeyEvent, cover: str, typing: bool) -> str:
    """The command of a key, "" where it is none of ours.

    cover   what lies over the window: "", FROZEN, BLACK or WHITE;  typing: a text field has the keyboard
    """
    key = Qt.Key(event.key())
    if cover in (BLACK, WHITE):
        return "" if key in MODIFIERS else LIFT
    if cover == FROZEN and key in LIFTS:
        return LIFT
    command = KEYS.get(key, "")
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return "" if held or (typing and command in WRITTEN) else command


def is_typing() -> bool:
    """True where the widget with the keyboard takes writing."""
    widget = QApplication.focusWidget()
    return widget is not None and widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
