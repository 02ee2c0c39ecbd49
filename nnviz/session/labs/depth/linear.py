"""LinearPart: a layer as a matrix product, and why linear layers are no deeper than one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnviz.engine.trace import Array
from nnviz.session.labs.checks import check_choice, check_range
from nnviz.session.labs.depth.intents import (
    DrawMatrices,
    PointAtEntry,
    SetFactor,
    SetInput,
    SetMatrixEntry,
    SetMatrixShape,
    SetStack,
)
from nnviz.session.labs.depth.stack import Stack, make_stack
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part

MOST = 3
"""Most rows and columns of a factor."""
FIRST, SECOND = "first", "second"
ENTRIES = (-999.0, 999.0)
FACTORS = (-2.0, 2.0)
INPUTS = (-10.0, 10.0)
TIMES = 3
"""So many times h is applied."""
REACH = np.linspace(-2.0, 2.0, 81)
"""Where h is drawn."""
NOWHERE = (-1, -1)


class LinearPart(Part):
    """first, second   factors of the matrix product;  pointed: (row, column) of the entry pointed at, or NOWHERE
    factor         c of h(x) = c·x
    W1, W2, x      (3, 2), (2, 3) and (2,): two layers, and what goes through them;  seed: of the numbers in them
    """

    def __init__(self) -> None:
        whole = np.arange(1.0, MOST * MOST + 1).reshape(MOST, MOST)
        self._numbers = {FIRST: whole, SECOND: whole.copy()}
        self._shapes = {FIRST: (1, 2), SECOND: (2, 3)}
        self.pointed = NOWHERE
        self.factor = 1.5
        self.x = np.array([1.0, 2.0])
        self._draw(DrawMatrices(0))
        self._stack: Stack | None = None
        self.choice = SetStack(3, "identity", 0)

    # What is shown

    @property
    def first(self) -> Array:
        """The left factor."""
        return self._factor(FIRST)

    @property
    def second(self) -> Array:
        """The right factor."""
        return self._factor(SECOND)

    @property
    def product(self) -> Array | None:
        """first · second; None where their shapes do not fit."""
        return self.first @ self.second if self.first.shape[1] == self.second.shape[0] else None

    def powers(self) -> Array:
        """(TIMES, points) h, h∘h, h∘h∘h at REACH, each made of the one before."""
        rows = [self.factor * REACH]
        while len(rows) < TIMES:
            rows.append(self.factor * rows[-1])
        return np.array(rows)

    @property
    def slope(self) -> float:
        """c³."""
        return self.factor**TIMES

    @property
    def one_matrix(self) -> Array:
        """W₂W₁ (2, 2)."""
        return np.asarray(self.W2 @ self.W1)

    @property
    def between(self) -> Array:
        """W₁x (3,): what the first layer puts out."""
        return np.asarray(self.W1 @ self.x)

    @property
    def stepwise(self) -> Array:
        """W₂(W₁x) (2,)."""
        return np.asarray(self.W2 @ self.between)

    @property
    def at_once(self) -> Array:
        """(W₂W₁)x (2,)."""
        return np.asarray(self.one_matrix @ self.x)

    @property
    def stack(self) -> Stack:
        """The network on points of the plane; trained when it is looked at for the first time."""
        if self._stack is None:
            self._stack = make_stack(self.choice.layers, self.choice.activation, self.choice.seed)
        return self._stack

    # Intents

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            SetMatrixShape: self._shape,
            SetMatrixEntry: self._enter,
            PointAtEntry: self._point,
            SetFactor: self._set_factor,
            SetInput: self._set_input,
            DrawMatrices: self._draw,
            SetStack: self._set_stack,
        }

    def _factor(self, matrix: str) -> Array:
        rows, columns = self._shapes[matrix]
        return self._numbers[matrix][:rows, :columns]

    def _shape(self, intent: SetMatrixShape) -> None:
        check_choice("matrix", intent.matrix, (FIRST, SECOND))
        check_range("rows", intent.rows, 1, MOST)
        check_range("columns", intent.columns, 1, MOST)
        self._shapes[intent.matrix] = intent.rows, intent.columns
        self.pointed = NOWHERE

    def _enter(self, intent: SetMatrixEntry) -> None:
        check_choice("matrix", intent.matrix, (FIRST, SECOND))
        rows, columns = self._shapes[intent.matrix]
        check_range("row", intent.row, 0, rows - 1)
        check_range("column", intent.column, 0, columns - 1)
        check_range("value", intent.value, *ENTRIES)
        changed = self._numbers[intent.matrix].copy()
        changed[intent.row, intent.column] = intent.value
        self._numbers[intent.matrix] = changed

    def _point(self, intent: PointAtEntry) -> None:
        check_range("row", intent.row, -1, len(self.first) - 1)
        check_range("column", intent.column, -1, self.second.shape[1] - 1)
        self.pointed = intent.row, intent.column

    def _set_factor(self, intent: SetFactor) -> None:
        check_range("c", intent.value, *FACTORS)
        self.factor = intent.value

    def _set_input(self, intent: SetInput) -> None:
        check_range("x₁", intent.x1, *INPUTS)
        check_range("x₂", intent.x2, *INPUTS)
        self.x = np.array([intent.x1, intent.x2])

    def _draw(self, intent: DrawMatrices) -> None:
        check_range("seed", intent.seed, 0, 2**31 - 1)
        rng = np.random.default_rng(intent.seed)
        self.seed = intent.seed
        self.W1, self.W2 = (np.round(rng.uniform(-2, 2, shape), 1) for shape in ((3, 2), (2, 3)))

    def _set_stack(self, intent: SetStack) -> None:
        if intent != self.choice:
            self._stack = make_stack(intent.layers, intent.activation, intent.seed)
            self.choice = intent
