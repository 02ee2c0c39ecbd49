"""Laws: formula, range and what is to be known of every activation function, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.widgets.formula import Formula, Tex


def _cases(above: str, below: str, bound: str = "0") -> str:
    return rf"\begin{{cases}} {above} & x > {bound} \\ {below} & x \le {bound} \end{{cases}}"


@dataclass(frozen=True)
class Law:
    """LaTeX of f and of f′, both read aloud, and the range of f."""

    value: str
    slope: str
    value_aloud: str
    slope_aloud: str
    reach: str


LAWS: Mapping[str, Law] = {
    "identity": Law(
        "f(x) = x", "f'(x) = 1",
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals x"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals 1"), "(−∞, ∞)",
    ),
    "step": Law(
        "f(x) = " + _cases("1", "0"), r"f'(x) = 0 \quad (x \neq 0)",
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals 1 for x above 0, else 0"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals 0 for every x but 0"), "{0, 1}",
    ),
    "sign": Law(
        r"f(x) = \mathrm{sign}\,x", r"f'(x) = 0 \quad (x \neq 0)",
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals the sign of x: minus 1, 0 or 1"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals 0 for every x but 0"), "{−1, 0, 1}",
    ),
    "sigmoid": Law(
        r"f(x) = \sigma(x) = \frac{1}{1 + e^{-x}}", r"f'(x) = \sigma(x)\,(1 - \sigma(x))",
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals sigma of x, 1 divided by 1 plus e to the minus x"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals sigma of x times 1 minus sigma of x"), "(0, 1)",
    ),
    "tanh": Law(
        r"f(x) = \tanh x", r"f'(x) = 1 - \tanh^2 x",
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals the hyperbolic tangent of x"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals 1 minus the squared hyperbolic tangent of x"),
        "(−1, 1)",
    ),
    "relu": Law(
        r"f(x) = \mathrm{max}(0, x)", "f'(x) = " + _cases("1", "0"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals the larger of 0 and x"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals 1 for x above 0, else 0"), "[0, ∞)",
    ),
    "leaky_relu": Law(
        "f(x) = " + _cases("x", r"\alpha x"), "f'(x) = " + _cases("1", r"\alpha"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals x for x above 0, else alpha times x"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals 1 for x above 0, else alpha"), "(−∞, ∞)",
    ),
    "prelu": Law(
        "f(x) = " + _cases("x", r"\alpha x"), r"\frac{\partial f}{\partial \alpha} = \mathrm{min}(x, 0)",
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals x for x above 0, else alpha times x"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "the derivative of f by alpha equals the smaller of x and 0"), "(−∞, ∞)",
    ),
    "elu": Law(
        "f(x) = " + _cases("x", r"\alpha\,(e^{x} - 1)"), "f'(x) = " + _cases("1", r"\alpha\,e^{x}"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals x for x above 0, else alpha times e to the x minus 1"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals 1 for x above 0, else alpha times e to the x"),
        "(−α, ∞)",
    ),
    "thresholded_relu": Law(
        "f(x) = " + _cases("x", "0", r"\theta"), "f'(x) = " + _cases("1", "0", r"\theta"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals x for x above theta, else 0"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals 1 for x above theta, else 0"), "{0} ∪ (θ, ∞)",
    ),
    "softplus": Law(
        r"f(x) = \ln(1 + e^{x})", r"f'(x) = \sigma(x)",
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals the logarithm of 1 plus e to the x"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals sigma of x"), "(0, ∞)",
    ),
    "swish": Law(
        r"f(x) = x\,\sigma(x)", r"f'(x) = \sigma(x) + f(x)\,(1 - \sigma(x))",
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals x times sigma of x"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals sigma of x plus f of x times 1 minus sigma of x"),
        "[−0.2785, ∞)",
    ),
    "maxout": Law(
        r"f(x) = \max_p\,(w_p x + b_p)", r"f'(x) = w_{p^{*}}",
        QT_TRANSLATE_NOOP("FunctionsLaws", "f of x equals the largest of the pieces w x plus b"),
        QT_TRANSLATE_NOOP("FunctionsLaws", "f prime of x equals w of the piece that is the largest"), "",
    ),
}  # fmt: skip
"""By the names of `engine.activations`, with the same sources."""

NOTES: Mapping[str, str] = {
    "identity": QT_TRANSLATE_NOOP(
        "FunctionsLaws",
        "Layers with nothing but the identity collapse into one linear layer. It is the output for regression.",
    ),
    "step": QT_TRANSLATE_NOOP(
        "FunctionsLaws",
        "Discontinuous at 0. The derivative is 0 everywhere else, so gradient descent has nothing to go by.",
    ),
    "sign": QT_TRANSLATE_NOOP(
        "FunctionsLaws",
        "Discontinuous at 0, with the value 0 there. The derivative is 0 everywhere else: no gradient to learn from.",
    ),
    "sigmoid": QT_TRANSLATE_NOOP(
        "FunctionsLaws",
        "Saturates on both sides: in the shaded parts the slope is below 5 % of its largest value, ¼. Through many "
        "layers, factors of at most ¼ make the gradient vanish.",
    ),
    "tanh": QT_TRANSLATE_NOOP(
        "FunctionsLaws",
        "A sigmoid with outputs around 0: tanh x = 2 σ(2x) − 1. Saturates in the shaded parts; its largest slope is 1.",
    ),
    "relu": QT_TRANSLATE_NOOP(
        "FunctionsLaws",
        "Does not saturate for x > 0. For x < 0 the gradient is 0: a unit that is below 0 for every sample never "
        "learns again, it is dead. The network below really trains.",
    ),
    "leaky_relu": QT_TRANSLATE_NOOP(
        "FunctionsLaws", "A small slope for x < 0 keeps every unit alive. Often written max(αx, x), which needs α ≤ 1."
    ),
    "prelu": QT_TRANSLATE_NOOP(
        "FunctionsLaws",
        "As leaky ReLU, but each unit trains its own α by gradient descent: ∂L/∂α is ∂L/∂f · ∂f/∂α, summed over "
        "the samples. f′(x) is 1 for x > 0, else α.",
    ),
    "elu": QT_TRANSLATE_NOOP(
        "FunctionsLaws",
        "Comes near −α for very negative x. Smooth at 0 for α = 1 only: otherwise f′ jumps there by 1 − α.",
    ),
    "thresholded_relu": QT_TRANSLATE_NOOP(
        "FunctionsLaws", "Only sums above θ pass. Discontinuous at θ, where f jumps from 0 to θ."
    ),
    "softplus": QT_TRANSLATE_NOOP(
        "FunctionsLaws", "A smooth ReLU: log(1 + eˣ) is LogSumExp of x and 0. Its derivative is the sigmoid."
    ),
    "swish": QT_TRANSLATE_NOOP(
        "FunctionsLaws", "Smooth and not monotonic: it falls before it rises. Also called SiLU."
    ),
    "maxout": QT_TRANSLATE_NOOP(
        "FunctionsLaws",
        "The largest of several trained straight lines: any convex function, piece by piece. Two pieces with one at 0 "
        "give ReLU.",
    ),
}


def said(text: str) -> str:
    """A text of these tables in the language of the program."""
    return QCoreApplication.translate("FunctionsLaws", text) if text else ""


def formulas(name: str) -> tuple[Formula, Formula]:
    """Formulas of f and of f′."""
    law = LAWS[name]
    pairs = ((law.value, law.value_aloud), (law.slope, law.slope_aloud))
    one, two = (Formula(((Tex(latex, said(aloud)),),)) for latex, aloud in pairs)
    return one, two
