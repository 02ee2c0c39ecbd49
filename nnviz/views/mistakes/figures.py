"""Figures: the texts of a matrix and the largest writing in which all of them fit their cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF

from nnviz.theme.theme import Theme
from nnviz.views.mistakes.grid import Grid
from nnviz.views.mistakes.words import brief, percent, whole_percent

if TYPE_CHECKING:
    from nnviz.engine.outcome import Outcome

SPACE = 3.0
"""Left free in a cell beside its figures."""
SMALLEST = 7.0
"""Points; rather than writing smaller, thousands are abbreviated."""
LEAST = 4.0


@dataclass(frozen=True)
class Figures:
    """Row by row what stands in the cells, below the columns and beside the rows, and in which writing."""

    texts: tuple[tuple[str, ...], ...]
    precision: tuple[str, ...]
    recall: tuple[str, ...]
    font: QFont


def fit_figures(outcome: Outcome, grid: Grid, theme: Theme) -> Figures:
    """Counts in full where they can be read, else in thousands; precision has a decimal where there is room."""
    rows = outcome.matrix.tolist()
    below = tuple(map(whole_percent, outcome.precision.tolist()))
    texts = [[str(count) for count in row] for row in rows]
    font = _fitted([*texts, below], grid, theme)
    if font.pointSizeF() < SMALLEST:
        texts = [[brief(count) for count in row] for row in rows]
        font = _fitted([*texts, below], grid, theme)
    if QFontMetricsF(font).horizontalAdvance("99.9") <= grid.width - SPACE:
        below = tuple(map(percent, outcome.precision.tolist()))
    return Figures(tuple(map(tuple, texts)), below, tuple(map(percent, outcome.recall.tolist())), font)


def _fitted(texts: Iterable[Iterable[str]], grid: Grid, theme: Theme) -> QFont:
    """Ordinary writing, smaller where the widest text or the height of a cell asks for it."""
    font = theme.font()
    metrics = QFontMetricsF(font)
    widest = max(metrics.horizontalAdvance(text) for text in {text for row in texts for text in row})
    shrink = min(1.0, (grid.width - SPACE) / max(widest, 1.0), grid.height / metrics.height())
    font.setPointSizeF(max(LEAST, font.pointSizeF() * shrink))
    return font
