"""A user's work in the real window: by menu, key, button and pen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QLabel,
    QMessageBox,
    QSlider,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.session.intents import Adjust, OpenPage, Pause, Run
from nnviz.session.runners import InlineRunner
from nnviz.session.states import RunState
from nnviz.settings import Settings
from nnviz.views.header import PAGES

SEVEN = [(70, 60), (110, 58), (150, 57), (190, 60), (170, 110), (145, 160), (125, 230)]
"""A seven, on a canvas 280 wide."""


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The window as it is at the first start without MNIST, training only in `session.advance`."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings())
    parts.window.show()
    parts.window.open_at(1440, 900)
    qtbot.waitExposed(parts.window)
    yield parts
    parts.close()


def child(app: App, kind: type, name: str) -> QWidget:
    found = app.window.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} called {name}"
    return found


def click(qtbot: QtBot, app: App, name: str) -> None:
    qtbot.mouseClick(child(app, QToolButton, name), Qt.MouseButton.LeftButton)


def draw(qtbot: QtBot, canvas: QWidget, points: list[tuple[int, int]]) -> None:
    """One stroke with the left button; points in units of a canvas 280 wide."""
    side = min(canvas.width(), canvas.height())
    left, top = (canvas.width() - side) / 2, (canvas.height() - side) / 2
    path = [QPoint(round(left + x * side / 280), round(top + y * side / 280)) for x, y in points]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=path[0])
    for point in path[1:]:
        qtbot.mouseMove(canvas, point)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=path[-1])


def test_a_drawn_seven_is_read_at_the_first_start_and_a_closed_welcome_marks_nothing(app: App, qtbot: QtBot) -> None:
    draw(qtbot, child(app, QWidget, "digit_canvas"), SEVEN)
    app.session.clock.tick()
    prediction = app.session.prediction
    assert prediction is not None
    assert prediction.answer == 7
    bars = child(app, QWidget, "digit_bars")
    np.testing.assert_array_equal(bars.values, prediction.probabilities)
    qtbot.mouseClick(child(app, QWidget, "digit_clear"), Qt.MouseButton.LeftButton)
    app.session.clock.tick()
    assert app.session.prediction is None
    app.window.actions_by_name["welcome"].trigger()
    qtbot.mouseClick(child(app, QAbstractButton, "welcome_close"), Qt.MouseButton.LeftButton)
    assert app.application.focusWidget() is child(app, QToolButton, "button_train")


def test_the_keyboard_stays_at_train_while_a_run_is_loaded_and_tab_leads_on(app: App, qtbot: QtBot) -> None:
    train = child(app, QToolButton, "button_train")
    click(qtbot, app, "button_page_playground")
    train.setFocus()
    for page in ("digits", "playground"):
        app.session.do(OpenPage(page))
        app.session.clock.tick()
        assert app.application.focusWidget() is train
    app.window.actions_by_name["train"].setEnabled(False)
    assert app.application.focusWidget() is train
    app.session.do(OpenPage("digits"))
    assert app.application.focusWidget() is train
    app.window.actions_by_name["train"].setEnabled(False)
    qtbot.keyClick(train, Qt.Key.Key_Tab)
    assert app.application.focusWidget() is not train


def test_train_pause_step_reset_by_button_and_close_in_the_middle(app: App, qtbot: QtBot) -> None:
    click(qtbot, app, "button_page_playground")
    click(qtbot, app, "button_train")
    app.session.advance(30)
    assert app.session.state is RunState.RUNNING
    assert child(app, QToolButton, "button_train").text() == "Pause"
    check_header(app)
    click(qtbot, app, "button_train")
    assert app.session.state is RunState.PAUSED
    click(qtbot, app, "button_step")
    app.session.advance(1)
    assert app.session.snapshot.iteration == 31
    click(qtbot, app, "button_reset")
    assert app.session.snapshot.iteration == 0
    click(qtbot, app, "button_new_seed")
    assert app.session.experiment.seed == 1
    click(qtbot, app, "button_train")
    app.session.advance(3)
    app.window.close()
    assert not app.window.isVisible()


def check_header(app: App) -> None:
    """Numbers in the header are the run."""
    snapshot, history = app.session.snapshot, app.session.history
    assert child(app, QWidget, "fact_iteration").text() == f"{snapshot.iteration:,}"
    assert child(app, QWidget, "fact_epoch").text() == f"{snapshot.epoch:,.2f}"
    assert child(app, QWidget, "fact_loss").text() == f"{history.loss[-50:].mean():.4f}"
    assert child(app, QWidget, "fact_accuracy").text() == f"{100 * history.test_accuracy[-1]:.2f} %"
    assert app.window.header.isVisible()


def test_training_by_key_at_any_speed_for_thousands_of_epochs(app: App, qtbot: QtBot) -> None:
    qtbot.keyClick(app.window, "2", Qt.KeyboardModifier.ControlModifier)
    assert app.session.page == "playground"
    qtbot.keyClick(app.window, "r", Qt.KeyboardModifier.ControlModifier)
    app.session.advance(2)
    assert app.session.history.steps == 2
    check_speed(app)
    check_thousands_of_epochs(app)


def check_speed(app: App) -> None:
    slider = child(app, QSlider, "speed")
    slider.setValue(0)
    assert app.session.speed == 1
    slider.setValue(slider.maximum())
    assert app.session.speed is None


def check_thousands_of_epochs(app: App) -> None:
    """Small data is soon passed through so often; there is room in the header."""
    app.session.do(Adjust({"samples": 20, "layers": []}))
    app.session.do(Run())
    app.session.advance(1010)
    app.window.header.show_facts()
    label = child(app, QLabel, "fact_epoch")
    assert app.session.snapshot.epoch > 1000
    assert label.text() == f"{app.session.snapshot.epoch:,.0f}"
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.minimumWidth()


def test_each_page_shows_its_docks_and_names_everything_while_the_window_keeps_its_size(app: App, qtbot: QtBot) -> None:
    app.window.open_at(1280, 800)
    looks = {"dock_controls", "dock_inspector", "dock_curves", "dock_layers", "dock_mistakes"}
    first = {"dock_controls", "dock_inspector", "dock_digits"}
    check_page(app, first)
    pages = {"playground": looks | {"dock_boundary"}, "digits": first, "compare": {"dock_controls"}}
    for page in ("playground", "digits", "compare", "playground", "digits"):
        click(qtbot, app, f"button_page_{page}")
        app.application.processEvents()
        check_page(app, pages[page])
    # MNIST would be downloaded.
    app.session.do(Adjust({"data": "handwriting"}))
    check_page(app, first)
    click(qtbot, app, "button_train")
    check_page(app, first | looks)


def check_page(app: App, docks: set[str]) -> None:
    """These docks, the size of the window, and a name for everything a user touches."""
    assert {dock.objectName() for dock in app.window.findChildren(QDockWidget) if dock.isVisible()} == docks
    assert (app.window.width(), app.window.height()) == (1280, 800)
    touched = [
        widget
        for widget in app.window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
    ]
    unnamed = [
        f"{type(widget).__name__} {widget.objectName()} in {widget.parentWidget().objectName()}"
        for widget in touched
        if not widget.objectName() or not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not unnamed


def test_the_welcome_leads_to_the_playground_where_other_data_starts_another_run(app: App, qtbot: QtBot) -> None:
    focus_a_unit(app, qtbot)
    app.window.actions_by_name["welcome"].trigger()
    welcome = app.window.welcome
    assert welcome.isVisible()
    qtbot.mouseClick(child(app, QAbstractButton, "welcome_playground"), Qt.MouseButton.LeftButton)
    assert not welcome.isVisible()
    assert app.session.page == "playground"
    app.session.clock.tick()
    assert not app.window.network.grab().isNull(), "the focused unit of the old network is let go"
    combo = child(app, QComboBox, "data")
    combo.setCurrentIndex(combo.findData("xor"))
    assert app.session.experiment.data == "xor"
    assert app.session.data is not None
    assert app.session.data.name == "xor"


def focus_a_unit(app: App, qtbot: QtBot) -> None:
    network = app.window.network
    network.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(network, Qt.Key.Key_Down)
    network.grab()


def test_a_refused_file_becomes_a_dialog_and_failures_share_one(app: App, tmp_path: Path) -> None:
    path = tmp_path / "broken.safetensors"
    path.write_text("nothing")
    app.window.files.open(path)
    dialog = app.window.findChild(QMessageBox, "failure_dialog")
    assert dialog is not None
    assert "broken.safetensors" in dialog.text()
    assert "Traceback" not in dialog.text()
    assert "Refusal" in dialog.detailedText()
    for text in ("one", "two", "three"):
        app.window.show_failure(ValueError(text))
    dialogs = [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
    assert len(dialogs) == 1
    assert "three" in dialogs[0].text()
    dialogs[0].close()


def test_palette_and_writing_reach_everything_and_the_pages_words_come_before_those_of_the_speed(app: App) -> None:
    check_words(app, 1280)
    before = app.window.grab().toImage().pixelColor(4, app.window.height() - 4)
    app.theme.use("light")
    app.session.clock.tick()
    after = app.window.grab().toImage().pixelColor(4, app.window.height() - 4)
    assert before.lightness() < 80
    assert after.lightness() > 180
    app.theme.set_scale(1.4)
    for width in (1600, 1000):
        check_words(app, width)


def check_words(app: App, width: int) -> None:
    """The words of the pages are all beside their icons, or none is; the speed has fewer."""
    app.window.resize(width, 860)
    for _ in range(3):
        app.application.processEvents()
    header, speed = app.window.header, child(app, QSlider, "speed")
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    worded = {name for name in PAGES if child(app, QToolButton, f"button_{name}").toolButtonStyle() == beside}
    assert worded in (set(), set(PAGES))
    assert bool(worded) == (width > 1000)
    assert header.width() >= header.layout().minimumSize().width()
    before = [child(app, QToolButton, f"button_{name}").toolButtonStyle() for name in PAGES]
    app.session.do(Run())
    app.session.do(Pause())
    assert [child(app, QToolButton, f"button_{name}").toolButtonStyle() for name in PAGES] == before
    assert "Speed" in speed.toolTip()
    for name in worded:
        button = child(app, QToolButton, f"button_{name}")
        assert button.width() >= button.minimumSizeHint().width()
