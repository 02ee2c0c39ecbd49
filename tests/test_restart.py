"""What was left is there again at the next start: window, page, panes, section, folder, preferences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.keeper import Keeper
from nnviz.notation import Notation
from nnviz.session.intents import OpenPage
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import PLAYGROUND
from nnviz.session.runners import InlineRunner
from nnviz.settings import load_settings
from nnviz.theme.theme import Theme
from nnviz.widgets.files import SaveDialog, remember_folder


@pytest.fixture(autouse=True)
def clean(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No data of the machine; no folder and no size of writing for the tests that follow."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    yield
    remember_folder("")
    Theme().set_scale(1.0)


@contextmanager
def started(qtbot: QtBot) -> Iterator[App]:
    """The program from its start to its end, as `main` has them."""
    settings, readable = load_settings()
    assert readable
    parts = build(InlineRunner(), settings)
    keeper = Keeper(parts)
    keeper.restore()
    parts.window.show()
    qtbot.waitExposed(parts.window)
    for _ in range(3):
        parts.application.processEvents()
    try:
        yield parts
    finally:
        parts.window.close()
        parts.application.aboutToQuit.emit()
        parts.application.aboutToQuit.disconnect(keeper._save)
        parts.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def dock(app: App, name: str) -> QDockWidget:
    found = app.window.findChild(QDockWidget, f"dock_{name}")
    assert isinstance(found, QDockWidget)
    return found


def in_sight(app: App, *names: str) -> dict[str, bool]:
    """Whether the pane in a dock can be seen: not where another tab is in front."""
    return {name: not dock(app, name).widget().findChild(QWidget).visibleRegion().isEmpty() for name in names}


def test_page_panes_and_size_come_back_onto_a_screen_that_is_there(qtbot: QtBot) -> None:
    with started(qtbot) as app:
        app.window.resize(app.window.width(), 755)
        app.session.do(OpenPage(PLAYGROUND))
        app.window._docks.bring("layers")
        dock(app, "boundary").close()
        app.application.processEvents()
        left = in_sight(app, "layers", "curves", "boundary", "controls", "inspector")
        assert list(left.values()) == [True, False, False, True, False]
    with started(qtbot) as app:
        assert app.session.page == PLAYGROUND
        # The screen of the tests is narrower than the window.
        assert app.window.height() == 755
        assert in_sight(app, *left) == left
        app.window.setGeometry(QRect(9000, 7000, 1000, 700))
    with started(qtbot) as app:
        screen = app.window.screen().availableGeometry()
        assert screen.intersects(app.window.frameGeometry())
        assert screen.contains(app.window.frameGeometry().topLeft())


def test_a_maximised_window_a_lab_a_folder_and_preferences_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot) as app:
        app.session.do(OpenPage("perceptron"))
        app.session.do(OpenSection("perceptron", "delta"))
        app.window.showMaximized()
        menu = app.window.appearance.menu
        for action in (menu.palettes["safe_light"], menu.hall, menu.calm):
            action.trigger()
        app.theme.write_as(Notation("a_z", "ji"))
        dialog = SaveDialog(app.window, "", "asking", "figure", ("*.svg",), "svg")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("figure")
        dialog.show()
        dialog.done(QFileDialog.DialogCode.Accepted)
        app.application.processEvents()
    remember_folder("")
    with started(qtbot) as app:
        assert (app.session.page, app.session.labs.lab("perceptron").section) == ("perceptron", "delta")
        assert app.window.windowState() & Qt.WindowState.WindowMaximized
        dialog = SaveDialog(app.window, "", "asking", "figure", ("*.svg",), "svg")
        assert Path(dialog.directory().absolutePath()) == tmp_path
        dialog.deleteLater()
        assert (app.theme.chosen, app.theme.hall, app.theme.calm) == ("safe_light", True, True)
        assert app.theme.notation.chosen == {"letters": "a_z", "order": "ji"}
