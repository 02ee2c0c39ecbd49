"""A table as data: which rows and columns are used, categories one-hot, the target as classes or values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.data.own import LEAST, LEAST_CLASSES, OwnData
from nnviz.data.sheet import Sheet
from nnviz.data.table import MOST_CELLS, Recipe, Report, Table, plain, read_table
from nnviz.engine.refusal import Refusal

PLANE_INPUTS = 2


@dataclass(frozen=True)
class Summary:
    """What a table gave.

    rows        used;  dropped: left out because of gaps;  filled: gaps that are filled
    numbers, categories   columns that are inputs
    """

    rows: int
    dropped: int
    filled: int
    numbers: int
    categories: int


@dataclass(frozen=True, eq=False)
class _Input:
    """One column as inputs: x (m, width), NaN for gaps."""

    names: tuple[str, ...]
    x: NDArray[np.float32]


def import_table(sheet: Sheet, recipe: Recipe, report: Report) -> OwnData:
    """Read a sheet and make it data. Refusal as of `read_table` and `data_of`."""
    return data_of(sheet, read_table(sheet, recipe, report), recipe)[0]


def data_of(sheet: Sheet, table: Table, recipe: Recipe) -> tuple[OwnData, Summary]:
    """The data a table gives by a recipe. Refusal table_no_inputs, table_no_target, table_too_few, table_one_class."""
    used = _used(recipe)
    if not used:
        raise Refusal("table_no_inputs")
    if table.count * sum(max(1, len(table.categories[k])) for k in used) > MOST_CELLS:
        # A category takes as many inputs as it has values.
        raise Refusal("table_too_many_cells", most=MOST_CELLS)
    inputs = [_input(table, k, recipe) for k in used]
    x = np.concatenate([column.x for column in inputs], axis=1)
    known, y, classes = _target(table, recipe)
    gaps = np.isnan(x).any(axis=1)
    kept = known & ~gaps if recipe.missing == "drop" else known
    x, y = x[kept], y[kept]
    classes, y = _present(classes, y)
    _check(len(x), classes, recipe)
    names = tuple(name for column in inputs for name in column.names)
    numbers = sum(len(column.names) == 1 for column in inputs)
    data = OwnData(
        sheet.name, "plane" if len(names) == PLANE_INPUTS else "table", x, y, names, classes,
        tuple(len(column.names) for column in inputs), None, "standard" if recipe.standardise else "none",
        recipe.target, plain(sheet, recipe),
    )  # fmt: skip
    filled = int(np.isnan(x).any(axis=1).sum())
    return data, Summary(len(x), table.count - len(x), filled, numbers, len(inputs) - numbers)


def _used(recipe: Recipe) -> list[int]:
    columns = enumerate(recipe.columns)
    return [k for k, column in columns if column.kind != "ignored" and column.name != recipe.target]


def _input(table: Table, k: int, recipe: Recipe) -> _Input:
    """A number as it is; a category as one input for each value, 1 where it is that; of two values one says it all."""
    name, values = recipe.columns[k].name, table.columns[k]
    assert values is not None
    if table.kinds[k] == "number":
        return _Input((name,), values.astype(np.float32)[:, None])
    categories = table.categories[k]
    if len(categories) <= 2:
        said = np.where(values < 0, np.nan, values).astype(np.float32)
        return _Input((f"{name}={categories[-1]}" if categories else name,), said[:, None])
    x = np.eye(len(categories), dtype=np.float32)[values]
    x[values < 0] = np.nan
    return _Input(tuple(f"{name}={category}" for category in categories), x)


def _target(table: Table, recipe: Recipe) -> tuple[NDArray[np.bool_], NDArray[np.generic], tuple[str, ...]]:
    """(m,) where it is known, class indices (m,) or values (m, 1), and the classes."""
    k = [column.name for column in recipe.columns].index(recipe.target)
    values = table.columns[k]
    assert values is not None
    if recipe.task == "value":
        return ~np.isnan(values), values.astype(np.float32)[:, None], ()
    return values >= 0, values.astype(np.intp), table.categories[k]


def _present(classes: tuple[str, ...], y: NDArray[np.generic]) -> tuple[tuple[str, ...], NDArray[np.generic]]:
    """Classes whose rows were all left out are none."""
    if not classes:
        return classes, y
    found, codes = np.unique(y, return_inverse=True)
    return tuple(classes[int(k)] for k in found), codes.astype(np.intp)


def _check(rows: int, classes: tuple[str, ...], recipe: Recipe) -> None:
    if rows < LEAST:
        raise Refusal("table_too_few", rows=rows, least=LEAST)
    if recipe.task == "classes" and len(classes) < LEAST_CLASSES:
        raise Refusal("table_one_class", target=recipe.target)
