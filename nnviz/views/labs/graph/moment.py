"""Moment: all numbers of a graph as they are to be seen at one instant, whichever mode and pass they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nnviz.engine.autograd import Edge

STILL = 0.5
"""Share of its way at which a number stands where motion is reduced."""


@dataclass(frozen=True)
class Pulse:
    """A number on its way along an edge: `at` runs from 0 at the source of the edge to 1 at its target."""

    edge: Edge
    at: float


@dataclass(frozen=True)
class Moment:
    """What is seen.

    values       of each node, None where it is not computed yet
    derivatives  of each node: its gradient (added up so far) or its tangent; None where there is none yet
    carried      edge → the derivative that stands below it
    backward     True where derivatives travel from the output back
    node, edges  at work
    kept         edges whose forward value an operation keeps for the way back; `used`: those looked at right now
    pulses       numbers on their way
    """

    values: tuple[float | None, ...] = ()
    derivatives: tuple[float | None, ...] = ()
    carried: Mapping[Edge, float] = field(default_factory=dict)
    backward: bool = True
    node: int | None = None
    edges: frozenset[Edge] = frozenset()
    kept: frozenset[Edge] = frozenset()
    used: frozenset[Edge] = frozenset()
    pulses: tuple[Pulse, ...] = ()
    deriving: bool = False
    """True where what is at work is a derivative, False where it is a value."""

    @property
    def still(self) -> Moment:
        """The picture that stands for the whole beat where motion is reduced."""
        return replace(self, pulses=tuple(replace(pulse, at=STILL) for pulse in self.pulses))
