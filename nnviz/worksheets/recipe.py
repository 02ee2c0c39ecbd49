"""Recipe: how one number is made of others, as a sum of products; computed, written in symbols, or in numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from nnviz.engine.activations import ACTIVATIONS
from nnviz.engine.experiment import LayerSpec
from nnviz.worksheets.quantity import Quantity, Symbol

Numbers = Mapping[Quantity, float]
Piece = str | Symbol
Line = tuple[Piece, ...]
"""Text with symbols in it."""
Write = Callable[[Quantity], Piece]
"""How a quantity is put into a line: as its symbol or as its number."""
IDENTITY = LayerSpec(1, "identity")


@dataclass(frozen=True)
class Factor:
    """One factor of a product.

    law     one of LAWS;  of: the quantities it is made of
    spec    the layer whose activation it is;  number: of a constant
    """

    law: str
    of: tuple[Quantity, ...] = ()
    spec: LayerSpec = IDENTITY
    number: float = 1.0

    def value(self, numbers: Numbers) -> float:
        """What it is for these numbers; infinite or undefined where it does not exist."""
        return LAWS[self.law].value(self, tuple(numbers[quantity] for quantity in self.of))

    def line(self, write: Write) -> Line:
        """How it is written."""
        return LAWS[self.law].line(self, tuple(map(write, self.of)))


@dataclass(frozen=True)
class Term:
    """An addend: a product, taken away where `sign` is −1."""

    factors: tuple[Factor, ...]
    sign: int = 1

    def value(self, numbers: Numbers) -> float:
        """sign · product."""
        return self.sign * math.prod(factor.value(numbers) for factor in self.factors)

    def line(self, write: Write) -> Line:
        """The product, without its sign."""
        return _product(self.factors, write)


@dataclass(frozen=True)
class Recipe:
    """(Σ terms) · outer."""

    terms: tuple[Term, ...]
    outer: tuple[Factor, ...] = ()

    def value(self, numbers: Numbers) -> float:
        """The result for these numbers."""
        with np.errstate(all="ignore"):
            # math.fsum refuses to add infinities of both signs.
            total = sum(term.value(numbers) for term in self.terms)
            return float(total * math.prod(factor.value(numbers) for factor in self.outer))

    def lines(self, write: Write) -> tuple[Line, ...]:
        """Pieces between which a line may break: one for each term, the last one with the outer factors."""
        lines = [_signed(n, term, write) for n, term in enumerate(self.terms)]
        if self.outer:
            around = len(lines) > 1 or self.terms[0].sign < 0
            lines[0] = ("(", *lines[0]) if around else lines[0]
            lines[-1] = (*lines[-1], ")" if around else "", " · ", *_product(self.outer, write))
        return tuple(tuple(piece for piece in line if piece) for line in lines)

    def parts(self) -> tuple[Term, ...]:
        """What one works out first: the addends, of a single one its factors, of a function its argument; then what
        they are multiplied by."""
        terms = self.terms if len(self.terms) > 1 else tuple(_argument(factor) for factor in self.terms[0].factors)
        return (*terms, *(Term((factor,)) for factor in self.outer))


@dataclass(frozen=True)
class Law:
    """Value of a factor, and how it is written; both get what the factor is made of."""

    value: Callable[[Factor, tuple[float, ...]], float]
    line: Callable[[Factor, tuple[Piece, ...]], Line]


def _argument(factor: Factor) -> Term:
    return Term((Factor("value", factor.of) if factor.law == "activation" else factor,))


def _product(factors: tuple[Factor, ...], write: Write) -> Line:
    line: Line = ()
    for factor in factors:
        line = (*line, " · ", *factor.line(write)) if line else factor.line(write)
    return line


def _signed(number: int, term: Term, write: Write) -> Line:
    sign = ("+ " if number else "") if term.sign > 0 else "− "
    return (sign, *term.line(write))


def _log(value: float) -> float:
    return math.log(value) if value > 0 else -math.inf


def _activation(factor: Factor, values: tuple[float, ...]) -> float:
    z = np.array([values[0]])
    return float(ACTIVATIONS[factor.spec.activation](factor.spec).value(z)[0])


def _slope(factor: Factor, values: tuple[float, ...]) -> float:
    z, a = np.array(values[:1]), np.array(values[1:])
    return float(ACTIVATIONS[factor.spec.activation](factor.spec).derivative(z, a)[0])


def _slope_at_activation(factor: Factor, values: tuple[float, ...]) -> float:
    return _slope(factor, (values[1], _activation(factor, values[1:])))


def _written_activation(factor: Factor, pieces: tuple[Piece, ...]) -> Line:
    before, after = WRITTEN.get(factor.spec.activation, ("f(", ")"))
    return (before, pieces[0], after)


def _written_slope(factor: Factor, pieces: tuple[Piece, ...]) -> Line:
    z, a = pieces
    lines: dict[str, Line] = {"sigmoid": (a, " · (1 − ", a, ")"), "tanh": ("(1 − ", a, "²)")}
    return lines.get(factor.spec.activation, ("f′(", z, ")"))


def _over_exponentials(factor: Factor, values: tuple[float, ...]) -> float:
    with np.errstate(over="ignore"):
        return float(1 / np.exp(np.array(values)).sum())


def _written_exponentials(factor: Factor, pieces: tuple[Piece, ...]) -> Line:
    line: Line = ()
    for piece in pieces:
        line = (*line, " + exp(" if line else "1 / (exp(", piece, ")")
    return (*line, ")")


WRITTEN = {"sigmoid": ("σ(", ")"), "tanh": ("tanh(", ")"), "relu": ("max(0, ", ")"), "identity": ("", "")}

LAWS: dict[str, Law] = {
    "value": Law(lambda factor, v: v[0], lambda factor, p: p),
    "constant": Law(lambda factor, v: factor.number, lambda factor, p: (f"{factor.number:.6g}",)),
    "share": Law(lambda factor, v: 1 / factor.number, lambda factor, p: (f"1/{factor.number:.0f}",)),
    "double_share": Law(lambda factor, v: 2 / factor.number, lambda factor, p: (f"2/{factor.number:.0f}",)),
    "gap_squared": Law(lambda factor, v: (v[0] - v[1]) ** 2, lambda factor, p: ("(", p[0], " − ", p[1], ")²")),
    "log": Law(lambda factor, v: _log(v[0]), lambda factor, p: ("ln(", p[0], ")")),
    "rest": Law(lambda factor, v: 1 - v[0], lambda factor, p: ("(1 − ", p[0], ")")),
    "log_of_rest": Law(lambda factor, v: _log(1 - v[0]), lambda factor, p: ("ln(1 − ", p[0], ")")),
    "exponential": Law(
        lambda factor, v: float(np.exp(np.float64(v[0]))), lambda factor, p: ("exp(", p[0], ")")
    ),
    "over_exponentials": Law(_over_exponentials, _written_exponentials),
    "activation": Law(_activation, _written_activation),
    "slope": Law(_slope, _written_slope),
    "slope_at_activation": Law(_slope_at_activation, _written_slope),
}  # fmt: skip
"""Activations and their slopes are those of `engine.activations`; the slope at a is a mistake."""
