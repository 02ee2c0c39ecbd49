"""Curriculum E1–E7: computational graphs, as the page shows them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from nnviz.engine.autograd import Edge
from nnviz.session.labs.graph.intents import OpenPreset, SeekGraph, SetExpression, SetInput, StepGraph, StepModes
from nnviz.session.labs.graph.lab import GraphLab
from nnviz.session.labs.lab import OpenSection
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.canvas import GraphCanvas
from nnviz.views.labs.graph.graph_section import GraphSection
from nnviz.views.labs.graph.modes_section import ModesSection
from nnviz.views.labs.graph.page import GraphPage
from nnviz.views.labs.graph.readings import way_out
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import short
from tests.curriculum.stage import dismiss, renew, shown, staged


class Board:
    """The page on screen, and what can be read from it."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session = session
        self.lab = session.labs.of(GraphLab)
        self.page = GraphPage(session, theme, self.lab)
        self.page.resize(1280, 640)

    @property
    def canvas(self) -> GraphCanvas:
        section = self.page.section("graph")
        assert isinstance(section, GraphSection)
        return section.canvas

    def show(self, preset: str) -> None:
        """A preset, played to its end."""
        self.session.do(OpenPreset(preset))
        self.seek(len(self.lab.beats))

    def seek(self, position: float) -> None:
        self.session.do(SeekGraph(position))
        self.session.clock.tick()

    def node(self, name: str) -> int:
        return next(node.index for node in self.lab.graph.nodes if node.name == name)

    def edge(self, source: str, target: str) -> Edge:
        ends = self.node(source), self.node(target)
        return next(edge for edge in self.lab.graph.edges if (edge.source, edge.target) == ends)

    def out(self) -> tuple[float | None, float | None]:
        """The output's value and its own derivative."""
        return self.canvas.edge_numbers(way_out(self.lab.graph))

    def check(self, target: str, expected: Mapping[str, tuple[float, float]]) -> None:
        """The numbers above and below the edges into a node, by their sources, and as they are written."""
        for source, numbers in expected.items():
            edge = self.edge(source, target)
            assert self.canvas.edge_numbers(edge) == pytest.approx(numbers, abs=1e-6), source
            assert self.canvas.edge_texts(edge) == tuple(map(short, self.canvas.edge_numbers(edge)))  # type: ignore[arg-type]

    def gradient(self, name: str) -> float:
        """∂f/∂name, added up, at the node."""
        gradient = self.canvas.moment.derivatives[self.node(name)]
        assert gradient is not None
        return gradient

    def number(self, name: str) -> float:
        label = self.page.findChild(NumberLabel, name)
        assert label is not None
        assert not label.isHidden()
        assert label.text() == short(label.get_value())
        return label.get_value()

    def text(self, name: str) -> str:
        label = self.page.findChild(QLabel, name)
        assert label is not None
        return label.text().replace("\u200b", "")

    def go_to(self, source: str, target: str) -> None:
        """The step that sends a gradient back along this edge."""
        edge = self.edge(source, target)
        self.seek(next(at for at, beat in enumerate(self.lab.beats, 1) if beat.edge == edge))


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Board]:
    for board in staged(Board):
        yield board
        dismiss(board.page)


@pytest.fixture
def board(stage: Board) -> Iterator[Board]:
    """The page as it opens."""
    renew(stage.session, stage.lab)
    yield from shown(stage.page, stage)


def test_E1_first_graph(board: Board) -> None:
    board.show("E1")
    assert board.out() == (-12.0, 1.0)
    board.check("f", {"q": (3, -4), "z": (-4, 3)})
    board.check("q", {"x": (-2, -4), "y": (5, -4)})


def test_E2_apples(board: Board) -> None:
    board.show("E2")
    assert board.out()[0] == pytest.approx(220, abs=1e-6)
    board.check("total", {"cost": (200, 1.1), "tax": (1.1, 200)})
    board.check("cost", {"price": (100, 2.2), "count": (2, 110)})


def test_E3_apples_and_oranges(board: Board) -> None:
    board.show("E3")
    assert board.out()[0] == pytest.approx(715, abs=1e-6)
    board.check("total", {"cost": (650, 1.1), "tax": (1.1, 650)})
    board.check("cost", {"apples": (200, 1.1), "oranges": (450, 1.1)})
    board.check("apples", {"apple_price": (100, 2.2), "apple_count": (2, 110)})
    board.check("oranges", {"orange_price": (150, 3.3), "orange_count": (3, 165)})


@pytest.mark.parametrize(("x", "y"), [(2.0, 1.0), (-0.5, 4.0)])
def test_E4_chain_rule(board: Board, x: float, y: float) -> None:
    board.show("E4")
    board.session.do(SetInput("x", x))
    board.session.do(SetInput("y", y))
    board.go_to("t", "z")
    assert any(label.text().replace("\u200b", "") == "∂z/∂t = 2t" for label in board.page.findChildren(QLabel))
    assert board.number("graph_local") == pytest.approx(2 * (x + y), abs=1e-6)
    board.go_to("x", "t")
    assert board.number("graph_local") == 1
    assert board.number("graph_downstream") == pytest.approx(2 * (x + y), abs=1e-6)
    board.check("t", {"x": (x, 2 * (x + y))})


def test_E5_two_modes(board: Board) -> None:
    board.show("E5")
    assert board.out() == (6.0, 1.0)
    board.check("e", {"c": (3, 2), "d": (2, 3)})
    assert (board.gradient("a"), board.gradient("b")) == (2, 5)
    board.session.do(OpenSection("graph", "modes"))
    board.session.do(StepModes(0))
    section = board.page.section("modes")
    assert isinstance(section, ModesSection)
    graph, passes = board.lab.graph, {"a": (1.0, 1.0, 0.0, 2.0), "b": (2.0, 1.0, 1.0, 5.0)}
    for name, (made, c, d, e) in passes.items():
        while board.lab.modes.passes_made < made:
            board.session.do(StepModes(1))
        board.session.clock.tick()
        assert section.variable.value() == name
        tangents = [section.forward.moment.derivatives[board.node(node)] for node in ("c", "d", "e")]
        assert tangents == [c, d, e]
        assert section.forward.edge_numbers(way_out(graph)) == (6, e)
        assert board.number(f"modes_forward_{name}") == e
        assert board.text("modes_forward_passes") == f"{made:g} of 2"
    assert [section.reverse.moment.derivatives[board.node(name)] for name in ("a", "b")] == [2, 5]
    assert (board.number("modes_reverse_a"), board.number("modes_reverse_b")) == (2, 5)
    assert board.text("modes_reverse_passes") == "1 of 1"


KINDS = ("-", "/", "^", "exp", "log", "max", "sigmoid", "tanh", "relu")


def test_E6_local_times_upstream_on_every_edge(board: Board) -> None:
    board.show("E6")
    text = board.lab.text
    assert all(kind in text for kind in KINDS)
    board.seek(board.lab.script.forward_beats + 1)
    for beat in board.lab.beats[board.lab.script.forward_beats + 1 :]:
        assert board.canvas.edge_texts(beat.edge)[1] == ""
        board.session.do(StepGraph(1))
        board.session.clock.tick()
        local, upstream, downstream = (board.number(f"graph_{part}") for part in ("local", "upstream", "downstream"))
        assert local * upstream == pytest.approx(downstream, rel=1e-6, abs=1e-9)
        assert board.canvas.edge_numbers(beat.edge)[1] == downstream
        assert board.text("graph_step_typed").endswith(f"= {short(downstream)}")
        assert board.text("graph_step_rule")


def test_E6_what_is_passed_and_what_is_kept(board: Board) -> None:
    board.session.do(SetExpression("s = a + b\np = s * c\nf = exp(p)", {"a": 0.5, "b": -2, "c": 3}))
    board.go_to("a", "s")
    assert board.number("graph_upstream") == board.number("graph_downstream")
    assert board.text("graph_step_typed") == "∂(a + b)/∂a × ∂f/∂s = " + "1 × 0.03333 = 0.03333"
    board.go_to("s", "p")
    assert board.number("graph_local") == 3
    board.go_to("c", "p")
    assert board.number("graph_local") == -1.5
    kept = board.canvas.moment.kept
    assert {board.edge("s", "p"), board.edge("c", "p"), way_out(board.lab.graph)} == kept
    assert board.canvas.moment.used == {board.edge("s", "p"), board.edge("c", "p")}


def test_E7_layers_as_nodes(board: Board) -> None:
    board.show("E7")
    values = board.lab.values
    hidden = 1 / (1 + math.exp(-(values["w1"] * values["x1"] + values["w2"] * values["x2"] + values["b"])))
    assert board.canvas.moment.values[board.node("h")] == pytest.approx(hidden, abs=1e-6)
    z = [values[f"v{k}"] * hidden + values[f"c{k}"] for k in (1, 2, 3)]
    total = sum(map(math.exp, z))
    assert board.out()[0] == pytest.approx(math.log(total) - z[1], abs=1e-6)
    targets = ((1, 0), (2, 1), (3, 0))
    for k, target in targets:
        y = math.exp(z[k - 1]) / total
        board.check("L", {f"z{k}": (z[k - 1], y - target)})
        board.check(f"z{k}", {"h": (hidden, values[f"v{k}"] * (y - target)), f"c{k}": (values[f"c{k}"], y - target)})
    for k, target in targets:
        board.go_to(f"z{k}", "L")
        assert board.number("graph_downstream") == pytest.approx(math.exp(z[k - 1]) / total - target, abs=1e-6)
