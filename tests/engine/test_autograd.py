"""Derivatives on the graph: equal to differences, equal in both modes, summed where a value goes several ways."""

from __future__ import annotations

import math

import pytest

from nnviz.engine.autograd import Edge, Graph, GraphBuilder, forward, forward_mode, probabilities, reverse
from nnviz.engine.expression import parse
from nnviz.engine.operations import OPERATIONS
from nnviz.engine.refusal import Refusal
from tests.engine.formulas import derivative, random_formula

BATCH, BATCHES = 16, 5


def gradients(text: str, **values: float) -> dict[str, float | None]:
    """∂f/∂name of everything that has a name."""
    graph = parse(text)
    back = reverse(graph, forward(graph, values))
    return {node.name: back.gradients[node.index] for node in graph.nodes if node.name}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_formulas_have_the_derivatives_of_their_differences(batch: int) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        formula, values = random_formula(seed, 40)
        graph = parse(formula.text)
        assert len(graph.nodes) <= 40
        done = forward(graph, values)
        assert done.values[graph.output] == pytest.approx(formula.function(values), rel=1e-12, abs=1e-12)
        back = reverse(graph, done)
        for name, index in graph.variables.items():
            numerical = derivative(formula.function, values, name)
            assert back.gradients[index] == pytest.approx(numerical, rel=1e-6, abs=1e-9), f"seed {seed}, {name}"
            assert forward_mode(graph, done, name)[graph.output] == pytest.approx(
                back.gradients[index], rel=1e-9, abs=1e-12
            )


def test_the_random_formulas_visit_every_operation() -> None:
    graphs = [parse(random_formula(seed, 40)[0].text) for seed in range(BATCH * BATCHES)]
    used = {node.op for graph in graphs for node in graph.nodes}
    assert used >= OPERATIONS.keys()
    assert sum(len(graph.nodes) > 15 for graph in graphs) > BATCH * BATCHES / 2


@pytest.mark.parametrize(
    ("text", "slopes"),
    [
        ("relu(x)", {"x": 0}), ("max(x, y)", {"x": 1, "y": 0}), ("min(x, y)", {"x": 1, "y": 0}),
        ("max(y, x)", {"x": 0, "y": 1}), ("x^2", {"x": 0}), ("x^1", {"x": 1}), ("x^0", {"x": 0}),
        ("(x + 2)^y", {"x": 0, "y": math.log(2)}), ("0^(y + 2)", {"y": 0}), ("x * y", {"x": 0, "y": 0}),
        ("cross_entropy(1, x; 1, 0)", {"x": 0}),
    ],
)  # fmt: skip
def test_slopes_at_corners_and_zeros(text: str, slopes: dict[str, float]) -> None:
    assert gradients(text, **dict.fromkeys(slopes, 0.0)) == pytest.approx(slopes)


def test_a_value_that_goes_several_ways_adds_up_what_comes_back() -> None:
    graph = parse("x*x + x")
    back = reverse(graph, forward(graph, {"x": 3.0}))
    sent = [one for step in back.steps for one in step.contributions if one.edge.source == 0]
    assert [one.accumulated for one in sent] == [1.0, 4.0, 7.0]
    assert [(one.local, one.upstream, one.downstream) for one in sent] == [(1, 1, 1), (3, 1, 3), (3, 1, 3)]
    assert [one.edge for one in sent] == [Edge(0, 2, 1), Edge(0, 1, 0), Edge(0, 1, 1)]


def test_steps_go_from_the_output_back_and_leave_constants_alone() -> None:
    graph = parse("(x + 2) * 3")
    back = reverse(graph, forward(graph, {"x": 1.0}))
    assert [graph.nodes[step.node].op for step in back.steps] == ["mul", "add"]
    assert [len(step.contributions) for step in back.steps] == [1, 1]
    assert [back.gradients[node.index] for node in graph.nodes if node.op == "constant"] == [None, None]


def test_numbers_alone_have_a_value_and_nothing_to_send() -> None:
    graph = parse("2 + 3")
    back = reverse(graph, forward(graph, {}))
    assert (back.steps, back.gradients) == ((), (None, None, 1.0))


def test_softmax_with_loss_sends_back_y_minus_t() -> None:
    graph = parse("softmax_loss(a, b, c; 0, 1, 0)")
    done = forward(graph, {"a": 0.3, "b": 2.9, "c": 4.0})
    y = probabilities(graph, done, graph.output)
    assert y == pytest.approx([0.018211, 0.245192, 0.736597], abs=1e-6)
    assert done.values[graph.output] == pytest.approx(-math.log(y[1]))
    back = reverse(graph, done)
    assert [back.gradients[i] for i in graph.variables.values()] == pytest.approx([y[0], y[1] - 1, y[2]])


def test_what_large_logits_need_does_not_overflow() -> None:
    assert gradients("softmax_loss(a, b; 1, 0)", a=-1e5, b=1e5) == {"a": -1.0, "b": 1.0}
    assert gradients("sigmoid(x)", x=-1e5) == {"x": 0.0}


def test_there_is_no_negative_zero() -> None:
    graph = parse("-x * y")
    done = forward(graph, {"x": 0.0, "y": 2.0})
    back = reverse(graph, done)
    numbers = [*done.values, *(g for g in back.gradients if g is not None)]
    assert all(math.copysign(1, number) > 0 for number in numbers if number == 0)


def chain(terms: int) -> Graph:
    builder = GraphBuilder()
    x = end = builder.variable("x")
    for _ in range(terms):
        end = builder.apply("add", (end, x))
    return builder.graph(end)


def test_a_chain_of_five_thousand_terms() -> None:
    graph = chain(5000)
    done = forward(graph, {"x": 0.5})
    assert done.values[graph.output] == 2500.5
    assert reverse(graph, done).gradients[0] == 5001.0
    assert forward_mode(graph, done, "x")[graph.output] == 5001.0


REFUSED: list[tuple[str, dict[str, float], str, int]] = [
    ("1/0", {}, "graph_division", 2),
    ("x + y/(x - x)", {"x": 1, "y": 2}, "graph_division", 6),
    ("log(-1)", {}, "graph_logarithm", 1),
    ("2*log(x)", {"x": 0}, "graph_logarithm", 3),
    ("cross_entropy(x, y; 1, 0)", {"x": 0, "y": 1}, "graph_logarithm", 1),
    ("sqrt(x)", {"x": -1}, "graph_root", 1),
    ("0^-1", {}, "graph_power", 2),
    ("x^0.5", {"x": -2}, "graph_power", 2),
    ("exp(x)", {"x": 1000}, "graph_overflow", 1),
    ("10^x", {"x": 400}, "graph_overflow", 3),
    ("x*x", {"x": 1e200}, "graph_overflow", 2),
    ("affine(x, x, x, x, 1)", {"x": 1e200}, "graph_overflow", 1),
    ("1 + sqrt(x)", {"x": 0}, "graph_no_derivative", 5),
    ("x^y", {"x": -2, "y": 3}, "graph_no_derivative", 2),
    ("x^0.5", {"x": 0}, "graph_no_derivative", 2),
    ("x * 1e200 * 1e200", {"x": 1e-300}, "graph_steep", 3),
]


@pytest.mark.parametrize(("text", "values", "key", "column"), REFUSED)
def test_what_cannot_be_computed_is_refused_at_its_place(
    text: str, values: dict[str, float], key: str, column: int
) -> None:
    graph = parse(text)
    with pytest.raises(Refusal) as refused:
        reverse(graph, forward(graph, values))
    assert (refused.value.key, refused.value.fields["line"], refused.value.fields["column"]) == (key, 1, column)


@pytest.mark.parametrize(
    ("text", "x", "key"), [("sqrt(x)", 0.0, "graph_no_derivative"), ("x * 1e200 * 1e200", 1e-300, "graph_steep")]
)
def test_forward_mode_refuses_what_reverse_mode_refuses(text: str, x: float, key: str) -> None:
    graph = parse(text)
    with pytest.raises(Refusal, match=key):
        forward_mode(graph, forward(graph, {"x": x}), "x")


def test_a_refusal_quotes_little_of_a_long_text() -> None:
    graph = parse("(" + "+".join(["x"] * 60) + ")/0")
    with pytest.raises(Refusal) as refused:
        forward(graph, {"x": 1.0})
    assert refused.value.fields["part"] == "(x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+" + "…"


def test_a_product_needs_its_inputs_for_the_way_back_and_a_sum_does_not() -> None:
    kept = {name: OPERATIONS[name].keeps for name in ("add", "sub", "sum", "mul", "div", "exp", "sigmoid", "tanh")}
    assert kept == {
        "add": "nothing", "sub": "nothing", "sum": "nothing", "mul": "inputs", "div": "inputs", "exp": "output",
        "sigmoid": "output", "tanh": "output",
    }  # fmt: skip
