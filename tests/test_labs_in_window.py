"""The labs in the real window: how one gets there and back, what the window does meanwhile, and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.export.pdf import pdf_of
from nnviz.session.intents import OpenPage, Run
from nnviz.session.pages import LABS, RUNS
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from nnviz.views.labs.page import LabPage
from tests.export.pdf_reading import pdf_words
from tests.test_figures_in_window import Figure


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


def named(app: App, name: str) -> QAbstractButton:
    button = app.window.findChild(QAbstractButton, name)
    assert button is not None, name
    return button


def click(qtbot: QtBot, app: App, name: str) -> None:
    qtbot.mouseClick(named(app, name), Qt.MouseButton.LeftButton)
    tick(app)


def test_every_lab_opens_by_its_key_and_every_section_by_its_tab_in_both_palettes(app: App, qtbot: QtBot) -> None:
    check_rail(app, qtbot)
    for number, lab in enumerate(LABS, 5):
        qtbot.keyClick(app.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        tick(app)
        check_transport(app, lab)
        check_focus(app, lab)
        for page in sections(app, qtbot, lab):
            check_names(page)
    app.theme.use("light" if app.theme.palette.dark else "dark")
    for lab in LABS:
        app.session.do(OpenPage(lab))
        for page in sections(app, qtbot, lab):
            drawn = check_figure(app, page)
        check_pdf(page, drawn)
    click(qtbot, app, "button_page_playground")
    assert not [page for page in app.window.findChildren(LabPage) if page.isVisible()]
    assert app.window.network.isVisible()
    check_transport(app, "playground")


def check_focus(app: App, lab: str) -> None:
    """A ring around another entry of the rail would look like a second choice."""
    focus = app.application.focusWidget()
    assert focus is not None
    name = focus.objectName()
    assert not name.startswith(("rail_", "button_page_")) or name in (f"rail_{lab}", "button_page_labs")


def test_the_focus_of_what_is_hidden_does_not_look_like_a_second_choice(app: App, qtbot: QtBot) -> None:
    for lab in LABS[:2]:
        app.session.do(OpenPage("playground"))
        named(app, "button_train").setFocus()
        app.session.do(OpenPage(lab))
        tick(app)
        assert app.application.focusWidget() is named(app, "button_page_labs")


def test_a_lab_that_opens_leaves_the_focus_to_what_is_still_there(app: App, qtbot: QtBot) -> None:
    named(app, "button_theme").setFocus()
    for lab in LABS[:2]:
        app.session.do(OpenPage(lab))
        tick(app)
        assert app.application.focusWidget() is named(app, "button_theme")


def check_rail(app: App, qtbot: QtBot) -> None:
    """The rail leads from lab to lab, and the button back to the last one."""
    click(qtbot, app, "button_page_labs")
    assert app.session.page == "functions"
    click(qtbot, app, "rail_perceptron")
    assert app.session.page == "perceptron"
    click(qtbot, app, "button_page_digits")
    click(qtbot, app, "button_page_labs")
    assert app.session.page == "perceptron"


def check_transport(app: App, page: str) -> None:
    """Transport and figures stand only beside a run."""
    assert app.session.page == page
    for name in ("button_train", "fact_loss", "speed"):
        widget = app.window.header.findChild(QWidget, name)
        assert widget is not None
        assert widget.isVisible() == (page in RUNS), (page, name)
    for name in ("train", "step", "reset", "passes"):
        expected = page in RUNS and not (name == "passes" and page == "compare")
        assert app.window.actions_by_name[name].isEnabled() == expected, (page, name)


def sections(app: App, qtbot: QtBot, lab: str) -> Iterator[QWidget]:
    """Every section of the lab in front, opened by its tab while the window keeps its size."""
    model = app.session.labs.lab(lab)
    assert front(app).lab is model
    for section in model.sections:
        if len(model.sections) > 1:
            click(qtbot, app, f"section_{section}")
        assert model.section == section
        assert front(app).section(section).isVisible()
        assert (app.window.width(), app.window.height()) == (1280, 800)
        yield front(app).section(section)


def check_names(page: QWidget) -> None:
    """What the keyboard reaches has a name for a screen reader."""
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, f"{type(widget).__name__} {widget.objectName()}"


def check_figure(app: App, section: QWidget) -> Figure:
    """What is painted is there as words and shapes; a plot keeps its curves and the numbers of its axes."""
    name = app.session.labs.lab(app.session.page).section
    assert app.window.figures.bring(name) is section
    drawn = Figure(section)
    assert not drawn.missing(section), name
    assert len(drawn.paths) > 10, name
    assert len(drawn.images) < 30, name
    if name == "activations":
        assert {"0.0", "1.0", "−6", "6", "f(x)"} <= set(drawn.words)
        curves = [path for path in drawn.paths if path.get("d", "").count(",") > 100]
        assert curves
        assert max(float(path.get("stroke-width", 0)) for path in curves) < 5
    return drawn


def check_pdf(section: QWidget, drawn: Figure) -> None:
    """The words of a figure are words of the PDF."""
    assert set(pdf_words(pdf_of(section)).split("\n")) >= {
        word for word in drawn.words if re.fullmatch(r"[\w ]+", word)
    }


def test_behind_a_lab_training_rests_and_the_experiment_pane_is_right_when_it_is_shown(app: App) -> None:
    app.session.do(Run())
    app.session.advance(3)
    app.session.do(OpenPage("graph"))
    app.session.advance(5)
    assert app.session.snapshot.iteration == 3
    app.session.do(OpenPage("playground"))
    assert app.session.snapshot.iteration == 3
    app.session.do(OpenPage("depth"))
    tick(app)
    count = app.window.findChild(QLabel, "parameter_count")
    assert count is not None
    app.window._docks.bring("controls")
    tick(app)
    assert count.text() == f"{(64 + 1) * 100 + 4 * (100 + 1) * 100 + (100 + 1) * 10:,} parameters"
