"""What is dropped on the window is opened by whoever opens its kind; the rest is left to others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from nnviz.app import build
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings

NONE, LEFT, COPY = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction


@pytest.fixture
def window(qapp, monkeypatch):
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(), "playground")
    parts.window.show()
    yield parts.window
    parts.close()


def drop(window, *paths):
    """Whether it is taken."""
    found = QMimeData()
    found.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPoint(9, 9), COPY, found, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(QPoint(9, 9), COPY, found, LEFT, NONE)
    if enter.isAccepted():
        QApplication.sendEvent(window, event)
    return enter.isAccepted()


def test_each_kind_is_opened_by_its_own_room(window, tmp_path, monkeypatch):
    opened = []
    kinds = {"points.CSV": "table", "net.safetensors": "net", "xor.toml": "lesson", "talk.nnrec.json": "talk"}
    window._drops._openers = {
        ending: lambda path, ending=ending: opened.append((ending, path)) for ending in window._drops._openers
    }
    for name in kinds:
        (tmp_path / name).touch()
        assert drop(window, tmp_path / "unknown.docx", tmp_path / name)
    assert drop(window, tmp_path)
    assert opened == [
        (".csv", tmp_path / "points.CSV"), (".safetensors", tmp_path / "net.safetensors"),
        (".toml", tmp_path / "xor.toml"), (".nnrec.json", tmp_path / "talk.nnrec.json"), ("/", tmp_path),
    ]  # fmt: skip


def test_other_files_are_left_to_others(window, tmp_path):
    assert not drop(window, tmp_path / "report.docx")


def test_a_network_dropped_is_in_reach(window, tmp_path):
    window.files.save(str(tmp_path / "net.safetensors"))
    seed = window._session.experiment.seed
    window.actions_by_name["new_seed"].trigger()
    assert window._session.experiment.seed != seed
    assert drop(window, tmp_path / "net.safetensors")
    assert window._session.experiment.seed == seed
    assert window.recent.paths[0] == tmp_path / "net.safetensors"


def test_a_recording_is_offered_before_it_takes_everything_away(window, tmp_path):
    assert drop(window, tmp_path / "talk.nnrec.json")
    question = window.findChild(object, "play_warning")
    assert question.isVisible()
    question.reject()
