"""Ends of the axes: of values so that they stay calm while these move, and of logarithms at powers of ten."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from nnviz.engine.diagnosis import Histogram
from nnviz.views.labs.depth.outline import occupied
from nnviz.widgets.ticks import Limits, round_up

BOUNDS: dict[str, Limits] = {"sigmoid": (0.0, 1.0), "softmax": (0.0, 1.0), "tanh": (-1.0, 1.0)}
"""What bounded activations can put out."""
FALL = 0.6
"""An axis shrinks only when less than this share of it is needed."""
ENDS = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)
DECADES: Limits = (-4.0, 0.0)
LEAST = -30.0
"""Decades below the largest that a logarithmic axis shows at most."""


def value_limits(histograms: Sequence[Histogram], bounds: Iterable[Limits | None], before: Limits) -> Limits:
    """One axis for all: 0, the bounds of activations that have them, and whatever is beyond."""
    fixed = [bound for bound in bounds if bound]
    spans = [_span(histogram) for histogram in histograms]
    low = min(0.0, *(bound[0] for bound in (*fixed, *spans)))
    high = max(0.0, *(bound[1] for bound in (*fixed, *spans)))
    ends = {bound for pair in fixed for bound in pair}
    return -_end(-low, ends, -before[0]), _end(high, ends, before[1]) or (0.0 if low < 0 else 1.0)


def symmetric_limits(histograms: Sequence[Histogram], before: Limits) -> Limits:
    """−L … L around everything."""
    top = max(abs(end) for histogram in histograms for end in _span(histogram))
    end = _end(top, set(), before[1]) or 1.0
    return -end, end


def decades(values: Iterable[float], before: Limits) -> Limits:
    """log₁₀ limits at powers of ten around positive values, the least a little above the lower one; a decade that
    became empty stays until the next one does."""
    logs = [math.log10(value) for value in values if value > 0 and math.isfinite(value)]
    if not logs:
        return before
    low, high = float(math.floor(min(logs) - 0.15)), float(math.ceil(max(logs) + 1e-9))
    low = max(low, high + LEAST)
    low = before[0] if before[0] <= low <= before[0] + 1 else low
    high = before[1] if before[1] - 1 <= high <= before[1] else high
    return low, max(high, low + 2)


def _span(histogram: Histogram) -> Limits:
    """From the first to the last bin that is not empty; of values that are all alike, an axis that shows them small."""
    bins = occupied(histogram)
    if bins.stop - bins.start == 1:
        return 0.0, max(1.0, float(histogram.edges[bins.stop]))
    return float(histogram.edges[bins.start]), float(histogram.edges[bins.stop])


def _end(size: float, ends: set[float], before: float) -> float:
    """`size` rounded up to a number that reads well, bounds of activations left as they are."""
    if size <= 0 or size in ends or not math.isfinite(size):
        return max(size, 0.0) if math.isfinite(size) else 1.0
    end = round_up(size, ENDS)
    return before if FALL * before < end < before else end
