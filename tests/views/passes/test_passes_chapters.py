import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.session.script import GRAINS, script_of
from nnviz.views.passes.chapters import axis_of, chapters_of

sizes = st.lists(st.integers(1, 40), min_size=2, max_size=6).map(tuple)


@given(sizes, st.sampled_from(GRAINS))
def test_chapters_cover_the_script_in_order(sizes, grain):
    script = script_of(sizes, grain)
    chapters = chapters_of(script)
    assert [chapter.name for chapter in chapters] == ["forward", "loss", "backward", "update"]
    assert [c.begin for c in chapters] == [0, *(c.end for c in chapters[:-1])]
    assert chapters[-1].end == len(script)
    assert sum(c.seconds for c in chapters) == pytest.approx(sum(beat.seconds for beat in script))
    assert script[chapters[1].begin].phase == "loss"
    assert script[chapters[3].begin].phase == "update"


@given(sizes, st.sampled_from(GRAINS), st.floats(200, 1200))
def test_axis_goes_there_and_back(sizes, grain, width):
    script = script_of(sizes, grain)
    axis = axis_of(script, chapters_of(script), [40, 30, 50, 40], 5.0, width)
    assert axis.x[0] == 5
    assert axis.x[-1] == pytest.approx(5 + width)
    assert (np.diff(axis.x) > 0).all()
    position = 0.37 * len(script)
    assert axis.position_at(axis.x_of(position)) == pytest.approx(position)
    assert axis.position_at(-10) == 0
    assert axis.position_at(5 + width + 10) == len(script)


def test_every_chapter_keeps_room_for_its_name():
    script = script_of((784, 50, 10), "term")
    chapters, least = chapters_of(script), [40, 30, 50, 40]
    axis = axis_of(script, chapters, least, 0.0, 400.0)
    lengths = [axis.x_of(c.end) - axis.x_of(c.begin) for c in chapters]
    assert all(length >= need for length, need in zip(lengths, least, strict=True))
    assert lengths[0] > 2 * lengths[1]


def test_within_a_chapter_beats_take_room_as_they_take_time():
    script = script_of((3, 4, 2), "layer")
    chapter = chapters_of(script)[0]
    axis = axis_of(script, chapters_of(script), [10, 10, 10, 10], 0.0, 600.0)
    lengths = np.diff(axis.x)[chapter.begin : chapter.end]
    seconds = np.array([beat.seconds for beat in script[chapter.begin : chapter.end]])
    assert lengths / lengths.sum() == pytest.approx(seconds / seconds.sum())


def test_too_narrow_an_axis_is_shared_fairly():
    script = script_of((2, 2, 1), "layer")
    axis = axis_of(script, chapters_of(script), [40, 30, 50, 40], 0.0, 80.0)
    assert axis.x[-1] == pytest.approx(80)
    assert axis.x_of(chapters_of(script)[0].end) == pytest.approx(20)
