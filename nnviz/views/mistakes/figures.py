"""Figures: the texts of a matrix and the largest writing in which all of them fit their cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF

from nnviz.theme.theme import Theme
from nnviz.views.mistakes.grid import Grid
from nnviz.views.mistakes.words import brief, thousands
from nnviz.widgets.numerals import hundredths

if TYPE_CHECKING:
    from nnviz.engine.outcome import Outcome

SPACE = 3.0
"""Left free in a cell beside its figures."""
MARGIN = 0.85
"""Size of the figures in the margins."""
THOUSAND = 1000
READABLE = 0.7
"""Share of the size of other counts; rather than writing smaller, thousands are abbreviated."""
LEAST = 4.0
"""Points."""


@dataclass(frozen=True)
class Figures:
    """Row by row what stands in the cells, below the columns and beside the rows (in percent), and in which writing:
    `font` in the cells, `large` for counts from THOUSAND on, `margin` around the cells."""

    texts: tuple[tuple[str, ...], ...]
    precision: tuple[str, ...]
    recall: tuple[str, ...]
    font: QFont
    large: QFont
    margin: QFont

    def writing(self, count: int) -> QFont:
        """The writing of a count."""
        return self.font if count < THOUSAND else self.large


def fit_figures(outcome: Outcome, grid: Grid, theme: Theme) -> Figures:
    """Counts in full where they can be read, else in thousands."""
    rows, room = outcome.matrix.tolist(), grid.width - SPACE
    counts = sorted(set(chain(*rows)))
    font = _fitted([thousands(count) for count in counts if count < THOUSAND], theme.font(), room, grid.height)
    write, large = _thousands([count for count in counts if count >= THOUSAND], font, grid.width - 2, grid.height)
    texts = tuple(tuple(map(write, row)) for row in rows)
    precision, recall = (tuple(map(hundredths, shares.tolist())) for shares in (outcome.precision, outcome.recall))
    # Neighbours in the row below have no frames around them and may come closer.
    margin = _fitted(precision, theme.font(MARGIN), grid.width - 1, grid.edges.line)
    return Figures(texts, precision, recall, font, large, margin)


def _thousands(counts: list[int], font: QFont, width: float, height: float) -> tuple[Callable[[int], str], QFont]:
    """How large counts are written, and the writing in which they fit."""
    full = _fitted(map(thousands, counts), font, width, height)
    if full.pointSizeF() >= READABLE * font.pointSizeF():
        return thousands, full
    return brief, _fitted(map(brief, counts), font, width, height)


def _fitted(texts: Iterable[str], font: QFont, width: float, height: float) -> QFont:
    """This writing, smaller where the widest text or the height asks for it."""
    metrics = QFontMetricsF(font)
    widest = max(map(metrics.horizontalAdvance, texts), default=0.0)
    shrink = min(1.0, width / max(widest, 1.0), height / metrics.height())
    fitted = QFont(font)
    fitted.setPointSizeF(max(LEAST, font.pointSizeF() * shrink))
    return fitted
