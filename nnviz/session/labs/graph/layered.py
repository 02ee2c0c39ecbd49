"""Layered drawing of a graph, inputs on the left, the output on the right (Sugiyama, Tagawa and Toda, 1981).

1 columns    each node as near to its users as it can be, so that few edges are long (longest path to the output)
2 chains     a value that is used further right passes through one unseen item in every column between
3 order      columns are sorted by the mean place of their neighbours, to and fro; the order with fewest crossings stays
4 heights    each item as near to the mean of its neighbours as its column's order and the gaps allow
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nnviz.engine.autograd import Edge, Graph

SWEEPS = 12
"""Passes of 3 and of 4, to and fro in turn."""
NODE, CHAIN = 1.0, 0.5
"""Heights that a node and an item of a chain take up; two items are at least the mean of theirs apart."""
FIRM = 4.0
"""Weight of an item of a chain against that of a node: a chain that bends is harder to follow."""
SPREAD = 0.8
"""Height over which edges between the same two nodes are spread."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Places:
    """Where everything is drawn, in units: columns are 1 apart, nodes of a column at least 1; x to the right, y down.

    nodes    (x, y) of each node, by index
    paths    points of each edge from the middle of its source to that of its target, at least two, always to the right
    columns  x of the nodes is 0 … columns − 1
    height   y of everything is 0 … height
    """

    nodes: tuple[Point, ...]
    paths: Mapping[Edge, tuple[Point, ...]]
    columns: int
    height: float


def place(graph: Graph) -> Places:
    """Places of all nodes and edges; the same for the same graph."""
    layers = _Layers(graph)
    _sort(layers)
    y = _heights(layers)
    points = [(float(x), height) for x, height in zip(layers.column, y, strict=True)]
    paths = {edge: _path(graph, layers, edge, points) for edge in graph.edges}
    return Places(tuple(points[: len(graph.nodes)]), paths, len(layers.order), max(y))


class _Layers:
    """Items in columns. Items 0 … n − 1 are the nodes, those from n on belong to chains.

    column      of each item;  order: items of each column from top to bottom
    before, after   neighbours of each item in the columns to the left and to the right
    chains      item that carries a node's value in a column (the node itself in its own)
    """

    def __init__(self, graph: Graph) -> None:
        self.nodes = len(graph.nodes)
        self.column = _columns(graph)
        self.before: list[list[int]] = [[] for _ in graph.nodes]
        self.after: list[list[int]] = [[] for _ in graph.nodes]
        self.chains = {(node.index, self.column[node.index]): node.index for node in graph.nodes}
        for edge in graph.edges:
            self._link(self._carrier(edge.source, self.column[edge.target] - 1), edge.target)
        self.order = self._first_order(graph.output)

    def carriers(self, edge: Edge) -> list[int]:
        """Items an edge passes through, its two nodes included."""
        columns = range(self.column[edge.source], self.column[edge.target])
        return [*(self.chains[edge.source, column] for column in columns), edge.target]

    def _carrier(self, node: int, column: int) -> int:
        """The item that has the node's value in a column; the chain is made as long as that needs."""
        item = node
        for at in range(self.column[node] + 1, column + 1):
            if (node, at) not in self.chains:
                self.chains[node, at] = len(self.column)
                self.column.append(at)
                self.before.append([])
                self.after.append([])
                self._link(item, self.chains[node, at])
            item = self.chains[node, at]
        return item

    def _link(self, left: int, right: int) -> None:
        self.after[left].append(right)
        self.before[right].append(left)

    def _first_order(self, output: int) -> list[list[int]]:
        """As a reader meets them who goes back from the output, first inputs first."""
        order: list[list[int]] = [[] for _ in range(max(self.column) + 1)]
        seen: set[int] = set()
        ends = [item for item in range(len(self.column)) if not self.after[item] and item != output]
        waiting = [*ends, output]
        while waiting:
            item = waiting.pop()
            if item not in seen:
                seen.add(item)
                order[self.column[item]].append(item)
                waiting += reversed(self.before[item])
        return order


def _columns(graph: Graph) -> list[int]:
    """Column of each node: as far from the last one as its longest path."""
    distance = [0] * len(graph.nodes)
    for node in reversed(graph.nodes):
        for source in node.inputs:
            distance[source] = max(distance[source], distance[node.index] + 1)
    return [max(distance) - steps for steps in distance]


def _walks(layers: _Layers) -> Iterator[tuple[Sequence[int], list[list[int]]]]:
    """Columns in the order of a sweep, and the neighbours it looks at: to the left by users, to the right by inputs."""
    columns = range(len(layers.order))
    for sweep in range(SWEEPS):
        yield (columns[-2::-1], layers.after) if sweep % 2 == 0 else (columns[1:], layers.before)


# Order


def _sort(layers: _Layers) -> None:
    """Order with fewest crossings that the sweeps come by."""
    fewest, best = _crossings(layers), [list(column) for column in layers.order]
    for columns, neighbours in _walks(layers):
        if fewest == 0:
            break
        for column in columns:
            _sort_column(layers, column, neighbours)
        crossings = _crossings(layers)
        if crossings < fewest:
            fewest, best = crossings, [list(column) for column in layers.order]
    layers.order = best


def _sort_column(layers: _Layers, column: int, neighbours: list[list[int]]) -> None:
    """Sort a column by the mean place of the neighbours; items without any stay where they are among the others."""
    rank = {item: at for order in layers.order[max(column - 1, 0) : column + 2] for at, item in enumerate(order)}
    means = {item: _mean([rank[other] for other in neighbours[item]], rank[item]) for item in layers.order[column]}
    layers.order[column].sort(key=lambda item: means[item])


def _crossings(layers: _Layers) -> int:
    return sum(_crossings_between(layers, left) for left in range(len(layers.order) - 1))


def _crossings_between(layers: _Layers, left: int) -> int:
    """Pairs of links between two columns that cross: those whose ends stand in opposite order."""
    rank = {item: at for at, item in enumerate(layers.order[left + 1])}
    passed: list[int] = []
    crossings = 0
    for item in layers.order[left]:
        ends = sorted(rank[other] for other in layers.after[item])
        crossings += sum(len(passed) - bisect_right(passed, end) for end in ends)
        for end in ends:
            insort(passed, end)
    return crossings


# Heights


def _heights(layers: _Layers) -> list[float]:
    """y of every item, from 0 on."""
    y = [0.0] * len(layers.column)
    for order in layers.order:
        for item, offset in zip(order, _offsets(layers, order), strict=True):
            y[item] = offset
    for columns, neighbours in _walks(layers):
        for column in columns:
            _settle(layers, layers.order[column], neighbours, y)
    top = min(y)
    return [height - top for height in y]


def _settle(layers: _Layers, order: list[int], neighbours: list[list[int]], y: list[float]) -> None:
    """Move a column's items to where they would like to be, as near as their order and the gaps allow."""
    offsets = _offsets(layers, order)
    wishes = [_wish(layers, item, neighbours[item], y) - at for item, at in zip(order, offsets, strict=True)]
    weights = [1.0 if item < layers.nodes else FIRM for item in order]
    for item, height, offset in zip(order, _rising(wishes, weights), offsets, strict=True):
        y[item] = height + offset


def _wish(layers: _Layers, item: int, others: list[int], y: list[float]) -> float:
    """The mean of its neighbours; an item of a chain only follows the chain, so that it runs straight."""
    chain = [other for other in others if min(item, other) >= layers.nodes]
    return _mean([y[other] for other in chain or others], y[item])


def _offsets(layers: _Layers, order: list[int]) -> list[float]:
    """y of a column's items if they stood as close as they may."""
    offsets: list[float] = []
    edge = 0.0
    for item in order:
        size = NODE if item < layers.nodes else CHAIN
        offsets.append(edge + size / 2)
        edge += size
    return offsets


def _rising(wishes: list[float], weights: list[float]) -> Iterator[float]:
    """The never falling numbers nearest to the wishes, by weighted squares (pool adjacent violators)."""
    blocks: list[tuple[float, float, int]] = []
    for wish, weight in zip(wishes, weights, strict=True):
        block = (wish, weight, 1)
        while blocks and blocks[-1][0] > block[0]:
            mean, mass, count = blocks.pop()
            total = mass + block[1]
            block = ((mean * mass + block[0] * block[1]) / total, total, count + block[2])
        blocks.append(block)
    return (mean for mean, _, count in blocks for _ in range(count))


def _mean(values: list[int] | list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


# Edges


def _path(graph: Graph, layers: _Layers, edge: Edge, points: list[Point]) -> tuple[Point, ...]:
    """Points of an edge; edges between the same two nodes part in the middle of their last stretch."""
    path = [points[item] for item in layers.carriers(edge)]
    twins = [slot for slot, source in enumerate(graph.nodes[edge.target].inputs) if source == edge.source]
    if len(twins) > 1:
        (x, y), (end, height) = path[-2:]
        bend = SPREAD * (twins.index(edge.slot) / (len(twins) - 1) - 0.5)
        path.insert(-1, ((x + end) / 2, (y + height) / 2 + bend))
    return tuple(path)
