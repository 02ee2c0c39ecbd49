"""The layered drawing: nothing overlaps, everything goes right, what can be drawn without crossings is."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from nnviz.engine.autograd import Edge
from nnviz.engine.expression import parse
from nnviz.session.labs.graph.layered import NODE, Places, Point, place
from nnviz.session.labs.graph.presets import PRESETS
from tests.engine.formulas import random_formula

MANY_WAYS = "u = x*y + z\nv = u*x - tanh(z*u)\nw = v/(u^2 + 1) + x\nexp(w * 0.1) + u*v"
TEXTS = [
    *(preset.text for preset in PRESETS.values()),
    "x",
    "x*x*x + sum(x, x, x, y)",
    MANY_WAYS,
    "*".join(f"(x + {k})" for k in range(30)),
    "affine(" + ", ".join(f"w{k}, x{k}" for k in range(40)) + ", b)",
    *(random_formula(seed, 40)[0].text for seed in range(20)),
]


def crossing(one: tuple[Point, Point], two: tuple[Point, Point]) -> bool:
    """True if two stretches between the same columns cross between them."""
    return one[0][0] == two[0][0] and (one[0][1] - two[0][1]) * (one[1][1] - two[1][1]) < -1e-9


def crossings(places: Places) -> int:
    stretches = {stretch for path in places.paths.values() for stretch in pairwise(path)}
    return sum(crossing(one, two) for one, two in combinations(stretches, 2))


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_nothing_overlaps_and_every_edge_goes_right(text: str) -> None:
    graph = parse(text)
    places = place(graph)
    for one, two in combinations(places.nodes, 2):
        assert one[0] != two[0] or abs(one[1] - two[1]) >= NODE - 1e-9
    assert places.paths.keys() == set(graph.edges)
    for edge, path in places.paths.items():
        assert (path[0], path[-1]) == (places.nodes[edge.source], places.nodes[edge.target])
        assert all(right[0] > left[0] for left, right in pairwise(path))
    assert {x for x, _ in places.nodes} == set(range(places.columns))
    assert all(-1e-9 <= y <= places.height + 1e-9 for _, y in places.nodes)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_edge_passes_through_a_node(text: str) -> None:
    places = place(parse(text))
    for path in places.paths.values():
        for x, y in path[1:-1]:
            nearest = min((abs(y - other) for at, other in places.nodes if at == x), default=NODE)
            assert nearest >= 0.75 - 1e-9


@pytest.mark.parametrize("name", PRESETS)
def test_the_presets_are_drawn_with_as_few_crossings_as_can_be(name: str) -> None:
    fewest = {"E7": 2}  # h goes to all three sums: it stands above or below each input of the middle one
    assert crossings(place(parse(PRESETS[name].text))) == fewest.get(name, 0)


def test_columns_are_sorted_so_that_edges_do_not_cross() -> None:
    graph = parse("(x + y) * (z + x)")
    places = place(graph)
    height = {name: places.nodes[node][1] for name, node in graph.variables.items()}
    assert height["y"] < height["x"] < height["z"]
    assert crossings(places) == 0


def test_edges_between_the_same_two_nodes_part() -> None:
    graph = parse("x * x")
    above, below = (place(graph).paths[Edge(0, 1, slot)][1] for slot in (0, 1))
    assert (above[0], below[0]) == (0.5, 0.5)
    assert below[1] - above[1] == pytest.approx(0.8)


def test_a_value_that_is_used_far_away_runs_straight_beside_the_others() -> None:
    graph = parse("tanh(tanh(tanh(x))) + x")
    path = place(graph).paths[Edge(0, 4, 1)]
    assert len(path) == 5
    assert len({y for _, y in path[1:-1]}) == 1


def test_the_same_graph_is_drawn_the_same() -> None:
    assert place(parse(MANY_WAYS)) == place(parse(MANY_WAYS))


def test_inputs_are_as_near_to_their_users_as_they_can_be() -> None:
    places = place(parse("(x + y) * z"))
    assert [x for x, _ in places.nodes] == [0, 0, 1, 1, 2]
