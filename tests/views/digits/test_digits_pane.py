"""The pane as a visitor uses it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from nnviz.board.canvas import DigitCanvas
from nnviz.engine.experiment import LayerSpec
from nnviz.engine.scaling import Scaling
from nnviz.session.intents import Configure, DrawStrokes, OpenPage, ShowSample
from nnviz.session.pages import with_data
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.digits.arrangement import arrange
from nnviz.views.digits.pane import DigitsPane
from tests.views.digits.digits_stand_in import Draw, StandIn, samples, snapshot

LINE = ((70.0, 140.0), (210.0, 140.0))


def press(pane: DigitsPane, name: str) -> None:
    button = pane.findChild(QAbstractButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_stroke_reaches_the_bars(pane: DigitsPane, stand_in: StandIn, draw: Draw) -> None:
    draw((0.3, 0.2), (0.7, 0.2), (0.5, 0.9))
    assert stand_in.done[-1] == DrawStrokes(pane.canvas.strokes, 280.0)
    assert stand_in.prediction is not None
    assert pane.bars.values is stand_in.prediction.probabilities
    assert pane.verdict.figure == str(stand_in.prediction.answer)
    assert pane.canvas.accessibleDescription() == pane.sentence.text
    assert pane.thumbnails.stages[0].values is stand_in.drawing.preparation.ink


def test_bars_follow_the_newest_weights(pane: DigitsPane, stand_in: StandIn, draw: Draw) -> None:
    draw((0.3, 0.2), (0.7, 0.2), (0.5, 0.9))
    before = pane.bars.values.copy()
    stand_in.snapshot.parameters[:] *= -1
    stand_in.draw(pane.canvas.strokes)
    assert not np.array_equal(pane.bars.values, before)
    assert pane.bars.values is stand_in.prediction.probabilities


def test_undo_and_clear_buttons(pane: DigitsPane, stand_in: StandIn, draw: Draw) -> None:
    draw((0.3, 0.2), (0.7, 0.2))
    draw((0.7, 0.2), (0.5, 0.9))
    press(pane, "digit_undo")
    assert len(pane.canvas.strokes) == 1
    press(pane, "digit_clear")
    assert stand_in.done[-1] == DrawStrokes((), 280.0)
    assert pane.verdict.figure == "–"
    assert not pane.bars.values.any()
    press(pane, "digit_undo")
    assert len(pane.canvas.strokes) == 1
    assert pane.bars.values.any()


def test_eraser_button_erases_until_the_canvas_is_empty(pane: DigitsPane, draw: Draw) -> None:
    draw((0.1, 0.5), (0.9, 0.5))
    press(pane, "digit_eraser")
    draw((0.5, 0.4), (0.5, 0.6))
    assert len(pane.canvas.strokes) == 2
    press(pane, "digit_clear")
    assert not pane.tools.eraser.isChecked()
    draw((0.1, 0.5), (0.9, 0.5))
    assert len(pane.canvas.strokes) == 1


def test_ctrl_z_works_from_the_panes_buttons(pane: DigitsPane, draw: Draw) -> None:
    draw((0.1, 0.5), (0.9, 0.5))
    QTest.keyClick(pane.tools.clear, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pane.canvas.strokes == ()


def test_drawing_of_a_lesson_appears_once_and_does_not_echo(pane: DigitsPane, stand_in: StandIn) -> None:
    stand_in.draw((tuple((2 * x, 2 * y) for x, y in LINE),), extent=560.0)
    assert pane.canvas.strokes == (LINE,)
    assert stand_in.done == []


def test_late_news_of_ones_own_drawing_does_not_disturb_the_pen(
    pane: DigitsPane, stand_in: StandIn, draw: Draw
) -> None:
    draw((0.2, 0.2), (0.4, 0.4))
    earlier = stand_in.drawing
    canvas = pane.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    stand_in.drawing_changed.emit(earlier)
    assert len(canvas.strokes) == 2
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())


def test_not_a_digit(pane: DigitsPane, stand_in: StandIn, draw: Draw) -> None:
    stand_in.digit_score = 0.04
    draw((0.3, 0.2), (0.7, 0.2), (0.5, 0.9))
    assert pane.bars.is_refused
    assert pane.verdict.figure == "not a digit"
    assert "0.04" in pane.sentence.text
    assert pane.bars.values is stand_in.prediction.probabilities


def test_samples_are_leafed_through_around_the_ends(pane: DigitsPane, stand_in: StandIn) -> None:
    press(pane, "sample_random")
    first = stand_in.done[-1]
    assert isinstance(first, ShowSample)
    press(pane, "sample_next")
    assert stand_in.done[-1] == ShowSample((first.index + 1) % 7)
    for _ in range(8):
        press(pane, "sample_previous")
    assert stand_in.done[-1] == ShowSample((first.index - 7) % 7)


@pytest.mark.parametrize("right", [True, False])
def test_sample_is_judged_and_shown(pane: DigitsPane, stand_in: StandIn, right: bool) -> None:
    raw = stand_in.data.test_x[2]
    answer = int(stand_in.snapshot.network.forward(stand_in.scaling.apply(raw[None])).output.argmax())
    truth = answer if right else (answer + 1) % 10
    stand_in.predict(raw, truth=truth)
    assert f"Label {truth}, answer {answer}" in pane.samples.result.text()
    assert pane.verdict.judgement.replace("\u00a0", " ") == ("✓ right" if right else f"✗ should be {truth}")
    assert pane.verdict.accessibleDescription().endswith(pane.verdict.judgement)
    assert "Draw your own" in pane.network.text
    assert pane.canvas.shows_picture
    assert pane.thumbnails.stages[-1].values.ravel() == pytest.approx(raw, abs=0.01)
    picture = pane.samples.picture.image
    shown = [picture.pixelIndex(x, y) for y in range(28) for x in range(28)]
    assert shown == raw.tolist()


def test_row_names_the_sample_and_goes_on_from_it(pane: DigitsPane, stand_in: StandIn) -> None:
    stand_in.do(ShowSample(4))
    assert "Sample 4" in pane.samples.result.text()
    press(pane, "sample_next")
    assert stand_in.done[-1] == ShowSample(5)
    assert "Sample 5" in pane.samples.result.text()
    stand_in.draw((LINE,))
    assert "Sample" not in pane.samples.result.text()


def test_a_drawing_is_not_judged(pane: DigitsPane, stand_in: StandIn) -> None:
    stand_in.do(ShowSample(4))
    judged = pane.verdict.grab().toImage(), pane.bars.grab().toImage()
    stand_in.show(replace(stand_in.prediction, truth=None))
    assert pane.verdict.judgement == ""
    assert pane.verdict.grab().toImage() != judged[0]
    assert pane.bars.grab().toImage() != judged[1]


def test_drawing_over_a_sample_starts_a_new_drawing(pane: DigitsPane, stand_in: StandIn, draw: Draw) -> None:
    draw((0.1, 0.5), (0.9, 0.5))
    press(pane, "sample_random")
    draw((0.5, 0.1), (0.5, 0.9))
    assert not pane.canvas.shows_picture
    assert len(pane.canvas.strokes) == 1
    assert pane.samples.picture.image.isNull()
    press(pane, "digit_undo")
    press(pane, "digit_undo")
    assert pane.canvas.strokes[0][0][1] == pytest.approx(140, abs=1)


def test_no_data_no_samples(pane: DigitsPane, stand_in: StandIn, draw: Draw) -> None:
    stand_in.data = None
    stand_in.data_changed.emit(None)
    assert not pane.samples.isVisible()
    draw((0.3, 0.2), (0.7, 0.2), (0.5, 0.9))
    assert pane.bars.values.any()


def test_network_that_cannot_read_drawings(pane: DigitsPane, stand_in: StandIn) -> None:
    stand_in.change_experiment(inputs=2, outputs=3)
    assert not pane.canvas.isVisible()
    assert "2 inputs and 3 outputs" in pane.notice.reason.text()
    assert not pane.notice.button.isVisible()
    stand_in.page = "playground"
    stand_in.page_changed.emit("playground")
    press(pane, "digits_open_page")
    assert stand_in.done[-1] == OpenPage("digits")
    stand_in.change_experiment(inputs=784, outputs=10)
    assert pane.canvas.isVisible()
    assert not pane.notice.isVisible()


def test_8_by_8_network(theme: Theme, qtbot: QtBot) -> None:
    stand_in = StandIn(snapshot(64), Scaling("unit", np.array([0.0]), np.array([1 / 16])), samples(64))
    pane = DigitsPane(stand_in, theme)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    stand_in.draw((LINE,))
    assert pane.bars.values is stand_in.prediction.probabilities
    assert len(pane.thumbnails.stages) == 3


def test_hidden_pane_catches_up(pane: DigitsPane, stand_in: StandIn, qtbot: QtBot) -> None:
    pane.hide()
    stand_in.draw((LINE,))
    assert not pane.bars.values.any()
    with qtbot.waitExposed(pane):
        pane.show()
    assert pane.bars.values is stand_in.prediction.probabilities


def test_line_names_the_network(pane: DigitsPane, stand_in: StandIn) -> None:
    assert "784 → 12 → 10" in pane.network.text
    stand_in.change_experiment(layers=(LayerSpec(5, "relu"), LayerSpec(6, "relu")))
    assert "784 → 5 → 6 → 10" in pane.network.text


def test_everything_a_user_touches_has_a_name(pane: DigitsPane) -> None:
    touched = [*pane.findChildren(QAbstractButton), *pane.findChildren(DigitCanvas)]
    assert len(touched) == 8
    for widget in touched:
        assert widget.objectName()
        assert widget.accessibleName()


@pytest.mark.parametrize("size", [(320, 560), (400, 760), (520, 1000), (520, 600), (1200, 900), (900, 560), (300, 520)])
@pytest.mark.parametrize("with_samples", [True, False])
def test_parts_do_not_overlap_and_stay_inside(pane: DigitsPane, size: tuple[int, int], with_samples: bool) -> None:
    places = arrange(*size, 18, with_samples)
    parts = [
        places.canvas, places.tools, places.network, places.verdict, places.bars, places.sentence, places.stages,
    ]  # fmt: skip
    if with_samples:
        parts.append(places.samples)
    assert places.canvas.width() == places.canvas.height() >= 170
    for k, part in enumerate(parts):
        assert part.left() >= 0
        assert part.top() >= 0
        assert part.right() < size[0]
        assert part.bottom() < size[1]
        assert not any(part.intersects(other) for other in parts[k + 1 :])


def test_wide_pane_puts_the_answer_to_the_right(pane: DigitsPane) -> None:
    assert pane.bars.y() > pane.canvas.geometry().bottom()
    pane.resize(1200, 900)
    assert pane.bars.x() > pane.canvas.geometry().right()
    assert pane.tools.undo.text()


def test_both_looks_and_another_language_event(pane: DigitsPane, theme: Theme, draw: Draw, qtbot: QtBot) -> None:
    draw((0.3, 0.2), (0.7, 0.2), (0.5, 0.9))
    theme.use("dark")
    parts = (pane.canvas, pane.bars, pane.thumbnails, pane.samples)
    dark = [part.grab().toImage() for part in parts]
    theme.use("light")
    assert all(part.grab().toImage() != before for part, before in zip(parts, dark, strict=True))
    theme.use("dark")
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert all(part.grab().toImage() == before for part, before in zip(parts, dark, strict=True))


def test_with_the_real_session(session: Session, theme: Theme, qtbot: QtBot) -> None:
    session.do(OpenPage("digits"))
    session.do(Configure(with_data(session.experiment, "handwriting")))
    session.advance(1)
    pane = DigitsPane(session, theme)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    canvas = pane.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    QTest.mouseMove(canvas, canvas.rect().center() / 2)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center() / 2)
    assert session.drawing.strokes == canvas.strokes
    assert np.array_equal(pane.bars.values, session.prediction.probabilities)
    press(pane, "sample_next")
    assert session.prediction.truth is not None
    assert pane.canvas.shows_picture
    press(pane, "digit_undo")
    assert session.drawing.strokes == canvas.strokes != ()
    session.advance(3)
    assert np.array_equal(pane.bars.values, session.prediction.probabilities)
