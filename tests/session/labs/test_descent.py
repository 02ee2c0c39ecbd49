"""DescentLab: races on surfaces, batches, verdicts, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.experiment import OPTIMIZER_NAMES, Experiment
from nnviz.engine.optimizers import PAPER_DEFAULTS
from nnviz.engine.refusal import Refusal
from nnviz.engine.surfaces import SURFACES
from nnviz.session.labs.descent import intents as wish
from nnviz.session.labs.descent.batches import LEARNERS
from nnviz.session.labs.descent.lab import DescentLab
from nnviz.session.labs.descent.racer import MOST_STEPS
from nnviz.session.labs.descent.terms import rates, terms_of, velocity
from nnviz.session.labs.descent.verdict import FINDINGS


def lab_after(*intents: wish.DescentIntent) -> DescentLab:
    """A lab in which these have been done."""
    lab = DescentLab()
    do(lab, *intents)
    return lab


def do(lab: DescentLab, *intents: wish.DescentIntent) -> None:
    for intent in intents:
        lab.handlers()[type(intent)](intent)


# The race


def test_all_begin_at_the_start_and_step_on_one_clock() -> None:
    lab = lab_after(wish.SetStart(-5, 1), wish.StepOn(steps=7))
    for racer in lab.surface.racers.values():
        assert racer.path.shape == (8, 2)
        assert racer.path[0].tolist() == [-5, 1]
    assert lab.surface.ticks == 7


def test_time_makes_steps_at_the_pace_and_only_while_playing() -> None:
    lab = lab_after(wish.SetPace("surface", 40), wish.Play())
    assert lab.moving
    lab.advance(0.26)
    assert lab.surface.ticks == 10
    lab.advance(0.015)
    assert lab.surface.ticks == 11
    do(lab, wish.Halt())
    assert not lab.moving


def test_only_the_section_in_front_goes_on() -> None:
    lab = lab_after(wish.Play(), wish.Play("batches"))
    lab.open_section("batches")
    lab.advance(1)
    assert lab.surface.ticks == 0
    assert lab.batches.ticks == 24
    lab.open_section("yours")
    assert not lab.moving


def test_the_race_ends_and_play_begins_anew() -> None:
    lab = lab_after(wish.Play())
    do(lab, wish.SetPace("surface", 5000))
    lab.advance(1)
    assert lab.surface.ticks == MOST_STEPS
    assert not lab.moving
    do(lab, wish.Play())
    assert lab.surface.ticks == 0


def test_noise_is_one_stream_for_everybody_and_repeats() -> None:
    lab = lab_after(wish.SetNoise(0.5), wish.StepOn(steps=1))
    first = {name: racer.step.g for name, racer in lab.surface.racers.items() if racer.step}
    clean = SURFACES["bowl"].gradient(*lab.surface.start)
    for g in first.values():
        np.testing.assert_array_equal(g, first["sgd"])
        assert np.abs(g - clean).max() > 1e-3
    do(lab, wish.StepOn(steps=20))
    path = lab.surface.racers["adam"].path.copy()
    do(lab, wish.StartOver(), wish.StepOn(steps=21))
    np.testing.assert_array_equal(lab.surface.racers["adam"].path, path)
    do(lab, wish.SetNoiseSeed(8), wish.StepOn(steps=21))
    assert np.abs(lab.surface.racers["adam"].path - path).max() > 1e-3


def test_who_diverges_takes_nobody_elses_noise() -> None:
    calm = lab_after(wish.SetNoise(0.3), wish.StepOn(steps=60))
    wild = lab_after(wish.SetNoise(0.3), wish.SetHyper("sgd", "learning_rate", 50), wish.StepOn(steps=60))
    assert wild.surface.racers["sgd"].gone
    np.testing.assert_array_equal(wild.surface.racers["adam"].path, calm.surface.racers["adam"].path)


def test_hidden_ones_race_on() -> None:
    lab = lab_after(wish.ShowOptimizer("adam", False), wish.StepOn(steps=9), wish.ShowOptimizer("adam", True))
    seen = lab_after(wish.StepOn(steps=9))
    np.testing.assert_array_equal(lab.surface.racers["adam"].path, seen.surface.racers["adam"].path)


def test_following_shows_and_hiding_the_followed_follows_another() -> None:
    lab = lab_after(wish.Follow("rmsprop"))
    assert "rmsprop" in lab.surface.shown
    do(lab, wish.ShowOptimizer("rmsprop", False))
    assert lab.surface.followed in lab.surface.shown


def test_rates_change_while_it_goes_on() -> None:
    lab = lab_after(wish.StepOn(steps=3), wish.SetRate(0.5), wish.StepOn(steps=1))
    step = lab.surface.racers["sgd"].step
    assert step is not None
    assert step.rate == 0.5
    np.testing.assert_allclose(step.w_next, step.w - 0.5 * step.g)


def test_an_own_rate_stays_until_it_is_shared_again() -> None:
    lab = lab_after(wish.SetHyper("adam", "learning_rate", 0.3), wish.SetRate(0.01))
    rate = {name: lab.surface.racers[name].experiment.learning_rate for name in OPTIMIZER_NAMES}
    assert rate["adam"] == 0.3
    assert rate["sgd"] == 0.01
    do(lab, wish.ShareRate("adam"))
    assert lab.surface.racers["adam"].experiment.learning_rate == 0.01


@pytest.mark.parametrize("name", OPTIMIZER_NAMES)
def test_paper_values(name: str) -> None:
    lab = lab_after(wish.TakePaperValues(name))
    for field, value in PAPER_DEFAULTS[name].items():
        assert getattr(lab.surface.racers[name].experiment, field) == value


def test_schedules_let_every_rate_fall() -> None:
    lab = lab_after(wish.SetSchedule("step", 0.5, 10), wish.StepOn(steps=25))
    assert [racer.step.rate for racer in lab.surface.racers.values() if racer.step] == [0.1 * 0.25] * 6
    do(lab, wish.SetSchedule("cosine", 0.5, 50), wish.StepOn(steps=1))
    step = lab.surface.racer.step
    assert step is not None
    assert step.rate == pytest.approx(0.1 * (1 + np.cos(np.pi * 25 / 50)) / 2)


@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.parametrize("rate", [1e4, 3.0, 1e-7])
def test_no_rate_breaks_anything(name: str, rate: float) -> None:
    lab = lab_after(wish.ChooseSurface(name), wish.SetRate(rate), wish.StepOn(steps=300))
    for optimizer, racer in lab.surface.racers.items():
        assert np.isfinite(racer.path).all()
        assert np.isfinite(racer.losses).all()
        do(lab, wish.Follow(optimizer))
        assert lab.surface.finding in FINDINGS


# Terms


def test_momentum_moves_by_its_velocity() -> None:
    lab = lab_after(wish.StepOn(steps=5))
    step = lab.surface.racers["momentum"].step
    assert step is not None
    np.testing.assert_allclose(step.after["v"], 0.9 * step.before["v"] - step.rate * step.g)
    np.testing.assert_allclose(velocity(step), step.w_next - step.w)
    assert rates(step) is None


def test_adams_terms_make_its_step() -> None:
    lab = lab_after(wish.StepOn(steps=5))
    step = lab.surface.racers["adam"].step
    assert step is not None
    terms, e = terms_of(step), step.experiment
    np.testing.assert_allclose(terms["corrected_m"], terms["new_m"] / (1 - 0.9**5))
    np.testing.assert_allclose(
        terms["change"], -step.rate * terms["corrected_m"] / (np.sqrt(terms["corrected_v"]) + e.epsilon)
    )
    np.testing.assert_allclose(rates(step) * terms["corrected_m"], -terms["change"])
    np.testing.assert_allclose(terms["new_w"], terms["w"] + terms["change"])


# Verdicts


@pytest.mark.parametrize(
    ("rate", "steps", "finding"),
    [
        (0.1, 3, "early"),
        (0.001, 100, "small"),
        (0.3, 60, "good"),
        (0.3, 300, "arrived"),
        (0.99, 60, "large"),
        (1.02, 40, "diverging"),
        (50.0, 40, "diverging"),
    ],
)
def test_verdicts_on_gradient_descent_in_the_bowl(rate: float, steps: int, finding: str) -> None:
    """Stable below 2 / λ = 1, where λ = 2 is the greatest curvature; above ½ it jumps across the valley."""
    lab = lab_after(wish.Follow("sgd"), wish.SetRate(rate), wish.StepOn(steps=steps))
    assert lab.surface.finding == finding


def test_verdicts_on_other_surfaces() -> None:
    lab = lab_after(wish.ChooseSurface("dimples"), wish.Follow("sgd"), wish.StepOn(steps=200))
    assert lab.surface.finding == "stuck"
    do(lab, wish.ChooseSurface("saddle"), wish.StepOn(steps=200))
    assert lab.surface.finding == "downhill"
    do(lab, wish.ChooseSurface("dimples"), wish.SetNoise(1.0), wish.Follow("adam"), wish.StepOn(steps=900))
    assert lab.surface.finding in ("stalled", "large")


# Batches


def test_all_see_the_same_samples_and_update_when_their_batch_is_full() -> None:
    lab = lab_after(wish.StepOn("batches", 24 + 7))
    part = lab.batches
    assert {name: part.learners[name].iteration for name in LEARNERS} == {
        "batch": 1, "mini_batch": 5, "stochastic": 31,
    }  # fmt: skip
    assert part.epoch == 2
    assert part.current.tolist() == part.order[6:12].tolist()
    assert part.newest == part.order[6]


def test_every_epoch_sees_every_sample_once_in_another_order() -> None:
    lab = lab_after(wish.StepOn("batches", 24))
    first = lab.batches.order.copy()
    do(lab, wish.StepOn("batches", 24))
    assert sorted(lab.batches.order.tolist()) == list(range(24))
    assert lab.batches.order.tolist() != first.tolist()


def test_the_last_batch_of_an_epoch_may_be_smaller() -> None:
    lab = lab_after(wish.SetBatchSize(10), wish.StepOn("batches", 24))
    learner = lab.batches.learners["mini_batch"]
    assert learner.batches == 3
    assert learner.seen.tolist() == [0, 10, 20, 24]


def test_a_wild_line_stays_finite() -> None:
    lab = lab_after(wish.SetBatchRate(1e4), wish.StepOn("batches", 1440))
    for learner in lab.batches.learners.values():
        assert np.isfinite(learner.path).all()


def test_a_line_may_begin_at_whole_numbers() -> None:
    lab = lab_after(wish.SetLineStart(1, -1), wish.StepOn("batches", 24))
    assert all(learner.iteration for learner in lab.batches.learners.values())


def test_another_size_begins_anew_and_another_rate_does_not() -> None:
    lab = lab_after(wish.StepOn("batches", 30), wish.SetBatchRate(0.02))
    assert lab.batches.ticks == 30
    do(lab, wish.SetBatchSize(3))
    assert lab.batches.ticks == 0


# Refusals


@pytest.mark.parametrize(
    "intent",
    [
        wish.ChooseSurface("moon"),
        wish.SetStart(11, 0),
        wish.SetStart(float("nan"), 0),
        wish.SetRate(-1),
        wish.SetRate(float("inf")),
        wish.SetHyper("sgd", "momentum", 0.5),
        wish.SetHyper("adam", "momentum", 1.5),
        wish.SetHyper("eve", "momentum", 0.5),
        wish.ShareRate("eve"),
        wish.TakePaperValues("eve"),
        wish.ShowOptimizer("eve", True),
        wish.Follow("eve"),
        wish.SetSchedule("linear"),
        wish.SetSchedule("step", 2.0, 5),
        wish.SetNoise(-0.1),
        wish.SetNoiseSeed(-1),
        wish.SetPace("surface", 0),
        wish.Play("yours"),
        wish.StepOn(steps=0),
        wish.Enlarge("surface", "data"),
        wish.Enlarge("batches", "relief"),
        wish.Turn("yours", 0, 5),
        wish.Turn("moon", 0, 45),
        wish.SetBatchSize(0),
        wish.SetBatchSize(25),
        wish.SetBatchRate(0),
        wish.SetLineStart(9, 0),
        wish.ShowLearner("eve", True),
        wish.FollowLearner("eve"),
        wish.MarkPoint(float("nan"), 0),
    ],
    ids=str,
)
def test_what_is_refused_changes_nothing(intent: wish.DescentIntent) -> None:
    lab = lab_after(wish.StepOn(steps=3), wish.StepOn("batches", 3))
    before = facts(lab)
    with pytest.raises(Refusal):
        do(lab, intent)
    assert facts(lab) == before


def test_somebody_stays_in_the_picture() -> None:
    lab = DescentLab()
    for name in sorted(lab.surface.shown)[1:]:
        do(lab, wish.ShowOptimizer(name, False))
    last = next(iter(lab.surface.shown))
    with pytest.raises(Refusal, match="last_optimizer"):
        do(lab, wish.ShowOptimizer(last, False))
    assert lab.surface.shown == {last}
    for name in LEARNERS[1:]:
        do(lab, wish.ShowLearner(name, False))
    with pytest.raises(Refusal, match="last_optimizer"):
        do(lab, wish.ShowLearner("batch", False))


def facts(lab: DescentLab) -> dict[str, object]:
    """All that intents change."""
    plain = {
        f"{name}.{key}": value
        for name, part in (("surface", lab.surface), ("batches", lab.batches), ("yours", lab.yours))
        for key, value in vars(part).items()
        if isinstance(value, str | int | float | tuple | frozenset | Experiment | type(None))
    }
    racers = {name: (racer.experiment, racer.path.tolist()) for name, racer in lab.surface.racers.items()}
    return plain | racers | {name: learner.path.tolist() for name, learner in lab.batches.learners.items()}
