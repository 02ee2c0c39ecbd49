"""The pane of a lesson: what it shows in each phase, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nnviz.session.intents import ChooseAnswer, CloseLesson, NextStep, OpenLesson, Run
from nnviz.session.lecture import DONE, SHOWN
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.lecture.answer import OPEN, OTHER, RIGHT, WRONG
from nnviz.views.lecture.pane import LecturePane

LESSON = """
id = "own"
title = "Mine"
summary = "S"
minutes = 1
rows = []
[[step]]
title = "First"
text = "It adds $a + b$."
[[step]]
title = "Second"
text = "Text"
actions = [{do = "OpenPage", page = "graph"}]
[step.predict]
question = "Which $x$?"
answers = ["one", "two that is quite a long answer which needs more than a single line of text", "three"]
right = 1
because = "It **is** two."
[[step]]
title = "Third"
text = "Text"
actions = [{do = "OpenPage", page = "playground"}, {do = "Run"}]
wait = {iterations = 1200}
[[step]]
title = "Fourth"
text = "Text"
wait = {drawing = true}
"""


@pytest.fixture
def pane(qtbot: QtBot, session: Session, theme: Theme, tmp_path: Path) -> LecturePane:
    path = tmp_path / "own.toml"
    path.write_text(LESSON, encoding="utf-8")
    pane = LecturePane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(340, 700)
    pane.show()
    session.do(OpenLesson(str(path)))
    session.clock.tick()
    return pane


@pytest.fixture
def click(qtbot: QtBot, session: Session) -> Callable[[QAbstractButton], None]:
    def press(button: QAbstractButton) -> None:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        session.clock.tick()
        QApplication.processEvents()

    return press


Click = Callable[[QAbstractButton], None]


def test_a_step_has_its_title_text_and_place(pane: LecturePane) -> None:
    assert (pane.windowTitle(), pane.title.text(), pane.place.text()) == ("Mine", "First", "1 / 4")
    assert pane.text.markdown == "It adds $a + b$."
    assert (pane.dots.step, pane.dots.steps, len(pane.dots.centers())) == (0, 4, 4)
    assert (pane.back.isEnabled(), pane.replay.isEnabled(), pane.next.text()) == (False, True, "Next")
    assert not pane.question.isVisible()
    assert not pane.wait.isVisible()


def test_a_question_is_asked_answered_and_explained(pane: LecturePane, session: Session, click: Click) -> None:
    click(pane.next)
    question = pane.question
    assert question.isVisible()
    assert (question.because.isVisible(), question.verdict.isVisible(), pane.next.text()) == (False, False, "Show")
    assert [button.verdict for button in question.buttons] == [OPEN] * 3
    assert question.buttons[1].height() > question.buttons[0].height()
    assert session.page == "playground"
    click(question.buttons[2])
    assert session.page == "graph"
    assert [button.verdict for button in question.buttons] == [OTHER, RIGHT, WRONG]
    assert [button.chosen for button in question.buttons] == [False, False, True]
    assert question.because.isVisible()
    assert question.because.markdown == "It **is** two."
    assert question.verdict.text() == "Not quite."
    assert question.buttons[2].accessibleName() == "three: your answer, not right"
    click(question.buttons[0])
    assert session.lecture.state.chosen == 2


def test_the_right_answer_is_marked_where_nobody_answered(pane: LecturePane, session: Session, click: Click) -> None:
    click(pane.next)
    click(pane.next)
    assert [button.verdict for button in pane.question.buttons] == [OTHER, RIGHT, OTHER]
    assert not pane.question.verdict.isVisible()
    assert pane.next.property("role") == "primary"


def test_an_answer_can_be_chosen_with_the_keyboard(pane: LecturePane, session: Session, qtbot: QtBot) -> None:
    session.do(NextStep())
    session.clock.tick()
    qtbot.keyClick(pane.question.buttons[1], Qt.Key.Key_Space)
    session.clock.tick()
    assert session.lecture.state.chosen == 1
    assert pane.question.verdict.text() == "That is right."


def test_a_wait_has_a_bar_and_can_be_skipped(pane: LecturePane, session: Session, click: Click) -> None:
    for intent in (NextStep(), ChooseAnswer(1), NextStep()):
        session.do(intent)
    session.clock.tick()
    wait = pane.wait
    assert wait.isVisible()
    assert wait.text.text() == "Training for 1,200 iterations …"
    assert pane.next.property("role") == ""
    session.advance(300)
    assert wait.bar.value() == 250
    click(wait.skip)
    assert (session.lecture.state.index, wait.text.text()) == (3, "Draw something to go on.")
    assert wait.isVisible()
    assert not wait.bar.isVisible()


def test_back_replay_and_the_end(pane: LecturePane, session: Session, click: Click) -> None:
    for intent in (NextStep(), ChooseAnswer(0), NextStep(), NextStep(), NextStep()):
        session.do(intent)
    session.clock.tick()
    assert (pane.place.text(), pane.next.text(), session.lecture.state.phase) == ("4 / 4", "Finish", DONE)
    click(pane.back)
    assert (pane.title.text(), pane.next.text()) == ("Third", "Next")
    click(pane.replay)
    assert session.lecture.state.phase == SHOWN
    click(pane.back)
    assert session.page == "graph"
    assert [button.verdict for button in pane.question.buttons] == [WRONG, RIGHT, OTHER]
    click(pane.end)
    assert not session.lecture.is_open


def test_finish_closes_the_lesson(pane: LecturePane, session: Session, click: Click) -> None:
    for intent in (NextStep(), ChooseAnswer(0), NextStep(), NextStep(), NextStep()):
        session.do(intent)
    session.clock.tick()
    click(pane.next)
    assert not session.lecture.is_open


def test_a_hidden_pane_does_nothing(pane: LecturePane, session: Session) -> None:
    pane.hide()
    session.do(NextStep())
    session.clock.tick()
    assert pane.title.text() == "First"
    pane.show()
    assert pane.title.text() == "Second"


@pytest.mark.parametrize("width", [260, 340, 520])
@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_nothing_is_cut_off(pane: LecturePane, session: Session, theme: Theme, width: int, scale: float) -> None:
    theme.set_scale(scale)
    session.do(NextStep())
    session.do(ChooseAnswer(0))
    pane.resize(round(width * scale), 700)
    for _ in range(3):
        session.clock.tick()
        QApplication.processEvents()
    assert pane.title.font().pointSizeF() == pytest.approx(14.5 * scale)
    for button in pane.question.buttons:
        assert button.height() >= button.heightForWidth(button.width())
    for button in pane.findChildren(QPushButton):
        assert button.isHidden() or button.width() >= button.minimumSizeHint().width()
    for prose in (pane.text, pane.question.question, pane.question.because):
        assert prose.document().size().height() <= prose.height()
        assert prose.width() <= pane.width()
    theme.set_scale(1.0)


def test_another_language_is_taken_up(pane: LecturePane, session: Session) -> None:
    pane.back.setText("")
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert pane.back.text() == "Back"


def test_a_refused_wish_is_told(pane: LecturePane, session: Session, click: Click) -> None:
    told: list[Exception] = []
    pane.refused.connect(told.append)
    session.do(CloseLesson())
    session.do(Run())
    click(pane.replay)
    assert [getattr(error, "key", "") for error in told] == ["no_lesson_open"]
