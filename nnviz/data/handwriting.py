"""Handwriting: the 1,797 digits of 8×8 pixels that come with scikit-learn, real data that needs no network.

Source: Alpaydin and Kaynak, "Optical recognition of handwritten digits", UCI Machine Learning Repository (1998).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SHAPE = (8, 8)
HIGHEST = 16
"""Grey values count the inked pixels of 4×4 blocks: 0…16."""


def load_handwriting() -> tuple[NDArray[np.float32], NDArray[np.intp]]:
    """Raw images (1797, 64), 0…16, and their digits (1797,)."""
    from sklearn.datasets import load_digits

    images, digits = load_digits(return_X_y=True)
    return np.asarray(images, np.float32), np.asarray(digits, np.intp)
