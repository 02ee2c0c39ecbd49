"""The Graph lab's model: the numbers of E1 to E7, the two scripts, and what a bad input leaves alone."""

from __future__ import annotations

import math
from typing import Any

import pytest

from nnviz.engine.autograd import Edge
from nnviz.engine.refusal import Refusal
from nnviz.session.labs.graph.intents import (
    ChooseVariable,
    OpenPreset,
    PauseGraph,
    PlayGraph,
    PlayModes,
    ResetGraph,
    SeekGraph,
    SeekModes,
    SetExpression,
    SetGraphSpeed,
    SetInput,
    StepGraph,
    StepModes,
)
from nnviz.session.labs.graph.lab import LARGEST, GraphLab
from nnviz.session.labs.graph.presets import PRESETS
from nnviz.session.labs.lab import LabIntent, OpenSection
from nnviz.session.session import Session


def do(lab: GraphLab, *intents: LabIntent) -> None:
    for intent in intents:
        lab.handlers()[type(intent)](intent)


def opened(text: str, **values: float) -> GraphLab:
    lab = GraphLab()
    do(lab, SetExpression(text, values))
    return lab


def index_of(lab: GraphLab, name: str) -> int:
    return next(node.index for node in lab.graph.nodes if node.name == name)


def numbers(lab: GraphLab) -> dict[str, tuple[float, float | None]]:
    """Value and gradient of everything that has a name."""
    named = [node for node in lab.graph.nodes if node.name]
    return {node.name: (lab.forward.values[node.index], lab.reverse.gradients[node.index]) for node in named}


def state(lab: GraphLab) -> tuple[Any, ...]:
    return (lab.evaluation, lab.places, lab.position, lab.modes.position, lab.playing, lab.speed, lab.preset)


CURRICULUM = {
    "E1": {"x": (-2, -4), "y": (5, -4), "z": (-4, 3), "q": (3, -4), "f": (-12, 1)},
    "E2": {"price": (100, 2.2), "count": (2, 110), "tax": (1.1, 200), "cost": (200, 1.1), "total": (220, 1)},
    "E3": {
        "apple_price": (100, 2.2), "apple_count": (2, 110), "orange_price": (150, 3.3), "orange_count": (3, 165),
        "tax": (1.1, 650), "apples": (200, 1.1), "oranges": (450, 1.1), "cost": (650, 1.1), "total": (715, 1),
    },
    "E4": {"x": (2, 6), "y": (1, 6), "t": (3, 6), "z": (9, 1)},
    "E5": {"a": (2, 2), "b": (1, 5), "c": (3, 2), "d": (2, 3), "e": (6, 1)},
}  # fmt: skip


@pytest.mark.parametrize("row", CURRICULUM)
def test_rows_with_given_numbers(row: str) -> None:
    lab = GraphLab()
    do(lab, OpenPreset(row))
    found = numbers(lab)
    assert found.keys() == CURRICULUM[row].keys()
    for name, expected in CURRICULUM[row].items():
        assert found[name] == pytest.approx(expected), name


def test_e4_local_derivatives_on_the_edges() -> None:
    lab = GraphLab()
    do(lab, OpenPreset("E4"))
    x, t, z = (index_of(lab, name) for name in "xtz")
    assert lab.edge_values(Edge(t, z, 0)).local == 2 * lab.forward.values[t]
    assert lab.edge_values(Edge(x, t, 0)).local == 1


def test_e5_takes_a_forward_pass_for_each_variable_and_one_reverse_pass() -> None:
    lab = GraphLab()
    do(lab, OpenPreset("E5"))
    do(lab, SeekModes(lab.modes.playhead.length))
    assert (lab.modes.passes_made, lab.modes.reverse_passes_made) == (2, 1)
    assert lab.modes.found == lab.modes.reverse_found == {"a": 2, "b": 5}


def test_e6_adding_passes_on_multiplying_swaps_and_max_lets_one_through() -> None:
    lab = GraphLab()
    do(lab, OpenPreset("E6"))
    ops = {node.op for node in lab.graph.nodes}
    assert ops >= {"sub", "div", "pow", "exp", "log", "max", "sigmoid", "tanh", "relu"}
    for edge in lab.graph.edges:
        values = lab.edge_values(edge)
        if values.local is not None and values.upstream is not None:
            assert values.downstream == values.local * values.upstream
    gate = next(node for node in lab.graph.nodes if node.op == "max")
    assert [lab.edge_values(edge).local for edge in gate.edges] == [1, 0]
    product = next(node for node in lab.graph.nodes if node.name == "f")
    first, second = (lab.edge_values(edge) for edge in product.edges)
    assert (first.local, second.local) == (second.value, first.value)
    adding = opened("a + b", a=3, b=4)
    assert [adding.edge_values(edge).downstream for edge in adding.graph.edges] == [1, 1]


def test_e7_softmax_with_loss_sends_back_y_minus_t() -> None:
    lab = GraphLab()
    do(lab, OpenPreset("E7"))
    loss = index_of(lab, "L")
    y = lab.probabilities(loss)
    assert sum(y) == pytest.approx(1)
    sent = [lab.edge_values(edge).downstream for edge in lab.graph.nodes[loss].edges]
    assert sent == pytest.approx([y[0], y[1] - 1, y[2], None, None, None])
    assert lab.forward.values[loss] == pytest.approx(-math.log(y[1]))
    assert {node.op for node in lab.graph.nodes} >= {"affine", "sigmoid", "softmax_loss"}
    assert lab.probabilities(0) == ()


def test_the_script_goes_forward_node_by_node_then_back_edge_by_edge() -> None:
    lab = GraphLab()
    names = {node.index: node.name for node in lab.graph.nodes}
    told = [(beat.kind, names[beat.node], names[beat.edge.source] if beat.edge else "") for beat in lab.beats]
    assert told == [
        ("value", "q", ""), ("value", "f", ""), ("seed", "f", ""), ("pull", "f", "q"), ("pull", "f", "z"),
        ("pull", "q", "x"), ("pull", "q", "y"),
    ]  # fmt: skip


def test_numbers_are_seen_from_the_beat_that_makes_them() -> None:
    lab = GraphLab()
    x, q, f = (index_of(lab, name) for name in "xqf")
    assert (lab.phase, lab.beat) == ("forward", None)
    assert [lab.shown_forward(node) for node in (x, q, f)] == [-2, None, None]
    do(lab, StepGraph())
    assert [lab.shown_forward(node) for node in (x, q, f)] == [-2, 3, None]
    do(lab, StepGraph(), StepGraph())
    assert (lab.phase, lab.beat) == ("backward", lab.beats[2])
    assert [lab.shown_gradient(node) for node in (x, q, f)] == [None, None, 1]
    do(lab, StepGraph())
    assert lab.shown_edges == (Edge(q, f, 0),)
    assert lab.shown_gradient(q) == -4
    do(lab, SeekGraph(len(lab.beats)))
    assert (lab.phase, lab.shown_gradient(x)) == ("done", -4)
    assert len(lab.shown_edges) == 4
    do(lab, StepGraph(-1))
    assert (lab.phase, len(lab.shown_edges)) == ("backward", 3)


def test_a_gradient_grows_with_every_edge_that_brings_a_part() -> None:
    lab = opened("x * x + x", x=3)
    do(lab, SeekGraph(3))
    seen = [lab.shown_gradient(0)]
    while lab.phase != "done":
        do(lab, StepGraph())
        seen.append(lab.shown_gradient(0))
    assert seen == [None, None, 1, 4, 7]


def test_an_edge_from_a_number_has_a_value_and_no_gradient() -> None:
    lab = opened("x + 1", x=3)
    do(lab, SeekGraph(len(lab.beats)))
    one = lab.edge_values(Edge(1, 2, 1))
    assert (one.value, one.local, one.upstream, one.downstream, one.gradient) == (1, None, None, None, None)
    assert lab.shown_gradient(1) is None


def test_playing_goes_on_with_the_clock_at_its_speed_and_holds_at_the_end() -> None:
    lab = GraphLab()
    assert not lab.moving
    do(lab, PlayGraph(), SetGraphSpeed(2.0))
    lab.advance(0.5 * lab.beats[0].seconds * 0.5)
    assert lab.moving
    assert lab.position == pytest.approx(0.5)
    assert lab.beat == lab.beats[0]
    assert lab.shown_forward(lab.beats[0].node) is None
    lab.advance(1000)
    assert (lab.moving, lab.phase) == (False, "done")
    do(lab, PlayGraph())
    assert (lab.moving, lab.position) == (True, 0)
    do(lab, PauseGraph())
    assert not lab.moving


def test_a_step_holds_and_goes_to_a_boundary() -> None:
    lab = GraphLab()
    do(lab, SeekGraph(1.5), PlayGraph(), StepGraph())
    assert (lab.position, lab.playing) == (2, False)
    do(lab, SeekGraph(1.5), StepGraph(-1))
    assert lab.position == 1
    do(lab, StepGraph(-5))
    assert lab.position == 0


def test_only_the_section_in_front_moves() -> None:
    lab = GraphLab()
    do(lab, PlayGraph())
    lab.open_section("modes")
    lab.advance(1.0)
    assert (lab.moving, lab.position) == (False, 0)
    do(lab, PlayModes())
    lab.advance(1.0)
    assert lab.moving
    assert lab.modes.position > 0
    assert lab.position == 0


def test_another_input_leaves_the_position_and_everything_follows() -> None:
    lab = GraphLab()
    do(lab, SeekGraph(5.5), StepModes(3), PlayGraph(), SetInput("z", 2.5))
    assert (lab.position, lab.playing, lab.modes.position) == (5.5, True, 3)
    assert numbers(lab) == {"x": (-2, 2.5), "y": (5, 2.5), "z": (2.5, 3), "q": (3, 2.5), "f": (7.5, 1)}
    assert lab.edge_values(Edge(2, 4, 0)).downstream == 2.5
    assert lab.modes.sweep.tangents["x"][4] == 2.5
    assert lab.preset == "E1"


def test_back_to_how_the_expression_began() -> None:
    lab = GraphLab()
    do(lab, SetInput("z", 2.5), SeekGraph(3), StepModes(), ResetGraph())
    assert (lab.values["z"], lab.position, lab.modes.position) == (-4, 0, 0)


def test_another_expression_keeps_the_values_it_can() -> None:
    lab = opened("x * y", x=3, y=4)
    do(lab, SeekGraph(2), SetExpression("x + new"))
    assert (lab.values, lab.position, lab.preset) == ({"x": 3, "new": 1}, 0, "")
    do(lab, SetExpression("x + new + y", {"new": 7}))
    assert lab.values == {"x": 3, "new": 7, "y": 1}


@pytest.mark.parametrize("text", ["log(x - 1)", "1/(x - y)", "log(1 - x)", "sqrt(-x)", "log(x)", "1/(x + y - 2)"])
def test_new_variables_begin_where_the_expression_can_be_computed(text: str) -> None:
    lab = GraphLab()
    do(lab, SetExpression(text))
    assert lab.text == text


BAD: list[tuple[LabIntent, str]] = [
    (SetExpression("(x + y"), "expression_bracket_opens"),
    (SetExpression("foo(x)"), "expression_unknown_function"),
    (SetExpression("1/0"), "graph_division"),
    (SetExpression("log(-1)"), "graph_logarithm"),
    (SetExpression("log(x)", {"x": -2}), "graph_logarithm"),
    (SetExpression("x+" * 2499 + "xx"), "expression_too_long"),
    (SetExpression("x + y", {"w": 1}), "unknown_choice"),
    (SetExpression("x + y", {"x": math.inf}), "out_of_range"),
    (OpenPreset("E9"), "unknown_choice"),
    (SetInput("w", 1), "unknown_choice"),
    (SetInput("q", 1), "unknown_choice"),
    (SetInput("x", math.nan), "out_of_range"),
    (SetInput("x", 2 * LARGEST), "out_of_range"),
    (SetInput("d", 0), "graph_division"),
    (SeekGraph(-1), "out_of_range"),
    (SeekGraph(99), "out_of_range"),
    (SeekGraph(math.nan), "out_of_range"),
    (SeekModes(99), "out_of_range"),
    (SetGraphSpeed(100), "out_of_range"),
    (ChooseVariable("q"), "unknown_choice"),
]


@pytest.mark.parametrize(("intent", "key"), BAD, ids=lambda part: str(part)[:40])
def test_what_is_refused_leaves_everything_as_it_was(intent: LabIntent, key: str) -> None:
    lab = opened("q = x + y\nq / d", x=1, y=2, d=4)
    do(lab, SeekGraph(2), StepModes(2))
    before = state(lab)
    with pytest.raises(Refusal) as refused:
        do(lab, intent)
    assert refused.value.key == key
    assert state(lab) == before
    expected = refused.value if isinstance(intent, SetExpression) else None
    assert lab.error is expected


def test_the_error_of_a_text_goes_with_the_next_good_one() -> None:
    lab = GraphLab()
    with pytest.raises(Refusal):
        do(lab, SetExpression("x +"))
    assert lab.error is not None
    assert (lab.error.fields["line"], lab.error.fields["column"]) == (1, 4)
    do(lab, SetExpression("x + 1"))
    assert lab.error is None


def test_forward_mode_and_reverse_mode_beat_by_beat() -> None:
    lab = GraphLab()
    do(lab, OpenPreset("E5"))
    modes, nodes = lab.modes, {node.name: node.index for node in lab.graph.nodes if node.name}

    def seen() -> tuple[dict[str, float | None], dict[str, float | None]]:
        return (
            {name: modes.shown_tangent(node) for name, node in nodes.items()},
            {name: modes.shown_adjoint(node) for name, node in nodes.items()},
        )

    def row(**given: float) -> dict[str, float | None]:
        return {name: given.get(name) for name in nodes}

    told = []
    for position in range(9):
        do(lab, SeekModes(position))
        told.append((modes.variable, modes.passes_made, modes.reverse_passes_made, *seen()))
    back = row(e=1, c=2, d=3, a=2, b=5)
    assert told == [
        ("a", 0, 0, row(), row()),
        ("a", 0, 0, row(a=1, b=0), row(e=1)),
        ("a", 0, 0, row(a=1, b=0, c=1), row(e=1, c=2, d=3)),
        ("a", 0, 0, row(a=1, b=0, c=1, d=0), row(e=1, c=2, d=3)),
        ("a", 1, 1, row(a=1, b=0, c=1, d=0, e=2), back),
        ("b", 1, 1, row(a=0, b=1), back),
        ("b", 1, 1, row(a=0, b=1, c=1), back),
        ("b", 1, 1, row(a=0, b=1, c=1, d=1), back),
        ("b", 2, 1, row(a=0, b=1, c=1, d=1, e=5), back),
    ]


def test_the_nodes_at_work_in_the_two_modes() -> None:
    lab = GraphLab()
    do(lab, OpenPreset("E5"))
    names = {node.index: node.name for node in lab.graph.nodes} | {None: "-"}
    told = []
    for position in (0, 0.5, 1, 1.5, 2, 4, 4.5, 8):
        do(lab, SeekModes(position))
        told.append(names[lab.modes.forward_node] + names[lab.modes.reverse_node])
    assert told == ["--", "ae", "ae", "ce", "ce", "ec", "bc", "ec"]


def test_what_reverse_mode_has_sent() -> None:
    lab = GraphLab()
    do(lab, OpenPreset("E5"))
    c, d, e = (index_of(lab, name) for name in "cde")
    sent = []
    for position in range(5):
        do(lab, SeekModes(position))
        sent.append(lab.modes.reverse_sent)
    assert sent == [set(), set(), {e}, {e, d}, {e, d, c}]


def test_a_variable_is_chosen_at_the_seed_of_its_pass() -> None:
    lab = GraphLab()
    do(lab, OpenPreset("E5"), PlayModes(), ChooseVariable("b"))
    assert (lab.modes.variable, lab.modes.position, lab.modes.playing) == ("b", 5, False)
    assert lab.modes.shown_tangent(index_of(lab, "b")) == 1


def test_numbers_alone_make_no_passes() -> None:
    lab = opened("2 + 3")
    assert [beat.kind for beat in lab.beats] == ["value", "seed"]
    assert (lab.modes.variable, lab.modes.playhead.length, lab.modes.passes_needed) == ("", 0, 0)
    assert lab.modes.shown_tangent(0) is None
    assert lab.modes.forward_node is None
    assert lab.modes.found == {}


def test_every_preset_can_be_played_through() -> None:
    lab = GraphLab()
    for name in PRESETS:
        do(lab, OpenPreset(name), PlayGraph())
        assert lab.preset == name
        lab.advance(1000)
        assert lab.phase == "done"
        shown = [lab.shown_gradient(node.index) for node in lab.graph.nodes]
        assert shown == list(lab.reverse.gradients)
        do(lab, SeekModes(lab.modes.playhead.length))
        gradients = {name: lab.reverse.gradients[node] for name, node in lab.graph.variables.items()}
        assert lab.modes.found == pytest.approx(gradients)
        assert lab.modes.reverse_found == gradients


def test_through_the_session(session: Session) -> None:
    told: list[str] = []
    session.labs.changed.connect(told.append)
    session.do(OpenPreset("E5"))
    session.do(OpenSection("graph", "modes"))
    lab = session.labs.of(GraphLab)
    assert (lab.preset, lab.section, told) == ("E5", "modes", ["graph", "graph"])
