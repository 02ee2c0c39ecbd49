"""Back in time: kept states, exact restoring, branches, and the memory they use."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from nnviz.data.dataset import DataSet
from nnviz.engine.experiment import OPTIMIZER_NAMES, Experiment, LayerSpec
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.engine.training import Samples
from nnviz.session import intents
from nnviz.session.session import Session
from nnviz.session.states import RunState
from nnviz.session.timeline import BUDGET, Timeline
from nnviz.session.training_run import Prepared, TrainingRun


def trained(session: Session, steps: int) -> Array:
    """So many more iterations; the weights afterwards."""
    session.do(intents.Run())
    session.advance(steps)
    session.do(intents.Pause())
    return session.snapshot.parameters.copy()


@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
def test_going_back_and_on_is_as_if_nothing_had_happened(session: Session, optimizer: str) -> None:
    layers = (LayerSpec(6, "relu", dropout=0.2), LayerSpec(5, "tanh"))
    session.do(intents.Configure(replace(session.experiment, optimizer=optimizer, layers=layers, patience=50)))
    straight = {end: trained(session, end - start) for start, end in [(0, 37), (37, 120), (120, 260)]}
    for back, end in [(0, 37), (36, 120), (119, 260), (5, 260)]:
        session.do(intents.GoTo(back))
        assert (session.snapshot.iteration, session.state) == (back, RunState.PAUSED)
        np.testing.assert_array_equal(trained(session, end - back), straight[end])


def test_every_iteration_can_be_gone_to_not_only_the_kept_ones(session: Session) -> None:
    weights = [trained(session, 1) for _ in range(12)]
    trained(session, 600)
    kept = set(session.timeline.iterations)
    between = sorted(set(range(612)) - kept)
    assert between[0] > 200
    for iteration in (between[-1], between[0], 12, 3, 1):
        session.do(intents.GoTo(iteration))
        assert session.snapshot.iteration == iteration
        if iteration <= 12:
            np.testing.assert_array_equal(session.snapshot.parameters, weights[iteration - 1])


def test_one_step_back_at_a_time(session: Session) -> None:
    weights = [trained(session, 1) for _ in range(5)]
    for iteration in (4, 3, 2, 1, 0, 0):
        session.do(intents.StepBack())
        assert session.snapshot.iteration == iteration
        if iteration:
            np.testing.assert_array_equal(session.snapshot.parameters, weights[iteration - 1])


def test_there_is_nothing_beyond_the_newest(session: Session) -> None:
    trained(session, 5)
    session.do(intents.GoTo(1000))
    assert (session.snapshot.iteration, session.timeline.newest) == (5, 5)


def test_looking_back_keeps_the_future(session: Session) -> None:
    end = trained(session, 80)
    session.do(intents.GoTo(20))
    assert (session.timeline.position, session.timeline.newest, session.history.steps) == (20, 80, 80)
    session.do(intents.GoTo(80))
    np.testing.assert_array_equal(session.snapshot.parameters, end)


def test_another_setting_from_there_is_a_branch_and_both_curves_stay(session: Session) -> None:
    trained(session, 80)
    old, evaluated = session.history.loss.copy(), session.history.eval_iteration.copy()
    session.do(intents.GoTo(30))
    session.do(intents.Configure(replace(session.experiment, learning_rate=0.5)))
    trained(session, 20)
    assert session.history.steps == session.timeline.newest == 50
    np.testing.assert_array_equal(session.history.loss[:30], old[:30])
    assert not np.array_equal(session.history.loss[30:], old[30:50])
    (branch,) = session.history.branches
    np.testing.assert_array_equal(branch.loss, old)
    np.testing.assert_array_equal(branch.eval_iteration, evaluated)
    assert session.history.branch_epochs == (session.history.epoch[29],)


def test_a_run_leaves_all_its_old_futures_at_the_earliest_way_out(session: Session) -> None:
    trained(session, 40)
    for back, rate in ((30, 0.5), (20, 0.05), (35, 0.02)):
        session.do(intents.GoTo(back))
        session.do(intents.Configure(replace(session.experiment, learning_rate=rate)))
        trained(session, 40)
    epoch = session.history.epoch
    assert session.history.branch_epochs == (epoch[19], epoch[19], epoch[34])
    for branch, left in zip(session.history.branches, session.history.branch_epochs, strict=True):
        shared = int((epoch <= left).sum())
        np.testing.assert_array_equal(session.history.loss[:shared], branch.loss[:shared])


def test_a_run_that_began_anew_shares_nothing_with_the_old_one(session: Session) -> None:
    trained(session, 10)
    session.do(intents.GoTo(0))
    session.do(intents.Configure(replace(session.experiment, learning_rate=0.5)))
    trained(session, 5)
    assert session.history.branch_epochs == (0.0,)


def test_going_on_unchanged_is_no_branch(session: Session) -> None:
    trained(session, 60)
    old = session.history.loss.copy()
    session.do(intents.GoTo(10))
    trained(session, 50)
    np.testing.assert_array_equal(session.history.loss, old)
    assert session.history.branches == ()
    assert (np.diff(session.history.eval_iteration) > 0).all()


def test_a_change_by_hand_is_not_crossed_silently(session: Session) -> None:
    """Going back before an edit and on from there is the run without it."""
    trained(session, 30)
    without = trained(session, 20)
    session.do(intents.GoTo(30))
    session.do(intents.SetWeight(1, 0, 0, 3.0))
    trained(session, 20)
    session.do(intents.GoTo(29))
    np.testing.assert_array_equal(trained(session, 21), without)
    assert len(session.history.branches) == 2


def test_going_back_over_a_change_of_shape(session: Session) -> None:
    trained(session, 10)
    before = session.snapshot.parameters.copy()
    session.do(intents.AddUnit(1))
    trained(session, 10)
    session.do(intents.GoTo(10))
    assert session.experiment.sizes[1] == 9
    session.do(intents.GoTo(9))
    assert session.experiment.sizes[1] == 8
    np.testing.assert_array_equal(trained(session, 1), before)


@pytest.mark.parametrize(("budget", "iterations"), [(BUDGET, 5000), (BUDGET // 8, 1000)])
def test_784_64_10_with_adam_stays_within_its_budget(budget: int, iterations: int) -> None:
    run = TrainingRun(MNIST_SIZED, _prepared(), None, budget)
    weights = {}
    for _ in range(iterations):
        run.step()
        assert run.timeline.size <= budget
        if run.trainer.iteration in (iterations // 3, iterations - 79):
            weights[run.trainer.iteration] = run.trainer.network.parameters.copy()
    facts = run.facts()
    assert facts.iterations[0] == 0
    assert facts.iterations[-1] > iterations - 50
    arrays = sum(kept.state.parameters.nbytes * 3 for kept in run.timeline)
    assert arrays < facts.size < 1.02 * arrays
    assert (len(facts.iterations) == 297) == (budget == BUDGET)
    for iteration, parameters in weights.items():
        run.go_to(iteration)
        np.testing.assert_array_equal(run.trainer.network.parameters, parameters)


def test_thinning_leaves_gaps_that_grow_with_age() -> None:
    run = TrainingRun(replace(MNIST_SIZED, inputs=3, layers=()), _prepared(3), None, BUDGET)
    state, size = run.trainer.state(), run.timeline.size
    timeline = Timeline(60 * size)
    for iteration in range(3000):
        timeline.keep(replace(state, iteration=iteration), MNIST_SIZED)
    kept = np.array(timeline.facts(0).iterations)
    age = 2999 - kept
    assert len(kept) == 60
    assert kept[0] == 0
    assert kept[-1] == 2999
    # The gap before a state is about proportional to its age, and next to the newest nothing is missing.
    assert list(age[-4:]) == [3, 2, 1, 0]
    assert np.all(np.diff(kept)[:-10] < 0.5 * age[:-11] + 5)


def test_a_smaller_budget_takes_effect_at_once(session: Session) -> None:
    trained(session, 200)
    before = session.timeline
    session.do(intents.SetTimelineBudget(before.size // 3))
    assert session.timeline.size <= before.size // 3
    assert (session.timeline.iterations[0], session.timeline.iterations[-1]) == (0, 200)


def test_a_budget_needs_no_data(session: Session) -> None:
    session.do(intents.OpenPage("digits"))
    assert session.data is None
    session.do(intents.SetTimelineBudget(1_000))
    session.do(intents.OpenPage("playground"))
    assert session.timeline.budget == 1_000


MNIST_SIZED = Experiment(
    inputs=784, outputs=10, layers=(LayerSpec(64, "relu"),), output="softmax", loss="cross_entropy", optimizer="adam",
    batch_size=4, evaluate_every=1_000_000, learning_rate=0.001,
)  # fmt: skip


def _prepared(inputs: int = 784) -> Prepared:
    """Random samples of MNIST's shape: what is trained on does not matter here."""
    rng = np.random.default_rng(0)
    x: NDArray[np.float32] = rng.random((200, inputs), np.float32)
    t = np.eye(10, dtype=np.float32)[rng.integers(0, 10, 200)]
    data = DataSet("random", x, t, x, t)
    return Prepared((), None, data, Scaling("none", np.zeros(1), np.ones(1)), Samples(x, t, x, t, True))
