"""Formulas wrap between their words, are never cut off, and are read aloud with all their digits."""

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nnviz.widgets.formula import Fine, Formula, FormulaLabel, Tex, set_formula
from nnviz.widgets.typesetter import Typesetter

SUM = Formula(
    (
        (Tex("z", "z"),),
        ("= ", 0.5, " · ", "(", -0.25, ")"),
        ("+ …",),
        ("+ ", 1.23456789e-7),
        ("= ", -0.125),
    )
)


@pytest.fixture
def typesetter(theme):
    return Typesetter()


def test_numbers_and_sentence_are_those_of_the_pieces():
    assert SUM.numbers == (0.5, -0.25, 1.23456789e-7, -0.125)
    sentence = SUM.spoken
    for part in ("z equals 0.5 times", "-0.25", "and so on", "plus 1.23456789e-07", "equals -0.125"):
        assert part in sentence
    assert not set(sentence) & set("=·+()…")


@pytest.mark.parametrize("width", [60, 120, 200, 400])
def test_every_piece_lies_within_the_width(typesetter, width):
    setting = set_formula(SUM, width, 16, typesetter)
    for placed in setting.pieces:
        piece = placed.piece
        wide = (
            typesetter.shape(piece.latex).width * setting.size
            if isinstance(piece, Tex)
            else typesetter.advance(piece, setting.size)
        )
        # A font of whole pixels may be a little wider than its size says.
        assert placed.x >= 0
        assert placed.x + wide <= width * 1.05 + 2
        assert 0 < placed.y <= setting.height


def test_narrow_room_makes_more_lines_then_smaller_writing(typesetter):
    wide, narrow, tiny = (set_formula(SUM, width, 16, typesetter) for width in (500, 130, 40))
    assert wide.lines == 1
    assert narrow.lines > 1
    assert narrow.height > wide.height
    assert wide.size == 16
    assert tiny.size < 16


def test_shapes_of_latex_rest_on_their_baseline(typesetter):
    letter, fraction = typesetter.shape("x"), typesetter.shape(r"\frac{1}{1 + e^{-z}}")
    assert abs(letter.descent) < 0.1
    assert 0.3 < letter.ascent < 0.6
    assert fraction.ascent > letter.ascent
    assert fraction.descent > 0.3
    assert typesetter.shape("x") is letter


def test_the_label_paints_in_the_theme_s_colour_and_says_it(theme, typesetter, qtbot):
    label = FormulaLabel(typesetter)
    qtbot.addWidget(label)
    label.set_formula(SUM)
    label.resize(300, label.heightForWidth(300))
    assert label.accessibleName() == SUM.spoken
    assert _ink(label, theme) > 100
    theme.use("light")
    assert _ink(label, theme) > 100


def test_a_formula_keeps_its_lines_while_digits_come_and_go(typesetter, qtbot):
    label = FormulaLabel(typesetter)
    qtbot.addWidget(label)
    long, short = (Formula((("= ", a), ("+ ", a), ("+ ", a), ("= ", a))) for a in (0.1234, 1.0))
    label.set_formula(long)
    label.resize(150, 200)
    label.grab()
    before = label.heightForWidth(150)
    label.set_formula(short)
    assert set_formula(short, 150, 16, typesetter).lines < set_formula(long, 150, 16, typesetter).lines
    assert label.heightForWidth(150) == before


@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_every_line_has_room_whatever_width_the_layout_asked_for_before(theme, typesetter, qtbot, scale):
    theme.set_scale(scale)
    column = QWidget()
    qtbot.addWidget(column)
    layout = QVBoxLayout(column)
    labels = [FormulaLabel(typesetter), FormulaLabel(typesetter)]
    for label in labels:
        layout.addWidget(label)
    layout.addStretch()
    column.resize(500, 300)
    column.show()
    for width in range(230, 421, 38):
        for label, words in zip(labels, (SUM.words, SUM.words * 2), strict=True):
            label.set_formula(Formula(words[: 2 + width % 4]))
        column.resize(width, 300)
        for _ in range(3):
            QApplication.processEvents()
        for label in labels:
            needed = set_formula(label.formula, label.width(), label._size(), typesetter).height
            assert needed <= label.height() == label.heightForWidth(label.width())


def test_numbers_may_have_more_digits():
    formula = Formula((("= ", Fine(0.99987654, 7), " − ", 1.0),))
    assert formula.numbers == (0.99987654, 1.0)
    assert formula.spoken == "equals 0.99987654 minus 1.0"


def test_more_digits_are_written(typesetter):
    setting = set_formula(Formula((("= ", Fine(0.99987654, 7)),)), 300, 16, typesetter)
    assert [placed.piece for placed in setting.pieces] == ["= ", "0.9998765"]


@pytest.mark.parametrize("sign", ["x = -1", "(-1)", r"2 \cdot -1"])
def test_a_sign_stands_closer_than_a_subtraction(typesetter, sign):
    without = typesetter.shape(sign.replace("-", "")).width
    minus = typesetter.shape("3 - 1").width - typesetter.shape("3 1").width
    assert typesetter.shape(sign).width - without < minus


def _ink(label, theme):
    """How many pixels are the text's colour."""
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)
    color = theme.color("text")
    return int((np.abs(pixels - [color.red(), color.green(), color.blue()]).max(axis=-1) < 60).sum())
