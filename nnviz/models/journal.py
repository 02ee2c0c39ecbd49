"""Journal: how a run began and what was changed by hand while it went on, each change with its iteration.

With the experiment it began from, this is all that is needed to make the run again.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from threadpoolctl import threadpool_info

from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array

MOST_CHANGES = 2000
"""More changes could not be read in a script."""
MOST_TEXT = 6 << 20
"""Characters that the arrays of a journal may take: twice the weights of the network that nnviz comes with, and more;
less than a file's description may have."""


@dataclass(frozen=True)
class Change:
    """One change, made after `iteration` updates and before the next. `values` are what JSON can say:

    settings   fields of the experiment with their new values, as `Experiment.to_dict` has them
    entry      index, value: one entry of the flat parameter vector
    weights    parameters: all entries, as text
    network    experiment, parameters, accumulators by name: a network of another shape
    diverged   nothing: a mini-batch whose loss or gradient was not finite; the finite weights follow, all of them
    """

    iteration: int
    kind: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Journal:
    """What a run was made of.

    start     the experiment it began with
    weights   the start weights as text, "" where they come from the seed
    scaling   a scaling that came with a file (method, and arrays as text), None where it was fitted to the data
    changes   oldest first
    threads   of the BLAS library, on which the last bit may depend
    whole     False where not all of it fitted in; then nothing but the start is kept
    """

    start: Experiment
    weights: str = ""
    scaling: dict[str, str] | None = None
    changes: tuple[Change, ...] = ()
    threads: int = 1
    whole: bool = True

    def until(self, iteration: int) -> Journal:
        """Without what was changed after `iteration`."""
        kept = tuple(change for change in self.changes if change.iteration <= iteration)
        return replace(self, changes=kept) if len(kept) < len(self.changes) else self

    def with_change(self, change: Change) -> Journal:
        """With one more change. One that sets an entry, or all weights, anew takes the place of the last."""
        if not self.whole:
            return self
        kept = self.changes[:-1] if self.changes and _overrides(change, self.changes[-1]) else self.changes
        grown = replace(self, changes=(*kept, change))
        fits = len(grown.changes) <= MOST_CHANGES and grown.size <= MOST_TEXT
        return grown if fits else Journal(self.start, threads=self.threads, whole=False)

    @property
    def size(self) -> int:
        """Characters of all arrays in it."""
        texts = [self.weights, *(self.scaling or {}).values()]
        for change in self.changes:
            texts += [change.values.get("parameters", ""), *change.values.get("accumulators", {}).values()]
        return sum(map(len, texts))


def begun(experiment: Experiment, parameters: Array | None, scaling: Scaling | None) -> Journal:
    """The journal of a run that begins: from the seed, or from given weights and with a given scaling."""
    weights = "" if parameters is None else as_text(parameters)
    given = None if scaling is None else _scaling_text(scaling)
    journal = Journal(experiment, weights, given, threads=_threads())
    return journal if journal.size <= MOST_TEXT else Journal(experiment, threads=journal.threads, whole=False)


def as_text(array: Array) -> str:
    """The bytes of an array, little-endian, in base64."""
    return b64encode(np.ascontiguousarray(array, array.dtype.newbyteorder("<")).tobytes()).decode("ascii")


def as_array(text: str, precision: str) -> Array:
    """What `as_text` was given, as a flat array. Refusal model_metadata."""
    try:
        return np.frombuffer(b64decode(text, validate=True), np.dtype(precision).newbyteorder("<")).astype(precision)
    except (binascii.Error, ValueError) as error:
        raise Refusal("model_metadata") from error


def differences(old: Experiment, new: Experiment) -> dict[str, Any]:
    """The fields in which `new` differs, with its values."""
    before, after = old.to_dict(), new.to_dict()
    return {name: value for name, value in after.items() if before[name] != value}


def experiments(journal: Journal) -> tuple[Experiment, ...]:
    """The experiment at the start and after each change. Refusal of an experiment that cannot be."""
    found = [journal.start]
    for change in journal.changes:
        found.append(_after(found[-1], change))
    return tuple(found)


def _after(experiment: Experiment, change: Change) -> Experiment:
    if change.kind == "settings":
        return Experiment.from_dict(experiment.to_dict() | change.values)
    return Experiment.from_dict(change.values["experiment"]) if change.kind == "network" else experiment


def _threads() -> int:
    found = [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]
    return max(found, default=1)


def _overrides(new: Change, old: Change) -> bool:
    if new.iteration != old.iteration or old.kind not in ("entry", "weights"):
        return False
    same = new.kind == old.kind == "entry" and new.values["index"] == old.values["index"]
    return same or new.kind == "weights"


def _scaling_text(scaling: Scaling) -> dict[str, str]:
    arrays: Mapping[str, Array | None] = {
        "offset": scaling.offset, "factor": scaling.factor, "matrix": scaling.matrix,
    }  # fmt: skip
    texts = {name: as_text(array.astype(np.float64)) for name, array in arrays.items() if array is not None}
    return {"method": scaling.method} | texts
