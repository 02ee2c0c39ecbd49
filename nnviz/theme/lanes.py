"""Lanes: how each of the compared runs is told apart, by letter, colour and dashes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LaneLook:
    """Letter, role of the colour, and lengths of dashes and gaps in pixels (none: a whole line)."""

    letter: str
    role: str
    dashes: tuple[float, ...] = ()


LANES = (
    LaneLook("A", "lane_a"),
    LaneLook("B", "lane_b", (9.0, 4.0)),
    LaneLook("C", "lane_c", (2.5, 3.0)),
    LaneLook("D", "lane_d", (10.0, 3.0, 2.5, 3.0)),
)
"""In the order of the lanes."""

MANY = (
    *LANES,
    *(
        LaneLook(letter, look.role, other.dashes)
        for letter, look, other in zip("EFGH", LANES, (*LANES[1:], LANES[0]), strict=True)
    ),
)
"""Where more than four are shown: the same colours once more, each with the dashes of the next."""
