"""Every control of every page, dialog and window: F1 finds its topic, it explains itself, and it has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from nnviz.app import build
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from nnviz.views.guide import keys_of
from nnviz.views.help.topics import SECTIONS
from tests.every_control import Seen, walk

README = Path(__file__).parent.parent / "README.md"
FITTING = {
    "dock controls": "controls", "inspector": "inspector", "passes": "passes", "lesson": "lecture",
    "recording": "recording", "replay": "replay", "hand": "hand", "sweep": "sweep", "worksheet": "worksheet",
    "notes": "notes", "restore": "restore", "unsaved": "unsaved", "bare weights": "bare_weights",
    "table_dialog": "table", "images_dialog": "images", "preferences": "preferences", "shortcuts": "shortcuts",
    "about": "welcome", "failure": "failure", "welcome": "welcome",
}  # fmt: skip
"""The topic that at least one control has which comes with a scene; in a window of its own all of them have it."""
WINDOWS = (*list(FITTING)[list(FITTING).index("hand") :],)
STANDARD = ("OK", "Cancel", "Close")
"""Buttons that mean the same in every dialog of every program."""
NOT_TOLD_APART = ("rail_", "help_")
"""Buttons of the rail mean the page that they open, and the help needs none."""


@pytest.fixture(scope="module")
def seen(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Seen]]:
    """What the walk found. Settings and data are its own."""
    folder = tmp_path_factory.mktemp("walk")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("NNVIZ_DATA", raising=False)
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(folder / name))
        yield walk(folder)


def test_f1_finds_a_topic_that_fits(seen: list[Seen]) -> None:
    assert len(seen) > 400
    lost = [str(one) for one in seen if not one.topic and not one.name.startswith(NOT_TOLD_APART)]
    assert not lost
    for scene, topic in FITTING.items():
        topics = {one.topic for one in seen if one.scene == scene}
        assert topic in topics, scene
        assert scene not in WINDOWS or topics == {topic}, scene
    for one in seen:
        section = one.scene.replace(" ", "_")
        assert section not in SECTIONS or not one.topic.startswith(section.partition("_")[0]) or one.topic == section


def test_every_control_explains_itself(seen: list[Seen]) -> None:
    told = {one: one.told or one.described for one in seen if one.control and one.caption not in STANDARD}
    mute = [str(one) for one, text in told.items() if text in ("", one.caption)]
    assert not mute


def test_everything_has_a_name_and_what_is_painted_a_description(seen: list[Seen]) -> None:
    assert not [str(one) for one in seen if one.focusable and not one.spoken]
    assert not [str(one) for one in seen if one.focusable and one.painted and not one.described]


def test_no_two_things_share_a_key_and_every_key_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), "playground")
    window = parts.window
    of: dict[str, list[str]] = {}
    for action in window.findChildren(QAction):
        for key in action.shortcuts():
            of.setdefault(key.toString(), []).append(action.objectName())
    for shortcut in window.findChildren(QShortcut):
        of.setdefault(shortcut.key().toString(), []).append(shortcut.objectName() or "a shortcut")
    assert not {key: names for key, names in of.items() if len(names) > 1}
    assert len(of) > 45
    listed = {key for menu in window.menuBar().findChildren(QMenu) for key, _ in keys_of(menu)}
    native = QKeySequence.SequenceFormat.NativeText
    missing = {key for key in of if QKeySequence(key).toString(native) not in listed}
    # A remote has two keys to begin with, of which one is told.
    assert missing == {"Shift+F5"}
    table = README.read_text(encoding="utf-8").partition("| key | does |")[2].partition("\n\n")[0]
    words = {"PgDown": "Page Down", "PgUp": "Page Up", "Shift+F5": "F5"}
    rows = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")]
    told = {key.strip() for row in rows for key in row.split(" / ")}
    assert not [key for key in of if words.get(key, key) not in told]
    parts.close()
    window.deleteLater()
