"""The first half of the lab “functions” without a page: shapes, the live network, softmax, overflow."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nnviz.engine import activations as engine
from nnviz.engine.experiment import ACTIVATION_NAMES
from nnviz.engine.gradcheck import central_differences
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.session.labs.functions import shapes
from nnviz.session.labs.functions.activations import ActivationPart
from nnviz.session.labs.functions.intents import (
    AddConstant,
    ChooseActivation,
    ChooseLogit,
    FunctionsIntent,
    SetEntry,
    SetLines,
    SetLogit,
    SetLogits,
    SetParameter,
    SetProbe,
    SetTemperature,
    SetVector,
    StartUnits,
    TrainUnits,
)
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.functions.shapes import SPAN, Shape
from nnviz.session.labs.functions.stability import LARGEST, SMALLEST
from nnviz.session.labs.functions.units import LiveUnits


def do(lab: FunctionsLab, *intents: FunctionsIntent) -> None:
    for intent in intents:
        lab.handlers()[type(intent)](intent)


@pytest.fixture
def lab() -> FunctionsLab:
    return FunctionsLab()


@pytest.mark.parametrize("name", ACTIVATION_NAMES)
def test_slopes_are_derivatives(name: str) -> None:
    shape = ActivationPart().shape_of(name)
    x = np.linspace(-5.9, 5.9, 40)
    value, slope = shapes.evaluate(shape, x)
    numerical = [
        central_differences(lambda w=w: shapes.read(shape, float(w[0])).value, w)[0]  # type: ignore[misc]
        for w in (np.array([at]) for at in x)
    ]
    assert slope == pytest.approx(numerical, abs=1e-6)
    assert value.shape == slope.shape == x.shape


@pytest.mark.parametrize("name", ACTIVATION_NAMES)
def test_curves_are_samples_with_gaps_at_jumps_only(name: str) -> None:
    shape = ActivationPart().shape_of(name)
    curve = shapes.curve(shape)
    value, slope = shapes.evaluate(shape, curve.x)
    for drawn, true in ((curve.value, value), (curve.slope, slope)):
        known = ~np.isnan(drawn)
        assert (drawn[known] == true[known]).all()
        assert (np.abs(np.diff(drawn))[~np.isnan(np.diff(drawn))] < 0.3).all(), "no line across a jump"
    jumps = shapes.jumps(shape)
    assert np.isnan(curve.value).sum() == 2 * sum(bool(jump.value) for jump in jumps)
    assert np.isnan(curve.slope).sum() == 2 * sum(bool(jump.slope) for jump in jumps)
    assert (np.diff(curve.x) >= 0).all()


def test_maxout_has_a_corner_where_another_piece_takes_over() -> None:
    shape = Shape("maxout", lines=((-1.0, 0.0), (1.0, 0.0), (0.0, -5.0)))
    assert [(jump.at, jump.value, jump.slope) for jump in shapes.jumps(shape)] == [(0.0, 0.0, 2.0)]


def test_a_threshold_outside_the_picture_is_no_corner() -> None:
    assert shapes.corners(Shape("thresholded_relu", theta=7.0)) == []


def test_parameters_belong_to_one_function(lab: FunctionsLab) -> None:
    part = lab.activations
    do(lab, ChooseActivation("elu"), SetParameter("alpha", 0.3), ChooseActivation("leaky_relu"))
    assert (part.shape_of("elu").alpha, part.shape.alpha) == (0.3, 0.1)
    before = part.curve("elu")
    do(lab, SetParameter("alpha", 0.2))
    assert part.curve("elu") is before, "what did not change is not computed again"
    assert part.curve().value[0] == pytest.approx(0.2 * SPAN[0])


@pytest.mark.parametrize(
    ("intent", "key"),
    [
        (ChooseActivation("softmax"), "unknown_choice"),
        (SetParameter("theta", 1.0), "unknown_field"),
        (SetProbe(6.5), "out_of_range"),
        (SetProbe(math.nan), "out_of_range"),
        (SetLines(((1.0, 0.0),)), "out_of_range"),
        (SetLines(((1.0, 0.0), (11.0, 0.0))), "out_of_range"),
        (StartUnits(5.0, 9.0), "out_of_range"),
        (StartUnits(0.0), "out_of_range"),
        (TrainUnits(0), "out_of_range"),
        (SetLogit(4, 0.0), "out_of_range"),
        (SetLogit(0, 11.0), "out_of_range"),
        (SetLogits(()), "out_of_range"),
        (SetLogits((1.0, math.inf)), "out_of_range"),
        (ChooseLogit(-1), "out_of_range"),
        (SetTemperature(0.0), "out_of_range"),
        (AddConstant(101.0), "out_of_range"),
        (SetEntry(3, 0.0), "out_of_range"),
        (SetVector((0.0,) * 5), "out_of_range"),
        (SetVector((math.nan,)), "out_of_range"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(lab: FunctionsLab, intent: FunctionsIntent, key: str) -> None:
    def state() -> list[object]:
        parts = (lab.activations, lab.activations.units, lab.softmax, lab.stability)
        return [str({k: v for k, v in vars(part).items() if k != "units"}) for part in parts]

    before = state()
    with pytest.raises(Refusal) as refusal:
        do(lab, intent)
    assert refusal.value.key == key
    assert state() == before


def test_alpha_outside_the_limits_is_refused(lab: FunctionsLab) -> None:
    do(lab, ChooseActivation("elu"))
    with pytest.raises(Refusal, match="out_of_range"):
        do(lab, SetParameter("alpha", -0.1))
    assert lab.activations.shape.alpha == 1.0


def test_the_live_network_is_trained_and_starts_again(lab: FunctionsLab) -> None:
    units = lab.activations.units
    start = units.fired
    do(lab, TrainUnits(50))
    assert units.trainer.iteration == 50
    assert units.dead.sum() > 0
    assert (units.activations[:, units.dead] == 0).all()
    lost = units.loss
    do(lab, StartUnits(0.5))
    assert (units.fired == start).all(), "the same start"
    do(lab, TrainUnits(50))
    assert not units.dead.any(), "a learning rate that suits it"
    assert units.loss != lost


def test_a_diverged_network_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    units = LiveUnits()

    def diverge() -> None:
        raise DivergedError(0, 5.0)

    monkeypatch.setattr(units.trainer, "step", diverge)
    units.train(5)
    assert units.diverged
    units.start(0.1, 0.0)
    assert not units.diverged


def test_softmax_is_the_gradient_of_log_sum_exp_at_every_temperature(lab: FunctionsLab) -> None:
    do(lab, SetLogits((3.0, -1.0, 0.5)), AddConstant(-20.0))
    for temperature in (0.3, 1.0, 8.0):
        do(lab, SetTemperature(temperature))
        part = lab.softmax
        assert part.gradient == pytest.approx(part.outputs, abs=1e-7)
        assert part.low <= part.lse <= part.high
        assert part.bounds().lse[-1] == pytest.approx(
            temperature * engine.log_sum_exp(np.array([-10.0, -21.0, -19.5]) / temperature)
        )


def test_fewer_logits_keep_the_chosen_one_within(lab: FunctionsLab) -> None:
    do(lab, ChooseLogit(3), SetLogits((1.0, 2.0)))
    assert lab.softmax.chosen == 1


def test_shifted_steps_are_the_engine(lab: FunctionsLab) -> None:
    rng = np.random.default_rng(0)
    for scale in (1.0, 100.0, 10_000.0):
        do(lab, SetVector(tuple(rng.normal(0, scale, 4))))
        x, steps = np.array(lab.stability.vector), lab.stability.shifted
        assert steps.softmax == pytest.approx(engine.softmax(x.copy()), rel=1e-12)
        assert steps.lse == pytest.approx(float(engine.log_sum_exp(x)), rel=1e-12)


def test_double_precision_ends_where_it_is_said_to() -> None:
    with np.errstate(over="ignore", under="ignore"):
        assert np.isfinite(np.exp(LARGEST - 1e-9))
        assert np.isinf(np.exp(LARGEST + 1e-9))
        assert np.exp(SMALLEST + 1e-9) > 0
        assert np.exp(SMALLEST - 1e-9) == 0


def test_the_naive_way_fails_in_two_ways(lab: FunctionsLab) -> None:
    assert lab.stability.trouble == "overflow"
    assert math.isnan(lab.stability.difference)
    do(lab, SetVector((-1000.0, -1001.0)))
    assert lab.stability.trouble == "underflow"
    assert lab.stability.naive.lse == -math.inf
    assert np.isnan(lab.stability.naive.softmax).all()
    do(lab, SetEntry(0, 2.0), SetEntry(1, 1.0))
    assert lab.stability.trouble == ""
    assert lab.stability.difference < 1e-15


def test_almost_parallel_pieces_of_maxout_meet_nowhere() -> None:
    assert shapes.corners(Shape("maxout", lines=((1e-300, 0.0), (2e-300, 1.0)))) == []
