"""Filled: the terms of a step with the numbers of one axis put in, as words of a formula."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.session.labs.descent.racer import Step
from nnviz.session.labs.descent.terms import corrected_m, corrected_v
from nnviz.widgets.formula import Word

Filled = Callable[[Step, int], tuple[Word, ...]]


def _signed(number: float) -> Word:
    """A number as a factor: a negative one in brackets."""
    return ("(", number, ")") if number < 0 else (number,)


def _old(step: Step, name: str, axis: int) -> Word:
    return _signed(float(step.before[name][axis]))


def _new(step: Step, name: str, axis: int) -> Word:
    return _signed(float(step.after[name][axis]))


def _g(step: Step, axis: int) -> Word:
    return _signed(float(step.g[axis]))


def _descent(step: Step, axis: int) -> Word:
    return ("− ", step.rate, " · ", *_g(step, axis))


def _plain(step: Step, axis: int) -> tuple[Word, ...]:
    return (("= ", *_descent(step, axis)),)


def _velocity(step: Step, axis: int) -> tuple[Word, ...]:
    return (("= ", step.experiment.momentum, " · ", *_old(step, "v", axis)), _descent(step, axis))


def _ahead(step: Step, axis: int) -> tuple[Word, ...]:
    return (("= ", step.experiment.momentum, " · ", *_new(step, "v", axis)), _descent(step, axis))


def _gathered(step: Step, axis: int) -> tuple[Word, ...]:
    return (("= ", *_old(step, "h", axis)), ("+ ", *_g(step, axis), "²"))


def _divided(step: Step, axis: int) -> tuple[Word, ...]:
    root: Word = ("/ (√", float(step.after["h"][axis]), " + ", step.experiment.epsilon, ")")
    return (("= ", *_descent(step, axis)), root)


def _faded(name: str, beta: str, square: str) -> Filled:
    """β · old + (1 − β) · g, or g²."""

    def filled(step: Step, axis: int) -> tuple[Word, ...]:
        share = getattr(step.experiment, beta)
        return (
            ("= ", share, " · ", *_old(step, name, axis)),
            ("+ (1 − ", share, ") · ", *_g(step, axis), square),
        )

    return filled


def _unbiased(name: str, beta: str) -> Filled:
    def filled(step: Step, axis: int) -> tuple[Word, ...]:
        return (("= ", *_new(step, name, axis)), ("/ ", 1 - getattr(step.experiment, beta) ** step.number))

    return filled


def _adam(step: Step, axis: int) -> tuple[Word, ...]:
    top: Word = ("= − ", step.rate, " · ", *_signed(float(corrected_m(step)[axis])))
    return (top, ("/ (√", float(corrected_v(step)[axis]), " + ", step.experiment.epsilon, ")"))


def _next(step: Step, axis: int) -> tuple[Word, ...]:
    change = float(step.w_next[axis] - step.w[axis])
    return (("= ", float(step.w[axis])), ("+ ", *_signed(change)))


FILLED: dict[tuple[str, str], Filled] = {
    ("", "new_w"): _next,
    ("sgd", "change"): _plain,
    ("nesterov", "change"): _ahead,
    ("adagrad", "change"): _divided,
    ("rmsprop", "change"): _divided,
    ("adam", "change"): _adam,
    ("momentum", "new_v"): _velocity,
    ("nesterov", "new_v"): _velocity,
    ("adagrad", "new_h"): _gathered,
    ("rmsprop", "new_h"): _faded("h", "decay", "²"),
    ("adam", "new_m"): _faded("m", "momentum", ""),
    ("adam", "new_v"): _faded("v", "decay", "²"),
    ("adam", "corrected_m"): _unbiased("m", "momentum"),
    ("adam", "corrected_v"): _unbiased("v", "decay"),
}
"""By optimizer ("": all others) and term, like the formulas."""


def filled_in(step: Step, name: str, axis: int) -> tuple[Word, ...]:
    """Words of a term; none where there is nothing to compute."""
    found = FILLED.get((step.experiment.optimizer, name)) or FILLED.get(("", name))
    return found(step, axis) if found else ()
