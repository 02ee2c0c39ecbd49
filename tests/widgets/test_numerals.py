"""One way to write a number: four digits, a real minus, powers of ten; shares in percent."""

import math

import pytest

from nnviz.widgets.numerals import full, hundredths, percent, raised, short, ten_to


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.25, "0.25"), (-1234.5678, "−1235"), (7.3891e-6, "7.389×10⁻⁶"), (-2e12, "−2×10¹²"), (-0.0, "0"),
        (0.31268, "0.3127"), (3.1e-9, "3.1×10⁻⁹"), (9999.7, "10000"), (-410442.3, "−410442"),
        (999999.4, "999999"), (999999.6, "1×10⁶"), (math.inf, "∞"), (-math.inf, "−∞"), (math.nan, "–"),
    ],
)  # fmt: skip
def test_numbers_have_four_digits_and_a_real_minus(value, text):
    assert short(value) == text


def test_fewer_digits():
    assert [short(value, 2) for value in (0.12345, -1e-7, 2000.0, 99.6)] == ["0.12", "−1×10⁻⁷", "2000", "100"]


def test_powers_of_ten():
    assert [ten_to(power) for power in (-12, 0, 345)] == ["10⁻¹²", "10⁰", "10³⁴⁵"]
    assert [raised(text) for text in ("-1.0e-05", "1.5", "2e+10")] == ["−1.0×10⁻⁵", "1.5", "2×10¹⁰"]


@pytest.mark.parametrize(
    ("share", "whole", "tenths", "fine"),
    [
        (1.0, "100", "100", "100"), (0.99999, "99", "99.9", "99.99"), (0.0, "0", "0", "0"),
        (1e-9, "1", "0.1", "0.01"), (0.876, "88", "87.6", "87.60"), (math.nan, "–", "–", "–"),
    ],
)  # fmt: skip
def test_only_all_is_100_percent_and_only_nothing_0(share, whole, tenths, fine):
    assert [hundredths(share, decimals) for decimals in (0, 1, 2)] == [whole, tenths, fine]


def test_the_sign_stays_on_the_line_of_its_number():
    assert percent(0.876) == "87.6\u00a0%"
    assert percent(0.876, 2) == "87.60\u00a0%"
    assert percent(math.nan) == "–"


@pytest.mark.parametrize("value", [1 / 3, -7.3891e-6, 1e300, math.inf])
def test_all_digits_stand_for_the_number(value):
    assert float(full(value)) == value
