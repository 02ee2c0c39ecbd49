"""Numerals: a number as it is written on screen, with four significant digits, and all of its digits."""

from __future__ import annotations

import math

MINUS = "−"
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
DIGITS = 4


def short(value: float, digits: int = DIGITS) -> str:
    """The number with so many significant digits: 0.25, −1234, 7.389×10⁻⁶, ∞; a dash where it is undefined.

    There is no −0.
    """
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    mantissa, mark, power = f"{value + 0.0:.{digits}g}".partition("e")
    tail = f"×10{str(int(power)).translate(SUPERSCRIPTS)}" if mark else ""
    return mantissa.replace("-", MINUS) + tail


def full(value: float) -> str:
    """The shortest text that stands for exactly this number, as a keyboard writes it."""
    return repr(float(value))
