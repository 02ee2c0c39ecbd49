import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.widgets.ticks import (
    compact,
    linear_limits,
    linear_ticks,
    log_grid,
    log_limits,
    log_ticks,
    percent_limits,
    power_text,
    round_down,
    round_up,
    tick_text,
)

positive = st.floats(1e-9, 1e9)
PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@given(positive)
def test_ends_are_round_and_near(value):
    assert value * (1 - 1e-6) <= round_up(value) <= 1.3 * value
    assert 0.39 * value <= round_down(value) <= value * (1 + 1e-6)


@given(positive, positive)
def test_limits_hold_the_data(a, b):
    low, high = sorted((a, b))
    bottom, top = linear_limits(low, high)
    assert bottom <= low
    assert high <= top
    bottom, top = log_limits(low, high)
    assert bottom < math.log10(low)
    assert math.log10(high) < top


def test_a_loss_that_is_always_zero_has_an_axis():
    assert linear_limits(0, 0) == pytest.approx((-0.025, 1.025))


@pytest.mark.parametrize(("low", "bottom"), [(0, 0), (43, 40), (94.9, 90), (97.3, 97), (100, 99)])
def test_percentages_end_at_100(low, bottom):
    limits = percent_limits(low)
    margin = 0.025 * (100 - bottom)
    assert limits == pytest.approx((bottom - margin, 100 + margin))


@given(st.floats(0, 1e6), st.floats(1e-3, 1e6), st.integers(2, 12))
def test_ticks_are_few_round_and_inside(low, span, most):
    ticks = linear_ticks((low, low + span), most)
    assert len(ticks) <= most + 1
    assert all(low - 1e-6 * span <= at <= low + span * (1 + 1e-6) for at, _ in ticks)


def test_ticks_are_written_with_the_decimals_they_need():
    assert [text for _, text in linear_ticks((0, 1), 4)] == ["0.00", "0.25", "0.50", "0.75", "1.00"]
    assert [text for _, text in linear_ticks((-1.2, 1.2), 3)] == ["−1", "0", "1"]
    assert tick_text(12_500, 2_500) == "12,500"
    assert tick_text(0.00002, 0.00001) == "2×10⁻⁵"
    assert tick_text(2e30, 1e30) == "2×10³⁰"


def test_logarithmic_ticks_get_denser_with_room():
    limits = (-2.0, 0.0)
    assert [text for _, text in log_ticks(limits, 4)] == ["0.01", "0.1", "1"]
    assert [text for _, text in log_ticks(limits, 8)] == ["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1"]
    assert [text for _, text in log_ticks((-8.0, 0.0), 3)] == ["10⁻⁶", "0.001", "1"]
    assert len(log_grid(limits)) == 19


@given(st.floats(1e-12, 1e12), st.floats(1, 1e6), st.integers(3, 9))
def test_a_logarithmic_axis_has_three_numbers(low, ratio, most):
    limits = log_limits(low, low * ratio)
    ticks = log_ticks(limits, most)
    assert len(ticks) >= 3
    assert len(ticks) <= most + 3
    assert all(limits[0] <= at <= limits[1] for at, _ in ticks)
    assert len({text for _, text in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("power", "digit", "text"), [(0, 5, "5"), (-2, 2, "0.02"), (3, 1, "1,000"), (-5, 1, "10⁻⁵"), (6, 2, "2×10⁶")]
)
def test_powers_are_written_plainly_where_short(power, digit, text):
    assert power_text(power, digit) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.00112, "0.0011"), (0.234, "0.234"), (0.0126, "0.0126"), (0.09999, "0.100"), (0.9996, "1.00"),
        (1.9e13, "1.9×10¹³"),
        (-12.345, "−12.3"), (123.4, "123"), (4567, "4,567"), (9999.7, "1.0×10⁴"), (2.34e-5, "2.3×10⁻⁵"), (0, "0.0000"),
        (math.nan, "–"), (math.inf, "∞"), (-math.inf, "−∞"),
    ],
)  # fmt: skip
def test_numbers_are_short(value, text):
    assert compact(value) == text


@given(st.floats(0, 1e300))
def test_no_loss_has_more_than_four_digits_that_count(value):
    text = compact(value)
    mantissa, _, power = text.partition("×10")
    assert len(mantissa.replace(",", "").replace(".", "").lstrip("0")) <= 4
    read = float(mantissa.replace(",", "")) * 10.0 ** int(power.translate(PLAIN) or 0)
    assert read == pytest.approx(value, rel=0.06)
