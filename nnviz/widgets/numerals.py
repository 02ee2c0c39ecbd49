"""Numerals: how a number is written on screen, with four significant digits or as a percentage, and all its digits."""

from __future__ import annotations

import math

MINUS = "−"
NONE = "–"
"""Where there is no number."""
NO_BREAK = "\u00a0"
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
DIGITS = 4
MILLION = 1e6 - 0.5
"""What rounds to less is written without a power of ten."""


def short(value: float, digits: int = DIGITS) -> str:
    """The number with so many significant digits: 0.25, −1234, 7.389×10⁻⁶, ∞; a dash where it is undefined.

    Below a million all digits before the point stand, so that a power of ten is never longer. There is no −0.
    """
    if math.isnan(value):
        return NONE
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    whole = 10**digits - 0.5 <= abs(value) < MILLION
    return raised(f"{value + 0.0:.0f}" if whole else f"{value + 0.0:.{digits}g}")


def raised(text: str) -> str:
    """A finite number as Python writes it, as people do: −7.4×10⁻⁶ for "-7.4e-06"."""
    mantissa, mark, power = text.partition("e")
    return mantissa.replace("-", MINUS) + (f"×{ten_to(int(power))}" if mark else "")


def ten_to(power: int) -> str:
    """A power of ten: 10⁻⁶."""
    return "10" + str(power).translate(SUPERSCRIPTS)


def hundredths(share: float, decimals: int = 1) -> str:
    """A share 0…1 in percent without the sign. Only all is called 100 and only nothing 0."""
    if math.isnan(share):
        return NONE
    if share in (0.0, 1.0):
        return f"{100 * share:.0f}"
    least = 10.0**-decimals
    return f"{min(max(100 * share, least), 100 - least):.{decimals}f}"


def percent(share: float, decimals: int = 1) -> str:
    """The same with the sign, on one line with it; a dash where the share is undefined."""
    return NONE if math.isnan(share) else f"{hundredths(share, decimals)}{NO_BREAK}%"


def full(value: float) -> str:
    """The shortest text that stands for exactly this number, as a keyboard writes it."""
    return repr(float(value))
