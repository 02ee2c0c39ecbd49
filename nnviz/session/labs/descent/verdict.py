"""Verdict: what a path says about its learning rate: too small, good, too large, diverging, and a few more findings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.surfaces import Surface
from nnviz.session.labs.descent.racer import Racer

FINDINGS = ("early", "diverging", "downhill", "arrived", "stuck", "large", "small", "stalled", "good")
EARLY = 6
"""Moves after which something can be said."""
RECENT = 20
"""Moves that are looked at, the last ones."""
ARRIVED = 1e-3
"""Share of the height over the floor that is left at the end of a descent."""
FLAT = 2e-3
"""Share of the steepest gradient on the path below which the ground is level."""
ESCAPED = 2.0
"""A loss so many times that of the start, at the highest point of the path, will not come back."""
TURNING = 0.5
"""Share of moves that go against the one before: more than these is to and fro."""
STEADY = 0.6
"""Share of recent moves that go down where the steps are merely small."""
PATIENCE = 60
"""Moves without a lower loss after which it gets no lower."""
SLOW = 0.2
"""Share of the height over the floor that recent moves should have taken off at least."""


def verdict(racer: Racer, surface: Surface) -> str:
    """One of FINDINGS, from the path alone."""
    if racer.gone or racer.steps >= EARLY:
        return next((name for name, holds in CHECKS if holds(racer, surface)), "good")
    return "early"


def _diverging(racer: Racer, surface: Surface) -> bool:
    losses = racer.losses
    if racer.gone:
        return not losses[-1] < losses[0]
    height = _heights(racer, surface)
    return bool(np.isfinite(surface.floor) and losses[-1] == losses.max() and height[-1] > ESCAPED * height[0])


def _downhill(racer: Racer, surface: Surface) -> bool:
    """Below everything that the picture shows, where there is no lowest point."""
    if np.isfinite(surface.floor):
        return False
    x, y = racer.path[-1]
    inside = surface.x[0] <= x <= surface.x[1] and surface.y[0] <= y <= surface.y[1]
    return bool(not inside and racer.losses[-1] < racer.losses[0])


def _arrived(racer: Racer, surface: Surface) -> bool:
    height = _heights(racer, surface)
    return bool(np.isfinite(surface.floor) and height[-1] <= ARRIVED * height[0])


def _stuck(racer: Racer, surface: Surface) -> bool:
    steepness = np.hypot(*surface.gradient(*racer.path.T))
    return bool(steepness[-1] < FLAT * steepness.max())


def _large(racer: Racer, surface: Surface) -> bool:
    moves = np.diff(racer.path[-RECENT - 1 :], axis=0)
    against = np.sum(moves[1:] * moves[:-1], axis=1) < 0
    return bool(against.mean() > TURNING)


def _small(racer: Racer, surface: Surface) -> bool:
    if not np.isfinite(surface.floor):
        way = np.hypot(*(racer.path[-1] - racer.path[-RECENT - 1 :][0]))
        return bool(way < 0.02 * (surface.x[1] - surface.x[0]) and racer.steps >= RECENT)
    recent = _heights(racer, surface)[-RECENT - 1 :]
    # What rolls uphill now and then has steps enough.
    falling = np.mean(np.diff(recent) <= 0) > STEADY
    return bool(racer.steps >= RECENT and falling and recent[-1] > (1 - SLOW) * recent[0])


def _stalled(racer: Racer, surface: Surface) -> bool:
    losses = racer.losses
    return bool(racer.steps > 2 * PATIENCE and losses[-PATIENCE:].min() >= losses[:-PATIENCE].min())


def _heights(racer: Racer, surface: Surface) -> NDArray[np.float64]:
    """(steps + 1,) loss above the lowest there is."""
    return np.asarray(racer.losses - surface.floor)


CHECKS = (
    ("diverging", _diverging),
    ("downhill", _downhill),
    ("arrived", _arrived),
    ("stuck", _stuck),
    ("large", _large),
    ("small", _small),
    ("stalled", _stalled),
)
"""The first that holds."""
