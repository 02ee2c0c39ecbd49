"""The labs in the real window: how one gets there and back, and what the window does meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.session.intents import OpenPage, Run
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import LABS, RUNS
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from nnviz.views.labs.page import LabPage


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), "playground")
    parts.window.show()
    parts.window.open_at(1280, 800)
    qtbot.waitExposed(parts.window)
    yield parts
    parts.close()


def tick(app: App) -> None:
    app.application.processEvents()
    app.session.clock.tick()
    app.application.processEvents()


def front(app: App) -> LabPage:
    """The lab's page that can be seen."""
    seen = [page for page in app.window.findChildren(LabPage) if page.isVisible()]
    assert len(seen) == 1
    return seen[0]


def click(qtbot: QtBot, app: App, name: str) -> None:
    button = app.window.findChild(QAbstractButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    tick(app)


def test_every_lab_is_reached_by_its_key_and_the_window_keeps_its_size(app: App, qtbot: QtBot) -> None:
    for number, lab in enumerate(LABS, 5):
        qtbot.keyClick(app.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        tick(app)
        assert app.session.page == lab
        assert front(app).lab is app.session.labs.lab(lab)
        assert (app.window.width(), app.window.height()) == (1280, 800)
    click(qtbot, app, "button_page_playground")
    assert not [page for page in app.window.findChildren(LabPage) if page.isVisible()]
    assert app.window.network.isVisible()


def test_the_rail_leads_from_lab_to_lab_and_the_button_back_to_the_last_one(app: App, qtbot: QtBot) -> None:
    click(qtbot, app, "button_page_labs")
    assert app.session.page == "functions"
    click(qtbot, app, "rail_perceptron")
    assert app.session.page == "perceptron"
    click(qtbot, app, "button_page_digits")
    click(qtbot, app, "button_page_labs")
    assert app.session.page == "perceptron"


def test_transport_and_figures_stand_only_beside_a_run(app: App, qtbot: QtBot) -> None:
    for page in (*LABS, "playground"):
        app.session.do(OpenPage(page))
        tick(app)
        for name in ("button_train", "fact_loss", "speed"):
            widget = app.window.header.findChild(QWidget, name)
            assert widget is not None
            assert widget.isVisible() == (page in RUNS), (page, name)
        for name in ("train", "step", "reset", "passes"):
            expected = page in RUNS and not (name == "passes" and page == "compare")
            assert app.window.actions_by_name[name].isEnabled() == expected, (page, name)


def test_the_hidden_experiment_pane_is_right_when_it_is_shown(app: App) -> None:
    app.session.do(OpenPage("depth"))
    tick(app)
    count = app.window.findChild(QLabel, "parameter_count")
    assert count is not None
    app.window._docks.bring("controls")
    tick(app)
    assert count.text() == f"{(64 + 1) * 100 + 4 * (100 + 1) * 100 + (100 + 1) * 10:,} parameters"


def test_training_rests_while_a_lab_without_a_run_is_in_front(app: App) -> None:
    app.session.do(Run())
    app.session.advance(3)
    app.session.do(OpenPage("graph"))
    app.session.advance(5)
    assert app.session.snapshot.iteration == 3
    app.session.do(OpenPage("playground"))
    assert app.session.snapshot.iteration == 3


@pytest.mark.parametrize("lab", LABS)
def test_every_section_of_a_lab_opens_by_its_tab_in_both_palettes(app: App, qtbot: QtBot, lab: str) -> None:
    app.session.do(OpenPage(lab))
    model = app.session.labs.lab(lab)
    for section in model.sections:
        if len(model.sections) > 1:
            click(qtbot, app, f"section_{section}")
        assert model.section == section
        assert front(app).section(section).isVisible()
        app.theme.use("light" if app.theme.palette.dark else "dark")
        tick(app)
        assert (app.window.width(), app.window.height()) == (1280, 800)


@pytest.mark.parametrize("lab", LABS)
def test_everything_in_a_lab_can_be_named(app: App, lab: str) -> None:
    """What the keyboard reaches has a name for a screen reader."""
    app.session.do(OpenPage(lab))
    for section in app.session.labs.lab(lab).sections:
        app.session.do(OpenSection(lab, section))
        tick(app)
        page = front(app).section(section)
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, f"{lab}/{section}: {type(widget).__name__} {widget.objectName()}"
