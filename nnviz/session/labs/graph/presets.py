"""Presets: the expressions of the curriculum, part E, with the values its numbers belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nnviz.session.labs.checks import check_choice


@dataclass(frozen=True)
class Preset:
    """An expression and the values of its variables."""

    text: str
    values: Mapping[str, float]


def _preset(text: str, **values: float) -> Preset:
    return Preset(text, MappingProxyType(values))


PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        "E1": _preset("q = x + y\nf = q * z", x=-2, y=5, z=-4),
        "E2": _preset("cost = price * count\ntotal = cost * tax", price=100, count=2, tax=1.1),
        "E3": _preset(
            "apples = apple_price * apple_count\noranges = orange_price * orange_count\n"
            "cost = apples + oranges\ntotal = cost * tax",
            apple_price=100, apple_count=2, orange_price=150, orange_count=3, tax=1.1,
        ),
        "E4": _preset("t = x + y\nz = t^2", x=2, y=1),
        "E5": _preset("c = a + b\nd = b + 1\ne = c * d", a=2, b=1),
        "E6": _preset(
            "u = tanh(x)^2 - relu(y)\nv = log(exp(y) / z)\nf = max(u, v) * sigmoid(w)", x=1.5, y=0.5, z=2, w=1
        ),
        "E7": _preset(
            "h = sigmoid(affine(w1, x1, w2, x2, b))\n"
            "z1 = affine(v1, h, c1)\nz2 = affine(v2, h, c2)\nz3 = affine(v3, h, c3)\n"
            "L = softmax_loss(z1, z2, z3; 0, 1, 0)",
            w1=2, x1=-1, w2=-3, x2=-2, b=-3, v1=1, c1=0.3, v2=-1, c2=0.5, v3=0.5, c3=0,
        ),
    }
)  # fmt: skip
"""E2 and E3: buying apples and oranges; E6: one node of many kinds; E7: a small network with its loss."""


def preset(name: str) -> Preset:
    """The preset of that row of the curriculum. Refusal unknown_choice."""
    return PRESETS[check_choice("preset", name, PRESETS)]
