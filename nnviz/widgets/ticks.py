"""Ticks: where axes begin and end, which numbers stand beside them, and how these are written."""

from __future__ import annotations

import math

from nnviz.widgets.numerals import MINUS, raised, short, ten_to

Tick = tuple[float, str]
Limits = tuple[float, float]

ENDS = (1, 1.2, 1.4, 1.6, 1.8, 2, 2.25, 2.5, 2.75, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9, 10)
"""Where an axis may end, times a power of ten: near enough to the data, and steady for a while."""
STEPS = (1, 2, 2.5, 5, 10)
LOG_ENDS = (1, 2, 5, 10)
DIGITS = range(1, 10)
SHOWN_DIGITS = (tuple(DIGITS), (1, 2, 5), (1, 3), (1,))
"""Digits that stand beside a logarithmic axis, the densest first."""
LEAST = 3
"""Numbers beside a logarithmic axis, which fewer do not explain."""
DECIMALS = ((0.1, 4), (1, 3), (10, 2), (100, 1), (10_000, 0))
"""Decimals of compact numbers below a bound; from the last bound on, and below SMALL, with a power of ten."""
SMALL = 0.001
MARGIN = 0.025
"""Share of an axis left free beyond the data, so that a line at its end is not cut in half."""
FINE, HUGE = 9e-5, 1e6
"""Steps below and numbers from here on are written with powers of ten."""


def round_up(value: float, ends: tuple[float, ...] = ENDS) -> float:
    """The next end at or above a positive value."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(end * power for end in ends if value <= end * power * (1 + 1e-9))


def round_down(value: float, ends: tuple[float, ...] = LOG_ENDS) -> float:
    """The next end at or below a positive value."""
    power = 10.0 ** math.floor(math.log10(value) + 1e-12)
    return max(end * power for end in ends if end * power <= value * (1 + 1e-9))


def linear_limits(low: float, high: float) -> Limits:
    """Calm limits around non-negative data: from 0 where that costs less than half of the height."""
    if low < 0.5 * high or high <= 0:
        top = round_up(high) if high > 0 else 1.0
        return -MARGIN * top, top * (1 + MARGIN)
    step = tick_step(high - low or 0.1 * high, 4)
    bottom, top = math.floor(low / step) * step, math.ceil(high / step) * step
    margin = MARGIN * (top - bottom or step)
    return bottom - margin, top + margin


def log_limits(low: float, high: float) -> Limits:
    """Calm limits around positive data, as log₁₀; never less than a fifth of a decade."""
    bottom, top = math.log10(round_down(low)), math.log10(round_up(high, LOG_ENDS))
    top = max(top, bottom + 0.2)
    margin = MARGIN * (top - bottom)
    return bottom - margin, top + margin


def percent_limits(low: float) -> Limits:
    """From the ten below the lowest percentage to 100; from a closer step where all is above 95."""
    bottom = math.floor(low / 10) * 10 if low < 95 else math.floor(low)
    bottom = min(bottom, 99)
    margin = MARGIN * (100 - bottom)
    return bottom - margin, 100 + margin


def tick_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that fits into the span at most so often."""
    power = 10.0 ** math.floor(math.log10(span / most))
    return next(step * power for step in STEPS if span / (step * power) <= most * (1 + 1e-9))


def linear_ticks(limits: Limits, most: int) -> list[Tick]:
    """Round numbers within the limits, at most about so many."""
    low, high = limits
    step = tick_step(high - low, max(most, 1))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [(k * step, tick_text(k * step, step)) for k in range(first, last + 1)]


def log_ticks(limits: Limits, most: int) -> list[Tick]:
    """At least three numbers within the limits, at most about so many: powers of ten, and between them the digits for
    which there is room; round numbers where less than a decade has too few of these. Positions are log₁₀."""
    choices = [_digit_ticks(limits, digits) for digits in SHOWN_DIGITS]
    if len(choices[-1]) > most:
        return _thinned(choices[-1], most)
    enough = [ticks for ticks in choices if len(ticks) >= LEAST]
    fitting = [ticks for ticks in enough if len(ticks) <= most]
    if not fitting and limits[1] - limits[0] < 1:
        return _round_ticks(limits)
    return (fitting or enough[-1:])[0]


def _digit_ticks(limits: Limits, digits: tuple[int, ...]) -> list[Tick]:
    low, high = limits
    values = [(power, digit) for power in range(math.floor(low), math.ceil(high) + 1) for digit in digits]
    return [(at, power_text(p, d)) for p, d in values if low <= (at := p + math.log10(d)) <= high]


def _thinned(powers: list[Tick], most: int) -> list[Tick]:
    """Evenly spaced powers of ten, at least three where there are; multiples of the spacing if these are as many."""
    every = max(min(math.ceil(len(powers) / most), (len(powers) - 1) // (LEAST - 1)), 1)
    choices = [[tick for tick in powers if round(tick[0]) % every == phase] for phase in range(every)]
    return max(choices, key=len)


def _round_ticks(limits: Limits) -> list[Tick]:
    """Few round numbers, as beside a linear axis, at their logarithms."""
    ends = 10 ** limits[0], 10 ** limits[1]
    choices = (linear_ticks(ends, most) for most in range(LEAST, 3 * LEAST))
    ticks = next(ticks for ticks in choices if len(ticks) >= LEAST)
    return [(math.log10(value), text) for value, text in ticks]


def log_grid(limits: Limits) -> list[float]:
    """Positions (log₁₀) of all digits of all decades."""
    low, high = limits
    powers = range(math.floor(low), math.ceil(high) + 1)
    positions = [p + math.log10(d) for p in powers for d in DIGITS]
    return [at for at in positions if low <= at <= high]


def tick_text(value: float, step: float) -> str:
    """A number with just as many decimals as its neighbours need."""
    if step < FINE or abs(value) >= HUGE:
        return short(value, 3)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    if not math.isclose(step * 10**decimals, round(step * 10**decimals), rel_tol=1e-6):
        decimals += 1
    return f"{value + 0.0:,.{decimals}f}".replace("-", MINUS)


def power_text(power: int, digit: int) -> str:
    """digit × 10^power, plain between a thousandth and a thousand."""
    if -3 <= power <= 3:
        return tick_text(digit * 10.0**power, 10.0**power)
    return ten_to(power) if digit == 1 else f"{digit}×{ten_to(power)}"


def compact(value: float) -> str:
    """A number with at most four significant digits and decimals that stand still while it falls: 0.250, 8.8×10⁻⁷."""
    if not math.isfinite(value):
        return short(value)
    size = abs(value)
    decimals = next((count for bound, count in DECIMALS if round(size, count) < bound), None)
    if decimals is None or 0 < size < SMALL:
        return raised(f"{value:.1e}")
    return f"{value + 0.0:,.{decimals}f}".replace("-", MINUS)
