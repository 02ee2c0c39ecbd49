"""What keys mean, which screen is whose, and the stopwatch: nothing of a window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent

from nnviz.views.presenter.cover import BLACK, FROZEN, WHITE
from nnviz.views.presenter.keys import BACK, LEAVE, LIFT, NEXT, REPLAY, meaning
from nnviz.views.presenter.screens import audience_screen, notes_place, other_screen, screen_of
from nnviz.views.presenter.stopwatch import Stopwatch, in_words

NONE, CTRL, KEYPAD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class Wall:
    """A screen."""

    def __init__(self, x: int, width: int = 1920) -> None:
        self.place = QRect(x, 0, width, 1080)

    def geometry(self) -> QRect:
        return self.place

    def availableGeometry(self) -> QRect:
        return self.place.adjusted(0, 30, 0, 0)


def key(name: str, held: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key[f"Key_{name}"], held)


@pytest.mark.parametrize(
    ("name", "cover", "typing", "command"),
    [
        ("PageDown", "", False, NEXT),
        ("PageUp", "", True, BACK),
        ("Period", "", False, REPLAY),
        ("Period", "", True, ""),
        ("B", "", False, BLACK),
        ("W", "", True, ""),
        ("Escape", "", False, LEAVE),
        ("A", "", False, ""),
        ("A", BLACK, True, LIFT),
        ("PageDown", WHITE, False, LIFT),
        ("Shift", BLACK, False, ""),
        ("PageDown", FROZEN, False, NEXT),
        ("Space", FROZEN, True, LIFT),
        ("Escape", FROZEN, False, LIFT),
        ("Space", "", False, ""),
    ],
)
def test_what_a_key_means(name: str, cover: str, typing: bool, command: str) -> None:
    assert meaning(key(name), cover, typing) == command


def test_held_keys_make_it_a_shortcut_of_somebody_else() -> None:
    assert meaning(key("B", CTRL), "", False) == ""
    assert meaning(key("PageDown", KEYPAD), "", False) == NEXT


def test_the_first_screen_is_the_lecturers() -> None:
    own, wall, mirror = Wall(0), Wall(1920, 1280), Wall(0)
    here, there = QRect(100, 100, 800, 600), QRect(1800, 100, 800, 600)
    assert screen_of([own, wall], there) is wall
    assert audience_screen([own, wall], here) is wall
    assert audience_screen([own, wall], there) is wall
    assert audience_screen([own, mirror], here) is own
    assert other_screen([own, mirror], own) is None
    assert notes_place([own, wall], wall) == QRect(0, 30, 1920, 1050)
    assert notes_place([own], own) == QRect(1056, 30, 864, 1050)
    assert notes_place([own], own, least=1000) == QRect(920, 30, 1000, 1050)


def test_a_stopwatch_holds_and_goes_back() -> None:
    time = [100.0]
    watch = Stopwatch(lambda: time[0])
    assert (watch.running, watch.seconds) == (False, 0)
    watch.start()
    time[0] += 65
    watch.start()
    assert watch.seconds == 65
    watch.hold()
    time[0] += 10
    assert (watch.running, watch.seconds) == (False, 65)
    watch.start()
    time[0] += 1
    assert watch.seconds == 66
    watch.reset()
    assert (watch.running, watch.seconds) == (True, 0)


def test_time_in_words() -> None:
    assert [in_words(seconds) for seconds in (0, 65.9, 3723)] == ["00:00", "01:05", "1:02:03"]
