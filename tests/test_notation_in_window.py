"""The notation is chosen in the View menu, every pane follows, and the next start has it again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.keeper import Keeper
from nnviz.models.examples import FORWARD_PASS_INPUT
from nnviz.notation import Notation
from nnviz.session.intents import OpenExample, OpenPasses, SeekPasses, ShowPoint
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings, load_settings


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    app = build(InlineRunner(), Settings(notation={"order": "ji"}), "playground")
    qtbot.addWidget(app.window)
    app.window.open_at(1280, 800)
    app.window.show()
    yield app
    app.close()


def tick(app: App) -> None:
    QApplication.processEvents()
    app.session.clock.tick()


def test_every_pane_writes_as_was_chosen_and_it_is_remembered(app: App) -> None:
    keeper = Keeper(app)
    app.session.do(OpenExample("forward_pass"))
    app.session.do(ShowPoint(*FORWARD_PASS_INPUT))
    app.session.do(OpenPasses("shown"))
    app.window.inspector.show_unit(2, 1)
    for _ in range(3):
        tick(app)
    caption = app.window.centre.passes.player.caption
    assert "z₁ = W₁ x + b₁" in caption.text
    menu = app.window.findChild(QMenu, "menu_notation")
    assert isinstance(menu, QMenu)
    assert menu.menuAction() in app.window.findChild(QMenu, "menu_view").actions()
    for name in ("notation_letters_a_z", "notation_layers_brackets"):
        app.window.findChild(QAction, name).trigger()
    tick(app)
    assert "a^[1] = W^[1] x + b^[1]" in caption.text
    assert app.window.inspector.view._sum.accessibleName().startswith("a j is the sum over i of w j i times z i")
    app.session.do(SeekPasses(2.5))
    tick(app)
    assert app.window.network.picture.passes is not None
    app.window.grab()
    keeper._save()
    chosen = Notation("a_z", "ji", "brackets")
    assert load_settings()[0].notation == chosen.chosen
    again = Notation(**load_settings()[0].notation)
    assert again == chosen == app.theme.notation
