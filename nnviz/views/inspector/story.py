"""Story: the formulas of one unit or weight, symbols first, then this sample's numbers."""

from __future__ import annotations

import numpy as np

from nnviz.engine.account import NormAccount, UnitAccount, WeightAccount
from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Array
from nnviz.views.inspector.extras import (
    NORMALISED,
    PULLED,
    SCALED,
    SKIPPED,
    entering,
    leaving,
    lettered,
    normalised_filled,
    pulled_filled,
    scaled_filled,
    skipped_filled,
)
from nnviz.views.inspector.laws import LAWS, Case, apart, signed
from nnviz.views.inspector.rules import RULES, Turn, symbol_of
from nnviz.views.inspector.words import InspectorWords
from nnviz.widgets.formula import Formula, Tex, Word

MOST_TERMS = 4
"""Terms of a sum that are written out; of more, the strongest."""


def symbolic(latex: str, spoken: str) -> Formula:
    """A formula that is one typeset piece."""
    return Formula(((Tex(latex, spoken),),))


class Story:
    """Builds formulas; their spoken side is `words`."""

    def __init__(self, words: InspectorWords) -> None:
        self._words = words

    def _written(self, latex: str, spoken: str) -> Formula:
        """A formula of the program's own notation in that of the theme."""
        return symbolic(self._words.notation.latex(latex), spoken)

    def weighted_sum(self) -> Formula:
        """z."""
        spoken = self._words.said("sum")
        return self._written(r"z_j@{\ell} = \sum_i w_{ij}@{\ell}\,a_i@{\ell-1} + b_j@{\ell}", spoken)

    def weighted_sum_filled(self, account: UnitAccount) -> Formula:
        """z with numbers."""
        words = _products(account.weights, account.inputs, account.products)
        return Formula((*words, ("+ ", *signed(account.bias)), ("= ", account.z)))

    def activation(self, account: UnitAccount) -> Formula:
        """a = f(z)."""
        spoken = self._words.law(account.activation, entering(account), leaving(account))
        return self._written(lettered(LAWS[account.activation].value, account), spoken)

    def activation_filled(self, account: UnitAccount, case: Case) -> Formula:
        """f(z) with numbers; what is dropped or switched off is multiplied away."""
        words = (*LAWS[account.activation].value_filled(case), ("= ", account.value))
        if account.dropped == 1 or account.skip is not None:
            return Formula(words)
        return Formula((*words, ("→ ", account.dropped, " · ", *signed(account.value)), ("= ", account.a)))

    def slope(self, account: UnitAccount) -> Formula:
        """f′(z)."""
        spoken = self._words.slope(account.activation, entering(account))
        return self._written(lettered(LAWS[account.activation].slope, account), spoken)

    def slope_filled(self, account: UnitAccount, case: Case) -> Formula:
        """f′(z) with numbers."""
        return Formula((*LAWS[account.activation].slope_filled(case), ("= ", account.slope)))

    def upstream(self, account: UnitAccount, experiment: Experiment) -> Formula:
        """∂L/∂a: what the next layer, or the loss, sends back."""
        if account.target is None:
            spoken = self._words.said("upstream" if account.out_skip is None else "upstream_skip")
            left = rf"\frac{{\partial L}}{{\partial {leaving(account)}_j@{{\ell}}}}"
            return self._written(f"{left} = {_upstream(account)}", spoken)
        latex = _LOSS_SLOPES[experiment.loss].replace("COUNT", _count(experiment))
        return self._written(latex, self._words.said("loss_slope"))

    def upstream_filled(self, account: UnitAccount, experiment: Experiment, n: int) -> Formula:
        """∂L/∂a with numbers."""
        if account.target is None:
            words = _products(account.out_weights, account.out_deltas, account.out_products)
            if account.out_skip is not None:
                words = (*words, ("+ ", *signed(account.out_skip)))
            if account.dropped != 1:
                words = (("= ", account.dropped, " · (", *words[0][1:]), *words[1:])
                words = (*words[:-1], (*words[-1], ")"))
            return Formula((*words, ("= ", account.upstream)))
        return Formula((*_loss_slope_filled(account, experiment, n), ("= ", account.upstream)))

    def delta(self, account: UnitAccount, experiment: Experiment) -> Formula:
        """δ = ∂L/∂z."""
        if account.fused:
            spoken = self._words.said("delta_fused")
            below = "n" if experiment.output == "softmax" else _count(experiment)
            return self._written(rf"\delta = \frac{{\partial L}}{{\partial z}} = \frac{{y - t}}{{{below}}}", spoken)
        if account.activation == "softmax":
            spoken = self._words.said("delta_softmax")
            latex = r"\delta_j = a_j \Big(g_j - \sum_k a_k\,g_k\Big),\; g = \frac{\partial L}{\partial a}"
            return self._written(latex, spoken)
        if account.norm is not None:
            return self._written(PULLED[account.norm.from_batch], self._words.said("delta_normalised"))
        spoken = self._words.said("delta")
        latex = (
            rf"\delta = \frac{{\partial L}}{{\partial z}} = \frac{{\partial L}}{{\partial {leaving(account)}}}\,f'(z)"
        )
        return self._written(latex, spoken)

    def delta_filled(self, account: UnitAccount, experiment: Experiment, n: int) -> Formula:
        """δ with numbers."""
        end: Word = ("= ", account.delta)
        if account.fused and account.target is not None:
            count = n * (1 if experiment.output == "softmax" else experiment.outputs)
            return Formula((*_difference(account, "= (", count), end))
        if account.activation == "softmax":
            return Formula((end,))
        if account.norm is not None:
            return Formula(pulled_filled(account, account.norm, n))
        return Formula((("= ", *signed(account.upstream), " · ", *signed(account.slope)), end))

    def normalised(self) -> Formula:
        """x̂."""
        return self._written(NORMALISED, self._words.said("normalised"))

    def normalised_filled(self, account: UnitAccount, norm: NormAccount) -> Formula:
        """x̂ with numbers."""
        return Formula(normalised_filled(account, norm))

    def scaled(self) -> Formula:
        """n."""
        return self._written(SCALED, self._words.said("scaled_and_shifted"))

    def scaled_filled(self, account: UnitAccount, norm: NormAccount) -> Formula:
        """n with numbers."""
        return Formula(scaled_filled(account, norm))

    def skipped(self, account: UnitAccount) -> Formula:
        """a of a residual unit."""
        return self._written(SKIPPED[account.dropped != 1], self._words.said("skipped"))

    def skipped_filled(self, account: UnitAccount, skip: float) -> Formula:
        """a of a residual unit with numbers."""
        return Formula(skipped_filled(account, skip))

    def inner(self, account: UnitAccount) -> Formula:
        """∂L/∂n of a normalised unit."""
        latex = rf"\frac{{\partial L}}{{\partial n}} = \frac{{\partial L}}{{\partial {leaving(account)}}}\,f'(n)"
        return self._written(latex, self._words.said("inner"))

    def inner_filled(self, account: UnitAccount) -> Formula:
        """∂L/∂n with numbers."""
        return Formula((("= ", *signed(account.upstream), " · ", *signed(account.slope)), ("= ", account.dn)))

    def gradient(self, bias: bool, normed: bool = False) -> Formula:
        """∂L/∂w or ∂L/∂b over the batch; n samples, of a normalised unit N, for n is another number there."""
        if bias:
            spoken = self._words.said("gradient_bias")
            total = rf"\sum_{{s=1}}^{{{'N' if normed else 'n'}}} \delta_s@{{\ell}}"
            return self._written(rf"\frac{{\partial L}}{{\partial b@{{\ell}}}} = {total}", spoken)
        spoken = self._words.said("gradient_weight")
        total = r"\sum_{s=1}^{n} a_s@{\ell-1}\,\delta_s@{\ell}"
        return self._written(rf"\frac{{\partial L}}{{\partial w@{{\ell}}}} = {total}", spoken)

    def gradient_filled(self, weight: WeightAccount, bias: bool) -> Formula:
        """∂L/∂w or ∂L/∂b with the terms of the samples."""
        if len(weight.terms) == 1:
            product: Word = ("= ", *signed(weight.a), " · ", *signed(weight.delta))
            return Formula((("= ", weight.dW),) if bias else (product, ("= ", weight.dW)))
        return Formula((*_sum(weight.terms), ("= ", weight.dW)))

    def penalised(self) -> Formula:
        """g of a weight."""
        spoken = self._words.said("penalised")
        return self._written(r"g = \frac{\partial L}{\partial w} + \lambda_2\,w + \lambda_1\,\mathrm{sign}\,w", spoken)

    def penalised_filled(self, weight: WeightAccount) -> Formula:
        """g with numbers."""
        return Formula((("= ", weight.dW), ("+ ", *signed(weight.penalty)), ("= ", weight.g)))

    def update(self, turn: Turn, bias: bool) -> list[tuple[Formula, Formula]]:
        """The optimizer's equations, each in symbols and in numbers."""
        return [
            (
                self._written(symbol_of(line.latex, bias), self._words.said(line.name)),
                Formula((*line.filled(turn), ("= ", line.result(turn)))),
            )
            for line in RULES[turn.experiment.optimizer]
        ]


_LOSS_SLOPES = {
    "mse": r"\frac{\partial L}{\partial y} = \frac{2\,(y - t)}{COUNT}",
    "cross_entropy": r"\frac{\partial L}{\partial y} = -\frac{t}{n\,y}",
    "binary_cross_entropy": r"\frac{\partial L}{\partial y} = \frac{y - t}{COUNT\,y\,(1 - y)}",
}
"""By the names of `engine.losses`; COUNT is what a mean over samples and outputs is divided by."""


def _upstream(account: UnitAccount) -> str:
    """Σ wⱼₖ δₖ, what a skip connection brings back, and the dropout factor."""
    products, factor = r"\sum_k w_{jk}@{\ell+1}\,\delta_k@{\ell+1}", "" if account.dropped == 1 else r"d\,"
    if account.out_skip is None:
        return factor + products
    both = rf"{products} + \frac{{\partial L}}{{\partial a_{{\ell+1}}}}"
    return rf"{factor}\Big({both}\Big)" if factor else both


def _count(experiment: Experiment) -> str:
    """n samples times K outputs."""
    return "n" if experiment.outputs == 1 else r"n\,K"


def _loss_slope_filled(account: UnitAccount, experiment: Experiment, n: int) -> tuple[Word, ...]:
    if experiment.loss != "mse":
        return ()
    return _difference(account, "= 2 · (", n * experiment.outputs)


def _difference(account: UnitAccount, opening: str, count: int) -> tuple[Word, ...]:
    """(y − t) / count with the digits that tell y from t; nothing where no readable number of them does."""
    pair = apart(account.a, account.target or 0.0)
    return ((opening, pair[0], " − ", *signed(pair[1]), ")"), ("/ ", str(count))) if pair else ()


def _strongest(values: Array) -> list[int]:
    """Indices of the largest |values|, in their own order."""
    if len(values) <= MOST_TERMS:
        return list(range(len(values)))
    return sorted(int(i) for i in np.argsort(-np.abs(values), kind="stable")[:MOST_TERMS])


def _products(left: Array, right: Array, products: Array) -> tuple[Word, ...]:
    """The strongest of a sum of products."""
    words: list[Word] = []
    for n, i in enumerate(_strongest(products)):
        words.append(("+ " if n else "= ", *signed(float(left[i])), " · ", *signed(float(right[i]))))
    return (*words, *_rest(products))


def _sum(terms: Array) -> tuple[Word, ...]:
    words: list[Word] = []
    for n, i in enumerate(_strongest(terms)):
        words.append(("+ " if n else "= ", *signed(float(terms[i]))))
    return (*words, *_rest(terms))


def _rest(terms: Array) -> tuple[Word, ...]:
    return (("+ …",),) if len(terms) > MOST_TERMS else ()
