"""How soon a scene is built anew."""

from __future__ import annotations

from nnviz.session.booth.restarts import SLOWEST, Restarts


def pause(restarts: Restarts) -> float:
    """Seconds from an error to the new scene."""
    restarts.fail()
    seconds = 0.0
    while not restarts.advance(0.5 if seconds else 0.0):
        seconds += 0.5
    restarts.done()
    return seconds


def test_a_rare_error_is_answered_at_once() -> None:
    restarts = Restarts()
    for _ in range(20):
        assert pause(restarts) == 0
        restarts.advance(30)
    assert restarts.count == 20


def test_errors_that_pile_up_slow_it_down_but_never_stop_it() -> None:
    restarts = Restarts()
    pauses = [pause(restarts) for _ in range(8)]
    assert pauses[:3] == [0, 0, 0]
    assert pauses[3:6] == [2, 4, 8]
    assert max(pauses) <= SLOWEST


def test_errors_before_the_restart_are_one() -> None:
    restarts = Restarts()
    for _ in range(100):
        restarts.fail()
    assert not restarts.is_calm
    assert restarts.advance(0)
    restarts.done()
    assert not restarts.advance(100)
    assert restarts.count == 100
