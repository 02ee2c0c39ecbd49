"""The matrix on screen: its figures are the counts, its colours the shares, and every cell is in reach."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from nnviz.engine.outcome import Outcome
from nnviz.theme.palettes import DARK, LIGHT, Palette
from nnviz.theme.scales import rgb
from nnviz.theme.theme import Theme
from nnviz.views.mistakes.matrix import ConfusionMatrix
from nnviz.views.mistakes.shades import cell_colors, contrast, error_limit, row_shares, writing_on
from nnviz.views.mistakes.words import MistakeWords, brief
from tests.views.mistakes.mistakes_stand_in import DIGITS, images, outcome_of

OUTCOME = outcome_of(images())


@pytest.fixture
def matrix(theme: Theme, qtbot: QtBot) -> ConfusionMatrix:
    matrix = ConfusionMatrix(theme, MistakeWords())
    qtbot.addWidget(matrix)
    matrix.resize(320, 320)
    matrix.show_outcome(OUTCOME, DIGITS)
    with qtbot.waitExposed(matrix):
        matrix.show()
    return matrix


def pixel(matrix: ConfusionMatrix, row: int, column: int) -> QPoint:
    assert matrix.picture is not None
    return matrix.picture.grid.cell(row, column).center().toPoint()


def large(count: int) -> Outcome:
    """The same with `count` right answers of class 0."""
    counts = OUTCOME.matrix.copy()
    counts[0, 0] = count
    return replace(OUTCOME, matrix=counts)


def test_figures_are_the_counts(matrix: ConfusionMatrix) -> None:
    assert matrix.picture is not None
    for truth in range(10):
        for predicted in range(10):
            count = sum(OUTCOME.predicted[k] == predicted for k in np.flatnonzero(OUTCOME.truth == truth))
            assert matrix.picture.figures.texts[truth][predicted] == str(count)


def test_margins_are_precision_and_recall(matrix: ConfusionMatrix) -> None:
    assert matrix.picture is not None
    figures = matrix.picture.figures
    for c in range(10):
        right = np.sum((OUTCOME.truth == c) & (OUTCOME.predicted == c))
        assert float(figures.recall[c]) == pytest.approx(100 * right / np.sum(OUTCOME.truth == c), abs=0.051)
        assert float(figures.precision[c]) == pytest.approx(100 * right / np.sum(OUTCOME.predicted == c), abs=0.051)


def test_pixels_have_the_colours_of_the_shares(matrix: ConfusionMatrix) -> None:
    assert matrix.picture is not None
    shown, grid = matrix.grab().toImage(), matrix.picture.grid
    shares = row_shares(OUTCOME.matrix)
    expected = cell_colors(shares, error_limit(shares), DARK)
    for row, column in np.ndindex(10, 10):
        corner = grid.cell(row, column).topLeft().toPoint() + QPoint(2, 2)
        assert shown.pixelColor(corner).getRgb()[:3] == tuple(expected[row, column].tolist())


def test_colours_run_from_nothing_to_the_row_and_to_the_limit_of_errors() -> None:
    shares = row_shares(np.array([[95, 5], [0, 0]]))
    assert shares.tolist() == [[0.95, 0.05], [0, 0]]
    assert error_limit(shares) == 0.05
    colors = cell_colors(np.array([[1.0, 0.05], [0.0, 0.0]]), 0.05, LIGHT)
    assert colors[0, 0].tolist() == rgb(LIGHT.positive).tolist()
    assert colors[0, 1].tolist() == rgb(LIGHT.negative).tolist()
    assert colors[1, 0].tolist() == colors[1, 1].tolist() == rgb(LIGHT.zero).tolist()


def test_scale_of_errors_never_ends_beyond_all_of_a_row() -> None:
    assert error_limit(row_shares(np.array([[0, 3], [1, 0]]))) == 1.0
    assert error_limit(row_shares(np.array([[3, 0], [0, 1]]))) == 1.0


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda palette: palette.name)
def test_figures_can_be_read_on_every_colour(palette: Palette) -> None:
    shares = np.linspace(0, 1, 36).reshape(6, 6)
    colors = cell_colors(shares, 1.0, palette)
    for row, writing in zip(colors, writing_on(colors, palette), strict=True):
        assert all(contrast(cell, rgb(color)) > 4 for cell, color in zip(row, writing, strict=True))


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast(np.zeros(3), np.full(3, 255)) == pytest.approx(21)


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("width", [280, 320, 600])
def test_every_figure_fits_its_cell(matrix: ConfusionMatrix, theme: Theme, width: int, scale: float) -> None:
    theme.set_scale(scale)
    matrix.resize(width, 320)
    matrix.show_outcome(large(1135), DIGITS)
    assert matrix.picture is not None
    grid, figures = matrix.picture.grid, matrix.picture.figures
    for row, texts in zip(large(1135).matrix, figures.texts, strict=True):
        for count, text in zip(row, texts, strict=True):
            metrics = QFontMetricsF(figures.writing(int(count)))
            assert metrics.horizontalAdvance(text) <= grid.width
            assert metrics.height() <= grid.height + 0.5
    assert grid.cell(9, 10).right() <= width + 1
    assert grid.name_of_row(0).left() >= -1


def test_thousands_are_abbreviated_only_where_they_would_not_fit(matrix: ConfusionMatrix) -> None:
    matrix.resize(280, 320)
    matrix.show_outcome(large(1135), DIGITS)
    assert matrix.picture is not None
    assert matrix.picture.figures.texts[0][0] == "1.1k"
    matrix.resize(384, 400)
    assert matrix.picture.figures.texts[0][0] == "1,135"


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize(("names", "lines"), [(DIGITS, 1.2), (("a", "b"), 1.6)])
def test_cells_are_high_enough_for_their_figures_however_low_the_room(
    matrix: ConfusionMatrix, theme: Theme, scale: float, names: tuple[str, ...], lines: float
) -> None:
    theme.set_scale(scale)
    counts = OUTCOME.matrix[: len(names), : len(names)]
    outcome = replace(OUTCOME, matrix=counts)
    matrix.resize(440, 100)
    matrix.show_outcome(outcome, names)
    assert matrix.picture is not None
    assert matrix.picture.grid.height >= lines * QFontMetricsF(theme.font()).height()
    assert matrix.picture.grid.height >= 22 * scale
    assert matrix.heights_at(440)[1] >= matrix.picture.grid.legend().bottom() - 1


def test_both_margins_have_a_decimal(matrix: ConfusionMatrix) -> None:
    assert matrix.picture is not None
    figures = matrix.picture.figures
    assert all(text == "100" or text[-2] == "." for text in (*figures.precision, *figures.recall))
    widest = max(map(QFontMetricsF(figures.margin).horizontalAdvance, figures.precision))
    assert widest <= matrix.picture.grid.width


def test_arrows_reach_every_cell_and_stop_at_the_edge(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    matrix.setFocus()
    for _ in range(12):
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
    for _ in range(4):
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.current == (9, 4)
    assert matrix.accessibleDescription() == f"true 9, predicted 4: {OUTCOME.matrix[9, 4]} samples"
    with qtbot.waitSignal(matrix.pressed) as pressed:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert pressed.args == [(9, 4)]


def test_mouse_says_and_presses_the_cell_below_it(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    with qtbot.waitSignal(matrix.pointed) as pointed:
        qtbot.mouseMove(matrix, pixel(matrix, 4, 9))
    assert pointed.args == [(4, 9)]
    with qtbot.waitSignal(matrix.pressed) as pressed:
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=pixel(matrix, 4, 9))
    assert pressed.args == [(4, 9)]


def test_margins_are_no_cells(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    assert matrix.picture is not None
    grid = matrix.picture.grid
    assert grid.at(QPointF(grid.cell(0, 10).center())) is None
    with qtbot.assertNotEmitted(matrix.pressed):
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=pixel(matrix, 10, 3))


@pytest.mark.parametrize(("chosen", "cells"), [((4, 9), (1, 1)), ((4, None), (1, 10)), ((None, 9), (10, 1))])
def test_frame_is_around_a_cell_a_row_or_a_column(
    matrix: ConfusionMatrix, chosen: tuple[int | None, int | None], cells: tuple[int, int]
) -> None:
    assert matrix.picture is not None
    grid = matrix.picture.grid
    region = grid.region(*chosen)
    assert (round(region.height() / grid.height), round(region.width() / grid.width)) == cells


def test_sentence_of_a_single_sample(matrix: ConfusionMatrix) -> None:
    matrix.show_outcome(large(1), DIGITS)
    assert matrix.sentence((0, 0)) == "true 0, predicted 0: 1 sample"


@pytest.mark.parametrize(
    ("count", "text"), [(999, "999"), (1000, "1.0k"), (9949, "9.9k"), (9950, "10k"), (12345, "12k")]
)
def test_brief_counts(count: int, text: str) -> None:
    assert brief(count) == text
