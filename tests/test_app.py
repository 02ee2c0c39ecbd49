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
from nnviz.session.intents import Adjust, Pause, Run
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


def test_a_drawn_seven_is_read_at_the_first_start(app: App, qtbot: QtBot) -> None:
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


def test_train_pause_step_reset_by_button(app: App, qtbot: QtBot) -> None:
    click(qtbot, app, "button_page_playground")
    click(qtbot, app, "button_train")
    app.session.advance(30)
    assert app.session.state is RunState.RUNNING
    assert child(app, QToolButton, "button_train").text() == "Pause"
    click(qtbot, app, "button_train")
    assert app.session.state is RunState.PAUSED
    click(qtbot, app, "button_step")
    app.session.advance(1)
    assert app.session.snapshot.iteration == 31
    click(qtbot, app, "button_reset")
    assert app.session.snapshot.iteration == 0
    click(qtbot, app, "button_new_seed")
    assert app.session.experiment.seed == 1


def test_training_by_key(app: App, qtbot: QtBot) -> None:
    qtbot.keyClick(app.window, "2", Qt.KeyboardModifier.ControlModifier)
    assert app.session.page == "playground"
    qtbot.keyClick(app.window, "r", Qt.KeyboardModifier.ControlModifier)
    app.session.advance(2)
    assert app.session.history.steps == 2


def test_numbers_in_the_header_are_the_run(app: App, qtbot: QtBot) -> None:
    click(qtbot, app, "button_page_playground")
    click(qtbot, app, "button_train")
    app.session.advance(25)
    header = app.window.header
    snapshot, history = app.session.snapshot, app.session.history
    assert child(app, QWidget, "fact_iteration").text() == f"{snapshot.iteration:,}"
    assert child(app, QWidget, "fact_epoch").text() == f"{snapshot.epoch:,.2f}"
    assert child(app, QWidget, "fact_loss").text() == f"{history.loss[-50:].mean():.4f}"
    assert child(app, QWidget, "fact_accuracy").text() == f"{100 * history.test_accuracy[-1]:.2f} %"
    assert header.isVisible()


def test_thousands_of_epochs_have_room_in_the_header(app: App, qtbot: QtBot) -> None:
    """Small data is soon passed through so often."""
    click(qtbot, app, "button_page_playground")
    app.session.do(Adjust({"samples": 20}))
    app.session.do(Run())
    app.session.advance(1200)
    app.window.header.show_facts()
    label = child(app, QLabel, "fact_epoch")
    assert app.session.snapshot.epoch > 1000
    assert label.text() == f"{app.session.snapshot.epoch:,.0f}"
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.minimumWidth()


def test_speed_slider(app: App) -> None:
    slider = child(app, QSlider, "speed")
    slider.setValue(0)
    assert app.session.speed == 1
    slider.setValue(slider.maximum())
    assert app.session.speed is None


def test_each_page_shows_its_docks(app: App, qtbot: QtBot) -> None:
    def shown() -> set[str]:
        return {dock.objectName() for dock in app.window.findChildren(QDockWidget) if dock.isVisible()}

    looks = {"dock_controls", "dock_inspector", "dock_curves", "dock_layers", "dock_mistakes"}
    first = {"dock_controls", "dock_inspector", "dock_digits"}
    assert shown() == first
    click(qtbot, app, "button_page_playground")
    assert shown() == looks | {"dock_boundary"}
    click(qtbot, app, "button_page_compare")
    assert shown() == {"dock_controls"}
    click(qtbot, app, "button_page_digits")
    assert shown() == first
    click(qtbot, app, "button_train")
    assert shown() == first | looks


def test_choosing_other_data_starts_another_run(app: App, qtbot: QtBot) -> None:
    click(qtbot, app, "button_page_playground")
    combo = child(app, QComboBox, "data")
    combo.setCurrentIndex(combo.findData("xor"))
    assert app.session.experiment.data == "xor"
    assert app.session.data is not None
    assert app.session.data.name == "xor"


def test_a_refused_file_becomes_a_dialog(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "broken.safetensors"
    path.write_text("nothing")
    app.window.files.open(path)
    dialog = app.window.findChild(QMessageBox, "failure_dialog")
    assert dialog is not None
    assert "broken.safetensors" in dialog.text()
    assert "Traceback" not in dialog.text()
    assert "Refusal" in dialog.detailedText()
    dialog.close()


def test_the_welcome_leads_somewhere(app: App, qtbot: QtBot) -> None:
    app.window.actions_by_name["welcome"].trigger()
    welcome = app.window.welcome
    assert welcome.isVisible()
    qtbot.mouseClick(child(app, QAbstractButton, "welcome_playground"), Qt.MouseButton.LeftButton)
    assert not welcome.isVisible()
    assert app.session.page == "playground"


def test_palette_switch_reaches_everything(app: App) -> None:
    before = app.window.grab().toImage().pixelColor(4, app.window.height() - 4)
    app.theme.use("light")
    app.session.clock.tick()
    after = app.window.grab().toImage().pixelColor(4, app.window.height() - 4)
    assert before.lightness() < 80
    assert after.lightness() > 180


def test_everything_a_user_touches_has_a_name(app: App) -> None:
    for page in ("digits", "playground", "compare"):
        app.window.actions_by_name[f"page_{page}"].trigger()
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


def test_closing_in_the_middle_of_training_leaves_nothing(app: App, qtbot: QtBot) -> None:
    click(qtbot, app, "button_page_playground")
    click(qtbot, app, "button_train")
    app.session.advance(3)
    app.window.close()
    assert not app.window.isVisible()


def test_a_focused_unit_of_the_old_network_is_let_go(app: App, qtbot: QtBot) -> None:
    network = app.window.network
    network.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(network, Qt.Key.Key_Down)
    network.grab()
    click(qtbot, app, "button_page_playground")
    app.session.clock.tick()
    assert not network.grab().isNull()


def test_failures_share_one_dialog(app: App) -> None:
    for text in ("one", "two", "three"):
        app.window.show_failure(ValueError(text))
    dialogs = [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
    assert len(dialogs) == 1
    assert "three" in dialogs[0].text()
    dialogs[0].close()


def test_window_keeps_its_size_when_the_page_changes(app: App, qtbot: QtBot) -> None:
    app.window.open_at(1280, 800)
    for page in ("playground", "digits", "compare", "playground", "digits"):
        click(qtbot, app, f"button_page_{page}")
        qtbot.wait(1)
        assert (app.window.width(), app.window.height()) == (1280, 800)


def test_the_welcome_marks_nothing_when_it_goes(app: App, qtbot: QtBot) -> None:
    app.window.actions_by_name["welcome"].trigger()
    qtbot.mouseClick(child(app, QAbstractButton, "welcome_close"), Qt.MouseButton.LeftButton)
    assert app.application.focusWidget() is child(app, QToolButton, "button_train")


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1280), (1.4, 1600), (1.4, 1000)])
def test_the_pages_words_come_before_those_of_the_speed(app: App, scale: float, width: int) -> None:
    app.theme.set_scale(scale)
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
