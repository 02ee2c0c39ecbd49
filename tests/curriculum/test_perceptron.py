"""Curriculum A1–A7: neurons, perceptrons and gates, as the page shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from nnviz.session.intents import Intent, OpenPage
from nnviz.session.labs.lab import OpenSection
from nnviz.session.labs.perceptron.intents import (
    FitData,
    LookAt,
    SelectEntry,
    SetCircuitInputs,
    SetDeltaRate,
    SetHidden,
    SetInputs,
    SetKind,
    SetUnit,
    StepSection,
    TeachGate,
    UsePreset,
    UseStart,
)
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.perceptron.circuit import CircuitView
from nnviz.views.labs.perceptron.neuron import NeuronView
from nnviz.views.labs.perceptron.page import PerceptronPage
from nnviz.views.labs.perceptron.plane import Plane
from nnviz.views.labs.perceptron.small_network import SmallNetwork
from nnviz.views.labs.perceptron.table import NumberTable
from nnviz.views.labs.perceptron.timeline import Timeline
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.number_label import NumberLabel
from tests.curriculum.stage import dismiss, renew, staged

ORDER = [(0, 0), (1, 0), (0, 1), (1, 1)]
Kind = TypeVar("Kind", bound=QWidget)


class Shown:
    """The page, and what it shows."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session = session
        self.lab = session.labs.of(PerceptronLab)
        self.page = PerceptronPage(session, theme, self.lab)
        self.page.resize(1100, 700)

    def do(self, *intents: Intent) -> None:
        for intent in intents:
            self.session.do(intent)
        self.session.clock.tick()
        self.session.clock.tick()
        # Other presets have other buttons.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open(self, section: str, *intents: Intent) -> None:
        self.do(OpenSection("perceptron", section), *intents)

    def part(self, kind: type[Kind], name: str) -> Kind:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def say(self, name: str) -> str:
        return self.part(QLabel, name).text()

    def column(self, table: str, column: int) -> list[float]:
        shown = self.part(NumberTable, table)
        return [shown.value(row, column) for row in range(shown.numbers.rows)]


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Shown]:
    for stage in staged(Shown):
        yield stage
        dismiss(stage.page)


@pytest.fixture
def shown(stage: Shown) -> Iterator[Callable[..., Shown]]:
    """Opens a section of the page, which is as in the beginning."""

    def show(section: str, *intents: Intent) -> Shown:
        stage.open(section, *intents)
        return stage

    renew(stage.session, *map(stage.lab.part, stage.lab.sections))
    stage.session.do(OpenPage("perceptron"))
    stage.page.show()
    yield show
    stage.page.hide()


Show = Callable[..., Shown]


def test_A1_a_threshold_of_2_is_and_of_1_is_or(shown: Show) -> None:
    page = shown("unit", SetKind("threshold"))
    neuron, plane = page.part(NeuronView, "unit_neuron"), page.part(Plane, "unit_plane")
    for theta, gate, answers in ((2.0, "AND", [0, 0, 0, 1]), (1.0, "OR", [0, 1, 1, 1])):
        page.do(UsePreset(gate), SetUnit(1.0, 1.0, -theta))
        assert page.column("unit_table", 2) == [0, 1, 1, 2], "Σ"
        assert page.column("unit_table", 3) == answers
        assert page.say("unit_verdict") == f"4 of 4 right: this unit is {gate}."
        assert neuron.shown["theta"] == theta
        x, y = plane.data("line")
        np.testing.assert_allclose(x + y, theta, atol=1e-6)
    page.do(SetInputs(0, 1))
    assert (neuron.shown["x1"], neuron.shown["x2"], neuron.shown["sum"], neuron.shown["y"]) == (0, 1, 1, 1)


UNITS = [
    ("AND", (0.5, 0.5, -0.7), [-0.7, -0.2, -0.2, 0.3]),
    ("NAND", (-0.5, -0.5, 0.7), [0.7, 0.2, 0.2, -0.3]),
    ("OR", (0.5, 0.5, -0.4), [-0.4, 0.1, 0.1, 0.6]),
    ("AND", (0.5, 0.5, -0.8), [-0.8, -0.3, -0.3, 0.2]),
    ("AND", (1.0, 1.0, -1.0), [-1, 0, 0, 1]),
]
ANSWERS = {"AND": [0, 0, 0, 1], "NAND": [1, 1, 1, 0], "OR": [0, 1, 1, 1]}


def test_A2_perceptrons_with_a_bias(shown: Show) -> None:
    page = shown("unit")
    buttons = [page.part(QPushButton, f"unit_preset_{name}") for name in ("AND", "NAND", "OR", "AND 0.8", "AND 1")]
    plane = page.part(Plane, "unit_plane")
    for button, (gate, (w1, w2, b), sums) in zip(buttons, UNITS, strict=True):
        button.click()
        page.do()
        assert button.text() == f"{gate}  ({w1:g}, {w2:g}, {b:g})".replace("-", "−")
        np.testing.assert_allclose(page.column("unit_table", 2), sums, atol=1e-6)
        assert page.column("unit_table", 3) == page.column("unit_table", 4) == ANSWERS[gate]
        assert [page.part(NumberTable, "unit_table").text(row, 5) for row in range(4)] == ["✓"] * 4
        x, y = plane.data("line")
        np.testing.assert_allclose(w1 * x + w2 * y + b, 0, atol=1e-6)
        ones = np.stack(plane.data("ones"), axis=1).tolist()
        assert ones == [list(map(float, at)) for at, t in zip(ORDER, ANSWERS[gate], strict=True) if t]


def test_A2_only_strict_more_than_makes_the_last_one_and(shown: Show) -> None:
    page = shown("unit", UsePreset("AND 1"))
    said = page.say("unit_strictness")
    assert said.startswith("(1, 0), (0, 1) on the line: Σ is exactly 0. Only because > is strict")
    assert said.endswith("So it is AND; with ≥ it would be OR.")
    page.do(SetKind("threshold"))
    assert page.column("unit_table", 3) == ANSWERS["OR"]


@pytest.mark.parametrize(("gate", "updates"), [("AND", 10), ("NAND", 11), ("OR", 4)])
def test_A3_updates_until_a_gate_is_learnt(shown: Show, gate: str, updates: int) -> None:
    page = shown("learning", TeachGate(gate))
    step = page.part(QPushButton, "learning_step")
    for _ in range(40):
        step.click()
    page.do()
    assert page.say("learning_verdict") == f"Learnt after {updates} updates: 4 right in a row."
    log = [page.column("learning_log", column) for column in range(12)]
    n, x1, x2, total, y, t, dw1, dw2, db, w1, w2, b = (np.array(column) for column in log)
    assert n.tolist() == list(range(1, len(n) + 1))
    assert list(zip(x1, x2, strict=True))[:8] == ORDER + ORDER
    assert int((y != t).sum()) == updates
    np.testing.assert_allclose(dw1, (t - y) * x1, atol=1e-6)
    np.testing.assert_allclose(dw2, (t - y) * x2, atol=1e-6)
    np.testing.assert_allclose(db, t - y, atol=1e-6)
    for weights, changes in ((w1, dw1), (w2, dw2), (b, db)):
        np.testing.assert_allclose(weights, np.cumsum(changes), atol=1e-6)
    before = np.stack([w1 - dw1, w2 - dw2, b - db])
    np.testing.assert_allclose(total, before[0] * x1 + before[1] * x2 + before[2], atol=1e-6)
    assert ((total > 0) == y).all()
    x, at = page.part(Plane, "learning_plane").data("line")
    np.testing.assert_allclose(w1[-1] * x + w2[-1] * at + b[-1], 0, atol=1e-6)


def test_A3_xor_is_never_learnt_and_the_lab_says_why(shown: Show) -> None:
    page = shown("learning", TeachGate("XOR"), *[StepSection("learning")] * 40)
    assert page.say("learning_verdict") == (
        "It goes round in circles: the weights after sample 9 are those after sample 5."
    )
    rows = np.array([page.column("learning_log", column) for column in (9, 10, 11)]).T
    assert rows[8].tolist() == rows[4].tolist()
    assert "b ≤ 0, w₁ + b > 0, w₂ + b > 0 and w₁ + w₂ + b ≤ 0" in page.say("learning_reason")
    assert "not linearly separable" in page.say("learning_reason")


def test_A4_the_delta_rule(shown: Show) -> None:
    page = shown("delta", FitData("AND"), SetDeltaRate(0.5))
    x = np.array([[1, *at] for at in ORDER], float)
    y, W = np.array(ANSWERS["AND"], float), np.zeros(3)
    losses = [np.mean((x @ W - y) ** 2) / 2]
    for _ in range(25):
        W = W - 0.5 / 4 * ((x @ W - y) @ x)
        losses.append(np.mean((x @ W - y) ** 2) / 2)
    page.do(*[StepSection("delta")] * 25)
    for name, value in zip(("bias", "w1", "w2", "loss", "steps"), (*W, losses[-1], 25), strict=True):
        assert page.part(NumberLabel, f"delta_{name}").value == pytest.approx(value, rel=1e-6)
    np.testing.assert_allclose(page.part(LabPlot, "delta_curve").data("loss")[1], losses, rtol=1e-6)
    at = page.part(Plane, "delta_plane").data("line")
    np.testing.assert_allclose(W[0] + W[1] * at[0] + W[2] * at[1], 0.5, atol=1e-6)
    page.do(*[StepSection("delta")] * 200)
    assert page.part(NumberLabel, "delta_loss").value == pytest.approx(1 / 32, rel=1e-4)
    assert page.say("delta_verdict") == "Arrived: no line has a smaller squared error."


def test_A4_a_line_through_points_and_what_diverges(shown: Show) -> None:
    page = shown("delta", FitData("line"), *[StepSection("delta")] * 300)
    plot = page.part(LabPlot, "delta_line")
    x, y = plot.data("samples")
    slope, bias = np.polyfit(x, y, 1)
    ends, fit = plot.data("fit")
    np.testing.assert_allclose(fit, bias + slope * ends, atol=1e-3)
    np.testing.assert_allclose(plot.data("best")[1], bias + slope * ends, atol=1e-9)
    limit = 2 / np.linalg.eigvalsh(np.array([[len(x), x.sum()], [x.sum(), x @ x]]) / len(x))[-1]
    assert page.part(NumberLabel, "delta_limit").value == pytest.approx(limit, rel=1e-6)
    page.do(FitData("line"), SetDeltaRate(1.3 * limit), *[StepSection("delta")] * 200)
    assert page.say("delta_verdict").startswith("Diverged: every step overshoots")


def test_A5_xor_from_three_gates(shown: Show) -> None:
    page = shown("gates")
    assert page.column("gates_table", 0) == [0, 1, 0, 1]
    assert page.column("gates_table", 1) == [0, 0, 1, 1]
    assert page.column("gates_table", 2) == [1, 1, 1, 0], "s₁"
    assert page.column("gates_table", 3) == [0, 1, 1, 1], "s₂"
    assert page.column("gates_table", 4) == [0, 1, 1, 0], "y"
    circuit, table = page.part(CircuitView, "gates_circuit"), page.part(NumberTable, "gates_table")
    sums = [(0.7, -0.4, -0.2), (0.2, 0.1, 0.3), (0.2, 0.1, 0.3), (-0.3, 0.6, -0.2)]
    for row, (inputs, expected) in enumerate(zip(ORDER, sums, strict=True)):
        page.do(SetCircuitInputs(*inputs))
        assert table.numbers.marked == row
        s1, s2, y = (table.value(row, column) for column in (2, 3, 4))
        assert circuit.answers == {"NAND": s1, "OR": s2, "AND": y}
        assert circuit.wires["x1", "NAND"] == circuit.wires["x1", "OR"] == inputs[0]
        assert (circuit.wires["NAND", "AND"], circuit.wires["OR", "AND"], circuit.wires["AND", "y"]) == (s1, s2, y)
        assert [circuit.sums[name] for name in ("NAND", "OR", "AND")] == pytest.approx(expected, abs=1e-6)


def test_A5_the_first_layer_makes_xor_separable(shown: Show) -> None:
    page = shown("gates")
    assert page.say("gates_single") == "A single unit gets at most 3 of the 4 answers right."
    hidden = page.part(Plane, "gates_hidden")
    ones, zeros = np.stack(hidden.data("ones")), np.stack(hidden.data("zeros"))
    assert ones.T.tolist() == [[1, 1], [1, 1]]
    assert zeros.T.tolist() == [[1, 0], [0, 1]]
    x, y = hidden.data("AND")
    np.testing.assert_allclose(0.5 * x + 0.5 * y, 0.7, atol=1e-6)
    inputs = page.part(Plane, "gates_inputs")
    for name, side in (("NAND", 0.7), ("OR", 0.4)):
        x, y = inputs.data(name)
        np.testing.assert_allclose(0.5 * x + 0.5 * y, side, atol=1e-6)


@pytest.mark.parametrize(("activation", "learnt", "stuck"), [("sigmoid", 400, 1300), ("tanh", 150, 550)])
def test_A6_a_start_that_learns_and_one_that_gets_stuck(shown: Show, activation: str, learnt: int, stuck: int) -> None:
    page = shown("mlp", SetHidden(activation), UseStart("learns"), *[StepSection("mlp")] * learnt)
    assert page.say("mlp_verdict").startswith("Learnt: 4 of 4 right.")
    assert page.part(NumberLabel, "mlp_right").value == 4
    assert [float(page.part(Plane, "mlp_plane").text(f"output_{k}")[4:]) > 0.5 for k in range(4)] == [
        False, True, True, False,
    ]  # fmt: skip
    page.do(UseStart("stuck"), *[StepSection("mlp")] * stuck)
    assert page.say("mlp_verdict").startswith("Stuck: the loss stays at 0.3")
    assert page.part(NumberLabel, "mlp_gradient").value < 3e-3
    assert page.part(NumberLabel, "mlp_right").value < 4


def test_A6_what_is_drawn_is_the_network(shown: Show) -> None:
    page = shown("mlp", UseStart("learns"), *[StepSection("mlp")] * 600, LookAt(2))
    network = page.part(SmallNetwork, "mlp_network")
    w, b, a = network.weights, network.biases, network.activations
    sigmoid = lambda z: 1 / (1 + np.exp(-z))  # noqa: E731

    def answer(x1: np.ndarray, x2: np.ndarray) -> np.ndarray:
        hidden = [sigmoid(w["x1", h] * x1 + w["x2", h] * x2 + b[h]) for h in ("h1", "h2")]
        return sigmoid(w["h1", "y"] * hidden[0] + w["h2", "y"] * hidden[1] + b["y"])

    assert (a["x1"], a["x2"]) == (0, 1)
    assert a["y"] == pytest.approx(float(answer(np.array(0.0), np.array(1.0))), rel=1e-6)
    plane = page.part(Plane, "mlp_plane")
    np.testing.assert_allclose(answer(*plane.data("boundary")), 0.5, atol=0.01)
    for k in (1, 2):
        x, y = plane.data(f"hidden_{k}")
        np.testing.assert_allclose(w["x1", f"h{k}"] * x + w["x2", f"h{k}"] * y + b[f"h{k}"], 0, atol=1e-6)
    y, t = answer(*np.array(ORDER, float).T), np.array([0, 1, 1, 0])
    loss = -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))
    assert page.part(NumberLabel, "mlp_loss").value == pytest.approx(loss, rel=1e-6)
    losses = page.part(LabPlot, "mlp_curve").data("loss")
    assert losses[1][-1] == pytest.approx(loss, rel=1e-6)
    assert len(losses[0]) == 601


HISTORY = {
    "mcculloch_pitts": ("1943 · McCulloch, Pitts", 1943),
    "hebb": ("1949 · Hebb", 1949),
    "rosenblatt": ("1957/58 · Rosenblatt", 1957.5),
    "adaline": ("1960 · Widrow, Hoff: Adaline", 1960),
    "minsky_papert": ("1969 · Minsky, Papert", 1969),
    "backpropagation": ("1986 · Rumelhart, Hinton, Williams: Back-propagation", 1986),
    "svm": ("1990s · Vapnik and others: Support vector machines", 1994.5),
    "deep_belief": ("2006 · Hinton, Osindero, Teh: Deep belief nets", 2006),
}


def test_A7_the_timeline_is_to_scale_and_tells_its_entries(shown: Show) -> None:
    page = shown("history")
    timeline = page.part(Timeline, "history_timeline")
    assert list(timeline.marks) == list(HISTORY)
    scale = (timeline.marks["deep_belief"] - timeline.marks["mcculloch_pitts"]) / (2006 - 1943)
    stories = set()
    for key, (heading, year) in HISTORY.items():
        assert timeline.marks[key] - timeline.marks["mcculloch_pitts"] == pytest.approx((year - 1943) * scale)
        page.do(SelectEntry(key))
        assert timeline.selected == key
        assert page.say("history_heading").startswith(heading)
        stories.add(page.say("history_story"))
    assert len(stories) == len(HISTORY)
    assert len(timeline.generations) == 3


SCENES = {
    "mcculloch_pitts": "unit", "rosenblatt": "learning", "adaline": "delta", "minsky_papert": "learning",
    "backpropagation": "mlp",
}  # fmt: skip


@pytest.mark.parametrize("entry", SCENES)
def test_A7_an_entry_opens_what_shows_it(shown: Show, entry: str) -> None:
    page = shown("history", SelectEntry(entry))
    page.part(QPushButton, "history_see").click()
    assert page.page.lab.section == SCENES[entry]


def test_A7_what_no_lab_shows_has_no_button(shown: Show) -> None:
    page = shown("history", SelectEntry("hebb"))
    assert not page.part(QPushButton, "history_see").isVisible()
