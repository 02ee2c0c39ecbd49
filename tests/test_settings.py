"""Settings come back as they were saved; a broken file means defaults and a notice, never a crash."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nnviz.settings import Settings, load_settings, save_settings


def test_round_trip_leaves_defaults_out(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(theme="light", page="playground", layouts={"digits": "AAAA"}, notation={"order": "ji"})
    save_settings(settings, path)
    assert json.loads(path.read_text()) == {
        "theme": "light", "page": "playground", "layouts": {"digits": "AAAA"}, "notation": {"order": "ji"},
    }  # fmt: skip
    assert load_settings(path) == (settings, True)


def test_no_file_is_the_first_start(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == (Settings(), True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        '{"theme": 3}',
        '{"theme": "pink"}',
        '{"language": "xx"}',
        '{"memory": 100}',
        '{"colour": "red"}',
        '{"layouts": "x"}',
        '{"notation": "z_a"}',
        '{"notation": {"letters": "xyz"}}',
        '{"notation": {"order": ["ij"]}}',
        '{"notation": {"colour": "red"}}',
        '{"recent": "x"}',
        '{"recent": [3]}',
        "\x00",
    ],
)
def test_a_broken_file_gives_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert load_settings(path) == (Settings(), False)


def test_a_failed_save_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(theme="light"), path)
    path.with_suffix(".part").mkdir()
    with pytest.raises(OSError, match="settings"):
        save_settings(Settings(theme="dark"), path)
    assert load_settings(path)[0].theme == "light"
