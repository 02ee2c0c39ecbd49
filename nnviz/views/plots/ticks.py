"""Ticks: where axes begin and end, which numbers stand beside them, and how these are written."""

from __future__ import annotations

import math

import numpy as np

Tick = tuple[float, str]
Limits = tuple[float, float]

ENDS = (1, 1.2, 1.4, 1.6, 1.8, 2, 2.25, 2.5, 2.75, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9, 10)
"""Where an axis may end, times a power of ten: near enough to the data, and steady for a while."""
STEPS = (1, 2, 2.5, 5, 10)
LOG_ENDS = (1, 2, 5, 10)
DIGITS = range(1, 10)
MARGIN = 0.025
"""Share of an axis left free beyond the data, so that a line at its end is not cut in half."""
FINE, HUGE = 9e-5, 1e6
"""Steps below and numbers from here on are written with powers of ten."""
MINUS = "−"


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
    """Powers of ten; twice and five times as well, or all digits, where there is room. Positions are log₁₀."""
    low, high = limits
    powers = range(math.floor(low), math.ceil(high) + 1)
    for digits in (DIGITS, (1, 2, 5), (1,)):
        values = [(power, digit) for power in powers for digit in digits]
        shown = [(p + math.log10(d), p, d) for p, d in values if low <= p + math.log10(d) <= high]
        if len(shown) <= most:
            return [(at, power_text(p, d)) for at, p, d in shown]
    every = math.ceil(len(shown) / max(most, 1))
    return [(at, power_text(p, d)) for at, p, d in shown if p % every == 0]


def log_grid(limits: Limits) -> list[float]:
    """Positions (log₁₀) of all digits of all decades."""
    low, high = limits
    powers = range(math.floor(low), math.ceil(high) + 1)
    positions = [p + math.log10(d) for p in powers for d in DIGITS]
    return [at for at in positions if low <= at <= high]


def tick_text(value: float, step: float) -> str:
    """A number with just as many decimals as its neighbours need."""
    if step < FINE or abs(value) >= HUGE:
        return f"{value:.3g}".replace("e+", "e").replace("-", MINUS)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    if decimals and not math.isclose(step * 10**decimals, round(step * 10**decimals), rel_tol=1e-6):
        decimals += 1
    return f"{value + 0.0:,.{decimals}f}".replace("-", MINUS)


def power_text(power: int, digit: int) -> str:
    """digit · 10^power, plain between a thousandth and a thousand."""
    if -3 <= power <= 3:
        return tick_text(digit * 10.0**power, 10.0**power)
    exponent = str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"10{exponent}" if digit == 1 else f"{digit}·10{exponent}"


def number(value: float, digits: int = 4) -> str:
    """A number with so many significant digits and a real minus sign; a dash where there is none."""
    return "–" if np.isnan(value) else f"{value:#.{digits}g}".rstrip(".").replace("-", MINUS)
