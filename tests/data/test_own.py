"""Own data: what it is called, how it is split, and the shelf it stands on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.data.catalogue import SOURCES, defaults
from nnviz.data.own import OwnData, usual_values
from nnviz.data.painted import from_samples, nothing, with_points, without_points
from nnviz.data.plane import PLANE, USUAL, Bounds
from nnviz.data.shelf import BUILT_IN, Shelf
from nnviz.data.splits import steady_split
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal


def points(count: int, classes: int = 2, name: str = "mine") -> OwnData:
    rng = np.random.default_rng(count)
    x = rng.uniform(-1, 1, (count, 2)).astype(np.float32)
    return OwnData(name, "plane", x, np.arange(count) % classes, ("a", "b"), tuple("xyz"[:classes]), (1, 1))


def test_the_same_data_has_the_same_key_and_never_changes():
    first, second = points(20), points(20, name="other")
    assert first.key == second.key
    assert first.key.startswith("own:")
    assert points(21).key != first.key
    with pytest.raises(ValueError, match="read-only"):
        first.x[0, 0] = 1


def test_the_shelf_offers_the_newest_version_of_each_thing():
    shelf = BUILT_IN.with_data(points(20)).with_data(points(30)).with_data(points(40, name="other"))
    assert shelf.offered == (*SOURCES, points(30).key, points(40).key)
    assert shelf.source(points(20).key).samples == 20
    assert points(20).key not in shelf.without(points(20).key).sources
    assert BUILT_IN.own == ()


def test_an_experiment_on_own_data_fits_or_is_refused():
    data = points(30, 3)
    shelf = Shelf((data,))
    experiment = Experiment(**shelf.defaults(data.key))
    assert (experiment.inputs, experiment.outputs, experiment.samples) == (2, 3, 30)
    shelf.check_fit(experiment)
    with pytest.raises(Refusal, match="wrong_outputs"):
        shelf.check_fit(replace(experiment, outputs=5))
    with pytest.raises(Refusal, match="own_data_gone"):
        BUILT_IN.check_fit(experiment)
    assert shelf.defaults("moons") == defaults("moons")


def test_a_smaller_training_set_is_judged_by_the_same_test_samples():
    data = points(100)
    experiment = Experiment(**Shelf((data,)).defaults(data.key))
    whole, half = data.split(experiment), data.split(replace(experiment, samples=50))
    assert (len(whole.train_x), len(half.train_x)) == (70, 35)
    assert np.array_equal(whole.test_x, half.test_x)
    assert np.array_equal(whole.train_x[:35], half.train_x)
    assert sorted(map(tuple, np.concatenate([whole.train_x, whole.test_x]))) == sorted(map(tuple, data.x))


def test_targets_of_a_regression_are_standardised_by_the_training_set():
    x = np.arange(40, dtype=np.float32).reshape(20, 2)
    data = OwnData("", "table", x, 1e5 + 10 * x[:, :1], ("a", "b"), groups=(1, 1), scaling="standard")
    split = data.split(Experiment(**Shelf((data,)).defaults(data.key)))
    assert split.train_y.mean() == pytest.approx(0, abs=1e-4)
    assert split.train_y.std() == pytest.approx(1, abs=1e-4)
    assert not split.is_classification


def test_usual_values():
    nan = np.nan
    x = np.array([[1, 1, 0, 0], [3, 0, 1, 0], [nan, 0, 1, 0], [nan, nan, nan, nan]], np.float32)
    assert usual_values(x, (1, 3)).tolist() == [2, 0, 1, 0]
    assert usual_values(np.full((2, 1), nan), (1,)).tolist() == [0]


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.95])
def test_a_steady_split_stays_when_samples_are_added(share):
    labels = np.arange(300) % 3
    tests = [set(steady_split(labels[:n], share, np.random.default_rng(1))[1]) for n in range(20, 301, 20)]
    for fewer, more, n in zip(tests, tests[1:], range(20, 301, 20), strict=False):
        assert fewer == {k for k in more if k < n} or share in (0.05, 0.95)
    assert len(tests[-1]) == pytest.approx(300 * share, abs=4)
    for few in (2, 3):
        train, test = steady_split(labels[:few], share, np.random.default_rng(0))
        assert len(train)
        assert len(test)


def test_points_are_painted_and_erased():
    data = with_points(nothing(), 2, [(0, 0), (0.5, 0.5)])
    assert data.classes == ("0", "1", "2")
    data = with_points(data, 0, [(-0.5, 0)])
    assert data.y.tolist() == [2, 2, 0]
    less = without_points(data, [(0.4, 0.4), (0.6, 0.6)], 0.1)
    assert less.x.tolist() == [[0, 0], [-0.5, 0]]
    assert without_points(less, [(0, 0)], 0.05).classes == ("0", "1")
    assert data.is_painted
    assert data.bounds == USUAL
    assert not nothing().is_enough


def test_painting_begins_with_what_is_there():
    own = OwnData("pets", "plane", 100 + points(20).x, points(20).y, ("height", "weight"), ("cat", "dog"), (1, 1))
    split = own.split(Experiment(**Shelf((own,)).defaults(own.key)))
    painted = from_samples(split, own.bounds)
    assert sorted(map(tuple, painted.x)) == sorted(map(tuple, own.x))
    more = with_points(painted, 2, [own.bounds.centre])
    assert more.classes == ("cat", "dog", "2")
    assert more.bounds == own.bounds
    assert more.features == ("height", "weight")


@pytest.mark.parametrize(
    ("label", "at", "key"),
    [(8, [(0, 0)], "no_such_class"), (-1, [(0, 0)], "no_such_class"), (0, [(float("nan"), 0)], "bad_points"),
     (0, [(0, 0)] * 3000, "bad_points")],
)  # fmt: skip
def test_bad_points_are_refused(label, at, key):
    with pytest.raises(Refusal, match=key):
        with_points(nothing(), label, at)


def test_bounds_hold_all_points():
    assert Bounds.of(np.array([[0.5, -1.0]])) == USUAL
    assert USUAL.range(0) == (-PLANE, PLANE)
    x = np.array([[150.0, 5.0], [200.0, 5.0]])
    bounds = Bounds.of(x)
    assert (np.abs(bounds.share(x)) <= 1).all()
    assert bounds.raw(bounds.share(x)) == pytest.approx(x)
    corner = bounds.points(3)[0]
    assert corner.tolist() == [bounds.range(0)[0], bounds.range(1)[1]]
