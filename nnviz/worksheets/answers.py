"""Answers: what somebody typed, read as a number and judged against a line of a sheet."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from nnviz.worksheets.rounding import half_up
from nnviz.worksheets.sheet import Item, Worksheet
from nnviz.worksheets.slips import Slip, slip_behind

NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?"
TYPED = re.compile(rf"({NUMBER})(?:/({NUMBER}))?", re.ASCII)
"""A decimal number, or one over another."""
SAME = str.maketrans({"−": "-", "–": "-", ",": ".", " ": None, "\u00a0": None, "E": "e"})
LONGEST = 60
"""Characters of an answer; nobody needs more."""
RIGHT, ROUNDED, WRONG, UNREADABLE, EMPTY = "right", "rounded", "wrong", "unreadable", "empty"
ACCEPTED = (RIGHT, ROUNDED)
SLACK = 1e-6
"""Of a unit in the last place: what binary fractions add to decimal ones."""


@dataclass(frozen=True)
class Verdict:
    """What an answer is worth.

    kind  RIGHT; ROUNDED: off by one in the last place; WRONG; UNREADABLE: no number; EMPTY
    slip  the one mistake that would lead to just this answer, where there is exactly one
    """

    kind: str
    slip: Slip | None = None

    @property
    def accepted(self) -> bool:
        """True where the line is done."""
        return self.kind in ACCEPTED


def read(text: str) -> float | None:
    """The number that was typed: 0.5, 0,5, −1/3, 2e-3; None where it is none."""
    found = TYPED.fullmatch(text.translate(SAME)) if len(text) <= LONGEST else None
    if found is None:
        return None
    number, below = float(found[1]), float(found[2] or 1)
    value = number / below if below else math.inf
    return value if math.isfinite(value) else None


def judge(text: str, value: float, decimals: int) -> str:
    """How good an answer is for a number that is asked for with so many decimals: half a unit of the last one is right,
    and so is one unit more or less, which rounding on the way explains."""
    if not text.strip():
        return EMPTY
    typed = read(text)
    if typed is None:
        return UNREADABLE
    unit = 10.0**-decimals
    if abs(typed - value) <= (0.5 + SLACK) * unit:
        return RIGHT
    return ROUNDED if abs(typed - half_up(value, decimals)) <= (1 + SLACK) * unit else WRONG


def check(sheet: Worksheet, item: Item, text: str) -> Verdict:
    """The verdict on an answer, with the slip behind a wrong one."""
    kind, typed = judge(text, item.value, sheet.decimals), read(text)
    if kind != WRONG or typed is None:
        return Verdict(kind)
    return Verdict(kind, slip_behind(sheet, item, typed))
