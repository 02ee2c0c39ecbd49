"""Cover, spotlight and laser over a small window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from nnviz.session.clock import FrameClock
from nnviz.theme.theme import REDUCED, Theme
from nnviz.views.presenter.cover import BLACK, FROZEN, WHITE, Cover
from nnviz.views.presenter.laser import RED
from nnviz.views.presenter.overlays import Overlays
from nnviz.views.presenter.spot import LEAST_RADIUS

SIZE = (400, 300)
CENTER = QPoint(200, 150)


class Hall:
    """A window with one label, and what lies over it."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.window, self.clock = QMainWindow(), FrameClock()
        self.label = QLabel("live", self.window)
        self.label.setStyleSheet("background: #406080")
        self.window.setCentralWidget(self.label)
        self.window.resize(*SIZE)
        self.overlays = Overlays(theme, self.clock, self.window)
        qtbot.addWidget(self.window)
        self.window.show()

    def picture(self) -> QImage:
        self.clock.tick()
        return self.window.grab().toImage()


@pytest.fixture
def hall(theme: Theme, qtbot: QtBot) -> Iterator[Hall]:
    yield Hall(theme, qtbot)
    theme.set_motion("full")


def test_the_spotlight_dims_all_but_its_circle(hall: Hall) -> None:
    plain = hall.picture()
    hall.overlays.turn_spot(True)
    hall.overlays.move_to(CENTER)
    lit = hall.picture()
    radius = round(hall.overlays.spot.radius)
    assert lit.pixelColor(CENTER) == plain.pixelColor(CENTER)
    assert lit.pixelColor(CENTER + QPoint(radius // 2, 0)) == plain.pixelColor(CENTER + QPoint(radius // 2, 0))
    # The edge is soft: darker and darker.
    values = [lit.pixelColor(CENTER + QPoint(round(share * radius), 0)).value() for share in (0.8, 0.88, 0.94, 1.2)]
    assert values == sorted(values, reverse=True)
    assert values[0] > values[1] > values[2] > values[3]
    assert lit.pixelColor(CENTER + QPoint(2 * radius, 0)).value() < 0.5 * plain.pixelColor(5, 5).value()
    hall.overlays.move_to(QPoint(40, 40))
    assert hall.picture().pixelColor(CENTER).value() < 0.5 * plain.pixelColor(CENTER).value()


def test_the_spotlight_grows_and_shrinks_within_reason(hall: Hall) -> None:
    spot = hall.overlays.spot
    hall.overlays.turn_spot(True)
    first = spot.radius
    spot.grow(1)
    assert spot.radius > first
    spot.grow(-1)
    assert spot.radius == pytest.approx(first)
    spot.grow(-100)
    assert spot.radius == LEAST_RADIUS
    spot.grow(100)
    assert spot.radius < SIZE[1]


def test_overlays_follow_the_size_of_the_window_and_let_the_mouse_through(hall: Hall) -> None:
    hall.overlays.turn_spot(True)
    hall.overlays.turn_laser(True)
    hall.overlays.move_to(CENTER)
    hall.window.resize(600, 500)
    assert hall.overlays.spot.size() == hall.window.size()
    assert hall.window.childAt(CENTER) is hall.label
    assert hall.overlays.are_on
    hall.overlays.turn_spot(False)
    hall.overlays.turn_laser(False)
    assert not hall.overlays.are_on


def test_the_laser_is_a_dot_with_a_trail(hall: Hall, theme: Theme) -> None:
    laser = hall.overlays.laser
    hall.overlays.turn_laser(True)
    for x in range(100, 201, 20):
        hall.overlays.move_to(QPoint(x, 150))
    assert laser.trail[-6:] == tuple(QPoint(x, 150) for x in range(100, 201, 20))
    assert hall.picture().pixelColor(CENTER) == QColor(RED)
    trailing = hall.picture().pixelColor(170, 150)
    assert trailing.red() > 1.5 * trailing.blue()
    theme.set_motion(REDUCED)
    hall.overlays.move_to(QPoint(300, 150))
    assert laser.trail == (QPoint(300, 150),)
    assert laser.width() < 60
    laser.leave()
    assert not laser.isVisible()
    hall.overlays.move_to(CENTER)
    assert laser.isVisible()


def test_a_frozen_picture_hides_what_goes_on_and_not_the_pointers(hall: Hall) -> None:
    hall.overlays.turn_laser(True)
    hall.overlays.move_to(CENTER)
    hall.overlays.freeze()
    kinds: list[str] = []
    hall.overlays.cover.changed.connect(kinds.append)
    # The dot is no part of the picture.
    hall.overlays.move_to(QPoint(50, 50))
    hall.label.setStyleSheet("background: #ff0000")
    picture = hall.picture()
    assert picture.pixelColor(CENTER + QPoint(60, 60)) == QColor("#406080")
    assert picture.pixelColor(50, 50) == QColor(RED)
    assert hall.overlays.picture().toImage().pixelColor(CENTER) == QColor("#ff0000")
    assert hall.overlays.cover.kind == FROZEN
    hall.overlays.cover.lift()
    hall.overlays.cover.lift()
    assert hall.picture().pixelColor(CENTER + QPoint(60, 60)) == QColor("#ff0000")
    assert kinds == [""]


@pytest.mark.parametrize(("kind", "color"), [(BLACK, "#000000"), (WHITE, "#ffffff")])
def test_an_empty_screen_goes_with_a_click(hall: Hall, qtbot: QtBot, kind: str, color: str) -> None:
    cover = hall.overlays.cover
    cover.blank(kind)
    picture = hall.picture()
    assert {picture.pixelColor(x, y).name() for x in (0, 200, 399) for y in (0, 150, 299)} == {color}
    assert hall.window.childAt(CENTER) is cover
    assert cover.accessibleName()
    qtbot.mouseClick(cover, Qt.MouseButton.LeftButton)
    assert cover.kind == ""


def test_a_frozen_picture_fits_another_screen(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    cover, picture = Cover(theme, window), QPixmap(400, 200)
    picture.fill(Qt.GlobalColor.red)
    cover.freeze(picture)
    shown = cover.grab().toImage()
    colors = [shown.pixelColor(x, y).name() for x, y in ((1, 100), (198, 100), (100, 40), (100, 160))]
    ground = theme.color("window").name()
    assert colors == ["#ff0000", "#ff0000", ground, ground]
