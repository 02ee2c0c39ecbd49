"""The window in which the user's hand is taught: drawings, numbers, bars, the edges that moved, and the way back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.session.hand import Hand, Stage
from nnviz.session.intents import Adjust, OpenPage, Pause, Run
from nnviz.theme.palettes import LIGHT
from nnviz.views.hand.words import share
from nnviz.views.hand_window import HandWindow
from tests.session.strange_hands import drawing

WAIT = 30_000


@pytest.fixture
def window(session, theme, qtbot):
    session.do(OpenPage("digits"))
    session.do(Adjust({"data": "handwriting"}))
    session.do(Run())
    session.advance(60)
    session.do(Pause())
    hand = Hand(session)
    window = HandWindow(hand, session, theme)
    qtbot.addWidget(window)
    window.resize(1160, 740)
    window.show()
    yield window
    hand.close()
    window.close()


@pytest.fixture
def hand(window):
    return window._hand


@pytest.fixture
def taught(window, hand, session, qtbot):
    for digit in range(7):
        hand.choose(("first", digit))
        hand.draw(drawing(digit, 1))
    hand.choose(("test", 3))
    hand.draw(drawing(3, 2))
    session.clock.tick()
    qtbot.mouseClick(window.buttons["teach"], Qt.MouseButton.LeftButton)
    session.clock.tick()
    assert window.buttons["cancel"].isVisible()
    qtbot.waitUntil(lambda: hand.stage is Stage.DECIDING, timeout=WAIT)
    session.clock.tick()
    return window


def stroke(canvas):
    """Draw a line with the mouse."""
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    for y in range(80, 260, 20):
        QTest.mouseMove(canvas, QPoint(150, y))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 260))


def test_what_is_drawn_becomes_a_prepared_picture_in_its_square(window, hand, session, qtbot):
    qtbot.mouseClick(window.cells, Qt.MouseButton.LeftButton, pos=window.cells.box(("first", 1)).center().toPoint())
    session.clock.tick()
    assert window.prompt.text() == "Draw a 1"
    stroke(window.canvas)
    session.clock.tick()
    assert window.cells.pictures["first", 1] is hand.drawings["first", 1].preparation.pixels
    assert hand.drawings["first", 1].strokes == window.canvas.strokes
    assert not window.buttons["teach"].isEnabled()
    assert window.state.text() == "Still to draw before it can learn: 4"
    qtbot.mouseClick(window.buttons["next"], Qt.MouseButton.LeftButton)
    session.clock.tick()
    assert window.canvas.strokes == ()
    assert window.prompt.text() == "Draw a 2"
    window.canvas.undo()
    assert window.canvas.strokes == ()


def test_a_drawing_is_corrected_and_taken_away(window, hand, session, qtbot):
    stroke(window.canvas)
    qtbot.mouseClick(window.buttons["next"], Qt.MouseButton.LeftButton)
    window.cells.setFocus()
    qtbot.keyClick(window.cells, Qt.Key.Key_Left)
    assert hand.place == ("first", 0)
    assert len(window.canvas.strokes) == 1
    qtbot.mouseClick(window.tools.clear, Qt.MouseButton.LeftButton)
    session.clock.tick()
    assert not hand.drawings
    assert not window.cells.pictures


def test_what_came_of_it_is_shown_with_the_numbers_of_the_arrays(taught, hand):
    check_numbers(taught, hand)
    check_bars(taught, hand)
    check_answers(taught, hand)
    check_edges(taught, hand)
    check_low_window(taught)


def check_numbers(taught, hand):
    rows, learnt = taught.results.rows, hand.learnt
    for name, answers in (("taught", hand.ask(True)), ("unseen", hand.ask(False)), ("known", learnt.known)):
        before, after = answers.accuracy
        assert (rows[name].before.value, rows[name].after.value) == (before, after)
        assert (rows[name].before.text(), rows[name].after.text()) == (share(before), share(after))
        right = [int((given == answers.digits).sum()) for given in (answers.before, answers.after)]
        assert rows[name].count.text() == f"{right[0]} → {right[1]} of {len(answers)}"
    assert f"Digits it knew and now gets wrong: {learnt.known.forgotten}." in taught.results.forgetting.text()
    assert taught.results.reference.text() == (
        f"Test set of the built-in 8×8 digits, {len(learnt.known)} · with rehearsal"
    )


def check_bars(taught, hand):
    """As long as the error rates."""
    bars, rates = taught.results.bars, hand.learnt.known.error_rates
    assert np.array_equal(bars.rates, rates)
    assert rates.max() <= bars.top
    for which in (0, 1):
        for digit in range(10):
            tall = bars.bar(which, digit).height() / bars._plot().height() * bars.top
            assert tall == pytest.approx(rates[which, digit], abs=1e-9)


def check_answers(taught, hand):
    """They stand below their drawings."""
    answers = hand.answers((("first", 2), ("test", 3)))
    assert taught.cells.answers["first", 2] == (answers.before[0], answers.after[0])
    assert taught.cells.answers["test", 3] == (answers.before[1], answers.after[1])
    assert f"after: {answers.after[1]}" in taught.cells.accessibleDescription()
    assert "not learnt" in taught.cells.accessibleDescription()


def check_edges(taught, hand):
    """Those that glow are those that moved."""
    picture, learnt = taught.change.picture, hand.learnt
    before, after = learnt.task.before.network, learnt.after.network
    edges = picture.edges
    assert len(edges) > 100
    for k, (one, other) in enumerate(zip(before.layers, after.layers, strict=True)):
        mine = edges.layer == k
        assert np.array_equal(edges.weight[mine], (other.W - one.W)[edges.i[mine], edges.j[mine]])
    assert taught.change.notice == ""


def check_low_window(taught):
    """It scrolls what came of it."""
    taught.resize(912, 540)
    QApplication.processEvents()
    nodes, room = taught.change.picture.nodes, taught.change.stage.middle(taught.change.size())
    assert room.top() < (nodes.point[:, 1] - nodes.radius).min()
    assert (nodes.point[:, 1] + nodes.radius).max() < room.bottom()
    keep = taught.buttons["keep"]
    assert taught.rect().contains(keep.mapTo(taught, keep.rect().bottomRight()))


def test_one_click_takes_it_back_and_one_keeps_it(taught, hand, session, qtbot):
    assert session.snapshot.parameters.tobytes() == hand.learnt.after.parameters.tobytes()
    qtbot.mouseClick(taught.buttons["revert"], Qt.MouseButton.LeftButton)
    session.clock.tick()
    assert session.snapshot.parameters.tobytes() == hand.learnt.task.before.parameters.tobytes()
    assert taught.state.text().startswith("Taken back")
    assert not taught.buttons["revert"].isEnabled()
    first = hand.learnt
    qtbot.mouseClick(taught.rehearse, Qt.MouseButton.LeftButton, pos=QPoint(8, taught.rehearse.height() // 2))
    qtbot.mouseClick(taught.buttons["teach"], Qt.MouseButton.LeftButton)
    session.clock.tick()
    qtbot.waitUntil(lambda: hand.stage is Stage.DECIDING, timeout=WAIT)
    session.clock.tick()
    without, with_it = hand.learnt.known.accuracy[1], first.known.accuracy[1]
    assert f"with rehearsal: {share(with_it)}, without: {share(without)}" in taught.results.reference.text()
    qtbot.mouseClick(taught.buttons["keep"], Qt.MouseButton.LeftButton)
    session.clock.tick()
    assert taught.state.text().startswith("Kept")
    assert session.snapshot.parameters.tobytes() == hand.learnt.after.parameters.tobytes()
    with qtbot.waitSignal(taught.save_requested):
        qtbot.mouseClick(taught.buttons["save"], Qt.MouseButton.LeftButton)


def test_why_nothing_can_be_learnt_is_said(window, hand, session, qtbot):
    for digit in range(5):
        hand.choose(("first", digit))
        hand.draw(drawing(digit, 1))
    session.clock.tick()
    session.do(Adjust({"data": "moons"}))
    qtbot.mouseClick(window.buttons["teach"], Qt.MouseButton.LeftButton)
    assert "trained on MNIST" in window.problem.text()


def test_it_follows_theme_size_and_language(taught, theme, session):
    before = taught.grab().toImage()
    theme.use(LIGHT.name)
    session.clock.tick()
    assert taught.grab().toImage() != before
    theme.set_scale(1.4)
    session.clock.tick()
    cells = taught.cells
    last = cells.box(("test", 9))
    assert last.bottom() + cells._line <= cells.height() + 1
    assert last.right() <= cells.width() + 0.5
    QApplication.sendEvent(taught, QEvent(QEvent.Type.LanguageChange))
    assert taught.windowTitle() == "Teach it your hand"
    theme.set_scale(1.0)
