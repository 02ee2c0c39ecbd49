"""Columns: the cells of a column become numbers or the codes of categories; a cell that does not fit is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.sheet import MISSING, is_number, number_of
from nnviz.engine.refusal import Refusal

LARGEST = 1e30
"""A larger number would overflow in the squares of single precision."""
SHOWN = 40
"""So much of a cell is repeated in a refusal."""


class ColumnReader:
    """Takes the cells of one column, some at a time. This one ignores them."""

    kept = False

    def __init__(self, name: str, decimal: str, most: int) -> None:
        """`decimal` is the mark in numbers, `most` how many categories there may be."""
        self._name, self._decimal, self._most = name, decimal, most

    def take(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        """Some more cells, and the lines they stand in."""

    def column(self) -> NDArray[Any] | None:
        """All of them."""
        return None

    def categories(self) -> tuple[str, ...]:
        """What codes stand for."""
        return ()


class Numbers(ColumnReader):
    """float64, NaN where a value is missing."""

    kept = True

    def __init__(self, name: str, decimal: str, most: int) -> None:
        super().__init__(name, decimal, most)
        self._parts: list[NDArray[np.float64]] = []

    def take(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        values = self._plain(cells)
        if values is None:
            values = np.array([self._value(cell, line) for cell, line in zip(cells, lines, strict=True)])
        self._parts.append(values)

    def column(self) -> NDArray[Any]:
        return np.concatenate([np.empty(0), *self._parts])

    def _plain(self, cells: Sequence[str]) -> NDArray[np.float64] | None:
        """What Python reads at once; None where some cell wants a closer look."""
        # float() takes "1_0", "infinity" and a point where a comma is meant.
        strange = "_" if self._decimal == "." else "_."
        if any(mark in "".join(cells) for mark in strange):
            return None
        texts = cells if self._decimal == "." else [cell.replace(",", ".") for cell in cells]
        try:
            values = np.array([float("nan") if text in MISSING else float(text) for text in texts])
        except ValueError:
            return None
        return None if (np.abs(values) > LARGEST).any() else values

    def _value(self, cell: str, line: int) -> float:
        if cell in MISSING:
            return float("nan")
        value = number_of(cell, self._decimal) if is_number(cell, self._decimal) else float("inf")
        if abs(value) > LARGEST:
            raise Refusal("table_not_a_number", line=line, column=self._name, value=cell[:SHOWN])
        return value


class Categories(ColumnReader):
    """int32 codes, −1 where a value is missing."""

    kept = True

    def __init__(self, name: str, decimal: str, most: int) -> None:
        super().__init__(name, decimal, most)
        self._codes: dict[str, int] = {}
        self._parts: list[NDArray[np.int32]] = []

    def take(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        codes = self._codes
        for cell, line in zip(cells, lines, strict=True):
            if cell not in codes and cell not in MISSING:
                codes[cell] = len(codes)
                if len(codes) > self._most:
                    raise Refusal("table_many_categories", line=line, column=self._name, most=self._most)
        self._parts.append(np.array([codes.get(cell, -1) for cell in cells], np.int32))

    def column(self) -> NDArray[Any]:
        """Codes in the order of the categories' names, numbers in theirs."""
        place = np.empty(len(self._codes) + 1, np.int32)
        for code, name in enumerate(self.categories()):
            place[self._codes[name]] = code
        place[-1] = -1
        return np.asarray(place[np.concatenate([np.empty(0, np.int32), *self._parts])])

    def categories(self) -> tuple[str, ...]:
        return tuple(sorted(self._codes, key=self._order))

    def _order(self, name: str) -> tuple[float, str]:
        decimal = self._decimal
        return (number_of(name, decimal) if is_number(name, decimal) else float("inf"), name)


READERS: Mapping[str, type[ColumnReader]] = {"number": Numbers, "category": Categories, "ignored": ColumnReader}
