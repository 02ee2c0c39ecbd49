"""The metronome: whole ticks, from real time or by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from nnviz.session.clock import FrameClock
from nnviz.session.intents import Run
from nnviz.session.metronome import LONGEST_FRAME, TICK, Metronome
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from tests.conftest import InkJudge


class Elapsed:
    """A QElapsedTimer that says what it is told to."""

    def __init__(self) -> None:
        self.milliseconds = 0

    def start(self) -> None:
        """Begin."""

    def restart(self) -> int:
        """Milliseconds since the last time."""
        return self.milliseconds


@pytest.fixture
def metronome(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Metronome:
    monkeypatch.setattr("nnviz.session.metronome.QElapsedTimer", Elapsed)
    clock = FrameClock()
    metronome = Metronome(clock)
    monkeypatch.setattr(metronome, "_clock", clock)
    return metronome


def frames(metronome: Metronome, milliseconds: int, count: int) -> int:
    """Ticks that so many frames of this length bring."""
    before = metronome.count
    metronome._elapsed.milliseconds = milliseconds  # type: ignore[attr-defined]
    for _ in range(count):
        metronome._on_frame()
    return metronome.count - before


def test_ticks_follow_real_time_whatever_the_frames(metronome: Metronome) -> None:
    metronome._clock.start()
    moved: list[float] = []
    metronome.drive(moved.append)
    assert [frames(metronome, ms, count) for ms, count in ((16, 125), (48, 125), (5, 200))] == [120, 360, 60]
    assert moved == [TICK] * 540
    assert frames(metronome, 60_000, 1) == pytest.approx(LONGEST_FRAME / TICK, abs=1)
    metronome._clock.stop()


def test_rate_makes_more_ticks_or_none(metronome: Metronome) -> None:
    metronome._clock.start()
    metronome.rate = 4.0
    assert frames(metronome, 50, 20) == pytest.approx(240, abs=1)
    metronome.rate = 0.0
    assert frames(metronome, 50, 20) == 0
    metronome.rate = 1.0
    metronome.ticked.connect(lambda count: setattr(metronome, "rate", 0.0))
    assert frames(metronome, 100, 1) == 1
    metronome._clock.stop()


def test_a_clock_that_does_not_run_leaves_the_ticks_to_others(metronome: Metronome) -> None:
    order: list[object] = []
    metronome.drive(lambda seconds: order.append("one"))
    metronome.drive(lambda seconds: order.append("two"))
    metronome.ticked.connect(order.append)
    assert frames(metronome, 50, 10) == 0
    metronome.tick()
    assert order == ["one", "two", 1]


def test_examinations_keep_the_time_they_are_told(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    runner = InlineRunner()
    session = Session(runner, InkJudge(), page="playground")
    runner.keep_time(lambda: session.metronome.count * TICK)
    session.watch("diagnosis", runner, True)
    session.do(Run())
    looks: list[int] = []
    session.diagnosis_changed.connect(lambda _: looks.append(session.metronome.count))
    for _ in range(60):
        session.metronome.tick()
        session.iterate(2)
    assert 8 <= len(looks) <= 10
    assert {b - a for a, b in pairwise(looks)} == {6, 7}
    session.close()
