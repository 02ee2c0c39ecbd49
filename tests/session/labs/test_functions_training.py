"""Models of the sections on losses, on what is minimised, and on gradient descent in one dimension."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nnviz.engine.answers import softmax_answer
from nnviz.engine.curves import CURVES, Parabola, downhill, minima
from nnviz.engine.losses import CrossEntropy
from nnviz.engine.refusal import Refusal
from nnviz.session.labs.functions.intents_training import (
    ChooseCurve,
    ChooseLoss,
    ChooseLossSample,
    ChooseTrueClass,
    PlayBall,
    ResetBall,
    SetAnswer,
    SetBallRate,
    SetBallSpeed,
    SetBallStart,
    SetCurvature,
    SetLossTarget,
    SetOutputLogit,
    SetPrediction,
    SetRest,
    SetShare,
    SetShares,
    SetSlopeWeight,
    ShowLossView,
    ShowTargetView,
    StepBall,
    TrainingIntent,
)
from nnviz.session.labs.functions.losses import OUTPUT_LOSSES, LossPart, loss_of, slope_of
from nnviz.session.labs.functions.slope import MANY_STEPS, SlopePart
from nnviz.session.labs.functions.targets import SAMPLES, TargetPart, cross_entropies, gradients_at, staircase
from nnviz.session.labs.part import Part


def do(part: Part, *intents: TrainingIntent) -> None:
    for intent in intents:
        part.handlers()[type(intent)](intent)


def state_of(part: Part) -> dict[str, object]:
    return {
        name: value.tolist() if isinstance(value, np.ndarray) else list(value) if isinstance(value, list) else value
        for name, value in vars(part).items()
    }


REFUSED = [
    (LossPart, ShowLossView("film")),
    (LossPart, ChooseLoss("hinge")),
    (LossPart, ChooseLossSample(4)),
    (LossPart, SetPrediction(0, 1.0)),
    (LossPart, SetPrediction(9, 0.5)),
    (LossPart, SetPrediction(0, math.nan)),
    (LossPart, SetLossTarget(0, 2)),
    (LossPart, SetShare(0, 1.5)),
    (LossPart, SetShares((0.5, 0.5))),
    (LossPart, SetShares((0.0, 0.0, 0.0, 0.0))),
    (LossPart, SetShares((2.0, 0.0, 0.0, 0.0))),
    (LossPart, ChooseTrueClass(-1)),
    (TargetPart, ShowTargetView("film")),
    (TargetPart, SetOutputLogit(9.0)),
    (TargetPart, SetAnswer(0.0, 1)),
    (TargetPart, SetAnswer(0.5, 2)),
    (TargetPart, SetRest(0.5, 1.1)),
    (TargetPart, SetRest(0.0, 0.7)),
    (TargetPart, SetSlopeWeight(-1.0)),
    (SlopePart, ChooseCurve("circle")),
    (SlopePart, SetCurvature(0.0)),
    (SlopePart, SetBallStart(4.5)),
    (SlopePart, SetBallRate(0.0)),
    (SlopePart, SetBallSpeed(1000.0)),
]


@pytest.mark.parametrize(("kind", "intent"), REFUSED, ids=lambda value: str(value)[-40:])
def test_bad_requests_change_nothing(kind: type[Part], intent: TrainingIntent) -> None:
    part = kind()
    before = state_of(part)
    with pytest.raises(Refusal):
        do(part, intent)
    assert state_of(part) == before


# Losses


@pytest.mark.parametrize("loss", OUTPUT_LOSSES)
@pytest.mark.parametrize("target", [0.0, 1.0])
def test_slope_is_the_derivative_of_each_samples_own_loss(loss: str, target: float) -> None:
    p, h = np.linspace(0.05, 0.95, 19), 1e-6
    t = np.full_like(p, target)
    central = (loss_of(loss, p + h, t) - loss_of(loss, p - h, t)) / (2 * h)
    assert slope_of(loss, p, t) == pytest.approx(central, rel=1e-6)


def test_shares_always_sum_to_one_and_keep_proportions() -> None:
    part = LossPart()
    do(part, SetShare(0, 0.2))
    assert part.shares == pytest.approx([0.2, 0.4, 0.2, 0.2])
    do(part, SetShare(1, 1.0))
    assert part.shares.tolist() == [0.0, 1.0, 0.0, 0.0]
    do(part, SetShare(1, 0.4))
    assert part.shares == pytest.approx([0.2, 0.4, 0.2, 0.2]), "of nothing, all get as much"


def test_cross_entropy_is_the_engines() -> None:
    part = LossPart()
    do(part, SetShares((0.1, 0.2, 0.3, 0.4)), ChooseTrueClass(2))
    assert part.cross_entropy == pytest.approx(
        CrossEntropy().value(softmax_answer(part.shares[None]), part.truth[None])
    )
    assert part.square_terms.sum() == pytest.approx(part.squared_error)


def test_entropy_is_largest_when_all_are_equal() -> None:
    part = LossPart()
    do(part, SetShares((1.0, 1.0, 1.0, 1.0)))
    assert part.entropy == pytest.approx(math.log(4))
    do(part, SetShares((0.0, 0.0, 1.0, 0.0)))
    assert part.entropy == 0.0


# What is minimised


@pytest.mark.parametrize("target", [0.0, 1.0])
def test_gradients_are_those_of_the_losses(target: float) -> None:
    z, h = np.linspace(-6, 6, 25), 1e-5
    low, here, high = (gradients_at(at, target) for at in (z - h, z, z + h))
    assert here.mse_slope == pytest.approx((high.mse - low.mse) / (2 * h), rel=1e-5, abs=1e-10)
    assert here.ce_slope == pytest.approx((high.ce - low.ce) / (2 * h), rel=1e-5, abs=1e-10)


def test_an_answer_is_kept_as_its_logit() -> None:
    part = TargetPart()
    do(part, SetAnswer(0.001, 1))
    assert part.gradients.p[0] == pytest.approx(0.001, rel=1e-12)
    do(part, SetOutputLogit(0.0))
    assert part.gradients.p[0] == 0.5
    assert part.target == 1.0


def test_only_the_squared_error_sees_the_shares_of_the_rest() -> None:
    part = TargetPart()
    mse, ce = part.rest_losses(np.array([0.0, 0.5, 1.0]))
    assert ce.tolist() == pytest.approx([math.log(2)] * 3)
    assert mse[0] == mse[2] > mse[1]


def test_the_slope_of_the_loss_is_its_derivative_and_that_of_the_accuracy_is_zero() -> None:
    part, h = TargetPart(), 1e-6
    do(part, SetSlopeWeight(1.3))
    low, high = cross_entropies(np.array([1.3 - h, 1.3 + h]))
    assert part.cross_entropy_slope == pytest.approx((high - low) / (2 * h), rel=1e-6)
    assert part.accuracy_slope == 0.0
    do(part, SetSlopeWeight(float(staircase()[0][0])))
    assert math.isnan(part.accuracy_slope), "on a step there is none"


def test_the_staircase_jumps_by_one_sample_where_the_threshold_passes_it() -> None:
    jumps, heights = staircase()
    assert np.abs(np.diff(heights)) == pytest.approx(1 / len(SAMPLES))
    part = TargetPart()
    for left, right, height in zip(jumps[:-1], jumps[1:], heights[1:-1], strict=True):
        do(part, SetSlopeWeight(float(left + right) / 2))
        assert part.accuracy == pytest.approx(height)


# Gradient descent in one dimension


@pytest.mark.parametrize("name", CURVES)
def test_derivative_and_curvature_are_those_of_the_curve(name: str) -> None:
    curve, x, h = CURVES[name](), np.linspace(-1.93, 1.95, 41), 1e-5
    slope = (curve.value(x + h) - curve.value(x - h)) / (2 * h)
    curvature = (curve.derivative(x + h) - curve.derivative(x - h)) / (2 * h)
    assert curve.derivative(x) == pytest.approx(slope, rel=1e-6, abs=1e-8)
    assert curve.curvature(x) == pytest.approx(curvature, rel=1e-6, abs=1e-8)


def test_minima_are_found() -> None:
    assert minima(CURVES["double_well"]()) == pytest.approx([-1, 1])
    assert minima(Parabola(3.0)).tolist() == [0.0]
    waves = CURVES["waves"]()
    assert waves.derivative(minima(waves)) == pytest.approx(0, abs=1e-12)
    assert len(minima(waves)) == 5


@pytest.mark.parametrize(("x", "minimum"), [(0.5, 1), (-0.5, -1), (2.0, 1), (-0.9, -1), (-1.7, -1)])
def test_the_minimum_below_is_the_one_downhill(x: float, minimum: float) -> None:
    curve = CURVES["double_well"]()
    assert downhill(curve, minima(curve), x) == pytest.approx(minimum)


@pytest.mark.parametrize("curvature", [0.5, 1.0, 4.0])
@pytest.mark.parametrize("share", [0.05, 0.5, 1.0, 1.7, 2.0, 2.5])
def test_a_step_on_the_parabola_multiplies_the_distance_by_the_factor(curvature: float, share: float) -> None:
    part = SlopePart()
    do(part, SetCurvature(curvature), SetBallRate(share / curvature), StepBall(), StepBall())
    assert part.factor == pytest.approx(1 - share)
    assert part.visited == pytest.approx(part.start * part.factor ** np.arange(3), abs=1e-12)


@pytest.mark.parametrize("share", [0.03, 0.3, 0.9, 1.5, 1.95])
def test_the_promised_steps_leave_a_hundredth(share: float) -> None:
    part = SlopePart()
    do(part, SetBallRate(share))
    count = part.steps_to_hundredth
    do(part, *[StepBall()] * count)
    assert abs(part.x / part.start) <= 0.01 * (1 + 1e-9)
    assert count == 1 or abs(part.moves[-1].x / part.start) > 0.01


def test_bounds_follow_the_curvature_of_the_minimum_below() -> None:
    part = SlopePart()
    do(part, SetCurvature(4.0))
    assert part.bounds == pytest.approx((0.025, 0.25, 0.5))
    do(part, ChooseCurve("double_well"))
    assert part.bounds == pytest.approx((0.05, 0.5, 1.0))
    do(part, ChooseCurve("absolute"))
    assert part.bounds == ()
    assert part.verdict == "kink"


def test_playing_takes_steps_in_time_and_stops_where_the_ball_lies_still() -> None:
    part = SlopePart()
    do(part, SetBallSpeed(4.0), SetBallRate(0.5), PlayBall(True))
    assert part.moving
    part.advance(0.01)
    assert len(part.moves) == 1, "the first step comes at once"
    part.advance(0.25)
    part.advance(0.25)
    assert len(part.moves) == 3
    part.advance(60.0)
    assert part.state == "settled"
    assert not part.moving
    assert abs(part.x) < 1e-6


def test_a_lost_ball_takes_no_more_steps_until_it_is_reset() -> None:
    part = SlopePart()
    do(part, SetBallRate(10.0), PlayBall(True))
    part.advance(60.0)
    assert part.state == "gone"
    assert not part.playing
    for intent in (StepBall(), PlayBall(True)):
        with pytest.raises(Refusal, match="ball_gone"):
            do(part, intent)
    do(part, ResetBall())
    assert part.state == "start"
    assert part.x == part.start


def test_a_ball_that_swings_for_ever_pauses() -> None:
    part = SlopePart()
    do(part, ChooseCurve("absolute"), SetBallRate(0.5), PlayBall(True))
    part.advance(1e6)
    assert len(part.moves) == MANY_STEPS
    assert not part.playing
    assert abs(part.x) == 0.25


def test_a_new_start_curve_or_curvature_forgets_the_steps() -> None:
    part = SlopePart()
    for intent in (SetBallStart(-2.0), SetCurvature(2.0), ChooseCurve("waves")):
        do(part, StepBall(), intent)
        assert not part.moves
    assert part.x == 3.2
