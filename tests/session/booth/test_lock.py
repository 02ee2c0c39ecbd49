"""The way out: PIN, wait, and the corner that is held."""

from __future__ import annotations

import pytest

from nnviz.session.booth.lock import ASKING, OPEN, SHUT, WAITING, Lock, is_pin, new_pin


@pytest.fixture
def lock() -> Lock:
    return Lock("2468")


def enter(lock: Lock, pin: str) -> None:
    for digit in pin:
        lock.press(digit)
    lock.enter()


def test_the_pin_opens(lock: Lock) -> None:
    lock.ask()
    enter(lock, "2468")
    assert lock.state == OPEN


def test_nothing_opens_a_pad_that_is_not_shown(lock: Lock) -> None:
    enter(lock, "2468")
    assert lock.state == SHUT
    assert lock.typed == ""


def test_a_wrong_pin_is_said_and_may_be_typed_again(lock: Lock) -> None:
    lock.ask()
    enter(lock, "2460")
    assert (lock.state, lock.wrong, lock.typed) == (ASKING, True, "")
    enter(lock, "2468")
    assert lock.state == OPEN


def test_a_digit_may_be_taken_back(lock: Lock) -> None:
    lock.ask()
    for digit in "2469":
        lock.press(digit)
    lock.take_back()
    lock.press("8")
    lock.enter()
    assert lock.state == OPEN


def test_three_wrong_pins_are_a_wait_that_going_away_does_not_shorten(lock: Lock) -> None:
    lock.ask()
    for _ in range(3):
        enter(lock, "0000")
    assert (lock.state, lock.wait) == (WAITING, 30)
    enter(lock, "2468")
    assert lock.state == WAITING
    lock.close()
    lock.advance(10)
    lock.ask()
    assert (lock.state, lock.wait) == (WAITING, 20)
    lock.advance(19)
    lock.take_back()
    assert (lock.state, lock.wait) == (WAITING, 1)
    lock.advance(1)
    assert (lock.state, lock.wait) == (ASKING, 0)
    enter(lock, "2468")
    assert lock.state == OPEN


def test_a_forgotten_pad_goes_away(lock: Lock) -> None:
    lock.ask()
    lock.press("2")
    lock.advance(19)
    lock.press("4")
    lock.advance(19)
    assert lock.typed == "24"
    lock.advance(2)
    assert (lock.state, lock.typed) == (SHUT, "")


def test_the_corner_must_be_held(lock: Lock) -> None:
    lock.hold(True)
    lock.advance(2.9)
    lock.hold(False)
    lock.advance(5)
    assert lock.state == SHUT
    lock.hold(True)
    lock.advance(3.1)
    assert lock.state == ASKING


def test_no_more_digits_than_a_pin_has(lock: Lock) -> None:
    lock.ask()
    for _ in range(50):
        lock.press("1")
    assert len(lock.typed) == 8


@pytest.mark.parametrize(
    ("text", "good"), [("1234", True), ("12345678", True), ("123", False), ("123456789", False), ("12a4", False)]
)
def test_what_a_pin_is(text: str, good: bool) -> None:
    assert is_pin(text) == good
    assert is_pin(new_pin())
