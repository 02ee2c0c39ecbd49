"""MatrixPicture: a confusion matrix laid out for a room, and painted: names, cells, margins and scales."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter

from nnviz.theme.scales import Rgb, qcolor
from nnviz.theme.theme import Theme
from nnviz.views.mistakes.figures import Figures, fit_figures
from nnviz.views.mistakes.grid import Edges, Grid, fit_grid, ideal_height, least_height, least_width
from nnviz.views.mistakes.shades import cell_colors, error_limit, row_shares, writing_on
from nnviz.views.mistakes.words import MistakeWords

if TYPE_CHECKING:
    from nnviz.engine.outcome import Outcome

CENTER = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LABEL = 0.85
"""Size of names, titles and scales."""
MARGINS = 0.3
"""Share of the width from which large writing left and right of the cells is made ordinary: cells need the room."""
LONGEST_NAME = 84.0
BAR, LONGEST_BAR = 8.0, 72.0
"""Height and length of a scale of colour."""
SPACE = 6.0


@dataclass(frozen=True)
class Look:
    """What a picture is of, and in which room, colours and words."""

    outcome: Outcome
    names: tuple[str, ...]
    room: QSizeF
    theme: Theme
    words: MistakeWords


class MatrixPicture:
    """Made anew for every outcome, size and theme; what it is made of is computed once, when asked for."""

    def __init__(self, look: Look) -> None:
        self.outcome, self.names = look.outcome, look.names
        self._room, self._theme, self._words = look.room, look.theme, look.words
        self._shares = row_shares(self.outcome.matrix)
        self.limit = error_limit(self._shares)

    @cached_property
    def grid(self) -> Grid:
        """Where the cells are."""
        return fit_grid(self._room.width(), self._room.height(), len(self.names), self._edges, self._theme.scale)

    @cached_property
    def figures(self) -> Figures:
        """What stands in the cells and the margins."""
        return fit_figures(self.outcome, self.grid, self._theme)

    @cached_property
    def colors(self) -> Rgb:
        """(c, c, 3) colours of the cells."""
        return cell_colors(self._shares, self.limit, self._theme.palette)

    @property
    def ideal_height(self) -> int:
        """How high it wants to be at this width."""
        return ideal_height(self._room.width(), len(self.names), self._edges, self._theme.scale)

    @property
    def least_height(self) -> int:
        """Below this height its figures could not be read."""
        return least_height(len(self.names), self._edges, self._theme.scale)

    @property
    def least_width(self) -> int:
        """In less width its figures are smaller than other writing."""
        return least_width(len(self.names), self._edges, self._theme.scale)

    def paint(self, painter: QPainter) -> None:
        """All of it."""
        self._paint_titles(painter)
        self._paint_names(painter)
        self._paint_cells(painter)
        self._paint_margins(painter)
        self._paint_scales(painter)

    @cached_property
    def _label(self) -> QFont:
        """Writing of names: as large as chosen, unless that would make cells too narrow."""
        font = self._theme.font(LABEL)
        if self._beside(font) > MARGINS * self._room.width():
            font.setPointSizeF(font.pointSizeF() / max(1.0, self._theme.scale))
        return font

    def _sides(self, font: QFont) -> tuple[float, float]:
        """Room for writing left and right of the cells."""
        metrics = QFontMetricsF(font)
        recall, precision = self._words.margins()
        names = max(metrics.horizontalAdvance(name) for name in self.names)
        left = max(metrics.horizontalAdvance(precision), min(names, LONGEST_NAME))
        return left, max(metrics.horizontalAdvance(recall), metrics.horizontalAdvance("99.9")) + 2

    def _beside(self, font: QFont) -> float:
        return sum(self._sides(font))

    @cached_property
    def _edges(self) -> Edges:
        line = QFontMetricsF(self._label).height()
        return Edges(*self._sides(self._label), line + 3, line + 5)

    def _paint_titles(self, painter: QPainter) -> None:
        grid, (truth, predicted), (recall, precision) = self.grid, self._words.axes(), self._words.margins()
        rows, columns = grid.name_of_row(0), grid.name_of_column(0)
        painter.setFont(self._label)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(grid.title(), CENTER, predicted)
        painter.drawText(QRectF(rows.left(), columns.top(), rows.width(), columns.height()), RIGHT, truth)
        painter.drawText(grid.name_of_column(grid.classes), RIGHT, recall)
        painter.drawText(grid.name_of_row(grid.classes), RIGHT, precision)

    def _paint_names(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self._label)
        painter.setPen(self._theme.color("text"))
        for k, name in enumerate(self.names):
            for box, align in ((self.grid.name_of_row(k), RIGHT), (self.grid.name_of_column(k), CENTER)):
                painter.drawText(box, align, metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width()))

    def _paint_cells(self, painter: QPainter) -> None:
        counts, texts, writing = self.outcome.matrix, self.figures.texts, writing_on(self.colors, self._theme.palette)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for row, column in np.ndindex(counts.shape):
            box = self.grid.cell(row, column)
            painter.fillRect(box, qcolor(self.colors[row, column]))
            painter.setPen(QColor(writing[row][column] if counts[row, column] else self._theme.palette.faint))
            painter.setFont(self.figures.writing(int(counts[row, column])))
            painter.drawText(box, CENTER, texts[row][column])

    def _paint_margins(self, painter: QPainter) -> None:
        last = self.grid.classes
        painter.setFont(self.figures.margin)
        painter.setPen(self._theme.color("muted"))
        for k in range(last):
            painter.drawText(self.grid.cell(k, last), RIGHT, self.figures.recall[k])
            painter.drawText(self.grid.cell(last, k), CENTER, self.figures.precision[k])

    def _paint_scales(self, painter: QPainter) -> None:
        """Two bars of colour with their ends, side by side."""
        painter.setFont(self._label)
        scales, metrics, room = self._words.scales(self.limit), QFontMetricsF(self._label), self.grid.legend()
        written = sum(metrics.horizontalAdvance(text) for pair in scales for text in pair)
        length = min(LONGEST_BAR, max(2 * BAR, (room.width() - written - 7 * SPACE) / 2))
        x = room.left()
        for (name, end), role in zip(scales, ("positive", "negative"), strict=True):
            x = self._write(painter, QRectF(x, room.top(), metrics.horizontalAdvance(name), room.height()), name)
            self._paint_bar(painter, QRectF(x, room.center().y() - BAR / 2, length, BAR), role)
            x += length + SPACE
            x = self._write(painter, QRectF(x, room.top(), metrics.horizontalAdvance(end), room.height()), end)
            x += 2 * SPACE

    def _write(self, painter: QPainter, box: QRectF, text: str) -> float:
        painter.drawText(box, LEFT | Qt.TextFlag.TextDontClip, text)
        return box.right() + SPACE

    def _paint_bar(self, painter: QPainter, bar: QRectF, role: str) -> None:
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        gradient.setColorAt(0, self._theme.color("zero"))
        gradient.setColorAt(1, self._theme.color(role))
        painter.fillRect(bar, gradient)
