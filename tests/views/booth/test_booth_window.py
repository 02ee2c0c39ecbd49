"""The locked window: PIN, keys, fingers, restarts."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCursor, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.booth import Booth, Keeper, awake
from nnviz.session.booth.lock import SHUT
from nnviz.session.booth.visit import ANSWER, ATTRACT, DRAWING
from nnviz.views.booth.glow import Glow
from nnviz.views.booth.scene import BoothScene

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
Wait = Callable[[float], None]
Draw = Callable[[str], None]


def tap(target: QWidget) -> None:
    """One finger, down and up."""
    device, centre = QTest.createTouchDevice(), target.rect().center()
    QTest.touchEvent(target, device).press(0, centre, target).commit()
    QTest.touchEvent(target, device).release(0, centre, target).commit()


def type_pin(booth: Booth, pin: str) -> None:
    for digit in pin:
        tap(booth.window.pad.keys[digit])
    tap(booth.window.pad.keys["enter"])


def test_nobody_closes_it_but_the_host(booth: Booth) -> None:
    window = booth.window
    assert not window.close()
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Q, Qt.Key.Key_F11):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.isVisible()
    assert not window.pad.isVisible()


def test_the_corner_and_a_finger_let_the_host_out(booth: Booth, wait: Wait) -> None:
    window = booth.window
    device, corner = QTest.createTouchDevice(), QPoint(10, 10)
    QTest.touchEvent(window, device).press(0, corner, window).commit()
    wait(3.2)
    QTest.touchEvent(window, device).release(0, corner, window).commit()
    assert window.pad.isVisible()
    type_pin(booth, "2460")
    wait(0.1)
    assert window.pad.title.text == "Wrong PIN"
    type_pin(booth, "2468")
    assert not window.isVisible()


def test_a_short_touch_of_the_corner_does_nothing(booth: Booth, wait: Wait) -> None:
    QTest.mousePress(booth.window.corner, LEFT)
    wait(2)
    QTest.mouseRelease(booth.window.corner, LEFT)
    wait(3)
    assert not booth.window.pad.isVisible()


def test_keys_of_a_keyboard_are_those_of_the_pad(booth: Booth) -> None:
    QTest.keyClick(booth.window, Qt.Key.Key_Q, CONTROL_SHIFT)
    assert booth.window.pad.isVisible()
    QTest.keyClicks(booth.window, "2499")
    QTest.keyClick(booth.window, Qt.Key.Key_Backspace)
    QTest.keyClick(booth.window, Qt.Key.Key_Backspace)
    assert booth.window.pad.dots.text == "●●"
    QTest.keyClicks(booth.window, "68")
    QTest.keyClick(booth.window, Qt.Key.Key_Return)
    assert not booth.window.isVisible()


def test_three_wrong_pins_are_a_wait(booth: Booth, wait: Wait) -> None:
    QTest.keyClick(booth.window, Qt.Key.Key_Q, CONTROL_SHIFT)
    for _ in range(3):
        type_pin(booth, "1111")
    wait(0.2)
    assert booth.window.pad.title.text == "Wait 30 s"
    assert not booth.window.pad.keys["1"].isEnabled()
    QTest.mouseClick(booth.window.pad.keys["leave"], LEFT)
    assert booth.lock.state == SHUT
    assert not booth.window.pad.isVisible()


def test_the_canvas_has_no_keys(booth: Booth, scene: BoothScene, draw: Draw) -> None:
    draw("seven")
    before = scene.canvas.strokes
    focus = QApplication.focusWidget()
    assert focus is booth.window
    for key, modifier in ((Qt.Key.Key_Delete, NONE), (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)):
        QTest.keyClick(focus, key, modifier)
    assert scene.canvas.strokes == before


def test_one_finger_draws_while_another_presses_a_button(
    booth: Booth, scene: BoothScene, draw: Draw, wait: Wait
) -> None:
    draw("seven")
    wait(2.1)
    assert booth.visit.state.phase == ANSWER
    window, device = booth.window, QTest.createTouchDevice()
    paper = scene.canvas.geometry().topLeft() + QPoint(40, 40)
    language = scene.language.geometry().center()
    QTest.touchEvent(window, device).press(0, paper, window).commit()
    assert scene.canvas.is_drawing
    # Within a frame of what was announced last, the canvas waits for the next one.
    wait(0.1)
    assert booth.visit.state.phase == DRAWING
    QTest.touchEvent(window, device).stationary(0).press(1, language, window).commit()
    QTest.touchEvent(window, device).move(0, paper + QPoint(60, 0), window).stationary(1).commit()
    QTest.touchEvent(window, device).stationary(0).release(1, language, window).commit()
    assert scene.language.text() == "English"
    QTest.touchEvent(window, device).release(0, paper + QPoint(60, 0), window).commit()
    assert len(scene.canvas.strokes) == 2


def test_a_finger_that_slides_off_a_button_presses_nothing(
    booth: Booth, scene: BoothScene, draw: Draw, wait: Wait
) -> None:
    draw("seven")
    wait(2.1)
    button, device = scene.choices.buttons["right"], QTest.createTouchDevice()
    QTest.touchEvent(button, device).press(0, QPoint(9, 9), button).commit()
    assert button.isDown()
    QTest.touchEvent(button, device).move(0, QPoint(9, -90), button).commit()
    assert not button.isDown()
    QTest.touchEvent(button, device).release(0, QPoint(9, -90), button).commit()
    assert booth.visit.state.phase == ANSWER
    QTest.touchEvent(button, device).press(0, QPoint(9, 9), button).commit()
    QApplication.sendEvent(button, QTouchEvent(QEvent.Type.TouchCancel, device))
    assert not button.isDown()
    assert booth.visit.state.phase == ANSWER


def test_an_error_while_painting_brings_a_new_scene(
    booth: Booth, scene: BoothScene, wait: Wait, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    keeper = Keeper(booth)
    monkeypatch.setattr(sys, "excepthook", keeper.unexpected)
    broken = True

    def fail(self: Glow, painter: object) -> None:
        if broken:
            raise ArithmeticError("on purpose")

    wait(1)
    monkeypatch.setattr(Glow, "_paint", fail)
    scene.network.update()
    # As in the program: within a running event loop an error while painting goes to sys.excepthook.
    qtbot.waitUntil(lambda: booth.window.restarts.count > 0)
    broken = False
    wait(0.2)
    assert booth.window.scene is not None
    assert booth.window.scene is not scene
    assert booth.window.scene.isVisible()
    assert "on purpose" in capsys.readouterr().err


def test_a_window_that_was_put_away_comes_back(booth: Booth, wait: Wait) -> None:
    booth.window.setWindowState(Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized)
    wait(0.1)
    assert booth.window.windowState() == Qt.WindowState.WindowFullScreen


def test_a_key_of_the_pad_that_went_under_a_finger_hears_the_next(booth: Booth) -> None:
    window = booth.window
    QTest.keyClick(window, Qt.Key.Key_Q, CONTROL_SHIFT)
    key, device = window.pad.keys["2"], QTest.createTouchDevice()
    QTest.touchEvent(key, device).press(0, key.rect().center(), key).commit()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.pad.isVisible()
    QTest.touchEvent(window, device).release(0, QPoint(600, 600), window).commit()
    QTest.keyClick(window, Qt.Key.Key_Q, CONTROL_SHIFT)
    tap(key)
    assert window.pad.dots.text == "●"


def test_an_error_in_a_slot_brings_a_new_scene_and_an_empty_sheet(
    booth: Booth, scene: BoothScene, draw: Draw, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(booth)
    monkeypatch.setattr(sys, "excepthook", keeper.unexpected)
    draw("seven")
    wait(2.1)
    monkeypatch.setattr(booth.visit, "say_right", lambda: 1 / 0)
    QTest.mouseClick(scene.choices.buttons["right"], LEFT)
    wait(0.2)
    assert booth.window.scene is not scene
    assert booth.visit.state.phase == ATTRACT
    assert booth.window.scene is not None
    assert booth.window.scene.canvas.strokes == ()


def test_errors_that_pile_up_bring_a_calm_picture_and_the_host_can_leave(
    booth: Booth, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(booth)
    monkeypatch.setattr(sys, "excepthook", keeper.unexpected)
    monkeypatch.setattr(BoothScene, "_build", lambda self, keyboard: 1 / 0)
    window = booth.window
    window.fail()
    for _ in range(8):
        try:
            wait(0.1)
        except ZeroDivisionError as error:
            keeper.unexpected(type(error), error, None)
    assert window.scene is None
    assert window.moment.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Q, CONTROL_SHIFT)
    assert window.pad.isVisible()
    monkeypatch.undo()
    wait(10)
    assert window.scene is not None
    assert not window.moment.isVisible()


def test_the_pointer_sleeps_while_nobody_moves_it(booth: Booth, wait: Wait) -> None:
    QCursor.setPos(100, 100)
    wait(0.1)
    wait(3.2)
    assert QApplication.overrideCursor().shape() == Qt.CursorShape.BlankCursor
    QCursor.setPos(140, 100)
    wait(0.1)
    assert QApplication.overrideCursor() is None


def test_no_menu_and_no_tab(booth: Booth, scene: BoothScene) -> None:
    assert booth.window.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    assert not booth.window.actions()
    QTest.keyClick(booth.window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in (None, booth.window)


def test_keeping_the_screen_on_fails_softly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    with awake() as kept:
        said = capsys.readouterr().err
    assert kept or "keep the screen on" in said
