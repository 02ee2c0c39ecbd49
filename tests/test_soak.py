"""A few minutes of the crowd and of the lecturer of `make soak`; the hours are run by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.soak import booth
from benchmarks.soak.measuring import Census, census, complaints, grown, growth
from benchmarks.soak.window import SIZE, Term
from nnviz.app import App, Keeper, build
from nnviz.session.runners import ThreadRunner
from nnviz.settings import Settings

DOINGS = {"_train", "_edit", "_undo", "_inspect", "_draw", "_export", "_bring_table", "_look_at_dialogs"}
"""What is done within a few seconds."""
LEAKS = ("object", "window", "timer", "thread", "file")


def test_a_crowd_leaves_no_error_and_no_thread(qapp: QApplication) -> None:
    result = booth.soak(20, seed=3)
    assert result.errors == ()
    assert result.threads == ()
    assert result.visitors >= 1
    assert result.growth < 25


@pytest.fixture
def parts(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("NNVIZ_DATA", str(tmp_path))
    parts = build(ThreadRunner(), Settings(welcome_seen=True, language="en"), "playground")
    parts.window.show()
    parts.window.open_at(*SIZE)
    yield parts
    parts.close()


def test_a_second_round_of_the_same_leaves_nothing(parts: App, tmp_path: Path) -> None:
    term = Term(parts, tmp_path, 3)
    acts = [act for act in term.acts if act.__name__ in DOINGS]
    assert len(acts) == len(DOINGS)
    rounds: list[Census] = []
    with complaints(Keeper(parts).unexpected) as errors:
        for _ in range(3):
            term.hands.random.seed(3)
            for act in acts:
                term.do(act)
            rounds.append(term.census())
    assert errors == []
    more = {kind: count - rounds[1].counts.get(kind, 0) for kind, count in rounds[2].counts.items()}
    assert {kind: rise for kind, rise in more.items() if rise > 0 and kind.startswith(LEAKS)} == {}


def test_what_stays_is_named_by_its_class(qapp: QApplication) -> None:
    class Leaf(QWidget):
        pass

    leaves, hours = [], []
    for _ in range(3):
        leaves.append(Leaf())
        timer = QTimer(leaves[-1])
        timer.start(1000)
        hours.append(census())
    found = grown(hours)
    assert found["window Leaf"] == [1, 2, 3]
    assert found["timer in Leaf"] == [1, 2, 3]
    for leaf in leaves:
        leaf.deleteLater()


@pytest.mark.parametrize("counts", [(1, 1, 2, 2, 2), (4, 6, 4, 5, 6, 7, 4, 5), (7, 6, 5, 5, 4)])
def test_what_is_made_once_or_comes_and_goes_is_no_leak(counts: tuple[int, ...]) -> None:
    assert grown([Census(100, {"object Card": count}) for count in counts]) == {}


def test_a_leak_may_rest_for_an_hour() -> None:
    counts = (5, 8, 11, 12, 14, 14, 19, 22)
    assert grown([Census(100, {"object Card": count}) for count in counts]) == {"object Card": list(counts)}


def test_growth_is_that_of_a_line() -> None:
    assert growth([100, 100, 100]) == pytest.approx(0)
    assert growth([100, 101, 102, 103]) == pytest.approx(3)
