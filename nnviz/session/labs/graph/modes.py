"""Modes: forward mode and reverse mode side by side on one clock, with their passes counted.

A pass begins with a beat that sets its seed, ∂x/∂x = 1 or ∂f/∂f = 1; each further beat is one node. Forward mode takes
a pass for each variable, reverse mode takes one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from nnviz.engine.autograd import REVERSE_PASSES, Graph, Reverse
from nnviz.session.labs.checks import check_choice
from nnviz.session.labs.graph.playhead import Playhead

SECONDS = 0.7
"""Of a beat at speed 1."""
Tangents = Mapping[str, tuple[float, ...]]
"""Variable → ∂node/∂variable of every node."""


@dataclass(frozen=True)
class Sweep:
    """What the two modes have to do.

    order   nodes that are computed and depend on a variable, inputs first; reverse mode takes them from the end
    """

    graph: Graph
    reverse: Reverse
    tangents: Tangents

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Nodes that one pass goes through."""
        varies = self.graph.varies
        return tuple(node.index for node in self.graph.nodes if not node.is_input and varies[node.index])

    @cached_property
    def rank(self) -> dict[int, int]:
        """Node → its place in `order`, from 0."""
        return {node: at for at, node in enumerate(self.order)}

    @cached_property
    def users(self) -> dict[int, tuple[int, ...]]:
        """Node → the nodes it is an input of."""
        found: dict[int, tuple[int, ...]] = {node.index: () for node in self.graph.nodes}
        for edge in self.graph.edges:
            found[edge.source] += (edge.target,)
        return found

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """In the order of their passes."""
        return tuple(self.graph.variables)

    @property
    def beats(self) -> int:
        """Beats of one pass: its seed and every node."""
        return 1 + len(self.order)

    @property
    def seconds(self) -> tuple[float, ...]:
        """Of each beat at speed 1: all passes of forward mode, which takes as long as reverse mode or longer."""
        return (SECONDS,) * (len(self.variables) * self.beats)


class Modes:
    """State of the section Modes: `sweep` is set by the lab. A number is seen when its beat is complete."""

    sweep: Sweep

    def __init__(self) -> None:
        self.playhead = Playhead()

    @property
    def position(self) -> float:
        """In beats."""
        return self.playhead.position

    @property
    def playing(self) -> bool:
        """True while it goes on by itself."""
        return self.playhead.playing

    @property
    def variable(self) -> str:
        """The variable of the forward-mode pass at hand; between two passes the one before. "" if there is none."""
        return self.sweep.variables[self._pass] if self.sweep.variables else ""

    @property
    def passes_made(self) -> int:
        """Passes that forward mode has completed."""
        return self.playhead.done // self.sweep.beats

    @property
    def passes_needed(self) -> int:
        """Passes that forward mode takes: one for each variable."""
        return len(self.sweep.variables)

    @property
    def reverse_passes_made(self) -> int:
        """Passes that reverse mode has completed: 0 or 1."""
        return REVERSE_PASSES if self._reverse_done == self.sweep.beats else 0

    @property
    def reverse_passes_needed(self) -> int:
        """Passes that reverse mode takes, however many variables there are."""
        return REVERSE_PASSES

    def choose(self, name: str) -> None:
        """To the seed of a variable's pass, and hold. Refusal unknown_choice."""
        variables = self.sweep.variables
        check_choice("variable", name, variables)
        self.playhead.pause()
        self.playhead.seek(variables.index(name) * self.sweep.beats + 1)

    def shown_tangent(self, node: int) -> float | None:
        """∂node/∂variable, once the pass at hand has come to the node; None for nodes that no variable moves."""
        if not self.sweep.graph.varies[node] or self._in_pass <= self.sweep.rank.get(node, -1) + 1:
            return None
        return self.sweep.tangents[self.variable][node]

    def shown_adjoint(self, node: int) -> float | None:
        """∂f/∂node by reverse mode, once every user of the node has sent its part."""
        complete = self._reverse_done > 0 and self.reverse_sent.issuperset(self.sweep.users[node])
        return self.sweep.reverse.gradients[node] if complete else None

    @property
    def reverse_sent(self) -> frozenset[int]:
        """Nodes that have sent their gradient back over their edges."""
        order = self.sweep.order
        return frozenset(order[len(order) + 1 - max(self._reverse_done, 1) :])

    @property
    def found(self) -> dict[str, float]:
        """∂f/∂variable of the variables whose forward-mode pass is complete."""
        output = self.sweep.graph.output
        return {name: self.sweep.tangents[name][output] for name in self.sweep.variables[: self.passes_made]}

    @property
    def reverse_found(self) -> dict[str, float]:
        """∂f/∂variable of the variables whose gradient reverse mode has completed."""
        reached = ((name, self.shown_adjoint(node)) for name, node in self.sweep.graph.variables.items())
        return {name: gradient for name, gradient in reached if gradient is not None}

    @property
    def forward_node(self) -> int | None:
        """The node forward mode is at work on, or did last; None before the first."""
        if not self.variable:
            return None
        return self._at((self.sweep.graph.variables[self.variable], *self.sweep.order), self._in_pass)

    @property
    def reverse_node(self) -> int | None:
        """The node whose gradient reverse mode sets (the output) or sends, or did last; None before the first."""
        return self._at((self.sweep.graph.output, *reversed(self.sweep.order)), self._reverse_done)

    def _at(self, nodes: tuple[int, ...], done: int) -> int | None:
        at = done if self.playhead.fraction and done < len(nodes) else done - 1
        return nodes[at] if at >= 0 else None

    @property
    def _pass(self) -> int:
        """Number of the pass at hand, from 0."""
        return max(ceil(self.position / self.sweep.beats) - 1, 0)

    @property
    def _in_pass(self) -> int:
        """Complete beats of the pass at hand."""
        return self.playhead.done - self._pass * self.sweep.beats

    @property
    def _reverse_done(self) -> int:
        return min(self.playhead.done, self.sweep.beats)
