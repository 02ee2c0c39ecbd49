"""Strokes, eraser and undo without Qt."""

from nnviz.board.sketch import ERASER, PEN, STEPS, Sketch


def drawn(*strokes: tuple[tuple[float, float], ...]) -> Sketch:
    sketch = Sketch()
    for stroke in strokes:
        sketch.begin(stroke[0])
        for point in stroke[1:]:
            sketch.extend(point)
        sketch.end()
    return sketch


def test_stroke_under_the_pen_is_part_of_the_drawing() -> None:
    sketch = Sketch()
    sketch.begin((10, 10))
    sketch.extend((20, 30))
    assert sketch.strokes == (((10, 10), (20, 30)),)


def test_undo_takes_back_one_stroke_at_a_time() -> None:
    sketch = drawn(((10, 10), (50, 50)), ((100, 100), (150, 100)))
    assert sketch.undo()
    assert sketch.strokes == (((10, 10), (50, 50)),)
    assert sketch.undo()
    assert sketch.strokes == ()
    assert not sketch.undo()


def test_undo_takes_back_clearing() -> None:
    sketch = drawn(((10, 10), (50, 50)))
    sketch.replace(())
    assert sketch.strokes == ()
    sketch.undo()
    assert sketch.strokes == (((10, 10), (50, 50)),)


def test_clearing_nothing_is_no_step() -> None:
    sketch = drawn(((10, 10), (50, 50)))
    sketch.replace(())
    assert not sketch.replace(())
    sketch.undo()
    assert sketch.strokes


def test_undo_gives_up_the_stroke_under_the_pen() -> None:
    sketch = drawn(((10, 10), (50, 50)))
    sketch.begin((100, 100))
    sketch.extend((120, 120))
    sketch.undo()
    assert sketch.strokes == (((10, 10), (50, 50)),)


def test_pen_that_rests_adds_no_points() -> None:
    sketch = drawn(((10, 10), (10.2, 10.1), (10.3, 10.2)))
    assert sketch.strokes == (((10, 10),),)


def test_ink_stays_on_the_canvas() -> None:
    sketch = drawn(((-30, 10), (400, 290)))
    assert sketch.strokes == (((0, 10), (280, 280)),)


def test_eraser_cuts_a_stroke_in_two_and_takes_ink_up_to_its_rim() -> None:
    sketch = drawn(((20, 140), (260, 140)))
    sketch.remember()
    assert sketch.erase(((140, 100), (140, 180)))
    left, right = sketch.strokes
    reach = ERASER + PEN / 2
    assert abs(max(x for x, _ in left) - (140 - reach)) < reach / 4
    assert abs(min(x for x, _ in right) - (140 + reach)) < reach / 4


def test_eraser_leaves_untouched_dots_alone_and_sweeps_up_crumbs() -> None:
    dot = ((250.0, 250.0),)
    sketch = drawn(((100, 100), (126, 100)), dot)
    # The eraser reaches 24 units: two of the 26 are left, too short to be a stroke.
    assert sketch.erase(((100, 100),))
    assert sketch.strokes == (dot,)


def test_eraser_that_meets_no_ink_is_no_step() -> None:
    sketch = drawn(((10, 10), (50, 50)))
    sketch.remember()
    assert not sketch.erase(((250, 250),))
    sketch.forget_if_unchanged()
    sketch.undo()
    assert sketch.strokes == ()


def test_history_is_bounded() -> None:
    sketch = drawn(*[((k % 200, 10.0), (k % 200, 20.0)) for k in range(STEPS + 20)])
    count = 0
    while sketch.undo():
        count += 1
    assert count == STEPS


def test_what_is_forgotten_does_not_come_back() -> None:
    sketch = Sketch()
    sketch.begin((10, 10))
    sketch.end()
    sketch.begin((50, 50))
    sketch.forget()
    assert not sketch.strokes
    assert not sketch.undo()
    assert not sketch.strokes
