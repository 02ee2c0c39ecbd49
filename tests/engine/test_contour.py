import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnviz.engine.contour import zero_lines


def bilinear(f, column, row):
    """f between its samples."""
    c, r = min(int(column), f.shape[1] - 2), min(int(row), f.shape[0] - 2)
    u, v = column - c, row - r
    upper = f[r, c] * (1 - u) + f[r, c + 1] * u
    lower = f[r + 1, c] * (1 - u) + f[r + 1, c + 1] * u
    return upper * (1 - v) + lower * v


@settings(max_examples=60)
@given(arrays(np.float64, (4, 5), elements=st.floats(-2, 2).map(lambda value: round(value, 2) + 0.001)))
def test_every_end_lies_where_the_function_is_zero(f):
    for piece in zero_lines(f):
        for column, row in piece:
            assert bilinear(f, column, row) == pytest.approx(0, abs=1e-9)


@settings(max_examples=60)
@given(arrays(np.bool_, (5, 5)))
def test_lines_go_on_from_cell_to_cell_and_end_only_at_the_edge(positive):
    f = np.where(positive, 1.0, -1.0)
    ends = zero_lines(f).reshape(-1, 2)
    points, counts = np.unique(ends, axis=0, return_counts=True)
    at_edge = ((points == 0) | (points == 4)).any(axis=1)
    assert (counts[~at_edge] == 2).all()
    assert (counts[at_edge] == 1).all()
    crossings = (positive[1:] != positive[:-1]).sum() + (positive[:, 1:] != positive[:, :-1]).sum()
    assert len(points) == crossings


def test_a_straight_line_is_found_exactly():
    rows, columns = np.mgrid[0:6, 0:6]
    f = columns - 0.5 * rows - 1.3
    pieces = zero_lines(f)
    assert pieces[..., 0] == pytest.approx(0.5 * pieces[..., 1] + 1.3)
    assert np.hypot(*(pieces[:, 1] - pieces[:, 0]).T).sum() == pytest.approx(np.hypot(5, 2.5))


def test_a_saddle_keeps_its_positive_corners_apart():
    f = np.array([[1.0, -3.0], [-3.0, 1.0]])
    assert zero_lines(f) == pytest.approx(np.array([[[0, 0.25], [0.25, 0]], [[1, 0.75], [0.75, 1]]]))


def test_there_is_no_line_without_a_change_or_beside_an_unknown_value():
    assert zero_lines(np.ones((3, 3))).shape == (0, 2, 2)
    assert zero_lines(np.array([[1.0, np.nan], [-1.0, -1.0]])).shape == (0, 2, 2)


def test_the_ends_lie_where_the_samples_were_taken():
    x, y = np.linspace(-1, 1, 9), np.linspace(3, 2, 7)
    ends = zero_lines(2 * x[None, :] - y[:, None] + 2.4, x, y).reshape(-1, 2)
    assert len(ends) > 7
    assert 2 * ends[:, 0] - ends[:, 1] == pytest.approx(-2.4, abs=1e-12)


def test_a_circle_has_no_gap():
    axis = np.linspace(-2, 2, 81)
    pieces = zero_lines(np.hypot(axis[None, :], axis[:, None]) - 1.25, axis, axis)
    ends = pieces.reshape(-1, 2)
    np.testing.assert_allclose(np.hypot(*ends.T), 1.25, atol=1e-3)
    assert np.hypot(*(pieces[:, 0] - pieces[:, 1]).T).max() < 0.08, "pieces are no longer than a cell"
    assert np.diff(np.sort(np.arctan2(ends[:, 1], ends[:, 0]))).max() < 0.06
