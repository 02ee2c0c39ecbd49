"""Preparing: the data of a run, loaded and scaled; the last is kept, so that a reset costs nothing."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.engine.scaling import fit_scaling
from nnviz.session.commands import Begin
from nnviz.session.training_run import Prepared

PREPARED_BY = ("data", "samples", "noise", "test_share", "data_seed", "scaling", "outputs", "precision")
"""Fields of an Experiment that decide what its samples are."""


class Preparing:
    """Remembers what was prepared last."""

    def __init__(self) -> None:
        self._kept: Prepared | None = None

    def prepare(self, command: Begin, report: Callable[[float], None]) -> Prepared:
        """The data of a new run; `report` hears how far a download is."""
        e, kept = command.experiment, self._kept
        key = tuple(getattr(e, name) for name in PREPARED_BY)
        if kept is None or kept.key != key or kept.given is not command.scaling:
            data = command.shelf.load(e, report)
            scaling = command.scaling or fit_scaling(e.scaling, data.train_x)
            kept = self._kept = Prepared(key, command.scaling, data, scaling, data.samples(e, scaling))
        return kept
