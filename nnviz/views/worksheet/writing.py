"""Writing: lines of text with symbols in them, measured and painted as text that can be copied.

A symbol's indices stand above and below each other, as in books. Typesetting each of a hundred symbols would take half
a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from nnviz.notation import Notation
from nnviz.widgets.numerals import MINUS
from nnviz.widgets.typesetter import Typesetter
from nnviz.worksheets.quantity import Quantity, Symbol, symbol_of
from nnviz.worksheets.recipe import Line
from nnviz.worksheets.rounding import half_up
from nnviz.worksheets.sheet import Worksheet

SMALL, RAISE, LOWER, THIN, SLANT = 0.66, 0.4, 0.22, 0.1, 0.1
"""Of indices: their size, how far they are above and below the line, the gap before them, and how much farther right
the upper one is, in em."""
PRIME, PRIMED = "′", 0.08
"""A prime leans to the right; so much more room is behind it."""
NEEDLESS = re.compile(rf"(?<=\()\(({MINUS}[0-9.]+)\)(?=[) ])|^\(({MINUS}[0-9.]+)\)")
"""Brackets around a negative number that stands first anyway."""


@dataclass(frozen=True)
class Run:
    """Some text in one size with the left end of its baseline, in em, from the left end of the line's."""

    text: str
    size: float
    x: float
    y: float
    slanted: bool = False


class Writing:
    """Measures and paints lines in the font of formulas."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter

    def width(self, line: Line, size: float) -> float:
        """Pixels of a line, `size` pixels an em."""
        return sum(self._piece_width(piece, size) for piece in line)

    def runs(self, line: Line, size: float) -> Iterator[Run]:
        """The texts of a line at their places, in pixels."""
        x = 0.0
        for piece in line:
            if isinstance(piece, Symbol):
                yield from self._symbol(piece, x, size)
            else:
                yield Run(piece, size, x, 0.0)
            x += self._piece_width(piece, size)

    def paint(self, painter: QPainter, at: QPointF, line: Line, size: float) -> None:
        """Draw a line in the painter's colour with the left end of its baseline at a point."""
        for run in self.runs(line, size):
            font = self._typesetter.font(run.size)
            font.setItalic(run.slanted)
            painter.setFont(font)
            painter.drawText(QPointF(at.x() + run.x, at.y() + run.y), run.text)

    def wrapped(self, pieces: Sequence[Line], size: float, width: float) -> list[Line]:
        """The pieces in as many lines as they need."""
        lines: list[Line] = []
        for piece in pieces:
            longer = _joined(lines[-1], piece) if lines else piece
            if lines and self.width(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
        return lines

    def _piece_width(self, piece: str | Symbol, size: float) -> float:
        if isinstance(piece, str):
            return self._typesetter.advance(piece, size)
        small = size * SMALL
        indices = max(self._typesetter.advance(text, small) for text in (piece.upper, piece.lower))
        return self._base_width(piece.base, size) + (indices + (THIN + SLANT) * size if indices else 0.0)

    def _base_width(self, base: str, size: float) -> float:
        return self._typesetter.advance(base, size) + PRIMED * size * base.endswith(PRIME)

    def _symbol(self, symbol: Symbol, x: float, size: float) -> Iterator[Run]:
        yield Run(symbol.base, size, x, 0.0, is_variable(symbol.base))
        right = x + self._base_width(symbol.base, size) + THIN * size
        for text, rise, aside in ((symbol.upper, -RAISE, SLANT), (symbol.lower, LOWER, 0.0)):
            if text:
                yield Run(text, size * SMALL, right + aside * size, rise * size)


def _joined(line: Line, more: Line) -> Line:
    """Both with a space between; texts that meet become one, so that they are copied as one."""
    before, (first, *rest) = (*line, " "), more
    if not isinstance(first, str):
        return (*before, first, *rest)
    end = before[-2] if isinstance(before[-2], str) else ""
    kept = before[:-2] if end else before[:-1]
    return (*kept, f"{end} {first}", *rest)


def is_variable(base: str) -> bool:
    """Single letters are variables and slanted; words are upright."""
    return not (base.isalpha() and len(base) > 1)


def plain(line: Line) -> str:
    """The text of a line."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in line)


class Script:
    """Writes what is on a sheet: in symbols, or in its numbers."""

    def __init__(self, sheet: Worksheet, notation: Notation) -> None:
        self.sheet, self.notation = sheet, notation

    def symbol(self, quantity: Quantity) -> Symbol:
        """The symbol of a quantity."""
        return symbol_of(quantity, self.notation)

    def number(self, quantity: Quantity) -> str:
        """A given value as it is, a computed one with the decimals that are asked for."""
        given = quantity in self.sheet.given
        value = self.sheet.numbers[quantity]
        return trimmed(value) if given else rounded(value, self.sheet.decimals)

    def factor(self, quantity: Quantity) -> str:
        """The number within a product: a negative one in brackets."""
        number = self.number(quantity)
        return f"({number})" if number.startswith(MINUS) else number

    def written(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """Lines of numbers, without needless brackets."""
        texts = [NEEDLESS.sub(r"\1\2", plain(line)) for line in lines]
        return tuple((text,) for text in texts)


def rounded(value: float, decimals: int) -> str:
    """With so many decimals; there is no −0."""
    return f"{half_up(value, decimals):.{decimals}f}".replace("-", MINUS)


def trimmed(value: float) -> str:
    """With as many as it has."""
    return f"{value + 0.0:.10g}".replace("-", MINUS)
