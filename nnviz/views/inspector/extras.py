"""Extras: the formulas of batch normalisation and of skip connections, and what they change in those of other units.

n is what enters the activation of a normalised unit, N the number of samples, f what a residual unit adds to
a_{ℓ−1}, the activation of the same unit of the layer before.
"""

from __future__ import annotations

from nnviz.engine.account import NormAccount, UnitAccount
from nnviz.engine.normalization import EPSILON
from nnviz.notation import relettered
from nnviz.views.inspector.laws import signed
from nnviz.widgets.formula import Word

NORMALISED = r"\hat x = \frac{z - \mu}{\sqrt{\sigma^2 + \varepsilon}}"
SCALED = r"n = \gamma\,\hat x + \beta"
SKIPPED = {False: r"a = f + a_{\ell-1}", True: r"a = d\,f + a_{\ell-1}"}
"""By whether f is multiplied by a dropout factor d."""
PULLED = {
    False: r"\delta = \frac{\gamma}{\sqrt{\sigma^2 + \varepsilon}}\,\frac{\partial L}{\partial n}",
    True: r"\delta = \frac{\gamma}{\sqrt{\sigma^2 + \varepsilon}} \Big(\frac{\partial L}{\partial n}"
    r" - \frac{1}{N} \Big(\frac{\partial L}{\partial \beta} + \hat x\,\frac{\partial L}{\partial \gamma}\Big)\Big)",
}
"""By whether μ and σ² are those of the batch, which z moves as well."""


def entering(account: UnitAccount) -> str:
    """The letter of what enters the activation."""
    return "z" if account.norm is None else "n"


def leaving(account: UnitAccount) -> str:
    """The letter of what leaves it."""
    return "a" if account.skip is None else "f"


def lettered(latex: str, account: UnitAccount) -> str:
    """A law of an activation in the unit's own letters; those within names of functions stay."""
    return relettered(latex, {"z": entering(account), "a": leaving(account)})


def normalised_filled(account: UnitAccount, norm: NormAccount) -> tuple[Word, ...]:
    """x̂ with numbers."""
    root: Word = ("/ √(", norm.variance, " + ", EPSILON, ")")
    return (("= (", account.z, " − ", *signed(norm.mean), ")"), root, ("= ", norm.normalised))


def scaled_filled(account: UnitAccount, norm: NormAccount) -> tuple[Word, ...]:
    """n with numbers."""
    return (
        ("= ", norm.gamma, " · ", *signed(norm.normalised)),
        ("+ ", *signed(norm.beta)),
        ("= ", account.n),
    )


def skipped_filled(account: UnitAccount, skip: float) -> tuple[Word, ...]:
    """a of a residual unit with numbers."""
    own: Word = (
        ("= ", account.value) if account.dropped == 1 else ("= ", account.dropped, " · ", *signed(account.value))
    )
    return (own, ("+ ", *signed(skip)), ("= ", account.a))


def pulled_filled(account: UnitAccount, norm: NormAccount, samples: int) -> tuple[Word, ...]:
    """δ of a normalised unit with numbers."""
    factor: Word = ("= ", norm.gamma, " / √(", norm.variance, " + ", EPSILON, ")")
    if not norm.from_batch:
        return (factor, ("· ", *signed(account.dn)), ("= ", account.delta))
    mean: Word = ("− (", norm.dbeta, " + ", *signed(norm.normalised), " · ", *signed(norm.dgamma), ")")
    return (factor, ("· (", account.dn), mean, ("/ ", str(samples), ")"), ("= ", account.delta))
