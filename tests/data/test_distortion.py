"""Distorted images: repeatable, bounded, and still the digit they were."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage

from nnviz.data.distance import UNIT, ZERO, distance_fields
from nnviz.data.distortion import Distorter, TrainingDistortion
from nnviz.data.handwriting import load_handwriting
from nnviz.engine.scaling import fit_scaling

Digits = tuple[NDArray[np.uint8], NDArray[np.intp]]


@pytest.fixture
def distorter(drawn_digits: Digits) -> Distorter:
    return Distorter(drawn_digits[0].reshape(-1, 784), (28, 28))


def test_strength_0_changes_nothing(distorter: Distorter, drawn_digits: Digits) -> None:
    same = distorter(np.array([2, 0]), 0.0, np.random.default_rng(0))
    np.testing.assert_array_equal(same, drawn_digits[0].reshape(-1, 784)[[2, 0]])


def test_the_same_generator_gives_the_same_images_and_another_does_not(distorter: Distorter) -> None:
    first, again, other = (distorter(np.arange(5), 1.0, np.random.default_rng(seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("strength", [0.1, 0.5, 1.0])
def test_grey_values_stay_in_range(distorter: Distorter, strength: float) -> None:
    images = distorter(np.tile(np.arange(5), 20), strength, np.random.default_rng(0))
    assert images.dtype == np.float32
    assert images.min() >= 0
    assert 200 < images.max() <= 255
    assert (images.max(axis=1) > 100).all(), "no stroke vanishes"


def test_more_strength_changes_more(distorter: Distorter, drawn_digits: Digits) -> None:
    chosen = np.tile(np.arange(5), 20)
    original = drawn_digits[0].reshape(-1, 784)[chosen].astype(float)
    change = [
        np.abs(distorter(chosen, strength, np.random.default_rng(0)) - original).mean() for strength in (0.05, 0.3, 1.0)
    ]
    assert change == sorted(change)
    assert change[0] < 0.1 * original.mean()


def test_the_pen_grows_thicker_and_thinner(distorter: Distorter, drawn_digits: Digits) -> None:
    images = distorter(np.full(200, 1), 1.0, np.random.default_rng(0))
    ink = images.sum(axis=1) / drawn_digits[0][1].sum()
    assert ink.min() < 0.8
    assert ink.max() > 1.3


def test_a_distorted_digit_stays_the_digit_it_was(distorter: Distorter, drawn_digits: Digits) -> None:
    chosen = np.tile(np.arange(5), 40)
    images = distorter(chosen, 1.0, np.random.default_rng(0)).reshape(-1, 28, 28)
    # Blurred, because a stroke moved by its own width has nothing in common with itself pixel by pixel.
    smooth = ndimage.gaussian_filter(images, (0, 2, 2)).reshape(-1, 784)
    original = ndimage.gaussian_filter(drawn_digits[0].astype(float), (0, 2, 2)).reshape(-1, 784)
    nearest = ((smooth[:, None] - original) ** 2).sum(axis=2).argmin(axis=1)
    assert (nearest == chosen).mean() > 0.9


def test_small_images_are_distorted_in_their_own_range() -> None:
    images, _ = load_handwriting()
    distorted = Distorter(images, (8, 8))(np.arange(100), 1.0, np.random.default_rng(0))
    assert distorted.shape == (100, 64)
    assert 12 < distorted.max() <= 16
    assert distorted.mean() == pytest.approx(images[:100].mean(), rel=0.25)


def test_a_trainer_gets_scaled_images(drawn_digits: Digits) -> None:
    raw = drawn_digits[0].reshape(-1, 784)
    distort = TrainingDistortion(raw, (28, 28), fit_scaling("unit", raw), "float64")
    batch = distort(np.arange(5), 1.0, np.random.default_rng(0))
    assert batch.dtype == np.float64
    expected = Distorter(raw, (28, 28))(np.arange(5), 1.0, np.random.default_rng(0)) / 255
    np.testing.assert_allclose(batch, expected, atol=1e-6)


def test_distances_of_a_disc_are_its_distances() -> None:
    rows, columns = np.indices((28, 28)) - 13.5
    truth = 6.3 - np.hypot(rows, columns)
    grey = (np.clip(truth + 0.5, 0, 1) * 255).astype(np.uint8)
    found = (distance_fields(grey[None])[0].astype(float) - ZERO) / UNIT
    near = np.abs(truth) < 2
    np.testing.assert_allclose(found[near], truth[near], atol=0.35)
    assert (found[truth < -4] < -2).all()
