"""The pane as a whole: matrix, filters and samples say the same, and a sample goes to the session."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.session.intents import ShowSample
from nnviz.theme.palettes import DARK
from nnviz.theme.theme import Theme
from nnviz.views.mistakes.pane import MistakesPane
from nnviz.views.mistakes.sample_pictures import SamplePictures
from nnviz.views.mistakes.selection import Selection
from tests.views.mistakes.mistakes_stand_in import StandIn, heights, images, outcome_of, plane


def listed(pane: MistakesPane) -> list[int]:
    return pane.browser.samples.indices.tolist()


def card_center(pane: MistakesPane, row: int) -> QPoint:
    return pane.browser.visualRect(pane.browser.samples.index(row)).center()


def test_all_samples_are_listed_by_loss(pane: MistakesPane, stand_in: StandIn) -> None:
    assert stand_in.outcome is not None
    pane.browser.setFocus()
    assert listed(pane) == np.argsort(-stand_in.outcome.loss).tolist()
    assert pane.readout.wordings[0].startswith("400 samples listed")


def test_headline_counts_what_is_wrong(pane: MistakesPane, stand_in: StandIn) -> None:
    assert stand_in.outcome is not None
    wrong = sum(stand_in.outcome.truth != stand_in.outcome.predicted)
    assert f"· {wrong} of 400 wrong · iteration 100" in pane.headline.wordings[0]
    assert f"{100 * (1 - wrong / 400):.1f}" in pane.headline.wordings[-1]


def test_press_on_a_cell_lists_its_samples_and_another_one_all(pane: MistakesPane, stand_in: StandIn) -> None:
    assert stand_in.outcome is not None
    truth, predicted = stand_in.outcome.truth, stand_in.outcome.predicted
    cell = next((t, p) for t, p in np.argwhere(stand_in.outcome.matrix > 1).tolist() if t != p)
    pane.matrix.pressed.emit(cell)
    assert set(listed(pane)) == set(np.flatnonzero((truth == cell[0]) & (predicted == cell[1])).tolist())
    assert (pane.filters.classes["truth"].currentText(), pane.filters.classes["predicted"].currentText()) == (
        str(cell[0]), str(cell[1]),
    )  # fmt: skip
    assert pane.matrix.chosen == cell
    assert not pane.filters.only_mistakes.isEnabled()
    pane.matrix.pressed.emit(cell)
    assert len(listed(pane)) == 400
    assert pane.matrix.chosen == (None, None)
    assert pane.filters.only_mistakes.isEnabled()


def test_filters_move_the_frame_of_the_matrix(pane: MistakesPane, stand_in: StandIn) -> None:
    assert stand_in.outcome is not None
    pane.filters.classes["truth"].setCurrentIndex(4)
    assert pane.matrix.chosen == (3, None)
    assert len(listed(pane)) == stand_in.outcome.matrix[3].sum()
    pane.filters.classes["truth"].setCurrentIndex(0)
    pane.filters.classes["predicted"].setCurrentIndex(8)
    assert pane.matrix.chosen == (None, 7)
    assert len(listed(pane)) == stand_in.outcome.matrix[:, 7].sum()


def test_only_mistakes_and_order(pane: MistakesPane, stand_in: StandIn, qtbot: QtBot) -> None:
    assert stand_in.outcome is not None
    qtbot.keyClick(pane.filters.only_mistakes, Qt.Key.Key_Space)
    pane.filters.order.setCurrentIndex(2)
    assert pane.selection == Selection(only_mistakes=True, order="index")
    assert listed(pane) == np.flatnonzero(stand_in.outcome.truth != stand_in.outcome.predicted).tolist()


def test_click_shows_a_sample_to_the_network_and_frames_it(pane: MistakesPane, stand_in: StandIn, qtbot: QtBot) -> None:
    sample = listed(pane)[1]
    qtbot.mouseClick(pane.browser.viewport(), Qt.MouseButton.LeftButton, pos=card_center(pane, 1))
    assert stand_in.done == [ShowSample(sample)]
    assert pane.browser.card.shown == sample
    qtbot.mouseClick(pane.browser.viewport(), Qt.MouseButton.LeftButton, pos=card_center(pane, 1))
    assert len(stand_in.done) == 1, "it is shown already"


def test_samples_of_a_moment_ago_are_listed_but_not_shown(pane: MistakesPane, stand_in: StandIn, qtbot: QtBot) -> None:
    """The data may be others already while the list waits for its tick."""
    stand_in.data = images(count=5)
    pane.filters.only_mistakes.setChecked(True)
    assert len(listed(pane)) > 5
    qtbot.mouseClick(pane.browser.viewport(), Qt.MouseButton.LeftButton, pos=card_center(pane, 1))
    assert not pane.grab().isNull()
    assert stand_in.done == []


def test_arrows_and_enter_show_a_sample(pane: MistakesPane, stand_in: StandIn, qtbot: QtBot) -> None:
    pane.browser.setFocus()
    pane.browser.setCurrentIndex(pane.browser.samples.index(0))
    qtbot.keyClick(pane.browser, Qt.Key.Key_Right)
    qtbot.keyClick(pane.browser, Qt.Key.Key_Down)
    assert stand_in.done == []
    qtbot.keyClick(pane.browser, Qt.Key.Key_Return)
    assert stand_in.done == [ShowSample(listed(pane)[1 + pane.browser.columns])]


def test_sample_shown_from_elsewhere_is_framed(pane: MistakesPane, stand_in: StandIn) -> None:
    stand_in.do(ShowSample(17))
    assert pane.browser.card.shown == 17


def test_new_outcome_keeps_scroll_position_and_selection(pane: MistakesPane, stand_in: StandIn) -> None:
    assert stand_in.data is not None
    pane.browser.setCurrentIndex(pane.browser.samples.index(3))
    sample = listed(pane)[3]
    pane.browser.verticalScrollBar().setValue(500)
    before = listed(pane)
    stand_in.judge(outcome_of(stand_in.data, seed=5, iteration=200))
    assert listed(pane) != before
    assert pane.browser.verticalScrollBar().value() == 500
    assert pane.browser.current_sample == sample
    assert "iteration 200" in pane.headline.wordings[0]


def test_another_filter_begins_at_the_top(pane: MistakesPane) -> None:
    pane.browser.verticalScrollBar().setValue(500)
    pane.filters.only_mistakes.setChecked(True)
    assert pane.browser.verticalScrollBar().value() == 0


def test_outcome_waits_for_the_tick(pane: MistakesPane, stand_in: StandIn) -> None:
    assert stand_in.data is not None
    first, stand_in.outcome = pane.outcome, outcome_of(stand_in.data, seed=9)
    stand_in.outcome_changed.emit(stand_in.outcome)
    assert pane.outcome is first
    stand_in.clock.text.emit()
    assert pane.outcome is stand_in.outcome


def test_hidden_pane_watches_nothing_and_does_nothing(pane: MistakesPane, stand_in: StandIn) -> None:
    assert stand_in.data is not None
    assert stand_in.watched == {"outcome"}
    pane.hide()
    assert stand_in.watched == set()
    old = pane.outcome
    stand_in.judge(outcome_of(stand_in.data, seed=3))
    assert pane.outcome is old
    pane.show()
    assert pane.outcome is stand_in.outcome


def test_fewer_classes_forget_a_class_that_is_gone(pane: MistakesPane, stand_in: StandIn) -> None:
    pane.matrix.pressed.emit((4, 9))
    stand_in.data = plane()
    stand_in.judge(outcome_of(stand_in.data))
    assert pane.selection == Selection()
    assert pane.matrix.chosen == (None, None)
    assert [name for _, name in pane.filters.classes["truth"].choices()] == ["any", "0", "1"]


@pytest.mark.parametrize(
    ("data", "outcome", "words"),
    [
        (None, None, "no data yet"),
        (heights(), None, "needs classes"),
        (images(), None, "not been examined"),
        (images(count=30), outcome_of(images()), "not been examined"),
        (plane(classes=3, count=400), outcome_of(images()), "not been examined"),
    ],
)
def test_pane_says_why_there_is_nothing(
    pane: MistakesPane, stand_in: StandIn, data: object, outcome: object, words: str
) -> None:
    """An outcome of other samples or classes is one of the run before."""
    stand_in.data = data
    stand_in.judge(outcome)
    assert words in pane.empty.text()
    assert pane.empty.isVisible()
    assert not pane.matrix.isVisible()
    assert pane.outcome is None


def test_empty_cell_says_so(pane: MistakesPane, stand_in: StandIn) -> None:
    assert stand_in.data is not None
    stand_in.judge(outcome_of(stand_in.data, wrong=0.0))
    pane.matrix.pressed.emit((1, 2))
    pane.browser.setFocus()
    assert listed(pane) == []
    assert not pane.grab().isNull()
    assert pane.readout.wordings[-1] == "0 samples listed"


def test_card_says_all_to_a_screen_reader(pane: MistakesPane, stand_in: StandIn) -> None:
    outcome, sample = stand_in.outcome, listed(pane)[0]
    assert outcome is not None
    text = pane.browser.samples.data(pane.browser.samples.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith(f"Sample {sample}: true {outcome.truth[sample]} (output ")
    assert f"loss {outcome.loss[sample]:.4g}" in text


def test_pixels_of_a_card_are_the_sample(pane: MistakesPane, stand_in: StandIn) -> None:
    """Every element of the picture is a square of its own shade."""
    assert stand_in.data is not None
    browser = pane.browser
    shown = browser.viewport().grab().toImage()
    card = QRectF(browser.visualRect(browser.samples.index(1))).adjusted(1, 1, -1, -1)
    square, raw = browser.card.picture_in(card), stand_in.data.test_x[listed(pane)[1]].reshape(28, 28)
    scale = square.width() / 28
    assert scale == 2
    paper, ink = np.array([11, 13, 17]), np.array([244, 247, 250])
    for row, column in ((0, 0), (5, 20), (27, 27), (14, 3)):
        at = (square.topLeft() + QPointF((column + 0.5) * scale, (row + 0.5) * scale)).toPoint()
        expected = paper + (ink - paper) * (raw[row, column] / raw.max())
        assert np.abs(np.array(shown.pixelColor(at).getRgb()[:3]) - expected).max() < 3


def test_point_of_the_plane_stands_at_its_coordinates(theme: Theme) -> None:
    data = plane()
    pictures, box = SamplePictures(data, 1, DARK), QRectF(0, 0, 120, 120)
    at = pictures.place(7, box)
    assert [(at.x() / 60 - 1) * 1.2, (1 - at.y() / 60) * 1.2] == pytest.approx(data.test_x[7].tolist(), abs=1e-6)
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pictures.paint(painter, box, 7)
    painter.end()
    role = "positive" if data.test_y[7] else "negative"
    assert image.pixelColor(at.toPoint()) == theme.color(role)


@pytest.mark.parametrize("size", [(320, 300), (320, 800), (600, 300), (600, 800), (280, 240)])
@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_parts_neither_overlap_nor_leave_the_content(
    pane: MistakesPane, stand_in: StandIn, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    theme.set_scale(scale)
    pane.resize(*size)
    stand_in.clock.tick()
    parts = (pane.headline, pane.matrix, pane.readout, pane.filters, pane.browser)
    places = [part.geometry() for part in parts]
    assert all(pane.content.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for k, one in enumerate(places) for other in places[:k])
    assert pane.browser.height() >= pane.browser.card.size().height()
    assert not pane.grab().isNull()


def test_language_change_writes_everything_anew(pane: MistakesPane) -> None:
    pane.filters.only_mistakes.setText("")
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert pane.filters.only_mistakes.text() == "only mistakes"
    assert pane.filters.order.choices()[0] == ("highest", "highest loss")
