"""OwnData: samples that the user brought along, painted, from a table or from images; whole and never changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.catalogue import Source
from nnviz.data.dataset import DataSet
from nnviz.data.plane import Bounds
from nnviz.data.splits import Indices, split, steady_split, stratified_split
from nnviz.engine.experiment import Experiment
from nnviz.engine.scaling import TINY

PREFIX = "own:"
"""Begins the name that an Experiment has for such data; the digest follows."""
DIGITS_OF_DIGEST = 12
PAINTED = "painted"
"""The recipe's word for points that were painted."""
LEAST, LEAST_CLASSES = 4, 2
"""Fewer samples, or fewer classes among them, are nothing to train on."""


@dataclass(frozen=True, eq=False)
class OwnData:
    """Data as it was brought along; what is the same has the same `key`.

    name      what people call it: a file's or folder's name; empty for painted points
    kind      "plane" (two numbers that a picture shows whole), "table" or "image"
    features  names of the inputs; none for images
    classes   names in index order; none for a regression
    x         (m, inputs) float32, NaN where a value is missing and wants filling; grey values 0…255 (uint8) of images
    y         (m,) class indices, or (m, 1) targets of a regression
    groups    widths of neighbouring inputs that belong together: 1 of a number, k of a category with k values
    image     (height, width) of images
    scaling   what is proposed for the inputs; "standard" goes for the target of a regression too
    target    name of what is to be predicted
    recipe    how it was made, as JSON has it
    frame     what pictures of the plane show; None: the points say it
    """

    name: str
    kind: str
    x: NDArray[Any]
    y: NDArray[Any]
    features: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()
    image: tuple[int, int] | None = None
    scaling: str = "none"
    target: str = ""
    recipe: Mapping[str, Any] = field(default_factory=dict)
    frame: Bounds | None = None

    def __post_init__(self) -> None:
        for array in (self.x, self.y):
            array.flags.writeable = False

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything that training can see of it."""
        said = [self.kind, self.features, self.classes, self.groups, self.image, self.scaling, self.x.shape]
        total = hashlib.sha256(json.dumps(said).encode())
        for array in (self.x, self.y):
            total.update(np.ascontiguousarray(array).tobytes())
        return total.hexdigest()

    @property
    def key(self) -> str:
        """What an Experiment calls it."""
        return PREFIX + self.digest[:DIGITS_OF_DIGEST]

    @property
    def is_painted(self) -> bool:
        """True for points that were painted, to which more can be added."""
        return self.recipe.get("from") == PAINTED

    @property
    def is_enough(self) -> bool:
        """True where there is something to train on."""
        return len(self.x) >= LEAST and (not self.classes or len(np.unique(self.y)) >= LEAST_CLASSES)

    @cached_property
    def bounds(self) -> Bounds:
        """What pictures of the plane show: the ordinary part of it where all points lie there, else all points."""
        return self.frame or Bounds.of(np.nan_to_num(self.x))

    @cached_property
    def source(self) -> Source:
        """Its entry among the sources."""
        return Source(
            self.key, self.kind, self.classes, self.image, max(1, len(self.x)), scaling=self.scaling, title=self.name,
            features=self.features,
        )  # fmt: skip

    def split(self, experiment: Experiment) -> DataSet:
        """Training and test set, as an experiment's test_share and data_seed have it; gaps are filled, and a target is
        standardised, by what the training set says."""
        rng = np.random.default_rng([experiment.data_seed, 1])
        share = experiment.test_share
        train, test = self._parts(share, rng)
        # A smaller training set is judged by the same test samples.
        most = len(self.x) if experiment.samples >= len(self.x) else round(experiment.samples * (1 - share))
        train = train[: max(1, most)]
        train_x, test_x = self.x[train], self.x[test]
        if not self.image:
            usual = usual_values(train_x, self.groups)
            train_x, test_x = _filled(train_x, usual), _filled(test_x, usual)
        train_y, test_y = self.y[train], self.y[test]
        if not self.classes and self.scaling == "standard":
            middle, spread = train_y.mean(axis=0), np.maximum(train_y.std(axis=0), TINY)
            train_y, test_y = (train_y - middle) / spread, (test_y - middle) / spread
        return DataSet(self.key, train_x, train_y, test_x, test_y, self.classes, self.image, self.features, self.target)

    def _parts(self, share: float, rng: np.random.Generator) -> tuple[Indices, Indices]:
        """Indices of training and test samples. Painted points stay what they are when others are painted beside."""
        if self.is_painted:
            return steady_split(self.y, share, rng)
        return stratified_split(self.y, share, rng) if self.classes else split(len(self.x), share, rng)


def usual_values(x: NDArray[Any], groups: tuple[int, ...]) -> NDArray[Any]:
    """(inputs,) what stands for a missing value: the mean of a number, the most frequent value of a category. 0 where
    all are missing."""
    counts = np.maximum((~np.isnan(x)).sum(axis=0), 1)
    usual = np.nansum(x, axis=0, dtype=np.float64) / counts
    start = 0
    for width in groups:
        if width > 1:
            most = int(usual[start : start + width].argmax())
            usual[start : start + width] = np.arange(width) == most
        start += width
    return np.asarray(usual, np.float32)


def _filled(x: NDArray[Any], usual: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(np.where(np.isnan(x), usual, x))
