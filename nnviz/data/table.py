"""Table: a sheet read as columns of numbers and of categories, by a recipe that says what each column is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import msgspec
from numpy.typing import NDArray

from nnviz.data.columns import READERS, ColumnReader
from nnviz.data.sheet import MISSING, MOST_COLUMNS, Cut, Row, Sheet, is_number, rows_to_look_at
from nnviz.engine.refusal import Refusal

KINDS = ("number", "category", "ignored")
"""What a column can be used as."""
MOST_ROWS = 200_000
MOST_CELLS = 20_000_000
MOST_CATEGORIES = 20
"""More different values than this would be as many inputs."""
MOST_CLASSES = 50
FEW_NUMBERS = 10
"""So few different whole numbers in a target are classes rather than values."""
CHUNK, CHUNK_CHARACTERS = 5000, 4_000_000
"""Rows that are turned into numbers at once; fewer where they are long."""
TARGETS = frozenset(
    ("class", "label", "target", "y", "species", "category", "outcome", "result", "diagnosis", "type", "정답", "분류",
     "라벨", "레이블", "클래스", "종")
)  # fmt: skip
"""Names that a target often has."""
DATES = re.compile(
    r"(\d{4}[-/.년] ?\d{1,2}[-/.월] ?\d{1,2}[.일]?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})([ T].*)?|\d{1,2}:\d\d(:\d\d.*)?"
)
NUMERIC = ("number", "count")
"""What a column of numbers holds; a count numbers the rows and says nothing about them."""
FEWEST_COUNTED = 10
"""Fewer rows may have such numbers by chance."""
COUNTS = re.compile(r"#1|unnamed.*|no\.?|nr\.?|num|number|row|index|key|.*id|번호|순번|연번", re.IGNORECASE)
"""Names of such columns; one with another name may well be a measurement."""

Report = Callable[[float], None]
"""Told the finished share; where reading is to be broken off, it raises Refusal loading_cancelled."""


@dataclass(frozen=True)
class Column:
    """A column of a recipe: its name, and what it is used as, one of KINDS."""

    name: str
    kind: str


@dataclass(frozen=True)
class Recipe:
    """How a sheet becomes data.

    columns      all of them, in order
    target       name of the column that is to be predicted
    task         "classes" or "value"
    missing      what happens to rows with gaps: "drop" leaves them out, "fill" puts the mean or the most frequent value
                 of the training set there; a row whose target is missing is always left out
    standardise  inputs (and the target of a regression) are standardised by what the training set says
    """

    cut: Cut
    columns: tuple[Column, ...]
    target: str
    task: str = "classes"
    missing: str = "drop"
    standardise: bool = True

    @property
    def kinds(self) -> tuple[str, ...]:
        """What every column is read as: the target as a category or as numbers, as the task wants it."""
        read = {"classes": "category", "value": "number"}[self.task]
        return tuple(read if column.name == self.target else column.kind for column in self.columns)

    def with_column(self, name: str, kind: str) -> Recipe:
        """A column is used as something else."""
        return replace(self, columns=tuple(Column(c.name, kind) if c.name == name else c for c in self.columns))


@dataclass(frozen=True)
class Glimpse:
    """The first rows of a sheet.

    rows   the first ones (`rows_to_look_at`), without the names;  names of the columns
    found  what each column holds: "number", "category", "count", "date", "text" or "empty"
    gaps   missing values of each column in these rows
    """

    cut: Cut
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    found: tuple[str, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """A sheet that was read whole. Per column: float64 values with NaN for gaps, int32 codes with −1 for gaps, or None
    where it was ignored; `categories` are those of the codes."""

    kinds: tuple[str, ...]
    cut: Cut
    columns: tuple[NDArray[Any] | None, ...]
    categories: tuple[tuple[str, ...], ...]
    count: int

    def serves(self, recipe: Recipe) -> bool:
        """True where the sheet need not be read again for a recipe: what it uses was read as it wants it."""
        pairs = zip(self.kinds, recipe.kinds, strict=True)
        return self.cut == recipe.cut and all(wanted in ("ignored", read) for read, wanted in pairs)


def glimpse(sheet: Sheet, cut: Cut | None = None) -> Glimpse:
    """Look at the beginning of a sheet, cut as it seems to be or as it is said. Refusal as of `Sheet`, table_empty,
    table_one_column, table_too_wide."""
    cut = cut or sheet.understood()
    first = [row for _, row in islice(sheet.rows(cut), 1)]
    most = rows_to_look_at(len(first[0]) if first else 1)
    rows = [row for _, row in islice(sheet.rows(cut), most + cut.header)]
    names = names_of(rows[0] if rows else [], cut.header)
    body = tuple(rows[cut.header :])
    if not body:
        raise Refusal("table_empty")
    cells = [[row[k] if k < len(row) else "" for row in body] for k in range(len(names))]
    found = [_found(column, cut.decimal) for column in cells]
    found[0] = "count" if COUNTS.fullmatch(names[0]) and _counts(cells[0]) else found[0]
    return Glimpse(cut, names, body, tuple(found), tuple(sum(cell in MISSING for cell in column) for column in cells))


def names_of(first: Row, header: bool) -> tuple[str, ...]:
    """Names of the columns, each another one. Refusal table_one_column, table_too_wide."""
    if len(first) < 2:
        raise Refusal("table_one_column")
    if len(first) > MOST_COLUMNS:
        raise Refusal("table_too_wide", count=len(first), most=MOST_COLUMNS)
    names: list[str] = []
    for k, cell in enumerate(first, start=1):
        name = base = (cell if header else "") or f"#{k}"
        again = 2
        while name in names:
            name, again = f"{base} ({again})", again + 1
        names.append(name)
    return tuple(names)


def guess(seen: Glimpse) -> Recipe:
    """The recipe that a sheet most probably wants: a column called class (or the like) is the target, else the last one
    that can be. Numbers of the rows are an input only where there is no other."""
    kinds = {"number": "number", "category": "category"}
    columns = tuple(Column(n, kinds.get(f, "ignored")) for n, f in zip(seen.names, seen.found, strict=True))
    usable = [column.name for column in columns if column.kind != "ignored"] or [columns[-1].name]
    target = (_called_target(seen) or usable)[-1]
    recipe = Recipe(seen.cut, columns, target, guess_task(seen, target))
    alone = not set(usable) - {target} and seen.found[0] == "count"
    return recipe.with_column(seen.names[0], "number") if alone else recipe


def _called_target(seen: Glimpse) -> list[str]:
    """Columns with the name of a target that can be one."""
    named = [(k, name) for k, name in enumerate(seen.names) if name.casefold() in TARGETS]
    return [name for k, name in named if seen.found[k] in (*NUMERIC, "category") or _repeats(seen, k)]


def _repeats(seen: Glimpse, k: int) -> bool:
    """Whether text comes again and again, as the names of many classes do."""
    cells = [row[k] for row in seen.rows if k < len(row)]
    return seen.found[k] == "text" and len(set(cells)) <= min(MOST_CLASSES, len(cells) / 2)


def guess_task(seen: Glimpse, target: str) -> str:
    """Classes, unless there are more numbers than classes could have."""
    k = seen.names.index(target)
    cells = {row[k] for row in seen.rows if k < len(row)} - MISSING
    whole = all(cell.lstrip("+-").isdigit() for cell in cells)
    return "value" if seen.found[k] in NUMERIC and not (whole and len(cells) <= FEW_NUMBERS) else "classes"


def with_target(recipe: Recipe, seen: Glimpse, name: str) -> Recipe:
    """Another column is to be predicted; the one of before becomes an input again, where it can be one."""
    before = seen.found[seen.names.index(recipe.target)]
    kind = before if before in ("number", "category") else "ignored"
    recipe = recipe.with_column(recipe.target, kind)
    return replace(recipe, target=name, task=guess_task(seen, name))


def read_table(sheet: Sheet, recipe: Recipe, report: Report) -> Table:
    """All rows. Refusal naming line and column: table_ragged, table_not_a_number, table_many_categories,
    table_too_long; or as of `Sheet`."""
    readers = _readers(recipe)
    lines: list[int] = []
    chunk: list[Row] = []
    size = max(1, len(sheet.text) if sheet.path is None else sheet.path.stat().st_size)
    done = count = weight = 0
    rows = sheet.rows(recipe.cut)
    if recipe.cut.header:
        _check_names(next(rows, (1, []))[1], recipe)
    for line, row in rows:
        if len(row) != len(readers):
            raise Refusal("table_ragged", line=line, found=len(row), expected=len(readers))
        lines.append(line)
        chunk.append(row)
        weight += sum(map(len, row)) + len(row)
        if len(chunk) == CHUNK or weight >= CHUNK_CHARACTERS:
            count, done, weight = count + len(chunk), done + weight, 0
            _check_length(count, readers)
            _take(readers, chunk, lines)
            report(min(done / size, 1.0))
            chunk, lines = [], []
    _take(readers, chunk, lines)
    count += len(chunk)
    _check_length(count, readers)
    if not count:
        raise Refusal("table_empty")
    return Table(
        recipe.kinds, recipe.cut, tuple(reader.column() for reader in readers),
        tuple(reader.categories() for reader in readers), count,
    )  # fmt: skip


def _check_names(first: Row, recipe: Recipe) -> None:
    """Refuse a file whose columns are not those of the recipe: table_no_column."""
    found = names_of(first, True)
    for k, column in enumerate(recipe.columns):
        if k >= len(found) or found[k] != column.name:
            raise Refusal("table_no_column", column=column.name)


def _readers(recipe: Recipe) -> list[ColumnReader]:
    """One for each column."""
    decimal, pairs = recipe.cut.decimal, zip(recipe.kinds, recipe.columns, strict=True)
    most = {recipe.target: MOST_CLASSES}
    return [READERS[kind](column.name, decimal, most.get(column.name, MOST_CATEGORIES)) for kind, column in pairs]


def _check_length(count: int, readers: Sequence[ColumnReader]) -> None:
    if count > MOST_ROWS:
        raise Refusal("table_too_long", most=MOST_ROWS)
    if count * sum(reader.kept for reader in readers) > MOST_CELLS:
        raise Refusal("table_too_many_cells", most=MOST_CELLS)


def _take(readers: Sequence[ColumnReader], chunk: Sequence[Row], lines: Sequence[int]) -> None:
    if chunk:
        for reader, cells in zip(readers, zip(*chunk, strict=True), strict=True):
            reader.take(cells, lines)


def _counts(cells: Sequence[str]) -> bool:
    """Whether they number the rows, from 0 or 1."""
    if len(cells) < FEWEST_COUNTED or cells[0] not in ("0", "1"):
        return False
    return all(cell == str(k) for k, cell in enumerate(cells, start=int(cells[0])))


def _found(cells: Sequence[str], decimal: str) -> str:
    """What a column holds."""
    values = [cell for cell in cells if cell not in MISSING]
    if not values:
        return "empty"
    if all(is_number(value, decimal) for value in values):
        return "number"
    if all(DATES.fullmatch(value) for value in values):
        return "date"
    different = len(set(values))
    # Where no value comes twice they are names, or notes.
    return "category" if different <= MOST_CATEGORIES and different < len(values) else "text"


def plain(sheet: Sheet, recipe: Recipe) -> dict[str, Any]:
    """Recipe and origin as JSON has them."""
    made: dict[str, Any] = msgspec.to_builtins(recipe)
    return sheet.origin | made
