"""The lecturer's window, and the strip of the audience's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QBoxLayout, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from nnviz.session.intents import ChooseAnswer, CloseLesson, NextStep, OpenLesson
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.presenter.cover import BLACK, FROZEN
from nnviz.views.presenter.notes import Notes
from nnviz.views.presenter.stopwatch import Stopwatch
from nnviz.views.presenter.strip import ICONS, STAY_MS, Strip

LESSON = """
id = "own"
title = "Mine"
summary = "S"
minutes = 1
rows = []
[[step]]
title = "First"
text = "What the audience reads."
[[step]]
title = "Second"
text = "T"
notes = "Wait for **three** hands."
[step.predict]
question = "Which?"
answers = ["This", "That"]
right = 1
because = "It is $x$."
"""


class Desk:
    """The window with the notes, with a time that stands still."""

    def __init__(self, session: Session, theme: Theme, qtbot: QtBot) -> None:
        self.time, self.session = [0.0], session
        self.parent = QMainWindow()
        self.watch = Stopwatch(lambda: self.time[0])
        self.notes = Notes(session, theme, self.watch, self.parent)
        qtbot.addWidget(self.parent)
        self.notes.show()

    def tick(self) -> Notes:
        self.session.clock.tick()
        return self.notes


@pytest.fixture
def desk(session: Session, theme: Theme, qtbot: QtBot, tmp_path: Path) -> Desk:
    path = tmp_path / "own.toml"
    path.write_text(LESSON, encoding="utf-8")
    session.do(OpenLesson(str(path)))
    return Desk(session, theme, qtbot)


def test_notes_and_what_comes_next(desk: Desk) -> None:
    notes = desk.tick()
    assert (notes.title.text(), notes.place.text()) == ("First", "Mine, step 1 of 2")
    # Nothing was noted: what the audience reads.
    assert notes.notes.markdown == "What the audience reads."
    assert (notes.next_title.text(), notes.next_text.markdown) == ("Second", "Which?\n\nT")
    assert not notes.answer.isVisible()
    desk.session.do(NextStep())
    desk.tick()
    assert notes.notes.markdown == "Wait for **three** hands."
    assert (notes.answer.markdown, notes.because.markdown) == ("That", "It is $x$.")
    assert notes.answer_caption.text() == "They are asked. Right is:"
    assert notes.next_title.text() == "This is the last step."
    desk.session.do(ChooseAnswer(0))
    desk.tick()
    assert notes.answer_caption.text() == "Right was:"
    desk.session.do(CloseLesson())
    desk.tick()
    assert notes.title.text() == "No lesson is open"
    assert "Page Down" in notes.notes.markdown
    assert not notes.next_title.isVisible()


def test_the_time_so_far(desk: Desk, qtbot: QtBot) -> None:
    part = desk.notes.desk
    for seconds, button, text, action in (
        (0, part.start, "00:00", "Hold"),
        (75, part.start, "01:15", "Start"),
        (10, part.start, "01:15", "Hold"),
        (5, part.reset, "00:00", "Hold"),
    ):
        desk.time[0] += seconds
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        desk.tick()
        assert (part.time.text(), part.start.text()) == (text, action)
    assert desk.notes.clock.text()


def test_buttons_wish_and_show_what_is_so(desk: Desk, qtbot: QtBot) -> None:
    wishes: list[str] = []
    desk.notes.wished.connect(wishes.append)
    for name in ("back", "replay", "step", "freeze", "next"):
        qtbot.mouseClick(desk.notes.desk.buttons[name], Qt.MouseButton.LeftButton)
    assert wishes == ["back", "replay", "step", "freeze", "next"]
    # Nobody has frozen anything.
    assert not desk.notes.desk.buttons["freeze"].isChecked()


def test_what_the_audience_sees(desk: Desk) -> None:
    notes = desk.tick()
    assert (notes.state.text(), notes.preview.isVisible()) == ("Live", False)
    notes.show_cover(FROZEN)
    picture = QPixmap(640, 400)
    picture.fill(Qt.GlobalColor.red)
    notes.show_beneath(picture)
    assert "Frozen" in notes.state.text()
    assert notes.preview.pixmap().toImage().pixelColor(5, 5).name() == "#ff0000"
    assert notes.desk.buttons["freeze"].isChecked()
    notes.show_cover(BLACK)
    assert "black" in notes.state.text()
    assert not notes.desk.buttons["freeze"].isChecked()


def test_columns_where_there_is_room_and_large_writing(desk: Desk, theme: Theme) -> None:
    columns = desk.notes._columns
    desk.notes.resize(1000, 700)
    assert columns.direction() == QBoxLayout.Direction.LeftToRight
    size = desk.notes.title.font().pointSizeF()
    theme.set_scale(1.4)
    assert columns.direction() == QBoxLayout.Direction.TopToBottom
    assert desk.notes.title.font().pointSizeF() > 1.3 * size
    theme.set_scale(1.0)


def test_closing_tells(desk: Desk) -> None:
    told: list[bool] = []
    desk.notes.closed.connect(lambda: told.append(True))
    desk.notes.close()
    assert told == [True]


def test_the_strip_reflects_actions_and_goes_by_itself(session: Session, theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    actions = {name: QAction(name, window) for name in ICONS}
    actions["laser"].setCheckable(True)
    strip = Strip(session, theme, actions, QMenu(window), window)
    strip.word()
    strip.follow(QPoint(400, 590))
    assert not strip.isVisible()
    strip.follow(QPoint(400, 598))
    assert strip.isVisible()
    assert window.rect().contains(strip.geometry())
    actions["laser"].setChecked(True)
    actions["step"].setEnabled(False)
    assert strip.buttons["laser"].isChecked()
    assert strip.buttons["laser"].accessibleName() == "laser"
    assert strip.buttons["present"].accessibleName() == "End presenting"
    assert not strip.buttons["step"].isEnabled()
    fired: list[bool] = []
    actions["present_next"].triggered.connect(lambda: fired.append(True))
    qtbot.mouseClick(strip.buttons["present_next"], Qt.MouseButton.LeftButton)
    assert fired == [True]
    assert STAY_MS == 2000
    strip._leaves.timeout.emit()
    assert not strip.isVisible()
