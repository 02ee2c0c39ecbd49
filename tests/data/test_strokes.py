"""Pen strokes: ink that depends on shape alone, an eraser that cuts, and a strict JSON form."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.data.strokes import EDGE, INK, PEN, Stroke, erase, parse_strokes, rasterise
from nnviz.engine.refusal import Refusal

SEVEN: tuple[Stroke, ...] = (((10.0, 10.0), (60.0, 10.0), (30.0, 90.0)), ((25.0, 50.0), (55.0, 50.0)))
LINE: tuple[Stroke, ...] = (((0.0, 0.0), (100.0, 0.0)),)


def moved(strokes: tuple[Stroke, ...], scale: float, dx: float, dy: float) -> tuple[Stroke, ...]:
    return tuple(tuple((x * scale + dx, y * scale + dy) for x, y in stroke) for stroke in strokes)


def inked_box(ink: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


@pytest.mark.parametrize("strokes", [(), ((),), ((), ())])
def test_no_strokes_leave_no_ink(strokes: tuple[Stroke, ...]) -> None:
    ink = rasterise(strokes)
    assert ink.shape == (INK, INK)
    assert ink.dtype == np.uint8
    assert not ink.any()


@given(
    scale=st.floats(1e-3, 1e4),
    dx=st.floats(-1e3, 1e3),
    dy=st.floats(-1e3, 1e3),
)
def test_ink_is_the_same_at_any_size_and_place(scale: float, dx: float, dy: float) -> None:
    difference = rasterise(moved(SEVEN, scale, dx * scale, dy * scale)).astype(int) - rasterise(SEVEN)
    # Rounding may move a stamp by one fine pixel; more would be another drawing.
    assert np.count_nonzero(difference) < 200


def test_the_box_of_the_ink_fills_the_edge_and_lies_in_the_middle() -> None:
    left, top, right, bottom = inked_box(rasterise(SEVEN))
    assert bottom - top == pytest.approx(EDGE, abs=1)
    assert left + right == pytest.approx(INK, abs=2)
    assert top + bottom == pytest.approx(INK, abs=2)


def test_the_aspect_is_kept() -> None:
    left, top, right, bottom = inked_box(rasterise((((0.0, 0.0), (50.0, 0.0), (50.0, 100.0)),)))
    assert (right - left - PEN) / (bottom - top - PEN) == pytest.approx(0.5, abs=0.05)


def test_the_pen_has_its_width_and_round_ends() -> None:
    ink = rasterise(LINE)
    left, top, right, bottom = inked_box(ink)
    assert right - left == pytest.approx(EDGE, abs=1)
    assert bottom - top == pytest.approx(PEN, abs=1)
    assert not ink[top + 1, left + 1]
    assert np.count_nonzero((ink > 0) & (ink < 255)) > 20


def test_a_point_is_a_dot() -> None:
    left, top, right, bottom = inked_box(rasterise((((3.0, 4.0),),)))
    assert right - left == pytest.approx(PEN, abs=1)
    assert bottom - top == pytest.approx(PEN, abs=1)


def test_a_mark_that_is_tiny_beside_the_canvas_is_a_dot() -> None:
    tiny = moved(SEVEN, 0.02, 40, 40)
    np.testing.assert_array_equal(rasterise(tiny, extent=100), rasterise((((1.0, 1.0),),)))
    np.testing.assert_array_equal(rasterise(tiny, extent=20), rasterise(tiny))


def test_a_dot_beside_a_line_is_inked_too() -> None:
    ink = rasterise((*LINE, ((50.0, 60.0),)))
    left, top, right, bottom = inked_box(ink)
    assert right - left == pytest.approx(EDGE, abs=1)
    assert ink[bottom - 3, INK // 2] == 255
    assert not ink[(top + bottom) // 2].any()


def test_few_points_on_a_circle_give_a_round_drawing() -> None:
    angle = np.linspace(0, 2 * np.pi, 11)
    coarse = tuple((float(x), float(y)) for x, y in np.stack([np.cos(angle), np.sin(angle)], axis=1))
    angle = np.linspace(0, 2 * np.pi, 200)
    fine = tuple((float(x), float(y)) for x, y in np.stack([np.cos(angle), np.sin(angle)], axis=1))
    difference = np.abs(rasterise((coarse,)).astype(int) - rasterise((fine,)))
    assert difference.mean() < 0.02 * rasterise((fine,)).mean() + 1


def test_a_stroke_of_one_repeated_point_among_others_does_no_harm() -> None:
    ink = rasterise((((0.0, 0.0), (0.0, 0.0), (0.0, 0.0)), ((0.0, 0.0), (0.0, 9.0))))
    np.testing.assert_array_equal(ink, rasterise((((0.0, 0.0), (0.0, 9.0)),)))


def test_a_very_long_scribble_is_inked() -> None:
    rng = np.random.default_rng(0)
    scribble = tuple((float(x), float(y)) for x, y in rng.uniform(0, 1, (3000, 2)))
    assert (rasterise((scribble,)) > 0).mean() > 0.5


def test_the_eraser_cuts_a_stroke_in_two() -> None:
    parts = erase(LINE, ((50.0, -10.0), (50.0, 10.0)), 5.0)
    assert len(parts) == 2
    assert parts[0][0] == (0.0, 0.0)
    assert parts[0][-1][0] == pytest.approx(45, abs=1)
    assert parts[1][0][0] == pytest.approx(55, abs=1)
    assert parts[1][-1] == (100.0, 0.0)


def test_the_eraser_shortens_removes_and_spares() -> None:
    assert erase(LINE, ((0.0, 0.0),), 10.0)[0][0][0] == pytest.approx(10, abs=2)
    assert erase(LINE, ((0.0, 0.0), (100.0, 0.0)), 3.0) == ()
    assert erase((((5.0, 5.0),),), ((6.0, 5.0),), 2.0) == ()
    assert erase(LINE, ((50.0, 20.0),), 10.0)[0] is LINE[0]
    assert erase(LINE, (), 10.0) is LINE


def test_json_strokes_come_back() -> None:
    assert parse_strokes('{"strokes": [[[1, 2], [3.5, -4]], []], "author": "x"}') == (((1.0, 2.0), (3.5, -4.0)), ())
    assert parse_strokes('{"strokes": []}') == ()


@pytest.mark.parametrize("text", ["", "no", "[1, 2", "{'strokes': []}", "[" * 100_000])
def test_what_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_strokes(text)
    assert refused.value.key == "strokes_not_json"


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "3",
        "{}",
        '{"strokes": null}',
        '{"strokes": [1]}',
        '{"strokes": [[1, 2]]}',
        '{"strokes": [[[1]]]}',
        '{"strokes": [[[1, 2, 3]]]}',
        '{"strokes": [[["1", 2]]]}',
        '{"strokes": [[[true, 2]]]}',
        '{"strokes": [[[NaN, 2]]]}',
        '{"strokes": [[[Infinity, 2]]]}',
        '{"strokes": [[[1e999, 2]]]}',
        '{"strokes": [[[1e12, 2]]]}',
        '{"strokes": [[[1' + "0" * 400 + ", 2]]]}",
    ],
)
def test_what_is_no_stroke_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_strokes(text)
    assert refused.value.key == "strokes_bad_form"


def test_too_many_points_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nnviz.data.strokes.MOST_POINTS", 2)
    with pytest.raises(Refusal) as refused:
        parse_strokes('{"strokes": [[[1, 2], [3, 4]], [[5, 6]]]}')
    assert refused.value.key == "strokes_too_many"
