"""View → Appearance: what is chosen is worn, kept in the settings, and undone; less motion where that is wished."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.keeper import Keeper
from nnviz.session.intents import ClosePasses, OpenPasses, PlayPasses, SeekPasses, ShowPoint, StepPasses
from nnviz.session.moment import STILL
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from nnviz.settings import Settings, load_settings
from nnviz.theme.palettes import PALETTES
from nnviz.theme.theme import FULL, HALL_LINE, HALL_SCALE, REDUCED, SYSTEM, Theme
from nnviz.views.appearance import Appearance, AppearanceMenu
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.network.edges import LEVELS, edge_widths
from nnviz.views.plots.marks import paint_lines

FRAME = 1 / 60


@pytest.fixture
def hidden(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The window on the playground, with somebody who keeps its settings; nobody sees it."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(theme="safe_dark", text_scale=1.1), "playground")
    keeper = Keeper(parts)
    yield parts
    parts.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    parts.application.aboutToQuit.disconnect(keeper._save)
    Theme().set_scale(1.0)


@pytest.fixture
def app(hidden: App, qtbot: QtBot) -> App:
    """The window, shown."""
    hidden.window.show()
    hidden.window.open_at(1280, 800)
    qtbot.waitExposed(hidden.window)
    return hidden


@pytest.fixture
def menu(theme: Theme, session: Session, qtbot: QtBot) -> Iterator[AppearanceMenu]:
    """The menu of an empty window, whose wishes the theme fulfils at once."""
    window = QMainWindow()
    qtbot.addWidget(window)
    menu = Appearance(window, session, theme).menu
    menu.palette_chosen.connect(theme.use)
    menu.hall_chosen.connect(theme.set_hall)
    menu.motion_chosen.connect(theme.set_motion)
    window.show()
    yield menu
    Theme().set_scale(1.0)


def checked(menu: AppearanceMenu) -> set[str]:
    return {action.objectName().removeprefix("appearance_") for action in menu.actions() if action.isChecked()}


def test_every_palette_can_be_chosen(menu: AppearanceMenu, theme: Theme) -> None:
    assert set(menu.palettes) == {*PALETTES, SYSTEM}
    for name, action in menu.palettes.items():
        action.trigger()
        assert theme.chosen == name
        assert checked(menu) == {f"palette_{name}"}
    assert theme.palette.name == "dark", "what a desktop does not say"
    theme.use("projector")
    assert checked(menu) == {"palette_projector"}, "chosen elsewhere"


def test_hall_and_motion_are_switches(menu: AppearanceMenu, theme: Theme) -> None:
    for action, name in ((menu.hall, "hall"), (menu.calm, "calm")):
        action.trigger()
        assert checked(menu) == {"palette_dark", name}
        assert (theme.hall, theme.motion == REDUCED) == (name == "hall", name == "calm")
        action.trigger()
        assert checked(menu) == {"palette_dark"}
    assert theme.motion == FULL, "whatever the desktop wishes"


def test_the_keys_work_without_a_menu_bar(menu: AppearanceMenu, theme: Theme, qtbot: QtBot) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for on in (True, False):
        qtbot.keyClick(menu.parentWidget(), Qt.Key.Key_H, keys)
        assert theme.hall is on


def test_the_menu_speaks_the_language(menu: AppearanceMenu) -> None:
    said = [action.text() for action in menu.actions()]
    assert menu.title() == "Appearance"
    for action in menu.actions():
        action.setText("")
    menu.setTitle("")
    QApplication.sendEvent(menu, QEvent(QEvent.Type.LanguageChange))
    assert menu.title() == "Appearance"
    assert [action.text() for action in menu.actions()] == said
    assert all(said[n] or action.isSeparator() for n, action in enumerate(menu.actions()))


def test_what_is_chosen_is_kept_and_light_or_dark_stays_in_the_family(hidden: App) -> None:
    light_or_dark_stays_in_the_family(hidden)
    what_is_chosen_is_kept_at_once(hidden)


def what_is_chosen_is_kept_at_once(app: App) -> None:
    menu = app.window.appearance.menu
    assert menu.menuAction() in app.window.findChild(QMenu, "menu_view").actions()
    for action in (menu.hall, menu.calm, menu.palettes["projector"]):
        action.trigger()
    assert (app.settings.theme, app.settings.hall, app.settings.motion) == ("projector", True, REDUCED)
    app.application.aboutToQuit.emit()
    settings, readable = load_settings()
    assert readable
    assert settings.hall
    assert settings.text_scale == 1.1, "what was chosen, without what the hall adds"
    assert app.theme.scale == pytest.approx(1.1 * HALL_SCALE)


def light_or_dark_stays_in_the_family(app: App) -> None:
    for name in ("safe_light", "safe_dark"):
        app.window.actions_by_name["theme"].trigger()
        assert app.settings.theme == app.theme.palette.name == name
        assert checked(app.window.appearance.menu) == {f"palette_{name}"}


def lines_of_the_network_grow_with_the_hall(app: App) -> None:
    before = app.window.network.picture
    assert before is not None
    app.theme.set_hall(True)
    app.window.grab()
    larger = app.window.network.picture
    assert larger is not None
    strongest, weakest = before.edges.level.argmax(), before.edges.level.argmin()
    assert (larger.edges.level == before.edges.level).all()
    assert larger.edges.width[strongest] > 1.5 * before.edges.width[strongest]
    assert larger.edges.width[weakest] >= before.edges.width[weakest]


# Reduced motion


def test_pulses_glide_or_jump_and_grow_with_the_hall(app: App) -> None:
    with_full_motion_they_glide(app)
    reduced_they_jump_from_beat_to_beat(app)
    single_terms_do_not_flicker(app)
    steps_and_ends_of_beats_are_exact(app)
    app.session.do(ClosePasses())
    app.session.clock.tick()
    lines_of_the_network_grow_with_the_hall(app)


def playing(app: App) -> None:
    app.session.do(ShowPoint(0.4, -0.2))
    app.session.do(OpenPasses("shown"))
    app.session.do(PlayPasses())


def seen(app: App, seconds: float) -> list[tuple[int, float]]:
    """Beat and share in the picture of the network, at every frame."""
    shown = []
    for _ in range(round(seconds / FRAME)):
        app.session.passes.advance(FRAME)
        app.session.clock.tick()
        picture = app.window.network.picture
        assert picture is not None
        assert picture.passes is not None
        shown.append((picture.passes.moment.index, picture.passes.moment.share))
    return shown


def reduced_they_jump_from_beat_to_beat(app: App) -> None:
    app.window.appearance.menu.calm.trigger()
    assert (app.settings.motion, app.theme.calm) == ("reduced", True)
    assert not app.window.isAnimated()
    playing(app)
    shown = seen(app, 4.0)
    script = app.session.passes.script
    stills = {(n, STILL.get(beat.phase, 1.0)) for n, beat in enumerate(script)}
    assert set(shown[1:]) <= stills | {(0, 0.0)}
    assert [n for n, _ in shown] == sorted(n for n, _ in shown)
    changes = sum(one != other for one, other in pairwise(shown))
    assert 2 < changes <= 4 * 4.0


def single_terms_do_not_flicker(app: App) -> None:
    playing(app)
    app.session.passes.configure(8.0, "term", None)
    told: list[object] = []
    app.session.passes.moment_changed.connect(told.append)
    for _ in range(60):
        app.session.passes.advance(FRAME)
    assert 3 <= len(told) <= 4


def with_full_motion_they_glide(app: App) -> None:
    playing(app)
    assert len(set(seen(app, 0.5))) == 30
    app.window.appearance.menu.calm.trigger()
    still = app.session.passes.moment
    assert still is not None
    assert still.share == STILL[still.beat.phase]
    app.window.appearance.menu.calm.trigger()
    assert (app.settings.motion, app.theme.calm) == ("full", False)
    assert app.window.isAnimated()
    moment = app.session.passes.moment
    assert moment is not None
    assert 0 < moment.share < 0.5, "it had gone on below the still picture"


def steps_and_ends_of_beats_are_exact(app: App) -> None:
    app.session.do(ClosePasses())
    app.session.passes.configure(1.0, "layer", None)
    app.session.do(ShowPoint(0.4, -0.2))
    app.session.do(OpenPasses("shown"))
    app.session.do(StepPasses(2))
    moment = app.session.passes.moment
    assert moment is not None
    assert (moment.index, moment.share) == (2, 0.0)
    app.session.do(SeekPasses(float(len(app.session.passes.script))))
    moment = app.session.passes.moment
    assert moment is not None
    assert moment.share == 1.0


# Lines


def test_curves_of_plots_grow_with_the_hall(theme: Theme) -> None:
    ink = Ink("accent", width=2.0, dashes=(6.0, 4.0))
    ordinary = ink.pen(theme, 2.0)
    theme.set_hall(True)
    wide = ink.pen(theme, 2.0)
    theme.set_hall(False)
    assert (ordinary.widthF(), wide.widthF()) == (4.0, 4.0 * HALL_LINE)
    assert wide.dashPattern() == ordinary.dashPattern(), "in widths of the pen: dashes grow with it"


def test_many_edges_stay_thin(theme: Theme) -> None:
    level = np.array([0, LEVELS])
    assert edge_widths(level, 4000, HALL_LINE) == pytest.approx(edge_widths(level, 4000, 1.0))
    assert edge_widths(level, 100, HALL_LINE)[1] == pytest.approx(HALL_LINE * edge_widths(level, 100, 1.0)[1])


def test_the_boundary_grows_with_the_hall(theme: Theme) -> None:
    def inked() -> float:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(theme.color("surface"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_lines(painter, np.array([[[0.0, 20.0], [40.0, 20.0]]]), theme)
        painter.end()
        ground, ink = theme.color("surface").lightnessF(), theme.color("text").lightnessF()
        return sum((image.pixelColor(20, y).lightnessF() - ground) / (ink - ground) for y in range(40))

    thin = inked()
    theme.set_hall(True)
    wide = inked()
    theme.set_hall(False)
    assert wide == pytest.approx(HALL_LINE * thin, rel=0.05)
