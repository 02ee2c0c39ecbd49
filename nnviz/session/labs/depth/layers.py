"""LayersPart: the start of the lab's run, which stays behind what training makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from nnviz.data.dataset import DataSet
from nnviz.engine.diagnosis import Diagnosis, diagnose
from nnviz.engine.experiment import LIVE_FIELDS, Experiment
from nnviz.engine.network import Network
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.engine.training import initial_network
from nnviz.session.labs.depth.intents import OwnAxes, ShowStart
from nnviz.session.labs.depth.probe import probe
from nnviz.session.labs.depth.same import same
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part

CALM = {name: getattr(Experiment(), name) for name in LIVE_FIELDS}
"""Experiments that differ in nothing else begin alike."""


class LayersPart(Part):
    """start_shown   the start is outlined behind what is now;  own_axes: an axis for each layer"""

    def __init__(self) -> None:
        self.start_shown = True
        self.own_axes = False
        self._key: tuple[object, ...] = ()
        self._begun: Experiment | None = None
        self._start: Diagnosis | None = None

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {ShowStart: self._show_start, OwnAxes: self._own_axes}

    def start(
        self, experiment: Experiment, data: DataSet | None, scaling: Scaling, parameters: Array | None = None
    ) -> Diagnosis | None:
        """What the layers of a run did before any training, with the samples of its own diagnosis; None without data.

        parameters  (parameters,) those of the file a run began with, None where its seed made them
        """
        if data is None or data.inputs != experiment.inputs:
            return None
        key, calm = (data, scaling, parameters), replace(experiment, **CALM)
        if calm != self._begun or not same(key, self._key):
            self._key, self._begun = key, calm
            network = initial_network(experiment) if parameters is None else Network(experiment, parameters)
            self._start = diagnose(network, *probe(experiment, data, scaling), None, 0)
        return self._start

    def _show_start(self, intent: ShowStart) -> None:
        self.start_shown = intent.on

    def _own_axes(self, intent: OwnAxes) -> None:
        self.own_axes = intent.on
