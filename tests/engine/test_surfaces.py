"""Surfaces: gradients against central differences, lowest points, and the regression's least squares."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.surfaces import SURFACES, Surface, noisy_line

NAMES = tuple(SURFACES)
STEP = 1e-5


def places(surface: Surface) -> np.ndarray:
    """(2, 50) of the picture."""
    rng = np.random.default_rng(3)
    return np.stack([rng.uniform(*surface.x, 50), rng.uniform(*surface.y, 50)])


@pytest.mark.parametrize("name", NAMES)
def test_gradients_agree_with_central_differences(name: str) -> None:
    surface = SURFACES[name]
    x, y = places(surface)
    dx = (surface.value(x + STEP, y) - surface.value(x - STEP, y)) / (2 * STEP)
    dy = (surface.value(x, y + STEP) - surface.value(x, y - STEP)) / (2 * STEP)
    gradient = surface.gradient(x, y)
    assert gradient.shape == (2, 50)
    np.testing.assert_allclose(gradient, [dx, dy], rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("name", NAMES)
def test_lowest_points_are_level_and_lower_than_everything_around(name: str) -> None:
    surface = SURFACES[name]
    for minimum in surface.minima:
        assert surface.value(*minimum) == pytest.approx(surface.floor, abs=1e-20)
        np.testing.assert_allclose(surface.gradient(*minimum), 0, atol=1e-12)
    assert (surface.value(*places(surface)) > surface.floor).all()


@pytest.mark.parametrize("name", NAMES)
def test_the_start_lies_in_the_picture_and_off_the_level(name: str) -> None:
    surface = SURFACES[name]
    assert surface.x[0] < surface.start[0] < surface.x[1]
    assert surface.y[0] < surface.start[1] < surface.y[1]
    assert np.hypot(*surface.gradient(*surface.start)) > 0.1


def test_values_that_are_written_in_books() -> None:
    assert SURFACES["bowl"].value(-7, 2) == pytest.approx(49 / 20 + 4)
    assert SURFACES["saddle"].value(2, 3) == -5
    assert SURFACES["beale"].value(0, 0) == pytest.approx(1.5**2 + 2.25**2 + 2.625**2)
    assert SURFACES["himmelblau"].value(0, 0) == 11**2 + 7**2
    assert SURFACES["himmelblau"].value(3, 2) == 0


def test_dimples_hold_what_comes_slowly() -> None:
    """A local minimum near (1.37, 0), higher than the lowest point."""
    surface, w = SURFACES["dimples"], np.array([1.5, 0.0])
    for _ in range(500):
        w -= 0.02 * surface.gradient(*w)
    assert surface.value(*w) > 0.5
    np.testing.assert_allclose(surface.gradient(*w), 0, atol=1e-9)


def test_steep_surfaces_are_drawn_by_their_logarithm() -> None:
    assert SURFACES["beale"].height(99.0) == pytest.approx(2)
    assert SURFACES["bowl"].height(99.0) == 99


def test_the_mean_of_all_samples_gradients_is_the_gradient_of_the_error() -> None:
    fit = noisy_line()
    rows = np.arange(len(fit.x))
    single = np.mean([fit.gradient(0.3, -0.2, rows[k : k + 1]) for k in rows], axis=0)
    np.testing.assert_allclose(fit.gradient(0.3, -0.2, rows), single)
    dw = (fit.value(0.3 + STEP, -0.2) - fit.value(0.3 - STEP, -0.2)) / (2 * STEP)
    db = (fit.value(0.3, -0.2 + STEP) - fit.value(0.3, -0.2 - STEP)) / (2 * STEP)
    np.testing.assert_allclose(single, [dw, db], rtol=1e-8)


def test_least_squares_are_numpys() -> None:
    fit = noisy_line()
    np.testing.assert_allclose(fit.best(), np.polyfit(fit.x, fit.t, 1))
    np.testing.assert_allclose(fit.gradient(*fit.best(), np.arange(len(fit.x))), 0, atol=1e-12)


def test_errors_of_a_whole_grid_of_lines() -> None:
    fit = noisy_line(points=5)
    grid = fit.value(*np.meshgrid([0.0, 1.0], [0.0, 1.0, 2.0]))
    assert grid.shape == (3, 2)
    assert grid[2, 1] == pytest.approx(np.mean((fit.x + 2 - fit.t) ** 2))
