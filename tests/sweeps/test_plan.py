"""What runs follow from a plan, and what is refused before anything begins."""

from dataclasses import replace

import pytest

from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.sweeps.axis import Axis, read_axis
from nnviz.sweeps.plan import Plan


def test_every_combination_with_every_seed(small):
    plan = Plan(replace(small, seed=7), (read_axis("batch_size=8,32"), read_axis("optimizer=sgd,adam")), 3)
    assert plan.count == len(plan.runs) == 12
    assert plan.settings == ((8, "sgd"), (8, "adam"), (32, "sgd"), (32, "adam"))
    assert [run.setting for run in plan.runs] == list(plan.settings) * 3
    assert [run.experiment.seed for run in plan.runs] == [7] * 4 + [8] * 4 + [9] * 4
    for run in plan.runs:
        assert (run.experiment.batch_size, run.experiment.optimizer) == run.setting
    assert len({run.digest for run in plan.runs}) == 12


def test_another_optimizer_brings_its_usual_rate_unless_that_varies_too(small):
    alone = Plan(small, (read_axis("optimizer=sgd,adam"),))
    assert [run.experiment.learning_rate for run in alone.runs] == [0.1, small.learning_rate]
    both = Plan(small, (read_axis("optimizer=sgd,adam"), read_axis("learning_rate=0.3")))
    assert [run.experiment.learning_rate for run in both.runs] == [0.3, 0.3]


def test_other_data_brings_its_sizes(small):
    plan = Plan(small, (read_axis("data=moons,three_classes,wave"),))
    assert [run.experiment.outputs for run in plan.runs] == [1, 3, 1]
    assert [run.experiment.loss for run in plan.runs] == ["binary_cross_entropy", "cross_entropy", "mse"]


def test_a_plan_survives_its_dictionary(plan):
    again = Plan.from_dict(plan.to_dict())
    assert again == plan
    assert [run.digest for run in again.runs] == [run.digest for run in plan.runs]


def test_a_digest_knows_numbers_and_not_how_they_are_written(small):
    one, other = Plan(replace(small, noise=1)), Plan(replace(small, noise=1.0))
    assert one.runs[0].digest == other.runs[0].digest
    assert one.runs[0].digest != Plan(replace(small, noise=1), iterations=5).runs[0].digest


@pytest.mark.parametrize(
    ("axes", "more", "key"),
    [
        (("learning_rate=0.1,1e9",), {}, "out_of_range"),
        (("optimizer=sgd,fast",), {}, "unknown_choice"),
        (("loss=mse,cross_entropy",), {}, "loss_needs_output"),
        (("layers.0.residual=on",), {}, "residual_needs_equal"),
        (("layers.4.units=3",), {}, "sweep_layer"),
        (("l1=0,1", "l1=0.5"), {}, "sweep_axis_twice"),
        (("seed=1,2",), {"seeds": 2}, "sweep_seed_twice"),
        ((), {"seeds": 0}, "sweep_seed_twice"),
        ((), {"seeds": 10_001}, "sweep_too_many"),
        ((), {"iterations": -1}, "out_of_range"),
        (("layers.0.units=4,5", "layers.*.units=6,7"), {}, "sweep_same_runs"),
        (("distortion=0,0.5",), {}, "distortion_needs_images"),
        (("epochs=0",), {}, "sweep_endless"),
    ],
)
def test_a_plan_with_one_impossible_run_is_refused_whole(small, axes, more, key):
    with pytest.raises(Refusal, match=key):
        Plan(small, tuple(read_axis(text) for text in axes), **more)


def test_runs_that_would_never_end_are_refused():
    with pytest.raises(Refusal, match="sweep_endless"):
        Plan(Experiment())
    assert Plan(Experiment(), iterations=10).count == 1
    assert Plan(Experiment(patience=3)).count == 1
    assert Plan(Experiment(), (Axis("epochs", (1, 2)),)).count == 2


def test_data_of_ones_own_travels_with_its_runs(own):
    shelf, experiment = own
    plan = Plan(experiment, (read_axis("data=moons"),), shelf=shelf)
    assert plan.runs[0].shelf.own == ()
    plan = Plan(experiment, (read_axis("batch_size=4,8"),), shelf=shelf)
    assert [run.shelf.own for run in plan.runs] == [shelf.own] * 2
    with pytest.raises(Refusal, match="own_data_gone"):
        Plan.from_dict(plan.to_dict())
