"""Lessons in the real window: menu, keys, dock, and the frame around what a step is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDockWidget, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.assets import resource
from nnviz.errors import words
from nnviz.languages import ENGLISH, KOREAN
from nnviz.lessons.loader import catalogue
from nnviz.session.intents import NextStep, OpenLesson, OpenPage, PreviousStep
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.lecture import DONE, PREDICT
from nnviz.session.runners import InlineRunner, ThreadRunner
from nnviz.settings import Settings
from nnviz.widgets.inlays import FigureInlay

OWN = """
id = "own"
title = "Mine"
summary = "S"
minutes = 1
rows = []
[[step]]
title = "First"
text = "T"
actions = [
  {do = "OpenPage", page = "playground"},
  {do = "Adjust", values = {data = "moons"}},
  {do = "ShowSample", index = 3},
]
focus = "network_pane"
[[step]]
title = "Second"
text = "T"
actions = [{do = "Run"}]
wait = {iterations = 60}
[[step]]
title = "Third"
text = "T"
actions = [
  {do = "OpenPasses", subject = "batch"},
  {do = "SeekPasses", position = 2.0},
  {do = "OpenPage", page = "graph"},
]
focus = "graph_canvas"
"""


def started(runner: InlineRunner | ThreadRunner, qtbot: QtBot) -> App:
    parts = build(runner, Settings(welcome_seen=True), "playground")
    parts.window.show()
    parts.window.open_at(1440, 900)
    qtbot.waitExposed(parts.window)
    return parts


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = started(InlineRunner(), qtbot)
    yield parts
    parts.close()


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return str(path)


def tick(app: App) -> None:
    for _ in range(2):
        app.application.processEvents()
        app.session.clock.tick()
    app.application.processEvents()


def lessons_menu(app: App) -> QMenu:
    menu = app.window.findChild(QMenu, "menu_lessons")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def test_a_shipped_lesson_is_opened_turned_answered_and_closed(app: App, qtbot: QtBot) -> None:
    without_a_lesson_the_keys_mean_nothing(app)
    the_menu_opens_every_shipped_lesson_by_its_title(app)
    the_keys_of_a_presenter_turn_the_pages(app, qtbot)
    closed_it_leaves_its_page_and_no_keys(app)


def test_a_question_a_frame_and_a_dock_beside_every_page(app: App, qtbot: QtBot) -> None:
    a_prediction_by_mouse(app, qtbot)
    the_frame_finds_plots_too_and_not_what_is_scrolled_away(app)
    the_dock_stays_on_every_page_as_wide_as_it_was_made(app)


def test_a_lesson_of_ones_own(app: App, qtbot: QtBot, own: str) -> None:
    a_lesson_of_ones_own_is_opened_from_its_file(app, own)
    a_point_can_be_typed_while_a_lesson_is_open(app, qtbot)
    the_frame_lies_around_what_the_step_is_about(app)


def test_mistakes_of_a_file_are_told_with_their_place(app: App, tmp_path: Path) -> None:
    a_file_with_a_mistake_is_told_and_opens_nothing(app, tmp_path)
    mistakes_that_show_only_when_a_lesson_is_played_are_told_with_their_place(app, tmp_path)


def without_a_lesson_the_keys_mean_nothing(app: App) -> None:
    for name in ("next_step", "previous_step", "replay_step", "close_lesson"):
        assert not app.window.actions_by_name[name].isEnabled()


def closed_it_leaves_its_page_and_no_keys(app: App) -> None:
    assert app.window.actions_by_name["next_step"].isEnabled()
    app.window.actions_by_name["close_lesson"].trigger()
    tick(app)
    assert not app.window.actions_by_name["next_step"].isEnabled()
    assert not app.window.lessons.pane.isVisible()
    assert app.session.page == "perceptron"


def the_menu_opens_every_shipped_lesson_by_its_title(app: App) -> None:
    count = len(lessons_menu(app).actions())
    entries = {action.objectName(): action for action in lessons_menu(app).actions()}
    assert entries["lesson_neuron"].text() == "1  One neuron"
    assert len([name for name in entries if name.startswith("lesson_")]) >= 12
    entries["lesson_neuron"].trigger()
    tick(app)
    assert app.session.page == "perceptron"
    dock = app.window.findChild(QDockWidget, "dock_lecture")
    assert dock is not None
    assert (dock.isVisible(), dock.windowTitle()) == (True, "One neuron")
    assert app.window.lessons.pane.width() >= 320
    assert len(lessons_menu(app).actions()) == count


def the_keys_of_a_presenter_turn_the_pages(app: App, qtbot: QtBot) -> None:
    window, lecture = app.window, app.session.lecture
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert (lecture.state.index, lecture.state.phase) == (2, PREDICT)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert (lecture.state.index, lecture.state.phase) == (2, DONE)
    tick(app)
    app.session.do(app.session.codec.intent({"do": "perceptron.SetInputs", "x1": 1, "x2": 1}))
    qtbot.keyClick(window, Qt.Key.Key_Period)
    assert app.session.labs.of(PerceptronLab).unit.inputs == (1, 0)
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert (lecture.state.index, app.session.labs.of(PerceptronLab).unit.inputs) == (1, (1, 1))


def a_prediction_by_mouse(app: App, qtbot: QtBot) -> None:
    app.session.do(OpenLesson("neuron"))
    for _ in range(2):
        app.session.do(NextStep())
    tick(app)
    pane = app.window.lessons.pane
    qtbot.mouseClick(pane.question.buttons[1], Qt.MouseButton.LeftButton)
    tick(app)
    assert (app.session.lecture.state.chosen, app.session.lecture.state.phase) == (1, DONE)
    assert pane.question.because.isVisible()


def the_frame_finds_plots_too_and_not_what_is_scrolled_away(app: App) -> None:
    while app.session.lecture.state.index < 4:
        app.session.do(NextStep())
    tick(app)
    spotlight = app.window.lessons.spotlight
    plane = spotlight.target
    assert plane is not None
    assert (plane.objectName(), spotlight.isVisible()) == ("unit_plane", True)
    plane.setMaximumHeight(0)
    tick(app)
    assert (spotlight.target, spotlight.isVisible()) == (None, False)


def the_dock_stays_on_every_page_as_wide_as_it_was_made(app: App) -> None:
    dock = app.window.findChild(QDockWidget, "dock_lecture")
    assert dock is not None
    pages = ("digits", "compare", "functions", "playground")
    for page in pages:
        app.session.do(OpenPage(page))
        tick(app)
        assert dock.isVisible(), page
        assert not app.window.tabifiedDockWidgets(dock), page
        others = [other for other in app.window.findChildren(QDockWidget) if other.isVisible() and other is not dock]
        assert all(dock.x() > other.x() for other in others), page
    ordinary = dock.width()
    app.window.resizeDocks([dock], [ordinary + 50], Qt.Orientation.Horizontal)
    tick(app)
    wider = dock.width()
    assert wider > ordinary
    app.session.do(OpenPage("functions"))
    tick(app)
    assert dock.width() == wider
    app.window.lessons.pane.end.click()
    for page in pages:
        app.session.do(OpenPage(page))
        assert not dock.isVisible()


def a_lesson_of_ones_own_is_opened_from_its_file(app: App, own: str) -> None:
    app.window.lessons.open_file(own)
    tick(app)
    assert app.window.lessons.pane.title.text() == "First"
    assert app.session.sample == 3


def a_point_can_be_typed_while_a_lesson_is_open(app: App, qtbot: QtBot) -> None:
    replayed: list[object] = []
    app.session.lecture.changed.connect(replayed.append)
    field = next(edit for edit in app.window.findChildren(QLineEdit) if edit.isVisible() and not edit.isReadOnly())
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "0.5")
    assert (field.text(), replayed) == ("0.5", [])


def the_frame_lies_around_what_the_step_is_about(app: App) -> None:
    spotlight = app.window.lessons.spotlight
    assert spotlight.target is app.window.network
    at = app.window.network.mapTo(app.window, QPoint(0, 0))
    assert (spotlight.isVisible(), spotlight.geometry()) == (True, QRect(at, app.window.network.size()))
    assert not spotlight.mask().contains(spotlight.rect().center())
    app.session.do(OpenPage("functions"))
    tick(app)
    assert (spotlight.target, spotlight.isVisible()) == (None, False)
    app.session.do(OpenPage("playground"))
    tick(app)
    assert spotlight.isVisible()
    app.session.do(NextStep())
    tick(app)
    assert not spotlight.isVisible()


def a_file_with_a_mistake_is_told_and_opens_nothing(app: App, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(OWN.replace("minutes = 1", "minuts = 1"), encoding="utf-8")
    app.window.lessons.open_file(str(path))
    dialog = app.window.findChild(QWidget, "failure_dialog")
    assert dialog is not None
    assert dialog.isVisible()
    assert "bad.toml, line 5, key “minuts”" in dialog.text()  # type: ignore[attr-defined]
    assert not app.session.lecture.is_open
    dialog.close()


def mistakes_that_show_only_when_a_lesson_is_played_are_told_with_their_place(app: App, tmp_path: Path) -> None:
    told: list[str] = []
    app.session.failed.connect(lambda error: told.append(words(error)))
    app.window.lessons.refused.connect(lambda error: told.append(words(error)))
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace('data = "moons"', "learning_rate = -1.0").replace("network_pane", "netwrok_pane"))
    app.window.lessons.open_file(str(path))
    tick(app)
    assert [text.partition(": ")[0] for text in told] == [
        "own.toml, line 12, key “actions[1]”", "own.toml, line 15, key “focus”",
    ]  # fmt: skip
    assert "netwrok_pane" in told[1]


def test_a_lesson_speaks_the_language_of_the_window(app: App) -> None:
    app.languages.use(KOREAN)
    shipped = catalogue(KOREAN)
    entries = {action.objectName(): action for action in lessons_menu(app).actions()}
    assert [entries[f"lesson_{entry.id}"].toolTip() for entry in shipped] == [entry.summary for entry in shipped]
    assert entries["lesson_neuron"].text() == f"1  {shipped[0].title}"
    entries["lesson_neuron"].trigger()
    tick(app)
    lecture, pane = app.session.lecture, app.window.lessons.pane
    korean = lecture.state.step
    assert korean is not None
    assert (pane.title.text(), "가지돌기" in pane.text.toPlainText()) == (korean.title, True)
    [figure] = [inlay.picture for inlay in pane.text.inlays if isinstance(inlay, FigureInlay)]
    assert isinstance(figure, QSvgRenderer)
    assert drawn(figure) == drawn(QSvgRenderer(str(resource("lessons", "ko", "figures", "neuron.svg"))))
    app.session.do(NextStep())
    app.languages.use(ENGLISH)
    tick(app)
    assert (pane.title.text(), lecture.state.index) == ("A unit adds up and decides", 1)


def drawn(figure: QSvgRenderer) -> QImage:
    """A figure with its words."""
    image = QImage(figure.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    figure.render(painter)
    painter.end()
    return image


def test_with_a_worker_in_its_thread_every_action_has_its_effect_before_the_next(
    qtbot: QtBot, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    app = started(ThreadRunner(), qtbot)
    session, lecture = app.session, app.session.lecture
    told: list[Exception] = []
    session.failed.connect(told.append)

    def soon(done: Callable[[], bool]) -> None:
        qtbot.waitUntil(done, timeout=30_000)

    session.clock.start()
    try:
        session.do(OpenLesson(own))
        soon(lambda: lecture.state.phase == DONE and not lecture.busy)
        assert session.sample == 3
        session.do(NextStep())
        soon(lambda: lecture.state.index == 1 and lecture.state.phase == DONE)
        session.do(NextStep())
        soon(lambda: lecture.state.index == 2 and lecture.state.phase == DONE and not lecture.busy)
        assert session.page == "graph"
        session.do(PreviousStep())
        soon(lambda: lecture.state.index == 1 and not lecture.busy)
        assert (session.page, session.state.is_running) == ("playground", True)
        session.do(PreviousStep())
        soon(lambda: lecture.state.index == 0 and not lecture.busy)
        soon(lambda: session.snapshot.iteration == 0)
        assert session.history.steps == 0
        assert session.sample == 3
        assert np.isfinite(session.snapshot.parameters).all()
        assert told == []
    finally:
        app.close()
