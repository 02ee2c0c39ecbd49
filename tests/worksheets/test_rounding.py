"""Rounding as it is taught."""

import math

import pytest

from nnviz.worksheets.rounding import half_up


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (0.125, 2, 0.13), (-0.125, 2, -0.13), (0.35 * 0.5, 2, 0.18), (0.285, 2, 0.29), (1.005, 2, 1.01),
        (0.1249999, 2, 0.12), (2.5e-7, 6, 0.0), (12345678.1234, 3, 12345678.123), (1e300, 6, 1e300),
    ],
)  # fmt: skip
def test_half_a_unit_goes_up(value, decimals, rounded):
    assert half_up(value, decimals) == rounded


def test_there_is_no_minus_zero_and_infinity_stays():
    assert math.copysign(1, half_up(-0.001, 2)) == 1
    assert half_up(-math.inf, 2) == -math.inf
