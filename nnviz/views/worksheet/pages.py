"""Pages: a worksheet laid out on paper, each page a widget that can be shown, drawn into a picture or printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPageSize, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.refusal import Refusal
from nnviz.export.pdf import pdf_of_pages
from nnviz.export.picture import write_whole
from nnviz.notation import Notation
from nnviz.theme.painting import painting
from nnviz.views.worksheet.blocks import Block, Heading, Paragraph, Rows, Rules
from nnviz.views.worksheet.diagram import Diagram
from nnviz.views.worksheet.given import GivenTables
from nnviz.views.worksheet.paper import FOOT, MARGIN, PAPERS, PRINT, SMALL, TEXT, Paper, Press, ink, paper_font
from nnviz.views.worksheet.rules import rules_of
from nnviz.views.worksheet.words import WorksheetWords
from nnviz.views.worksheet.writing import Script, Writing
from nnviz.widgets.typesetter import Typesetter
from nnviz.worksheets.lines import GRADIENTS, SECTIONS, UPDATE
from nnviz.worksheets.sheet import Worksheet

BESIDE = (GRADIENTS, UPDATE)
"""Sections whose lines are short: two stand beside each other."""
SUFFIX = ".pdf"


class SheetPage(QWidget):
    """One page. `placed`: its blocks with the height at which each begins, within the margins."""

    def __init__(self, paper: Paper, placed: list[tuple[Block, float]]) -> None:
        super().__init__()
        self._paper, self.placed = paper, placed
        self.foot = ("", "")
        self.setFixedSize(paper.width, paper.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            self._paint_foot(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(MARGIN, MARGIN)
            for block, top in self.placed:
                painter.save()
                block.paint(painter, top)
                painter.restore()

    def _paint_foot(self, painter: QPainter) -> None:
        width, height = self._paper.width, self._paper.height
        box = QRectF(MARGIN, height - MARGIN - FOOT + 14, width - 2 * MARGIN, FOOT)
        painter.setPen(QPen(QColor(PRINT.quiet), 0.8))
        painter.drawLine(box.topLeft(), QPointF(box.right(), box.top()))
        ink(painter, PRINT.quiet, paper_font(SMALL))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, self.foot[0])
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self.foot[1])


def pages_of(sheet: Worksheet, solution: bool, paper: Paper, notation: Notation) -> list[SheetPage]:
    """The pages of a worksheet, or of its solution, in the language in front."""
    typesetter = Typesetter()
    press = Press(sheet, solution, Script(sheet, notation), WorksheetWords(), Writing(typesetter), typesetter)
    width, room = paper.room
    pages = [SheetPage(paper, placed) for placed in _flow(list(_blocks(press, width)), room)]
    for number, page in enumerate(pages, start=1):
        page.foot = (press.words.foot(sheet), press.words.page(number, len(pages)))
    return pages


def save_worksheet(
    sheet: Worksheet, path: Path, solution: bool = False, paper: str = "a4", notation: Notation | None = None
) -> None:
    """Write the PDF of a worksheet, or of its solution. Refusal worksheet_suffix, or as of `write_whole`."""
    if path.suffix.lower() != SUFFIX or not path.parent.is_dir():
        raise Refusal("worksheet_suffix", file=path)
    chosen = PAPERS[paper]
    pages = pages_of(sheet, solution, chosen, notation or Notation())
    write_whole(path, pdf_of_pages(pages, QPageSize(chosen.key), WorksheetWords().title(solution)))


def _blocks(press: Press, width: float) -> Iterator[Block]:
    sheet, words = press.sheet, press.words
    bold = paper_font(TEXT + 2, bold=True)
    yield Heading(press, width)
    yield Paragraph(words.network(sheet), width)
    yield Paragraph(words.rounding(sheet), width, above=0)
    if not sheet.is_plain:
        yield Paragraph(words.optimizer(sheet), width, above=0)
    yield Diagram(press, width)
    yield Paragraph(words.given(), width, bold, above=10, leads=True)
    yield GivenTables(press, width)
    for name in SECTIONS:
        yield Paragraph(words.section(name), width, bold, above=14, leads=True)
        yield Rules(press, rules_of(sheet.experiment, name, press.script.notation), width)
        columns = 2 if name in BESIDE else 1
        items = sheet.section(name)
        for first in range(0, len(items), columns):
            yield Rows(press, items[first : first + columns], width, columns)


def _flow(blocks: list[Block], room: float) -> Iterator[list[tuple[Block, float]]]:
    """The blocks in pages, each with its place; what leads stays with what follows it."""
    placed: list[tuple[Block, float]] = []
    y = 0.0
    for n, block in enumerate(blocks):
        if placed and y + _together(blocks, n) > room:
            yield placed
            placed, y = [], 0.0
        placed.append((block, y))
        y += block.height
    yield placed


def _together(blocks: list[Block], n: int) -> float:
    """Height of a block and of all that has to stay with it."""
    height = blocks[n].height
    while blocks[n].leads and n + 1 < len(blocks):
        n += 1
        height += blocks[n].height
    return height
