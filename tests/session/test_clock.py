"""The clock rests where nothing happens, and wakes at once."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from nnviz.session.clock import AWAKE_FRAMES, FRAME_MS, REST_FRAMES, FrameClock
from nnviz.session.intents import OpenPage
from nnviz.session.session import Session


def interval(clock: FrameClock) -> int:
    timer = clock.findChild(QTimer)
    assert timer is not None
    return timer.interval()


def fall_asleep(clock: FrameClock, qtbot: QtBot) -> None:
    clock._awake = 2
    with qtbot.waitSignals([clock.frame, clock.frame, clock.frame]):
        pass
    assert interval(clock) == FRAME_MS * REST_FRAMES


def test_it_rests_after_a_second_without_news_and_wakes(qapp: object, qtbot: QtBot) -> None:
    clock = FrameClock()
    clock.start()
    assert interval(clock) == FRAME_MS
    assert AWAKE_FRAMES * FRAME_MS >= 900
    fall_asleep(clock, qtbot)
    clock.wake()
    assert interval(clock) == FRAME_MS
    clock.stop()


def test_at_rest_slow_and_text_come_as_often_as_awake(qapp: object, qtbot: QtBot) -> None:
    clock, seen = FrameClock(), []
    clock.frame.connect(lambda: seen.append("frame"))
    clock.slow.connect(lambda: seen.append("slow"))
    clock._awake = 0
    for _ in range(20):
        clock._beat()
    assert seen.count("frame") == 20
    assert seen.count("slow") == 20 * REST_FRAMES // 6


def test_an_intent_wakes_the_clock(session: Session, qtbot: QtBot) -> None:
    session.clock.start()
    fall_asleep(session.clock, qtbot)
    session.do(OpenPage("digits"))
    assert interval(session.clock) == FRAME_MS


def test_a_stopped_clock_does_not_start_by_waking(qapp: object) -> None:
    clock = FrameClock()
    clock._awake = 0
    clock.wake()
    timer = clock.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()
