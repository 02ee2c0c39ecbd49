"""What several commands read first: the data of an experiment, a model, and whether the two belong together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nnviz.commands.output import progress_bar
from nnviz.data.catalogue import check_fit, load
from nnviz.data.dataset import DataSet
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.models.files import open_model
from nnviz.models.model import Model


def load_data(experiment: Experiment) -> DataSet:
    """The experiment's data; a download shows its progress. Refusal as of `catalogue.load`."""
    with progress_bar(100, f"Loading {experiment.data}", "%") as bar:
        return load(experiment, lambda share: bar.update(round(100 * share) - bar.n))


def open_with_data(path: Path, activation: str | None, data: str | None) -> tuple[Model, DataSet]:
    """A model and the data called `data`, or the data it was trained on. Refusal where one is unfit for the other."""
    model = open_model(path, activation)
    name = data or model.experiment.data
    if not name:
        raise Refusal("model_without_data", file=path)
    experiment = replace(model.experiment, data=name)
    check_fit(experiment)
    return model, load_data(experiment)
