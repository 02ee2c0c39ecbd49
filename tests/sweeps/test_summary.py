"""Means, deviations and bands, against NumPy."""

import math
from dataclasses import replace

import numpy as np
import pytest

from nnviz.sweeps.result import Course, Result
from nnviz.sweeps.summary import BANDS, Group, Spread, groups, ranked


def result(losses, epochs=None, ended_by="epochs", accuracies=None):
    epochs = tuple(range(len(losses))) if epochs is None else epochs
    known = tuple(losses)
    shares = tuple(accuracies or (None,) * len(losses))
    course = Course(tuple(int(10 * at) for at in epochs), tuple(map(float, epochs)), known, shares, known, shares)
    return Result("x", ended_by, 2.0, "", course)


def test_spread_is_that_of_a_sample():
    spread = Spread.of([1.0, 2.0, 4.0, math.nan])
    assert (spread.mean, spread.sd, spread.count) == (pytest.approx(7 / 3), np.std([1, 2, 4], ddof=1), 3)
    assert math.isnan(Spread.of([1.0]).sd)
    assert math.isnan(Spread.of([]).mean)


def test_curves_are_the_mean_of_the_seeds_and_their_band():
    rows = np.array([[3.0, 2.0, 1.0], [5.0, 2.0, 3.0], [4.0, 5.0, 2.0]])
    group = Group((), (), tuple(result(row) for row in rows))
    curve = group.curve("test_loss", "range")
    np.testing.assert_array_equal(curve.x, [0, 1, 2])
    np.testing.assert_allclose(curve.mean, rows.mean(axis=0))
    np.testing.assert_array_equal([curve.low, curve.high], [rows.min(axis=0), rows.max(axis=0)])
    band = group.curve("test_loss", "sd")
    np.testing.assert_allclose(band.high - band.mean, rows.std(axis=0, ddof=1))
    np.testing.assert_allclose(band.mean - band.low, rows.std(axis=0, ddof=1))


@pytest.mark.parametrize("band", BANDS)
def test_a_seed_that_ended_early_counts_as_far_as_it_came(band):
    group = Group((), (), (result([4.0, 2.0, 1.0]), result([2.0, None]), result([3.0])))
    curve = group.curve("test_loss", band)
    np.testing.assert_allclose(curve.mean, [3.0, 2.0, 1.0])
    assert curve.low[2] == curve.high[2] == 1.0


def test_no_seed_is_an_empty_curve():
    assert len(Group((), (), ()).curve("test_loss", "sd").x) == 0


def test_diverged_runs_count_in_no_mean_of_the_end():
    group = Group((), (), (result([4.0, 1.0]), result([4.0, 9.0], ended_by="diverged")))
    assert (group.loss.mean, group.loss.count, group.diverged) == (1.0, 1, 1)
    assert group.best_epoch.count == 1
    assert group.seconds.count == 2


def test_groups_hold_the_seeds_of_a_setting(plan, inline):
    found = groups(plan, inline)
    assert [group.setting for group in found] == list(plan.settings)
    for group in found:
        assert [run.experiment.seed for run in group.runs] == [0, 1]
        assert group.results == tuple(inline[run.digest] for run in group.runs)
    some = dict(list(inline.items())[:5])
    assert sum(len(group.results) for group in groups(plan, some)) == 5


def test_the_most_accurate_comes_first_and_what_has_no_result_last():
    good = Group(("a",), (), (result([1.0], accuracies=[0.9]),))
    poor = Group(("b",), (), (result([0.1], accuracies=[0.6]),))
    lost = Group(("c",), (), (replace(result([0.1]), ended_by="diverged"),))
    assert ranked([lost, poor, good]) == [good, poor, lost]
    low, high = Group(("d",), (), (result([0.1]),)), Group(("e",), (), (result([0.2]),))
    assert ranked([high, low]) == [low, high]
