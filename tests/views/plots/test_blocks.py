import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.views.plots.blocks import TAIL, band, block_size, visible


@pytest.mark.parametrize(("count", "size"), [(0, 1), (1, 1), (300, 1), (301, 2), (600, 2), (601, 4), (100_000, 512)])
def test_blocks_are_powers_of_two_and_few_enough(count, size):
    assert block_size(count, 300) == size
    assert -(-count // size) <= 300


def test_short_runs_are_drawn_entry_by_entry():
    x, y = np.arange(5.0), np.array([3.0, 1.0, 4.0, 1.0, 5.0])
    blocks = band(x, y, 1)
    assert np.array_equal(blocks.x, x)
    assert np.array_equal(blocks.mean, y)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=70), st.sampled_from([2, 4, 8]))
def test_a_block_has_the_mean_and_the_range_of_its_entries(values, size):
    y = np.array(values)
    blocks = band(np.arange(len(y), dtype=float), y, size)
    parts = [y[k : k + size] for k in range(0, len(y), size)]
    assert np.array_equal(blocks.low, [part.min() for part in parts])
    assert np.array_equal(blocks.high, [part.max() for part in parts])
    assert blocks.mean == pytest.approx([part.mean() for part in parts], abs=1e-6)


def test_blocks_stay_as_they_are_while_the_run_grows():
    y = np.random.default_rng(0).normal(size=1100)
    x = np.arange(1100.0)
    short, long = band(x[:1000], y[:1000], 4), band(x, y, 4)
    assert np.array_equal(short.mean, long.mean[:250])


def test_a_zoomed_picture_takes_what_it_shows_and_a_neighbour_on_each_side():
    x = np.arange(0, 1000, 0.5)
    part, size = visible(x, 100.2, 110.2, 300)
    assert size == 1
    assert x[part][0] == 100.0
    assert x[part][-1] == 110.5
    part, size = visible(x, 0, 1000, 300)
    assert (part, size) == (slice(0, 2000), 8)
    part, size = visible(x, 100.2, 1000, 300)
    assert part.start % size == 0
    assert x[part.start] <= 100.2


@given(st.integers(1, 200), st.sampled_from([16, 32, 64]))
def test_a_range_can_leave_out_the_tails_of_whole_blocks(count, size):
    y = np.random.default_rng(count).normal(size=count)
    blocks, cut = band(np.arange(count, dtype=float), y, size, TAIL), int(TAIL * size)
    for k in range(0, count, size):
        part = np.sort(y[k : k + size])
        drop = cut if len(part) == size else 0
        assert (blocks.low[k // size], blocks.high[k // size]) == (part[drop], part[len(part) - 1 - drop])
