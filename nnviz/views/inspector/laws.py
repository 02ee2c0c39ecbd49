"""Laws: every activation function and its derivative as formulas, typeset and with the numbers of one sample."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from nnviz.widgets.formula import Fine, Word
from nnviz.widgets.numerals import DIGITS, short

MOST_DIGITS = 8
"""Of numbers whose difference is shown; more digits than these nobody reads."""


@dataclass(frozen=True)
class Case:
    """The numbers of one unit: what enters f (z, or n of a normalised unit), what leaves it, and the slope there; its α
    and θ; `sums`: of maxout its own, of softmax its layer's."""

    z: float
    value: float
    slope: float
    alpha: float = 0.0
    theta: float = 0.0
    sums: tuple[float, ...] = ()


Filled = Callable[[Case], tuple[Word, ...]]


@dataclass(frozen=True)
class Law:
    """LaTeX of f and of f′; the same with numbers, between the equals sign before and the result after."""

    value: str
    slope: str
    value_filled: Filled
    slope_filled: Filled


def signed(number: float | Fine) -> Word:
    """A number as a factor or an argument: negative ones in brackets."""
    value = number.value if isinstance(number, Fine) else number
    return ("(", number, ")") if value < 0 else (number,)


def base(number: float) -> Word:
    """A number that is raised to a power: in brackets if it is negative or has a power of ten itself."""
    return ("(", number, ")") if number < 0 or "×" in short(number) else (number,)


def apart(left: float, right: float) -> tuple[float | Fine, float | Fine] | None:
    """Two numbers with the digits in which they differ; None where that takes too many."""
    gap, size = abs(left - right), max(abs(left), abs(right))
    if not 0 < gap < math.inf or gap * 10 > size:
        return left, right
    digits = DIGITS + math.floor(math.log10(size / gap))
    return (Fine(left, digits), Fine(right, digits)) if digits <= MOST_DIGITS else None


def _nothing(case: Case) -> tuple[Word, ...]:
    """Where the result says it all."""
    return ()


def _linear(case: Case, bound: float = 0.0) -> tuple[Word, ...]:
    """α z where z is not above the bound."""
    return () if case.z > bound else (("= ", case.alpha, " · ", *signed(case.z)),)


def _logistic(z: float) -> Word:
    return ("1 / (1 + exp(", -z, "))")


def _softmax(case: Case) -> tuple[Word, ...]:
    """eᶻ over the sum of all; the way by the largest sum, which cannot overflow, shows nothing that is worth seeing."""
    try:
        powers = [math.exp(z) for z in case.sums]
    except OverflowError:
        return ()
    return (("= ", math.exp(case.z), " / ", math.fsum(powers)),)


def _maxout(case: Case) -> tuple[Word, ...]:
    parts = [("max(" if not n else "", z, ")" if n == len(case.sums) - 1 else ",") for n, z in enumerate(case.sums)]
    return (("= ", *parts[0]), *parts[1:])


def _elu(case: Case) -> tuple[Word, ...]:
    return () if case.z > 0 else (("= ", case.alpha, " · (exp(", case.z, ") − 1)"),)


def _elu_slope(case: Case) -> tuple[Word, ...]:
    return () if case.z > 0 else (("= ", case.alpha, " · exp(", case.z, ")"),)


def _swish(case: Case) -> tuple[Word, ...]:
    return (("= ", *signed(case.z), " / (1 + exp(", -case.z, "))"),)


def _kept(case: Case) -> tuple[Word, ...]:
    """y (1 − y)."""
    pair = apart(1.0, case.value)
    return (("= ", pair[1], " · (1 − ", pair[1], ")"),) if pair else ()


def _tanh_slope(case: Case) -> tuple[Word, ...]:
    """1 − a²; near ±1, a has to have as many digits as its square."""
    pair = apart(1.0, abs(case.value))
    if pair is None:
        return ()
    digits = pair[1].digits if isinstance(pair[1], Fine) else DIGITS
    return (("= 1 − ", *signed(Fine(case.value, digits)), "²"),)


def _cases(above: str, below: str, bound: str = "0") -> str:
    return rf"\begin{{cases}} {above} & z > {bound} \\ {below} & z \le {bound} \end{{cases}}"


LAWS: dict[str, Law] = {
    "identity": Law("a = z", "f'(z) = 1", _nothing, _nothing),
    "step": Law("a = " + _cases("1", "0"), "f'(z) = 0", _nothing, _nothing),
    "sign": Law(r"a = \mathrm{sign}\,z", "f'(z) = 0", _nothing, _nothing),
    "sigmoid": Law(
        r"a = \sigma(z) = \frac{1}{1 + e^{-z}}", r"f'(z) = a\,(1 - a)", lambda c: (("= ", *_logistic(c.z)),), _kept
    ),
    "tanh": Law(
        r"a = \tanh z",
        "f'(z) = 1 - a^2",
        lambda c: (("= tanh(", c.z, ")"),),
        _tanh_slope,
    ),
    "relu": Law(
        r"a = \mathrm{max}(0, z)", "f'(z) = " + _cases("1", "0"), lambda c: (("= max(0, ", c.z, ")"),), _nothing
    ),
    "leaky_relu": Law(
        "a = " + _cases("z", r"\alpha z"), "f'(z) = " + _cases("1", r"\alpha"), _linear, _nothing
    ),
    "prelu": Law(
        "a = " + _cases("z", r"\alpha_j z"), "f'(z) = " + _cases("1", r"\alpha_j"), _linear, _nothing
    ),
    "elu": Law(
        "a = " + _cases("z", r"\alpha\,(e^{z} - 1)"), "f'(z) = " + _cases("1", r"\alpha\,e^{z}"), _elu, _elu_slope
    ),
    "thresholded_relu": Law(
        "a = " + _cases("z", "0", r"\theta"), "f'(z) = " + _cases("1", "0", r"\theta"), _nothing, _nothing
    ),
    "softplus": Law(
        r"a = \ln(1 + e^{z})",
        r"f'(z) = \sigma(z)",
        lambda c: (("= ln(1 + exp(", c.z, "))"),),
        lambda c: (("= ", *_logistic(c.z)),),
    ),
    "swish": Law(
        r"a = z\,\sigma(z)",
        r"f'(z) = \sigma(z) + a\,(1 - \sigma(z))",
        _swish,
        _nothing,
    ),
    "maxout": Law(r"a = \max_p z_p", "f'(z_p) = 1", _maxout, _nothing),
    "softmax": Law(
        r"a_j = \frac{e^{z_j}}{\sum_k e^{z_k}}",
        r"\frac{\partial a_j}{\partial z_j} = a_j\,(1 - a_j)",
        _softmax,
        _kept,
    ),
}  # fmt: skip
"""By the names of `engine.activations`, with the same sources."""
