"""Axes that stay calm while values move, and numbers as they are written."""

from __future__ import annotations

import math

import pytest

from nnviz.views.layers.axes import (
    decade_ticks,
    decades,
    end_above,
    power_text,
    symmetric_limits,
    tick_text,
    value_limits,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-1.5, "−1.5"), (0.008, "0.008"), (2e-5, "2×10⁻⁵"), (-1e-12, "−10⁻¹²"), (1e5, "10⁵")],
)
def test_ends_of_axes_are_short(value: float, text: str) -> None:
    assert tick_text(value) == text


@pytest.mark.parametrize(
    ("top", "end"), [(0.9, 1.0), (1.0, 1.0), (1.01, 1.5), (0.0071, 0.008), (0.0, 1.0), (math.inf, 1.0)]
)
def test_an_axis_ends_at_a_round_number_that_is_enough(top: float, end: float) -> None:
    assert end_above(top) == end


def test_symmetric_axes_shrink_only_when_much_less_is_needed() -> None:
    limits = symmetric_limits((-0.9, 0.2), (0.0, 0.0))
    assert limits == (-1.0, 1.0)
    assert symmetric_limits((-0.1, 0.75), limits) == limits
    assert symmetric_limits((-0.1, 0.5), limits) == (-0.5, 0.5)
    assert symmetric_limits((-3.7, 0.5), limits) == (-4.0, 4.0)


@pytest.mark.parametrize(
    ("activation", "edges", "limits"),
    [
        ("sigmoid", (0.4, 0.6), (0.0, 1.0)), ("tanh", (0.4, 0.6), (-1.0, 1.0)), ("relu", (0.0, 4.4), (0.0, 5.0)),
        ("leaky_relu", (-0.3, 4.4), (-0.3, 5.0)), ("identity", (-4.4, -2.0), (-5.0, 0.0)),
        ("relu", (0.0, 0.0), (0.0, 1.0)),
    ],
)  # fmt: skip
def test_activations_have_their_bounds_or_what_the_data_needs_with_zero(
    activation: str, edges: tuple[float, float], limits: tuple[float, float]
) -> None:
    assert value_limits(activation, edges, (0.0, 0.0)) == limits


def test_decades_hold_all_positive_values_and_stay_calm() -> None:
    limits = decades([3e-5, 0.2, 0.0, math.nan, math.inf], (-4.0, 0.0))
    assert limits == (-5.0, 0.0)
    assert decades([3e-4, 0.2], limits) == limits
    assert decades([3e-3, 0.2], limits) == (-3.0, 0.0)
    assert decades([math.nan], limits) == limits
    assert decades([0.5], (9.0, 9.0)) == (-1.0, 1.0)


def test_a_logarithmic_axis_is_thinned_evenly() -> None:
    assert [text for _, text in decade_ticks((-12.0, 0.0), 3)] == ["10⁻¹²", "10⁻⁶", "1"]
    assert [text for _, text in decade_ticks((-2.0, 0.0), 9)] == ["0.01", "0.1", "1"]
    assert power_text(5) == "10⁵"
