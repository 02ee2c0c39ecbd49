"""Presenting in the real window: real keys and mouse at the native window, as a remote and a lecturer send them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMenu, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.session.intents import CloseLesson, OpenLesson, OpenPage, OpenPasses, Run
from nnviz.session.lecture import DONE, PREDICT
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from nnviz.views.presenter.cover import BLACK, FROZEN
from nnviz.views.presenter.notes import Notes
from nnviz.views.presenting import Presenting

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LESSON = """
id = "own"
title = "Mine"
summary = "S"
minutes = 1
rows = []
[[step]]
title = "First"
text = "T"
notes = "Say this."
actions = [{do = "OpenPage", page = "playground"}]
[[step]]
title = "Second"
text = "Look at the **loss**."
focus = "curves_pane"
[[step]]
title = "Third"
text = "T"
actions = [{do = "OpenPage", page = "graph"}]
[step.predict]
question = "Which?"
answers = ["This", "That"]
right = 1
because = "B"
"""


@dataclass(frozen=True)
class FakeScreen:
    """A screen that is not there."""

    x: int
    width: int = 1280
    height: int = 800

    def geometry(self) -> QRect:
        return QRect(self.x, 0, self.width, self.height)

    def availableGeometry(self) -> QRect:
        return self.geometry().adjusted(0, 0, 0, -40)


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), "playground")
    parts.window.presenting.lectern.screens = lambda: [FakeScreen(0, 1440, 900)]
    parts.window.show()
    parts.window.open_at(1440, 900)
    qtbot.waitExposed(parts.window)
    tick(parts)
    yield parts
    parts.close()


@pytest.fixture
def lesson(tmp_path: Path) -> OpenLesson:
    path = tmp_path / "own.toml"
    path.write_text(LESSON, encoding="utf-8")
    return OpenLesson(str(path))


def tick(app: App) -> None:
    for _ in range(2):
        app.application.processEvents()
        app.session.clock.tick()
    app.application.processEvents()


def handle(widget: QWidget) -> QWindow:
    found = widget.windowHandle()
    assert found is not None
    return found


def press(app: App, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(handle(app.window), key, held)
    tick(app)


def move(app: App, place: QPoint) -> None:
    QTest.mouseMove(handle(app.window), place)
    app.application.processEvents()


def begin(app: App) -> Presenting:
    press(app, Qt.Key.Key_F5)
    assert app.window.presenting.is_on
    return app.window.presenting


def notes_of(app: App) -> Notes:
    notes = app.window.presenting.lectern.notes
    assert notes is not None
    return notes


def click(app: App, button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    tick(app)


def looks(app: App) -> dict[str, object]:
    """Everything that is to be the same afterwards."""
    window = app.window
    docks = {
        dock.objectName(): (dock.isVisible(), _place(window, dock), dock.features(), dock.isFloating())
        for dock in window.findChildren(QDockWidget)
    }
    bars = [bar.isVisible() for bar in window.findChildren(QToolBar)]
    own = (window.geometry(), window.windowState(), window.menuBar().isVisible(), window.statusBar().isVisible())
    return {**docks, "bars": bars, "own": own, "scale": app.theme.scale, "focus": QApplication.focusWidget()}


def _place(window: QWidget, dock: QWidget) -> QRect:
    """Where it is; behind another tab it is nowhere in the window."""
    return dock.geometry() & window.rect()


def shown(app: App) -> set[str]:
    docks = app.window.findChildren(QDockWidget)
    return {dock.objectName().removeprefix("dock_") for dock in docks if dock.isVisible()}


def field_of(app: App) -> QLineEdit:
    return next(edit for edit in app.window.findChildren(QLineEdit) if edit.isVisible() and not edit.isReadOnly())


def test_everything_is_as_before_afterwards(app: App, lesson: OpenLesson) -> None:
    window = app.window
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
    window.resizeDocks([docks["dock_controls"], docks["dock_boundary"]], [371, 463], Qt.Orientation.Horizontal)
    docks["dock_layers"].hide()
    window.network.setFocus()
    tick(app)
    before = looks(app)
    presenting = begin(app)
    assert window.isFullScreen()
    assert app.theme.hall
    assert not window.menuBar().isVisible()
    assert not window.statusBar().isVisible()
    assert shown(app) == {"boundary"}
    presenting.shown.choose("inspector", True)
    press(app, Qt.Key.Key_Escape)
    assert looks(app) == before
    assert not app.theme.hall
    # A lesson whose dock was made wider, and another way in and out.
    app.session.do(lesson)
    tick(app)
    window.resizeDocks([docks["dock_lecture"]], [455], Qt.Orientation.Horizontal)
    tick(app)
    before = looks(app)
    press(app, Qt.Key.Key_F5, SHIFT)
    assert shown(app) == {"lecture", "boundary", "inspector"}
    press(app, Qt.Key.Key_F5)
    assert looks(app) == before


@pytest.mark.qt_log_ignore(r"raise\(\)", extend=True)
def test_a_floating_dock_comes_before_the_audience_and_floats_again(app: App) -> None:
    dock = app.window.findChild(QDockWidget, "dock_boundary")
    assert dock is not None
    dock.setFloating(True)
    dock.setGeometry(150, 140, 420, 380)
    tick(app)
    before = looks(app) | {"floats at": dock.geometry()}
    begin(app)
    assert (shown(app), dock.isFloating()) == ({"boundary"}, False)
    press(app, Qt.Key.Key_Escape)
    assert looks(app) | {"floats at": dock.geometry()} == before


def test_only_what_is_chosen_is_shown(app: App, lesson: OpenLesson) -> None:
    app.session.do(OpenPage("digits"))
    tick(app)
    ordinary = shown(app)
    app.session.do(OpenPage("playground"))
    tick(app)
    begin(app)
    menu = app.window.findChild(QMenu, "menu_shown")
    assert menu is not None
    menu.aboutToShow.emit()
    entries = {action.objectName().removeprefix("shown_"): action for action in menu.actions()}
    assert {name for name, action in entries.items() if action.isChecked()} == {"boundary"}
    # Training brings its curves: not here.
    press(app, Qt.Key.Key_R, CTRL)
    app.session.advance(3)
    press(app, Qt.Key.Key_R, CTRL)
    assert app.session.snapshot.iteration == 3
    assert shown(app) == {"boundary"}
    entries["boundary"].trigger()
    app.session.do(lesson)
    tick(app)
    assert shown(app) == {"lecture"}
    press(app, Qt.Key.Key_PageDown)
    assert shown(app) == {"lecture", "curves"}
    app.session.do(CloseLesson())
    for name in ("menu", "transport", "layers"):
        entries[name].trigger()
    app.session.do(OpenPage("digits"))
    tick(app)
    assert shown(app) == {"digits", "layers"}
    assert app.window.menuBar().isVisible()
    assert app.window.header.isVisible()
    # A page that was opened meanwhile has its own arrangement, and no strips of recordings.
    presenting = app.window.presenting
    presenting.lectern.open()
    QTest.keyClick(handle(notes_of(app)), Qt.Key.Key_Escape)
    tick(app)
    assert (presenting.is_on, presenting.lectern.notes) == (False, None)
    assert shown(app) == ordinary
    strips = [app.window.findChild(QToolBar, f"strip_{name}") for name in ("recording_bar", "playing_bar")]
    assert [strip.isVisible() for strip in strips if strip] == [False, False]


def test_a_remote_and_two_screens(app: App, lesson: OpenLesson, qtbot: QtBot) -> None:
    own, wall = FakeScreen(0, 1440, 900), FakeScreen(1440)
    screens = [own, wall]
    app.window.presenting.lectern.screens = lambda: screens
    # Opened before, it stands where the audience will be.
    press(app, Qt.Key.Key_N, CTRL | SHIFT)
    place = notes_of(app).geometry()
    assert place.left() == 1440
    app.window.activateWindow()
    app.session.do(lesson)
    tick(app)
    app.window.presenting.shown.choose("controls", True)
    begin(app)
    keys_of_a_remote_turn_the_lesson_whatever_has_the_focus(app)
    a_projector_may_come_and_go(app, screens, wall, qtbot)
    press(app, Qt.Key.Key_Escape)
    assert not app.window.presenting.is_on
    assert notes_of(app).geometry() == place


def keys_of_a_remote_turn_the_lesson_whatever_has_the_focus(app: App) -> None:
    notes, lecture = notes_of(app), app.session.lecture
    # The window was on the first screen, the lecturer's own: the audience gets the other.
    assert (notes.geometry().left() < 10, notes.width(), notes.notes.markdown) == (True, 1440, "Say this.")
    heard: list[object] = []
    lecture.changed.connect(heard.append)
    app.window.activateWindow()
    field = field_of(app)
    field.setFocus()
    field.clear()
    for key in (Qt.Key.Key_0, Qt.Key.Key_Period, Qt.Key.Key_5):
        press(app, key)
    assert (field.text(), heard) == ("0.5", [])
    press(app, Qt.Key.Key_Escape)
    assert app.window.presenting.is_on
    assert not field.hasFocus()
    press(app, Qt.Key.Key_PageDown)
    assert lecture.state.index == 1
    app.window.network.setFocus()
    press(app, Qt.Key.Key_Period)
    assert len(heard) > 1
    QTest.keyClick(handle(notes), Qt.Key.Key_PageDown)
    tick(app)
    assert (lecture.state.index, lecture.state.phase) == (2, PREDICT)
    click(app, notes.desk.buttons["next"])
    assert (lecture.state.phase, app.session.page) == (DONE, "graph")
    press(app, Qt.Key.Key_PageUp)
    assert lecture.state.index == 1
    app.window.actions_by_name["swap_screens"].trigger()
    assert notes.geometry().left() == 1440
    app.window.actions_by_name["swap_screens"].trigger()


def a_projector_may_come_and_go(app: App, screens: list[FakeScreen], wall: FakeScreen, qtbot: QtBot) -> None:
    presenting = app.window.presenting
    assert notes_of(app).geometry().left() < 10
    screens.remove(wall)
    app.application.screenRemoved.emit(app.window.screen())
    press(app, Qt.Key.Key_L, CTRL)
    assert presenting.overlays.spot.isVisible()
    qtbot.waitUntil(lambda: notes_of(app).geometry().left() > 700)
    assert not app.window.actions_by_name["swap_screens"].isEnabled()
    screens.append(wall)
    app.application.screenAdded.emit(app.window.screen())
    qtbot.waitUntil(lambda: notes_of(app).geometry().left() < 10)
    assert app.window.actions_by_name["swap_screens"].isEnabled()


def test_keys_and_mouse_without_a_lesson(app: App) -> None:
    before_it_they_are_nobodys(app)
    begin(app)
    pointers_lie_over_a_window_that_can_be_used(app)
    an_empty_screen_keeps_clicks_from_what_lies_beneath(app)
    keys_are_iterations_beats_or_nobodys(app)
    the_strip_ends_it_and_all_its_pointers(app)


def before_it_they_are_nobodys(app: App) -> None:
    for key in (Qt.Key.Key_B, Qt.Key.Key_PageDown, Qt.Key.Key_Escape):
        press(app, key)
    assert (app.session.snapshot.iteration, app.window.presenting.watch.watched) == (0, ())
    assert not app.window.actions_by_name["black_screen"].isEnabled()
    move(app, QPoint(700, 899))
    assert not app.window.presenting.strip.isVisible()


def keys_are_iterations_beats_or_nobodys(app: App) -> None:
    presenting, actions, passes = app.window.presenting, app.window.actions_by_name, app.session.passes
    for _ in range(2):
        press(app, Qt.Key.Key_PageDown)
        app.session.advance(1)
        tick(app)
    press(app, Qt.Key.Key_PageUp)
    assert app.session.snapshot.iteration == 1
    app.session.do(OpenPasses("shown"))
    for key, index in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 1)):
        press(app, key)
        assert passes.moment is not None
        assert passes.moment.index == index
    press(app, Qt.Key.Key_Period)
    assert (passes.state.playing, app.session.snapshot.iteration) == (True, 1)
    press(app, Qt.Key.Key_B)
    assert presenting.overlays.cover.kind == BLACK
    press(app, Qt.Key.Key_Shift)
    assert presenting.overlays.cover.kind == BLACK
    press(app, Qt.Key.Key_PageDown)
    assert (presenting.overlays.cover.kind, passes.state.playing) == ("", True)
    app.session.do(OpenPage("graph"))
    heard: list[object] = []
    actions["present_next"].triggered.connect(heard.append)
    press(app, Qt.Key.Key_PageDown)
    assert (heard, app.session.page) == ([], "graph")


def pointers_lie_over_a_window_that_can_be_used(app: App) -> None:
    presenting, actions = app.window.presenting, app.window.actions_by_name
    overlays, strip = presenting.overlays, presenting.strip
    bottom = QPoint(400, app.window.height() - 1)
    move(app, bottom)
    assert strip.isVisible()
    assert app.window.rect().contains(strip.geometry())
    for name, is_on in (("spotlight", overlays.spot.isVisible), ("laser", lambda: overlays.laser.is_on)):
        click(app, strip.buttons[name])
        assert is_on()
        assert actions[name].isChecked()
    place = app.window.network.mapTo(app.window, QPoint(150, 300))
    move(app, place)
    assert (overlays.spot.center, overlays.laser.trail[-1]) == (place, place)
    assert app.window.network.isAncestorOf(app.window.childAt(place))
    dock = app.window.findChild(QDockWidget, "dock_boundary")
    assert dock is not None
    dock.raise_()
    tick(app)
    assert app.window.children().index(overlays.spot) > app.window.children().index(dock)


def the_strip_ends_it_and_all_its_pointers(app: App) -> None:
    presenting, overlays, strip = app.window.presenting, app.window.presenting.overlays, app.window.presenting.strip
    assert (overlays.spot.isVisible(), overlays.laser.is_on) == (True, True)
    move(app, QPoint(400, app.window.height() - 1))
    click(app, strip.buttons["present"])
    assert (presenting.is_on, strip.isVisible(), overlays.are_on) == (False, False, False)
    assert presenting.watch.watched == ()
    # A pointer is of use without presenting, too.
    press(app, Qt.Key.Key_L, CTRL | SHIFT)
    move(app, QPoint(321, 234))
    assert overlays.laser.trail[-1] == QPoint(321, 234)


def an_empty_screen_keeps_clicks_from_what_lies_beneath(app: App) -> None:
    presenting = app.window.presenting
    heard: list[object] = []
    app.session.inspected.connect(heard.append)
    place = app.window.network.mapTo(app.window, app.window.network.rect().center())
    press(app, Qt.Key.Key_B)
    QTest.mouseClick(handle(app.window), Qt.MouseButton.RightButton, NONE, place)
    tick(app)
    assert (presenting.overlays.cover.kind, QApplication.activePopupWidget()) == (BLACK, None)
    QTest.mousePress(handle(app.window), Qt.MouseButton.LeftButton, NONE, place)
    assert presenting.overlays.cover.kind == BLACK
    QTest.mouseRelease(handle(app.window), Qt.MouseButton.LeftButton, NONE, place)
    assert (presenting.overlays.cover.kind, heard) == ("", [])


def test_a_frozen_picture_and_the_screens_of_halls(app: App) -> None:
    begin(app)
    a_frozen_picture_stands_while_training_goes_on(app)
    app.session.do(OpenLesson("neuron"))
    tick(app)
    it_fits_the_screens_of_halls(app)
    app.window.presenting.lectern.open()
    app.window.close()
    left = [widget for widget in app.application.topLevelWidgets() if widget.isVisible()]
    assert (left, app.window.isFullScreen(), app.theme.hall) == ([], False, False)


def a_frozen_picture_stands_while_training_goes_on(app: App) -> None:
    presenting = app.window.presenting
    press(app, Qt.Key.Key_N, CTRL | SHIFT)
    notes, cover = notes_of(app), presenting.overlays.cover
    assert notes.geometry().left() > 700
    assert not notes.preview.isVisible()
    before = app.window.grab().toImage()
    QTest.keyClick(handle(notes), Qt.Key.Key_F, CTRL)
    tick(app)
    assert (cover.kind, notes.desk.buttons["freeze"].isChecked()) == (FROZEN, True)
    beneath = notes.preview.pixmap().toImage()
    app.session.do(Run())
    app.session.advance(20)
    for _ in range(2):
        tick(app)
    assert app.window.grab().toImage() == before
    assert notes.preview.isVisible()
    assert notes.preview.pixmap().toImage() != beneath
    press(app, Qt.Key.Key_Space)
    assert (cover.kind, notes.preview.isVisible()) == ("", False)
    assert app.window.grab().toImage() != before
    QTest.keyClick(handle(notes), Qt.Key.Key_N, CTRL | SHIFT)
    tick(app)
    assert presenting.lectern.notes is None
    assert not app.window.actions_by_name["notes"].isChecked()


def it_fits_the_screens_of_halls(app: App) -> None:
    presenting = app.window.presenting
    press(app, Qt.Key.Key_L, CTRL)
    for page, width, height in (("functions", 1280, 800), ("graph", 2560, 1440)):
        app.session.do(OpenPage(page))
        app.window.resize(width, height)
        tick(app)
        assert (app.window.width(), app.window.height()) == (width, height)
        assert presenting.overlays.spot.size() == app.window.size()
        # The platform of the tests has no screen that large for a real mouse.
        presenting.watch.moved.emit(QPoint(width // 2, height - 1))
        assert app.window.rect().contains(presenting.strip.geometry())
        presenting.strip.hide()
    press(app, Qt.Key.Key_W)
    picture = app.window.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(0, 2560, 97) for y in range(0, 1440, 89)}
    assert colors == {"#ffffff"}
