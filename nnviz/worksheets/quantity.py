"""Quantity: one number of a network, by kind and place, and the symbol it is written with.

Layers are counted as they are drawn, from 1 for the first hidden layer; units are counted from 0 here and from 1 where
they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from nnviz.notation import LAYERS, Notation

OWN: Final = Notation()
"""The program's own notation."""


class Quantity(NamedTuple):
    """kind     "x", "t", "y", "rate" (η), "w", "b", "z", "a", "loss", "delta", "dw", "db", "new_w" or "new_b"
    layer    1 … L; 0 of x, t, η and the loss, which belong to no weight layer
    unit     j, from 0
    source   i of a weight, from 0; −1 of all others
    """

    kind: str
    layer: int = 0
    unit: int = 0
    source: int = -1


@dataclass(frozen=True)
class Symbol:
    """A letter, or several, with something above and something below at its right."""

    base: str
    upper: str = ""
    lower: str = ""

    @property
    def text(self) -> str:
        """In one line, as Unicode writes it: z⁽¹⁾₂."""
        return self.base + self.upper.translate(RAISED) + self.lower.translate(LOWERED)


RAISED = str.maketrans("0123456789()[]", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁽⁾")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
LETTERS = {
    "x": "x", "t": "t", "y": "y", "rate": "η", "w": "w", "b": "b", "loss": "L", "delta": "δ", "dw": "∂L/∂w",
    "db": "∂L/∂b", "new_w": "w′", "new_b": "b′",
}  # fmt: skip
"""z and a are written as the notation has them."""
BARE = ("rate", "loss")
"""Of these there is one."""


def symbol_of(quantity: Quantity, notation: Notation = OWN) -> Symbol:
    """How a quantity is written. Of a sheet the layer is always seen, in brackets where the notation has none."""
    kind, layer, unit, source = quantity
    base = {**LETTERS, "z": notation.z, "a": notation.a}[kind]
    if kind in BARE:
        return Symbol(base)
    left, right = LAYERS[shown_layers(notation).layers][:2]
    return Symbol(base, f"{left}{layer}{right}" if layer else "", _indices(source, unit, notation))


def shown_layers(notation: Notation) -> Notation:
    """The notation with layers raised: as indices they would be mistaken for units."""
    return replace(notation, layers="parentheses") if notation.layers == "subscript" else notation


def _indices(source: int, unit: int, notation: Notation) -> str:
    """i and j, with a comma between where one has two digits."""
    if source < 0:
        return str(unit + 1)
    first, second = (source, unit) if notation.order == "ij" else (unit, source)
    return f"{first + 1}{',' if max(source, unit) >= 9 else ''}{second + 1}"
