"""Prose: Markdown, formulas on the line, figures, and a height that fits."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.theme.theme import Theme
from nnviz.widgets.inlays import FigureInlay, FormulaInlay
from nnviz.widgets.prose import Prose, spoken, with_places
from nnviz.widgets.typesetter import Typesetter

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300"/></svg>'


@pytest.fixture
def prose(qtbot: QtBot, theme: Theme) -> Prose:
    holder = QWidget()
    qtbot.addWidget(holder)
    prose = Prose(theme, Typesetter(), "prose", holder)
    prose.resize(300, 100)
    holder.resize(300, 600)
    holder.show()
    prose.holder = holder  # type: ignore[attr-defined]  # keeps it
    return prose


def test_formulas_are_found_and_code_and_dollars_are_left_alone() -> None:
    text, found = with_places(r"a $x_1$ costs \$5, `$y$` and $$\frac{1}{2}$$ end")
    assert found == (FormulaInlay("x_1"), FormulaInlay(r"\frac{1}{2}", display=True))
    assert "costs $5, `$y$`" in text
    assert "\n\n![f](formula:1)\n\n" in text


def test_it_is_as_high_as_its_text(prose: Prose) -> None:
    prose.show_markdown("one")
    low = prose.height()
    prose.show_markdown("one " * 60)
    assert prose.height() > 4 * low
    tall = prose.height()
    prose.resize(600, prose.height())
    assert prose.height() < tall
    assert prose.document().size().height() <= prose.height()


def test_what_is_bold_has_the_weight_of_the_letters_there_are(prose: Prose) -> None:
    prose.show_markdown("one **two three** four")
    found = prose.document().find("two")
    assert found.charFormat().fontWeight() == QFont.Weight.DemiBold
    assert prose.document().find("four").charFormat().fontWeight() <= QFont.Weight.Normal


def test_a_formula_stands_on_the_line_with_its_depth_below_it(prose: Prose) -> None:
    prose.show_markdown(r"a $x$ and $\frac{a}{b}$ end")
    assert [inlay.latex for inlay in prose.inlays if isinstance(inlay, FormulaInlay)] == ["x", r"\frac{a}{b}"]
    em = QFontInfo(prose.document().defaultFont()).pixelSize()
    descents = [QFontMetrics(format.font()).descent() for format in formats(prose)]
    assert descents[0] <= QFontMetrics(prose.document().defaultFont()).descent() + 1
    assert descents[1] > 0.5 * em
    assert prose.document().toPlainText().count("\ufffc") == 2


def formats(prose: Prose) -> list:
    block, found = prose.document().begin(), []
    while block.isValid():
        found += [part.fragment().charFormat() for part in block if part.fragment().charFormat().objectType() > 0xFFF]
        block = block.next()
    return found


def test_a_wide_formula_is_made_smaller_not_cut_off(prose: Prose) -> None:
    prose.show_markdown("$$" + "x + " * 60 + "x$$")
    assert prose.document().idealWidth() <= prose.viewport().width() + 1


def test_figures_come_from_the_folder_and_from_nowhere_else(prose: Prose, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "secret.svg").write_text(SVG, encoding="utf-8")
    prose.show_markdown("![A](a.svg)", [tmp_path / "in"])
    (figure,) = prose.inlays
    assert isinstance(figure, FigureInlay)
    assert (figure.size.width(), figure.size.height()) == (600, 300)
    assert 140 <= prose.height() <= 160
    for name in ("../secret.svg", "nothing.png", "https://example.org/a.svg"):
        prose.show_markdown(f"![A]({name}) b", [tmp_path / "in"])
        assert prose.inlays == ()


def test_it_follows_the_theme(prose: Prose, theme: Theme) -> None:
    prose.show_markdown("some $x$ words " * 10)
    before = prose.height()
    theme.set_scale(1.4)
    assert prose.height() > before
    theme.set_scale(1.0)
    theme.use("light")
    assert prose._inlays.color == theme.color("text")
    assert prose.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_screen_reader_gets_the_words() -> None:
    assert spoken("A **unit** adds $z = 1$.\n\n![A cell](cell.svg)") == "A unit adds z = 1.\n\nA cell"
