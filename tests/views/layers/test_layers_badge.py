"""The badge: asks for a check, grades it, and knows when it is no longer true."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.engine.gradcheck import GradientCheck
from nnviz.engine.refusal import Refusal
from nnviz.session.intents import CheckGradient
from tests.views.layers.layers_stand_in import SMALL, Show


def check(largest: float = 3.1e-9, checked: int = 200, skipped: int = 0) -> GradientCheck:
    return GradientCheck(largest, 7, checked, skipped, 410_442, 120e-6, 410_442 * 0.06e-6)


def test_the_button_asks_for_a_check(show: Show) -> None:
    session, pane = show()
    QTest.mouseClick(pane.badge.button, Qt.MouseButton.LeftButton)
    assert session.done == [CheckGradient()]
    assert pane.badge.sentence == "Checking …"
    session.clock.tick()
    assert pane.badge.sentence == "Checking …"


@pytest.mark.parametrize(
    ("largest", "sign", "color"),
    [(3.1e-9, "✓", "success"), (2e-4, "?", "warning"), (0.3, "✗", None), (math.nan, "?", "warning")],
)
def test_the_result_is_graded_by_its_size(show: Show, largest: float, sign: str, color: str | None) -> None:
    session, pane = show()
    session.answer(check(largest, checked=0 if math.isnan(largest) else 200))
    palette = pane.badge._theme.palette
    assert pane.badge.sign.text() == sign
    assert (getattr(palette, color) if color else palette.classes[7]) in pane.badge.sign.styleSheet()


def test_number_and_sentence_are_the_check(show: Show) -> None:
    session, pane = show()
    session.answer(check())
    assert pane.badge.number.text() == "3.1×10⁻⁹"
    assert pane.badge.number.accessibleName() == "largest relative difference: 3.1e-09"
    assert pane.badge.sentence == "largest relative difference, 200 of 410,442 parameters"
    session.answer(check(checked=180, skipped=20))
    assert "180 of 410,442 parameters (20 at corners left out)" in pane.badge.sentence
    session.answer(check(math.nan, checked=0, skipped=200))
    assert "all 200 parameters drawn cross a corner" in pane.badge.sentence


def test_the_tip_has_the_time_of_both_ways_and_their_ratio(show: Show) -> None:
    session, pane = show()
    session.answer(check())
    tip = pane.badge.number.toolTip()
    assert "Central differences: 120 µs" in tip
    assert "Back-propagation: 0.06 µs" in tip
    assert "That is 2000 times as fast" in tip


def test_other_weights_make_it_untrue(show: Show) -> None:
    session, pane = show()
    session.answer(check())
    session.gradient_check = None
    session.clock.tick()
    assert pane.badge.check is None
    assert not pane.badge.number.isVisible()
    assert pane.badge.button.text() == "Check again"
    assert "weights have changed" in pane.badge.sentence
    assert "3.1×10⁻⁹" in pane.badge.sentence
    session.change(SMALL)
    assert pane.badge.button.text() == "Check again"


def test_a_refusal_is_told_in_place(show: Show) -> None:
    session, pane = show()
    session.refusal = Refusal("no_data_yet")
    QTest.mouseClick(pane.badge.button, Qt.MouseButton.LeftButton)
    assert "loaded" in pane.badge.refusal.text()
    assert pane.badge.refusal.isVisible()


def test_a_failure_ends_the_waiting(show: Show) -> None:
    session, pane = show()
    QTest.mouseClick(pane.badge.button, Qt.MouseButton.LeftButton)
    session.failed.emit(ValueError("x"))
    assert pane.badge.button.text() == "Check gradient"
    assert "Checking" not in pane.badge.sentence
