"""Splitting samples into a training and a test set."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.intp]
GOLDEN = (5**0.5 - 1) / 2


def split(count: int, share: float, rng: np.random.Generator) -> tuple[Indices, Indices]:
    """Shuffled indices of training and test samples; at least one sample in each."""
    order = rng.permutation(count)
    tests = min(max(1, round(count * share)), count - 1)
    return order[tests:], order[:tests]


def stratified_split(labels: NDArray[np.integer], share: float, rng: np.random.Generator) -> tuple[Indices, Indices]:
    """As `split`, with about the same share of each class in both sets."""
    order = rng.permutation(len(labels))
    # Samples of a class are spread evenly over 0…1, so that every cut through the row takes its share of each class.
    place = np.empty(len(labels))
    for label in np.unique(labels):
        members = order[labels[order] == label]
        place[members] = (np.arange(len(members)) + rng.random()) / len(members)
    tests = min(max(1, round(len(labels) * share)), len(labels) - 1)
    row = np.argsort(place, kind="stable")
    return rng.permutation(row[tests:]), rng.permutation(row[:tests])


def steady_split(labels: NDArray[np.integer], share: float, rng: np.random.Generator) -> tuple[Indices, Indices]:
    """As `stratified_split`, in order, and so that a sample stays where it is when others are added after it: within
    each class multiples of the golden ratio choose the test samples, which are spread evenly among the first n, for
    every n."""
    tests = np.zeros(len(labels), bool)
    for label in range(int(labels.max(initial=-1)) + 1):
        members = np.flatnonzero(labels == label)
        tests[members] = (rng.random() + GOLDEN * np.arange(len(members))) % 1 < share
    for wanted in (True, False):
        if (tests != wanted).all():
            tests[-1 if wanted else 0] = wanted
    return np.flatnonzero(~tests), np.flatnonzero(tests)
