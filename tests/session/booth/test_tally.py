"""Counts of the day, in memory and in their file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from nnviz.session.booth.tally import MOST, Counts, Tally

MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)


def test_counts_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "state" / "booth.json"
    tally = Tally(path, lambda: MONDAY)
    tally.count(visitors=1)
    tally.count(right=1)
    assert Tally(path, lambda: MONDAY).counts == Counts("2026-11-02", 1, 1, 0)
    assert json.loads(path.read_text()) == {"day": "2026-11-02", "visitors": 1, "right": 1, "fooled": 0}
    assert [entry.name for entry in path.parent.iterdir()] == ["booth.json"]


def test_another_day_begins_at_nothing(tmp_path: Path) -> None:
    path = tmp_path / "booth.json"
    today = [MONDAY]
    tally = Tally(path, lambda: today[0])
    tally.count(fooled=1)
    today[0] = TUESDAY
    assert tally.counts == Counts("2026-11-03")
    tally.count(right=1)
    assert tally.counts == Counts("2026-11-03", right=1)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"day": "x", "visitors": -1, "right": 0, "fooled": 0}', "\x00"])
def test_a_broken_file_counts_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "booth.json"
    path.write_text(text)
    tally = Tally(path, lambda: MONDAY)
    assert tally.counts == Counts("2026-11-02")
    tally.count(visitors=1)
    assert Tally(path, lambda: MONDAY).counts.visitors == 1


def test_a_disk_that_cannot_be_written_stops_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    tally = Tally(tmp_path / "file" / "booth.json", lambda: MONDAY)
    tally.count(right=1)
    assert tally.counts.right == 1
    assert "score not saved" in capsys.readouterr().err


def test_counts_are_bounded() -> None:
    tally = Tally(None, lambda: MONDAY)
    tally.count(right=MOST)
    tally.count(right=1)
    assert tally.counts.right == MOST
