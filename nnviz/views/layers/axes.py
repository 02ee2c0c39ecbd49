"""Axes: where they end so that they stay calm while values move, and what is written there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nnviz.widgets.numerals import MINUS, raised, ten_to

Limits = tuple[float, float]

BOUNDS: dict[str, Limits] = {
    "sigmoid": (0.0, 1.0), "softmax": (0.0, 1.0), "step": (0.0, 1.0),
    "tanh": (-1.0, 1.0), "sign": (-1.0, 1.0),
}  # fmt: skip
"""What bounded activations can put out; the axes of all others follow the data."""
ENDS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""Where an axis may end, times a power of ten."""
WIDEST = "8.888×10⁻⁸⁸"
"""Columns of numbers are as wide as this."""
FALL = 0.6
"""An axis shrinks only when less than this share of it is needed."""


def end_above(top: float) -> float:
    """`top` rounded up to a number that reads well; 1 where there is nothing above 0."""
    if not (top > 0 and math.isfinite(top)):
        return 1.0
    power = 10.0 ** math.floor(math.log10(top))
    step = next(step for step in ENDS if top <= step * power * (1 + 1e-9))
    return float(f"{step * power:.2g}")


def calm_end(before: float, now: float) -> float:
    """`now`, but not an end that is only a little below the one `before` (0: there was none)."""
    return before if FALL * before < now < before else now


def symmetric_limits(edges: Sequence[float], before: Limits) -> Limits:
    """−L … L around all edges, so that 0 is in the middle."""
    end = calm_end(before[1], end_above(max(abs(edges[0]), abs(edges[-1]))))
    return -end, end


def value_limits(activation: str, edges: Sequence[float], before: Limits) -> Limits:
    """The axis of activations: their bounds where there are any, else 0 and whatever the data needs below and above.
    `activation` is "" where a skip connection leaves no bounds."""
    if activation in BOUNDS:
        return BOUNDS[activation]
    low = calm_end(-before[0], end_above(-edges[0])) if edges[0] < 0 else 0.0
    high = calm_end(before[1], end_above(edges[-1])) if edges[-1] > 0 or not low else 0.0
    return 0.0 - low, high


def decades(values: Sequence[float], before: Limits) -> Limits:
    """log₁₀ limits at powers of ten around positive values; a decade that became empty stays until the next one does.

    The least value is a little above the lower limit: its bar can be seen.
    """
    known = [math.log10(value) for value in values if value > 0 and math.isfinite(value)]
    if not known:
        return before
    low, high = float(math.floor(min(known) - 0.15)), float(math.ceil(max(known) + 1e-9))
    low = before[0] if before[0] <= low <= before[0] + 1 else low
    high = before[1] if before[1] - 1 <= high <= before[1] else high
    return low, max(high, low + 2)


def decade_ticks(limits: Limits, most: int) -> list[tuple[float, str]]:
    """Powers of ten within log₁₀ limits, evenly thinned to at most so many: (log₁₀, text)."""
    low, high = math.ceil(limits[0]), math.floor(limits[1])
    every = max(1, math.ceil((high - low) / max(most - 1, 1)))
    return [(float(power), power_text(power)) for power in range(low, high + 1, every)]


def power_text(power: int) -> str:
    """10ⁿ, plain for 0.01 … 100."""
    return f"{10.0**power:g}" if -2 <= power <= 2 else ten_to(power)


def tick_text(value: float) -> str:
    """The end of an axis, as short as it can be written."""
    size = abs(value)
    if size == 0 or 1e-3 <= size < 1e4:
        return f"{value:g}".replace("-", MINUS)
    mantissa, _, power = f"{value:e}".partition("e")
    digits = f"{float(mantissa):g}"
    one = {"1": "", "-1": MINUS}
    return one[digits] + ten_to(int(power)) if digits in one else raised(f"{digits}e{power}")
