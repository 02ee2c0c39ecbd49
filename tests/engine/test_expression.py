"""Typed text: what it means, and where it goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.engine.autograd import Graph, forward
from nnviz.engine.expression import parse
from nnviz.engine.formula import FUNCTIONS, MAX_NODES
from nnviz.engine.operations import OPERATIONS
from nnviz.engine.refusal import Refusal
from nnviz.engine.tokens import MAX_LENGTH
from nnviz.errors import words


def value(text: str, **values: float) -> float:
    graph = parse(text)
    return forward(graph, values).values[graph.output]


def ops(graph: Graph) -> list[str]:
    return [node.op for node in graph.nodes if not node.is_input]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("8 - 3 - 2", 3), ("8 / 4 / 2", 1), ("2^3^2", 512), ("-2^2", -4),
        ("(-2)^2", 4), ("2^-1", 0.5), ("2^-1^2", 0.5), ("2 * -3", -6), ("--2", 2), ("+2", 2), ("1 - -1", 2),
        ("-2 * 3 + 1", -5), ("2 ** 3", 8), ("6 ÷ 2", 3), ("2 × 3 · 2 ⋅ 2", 24), ("5 − 3", 2), (".5", 0.5),
        ("1e-3", 0.001), ("2.", 2), ("1.5E2", 150), ("max(1, 3, 2)", 3), ("min(1, 3, 2)", 1), ("sum(1, 2, 3)", 6),
        ("sqrt(16)", 4), ("exp(0)", 1), ("ln(1)", 0), ("log(1)", 0), ("relu(-1)", 0), ("ReLU(2)", 2),
        ("sigmoid(0)", 0.5), ("σ(0)", 0.5), ("tanh(0)", 0), ("affine(2, 3, 4, 5, 6)", 32), ("softmax(1; 2, 2)", 0.5),
        ("a = 2; a * 3", 6), ("a = 2\nb = a + 1\nf = a * b", 6), ("\n\n a = 1 ;; a ;\n", 1), ("x₁ = 2; x₁", 2),
        ("무게 = 2; 무게 * 3", 6), ("cross_entropy(1; 1)", 0), ("\u3000 1\t+\r 1", 2),
    ],
)  # fmt: skip
def test_meaning(text: str, result: float) -> None:
    assert value(text) == pytest.approx(result)


def test_a_variable_is_one_node_and_equal_numbers_are_two() -> None:
    graph = parse("x * x + 2 * 2")
    assert graph.variables == {"x": 0}
    assert [node.constant for node in graph.nodes if node.op == "constant"] == [2.0, 2.0]
    assert graph.nodes[1].inputs == (0, 0)


def test_names_of_results_and_variables() -> None:
    graph = parse("t = x + y\nz = t^2")
    assert [(node.op, node.name) for node in graph.nodes] == [
        ("variable", "x"), ("variable", "y"), ("add", "t"), ("constant", ""), ("pow", "z"),
    ]  # fmt: skip
    assert graph.output == 4


def test_another_name_for_a_variable_does_not_rename_it() -> None:
    graph = parse("t = x; t * t")
    assert list(graph.variables) == ["x"]
    assert ops(graph) == ["mul"]


def test_a_sign_before_a_number_is_part_of_it() -> None:
    assert [node.constant for node in parse("-3").nodes] == [-3.0]
    assert ops(parse("-3 * -x")) == ["neg", "mul"]
    assert ops(parse("a = 3; b = -a; a + b")) == ["neg", "add"]


def test_each_node_knows_where_it_stands() -> None:
    text = "q = x + y\nf = 2 * (q - exp(x))"
    graph = parse(text)
    parts = {node.op: graph.source_of(node.index) for node in graph.nodes if not node.is_input}
    assert parts == {"add": "x + y", "exp": "exp(x)", "sub": "q - exp(x)", "mul": "2 * (q - exp(x))"}
    places = {node.op: (node.span.line, node.span.column) for node in graph.nodes if not node.is_input}
    assert places == {"add": (1, 7), "exp": (2, 14), "sub": (2, 12), "mul": (2, 7)}


def test_every_function_is_an_operation_and_is_written_as_its_usage_says() -> None:
    for name, function in FUNCTIONS.items():
        assert function.op in OPERATIONS
        graph = parse(function.usage.replace(", …", ""))
        assert graph.nodes[graph.output].op == function.op, name
    written = {function.op for function in FUNCTIONS.values()} | {"add", "sub", "mul", "div", "neg", "pow"}
    assert written == OPERATIONS.keys()


REFUSED = [
    ("", "expression_empty", 1, 1),
    ("  \n ;", "expression_empty", 1, 3),
    ("x + #", "expression_unknown_character", 1, 5),
    ("x²", "expression_unknown_character", 1, 2),
    ("x + 1\n[y]", "expression_unknown_character", 2, 1),
    ("2 * 1e999", "expression_number", 1, 5),
    ("(x + y", "expression_bracket_opens", 1, 1),
    ("2*((x + y)", "expression_bracket_opens", 1, 3),
    ("a = (x\nb = a)", "expression_bracket_opens", 1, 5),
    ("exp(x; y = 2", "expression_bracket_opens", 1, 4),
    ("x + y)", "expression_bracket_closes", 1, 6),
    ("q = x\nq)*(", "expression_bracket_closes", 2, 2),
    ("x +", "expression_operand_missing", 1, 4),
    ("* x", "expression_operand_missing", 1, 1),
    ("x + * y", "expression_operand_missing", 1, 5),
    ("()", "expression_operand_missing", 1, 2),
    ("max(x,)", "expression_operand_missing", 1, 7),
    ("q =", "expression_operand_missing", 1, 4),
    ("q = ; 1", "expression_operand_missing", 1, 5),
    ("-", "expression_operand_missing", 1, 2),
    ("x y", "expression_operator_missing", 1, 3),
    ("2x", "expression_operator_missing", 1, 2),
    ("(x)(y)", "expression_operator_missing", 1, 4),
    ("1.2.3", "expression_operator_missing", 1, 4),
    ("x, y", "expression_stray_sign", 1, 2),
    ("(x; y)", "expression_stray_sign", 1, 3),
    ("x = 1 = 2", "expression_stray_equals", 1, 7),
    ("x + y = 2", "expression_stray_equals", 1, 7),
    ("1 + foo(x)", "expression_unknown_function", 1, 5),
    ("x(y + 1)", "expression_unknown_function", 1, 1),
    ("exp + 1", "expression_function_bare", 1, 1),
    ("1 + exp()", "expression_arguments", 1, 5),
    ("exp(x, y)", "expression_arguments", 1, 1),
    ("exp(x; y)", "expression_arguments", 1, 1),
    ("max(x)", "expression_arguments", 1, 1),
    ("affine(w, x)", "expression_arguments", 1, 1),
    ("softmax_loss(a, b; 1)", "expression_arguments", 1, 1),
    ("softmax(a, b)", "expression_arguments", 1, 1),
    ("softmax(3; a, b)", "expression_softmax_choice", 1, 1),
    ("softmax(0; a, b)", "expression_softmax_choice", 1, 1),
    ("softmax(1.5; a, b)", "expression_softmax_choice", 1, 1),
    ("softmax(i; a, b)", "expression_softmax_choice", 1, 1),
    ("x + 1\nx + 2", "expression_unnamed", 1, 1),
    ("exp = 3", "expression_function_name", 1, 1),
    ("a = x\na = y\na", "expression_defined_twice", 2, 1),
    ("t = t + 1", "expression_used_before", 1, 5),
    ("f = 2 * t; t = 3; f", "expression_used_before", 1, 9),
    ("u = x + 1\ny", "expression_unused", 1, 1),
    ("+".join(["x"] * 300), "expression_too_many_nodes", 1, 402),
    ("x" * 5000, "expression_too_long", 1, 2001),
    ("x +\n" * 1250, "expression_too_long", 501, 1),
]


@pytest.mark.parametrize(("text", "key", "line", "column"), REFUSED, ids=lambda part: str(part)[:20])
def test_a_mistake_is_named_with_its_place(text: str, key: str, line: int, column: int) -> None:
    with pytest.raises(Refusal) as refused:
        parse(text)
    fields = refused.value.fields
    assert (refused.value.key, fields["line"], fields["column"]) == (key, line, column)
    assert words(refused.value).startswith(f"Line {line}, column {column}: ")


@pytest.mark.parametrize("text", ["(" * 5000, "1+" * 2500, "-" * 5000, "log(" * 1250, "\n" * 5000], ids=len)
def test_five_thousand_characters_are_refused_where_the_limit_is(text: str) -> None:
    with pytest.raises(Refusal, match="expression_too_long") as refused:
        parse(text)
    assert str(MAX_LENGTH) in words(refused.value)


def test_the_longest_texts_neither_recurse_nor_fail() -> None:
    deep = MAX_LENGTH // 2 - 1
    assert value("(" * deep + "2" + ")" * deep) == 2
    assert value("-" * (MAX_LENGTH - 1) + "2") == -2
    nested = 150
    assert value("tanh(" * nested + "0" + ")" * nested) == 0
    assert len(parse("+".join(f"x{k}" for k in range(MAX_NODES // 2))).nodes) == MAX_NODES - 1


ALPHABET = st.sampled_from([*"xyq12.e+-*/^(),;=\n σ", "exp", "max", "softmax_loss", "q = ", "² "])


def graph_or_refusal(text: str) -> Graph | Refusal:
    try:
        return parse(text)
    except Refusal as refusal:
        return refusal


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_any_text_is_a_graph_or_a_refusal_with_a_place_in_the_text(text: str) -> None:
    found = graph_or_refusal(text)
    if isinstance(found, Refusal):
        line, column = int(str(found.fields["line"])), int(str(found.fields["column"]))
        assert 1 <= column <= len(text.split("\n")[line - 1]) + 1
        assert words(found).startswith(f"Line {line}, column {column}: ")
        return
    reached = {found.output}
    for node in reversed(found.nodes):
        assert node.index in reached, "every node leads to the output"
        assert all(source < node.index for source in node.inputs)
        reached |= set(node.inputs)
