"""The catalogue: every source loads with what its defaults say, split and seeded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnviz.data import toy
from nnviz.data.catalogue import SOURCES, defaults, load
from nnviz.data.plane import PLANE
from nnviz.data.splits import stratified_split
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import fit_scaling

BUILT_IN = [name for name, source in SOURCES.items() if source.built_in]


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_source_loads_as_its_defaults_say(name: str) -> None:
    experiment = Experiment(**defaults(name))
    data = load(experiment)
    assert data.inputs == experiment.inputs == SOURCES[name].inputs
    assert data.classes == SOURCES[name].classes
    assert data.image == SOURCES[name].image
    samples = data.samples(experiment, fit_scaling(experiment.scaling, data.train_x))
    assert samples.train_t.shape == (len(data.train_x), experiment.outputs)
    assert len(data.test_x) == round(experiment.test_share * experiment.samples)
    assert len(data.train_x) + len(data.test_x) == experiment.samples
    if data.is_classification:
        assert set(data.train_y) == set(data.test_y) == set(range(len(data.classes)))


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_same_seed_gives_the_same_samples(name: str) -> None:
    experiment = Experiment(**defaults(name))
    first, again = load(experiment), load(experiment)
    other = load(replace(experiment, data_seed=1))
    np.testing.assert_array_equal(first.train_x, again.train_x)
    np.testing.assert_array_equal(first.test_y, again.test_y)
    assert not np.array_equal(first.train_x, other.train_x)


@pytest.mark.parametrize("name", [*toy.CLASSES, *toy.HEIGHTS])
def test_points_lie_within_the_plane(name: str) -> None:
    x, y = toy.make(name, 500, 0.0, 3)
    assert x.shape == (500, 2)
    assert np.abs(x).max() <= PLANE
    assert np.abs(x).max() > 0.6
    assert np.abs(y).max() <= 2


@pytest.mark.parametrize("name", toy.CLASSES)
def test_classes_are_equally_many_and_separable_without_noise(name: str) -> None:
    from sklearn.neighbors import KNeighborsClassifier

    x, y = toy.make(name, 1200, 0.0, 0)
    assert np.ptp(np.bincount(y)) <= 1
    assert KNeighborsClassifier(3).fit(x[:900], y[:900]).score(x[900:], y[900:]) > 0.93


@pytest.mark.parametrize("name", toy.HEIGHTS)
def test_heights_without_noise_are_a_function_of_the_place(name: str) -> None:
    x, y = toy.make(name, 50, 0.0, 0)
    np.testing.assert_allclose(toy.HEIGHTS[name](x)[:, None], y)


@pytest.mark.parametrize("name", [*toy.CLASSES, *toy.HEIGHTS])
def test_noise_moves_what_it_should(name: str) -> None:
    (x, y), (noisy_x, noisy_y) = (toy.make(name, 100, noise, 0) for noise in (0.0, 0.5))
    moved, other = (noisy_x, x) if name in toy.CLASSES else (noisy_y, y)
    assert np.std(moved - other) == pytest.approx(0.5 * toy.NOISE, rel=0.3)


def test_a_split_gives_each_class_its_share() -> None:
    labels = np.repeat([0, 1, 2], [100, 40, 10])
    train, test = stratified_split(labels, 0.3, np.random.default_rng(0))
    assert sorted([*train, *test]) == list(range(150))
    np.testing.assert_allclose(np.bincount(labels[test]), [30, 12, 3], atol=1)


def test_a_smaller_handwriting_set_is_judged_by_the_same_samples() -> None:
    experiment = Experiment(**defaults("handwriting"))
    whole, part = load(experiment), load(replace(experiment, samples=200))
    assert len(part.train_x) == 140
    np.testing.assert_array_equal(whole.test_x, part.test_x)


def test_mnist_keeps_its_own_split(mnist_folder: Path) -> None:
    data = load(replace(Experiment(**defaults("mnist")), samples=10))
    assert data.train_x.shape == data.test_x.shape == (5, 784)
    assert data.image == (28, 28)


def test_an_unknown_source_is_refused_with_the_known_names() -> None:
    with pytest.raises(Refusal) as refused:
        defaults("mnits")
    assert "mnist" in str(refused.value.fields["choices"])
