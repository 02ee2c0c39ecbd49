"""Slips: the mistakes that people make in a line, as a table; which of them explains a wrong answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from nnviz.worksheets.quantity import Quantity
from nnviz.worksheets.recipe import Factor, Numbers, Recipe, Term
from nnviz.worksheets.sheet import Item, Worksheet

REACH = 1.0
"""Units of the last place by which an answer may miss what a slip leads to."""
APART = 2.0
"""A slip must lead so many units away from the right value: nearer, it explains nothing."""


@dataclass(frozen=True)
class Slip:
    """A mistake. name: one of SLIPS; term: which addend it is about, from 0, −1 where it is about none."""

    name: str
    term: int = -1


@dataclass(frozen=True)
class Case:
    """A line and the numbers it is made of."""

    item: Item
    numbers: Numbers

    @property
    def recipe(self) -> Recipe:
        """How the line is made."""
        return self.item.recipe

    @property
    def kind(self) -> str:
        """What is asked for."""
        return self.item.quantity.kind

    @property
    def is_update(self) -> bool:
        """True for new weights and biases."""
        return self.kind in ("new_w", "new_b")


Wrong = tuple[int, Recipe]
"""The addend a mistake is about (−1: none), and what is then computed."""
Exchange = Callable[[Quantity], Quantity]


def slip_behind(sheet: Worksheet, item: Item, typed: float) -> Slip | None:
    """The slip that leads to this wrong answer; None where none does, or several do."""
    unit = 10.0**-sheet.decimals
    found = {
        slip
        for slip, value in slips_of(sheet, item)
        if abs(value - typed) <= REACH * unit < APART * unit < abs(value - item.value)
    }
    return found.pop() if len(found) == 1 else None


def slips_of(sheet: Worksheet, item: Item) -> Iterator[tuple[Slip, float]]:
    """Every slip that this line allows, with the value it leads to."""
    case = Case(item, sheet.numbers)
    for name, wrong in SLIPS.items():
        for term, recipe in wrong(case):
            yield Slip(name, term), recipe.value(sheet.numbers)


def _without_bias(case: Case) -> Iterator[Wrong]:
    if case.kind == "z":
        yield -1, replace(case.recipe, terms=case.recipe.terms[:-1])


def _one_left_out(case: Case) -> Iterator[Wrong]:
    """Any addend but a bias, for which there is a slip of its own, and the step of an update."""
    terms = case.recipe.terms
    last = len(terms) - (case.kind == "z")
    if len(terms) > 1 and not case.is_update:
        for n in range(last):
            yield n, replace(case.recipe, terms=terms[:n] + terms[n + 1 :])


def _one_sign(case: Case) -> Iterator[Wrong]:
    """Where the other addends are not all 0: else it is the sign of the whole."""
    values = [term.value(case.numbers) for term in case.recipe.terms]
    for n, term in enumerate(case.recipe.terms):
        if any(values[:n] + values[n + 1 :]) and not case.is_update:
            yield n, _with_term(case.recipe, n, replace(term, sign=-term.sign))


def _all_signs(case: Case) -> Iterator[Wrong]:
    """t − y in place of y − t, say."""
    if not case.is_update:
        yield -1, replace(case.recipe, terms=tuple(replace(term, sign=-term.sign) for term in case.recipe.terms))


def _added(case: Case) -> Iterator[Wrong]:
    if case.is_update:
        yield -1, _with_term(case.recipe, 1, replace(case.recipe.terms[1], sign=1))


def _without_rate(case: Case) -> Iterator[Wrong]:
    if case.is_update:
        step = case.recipe.terms[1]
        yield -1, _with_term(case.recipe, 1, replace(step, factors=step.factors[1:]))


def _without_outer(laws: tuple[str, ...]) -> Callable[[Case], Iterator[Wrong]]:
    def without(case: Case) -> Iterator[Wrong]:
        kept = tuple(factor for factor in case.recipe.outer if factor.law not in laws)
        if kept != case.recipe.outer:
            yield -1, replace(case.recipe, outer=kept)

    return without


def _sum_for_activation(case: Case) -> Iterator[Wrong]:
    """z of the layer before where its a is meant, and z (1 − z) as a slope."""
    if case.kind in ("z", "dw"):
        before = case.item.quantity.layer - 1
        yield from _exchanged(case, lambda q: Quantity("z", before, q.unit) if q.kind == "a" else q)
    if any(factor.law == "slope" for factor in case.recipe.outer):
        yield -1, _with_slope(case.recipe, lambda factor: replace(factor, of=(factor.of[0],) * 2))


def _activation_for_sum(case: Case) -> Iterator[Wrong]:
    """The slope at a in place of that at z."""
    if any(factor.law == "slope" for factor in case.recipe.outer):
        yield -1, _with_slope(case.recipe, lambda factor: replace(factor, law="slope_at_activation"))


def _with_slope(recipe: Recipe, change: Callable[[Factor], Factor]) -> Recipe:
    return replace(recipe, outer=tuple(change(part) if part.law == "slope" else part for part in recipe.outer))


def _new_weights(case: Case) -> Iterator[Wrong]:
    if case.kind == "delta":
        yield from _exchanged(case, lambda q: q._replace(kind="new_w") if q.kind == "w" else q)


def _swapped(case: Case) -> Iterator[Wrong]:
    """w with its indices the other way round, where there are such weights."""
    if case.kind in ("z", "delta"):
        yield from _exchanged(case, lambda q: q._replace(unit=q.source, source=q.unit) if q.kind == "w" else q)


def _exchanged(case: Case, exchange: Exchange) -> Iterator[Wrong]:
    """With other quantities in all addends; nothing where one of them does not exist or nothing changes."""
    old = case.recipe.terms
    changed = [tuple(replace(factor, of=tuple(map(exchange, factor.of))) for factor in term.factors) for term in old]
    terms = tuple(replace(term, factors=factors) for term, factors in zip(old, changed, strict=True))
    if terms != old and _known(terms, case.numbers):
        yield -1, replace(case.recipe, terms=terms)


def _known(terms: Iterable[Term], numbers: Numbers) -> bool:
    return all(quantity in numbers for term in terms for factor in term.factors for quantity in factor.of)


def _with_term(recipe: Recipe, n: int, term: Term) -> Recipe:
    return replace(recipe, terms=(*recipe.terms[:n], term, *recipe.terms[n + 1 :]))


SLIPS: dict[str, Callable[[Case], Iterator[Wrong]]] = {
    "bias": _without_bias,
    "left_out": _one_left_out,
    "sign": _one_sign,
    "reversed": _all_signs,
    "sum_for_activation": _sum_for_activation,
    "activation_for_sum": _activation_for_sum,
    "slope": _without_outer(("slope",)),
    "mean": _without_outer(("share", "double_share")),
    "new_weights": _new_weights,
    "swapped": _swapped,
    "added": _added,
    "rate": _without_rate,
}
"""By what goes wrong."""
