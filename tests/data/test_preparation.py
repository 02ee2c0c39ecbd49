"""Ink becomes an input as MNIST's images were made."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from nnviz.data.preparation import FIT, SIDE, prepare
from nnviz.data.strokes import rasterise
from nnviz.engine.refusal import Refusal


def test_a_blank_drawing_is_blank_at_every_stage() -> None:
    preparation = prepare(np.zeros((280, 280), np.uint8))
    assert preparation.is_blank
    assert preparation.box is None
    assert preparation.centre is None
    assert preparation.pixels.shape == (SIDE, SIDE)
    assert not preparation.boxed.any()
    assert not preparation.as_input((28, 28)).any()
    assert not preparation.as_input((8, 8)).any()


def test_an_image_of_mnist_comes_out_as_it_went_in(drawn_digits: tuple[NDArray[np.uint8], NDArray[np.intp]]) -> None:
    for image in drawn_digits[0]:
        np.testing.assert_allclose(prepare(image).pixels, image, atol=1)


@pytest.mark.parametrize(("height", "width"), [(240, 90), (60, 240), (5, 3), (1, 1), (200, 200)])
def test_the_longer_side_fills_20_pixels_and_the_aspect_is_kept(height: int, width: int) -> None:
    ink = np.zeros((280, 300), np.uint8)
    ink[20 : 20 + height, 30 : 30 + width] = 200
    preparation = prepare(ink)
    assert preparation.box == (30, 20, 30 + width, 20 + height)
    assert max(preparation.boxed.shape) == FIT
    assert preparation.boxed.shape[0] / FIT == pytest.approx(height / max(height, width), abs=0.05)
    assert preparation.boxed.max() == pytest.approx(255)


def test_the_centre_of_mass_lies_in_the_middle() -> None:
    ink = np.zeros((100, 100), np.uint8)
    ink[10:90, 40:44] = 255
    ink[80:90, 20:60] = 255
    pixels = prepare(ink).pixels
    rows, columns = np.indices(pixels.shape)
    assert 13.5 <= (pixels * rows).sum() / pixels.sum() <= 14.5
    assert 13.5 <= (pixels * columns).sum() / pixels.sum() <= 14.5


def test_stages_fit_together() -> None:
    ink = np.zeros((100, 100), np.uint8)
    ink[10:90, 40:44] = 255
    preparation = prepare(ink)
    (top, left), (height, width) = preparation.offset, preparation.boxed.shape
    np.testing.assert_array_equal(preparation.pixels[top : top + height, left : left + width], preparation.boxed)
    assert preparation.pixels.sum() == pytest.approx(preparation.boxed.sum())
    assert preparation.centre is not None
    assert preparation.centre[0] == pytest.approx(9.5, abs=0.1)


def test_areas_are_averaged() -> None:
    ink = np.zeros((40, 40), np.uint8)
    ink[:, :] = 255
    ink[1::2, 20:] = 0
    ink[::2, :20] = 255
    ink[39, :] = 255
    boxed = prepare(ink).boxed
    assert boxed.shape == (20, 20)
    assert boxed[5, 15] == pytest.approx(127.5, abs=1)


def test_place_and_size_of_the_ink_do_not_matter() -> None:
    small, large = np.zeros((100, 100), np.uint8), np.zeros((300, 200), np.uint8)
    small[5:45, 50:60] = 255
    large[150:270, 7:37] = 255
    np.testing.assert_allclose(prepare(small).pixels, prepare(large).pixels, atol=1)


def test_a_handwriting_input_counts_blocks_and_fills_the_height() -> None:
    counts = prepare(rasterise((((0.0, 0.0), (40.0, 0.0), (0.0, 80.0)),))).as_input((8, 8)).reshape(8, 8)
    assert counts.max() <= 16
    assert counts.min() == 0
    np.testing.assert_array_equal(counts, np.rint(counts))
    assert counts.any(axis=1).all()
    assert not counts[:, 0].any()


def test_handwriting_inputs_are_recognised_by_their_own_digits() -> None:
    from sklearn.datasets import load_digits
    from sklearn.neighbors import KNeighborsClassifier

    digits = load_digits()
    judge = KNeighborsClassifier(1).fit(digits.data[:1500], digits.target[:1500])
    large = [Image.fromarray((image * 15).astype(np.uint8)).resize((160, 160)) for image in digits.images[1500:1600]]
    inputs = [prepare(np.where(np.asarray(image) > 60, image, 0).astype(np.uint8)).as_input((8, 8)) for image in large]
    assert judge.score(inputs, digits.target[1500:1600]) > 0.85


def test_another_input_shape_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        prepare(np.zeros((5, 5), np.uint8)).as_input((16, 16))
    assert refused.value.key == "no_drawing_input"
