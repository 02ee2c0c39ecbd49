"""Arrangement: matrix above the samples, or beside them where the pane is wide and low. All in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

MARGIN, SPACE = 10, 6
BESIDE = 540
"""Width from which matrix and samples may stand side by side."""
ROWS = 2.1
"""Rows of cards that there should be before the matrix is as high as it likes; the rest says that more follow."""


@dataclass(frozen=True)
class Wishes:
    """Heights: of the headline, of the matrix at best and at least, of the line below it, of the filters, of a card."""

    headline: int
    ideal: int
    least: int
    readout: int
    filters: int
    card: int

    @property
    def lines(self) -> int:
        """Headline and the line below the matrix, with their spaces."""
        return self.headline + self.readout + SPACE

    @property
    def browser(self) -> int:
        """Filters with the space around them."""
        return self.filters + 2 * SPACE


@dataclass(frozen=True)
class Places:
    """Where the parts stand."""

    headline: QRect
    matrix: QRect
    readout: QRect
    filters: QRect
    samples: QRect


def is_beside(width: int, height: int) -> bool:
    """Whether a pane of this size has the samples beside the matrix."""
    return width >= BESIDE and width > 1.3 * height


def column_width(width: int, beside: bool) -> int:
    """Width of the one column, or of each of two."""
    return (width - 3 * MARGIN) // 2 if beside else width - 2 * MARGIN


def least_height(wishes: Wishes, beside: bool) -> int:
    """In a lower pane the content is scrolled."""
    matrix, samples = wishes.lines + wishes.least, wishes.browser + wishes.card
    return 2 * MARGIN + (max(matrix, samples) if beside else matrix + samples)


def arrange(width: int, height: int, wishes: Wishes, beside: bool) -> Places:
    """Places of everything in content of this size, which is at least `least_height`."""
    column, bottom = column_width(width, beside), height - MARGIN
    room = bottom - MARGIN - wishes.lines - (0 if beside else wishes.browser + round(ROWS * wishes.card))
    heights = (wishes.headline, max(wishes.least, min(wishes.ideal, room)), wishes.readout)
    headline, matrix, readout = _stack(MARGIN, MARGIN, column, heights)
    x, y = (2 * MARGIN + column, MARGIN) if beside else (MARGIN, readout.bottom() + 1 + SPACE)
    above = QRect(x, y, column, wishes.filters)
    top = above.bottom() + 1 + SPACE
    return Places(headline, matrix, readout, above, QRect(x, top, column, bottom - top))


def _stack(x: int, y: int, width: int, heights: tuple[int, ...]) -> list[QRect]:
    """Boxes below each other, half a space between."""
    boxes = []
    for height in heights:
        boxes.append(QRect(x, y, width, height))
        y += height + SPACE // 2
    return boxes
