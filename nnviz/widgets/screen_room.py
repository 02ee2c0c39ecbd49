"""Screen room: how large a window may open. Left to itself Qt gives it no more than two thirds of the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = 48
"""Pixels that a title bar and borders take."""


def on_screen(size: QSize, window: QWidget) -> QSize:
    """A size, no larger than what the screen of a window has room for."""
    return size.boundedTo(window.screen().availableSize() - QSize(FRAME, FRAME))
