"""Raised layer numbers: where they are, how wide a line is, and what is left of it in a narrow place."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from nnviz.theme.theme import Theme
from nnviz.widgets.superscript import advance, elided, runs, small, write

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def drawn(text: str, font: QFont, align: Qt.AlignmentFlag) -> np.ndarray:
    """(60, 300) the ink of a text."""
    image = QImage(300, 60, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(QColor("white"))
    write(painter, QRectF(0, 0, 300, 60), align, text, font)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(60, image.bytesPerLine())[:, :300].copy()


def test_what_is_raised() -> None:
    assert runs("z^(1) = f(x)") == [("z", False), ("(1)", True), (" = f(x)", False)]
    assert runs("W^[12]ᵀ") == [("W", False), ("[12]", True), ("ᵀ", False)]
    assert runs("x + 1") == [("x + 1", False)]


def test_a_line_is_as_wide_as_its_runs(theme: Theme) -> None:
    font = theme.font(2.0)
    wide = QFontMetricsF(font).horizontalAdvance
    assert advance("z^(1)", font) == wide("z") + QFontMetricsF(small(font)).horizontalAdvance("(1)")
    assert advance("z", font) == wide("z")
    pixels = QFont(font)
    pixels.setPixelSize(40)
    assert 25 < small(pixels).pixelSize() < 32


def test_numbers_stand_above_the_line_and_smaller(theme: Theme) -> None:
    font = theme.font(2.0)
    width = round(QFontMetricsF(font).horizontalAdvance("n"))
    ink = drawn("n^(1)", font, LEFT)
    letter, raised = (np.flatnonzero(part.any(axis=1)) for part in (ink[:, :width], ink[:, width:]))
    assert raised[0] < letter[0]
    assert raised[-1] < letter[-1]


@pytest.mark.parametrize(("align", "side"), [(Qt.AlignmentFlag.AlignRight, 1.0), (Qt.AlignmentFlag.AlignCenter, 0.5)])
def test_lines_stand_where_they_are_told(theme: Theme, align: Qt.AlignmentFlag, side: float) -> None:
    font, text = theme.font(), "z^(1) = x"
    at = np.flatnonzero(drawn(text, font, align).any(axis=0))
    assert at[0] == pytest.approx((300 - advance(text, font)) * side, abs=3)


def test_a_narrow_place_takes_the_end(theme: Theme) -> None:
    font, text = theme.font(), "z^(1) = a^(0)W^(1)"
    assert elided(text, font, advance(text, font)) == text
    short = elided(text, font, advance("z^(1) = a…", font) + 0.5)
    assert short == "z^(1) = a…"
    assert elided(text, font, advance("z^(1)…", font) + 0.5) == "z^(1)…"
    assert elided(text, font, 1.0) == ""
