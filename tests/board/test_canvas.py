"""The canvas under real mouse, touch and pen events."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.board.canvas import DigitCanvas
from nnviz.board.ink import InkLayer
from nnviz.theme.theme import Theme
from tests.views.digits.digits_stand_in import Draw, StandIn

NONE = Qt.KeyboardModifier.NoModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def at(canvas: DigitCanvas, x: float, y: float) -> QPoint:
    return QPoint(round(x * canvas.width()), round(y * canvas.height()))


def ink(canvas: DigitCanvas, x: float, y: float, theme: Theme) -> bool:
    """True where the widget shows ink."""
    color = canvas.grab().toImage().pixelColor(at(canvas, x, y))
    return abs(color.lightness() - theme.color("ink").lightness()) < 20


class Pen:
    """A tablet's pen."""

    def __init__(self, canvas: DigitCanvas, end: QPointingDevice.PointerType = QPointingDevice.PointerType.Pen) -> None:
        self.canvas = canvas
        self.device = QPointingDevice(
            "pen", 7, QPointingDevice.DeviceType.Stylus, end,
            QPointingDevice.Capability.Position | QPointingDevice.Capability.Pressure, 1, 2,
        )  # fmt: skip

    def send(self, kind: QEvent.Type, x: float, y: float, down: bool = True, button: Qt.MouseButton = LEFT) -> bool:
        point = QPointF(at(self.canvas, x, y))
        place = QPointF(self.canvas.mapToGlobal(point))
        change = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else button
        held = button if down else Qt.MouseButton.NoButton
        event = QTabletEvent(kind, self.device, point, place, 0.5, 0, 0, 0, 0, 0, NONE, change, held)
        QApplication.sendEvent(self.canvas, event)
        return event.isAccepted()

    def stroke(self, *points: tuple[float, float]) -> None:
        self.send(QEvent.Type.TabletPress, *points[0])
        for point in points[1:]:
            self.send(QEvent.Type.TabletMove, *point)
        self.send(QEvent.Type.TabletRelease, *points[-1], down=False)


def test_mouse_draws_a_stroke_in_canvas_units(canvas: DigitCanvas, draw: Draw) -> None:
    draw((0.25, 0.25), (0.5, 0.25), (0.75, 0.5))
    (stroke,) = canvas.strokes
    assert np.array(stroke) == pytest.approx(np.array([(70, 70), (140, 70), (210, 140)]), abs=1)


def test_strokes_do_not_depend_on_the_size_of_the_canvas(stand_in: StandIn, theme: Theme, qtbot: QtBot) -> None:
    found = []
    for side in (140, 560):
        canvas = DigitCanvas(stand_in.clock, theme)
        qtbot.addWidget(canvas)
        canvas.resize(side, side)
        QTest.mousePress(canvas, LEFT, NONE, at(canvas, 0.25, 0.25))
        QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 0.25, 0.25))
        found.append(canvas.strokes)
    assert found[0] == found[1] == (((70.0, 70.0),),)


def test_double_click_draws_two_dots(canvas: DigitCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, at(canvas, 0.3, 0.3))
    QTest.mouseDClick(canvas, LEFT, NONE, at(canvas, 0.3, 0.3))
    QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 0.3, 0.3))
    assert canvas.strokes[0] == canvas.strokes[1]
    assert len(canvas.strokes) == 2


def test_second_button_does_not_disturb_a_stroke(canvas: DigitCanvas) -> None:
    QTest.mousePress(canvas, LEFT, NONE, at(canvas, 0.2, 0.2))
    QTest.mouseMove(canvas, at(canvas, 0.4, 0.4))
    QTest.mousePress(canvas, RIGHT, NONE, at(canvas, 0.4, 0.4))
    QTest.mouseRelease(canvas, RIGHT, NONE, at(canvas, 0.4, 0.4))
    QTest.mouseMove(canvas, at(canvas, 0.6, 0.6))
    QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 0.6, 0.6))
    assert len(canvas.strokes) == 1
    assert len(canvas.strokes[0]) >= 3


def test_right_button_erases(canvas: DigitCanvas, draw: Draw) -> None:
    draw((0.1, 0.5), (0.9, 0.5))
    draw((0.5, 0.4), (0.5, 0.6), button=RIGHT)
    assert len(canvas.strokes) == 2


def test_ink_is_where_the_pen_was(canvas: DigitCanvas, draw: Draw, theme: Theme) -> None:
    draw((0.1, 0.5), (0.5, 0.5), (0.9, 0.5))
    assert ink(canvas, 0.3, 0.5, theme)
    assert ink(canvas, 0.85, 0.5, theme)
    assert not ink(canvas, 0.3, 0.7, theme)
    draw((0.5, 0.4), (0.5, 0.6), button=RIGHT)
    assert not ink(canvas, 0.5, 0.5, theme)
    assert ink(canvas, 0.2, 0.5, theme)


def test_stroke_under_the_pen_is_seen_up_to_the_pen(canvas: DigitCanvas, theme: Theme) -> None:
    QTest.mousePress(canvas, LEFT, NONE, at(canvas, 0.1, 0.5))
    QTest.mouseMove(canvas, at(canvas, 0.8, 0.5))
    assert ink(canvas, 0.79, 0.5, theme)
    QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 0.8, 0.5))


def test_piecewise_ink_equals_ink_drawn_at_once(qapp: QApplication) -> None:
    points = [(40.0, 40.0), (120.0, 60.0), (200.0, 160.0), (90.0, 220.0), (60.0, 240.0)]
    piece, whole = InkLayer(), InkLayer()
    for layer in (piece, whole):
        layer.set_colors(QColor("black"), QColor("white"))
        layer.resize(280, 1)
        layer.redraw(())
    for count in range(1, len(points) + 1):
        piece.add(points[:count])
    piece.finish(points)
    whole.redraw((tuple(points),))
    one, other = piece.pixmap.toImage(), whole.pixmap.toImage()
    far = sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 128
        for x in range(0, 280, 2)
        for y in range(0, 280, 2)
    )
    assert far == 0
    assert one.pixelColor(120, 62).lightness() < 60


def test_layer_has_the_screens_resolution(qapp: QApplication) -> None:
    layer = InkLayer()
    layer.resize(200, 2)
    assert layer.pixmap.width() == 400
    assert layer.fits(200, 2)
    assert not layer.fits(200, 1)


def test_touch_draws_and_a_second_finger_does_not(canvas: DigitCanvas) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(canvas, device).press(0, at(canvas, 0.2, 0.2), canvas).commit()
    QTest.touchEvent(canvas, device).move(0, at(canvas, 0.4, 0.4), canvas).press(
        1, at(canvas, 0.8, 0.8), canvas
    ).commit()
    QTest.touchEvent(canvas, device).move(0, at(canvas, 0.6, 0.4), canvas).release(
        1, at(canvas, 0.8, 0.8), canvas
    ).commit()
    assert canvas.is_drawing
    QTest.touchEvent(canvas, device).release(0, at(canvas, 0.6, 0.4), canvas).commit()
    assert not canvas.is_drawing
    (stroke,) = canvas.strokes
    assert stroke[0] == pytest.approx((56, 56), abs=1)
    assert stroke[-1] == pytest.approx((168, 112), abs=1)


def test_touch_that_the_desktop_takes_away_draws_nothing(canvas: DigitCanvas, draw: Draw) -> None:
    draw((0.1, 0.9), (0.9, 0.9))
    device = QTest.createTouchDevice()
    QTest.touchEvent(canvas, device).press(0, at(canvas, 0.2, 0.2), canvas).commit()
    QTest.touchEvent(canvas, device).move(0, at(canvas, 0.4, 0.4), canvas).commit()
    QApplication.sendEvent(canvas, QTouchEvent(QEvent.Type.TouchCancel, device))
    assert len(canvas.strokes) == 1
    assert not canvas.is_drawing
    QTest.touchEvent(canvas, device).release(0, at(canvas, 0.4, 0.4), canvas).commit()
    assert len(canvas.strokes) == 1


def test_pen_draws_one_stroke_and_is_accepted(canvas: DigitCanvas) -> None:
    pen = Pen(canvas)
    assert pen.send(QEvent.Type.TabletPress, 0.2, 0.2)
    assert pen.send(QEvent.Type.TabletMove, 0.5, 0.5)
    assert pen.send(QEvent.Type.TabletRelease, 0.5, 0.5, down=False)
    assert len(canvas.strokes) == 1


def test_pen_in_the_air_draws_nothing(canvas: DigitCanvas) -> None:
    Pen(canvas).send(QEvent.Type.TabletMove, 0.5, 0.5, down=False)
    assert canvas.strokes == ()


def test_other_end_of_the_pen_erases(canvas: DigitCanvas) -> None:
    Pen(canvas).stroke((0.1, 0.5), (0.9, 0.5))
    Pen(canvas, QPointingDevice.PointerType.Eraser).stroke((0.5, 0.4), (0.5, 0.6))
    assert len(canvas.strokes) == 2


def test_strokes_are_announced_once_a_frame_and_on_release(
    canvas: DigitCanvas, stand_in: StandIn, qtbot: QtBot
) -> None:
    seen: list[object] = []
    canvas.strokes_changed.connect(seen.append)
    QTest.mousePress(canvas, LEFT, NONE, at(canvas, 0.2, 0.2))
    # As if the last announcement had been just now, however slow this machine is.
    canvas._since.start()
    before = len(seen)
    for k in range(5):
        canvas._since.start()
        QTest.mouseMove(canvas, at(canvas, 0.3 + 0.1 * k, 0.3))
    assert len(seen) == before
    stand_in.clock.tick()
    assert len(seen) == before + 1
    stand_in.clock.tick()
    assert len(seen) == before + 1
    QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 0.7, 0.3))
    assert seen[-1] == canvas.strokes
    assert len(seen) == before + 2


def test_idle_canvas_announces_the_first_touch_at_once(canvas: DigitCanvas) -> None:
    seen: list[object] = []
    canvas.strokes_changed.connect(seen.append)
    canvas._since.invalidate()
    QTest.mousePress(canvas, LEFT, NONE, at(canvas, 0.2, 0.2))
    assert len(seen) == 1
    QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 0.2, 0.2))


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Escape])
def test_keys_clear_and_undo(canvas: DigitCanvas, draw: Draw, key: Qt.Key) -> None:
    draw((0.2, 0.2), (0.6, 0.6))
    strokes = canvas.strokes
    QTest.keyClick(canvas, key)
    assert canvas.strokes == ()
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert canvas.strokes == strokes


def test_clearing_during_a_stroke_ends_it(canvas: DigitCanvas) -> None:
    QTest.mousePress(canvas, LEFT, NONE, at(canvas, 0.2, 0.2))
    QTest.mouseMove(canvas, at(canvas, 0.4, 0.4))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseMove(canvas, at(canvas, 0.6, 0.6))
    QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 0.6, 0.6))
    assert canvas.strokes == ()
    assert not canvas.is_drawing


def test_hint_only_on_an_empty_sheet(canvas: DigitCanvas, draw: Draw, theme: Theme) -> None:
    def writing() -> int:
        image = canvas.grab(QRect(at(canvas, 0.3, 0.5), at(canvas, 0.7, 0.75))).toImage()
        paper = theme.color("paper").rgb()
        return sum(image.pixel(x, y) != paper for x in range(image.width()) for y in range(image.height()))

    assert writing() > 100
    draw((0.05, 0.1), (0.05, 0.2))
    assert writing() == 0
    canvas.clear()
    assert writing() > 100


def test_drawing_from_elsewhere_is_shown_without_an_announcement(canvas: DigitCanvas, theme: Theme) -> None:
    seen: list[object] = []
    canvas.strokes_changed.connect(seen.append)
    canvas.show_strokes((((70.0, 140.0), (210.0, 140.0)),))
    assert seen == []
    assert ink(canvas, 0.5, 0.5, theme)


def test_ink_survives_a_resize_and_another_palette(canvas: DigitCanvas, draw: Draw, theme: Theme) -> None:
    draw((0.1, 0.5), (0.9, 0.5))
    canvas.resize(333, 333)
    assert ink(canvas, 0.5, 0.5, theme)
    theme.use("light")
    assert ink(canvas, 0.5, 0.5, theme)
    theme.use("dark")


def test_canvas_can_be_found_and_focused(canvas: DigitCanvas) -> None:
    assert canvas.objectName() == "digit_canvas"
    assert canvas.accessibleName()
    assert canvas.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_picture_takes_the_place_of_the_drawing(canvas: DigitCanvas, draw: Draw) -> None:
    image = QImage(28, 28, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 14, 28, QColor("blue"))
    painter.end()
    canvas.show_picture(image)
    shown = canvas.grab().toImage()
    assert shown.pixelColor(at(canvas, 0.3, 0.5)) == QColor("blue")
    assert shown.pixelColor(at(canvas, 0.7, 0.5)) == QColor("red")
    draw((0.2, 0.2), (0.4, 0.4))
    assert not canvas.shows_picture
    assert len(canvas.strokes) == 1


def test_forgotten_drawing_is_gone_for_good(canvas: DigitCanvas, draw: Draw, theme: Theme, qtbot: QtBot) -> None:
    draw((0.1, 0.5), (0.9, 0.5))
    with qtbot.assertNotEmitted(canvas.strokes_changed):
        canvas.forget()
        canvas.grab()
    assert not ink(canvas, 0.5, 0.5, theme)
    canvas.undo()
    assert canvas.strokes == ()


def test_forgetting_ends_the_stroke_under_the_pen(canvas: DigitCanvas) -> None:
    QTest.mousePress(canvas, LEFT, NONE, at(canvas, 0.2, 0.2))
    canvas.forget()
    QTest.mouseMove(canvas, at(canvas, 0.8, 0.8))
    QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 0.8, 0.8))
    assert canvas.strokes == ()
