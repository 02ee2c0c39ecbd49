"""The phases of a visit, with time passed by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.session.booth.tally import Tally
from nnviz.session.booth.visit import (
    ANSWER,
    ATTRACT,
    DRAWING,
    EXPLAIN,
    NO_DIGIT,
    PHASES,
    WHICH,
    Visit,
    VisitState,
    read_answer,
)


@pytest.fixture
def visit() -> Visit:
    return Visit(Tally())


def answered(visit: Visit, answer: int = 3) -> None:
    visit.draw(True)
    visit.advance(1.6, answer)
    visit.advance(0.5, answer)
    assert visit.state.phase == ANSWER


def judged(visit: Visit, answer: int = 3) -> None:
    answered(visit, answer)
    visit.say_right()


def scores(visit: Visit) -> tuple[int, int, int]:
    counts = visit.tally.counts
    return counts.visitors, counts.right, counts.fooled


def test_a_drawing_is_finished_when_the_pen_rests(visit: Visit) -> None:
    visit.draw(True)
    assert visit.state == VisitState(DRAWING, True)
    visit.advance(1.4, 7)
    assert visit.state.phase == DRAWING
    visit.draw(True)
    visit.advance(1.4, 7)
    visit.advance(0.2, 7)
    assert (visit.state.phase, visit.state.answer) == (ANSWER, 7)


def test_a_pen_that_is_down_has_not_finished(visit: Visit) -> None:
    visit.draw(True)
    visit.advance(5, 7, pen_down=True)
    assert visit.state.phase == DRAWING


def test_an_empty_sheet_is_never_answered(visit: Visit) -> None:
    visit.draw(False)
    visit.advance(5, None)
    assert visit.state.phase == DRAWING


def test_more_strokes_take_the_answer_back(visit: Visit) -> None:
    answered(visit)
    visit.draw(True)
    assert visit.state == VisitState(DRAWING, True)


def test_right_is_counted_once_and_explained(visit: Visit) -> None:
    answered(visit, 3)
    visit.say_right()
    assert (visit.state.phase, visit.state.meant, visit.state.fooled) == (EXPLAIN, 3, False)
    visit.say_right()
    assert scores(visit) == (1, 1, 0)


def test_fooled_asks_which_digit_it_was(visit: Visit) -> None:
    answered(visit, 3)
    visit.say_fooled()
    assert visit.state.phase == WHICH
    visit.advance(0.5)
    visit.say_meant(8)
    assert (visit.state.phase, visit.state.meant, visit.state.fooled) == (EXPLAIN, 8, True)
    assert scores(visit) == (1, 0, 1)


def test_the_very_answer_was_right_after_all(visit: Visit) -> None:
    answered(visit, 3)
    visit.say_fooled()
    visit.advance(0.5)
    visit.say_meant(3)
    assert scores(visit) == (1, 1, 0)


def test_one_may_think_again(visit: Visit) -> None:
    answered(visit, 3)
    visit.say_fooled()
    visit.advance(0.5)
    visit.think_again()
    assert visit.state.phase == ANSWER
    visit.advance(0.5)
    visit.say_right()
    assert scores(visit) == (1, 1, 0)


def test_no_digit_is_an_answer_that_may_be_right(visit: Visit) -> None:
    answered(visit, read_answer(None))
    visit.say_right()
    assert visit.state.answer == visit.state.meant == NO_DIGIT
    assert scores(visit) == (1, 1, 0)


def test_one_visitor_may_draw_many_times(visit: Visit) -> None:
    for _ in range(3):
        judged(visit)
        visit.touch()
    assert scores(visit) == (1, 3, 0)
    visit.leave()
    judged(visit)
    assert scores(visit) == (2, 4, 0)


def test_three_sentences_then_an_empty_sheet(visit: Visit) -> None:
    judged(visit)
    found = []
    for _ in range(19):
        found.append(visit.state.sentence)
        visit.advance(0.5)
    assert sorted(set(found)) == [1, 2, 3]
    assert found == sorted(found)
    visit.advance(0.6)
    assert visit.state == VisitState(DRAWING)


def test_a_touch_skips_the_explanation(visit: Visit) -> None:
    judged(visit)
    visit.advance(1)
    visit.touch()
    assert visit.state == VisitState(DRAWING)


@pytest.mark.parametrize("phase", [DRAWING, ANSWER, WHICH])
def test_who_has_gone_is_asked_and_then_forgotten(visit: Visit, phase: str) -> None:
    answered(visit)
    if phase == DRAWING:
        visit.start_over()
    if phase == WHICH:
        visit.say_fooled()
    visit.touch()
    visit.advance(24.9, 3)
    assert (visit.state.phase, visit.state.countdown) == (phase, None)
    counted = []
    for _ in range(5):
        visit.advance(1.0, 3)
        counted.append(visit.state.countdown)
    assert counted == [5, 4, 3, 2, 1]
    visit.advance(0.2, 3)
    assert visit.state == VisitState()


def test_a_touch_stops_the_countdown(visit: Visit) -> None:
    answered(visit)
    visit.advance(26, 3)
    assert visit.state.countdown is not None
    visit.touch()
    assert visit.state.countdown is None
    visit.advance(24, 3)
    assert (visit.state.phase, visit.state.countdown) == (ANSWER, None)


def test_a_thing_that_lies_on_the_screen_does_not_keep_the_booth(visit: Visit) -> None:
    visit.draw(True)
    for _ in range(31):
        visit.advance(1.0, 3, pen_down=True)
    assert visit.state.phase == ATTRACT


@pytest.mark.parametrize(("chosen", "used"), [(20.0, 20.0), (1.0, 10.0), (1e9, 600.0)])
def test_idle_is_chosen_within_limits(chosen: float, used: float) -> None:
    visit = Visit(Tally(), chosen)
    visit.draw(False)
    visit.advance(used - 0.1)
    assert visit.state.phase == DRAWING
    visit.advance(0.2)
    assert visit.state.phase == ATTRACT


ACTS = (
    lambda visit: visit.draw(True),
    lambda visit: visit.draw(False),
    lambda visit: visit.touch(),
    lambda visit: visit.say_right(),
    lambda visit: visit.say_fooled(),
    lambda visit: visit.say_meant(5),
    lambda visit: visit.say_meant(NO_DIGIT),
    lambda visit: visit.think_again(),
    lambda visit: visit.start_over(),
    lambda visit: visit.advance(0.7, 5),
    lambda visit: visit.advance(2.0, 5),
    lambda visit: visit.advance(31.0, 5),
)
"""What can happen, in any order."""


@given(st.lists(st.integers(0, len(ACTS) - 1), max_size=40))
def test_whatever_is_done_in_whatever_order(acts: list[int]) -> None:
    visit = Visit(Tally())
    for act in acts:
        ACTS[act](visit)
        state = visit.state
        assert state.phase in PHASES
        assert (state.answer is not None) == (state.phase in {ANSWER, WHICH, EXPLAIN})
        assert state.drawn or state.phase in {ATTRACT, DRAWING}
        assert state.judged == (state.phase == EXPLAIN)
    visitors, right, fooled = scores(visit)
    assert bool(visitors) or right + fooled == 0


def test_who_taps_twice_means_the_first_buttons(visit: Visit) -> None:
    answered(visit, 3)
    visit.say_fooled()
    visit.say_meant(8)
    visit.think_again()
    assert (visit.state.phase, scores(visit)) == (WHICH, (1, 0, 0))
    visit.advance(0.5)
    visit.say_meant(8)
    visit.touch()
    assert (visit.state.phase, scores(visit)) == (EXPLAIN, (1, 0, 1))
    visit.advance(0.5)
    visit.touch()
    assert visit.state.phase == DRAWING
    # The answer came while a finger was on its way to what was there before.
    visit.draw(True)
    visit.advance(1.6, 3)
    visit.say_right()
    assert visit.state.phase == ANSWER


def test_an_explanation_begins_anew_in_another_language(visit: Visit) -> None:
    judged(visit)
    visit.advance(9)
    assert visit.state.sentence == 3
    visit.read_again()
    assert (visit.state.phase, visit.state.sentence) == (EXPLAIN, 1)
    visit.advance(9)
    assert visit.state.phase == EXPLAIN
    visit.leave()
    visit.read_again()
    assert visit.state.phase == DRAWING
