"""`nnviz export`: a saved run as a NumPy or PyTorch script, or its weights for PyTorch."""

from __future__ import annotations

from argparse import Namespace

from nnviz.commands.inputs import load_data, unsaid
from nnviz.commands.own_data import bring, require
from nnviz.data.catalogue import SOURCES
from nnviz.data.dataset import DataSet
from nnviz.engine.refusal import Refusal
from nnviz.models.exporting import check_form, export
from nnviz.models.files import open_model
from nnviz.models.model import Model


def run(args: Namespace) -> int:
    """Write the export and say where it is."""
    check_form(args.save, args.form)
    model = open_model(args.model, **unsaid(args))
    export(args.save, args.form, model, None if args.form == "weights" else _data(args, model))
    print(f"saved {args.save}")
    return 0


def _data(args: Namespace, model: Model) -> DataSet | None:
    """What a script has to know of the data. Refusal data_not_trained_on, or as of `bring` and `require`."""
    name, path = model.experiment.data, args.data
    shelf = bring(args, model)
    require(shelf, name, args.model)
    if path and not shelf.owned(name):
        raise Refusal("data_not_trained_on", model=args.model, file=path)
    # Of built-in data only a PyTorch script asks how much there is; what no script can make is refused by itself.
    asked = shelf.own or (args.form == "torch" and name in SOURCES)
    return load_data(model.experiment, shelf) if asked else None
