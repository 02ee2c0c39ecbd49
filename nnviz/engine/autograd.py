"""Scalar computational graph: forward values, then derivatives in reverse mode and in forward mode.

Both modes multiply the same local derivatives; they differ in the end they begin at. Reverse mode carries ∂f/∂v
(the gradient) from the output back to all variables in one pass; forward mode carries ∂v/∂x (the tangent) from one
variable to all nodes, so it takes one pass for each variable. Nothing here recurses: graphs may be long.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nnviz.engine.operations import OPERATIONS, halves, softmax
from nnviz.engine.refusal import Refusal

REVERSE_PASSES = 1
"""Passes that reverse mode takes, however many variables there are."""
PART_LENGTH = 40
"""Characters of the text that a refusal quotes at most."""


@dataclass(frozen=True)
class Span:
    """Where in the typed text a node stands: characters start … end − 1 of the text; `line` and `column` (from 1) of
    its operator or name, which errors point at."""

    start: int = 0
    end: int = 0
    line: int = 1
    column: int = 1


NOWHERE = Span()


@dataclass(frozen=True)
class Edge:
    """A value on its way from node `source` to input number `slot` of node `target`."""

    source: int
    target: int
    slot: int


@dataclass(frozen=True)
class Node:
    """One number of the graph.

    op        name in OPERATIONS, or "variable" or "constant", which have no inputs
    inputs    indices of the nodes it is computed from, in order
    name      of the variable or the intermediate result; "" if it has none
    constant  value of a constant, else None
    """

    index: int
    op: str
    inputs: tuple[int, ...] = ()
    name: str = ""
    constant: float | None = None
    span: Span = NOWHERE

    @property
    def is_input(self) -> bool:
        """True for variables and constants: nothing is computed here."""
        return not self.inputs

    @property
    def symbol(self) -> str:
        """What the node does, as lecturers draw it; "" for inputs."""
        return OPERATIONS[self.op].symbol if self.inputs else ""

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The edges that come in, in order."""
        return tuple(Edge(source, self.index, slot) for slot, source in enumerate(self.inputs))


@dataclass(frozen=True)
class Graph:
    """Nodes in topological order: each after its inputs. `output` is the index of f; `text` is what was typed."""

    nodes: tuple[Node, ...]
    output: int
    text: str = ""

    @cached_property
    def variables(self) -> dict[str, int]:
        """Name → index of the variables, in order of appearance."""
        return {node.name: node.index for node in self.nodes if node.op == "variable"}

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """All edges, node by node."""
        return tuple(edge for node in self.nodes for edge in node.edges)

    @cached_property
    def varies(self) -> tuple[bool, ...]:
        """For each node, whether it depends on a variable."""
        found: list[bool] = []
        for node in self.nodes:
            found.append(node.op == "variable" or any(found[source] for source in node.inputs))
        return tuple(found)

    @cached_property
    def live(self) -> tuple[tuple[Edge, ...], ...]:
        """For each node, its edges from nodes that depend on a variable: those that carry derivatives."""
        return tuple(tuple(edge for edge in node.edges if self.varies[edge.source]) for node in self.nodes)

    def source_of(self, index: int) -> str:
        """The part of the text that a node was made from."""
        span = self.nodes[index].span
        return self.text[span.start : span.end]


class GraphBuilder:
    """Collects nodes, inputs first; every method returns the index of the node."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []

    def variable(self, name: str, span: Span = NOWHERE) -> int:
        """An input that has a name."""
        return self._append(Node(len(self.nodes), "variable", (), name, None, span))

    def constant(self, value: float, span: Span = NOWHERE) -> int:
        """A number that was typed."""
        return self._append(Node(len(self.nodes), "constant", (), "", value, span))

    def apply(self, op: str, inputs: Sequence[int], span: Span = NOWHERE) -> int:
        """An operation on nodes."""
        return self._append(Node(len(self.nodes), op, tuple(inputs), "", None, span))

    def negative(self, index: int, span: Span = NOWHERE) -> int:
        """−node. Of a number just typed it is that number with a sign, not one more operation."""
        node = self.nodes[index]
        if node.constant is None or node.name or index < len(self.nodes) - 1:
            return self.apply("neg", (index,), span)
        self.nodes[index] = replace(node, constant=-node.constant, span=span)
        return index

    def name(self, index: int, name: str) -> None:
        """Name a node that has no name yet; the first name stays."""
        node = self.nodes[index]
        self.nodes[index] = replace(node, name=node.name or name)

    def graph(self, output: int, text: str = "") -> Graph:
        """The finished graph."""
        return Graph(tuple(self.nodes), output, text)

    def _append(self, node: Node) -> int:
        self.nodes.append(node)
        return node.index


@dataclass(frozen=True)
class Forward:
    """What a forward pass leaves at each node: its value, and ∂value/∂inputᵢ (nan or infinite where there is none)."""

    values: tuple[float, ...]
    locals: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Contribution:
    """What one edge carries back: downstream = local × upstream; `accumulated`: ∂f/∂source so far, this included."""

    edge: Edge
    local: float
    upstream: float
    downstream: float
    accumulated: float


@dataclass(frozen=True)
class ReverseStep:
    """One node sends its gradient `upstream` = ∂f/∂node back over its edges, in order."""

    node: int
    upstream: float
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True)
class Reverse:
    """A backward pass: its steps from the output on, and ∂f/∂node of each node; None where no gradient arrives."""

    steps: tuple[ReverseStep, ...]
    gradients: tuple[float | None, ...]


def forward(graph: Graph, values: Mapping[str, float]) -> Forward:
    """Value and local derivatives of every node. Refusal with line and column where a value is no number."""
    numbers: list[float] = []
    derivatives: list[tuple[float, ...]] = []
    for node in graph.nodes:
        x = [numbers[source] for source in node.inputs]
        y = _value(graph, node, x, values)
        numbers.append(y)
        derivatives.append(tuple(OPERATIONS[node.op].partials(x, y)) if x else ())
    return Forward(tuple(numbers), tuple(derivatives))


def reverse(graph: Graph, forward: Forward) -> Reverse:
    """∂f/∂node of all nodes in one pass from the output back. Refusal graph_no_derivative, graph_steep."""
    gradients: list[float | None] = [None] * len(graph.nodes)
    gradients[graph.output] = 1.0
    steps = []
    for node in reversed(graph.nodes):
        upstream = gradients[node.index]
        if upstream is not None and graph.live[node.index]:
            sent = tuple(_send(graph, forward, edge, upstream, gradients) for edge in graph.live[node.index])
            steps.append(ReverseStep(node.index, upstream, sent))
    return Reverse(tuple(steps), tuple(gradients))


def forward_mode(graph: Graph, forward: Forward, variable: str) -> tuple[float, ...]:
    """∂node/∂variable of all nodes in one pass from the inputs on. Refusal graph_no_derivative, graph_steep."""
    tangents: list[float] = []
    for node in graph.nodes:
        terms = [_local(graph, forward, edge) * tangents[edge.source] for edge in graph.live[node.index]]
        seed = float(node.op == "variable" and node.name == variable)
        tangents.append(_finite(graph, node.index, sum(terms) + seed))
    return tuple(tangents)


def probabilities(graph: Graph, forward: Forward, index: int) -> tuple[float, ...]:
    """y = softmax(z) inside of a softmax_loss node; the local derivative by its logits is y − t."""
    z, _ = halves([forward.values[source] for source in graph.nodes[index].inputs])
    return tuple(softmax(z))


def _value(graph: Graph, node: Node, x: list[float], values: Mapping[str, float]) -> float:
    if not x:
        return values[node.name] if node.constant is None else node.constant
    operation = OPERATIONS[node.op]
    try:
        y = operation.value(x)
    except OverflowError:
        y = math.inf
    except (ValueError, ZeroDivisionError) as error:
        raise _refusal(operation.refusal, graph, node.index, inputs=_listed(x)) from error
    if not math.isfinite(y):
        raise _refusal("graph_overflow", graph, node.index, inputs=_listed(x))
    return y + 0.0  # −0 becomes 0


def _send(graph: Graph, forward: Forward, edge: Edge, upstream: float, gradients: list[float | None]) -> Contribution:
    """Carry a gradient back over an edge and add it up at the source, which may have several users."""
    local = _local(graph, forward, edge)
    downstream = _finite(graph, edge.target, local * upstream)
    accumulated = _finite(graph, edge.target, downstream + (gradients[edge.source] or 0.0))
    gradients[edge.source] = accumulated
    return Contribution(edge, local, upstream, downstream, accumulated)


def _local(graph: Graph, forward: Forward, edge: Edge) -> float:
    local = forward.locals[edge.target][edge.slot]
    if not math.isfinite(local):
        x = [forward.values[source] for source in graph.nodes[edge.target].inputs]
        raise _refusal("graph_no_derivative", graph, edge.target, inputs=_listed(x))
    return local


def _finite(graph: Graph, index: int, derivative: float) -> float:
    if not math.isfinite(derivative):
        raise _refusal("graph_steep", graph, index)
    return derivative + 0.0  # −0 becomes 0


def _refusal(key: str, graph: Graph, index: int, **fields: object) -> Refusal:
    span, part = graph.nodes[index].span, graph.source_of(index)
    part = part if len(part) <= PART_LENGTH else f"{part[: PART_LENGTH - 1]}…"
    return Refusal(key, line=span.line, column=span.column, part=part, **fields)


def _listed(x: Sequence[float]) -> str:
    return ", ".join(f"{number:.4g}" for number in x).replace("-", "−")
