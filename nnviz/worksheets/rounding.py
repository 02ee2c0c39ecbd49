"""Rounding as it is taught: half a unit of the last place goes up, away from 0.

Python's own takes half a unit to the even digit, and decimal fractions for the binary ones nearest to them, some of
which are less: 0.125 and 0.175 would be rounded down.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal

MEANT = 14
"""Digits of a number that are meant; the others are what binary fractions add to decimal ones."""
LONGEST = 400
"""More digits than any number here has."""


def half_up(value: float, decimals: int) -> float:
    """The value with so many decimals, never −0; an infinite one stays what it is."""
    if not math.isfinite(value):
        return value
    unit = Decimal(1).scaleb(-decimals)
    return float(Decimal(f"{value:.{MEANT}g}").quantize(unit, ROUND_HALF_UP, Context(prec=LONGEST))) + 0.0
