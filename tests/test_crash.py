"""A window that is killed while it trains: a small sample of `make crash`."""

from __future__ import annotations

from benchmarks.crash import kills


def test_a_killed_window_is_offered_its_state_again() -> None:
    (kill,) = kills(1, seed=3, last=0.8)
    assert kill.offered
    assert kill.passes
    assert kill.age < 5
