"""Rules: how each optimizer makes a new parameter of an old one, as formulas and with the numbers of one parameter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnviz.engine.account import WeightAccount
from nnviz.engine.experiment import Experiment
from nnviz.views.inspector.laws import apart, base, signed
from nnviz.widgets.formula import Word


@dataclass(frozen=True)
class Turn:
    """One update of one parameter: its account, and the hyper-parameters by the papers' letters."""

    account: WeightAccount
    experiment: Experiment

    @property
    def rate(self) -> float:
        """η."""
        return self.account.learning_rate

    def old(self, name: str) -> float:
        """An accumulator before the update."""
        return self.account.accumulators[name][0]

    def new(self, name: str) -> float:
        """An accumulator after it."""
        return self.account.accumulators[name][1]

    def corrected(self, name: str) -> float:
        """m̂ or v̂ of Adam."""
        return self.new(name) / (1 - self.beta(name) ** self.account.steps)

    def beta(self, name: str) -> float:
        """β₁ belongs to m, β₂ to v."""
        return self.experiment.momentum if name == "m" else self.experiment.decay


@dataclass(frozen=True)
class Line:
    """One equation: its name, LaTeX (w stands for the parameter), the same with numbers, and its result."""

    name: str
    latex: str
    filled: Callable[[Turn], tuple[Word, ...]]
    result: Callable[[Turn], float]


def _w_next(turn: Turn) -> float:
    return turn.account.w_next


def _start(turn: Turn) -> Word:
    return ("= ", turn.account.w)


def _descent(turn: Turn) -> Word:
    return ("− ", turn.rate, " · ", *signed(turn.account.g))


def _plain(turn: Turn) -> tuple[Word, ...]:
    return (_start(turn), _descent(turn))


def _velocity(turn: Turn) -> tuple[Word, ...]:
    return (("= ", turn.experiment.momentum, " · ", *signed(turn.old("v"))), _descent(turn))


def _heavy(turn: Turn) -> tuple[Word, ...]:
    return (_start(turn), ("+ ", *signed(turn.new("v"))))


def _ahead(turn: Turn) -> tuple[Word, ...]:
    return (_start(turn), ("+ ", turn.experiment.momentum, " · ", *signed(turn.new("v"))), _descent(turn))


def _gathered(turn: Turn) -> tuple[Word, ...]:
    return (("= ", turn.old("h")), ("+ ", *base(turn.account.g), "²"))


def _faded(turn: Turn) -> tuple[Word, ...]:
    rho = turn.experiment.decay
    return (("= ", rho, " · ", turn.old("h")), ("+ (1 − ", rho, ") · ", *base(turn.account.g), "²"))


def _scaled(turn: Turn) -> tuple[Word, ...]:
    root = ("(√", turn.new("h"), " + ", turn.experiment.epsilon, ")")
    return (_start(turn), (*_descent(turn), " /"), root)


def _averaged(name: str, square: str) -> Callable[[Turn], tuple[Word, ...]]:
    def filled(turn: Turn) -> tuple[Word, ...]:
        beta = turn.beta(name)
        return (
            ("= ", beta, " · ", *signed(turn.old(name))),
            ("+ (1 − ", beta, ") · ", *(base if square else signed)(turn.account.g), square),
        )

    return filled


def _unbiased(name: str) -> Callable[[Turn], tuple[Word, ...]]:
    def filled(turn: Turn) -> tuple[Word, ...]:
        power = turn.beta(name) ** turn.account.steps
        pair = apart(1.0, power)
        below: Word = ("(1 − ", pair[1], ")") if pair else (1 - power,)
        return (("= ", *signed(turn.new(name)), " /"), below)

    return filled


def _adam(turn: Turn) -> tuple[Word, ...]:
    descent: Word = ("− ", turn.rate, " · ", *signed(turn.corrected("m")), " /")
    root: Word = ("(√", turn.corrected("v"), " + ", turn.experiment.epsilon, ")")
    return (_start(turn), descent, root)


_V = Line("velocity", r"v' = \alpha\,v - \eta\,g", _velocity, lambda turn: turn.new("v"))
_SCALED = Line("scaled", r"w' = w - \eta\,\frac{g}{\sqrt{h'} + \varepsilon}", _scaled, _w_next)

RULES: dict[str, tuple[Line, ...]] = {
    "sgd": (Line("descent", r"w' = w - \eta\,g", _plain, _w_next),),
    "momentum": (_V, Line("heavy", "w' = w + v'", _heavy, _w_next)),
    "nesterov": (_V, Line("ahead", r"w' = w + \alpha\,v' - \eta\,g", _ahead, _w_next)),
    "adagrad": (Line("gathered", "h' = h + g^2", _gathered, lambda turn: turn.new("h")), _SCALED),
    "rmsprop": (Line("faded", r"h' = \rho\,h + (1 - \rho)\,g^2", _faded, lambda turn: turn.new("h")), _SCALED),
    "adam": (
        Line("mean_m", r"m' = \beta_1\,m + (1 - \beta_1)\,g", _averaged("m", ""), lambda turn: turn.new("m")),
        Line("mean_v", r"v' = \beta_2\,v + (1 - \beta_2)\,g^2", _averaged("v", "²"), lambda turn: turn.new("v")),
        Line("unbiased_m", r"\hat m = \frac{m'}{1 - \beta_1^{\,t}}", _unbiased("m"), lambda turn: turn.corrected("m")),
        Line("unbiased_v", r"\hat v = \frac{v'}{1 - \beta_2^{\,t}}", _unbiased("v"), lambda turn: turn.corrected("v")),
        Line("adaptive", r"w' = w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}", _adam, _w_next),
    ),
}  # fmt: skip
"""By the names of `engine.optimizers`, with the same sources; t counts the updates."""


def symbol_of(latex: str, bias: bool) -> str:
    """The equation for a bias: b in place of w."""
    return latex.replace("w", "b") if bias else latex
