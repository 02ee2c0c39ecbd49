"""Pages for printing: what is drawn are the network's numbers, blanks stay blank, words stay words."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.refusal import Refusal
from nnviz.languages import KOREAN, Languages
from nnviz.notation import Notation
from nnviz.views.worksheet.blocks import Rows
from nnviz.views.worksheet.diagram import Diagram
from nnviz.views.worksheet.pages import SheetPage, pages_of, save_worksheet
from nnviz.views.worksheet.paper import MARGIN, PAPERS
from nnviz.views.worksheet.words import WorksheetWords
from nnviz.worksheets.lines import SECTIONS
from nnviz.worksheets.sheet import worksheet
from tests.export.pdf_reading import pdf_words

A4 = PAPERS["a4"]


@pytest.fixture
def laid_out(qtbot, theme, sheet):
    """Pages whose widgets go away with the test."""

    def lay_out(solution, paper=A4, sheet=sheet):
        pages = pages_of(sheet, solution, paper, Notation())
        for page in pages:
            qtbot.addWidget(page)
        return pages

    return lay_out


def rows(pages: list[SheetPage]) -> list[Rows]:
    return [block for page in pages for block, _ in page.placed if isinstance(block, Rows)]


def diagram(pages: list[SheetPage]) -> Diagram:
    return next(block for block, _ in pages[0].placed if isinstance(block, Diagram))


def test_a_sheet_has_every_line_once_and_no_results(laid_out, sheet):
    pages = laid_out(False)
    every_number_of_the_drawing_is_an_element_of_the_network(pages, sheet)
    assert lines(pages) == [(item, "") for item in sheet.items]
    assert not any("trained with" in getattr(block, "text", "") for block, _ in pages[0].placed)


def test_a_solution_has_every_line_once_with_its_result(laid_out, sheet):
    pages = laid_out(True)
    activations_stand_at_the_nodes(pages, sheet)
    labels_of_the_drawing_do_not_hide_each_other(pages)
    assert lines(pages) == [(item, f"{item.rounded:.4f}".replace("-", "−")) for item in sheet.items]


def lines(pages):
    """Every line with the result that is printed."""
    return [(item, block.result(item)) for block in rows(pages) for item in block.items]


def every_number_of_the_drawing_is_an_element_of_the_network(pages, sheet):
    network = sheet.step.network
    labels = {label.quantity: label.text for label in diagram(pages).labels}
    for quantity, text in labels.items():
        kind, layer, unit, source = quantity
        at = network.layers[layer - 1]
        rows = {"b": at.b, "x": sheet.step.forward.x[0], "t": sheet.step.target[0]}
        expected = at.W[source, unit] if kind == "w" else rows[kind][unit]
        assert float(text.rpartition(" = ")[2].replace("−", "-")) == expected
    assert len(labels) == sum(layer.W.size + layer.b.size for layer in network.layers) + 4


def activations_stand_at_the_nodes(pages, sheet):
    labels = {label.quantity: label.text for label in diagram(pages).labels}
    shown = [float(labels["a", 1, unit, -1]) for unit in range(3)]
    assert shown == pytest.approx(sheet.step.forward.a[0][0], abs=0.5e-4)


def labels_of_the_drawing_do_not_hide_each_other(pages):
    boxes = [label.box for label in diagram(pages).labels]
    hidden = [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a.adjusted(2, 2, -2, -2).intersects(b)]
    assert not hidden


@pytest.mark.parametrize(("paper", "decimals"), [(PAPERS["letter"], 2), (A4, 6)])
def test_nothing_leaves_a_page_or_stands_alone_at_its_end(laid_out, sheet, paper, decimals):
    pages = laid_out(True, paper, sheet=worksheet(sheet.subject, decimals))
    for page in pages:
        tops = [top for _, top in page.placed]
        assert tops == sorted(tops)
        last, top = page.placed[-1]
        assert MARGIN + top + last.height <= paper.height - MARGIN
        assert not last.leads
    assert [page.foot[1] for page in pages] == [f"Page {n} of {len(pages)}" for n in range(1, len(pages) + 1)]


def test_the_words_of_the_files(qtbot, theme, sheet, tmp_path):
    for solution in (False, True):
        path = tmp_path / f"{solution}.pdf"
        save_worksheet(sheet, path, solution)
        data = path.read_bytes()
        words = pdf_words(data)
        assert ("0.1 · 1 + 0.2 · 0.5 + 0.1" in words) == ("−0.3037" in words) == solution
        assert ("Name" in words) != solution
        assert "seed 0 · 4 decimals, from exact values" in words
        assert all(f"\n{letter}\n" in words for letter in ("z", "δ", "∂L/∂w", "w′", "η"))
        assert {"Given", "Forward pass", "Loss", "Backward pass", "Gradients", "Update"} <= set(words.splitlines())
        assert len(re.findall(rb"/Type /Page\b", data)) == 3
        assert b"/Subtype /Image" not in data


def test_letter_and_notation(qtbot, theme, sheet, tmp_path):
    path = tmp_path / "sheet.pdf"
    save_worksheet(sheet, path, True, "letter", Notation("net_o", "ji", "brackets"))
    data = path.read_bytes()
    assert re.search(rb"/MediaBox \[0 0 612(\.0+)? 792(\.0+)?\]", data)
    words = pdf_words(data).splitlines()
    assert {"net", "o", "[1]"} <= set(words)
    assert "z" not in words


def test_the_words_of_a_korean_file(qtbot, theme, sheet, tmp_path):
    languages, words = Languages(), WorksheetWords()
    languages.use(KOREAN)
    save_worksheet(sheet, tmp_path / "sheet.pdf", False)
    sentences = [
        words.title(False), *words.name_line(), words.network(sheet), words.rounding(sheet), words.given(),
        *map(words.section, SECTIONS), words.foot(sheet), words.page(1, 3),
    ]  # fmt: skip
    languages.close()
    # Hangul is in a font of its own, so that a sentence is in pieces.
    printed = "".join(pdf_words((tmp_path / "sheet.pdf").read_bytes()).split())
    assert [sentence for sentence in sentences if "".join(sentence.split()) not in printed] == []
    assert all(re.search("[가-힣]{2}|쪽", sentence) for sentence in sentences)


def test_what_the_network_is_trained_with_otherwise_is_said(laid_out, sheet):
    subject = replace(sheet.subject, experiment=replace(sheet.subject.experiment, optimizer="adam"))
    texts = [getattr(block, "text", "") for block, _ in laid_out(False, sheet=worksheet(subject, 3))[0].placed]
    assert any("trained with Adam" in text for text in texts)


def test_a_long_line_gets_more_room_in_both_files(laid_out, sheet):
    wide = replace(sheet.subject, parameters=np.round(sheet.subject.parameters - 0.123456, 6))
    heights = [[row.height for row in rows(laid_out(solution, sheet=worksheet(wide, 6)))] for solution in (False, True)]
    assert heights[0] == heights[1]
    assert len(set(heights[0])) > 1


@pytest.mark.parametrize("name", ["sheet.png", "nowhere/sheet.pdf"])
def test_no_such_file(qtbot, theme, sheet, tmp_path, name):
    with pytest.raises(Refusal, match="worksheet_suffix"):
        save_worksheet(sheet, tmp_path / name)
