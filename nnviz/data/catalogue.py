"""The catalogue of data sources: what can be trained on, what follows from the choice, and how it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from nnviz.data import toy
from nnviz.data.dataset import DataSet
from nnviz.data.handwriting import SHAPE as HANDWRITING_SHAPE
from nnviz.data.handwriting import load_handwriting
from nnviz.data.mnist import SHAPE as MNIST_SHAPE
from nnviz.data.mnist import Progress, load_mnist
from nnviz.data.splits import split, stratified_split
from nnviz.engine.experiment import LIMITS, Experiment
from nnviz.engine.refusal import Refusal

DIGITS = tuple("0123456789")


@dataclass(frozen=True)
class Source:
    """One entry of the catalogue.

    kind      "plane" (two coordinates that a picture shows whole), "image" or "table"
    classes   names in index order; none for a regression
    image     (height, width) of an image source
    samples   how many there are to choose from; 0: as many as wanted
    built_in  False where it must be downloaded first
    scaling   what is proposed for the inputs
    title     what people call the user's own data
    features  names of the inputs, where they have names
    """

    name: str
    kind: str
    classes: tuple[str, ...] = ()
    image: tuple[int, int] | None = None
    samples: int = 0
    built_in: bool = True
    scaling: str = "none"
    title: str = ""
    features: tuple[str, ...] = ()

    @property
    def inputs(self) -> int:
        """Features of a sample."""
        return self.image[0] * self.image[1] if self.image else len(self.features) or 2

    @property
    def outputs(self) -> int:
        """Units of the output layer: one for two classes or a regression, else one for each class."""
        return len(self.classes) if len(self.classes) > 2 else 1


def _plane(name: str, classes: int) -> Source:
    return Source(name, "plane", DIGITS[:classes])


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        source.name: source
        for source in (
            *(_plane(name, 3 if name == "three_classes" else 2) for name in toy.CLASSES),
            *(_plane(name, 0) for name in toy.HEIGHTS),
            Source("handwriting", "image", DIGITS, HANDWRITING_SHAPE, samples=1797, scaling="unit"),
            Source("mnist", "image", DIGITS, MNIST_SHAPE, samples=60_000, built_in=False, scaling="unit"),
        )
    }
)


def source(name: str) -> Source:
    """The entry called `name`. Refusal unknown_choice lists the names there are."""
    if name not in SOURCES:
        raise Refusal("unknown_choice", field="data", value=name, choices=", ".join(SOURCES))
    return SOURCES[name]


def check_source(chosen: Source, experiment: Experiment) -> None:
    """Refuse an experiment whose inputs or outputs are not those of its data: wrong_width, wrong_outputs."""
    if chosen.inputs != experiment.inputs:
        raise Refusal("wrong_width", found=chosen.inputs, expected=experiment.inputs)
    possible = {chosen.outputs, len(chosen.classes)} if len(chosen.classes) == 2 else {chosen.outputs}
    if experiment.outputs not in possible:
        raise Refusal("wrong_outputs", found=chosen.outputs, expected=experiment.outputs)


def defaults(name: str) -> dict[str, Any]:
    """The fields of an Experiment that follow from the choice of data."""
    return fields_of(source(name))


def fields_of(chosen: Source) -> dict[str, Any]:
    """As `defaults`, for data of any source."""
    output, loss = _head(chosen)
    fields: dict[str, Any] = {
        "data": chosen.name,
        "inputs": chosen.inputs,
        "outputs": chosen.outputs,
        "output": output,
        "loss": loss,
        "scaling": chosen.scaling,
    }
    low, high = LIMITS["samples"]
    return fields | ({"samples": int(min(max(chosen.samples, low), high))} if chosen.samples else {})


def load(experiment: Experiment, progress: Progress | None = None) -> DataSet:
    """The samples an experiment names, split. MNIST keeps its own split and ignores `samples` and `data_seed`.

    `progress` is told the finished share of a download. Refusal: unknown_choice, or those of `load_mnist`.
    """
    chosen = source(experiment.data)
    return _LOADERS.get(chosen.name, _load_plane)(chosen, experiment, progress)


def _head(chosen: Source) -> tuple[str, str]:
    """Output activation and loss."""
    if not chosen.classes:
        return "identity", "mse"
    return ("softmax", "cross_entropy") if chosen.outputs > 1 else ("sigmoid", "binary_cross_entropy")


def _load_plane(chosen: Source, experiment: Experiment, progress: Progress | None) -> DataSet:
    x, y = toy.make(chosen.name, experiment.samples, experiment.noise, experiment.data_seed)
    x = x.astype(np.float32)
    rng = np.random.default_rng([experiment.data_seed, 1])
    if chosen.classes:
        train, test = stratified_split(y, experiment.test_share, rng)
    else:
        train, test = split(len(x), experiment.test_share, rng)
    return DataSet(chosen.name, x[train], y[train], x[test], y[test], chosen.classes)


def _load_handwriting(chosen: Source, experiment: Experiment, progress: Progress | None) -> DataSet:
    x, y = load_handwriting()
    rng = np.random.default_rng(experiment.data_seed)
    train, test = stratified_split(y, experiment.test_share, rng)
    # A smaller training set is judged by the same test samples.
    train = train[: max(1, round(experiment.samples * (1 - experiment.test_share)))]
    return DataSet(chosen.name, x[train], y[train], x[test], y[test], chosen.classes, chosen.image)


def _load_mnist(chosen: Source, experiment: Experiment, progress: Progress | None) -> DataSet:
    m = load_mnist(progress)
    return DataSet(
        chosen.name, m.train_images, m.train_digits, m.test_images, m.test_digits, chosen.classes, chosen.image
    )


_LOADERS: Mapping[str, Callable[[Source, Experiment, Progress | None], DataSet]] = MappingProxyType(
    {"handwriting": _load_handwriting, "mnist": _load_mnist}
)
