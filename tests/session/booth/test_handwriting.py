"""The hand that writes digits to invite visitors."""

from __future__ import annotations

import pytest

from nnviz.assets import resource
from nnviz.data.digitness import DigitScore
from nnviz.data.strokes import parse_strokes
from nnviz.models.files import open_shipped
from nnviz.session.booth.handwriting import SAMPLES, Handwriting, open_samples
from nnviz.session.drawing import CANVAS_EXTENT, drawing_of

NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LINES = (((0.0, 0.0), (210.0, 0.0)), ((0.0, 50.0), (0.0, 260.0)))
"""Two strokes of a second each."""


def test_strokes_grow_with_the_time() -> None:
    hand = Handwriting([LINES])
    hand.advance(0.5)
    assert hand.strokes == (((0.0, 0.0), (105.0, 0.0)),)
    hand.advance(0.7)
    assert hand.strokes == (LINES[0],)
    hand.advance(0.65)
    assert hand.strokes[0] == LINES[0]
    assert hand.strokes[1][-1] == pytest.approx((0.0, 155.0))
    assert not hand.finished
    hand.advance(0.6)
    assert hand.strokes == LINES
    assert hand.finished


def test_a_finished_digit_stands_and_gives_way_to_empty_paper_and_the_next() -> None:
    other = (((9.0, 9.0), (19.0, 9.0)),)
    hand = Handwriting([LINES, other])
    hand.advance(2.4)
    assert hand.finished
    hand.advance(3.1)
    assert hand.strokes == ()
    hand.advance(0.6)
    hand.advance(1)
    assert hand.strokes == other


def test_where_motion_disturbs_whole_digits_follow_each_other() -> None:
    hand = Handwriting([LINES, LINES])
    hand.restart(calm=True)
    for _ in range(100):
        hand.advance(0.1, calm=True)
        assert hand.strokes in (LINES, ())


def test_all_ten_digits_are_written_before_one_comes_again() -> None:
    hand = open_samples()
    shown = []
    for _ in range(10 * 80):
        hand.advance(0.1)
        if hand.finished and (not shown or shown[-1] != hand.strokes):
            shown.append(hand.strokes)
    assert len(SAMPLES) == len(set(SAMPLES)) == 10
    assert len(set(shown[:10])) == len(shown[:10]) == 10


def test_the_network_reads_what_is_written() -> None:
    model, judge = open_shipped(), DigitScore.load(resource("models", "digit_score.safetensors"))
    for digit, name in enumerate(NAMES):
        text = resource("drawings", f"{name}.json").read_text(encoding="utf-8")
        preparation = drawing_of(parse_strokes(text), CANVAS_EXTENT).preparation
        assert preparation is not None
        assert model.forward(preparation.as_input((28, 28))[None]).output[0].argmax() == digit
        assert judge.is_digit(judge.score(preparation))
