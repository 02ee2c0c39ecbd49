"""Screens: which one the audience sees, and where the lecturer's window goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

SHARE = 0.45
"""Of the width of the only screen that the lecturer's window takes."""


class Screen(Protocol):
    """What is asked of a QScreen."""

    def geometry(self) -> QRect:
        """Where it lies on the desktop."""

    def availableGeometry(self) -> QRect:
        """The same without the desktop's bars."""


def screen_of(screens: Sequence[Screen], place: QRect) -> Screen:
    """The one that holds most of a window."""
    return max(screens, key=lambda screen: _shared(screen.geometry(), place))


def other_screen(screens: Sequence[Screen], screen: Screen) -> Screen | None:
    """The first that shows something else; None where there is none, or where all show the same."""
    return next((other for other in screens if not other.geometry().intersects(screen.geometry())), None)


def audience_screen(screens: Sequence[Screen], place: QRect) -> Screen:
    """Where a window is presented: on its screen, unless that is the first one, the lecturer's own, and there is
    another: what is meant for the lecturer shall not be thrown on the wall."""
    here = screen_of(screens, place)
    return here if here is not screens[0] else other_screen(screens, here) or here


def notes_place(screens: Sequence[Screen], audience: Screen, least: int = 0) -> QRect:
    """Room for the lecturer's window: all of another screen; else the right part of the only one, at least so wide."""
    other = other_screen(screens, audience)
    room = (other or audience).availableGeometry()
    width = max(round(room.width() * SHARE), least)
    return room if other else room.adjusted(room.width() - width, 0, 0, 0)


def move_to(window: QWidget, screen: Screen) -> None:
    """A window that fills its screen fills another."""
    states = window.windowState()
    handle = window.windowHandle()
    # Where windows may not place themselves, this is what counts.
    if handle is not None and isinstance(screen, QScreen):
        handle.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.setWindowState(states)


def _shared(one: QRect, other: QRect) -> int:
    both = one & other
    return both.width() * both.height()
