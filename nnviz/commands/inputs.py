"""What several commands read first: the data of an experiment, a model, and whether the two belong together."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from nnviz.commands.output import progress_bar, telling
from nnviz.commands.own_data import bring, require
from nnviz.data.dataset import DataSet
from nnviz.data.shelf import BUILT_IN, Shelf
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.models.files import open_model
from nnviz.models.model import Model


def load_data(experiment: Experiment, shelf: Shelf = BUILT_IN) -> DataSet:
    """The experiment's data, own data by what people call it; a download shows its progress. Refusal as of
    `Shelf.load`."""
    owned = shelf.owned(experiment.data)
    name = owned.name or "painted points" if owned else experiment.data
    with progress_bar(100, f"Loading {name}", "%") as bar:
        return replace(shelf.load(experiment, telling(bar)), name=name)


def unsaid(args: Namespace) -> dict[str, str | None]:
    """What the command line tells about a file of bare weights, as `open_model` wants it."""
    return {name: getattr(args, name) for name in ("activation", "output", "scaling")}


def open_with_data(args: Namespace) -> tuple[Model, DataSet]:
    """The model and the data of a command line, or the data it was trained on. Refusal where one is unfit for the
    other."""
    model = open_model(args.model, **unsaid(args))
    shelf = bring(args, model)
    name = args.data or model.experiment.data
    if not name:
        raise Refusal("model_without_data", file=args.model)
    require(shelf, name, args.model)
    experiment = replace(model.experiment, data=name)
    shelf.check_fit(experiment)
    data = load_data(experiment, shelf)
    if shelf.own and model.classes and model.classes != data.classes:
        known, found = ", ".join(model.classes), ", ".join(data.classes)
        raise Refusal("data_other_classes", file=data.name, known=known, found=found)
    return model, data
