"""Paper: sizes of pages, inks and fonts of print, which follow no palette and no size of writing on screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPageSize, QPainter

from nnviz.theme.theme import FAMILY
from nnviz.views.worksheet.words import WorksheetWords
from nnviz.views.worksheet.writing import Script, Writing
from nnviz.widgets.typesetter import Typesetter
from nnviz.worksheets.sheet import Worksheet

MARGIN, FOOT = 60, 34
"""Of every page, and the room of its last line, in pixels of 1/96 inch."""
TEXT, SMALL, FORMULA = 13, 11, 16
"""Pixels of an em of ordinary text, small text and formulas."""


@dataclass(frozen=True)
class Paper:
    """A size of paper in pixels of 1/96 inch."""

    key: QPageSize.PageSizeId
    width: int
    height: int

    @property
    def room(self) -> tuple[int, int]:
        """Width and height within the margins and above the foot."""
        return self.width - 2 * MARGIN, self.height - 2 * MARGIN - FOOT


PAPERS = {
    "a4": Paper(QPageSize.PageSizeId.A4, 794, 1123),
    "letter": Paper(QPageSize.PageSizeId.Letter, 816, 1056),
}


@dataclass(frozen=True)
class Inks:
    """Colours as #rrggbb: of what matters, of what is secondary, of lines, and of the ground."""

    text: str
    quiet: str
    line: str
    ground: str


PRINT = Inks("#000000", "#555555", "#b0b0b0", "#ffffff")
"""Black on white; what is secondary is dark enough for a copying machine."""


@dataclass(frozen=True)
class Press:
    """What every part of a page is printed with. solution: True where the values are printed too."""

    sheet: Worksheet
    solution: bool
    script: Script
    words: WorksheetWords
    writing: Writing
    typesetter: Typesetter
    inks: Inks = PRINT


def paper_font(pixels: int, bold: bool = False) -> QFont:
    """The bundled font in a size of its own."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def ink(painter: QPainter, color: str, font: QFont | None = None) -> None:
    """Write in that colour and font from now on."""
    painter.setPen(QColor(color))
    if font is not None:
        painter.setFont(font)
