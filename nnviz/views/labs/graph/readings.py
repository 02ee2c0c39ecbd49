"""Readings: what the model has at this instant, as moments of the drawings."""

from __future__ import annotations

from nnviz.engine.autograd import Edge, Graph
from nnviz.session.labs.graph.lab import GraphLab
from nnviz.session.labs.graph.modes import Modes
from nnviz.session.labs.graph.script import Beat
from nnviz.views.labs.graph.moment import Moment, Pulse
from nnviz.views.labs.graph.naming import keeps


def way_out(graph: Graph) -> Edge:
    """The edge that stands for what the output node gives away."""
    return Edge(graph.output, graph.output, 0)


def graph_moment(lab: GraphLab) -> Moment:
    """The section “graph”: values on their way forward, then gradients on their way back."""
    graph, beat = lab.graph, lab.beat
    carried = {edge: lab.edge_values(edge).downstream or 0.0 for edge in lab.shown_edges}
    seed = lab.shown_gradient(graph.output)
    if seed is not None:
        carried[way_out(graph)] = seed
    edges = _working(graph, beat)
    values = tuple(lab.shown_forward(node.index) for node in graph.nodes)
    computed = [at for at, value in enumerate(values) if value is not None]
    return Moment(
        values=values,
        derivatives=tuple(lab.shown_gradient(node.index) for node in graph.nodes),
        carried=carried,
        node=beat.node if beat else None,
        edges=edges,
        kept=frozenset(edge for at in computed for edge in kept_edges(graph, at)),
        used=frozenset(kept_edges(graph, beat.node)) if beat and beat.edge else frozenset(),
        pulses=_pulses(edges, lab.playhead.fraction, backward=bool(beat and beat.kind != "value")),
        deriving=bool(beat and beat.kind != "value"),
    )


def kept_edges(graph: Graph, index: int) -> tuple[Edge, ...]:
    """The edges whose values a node keeps: those that come in, or those that its own value leaves on."""
    node = graph.nodes[index]
    what = keeps(node)
    if what == "inputs":
        return node.edges
    if what == "nothing":
        return ()
    leaving = tuple(edge for edge in graph.edges if edge.source == index)
    return (*leaving, way_out(graph)) if index == graph.output else leaving


def tangent_moment(lab: GraphLab) -> Moment:
    """Forward mode: ∂node/∂variable goes forward, past values that are known."""
    modes, graph = lab.modes, lab.graph
    tangents = tuple(modes.shown_tangent(node.index) for node in graph.nodes)
    carried = {edge: tangents[edge.source] for edge in (*graph.edges, way_out(graph))}
    node = modes.forward_node
    edges = frozenset(() if node is None else _live(graph, node))
    return Moment(
        values=lab.forward.values,
        derivatives=tangents,
        carried={edge: tangent for edge, tangent in carried.items() if tangent is not None},
        backward=False,
        node=node,
        edges=edges,
        pulses=_pulses(edges, modes.playhead.fraction, backward=False),
        deriving=True,
    )


def adjoint_moment(lab: GraphLab) -> Moment:
    """Reverse mode: ∂f/∂node goes back, past values that are known."""
    modes, graph = lab.modes, lab.graph
    steps = (step for step in lab.reverse.steps if step.node in modes.reverse_sent)
    carried = {part.edge: part.downstream for step in steps for part in step.contributions}
    seed = modes.shown_adjoint(graph.output)
    if seed is not None:
        carried[way_out(graph)] = seed
    node = None if modes.reverse_passes_made else modes.reverse_node
    edges = _sending(modes, node)
    return Moment(
        values=lab.forward.values,
        derivatives=tuple(modes.shown_adjoint(item.index) for item in graph.nodes),
        carried=carried,
        node=node,
        edges=edges,
        pulses=_pulses(edges, modes.playhead.fraction, backward=True),
        deriving=True,
    )


def _sending(modes: Modes, node: int | None) -> frozenset[Edge]:
    """The edges at work in reverse mode: the way out while the seed is set, then those into a node."""
    graph, playhead = modes.sweep.graph, modes.playhead
    if node is None:
        return frozenset()
    seeding = playhead.done == 0 or (playhead.done == 1 and not playhead.fraction)
    return frozenset((way_out(graph),) if seeding else _live(graph, node))


def _working(graph: Graph, beat: Beat | None) -> frozenset[Edge]:
    if beat is None:
        return frozenset()
    if beat.kind == "seed":
        return frozenset({way_out(graph)})
    return frozenset({beat.edge} if beat.edge else graph.nodes[beat.node].edges)


def _live(graph: Graph, node: int) -> tuple[Edge, ...]:
    return tuple(edge for edge in graph.nodes[node].edges if graph.varies[edge.source])


def _pulses(edges: frozenset[Edge], fraction: float, backward: bool) -> tuple[Pulse, ...]:
    """One number on each working edge while a beat plays."""
    at = 1 - fraction if backward else fraction
    return tuple(Pulse(edge, at) for edge in sorted(edges, key=_order)) if fraction else ()


def _order(edge: Edge) -> tuple[int, int, int]:
    return edge.source, edge.target, edge.slot
