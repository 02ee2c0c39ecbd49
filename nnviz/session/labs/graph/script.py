"""Script of the Graph section: the forward pass node by node, then the backward pass edge by edge."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from nnviz.engine.autograd import Contribution, Edge, Graph, Reverse

SECONDS = {"value": 0.8, "seed": 0.6, "pull": 1.2}
"""How long each kind of beat plays at speed 1."""


@dataclass(frozen=True)
class Beat:
    """One step.

    kind          "value": `node` is computed from its inputs;  "seed": ∂f/∂f = 1 is written at the output
                  "pull": an edge carries local × upstream = downstream back to its source
    node          the node that is computed, or whose gradient is sent
    contribution  of a "pull": its numbers
    """

    kind: str
    node: int
    contribution: Contribution | None = None

    @property
    def edge(self) -> Edge | None:
        """The edge of a "pull"."""
        return self.contribution.edge if self.contribution else None

    @property
    def seconds(self) -> float:
        """How long it plays at speed 1."""
        return SECONDS[self.kind]


@dataclass(frozen=True)
class Script:
    """All beats, and from how many completed beats on a number is to be seen."""

    beats: tuple[Beat, ...]

    @cached_property
    def forward_beats(self) -> int:
        """Beats of the forward pass."""
        return sum(beat.kind == "value" for beat in self.beats)

    @cached_property
    def value_from(self) -> dict[int, int]:
        """Node → completed beats from which its value is seen; inputs, seen from the beginning, left out."""
        return {beat.node: at for at, beat in enumerate(self.beats, 1) if beat.kind == "value"}

    @cached_property
    def pulled_from(self) -> dict[Edge, int]:
        """Edge → completed beats from which its gradient is seen."""
        return {beat.edge: at for at, beat in enumerate(self.beats, 1) if beat.edge}

    @cached_property
    def _arrivals(self) -> dict[int, list[tuple[int, float]]]:
        """Node → (completed beats, gradient from then on), in order."""
        found: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for at, beat in enumerate(self.beats, 1):
            if beat.kind == "seed":
                found[beat.node].append((at, 1.0))
            if beat.contribution:
                found[beat.contribution.edge.source].append((at, beat.contribution.accumulated))
        return dict(found)

    def gradient_at(self, node: int, done: int) -> float | None:
        """What has been added up at a node after so many beats; None before anything arrived."""
        arrivals = self._arrivals.get(node, [])
        count = bisect_right(arrivals, done, key=lambda arrival: arrival[0])
        return arrivals[count - 1][1] if count else None


def script_of(graph: Graph, reverse: Reverse) -> Script:
    """The beats of one forward and one backward pass. Inputs are given: no beat computes them."""
    beats = [Beat("value", node.index) for node in graph.nodes if not node.is_input]
    beats.append(Beat("seed", graph.output))
    beats += [Beat("pull", step.node, sent) for step in reverse.steps for sent in step.contributions]
    return Script(tuple(beats))
