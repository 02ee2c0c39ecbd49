"""The model of the perceptron lab: what intents do, what moves, what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.perceptron import GATES, POINTS, Unit
from nnviz.engine.refusal import Refusal
from nnviz.session.intents import OpenPage
from nnviz.session.labs.lab import LabIntent, OpenSection
from nnviz.session.labs.perceptron import intents
from nnviz.session.labs.perceptron.history import ENTRIES, GENERATIONS, SPAN
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.labs.perceptron.learning import KEPT
from nnviz.session.pages import PAGES
from nnviz.session.session import Session


@pytest.fixture
def lab() -> PerceptronLab:
    return PerceptronLab()


def do(lab: PerceptronLab, *wishes: LabIntent) -> None:
    for wish in wishes:
        lab.handlers()[type(wish)](wish)


def steps(lab: PerceptronLab, section: str, count: int) -> None:
    do(lab, *[intents.StepSection(section)] * count)


# One unit


def test_a_preset_brings_its_gate_along(lab: PerceptronLab) -> None:
    do(lab, intents.SetTarget("XOR"), intents.UsePreset("NAND"))
    assert (lab.unit.target, lab.unit.right, lab.unit.gate, lab.unit.preset) == ("NAND", 4, "NAND", "NAND")


def test_every_preset_is_the_gate_it_says(lab: PerceptronLab) -> None:
    for kind in ("perceptron", "threshold"):
        do(lab, intents.SetKind(kind))
        for name, (gate, unit) in lab.unit.presets.items():
            do(lab, intents.UsePreset(name))
            assert (lab.unit.gate, lab.unit.unit) == (gate, unit)


def test_with_a_threshold_the_bias_is_not_in_the_sum(lab: PerceptronLab) -> None:
    do(lab, intents.SetUnit(1.0, 0.5, -0.75))
    assert lab.unit.sums.tolist() == [-0.75, 0.25, -0.25, 0.75]
    do(lab, intents.SetKind("threshold"))
    assert lab.unit.sums.tolist() == [0.0, 1.0, 0.5, 1.5]
    assert lab.unit.answers.tolist() == [0, 1, 0, 1]


def test_points_on_the_line_are_told(lab: PerceptronLab) -> None:
    do(lab, intents.UsePreset("AND 1"))
    assert lab.unit.on_line == (1, 2)
    assert (lab.unit.gate, lab.unit.other_gate) == ("AND", "OR")


# Perceptron rule


@pytest.mark.parametrize("rate", [1.0, 0.1, 0.37])
def test_from_zeros_the_rate_only_scales(lab: PerceptronLab, rate: float) -> None:
    for gate, updates in (("AND", 10), ("NAND", 11), ("OR", 4)):
        do(lab, intents.TeachGate(gate), intents.SetRuleRate(rate))
        steps(lab, "learning", 60)
        assert (lab.learning.learned, lab.learning.updates) == (True, updates)


def test_what_is_learnt_is_shown_no_more(lab: PerceptronLab) -> None:
    steps(lab, "learning", 100)
    shown = lab.learning.shown
    assert lab.learning.log[-1][0] == shown
    steps(lab, "learning", 1)
    assert lab.learning.shown == shown


def test_a_cycle_really_is_one(lab: PerceptronLab) -> None:
    do(lab, intents.TeachGate("XOR"))
    steps(lab, "learning", 40)
    assert lab.learning.cycle is not None
    first, again = lab.learning.cycle
    units = {number: update.unit for number, update in lab.learning.log}
    period = again - first
    assert period % 4 == 0
    assert all(units[n] == units[n + period] for n in range(first, 40 - period + 1))


def test_no_cycle_is_seen_where_something_is_learnt(lab: PerceptronLab) -> None:
    for gate in ("AND", "NAND", "OR"):
        do(lab, intents.TeachGate(gate))
        steps(lab, "learning", 60)
        assert lab.learning.cycle is None


def test_a_perceptron_that_never_learns_does_not_fill_the_memory(lab: PerceptronLab) -> None:
    do(lab, intents.TeachGate("XOR"))
    steps(lab, "learning", KEPT + 50)
    assert len(lab.learning.log) == KEPT
    assert lab.learning.shown == KEPT + 50


def test_own_points_start_from_those_that_were_there(lab: PerceptronLab) -> None:
    do(lab, intents.AddPoint(0.5, -0.25, 0), intents.FlipPoint(0), intents.RemovePoint(3))
    assert lab.learning.data == "own"
    assert lab.learning.points == (*POINTS[:3], (0.5, -0.25))
    assert lab.learning.targets == (1, 0, 0, 0)
    do(lab, intents.TeachGate("OR"))
    assert (lab.learning.points, lab.learning.targets) == (POINTS, GATES["OR"])


def test_without_points_there_is_nothing_to_do(lab: PerceptronLab) -> None:
    do(lab, *[intents.RemovePoint(0)] * 4, intents.StepSection("learning"), intents.PlaySection("learning"))
    assert lab.learning.shown == 0
    assert not lab.learning.playing


# Delta rule


def test_the_delta_rule_arrives_at_the_least_squares(lab: PerceptronLab) -> None:
    for data in ("line", "AND"):
        do(lab, intents.FitData(data))
        steps(lab, "delta", 400)
        assert lab.delta.arrived
        np.testing.assert_allclose(lab.delta.weights, lab.delta.best, atol=2e-3)
        assert np.all(np.diff(lab.delta.losses) < 0)


def test_too_large_a_rate_diverges_and_stops(lab: PerceptronLab) -> None:
    do(lab, intents.SetDeltaRate(1.2 * lab.delta.limit), intents.PlaySection("delta"))
    lab.open_section("delta")
    for _ in range(400):
        lab.advance(0.1)
    assert lab.delta.diverged
    assert not lab.moving
    assert np.isfinite(lab.delta.losses).all()


def test_the_best_linear_unit_is_useless_for_xor(lab: PerceptronLab) -> None:
    do(lab, intents.FitData("XOR"))
    np.testing.assert_allclose(lab.delta.best, [0.5, 0.0, 0.0], atol=1e-12)


# XOR learnt


def test_a_stuck_start_stays_stuck(lab: PerceptronLab) -> None:
    do(lab, intents.SetHidden("tanh"), intents.UseStart("stuck"))
    steps(lab, "mlp", 1200)
    assert lab.mlp.verdict == "stuck", "since iteration 480"
    assert lab.mlp.losses[-1] == pytest.approx(np.log(2) / 2, abs=0.002), "two points share the answer one half"


def test_slow_is_not_stuck(lab: PerceptronLab) -> None:
    """Seed 3 rests on a plateau before it learns: nearly no gradient, but it goes on."""
    do(lab, intents.SetSeed(3))
    verdicts = set()
    for _ in range(60):
        steps(lab, "mlp", 10)
        verdicts.add(lab.mlp.verdict)
    assert verdicts == {"learning", "learnt"}


def test_the_same_start_gives_the_same_run(lab: PerceptronLab) -> None:
    steps(lab, "mlp", 50)
    first = list(lab.mlp.losses)
    do(lab, intents.ResetSection("mlp"))
    steps(lab, "mlp", 50)
    assert lab.mlp.losses == first
    do(lab, intents.SetSeed(77))
    steps(lab, "mlp", 50)
    assert lab.mlp.losses != first


def test_another_rate_goes_on_from_where_it_was(lab: PerceptronLab) -> None:
    steps(lab, "mlp", 10)
    do(lab, intents.SetMlpRate(0.25))
    assert lab.mlp.iteration == 10
    steps(lab, "mlp", 1)
    assert (lab.mlp.iteration, len(lab.mlp.losses)) == (11, 12)


# All of it


def test_only_the_section_in_front_moves(lab: PerceptronLab) -> None:
    do(lab, intents.PlaySection("learning"))
    assert not lab.moving
    lab.open_section("learning")
    assert lab.moving
    lab.advance(1.6)
    assert lab.learning.shown == 3, "two samples a second"
    do(lab, intents.SetPace("learning", 10.0))
    lab.advance(0.5)
    assert lab.learning.shown == 8


def test_playing_ends_where_there_is_nothing_more_to_learn(lab: PerceptronLab) -> None:
    lab.open_section("learning")
    do(lab, intents.SetPace("learning", 1000.0), intents.PlaySection("learning"))
    lab.advance(0.1)
    assert lab.learning.learned
    assert not lab.moving


def test_a_step_stops_what_plays(lab: PerceptronLab) -> None:
    do(lab, intents.PlaySection("delta"), intents.StepSection("delta"))
    assert (lab.delta.playing, lab.delta.steps) == (False, 1)


REFUSED = [
    intents.PlaySection("unit"),
    intents.StepSection("nothing"),
    intents.SetPace("mlp", float("nan")),
    intents.SetKind("spiking"),
    intents.SetUnit(0.0, 11.0, 0.0),
    intents.SetUnit(float("inf"), 0.0, 0.0),
    intents.UsePreset("XOR"),
    intents.SetTarget("MAYBE"),
    intents.SetInputs(2, 0),
    intents.TeachGate("NOR"),
    intents.SetRuleRate(0.0),
    intents.AddPoint(7.0, 0.0),
    intents.AddPoint(0.0, 0.0, 2),
    intents.FlipPoint(4),
    intents.RemovePoint(-1),
    intents.FitData("own"),
    intents.SetDeltaRate(-1.0),
    intents.SetCircuitInputs(0, -1),
    intents.SetHidden("relu"),
    intents.SetMlpRate(1e9),
    intents.SetSeed(-1),
    intents.UseStart("perhaps"),
    intents.LookAt(4),
    intents.ShowUnit("x1"),
    intents.SelectEntry("1066"),
]


@pytest.mark.parametrize("intent", REFUSED, ids=repr)
def test_what_cannot_be_is_refused_and_changes_nothing(lab: PerceptronLab, intent: LabIntent) -> None:
    before = state(lab)
    with pytest.raises(Refusal):
        do(lab, intent)
    assert state(lab) == before


def state(lab: PerceptronLab) -> list[object]:
    u, r, d, m = lab.unit, lab.learning, lab.delta, lab.mlp
    return [
        u.kind, u.unit, u.inputs, u.target, r.data, r.points, r.targets, r.rate, r.shown, d.data, d.rate, d.steps,
        lab.gates.inputs, m.experiment, m.looked, m.unit, m.pace, m.iteration, lab.history.selected,
    ]  # fmt: skip


def test_too_many_points_are_refused(lab: PerceptronLab) -> None:
    for _ in range(36):
        do(lab, intents.AddPoint(0.5, 0.5))
    with pytest.raises(Refusal):
        do(lab, intents.AddPoint(0.5, 0.5))


@pytest.fixture
def on_page(session: Session) -> Session:
    session.do(OpenPage("perceptron"))
    return session


def test_every_scene_of_history_can_be_opened(on_page: Session) -> None:
    lab = on_page.labs.of(PerceptronLab)
    opened = []
    for entry in ENTRIES.values():
        first, *others = entry.scenes or (OpenPage("perceptron"),)
        assert isinstance(first, OpenPage)
        assert first.page in PAGES
        for intent in others:
            on_page.do(intent)
        opened += [lab.section] if others else []
    assert opened == ["unit", "learning", "delta", "learning", "mlp"]
    assert lab.learning.data == "XOR"


def test_history_is_in_order_and_within_its_span() -> None:
    years = [entry.year for entry in ENTRIES.values()]
    assert years == sorted(years)
    assert all(SPAN[0] <= entry.year <= entry.until <= SPAN[1] for entry in ENTRIES.values())
    assert len(GENERATIONS) == 3


def test_the_session_moves_the_lab_in_front(on_page: Session) -> None:
    lab = on_page.labs.of(PerceptronLab)
    on_page.do(OpenSection("perceptron", "mlp"))
    on_page.do(intents.PlaySection("mlp"))
    on_page.labs.advance(0.1)
    assert lab.mlp.iteration in (19, 20)
    assert lab.unit.unit == Unit(0.5, 0.5, -0.7)
