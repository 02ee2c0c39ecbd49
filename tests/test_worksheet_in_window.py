"""The worksheet in the real window: from the menu, about the page in front, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.languages import ENGLISH, KOREAN
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from nnviz.views.worksheet.dialog import WorksheetDialog


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), "digits")
    parts.window.show()
    qtbot.waitExposed(parts.window)
    yield parts
    parts.close()


def opened(app: App) -> WorksheetDialog:
    app.window.actions_by_name["worksheet"].trigger()
    dialog = app.window.worksheets.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_from_a_large_network_to_the_example_and_its_file(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    dialog = opened(app)
    assert dialog.sheet is None
    assert "the 2-3-2-2 example" in dialog.message.text()
    app.window.actions_by_name["example"].trigger()
    assert opened(app) is dialog
    assert dialog.sheet is not None
    assert dialog.sheet.step.forward.x.tolist() == [[1.0, 0.5]]
    app.languages.use(KOREAN)
    app.languages.use(ENGLISH)
    assert dialog.head.progress.text() == "0 of 68 lines are right"
    qtbot.mouseClick(dialog.head.save_solution, Qt.MouseButton.LeftButton)
    asking = dialog.findChild(QFileDialog, "worksheet_save_dialog")
    assert isinstance(asking, QFileDialog)
    asking.fileSelected.emit(str(tmp_path / "solution.pdf"))
    asking.close()
    assert (tmp_path / "solution.pdf").stat().st_size > 50_000
    assert "solution.pdf" in app.window.statusBar().currentMessage()
    dialog.close()
