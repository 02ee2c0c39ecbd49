"""Theme: size for a hall and reduced motion, each a switch that leaves everything as it was before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nnviz.theme import desktop
from nnviz.theme.palettes import DARK, LIGHT
from nnviz.theme.sheet import style_sheet
from nnviz.theme.theme import FULL, HALL_LINE, HALL_SCALE, REDUCED, SCALES, SYSTEM, Theme


@pytest.fixture
def quick(qapp: QApplication) -> Iterator[Theme]:
    """A theme that has not dressed anything yet; afterwards the application wears what it wears in other tests."""
    yield Theme()
    Theme().set_scale(1.0)


def test_hall_size_enlarges_writing_and_lines(quick: Theme) -> None:
    quick.set_scale(1.1)
    points = quick.font().pointSizeF()
    quick.set_hall(True)
    assert quick.hall
    assert quick.scale == pytest.approx(1.1 * HALL_SCALE)
    assert quick.font().pointSizeF() == pytest.approx(points * HALL_SCALE)
    assert quick.line == quick.palette.line == HALL_LINE
    assert quick.width(1.5) == pytest.approx(1.5 * HALL_LINE)


def test_leaving_the_hall_restores_what_was_before(quick: Theme) -> None:
    quick.set_scale(1.45)
    quick.set_hall(True)
    assert quick.scale == SCALES[1], "no larger than writing may be"
    quick.use("projector")
    assert quick.line == HALL_LINE, "another palette, the same hall"
    quick.set_hall(False)
    assert not quick.hall
    assert (quick.scale, quick.line, quick.width(2.0)) == (1.45, 1.0, 2.0)
    assert quick.palette.name == "projector"


def test_text_can_be_resized_in_the_hall(quick: Theme) -> None:
    quick.set_hall(True)
    quick.resize_text(-1)
    assert quick.scale == pytest.approx(HALL_SCALE / 1.1)
    quick.resize_text(0)
    assert quick.scale == HALL_SCALE
    quick.set_hall(False)
    assert quick.scale == 1


def test_everybody_hears_of_the_hall_once(quick: Theme, qtbot: QtBot) -> None:
    heard: list[object] = []
    quick.changed.connect(heard.append)
    quick.set_hall(True)
    quick.set_hall(True)
    assert heard == [quick.palette]


def test_motion(quick: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    quick.changed.connect(heard.append)
    assert (quick.motion, quick.calm) == (SYSTEM, False)
    for motion, calm in ((REDUCED, True), (FULL, False), (SYSTEM, False)):
        quick.set_motion(motion)
        assert (quick.motion, quick.calm) == (motion, calm)
    assert len(heard) == 2, "the last changed nothing"
    monkeypatch.setattr("nnviz.theme.theme.wishes_calm", lambda: True)
    quick.set_motion(SYSTEM)
    assert quick.calm


class Hints:
    """Style hints of Qt 6.12, with an enum as Qt's."""

    def __init__(self, preference: Qt.ContrastPreference) -> None:
        self._preference = preference

    def accessibility(self) -> Hints:
        return self

    def motionPreference(self) -> Qt.ContrastPreference:
        return self._preference


@pytest.mark.parametrize(
    ("preference", "calm"),
    [(Qt.ContrastPreference.NoPreference, False), (Qt.ContrastPreference.HighContrast, True)],
)
def test_the_wish_of_the_desktop(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, preference: Qt.ContrastPreference, calm: bool
) -> None:
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: Hints(preference))
    assert desktop.wishes_calm() is calm


def test_a_desktop_without_a_wish(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not desktop.wishes_calm(), "offscreen has no effects, and that says nothing"
    monkeypatch.setattr(desktop.QGuiApplication, "platformName", lambda: "windows")
    monkeypatch.setattr(desktop.QApplication, "isEffectEnabled", lambda effect: False)
    assert desktop.wishes_calm()


def test_the_palette_follows_the_desktop(quick: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    wish = [LIGHT.name]
    monkeypatch.setattr("nnviz.theme.theme.wished_palette", lambda: wish[0])
    quick.apply()
    quick.use(SYSTEM)
    assert quick.palette == LIGHT
    wish[0] = DARK.name
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (quick.chosen, quick.palette) == (SYSTEM, DARK)
    quick.use("light")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert quick.palette == LIGHT, "a palette that was chosen stays"


@pytest.mark.parametrize(
    ("name", "hall", "wide"), [("dark", False, 1), ("dark", True, 2), ("projector", True, 2), ("projector", False, 2)]
)
def test_borders(quick: Theme, qtbot: QtBot, name: str, hall: bool, wide: int) -> None:
    quick.set_hall(hall)
    quick.use(name)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setStyleSheet(style_sheet(quick.palette))
    field.resize(80, 40)
    image = field.grab().toImage()
    colors = [image.pixelColor(40, y).name() for y in range(8)]
    assert colors.count(quick.palette.border) == wide
