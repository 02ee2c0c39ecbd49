"""Activation → colour: which values an activation can take, and the scale its units are filled with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.experiment import LayerSpec
from nnviz.theme.palettes import Palette
from nnviz.theme.scales import Rgb, between, diverging

SHARE, SIGNED, POSITIVE, OPEN = "share", "signed", "positive", "open"
"""Kinds of values: 0…1, −1…1, 0…∞ and −∞…∞."""

KINDS = {
    "sigmoid": SHARE, "softmax": SHARE, "step": SHARE,
    "tanh": SIGNED, "sign": SIGNED,
    "relu": POSITIVE, "thresholded_relu": POSITIVE, "softplus": POSITIVE,
}  # fmt: skip
"""The kind of every activation; those not named are OPEN."""

MANY = 50
"""From so many values on, a limit leaves out the largest ones: a few outliers would make all others pale."""
OUTLIERS = (2, 0.002)
"""How many are left out: two, or this share of all, whichever is more."""
WEIGHT_OUTLIERS = (2, 0.006)
"""The same of a weight matrix, most of whose weights are small."""
HUGE = 1e30
FALL = 0.6
"""A limit falls only when less than this share of it is needed, so that colours and legend stay calm."""
STEPS = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True)
class ValueScale:
    """Values from `low` over `middle` to `high`. Ink: paper → ink; otherwise negative → zero → positive colour."""

    low: float
    middle: float
    high: float
    ink: bool = False

    def colors(self, values: NDArray[Any], palette: Palette) -> Rgb:
        """(…,) values → (…, 3) colours; values beyond the ends get the end's colour, infinite ones too."""
        values = np.clip(np.nan_to_num(values), -HUGE, HUGE)
        if self.ink:
            return between((values - self.low) / (self.high - self.low), palette.paper, palette.ink)
        return diverging(values - self.middle, self.high - self.middle, palette)


def value_scale(activation: str, limit: float, plane: bool = False) -> ValueScale:
    """The scale of a layer; `limit` is that of unbounded values.

    With `plane`, units show pictures in the diverging colours: 0…1 then turns at ½, where the class changes.
    """
    kind = KINDS.get(activation, OPEN)
    if kind == SHARE:
        return ValueScale(0.0, 0.5, 1.0) if plane else ValueScale(0.0, 0.0, 1.0, ink=True)
    if kind == POSITIVE and not plane:
        return ValueScale(0.0, 0.0, limit, ink=True)
    return input_scale(1.0 if kind == SIGNED else limit)


def input_scale(limit: float, ink: bool = False) -> ValueScale:
    """The scale of inputs or of any signed value up to ± limit; ink: 0…limit."""
    return ValueScale(0.0, 0.0, limit, ink=True) if ink else ValueScale(-limit, 0.0, limit)


def range_of(layer: LayerSpec) -> str:
    """The activation whose range the values of a layer have: what a skip connection adds leaves them no bounds."""
    return "identity" if layer.residual else layer.activation


def is_open(activation: str) -> bool:
    """True where values have no bound and the scale needs a limit from the data."""
    return KINDS.get(activation, OPEN) in (POSITIVE, OPEN)


def is_share(activation: str) -> bool:
    """True where values lie between 0 and 1."""
    return KINDS.get(activation) == SHARE


def robust_limit(values: NDArray[Any], outliers: tuple[int, float] = OUTLIERS) -> float:
    """A nice limit of |values|, of many values without their outliers."""
    size = np.abs(values[np.isfinite(values)])
    if size.size < MANY:
        return limit_above(float(np.max(size, initial=0.0)))
    place = size.size - 1 - max(outliers[0], int(size.size * outliers[1]))
    return limit_above(float(np.partition(size, place)[place]))


def limit_above(top: float) -> float:
    """`top` rounded up to a number that reads well; in small steps, so that the largest value is never pale."""
    if not top > 0:
        return 1.0
    power = 10.0 ** np.floor(np.log10(top))
    step = next(step for step in STEPS if top <= step * power * (1 + 1e-9))
    return float(f"{step * power:.2g}")


def calm(before: float | None, now: float) -> float:
    """`now`, but not a limit that is only a little below the one `before`."""
    return before if before is not None and FALL * before < now < before else now
