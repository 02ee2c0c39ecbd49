"""Notation: how weighted sums, activations, weights and layers are written. Course books differ; numbers do not.

Formulas are written in the program's own notation, z = Σᵢ wᵢⱼ aᵢ + b and a = f(z), and translated where they are shown.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import Final

SUBSCRIPTS: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_DIGITS = {ord(low): str(digit) for digit, low in enumerate("₀₁₂₃₄₅₆₇₈₉")}


LETTERS: dict[str, tuple[str, str]] = {"z_a": ("z", "a"), "a_z": ("a", "z"), "net_o": ("net", "o")}
"""What a weighted sum and an activation are called."""

ORDERS = ("ij", "ji")
"""Indices of the weight from unit i to unit j: "ij" has W (in, out) and rows of units, aW; "ji" W (out, in) and columns
of units, Wa."""

LAYERS: dict[str, tuple[str, str]] = {"subscript": ("", ""), "parentheses": ("(", ")"), "brackets": ("[", "]")}
"""What stands around the number of a layer, which is raised then: z₁, z⁽¹⁾ or z^[1]."""

CHOICES: dict[str, tuple[str, ...]] = {"letters": tuple(LETTERS), "order": ORDERS, "layers": tuple(LAYERS)}
"""The fields of a Notation, and what can be chosen for each."""

BOOKS = {
    "z_a": "Nielsen",
    "a_z": "Bishop, Saito",
    "net_o": "Rumelhart, Mitchell",
    "ij": "Russell, Norvig",
    "ji": "Nielsen, Bishop",
    "parentheses": "Bishop, Goodfellow",
    "brackets": "Ng",
}
"""Who writes so. C. Bishop, Pattern Recognition and Machine Learning (2006); I. Goodfellow, Y. Bengio and A. Courville,
Deep Learning (2016); T. Mitchell, Machine Learning (1997); A. Ng's courses (2017); M. Nielsen, Neural Networks and Deep
Learning (2015); D. Rumelhart, G. Hinton and R. Williams in Parallel Distributed Processing (1986); S. Russell and
P. Norvig, Artificial Intelligence (2010); K. Saito, Deep Learning from Scratch (2016), as do many Korean courses."""

_LETTER = re.compile(r"(?<![A-Za-z\\])[az](?![A-Za-z])")
_INDICES = re.compile(r"w_\{([ijk])([ijk])\}")
_LAYER = re.compile(r"([@_])\{(\\ell(?:[+-]1)?)\}")
_NUMBER = re.compile("[₀-₉]+")


@dataclass(frozen=True)
class Notation:
    """One way to write: a key of LETTERS, of ORDERS and of LAYERS. ValueError where there is no such key."""

    letters: str = "z_a"
    order: str = "ij"
    layers: str = "subscript"

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            if value not in CHOICES[name]:
                raise ValueError(value)

    @property
    def chosen(self) -> dict[str, str]:
        """The fields that are not the program's own."""
        return {name: value for name, value in asdict(self).items() if value != getattr(Notation(), name)}

    @property
    def z(self) -> str:
        """The letter of a weighted sum."""
        return LETTERS[self.letters][0]

    @property
    def a(self) -> str:
        """The letter of an activation."""
        return LETTERS[self.letters][1]

    def lettered(self, text: str) -> str:
        """A plain formula whose letters z and a stand alone, in the letters of this notation."""
        return relettered(text, {"z": self.z, "a": self.a})

    def formula(self, text: str) -> str:
        """A plain formula in which every index is the number of a layer: "z₁" becomes "a₁" or "z^(1)"."""
        left, right = LAYERS[self.layers]
        text = self.lettered(text)
        return _NUMBER.sub(lambda found: f"^{left}{found[0].translate(_DIGITS)}{right}", text) if left else text

    def product(self, *factors: str, gap: str = "") -> str:
        """Factors of a product of rows of units, such as a, W; of columns of units they stand in reverse, W a.

        Every matrix and vector is the other's transposed then, and (AB)ᵀ = BᵀAᵀ.
        """
        return gap.join(factors if self.order == "ij" else factors[::-1])

    def weight(self, i: int, j: int) -> str:
        """The weight from unit i to unit j, both counted from 1: "w₁₂", or "w₂₁"."""
        return "w" + self._indices(i, j).translate(SUBSCRIPTS)

    def latex(self, latex: str) -> str:
        r"""LaTeX in the program's own notation, in this one: z and a, w_{ij} with letters, and layers as _{\ell}.

        A layer that this notation shows and the program's own leaves out is written @{\ell}.
        """
        latex = relettered(latex, {"z": _typeset(self.z), "a": _typeset(self.a)})
        if self.order == "ji":
            latex = _INDICES.sub(r"w_{\2\1}", latex)
        return _LAYER.sub(lambda found: self._layer(found[1], found[2]), latex)

    def latex_weight(self, layer: int, i: int, j: int) -> str:
        """LaTeX of the weight from unit i to unit j, both counted from 1, of weight layer `layer`."""
        left, right = LAYERS[self.layers]
        return f"w_{{{self._indices(i, j)}}}" + (f"^{{{left}{layer}{right}}}" if left else "")

    def _indices(self, i: int, j: int) -> str:
        first, second = (i, j) if self.order == "ij" else (j, i)
        return f"{first}{',' if max(i, j) > 9 else ''}{second}"

    def _layer(self, mark: str, layer: str) -> str:
        left, right = LAYERS[self.layers]
        if left:
            return f"^{{{left}{layer}{right}}}"
        return f"_{{{layer}}}" if mark == "_" else ""


def relettered(formula: str, letters: dict[str, str]) -> str:
    """A formula with others in the places of its letters z and a, where these stand alone."""
    return _LETTER.sub(lambda found: letters[found[0]], formula)


def _typeset(letter: str) -> str:
    """LaTeX of a name: upright if it is a word."""
    return letter if len(letter) == 1 else rf"\mathrm{{{letter}}}"


def formula(part: str, key: str) -> str:
    """A choice of CHOICES as a formula."""
    notation = replace(Notation(), **{part: key})
    formulas = {
        "letters": notation.lettered("z = … + b,  a = f(z)"),
        "order": f"{'wᵢⱼ' if key == 'ij' else 'wⱼᵢ'},  {notation.product('a', 'W')} + b",
        "layers": notation.formula("W₁"),
    }
    return formulas[part]
