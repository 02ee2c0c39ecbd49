"""Desktop: what the user wishes of all programs, as far as Qt can tell: light or dark, and less motion."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from nnviz.theme.palettes import DARK, LIGHT


def wished_palette() -> str:
    """The name of the ordinary palette that goes with the desktop; dark where it does not say."""
    light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
    return LIGHT.name if light else DARK.name


def wishes_calm() -> bool:
    """True where the desktop asks for less motion.

    Qt passes it on from 6.12 (QAccessibilityHints::motionPreference: 0 for no preference). Before that only Windows'
    switch for effects is to be seen; other platforms always tell that there are none.
    """
    hints = getattr(QGuiApplication.styleHints(), "accessibility", lambda: None)()
    preference: Callable[[], Qt.ContrastPreference] | None = getattr(hints, "motionPreference", None)
    if preference is not None:
        return preference().value != 0
    windows = QGuiApplication.platformName() == "windows"
    return windows and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
