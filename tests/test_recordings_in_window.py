"""Recordings in the real window: record, set a cue, stop, play, go to a cue, take over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDockWidget, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.engine.refusal import Refusal
from nnviz.languages import ENGLISH, KOREAN
from nnviz.session.intents import Adjust, DrawStrokes, Inspect, OpenPage, Run
from nnviz.session.recording import read
from nnviz.session.runners import InlineRunner, ThreadRunner
from nnviz.settings import Settings
from nnviz.views.dialogs.unsaved import DISCARD, SAVE
from nnviz.views.dialogs.unsaved_recording import UnsavedRecording
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef

LEFT = Qt.MouseButton.LeftButton


def started(runner: InlineRunner | ThreadRunner, qtbot: QtBot) -> App:
    parts = build(runner, Settings(welcome_seen=True), "playground")
    qtbot.addWidget(parts.window)
    parts.window.show()
    parts.window.open_at(1280, 800)
    qtbot.waitExposed(parts.window)
    return parts


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[App]:
    parts = started(InlineRunner(), qtbot)
    yield parts
    parts.close()


def lecture(app: App, path: Path) -> None:
    """A lecture of three seconds with a cue after one of them."""
    app.window.recordings.record(str(path))
    app.session.do(OpenPage("playground"))
    app.session.do(Run())
    for tick in range(180):
        app.session.metronome.tick()
        app.session.iterate(2)
        if tick == 60:
            app.window.actions_by_name["set_cue"].trigger()
            app.session.do(Adjust({"learning_rate": 0.1}))
    app.window.actions_by_name["record"].trigger()


def test_record_asks_and_saves_and_strips_and_panes_come_and_go(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    record_warns_asks_for_a_file_and_saves(app, qtbot, tmp_path)
    a_file_that_is_none_is_a_sentence_and_changes_nothing(app, tmp_path)
    panes_that_share_a_place_have_tabs_and_no_titles_when_their_page_comes_back(app, qtbot)
    the_strip_that_is_shown_is_no_matter_of_the_page(app, tmp_path)


def test_what_was_done_is_played(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    what_is_looked_into_is_played_too(app, tmp_path)
    app.window.recordings.close_playback()
    a_table_that_is_pasted_undone_and_opened_again_is_played(app, qtbot, tmp_path)


def test_a_recording_is_played_in_either_language(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    a_recording_is_played_with_its_own_pace_and_by_cue(app, qtbot, tmp_path)
    the_strips_speak_korean_and_have_names(app, tmp_path)


def test_a_window_is_closed_when_its_recording_is_saved(app: App, tmp_path: Path) -> None:
    a_window_whose_recording_cannot_be_saved_stays_open(app, tmp_path)
    app.window.show()
    a_recording_that_cannot_be_saved_can_be_given_up(app, tmp_path)
    closing_the_window_saves_what_is_recorded(app, tmp_path)


def record_warns_asks_for_a_file_and_saves(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    window, path = app.window, tmp_path / "mine.nnrec.json"
    assert not window.actions_by_name["set_cue"].isEnabled()
    window.actions_by_name["record"].trigger()
    box = window.findChild(QMessageBox, "record_warning")
    assert box is not None
    assert "fresh start" in box.text()
    box.accept()
    dialog = window.findChild(QFileDialog, "record_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    bar = window.recordings.recording_bar
    assert bar.isVisible()
    assert window.actions_by_name["record"].text() == "Stop recording"
    app.session.do(Run())
    for _ in range(90):
        app.session.metronome.tick()
    qtbot.mouseClick(bar.cue, LEFT)
    app.session.clock.tick()
    assert bar.text.text() == "Recording · 0:01 · cues: 1"
    qtbot.mouseClick(bar.stop, LEFT)
    assert not bar.isVisible()
    assert window.actions_by_name["record"].text() == "Record…"
    recording = read(path)
    assert [event.intent["do"] for event in recording.events] == ["Run"]
    assert [(cue.tick, cue.name) for cue in recording.cues] == [(90, "1")]
    assert path.name in window.statusBar().currentMessage()


def a_recording_is_played_with_its_own_pace_and_by_cue(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.nnrec.json"
    lecture(app, path)
    end = app.session.snapshot
    recordings, bar = app.window.recordings, app.window.recordings.playing_bar
    recordings.open_file(str(path))
    assert bar.isVisible()
    assert app.session.snapshot.iteration == 0
    assert (app.session.metronome.rate, bar.play.accessibleName()) == (1.0, "Hold")
    for _ in range(30):
        app.session.metronome.tick()
    app.session.clock.tick()
    assert (bar.track.value(), bar.time.text()) == (30, "0:00 / 0:03")
    qtbot.mouseClick(bar.play, LEFT)
    assert (app.session.metronome.rate, bar.play.accessibleName()) == (0.0, "Play")
    bar.cues.setCurrentIndex(0)
    assert recordings.playback is not None
    assert recordings.playback.tick == 61
    bar.speed.setCurrentIndex(bar.speed.findData("4"))
    qtbot.mouseClick(bar.play, LEFT)
    assert app.session.metronome.rate == 4.0
    qtbot.keyClick(bar.track, Qt.Key.Key_End)
    assert recordings.playback.over
    assert not bar.play.isEnabled()
    assert app.session.snapshot.iteration == end.iteration == 360
    assert app.session.snapshot.parameters.tobytes() == end.parameters.tobytes()
    qtbot.mouseClick(bar.close_button, LEFT)
    assert not bar.isVisible()
    assert app.session.metronome.rate == 1.0


def a_table_that_is_pasted_undone_and_opened_again_is_played(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    window, session, path = app.window, app.session, tmp_path / "mine.nnrec.json"
    QGuiApplication.clipboard().setText("a\tb\tc\n" + "".join(f"{k}\t{k % 5}\t{'xy'[k % 2]}\n" for k in range(20)))
    window.recordings.record(str(path))
    before = session.experiment
    window.actions_by_name["paste_table"].trigger()
    dialog = window.findChild(QDialog, "table_dialog")
    assert dialog is not None
    ok = dialog.findChild(QPushButton, "table_ok")
    assert ok is not None
    qtbot.waitUntil(ok.isEnabled)
    qtbot.mouseClick(ok, LEFT)
    assert session.data is not None
    assert session.data.features == ("a", "b")
    table = session.experiment
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert undo.statusTip() == "paste a table"
    undo.trigger()
    assert session.experiment == before
    redo.trigger()
    assert session.experiment == table
    window.recordings.stop()
    done = [event.intent["do"] for event in read(path).events]
    assert done == ["BringData", "RestoreData", "RestoreData"]
    session.do(Adjust({"data": "moons"}))
    window.recordings.open_file(str(path))
    assert window.recordings.playback is not None
    window.recordings.playback.go_to(read(path).ticks)
    assert session.experiment == table


def test_the_clock_of_the_window_plays_and_a_click_takes_over(qtbot: QtBot, tmp_path: Path) -> None:
    app = started(ThreadRunner(), qtbot)
    try:
        app.session.clock.start()
        qtbot.waitUntil(lambda: app.session.data is not None, timeout=5000)
        path = tmp_path / "mine.nnrec.json"
        app.window.recordings.record(str(path))
        app.session.do(Run())
        qtbot.waitUntil(lambda: app.window.recordings.recorder.seconds > 0.2, timeout=5000)
        app.window.recordings.stop()
        app.window.recordings.open_file(str(path))
        playback = app.window.recordings.playback
        assert playback is not None
        qtbot.waitUntil(lambda: playback.over, timeout=5000)
        assert app.session.rounds > 0
        app.window.actions_by_name["train"].trigger()
        assert not playback.is_open
        assert not app.window.recordings.playing_bar.isVisible()
    finally:
        app.close()


def what_is_looked_into_is_played_too(app: App, tmp_path: Path) -> None:
    window, path = app.window, tmp_path / "mine.nnrec.json"
    window.recordings.record(str(path))
    window.network.unit_selected.emit(UnitRef(1, 3))
    app.session.metronome.tick()
    window.network.edge_selected.emit(EdgeRef(0, 1, 5))
    window.recordings.stop()
    assert [event.intent for event in read(path).events] == [
        {"do": "Inspect", "layer": 1, "unit": 3, "i": None}, {"do": "Inspect", "layer": 1, "unit": 5, "i": 1},
    ]  # fmt: skip
    window.inspector.clear()
    window.recordings.open_file(str(path))
    unit = window.inspector.title.text()
    app.session.metronome.tick()
    assert unit
    assert window.inspector.title.text() not in ("", unit)
    with pytest.raises(Refusal, match="no_such_unit"):
        app.session.do(Inspect(1, 99))


def closing_the_window_saves_what_is_recorded(app: App, tmp_path: Path) -> None:
    path = tmp_path / "mine.nnrec.json"
    app.window.recordings.record(str(path))
    app.session.do(DrawStrokes((((1.0, 1.0), (9.0, 9.0)),), 10.0))
    app.window.close()
    assert [event.intent["do"] for event in read(path).events] == ["DrawStrokes"]


def a_window_whose_recording_cannot_be_saved_stays_open(app: App, tmp_path: Path) -> None:
    window, path = app.window, tmp_path / "gone" / "mine.nnrec.json"
    window.recordings.record(str(path))
    app.session.do(Run())
    window.close()
    window.findChild(QWidget, "failure_dialog").close()
    assert (window.isVisible(), place_dialog(app).isVisible()) == (True, True)
    place_dialog(app).reject()
    # Nobody wants to lose it: it is still there when the window closes the next time, and the time after that.
    question(app).reject()
    window.close()
    window.findChild(QWidget, "failure_dialog").close()
    place_dialog(app).reject()
    question(app).buttons[SAVE].click()
    place_dialog(app).fileSelected.emit(str(tmp_path / "mine.nnrec.json"))
    place_dialog(app).reject()
    assert [event.intent["do"] for event in read(tmp_path / "mine.nnrec.json").events] == ["Run"]
    window.close()
    assert not window.isVisible()


def a_recording_that_cannot_be_saved_can_be_given_up(app: App, tmp_path: Path) -> None:
    recordings, record = app.window.recordings, app.window.actions_by_name["record"]
    recordings.record(str(tmp_path / "gone" / "mine.nnrec.json"))
    record.trigger()
    app.window.findChild(QWidget, "failure_dialog").close()
    place_dialog(app).reject()
    question(app).buttons[DISCARD].click()
    record.trigger()
    # Nothing is left of it: the next one may begin.
    app.window.findChild(QMessageBox, "record_warning").reject()


def place_dialog(app: App) -> QFileDialog:
    """The one that asks where the recording goes."""
    return next(one for one in app.window.findChildren(QFileDialog, "record_dialog") if one.isVisible())


def question(app: App) -> UnsavedRecording:
    """The one that asks what becomes of it."""
    return next(one for one in app.window.findChildren(UnsavedRecording) if one.isVisible())


def the_strip_that_is_shown_is_no_matter_of_the_page(app: App, tmp_path: Path) -> None:
    """A page that was left while something was recorded shows the recording's strip no more."""
    recordings, path = app.window.recordings, tmp_path / "mine.nnrec.json"
    recordings.record(str(path))
    for page in ("compare", "playground"):
        app.session.do(OpenPage(page))
    recordings.stop()
    recordings.open_file(str(path))
    assert (recordings.recording_bar.isVisible(), recordings.playing_bar.isVisible()) == (False, True)
    app.session.do(OpenPage("compare"))
    assert (recordings.recording_bar.isVisible(), recordings.playing_bar.isVisible()) == (False, False)


def panes_that_share_a_place_have_tabs_and_no_titles_when_their_page_comes_back(app: App, qtbot: QtBot) -> None:
    for page in ("compare", "playground"):
        app.session.do(OpenPage(page))
        qtbot.wait(1)
    tabbed = [dock for dock in app.window.findChildren(QDockWidget) if app.window.tabifiedDockWidgets(dock)]
    assert len(tabbed) > 2
    assert not [dock.objectName() for dock in tabbed if dock.titleBarWidget() is None]


def a_file_that_is_none_is_a_sentence_and_changes_nothing(app: App, tmp_path: Path) -> None:
    path = tmp_path / "none.nnrec.json"
    path.write_text("{}", encoding="utf-8")
    said: list[Exception] = []
    app.window.recordings.refused.connect(said.append)
    app.window.recordings.open_file(str(path))
    app.window.findChild(QWidget, "failure_dialog").close()
    assert len(said) == 1
    assert app.window.recordings.playback is None


def the_strips_speak_korean_and_have_names(app: App, tmp_path: Path) -> None:
    app.window.recordings.open_file(str(tmp_path / "mine.nnrec.json"))
    app.languages.use(KOREAN)
    bar = app.window.recordings.playing_bar
    for part in (bar.track, bar.cues, bar.speed, bar.play):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    app.languages.use(ENGLISH)
    assert bar.close_button.text() == "Close"
