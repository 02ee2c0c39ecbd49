"""Own data of a command line: a table or a folder of images in place of the name of data, read as in the window."""

from __future__ import annotations

import math
import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from nnviz.commands.options import OWN_DATA
from nnviz.commands.output import progress_bar, telling
from nnviz.data.catalogue import SOURCES
from nnviz.data.images_folder import SIDES, import_images
from nnviz.data.own import PREFIX, OwnData
from nnviz.data.sheet import Sheet
from nnviz.data.shelf import BUILT_IN, Shelf
from nnviz.data.table import Recipe, glimpse, guess, with_target
from nnviz.data.table_data import import_table
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.models.model import Model

Said = Mapping[str, str | int | None]
"""What is said about own data, by the names in OWN_DATA."""


def bring(args: Namespace, model: Model | None = None) -> Shelf:
    """A shelf with what `args.data` names; where that is a file or a folder, `args.data` is its name from now on. Where
    nothing is said, it is understood like the data of the model, whose painted points are there.

    Refusal own_data_options, or file_refused with the reason; OSError.
    """
    given = {name: getattr(args, name, None) for name in OWN_DATA}
    if not is_path(args.data):
        for name, value in given.items():
            if value is not None:
                raise Refusal("own_data_options", option=OWN_DATA[name].flag)
        return Shelf((model.points,)) if model and model.points else BUILT_IN
    said = {
        **(as_trained(model) if model else {}),
        **{name: value for name, value in given.items() if value is not None},
    }
    path = Path(args.data)
    try:
        data = _images(path, said) if path.is_dir() else _table(path, said)
    except Refusal as error:
        raise Refusal("file_refused", file=path.name, reason=words(error)) from error
    args.data = data.key
    return Shelf((data,))


def require(shelf: Shelf, name: str, file: Path) -> None:
    """Refuse a model or an experiment on own data that is not named: model_of_own_data."""
    if name.startswith(PREFIX) and not shelf.own:
        raise Refusal("model_of_own_data", file=file)


def is_path(name: str | None) -> bool:
    """True for what is no name of data: a file or folder, or what looks like one."""
    if not name or name in SOURCES:
        return False
    path = Path(name)
    return path.exists() or bool(path.suffix) or not {os.sep, os.altsep}.isdisjoint(name)


def as_trained(model: Model) -> Said:
    """How the data of a model was understood, as far as it can be told."""
    side = math.isqrt(model.experiment.inputs)
    found: dict[str, str | int | None] = {"side": side} if side in SIDES else {}
    if "target" in model.notes:
        found |= {"column": model.notes["target"], "task": "classes" if model.classes else "value"}
    return found


def _images(folder: Path, said: Said) -> OwnData:
    with progress_bar(100, f"Reading {folder.name}", "%") as bar:
        found = import_images(folder, int(said.get("side") or SIDES[-1]), telling(bar))
    if found.unreadable:
        count, first = len(found.unreadable), found.unreadable[0]
        print(f"nnviz: {count} of the images cannot be read; the first is {first}", file=sys.stderr)
    return found.data


def _table(path: Path, said: Said) -> OwnData:
    sheet = Sheet(path)
    with progress_bar(100, f"Reading {path.name}", "%") as bar:
        return import_table(sheet, recipe_of(sheet, said), telling(bar))


def recipe_of(sheet: Sheet, said: Said) -> Recipe:
    """The recipe a sheet most probably wants, but for what is said. Refusal unknown_choice, or as of `glimpse`."""
    seen = glimpse(sheet)
    recipe, column = guess(seen), said.get("column")
    if column is not None:
        if column not in seen.names:
            raise Refusal("unknown_choice", field="--target", value=column, choices=", ".join(seen.names))
        recipe = with_target(recipe, seen, str(column))
    task, missing = said.get("task", recipe.task), said.get("missing", recipe.missing)
    return replace(recipe, task=str(task), missing=str(missing))
