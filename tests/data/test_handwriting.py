"""The digits that come with scikit-learn, read without importing it."""

from __future__ import annotations

import numpy as np
from sklearn.datasets import load_digits

from nnviz.data.handwriting import HIGHEST, SHAPE, load_handwriting


def test_they_are_those_that_scikit_learn_gives() -> None:
    images, digits = load_handwriting()
    expected, answers = load_digits(return_X_y=True)
    np.testing.assert_array_equal(images, expected)
    np.testing.assert_array_equal(digits, answers)
    assert (images.dtype, digits.dtype) == (np.float32, np.intp)
    assert (images.shape[1], images.max()) == (SHAPE[0] * SHAPE[1], HIGHEST)
