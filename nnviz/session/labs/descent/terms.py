"""Terms: the numbers that one update is made of, in the order in which they are computed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nnviz.session.labs.descent.racer import Step

Values = NDArray[np.float64]
Term = Callable[[Step], Values]


def corrected_m(step: Step) -> Values:
    """m̂ = m' / (1 − β₁ᵗ) of Adam."""
    return np.asarray(step.after["m"] / (1 - step.experiment.momentum**step.number))


def corrected_v(step: Step) -> Values:
    """v̂ = v' / (1 − β₂ᵗ) of Adam."""
    return np.asarray(step.after["v"] / (1 - step.experiment.decay**step.number))


def rates(step: Step) -> Values | None:
    """(2,) what η comes to along x and y after the accumulator has divided it; None where it is η along both."""
    if "h" in step.after:
        return np.asarray(step.rate / (np.sqrt(step.after["h"]) + step.experiment.epsilon))
    if "m" in step.after:
        return np.asarray(step.rate / (np.sqrt(corrected_v(step)) + step.experiment.epsilon))
    return None


def velocity(step: Step) -> Values | None:
    """(2,) v of momentum and Nesterov; of Adam −η m̂ / (√v̂ + ε), what its mean gradient m makes of the step; None where
    nothing of earlier steps goes on."""
    if "m" in step.after:
        return np.asarray(step.w_next - step.w)
    return np.asarray(step.after["v"]) if "v" in step.after else None


def _after(name: str) -> Term:
    return lambda step: np.asarray(step.after[name])


def _gradient(step: Step) -> Values:
    return step.g


def _change(step: Step) -> Values:
    return step.w_next - step.w


def _next(step: Step) -> Values:
    return step.w_next


def _old(step: Step) -> Values:
    return step.w


_HEAD: tuple[tuple[str, Term], ...] = (("w", _old), ("g", _gradient))
_TAIL: tuple[tuple[str, Term], ...] = (("change", _change), ("new_w", _next))
_V, _H = ("new_v", _after("v")), ("new_h", _after("h"))

TERMS: dict[str, tuple[tuple[str, Term], ...]] = {
    "sgd": (*_HEAD, *_TAIL),
    "momentum": (*_HEAD, _V, ("new_w", _next)),
    "nesterov": (*_HEAD, _V, *_TAIL),
    "adagrad": (*_HEAD, _H, *_TAIL),
    "rmsprop": (*_HEAD, _H, *_TAIL),
    "adam": (
        *_HEAD, ("new_m", _after("m")), _V, ("corrected_m", corrected_m), ("corrected_v", corrected_v), *_TAIL,
    ),
}  # fmt: skip
"""By optimizer: names of the terms, and what they are in a step. With momentum w changes by v' itself."""


def terms_of(step: Step) -> dict[str, Values]:
    """All terms of a step by name, (2,) each, in their order."""
    return {name: term(step) for name, term in TERMS[step.experiment.optimizer]}
