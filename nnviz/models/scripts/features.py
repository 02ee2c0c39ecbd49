"""Features: what a run's script has to know, as the flags of its template. What cannot be written down is refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nnviz.data import toy
from nnviz.data.catalogue import SOURCES
from nnviz.data.dataset import DataSet
from nnviz.data.own import PREFIX
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.models.journal import Journal, experiments

POLAR = ("circle", "spiral", "moons", "three_classes")
DATA = (*toy.CLASSES, *toy.HEIGHTS, "handwriting", "mnist")
"""Data that a script can make or read."""
MOST_BYTES = 8 << 20
"""The user's data is written into the script, unless it is larger."""


@dataclass(frozen=True, eq=False)
class Run:
    """A run to be written down: its journal up to `iteration`, the experiments before and after each change, and the
    data where it is the user's own."""

    journal: Journal
    iteration: int
    own: DataSet | None = None

    @property
    def experiments(self) -> tuple[Experiment, ...]:
        """At the start and after each change."""
        return experiments(self.journal)

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the classes; none for a regression."""
        return self.own.classes if self.own else SOURCES[self.journal.start.data].classes

    @property
    def image(self) -> tuple[int, int] | None:
        """(height, width) where samples are images."""
        return self.own.image if self.own else SOURCES[self.journal.start.data].image


def run_of(journal: Journal, iteration: int, data: DataSet | None) -> Run:
    """A run that can be written down; `data` is what it trains on, where that is known. Refusal script_journal,
    script_data, script_large."""
    own = data if journal.start.data.startswith(PREFIX) else None
    run = Run(journal.until(iteration), iteration, own)
    if not journal.whole:
        raise Refusal("script_journal")
    if not own and journal.start.data not in DATA:
        raise Refusal("script_data", choices=", ".join(DATA))
    if own and sum(array.nbytes for array in (own.train_x, own.test_x)) > MOST_BYTES:
        raise Refusal("script_large", most=MOST_BYTES >> 20)
    return run


def flags_of(run: Run) -> frozenset[str]:
    """The flags of a run."""
    named = {flag for experiment in run.experiments for flag in _names(experiment)}
    return frozenset({*named, *_data_flags(run), *_start_flags(run), *_change_flags(run)})


def activations(experiment: Experiment) -> tuple[str, ...]:
    """Of all weight layers."""
    return (*(layer.activation for layer in experiment.layers), experiment.output)


def _names(e: Experiment) -> Iterable[str]:
    yield from (f"act_{name}" if name == "step" else name for name in activations(e))
    yield from (e.scaling, e.loss, e.initializer, e.optimizer, e.schedule, *_layer_flags(e))
    flags = {
        "penalty": e.l1 or e.l2, "off": e.off, "frozen": e.frozen, "varying": e.schedule != "constant",
    }  # fmt: skip
    yield from (name for name, given in flags.items() if given)


def _data_flags(run: Run) -> Iterable[str]:
    start = run.journal.start
    flags = {
        start.data: not run.own, "own": run.own, "polar": start.data in POLAR, "regression": start.data in toy.HEIGHTS,
        "plane_data": start.data in toy.CLASSES or start.data in toy.HEIGHTS, "classes": run.classes,
        "one_hot": run.classes and start.outputs > 1,
        "distortion": run.image and any(experiment.distortion for experiment in run.experiments),
    }  # fmt: skip
    return [name for name, given in flags.items() if given]


def _layer_flags(experiment: Experiment) -> Iterable[str]:
    for name in ("batch_norm", "residual", "dropout"):
        if any(getattr(layer, name) for layer in experiment.layers):
            yield name


def _start_flags(run: Run) -> Iterable[str]:
    journal = run.journal
    flags = {"weights_given": journal.weights, "scaling_given": journal.scaling, "text": journal.size or run.own}
    return [name for name, given in flags.items() if given]


def _change_flags(run: Run) -> Iterable[str]:
    kinds = {change.kind for change in run.journal.changes}
    flags = {
        "changes": kinds,
        "rebuilt": "network" in kinds,
        "diverged": "diverged" in kinds,
        "filled": kinds & {"weights", "network"} or run.journal.weights,
    }
    return [name for name, given in flags.items() if given]
