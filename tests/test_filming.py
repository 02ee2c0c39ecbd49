"""Films of the real window: the same twice, and what they show is the session at that tick."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz import filming
from nnviz.app import App
from nnviz.data.sheet import Sheet
from nnviz.data.table import glimpse, guess
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.export.film import Chapter, Frame
from nnviz.filming import Shot, shoot, stage
from nnviz.session.data_intents import ImportTable, PaintPoints
from nnviz.session.intents import Adjust, OpenPage, OpenPasses, PlayPasses, Run
from nnviz.session.performance import AFTER, BRIEFEST, LONGEST, TICKS, Performance, reading_seconds
from nnviz.session.recorder import Recorder
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from tests.conftest import InkJudge

SIZE = (1040, 640)


class Cans:
    """A film that is kept."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []

    def add(self, frame: Frame) -> None:
        """The next frame."""
        self.frames.append(frame)

    def close(self, chapters: list[Chapter]) -> None:
        """That was the last one."""

    def abandon(self) -> None:
        """It will not be finished."""


@pytest.fixture(autouse=True)
def quick(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)


@pytest.fixture
def recording(qapp: object, tmp_path: Path) -> Path:
    """Two seconds: 60 iterations, another learning rate, and the passes."""
    session = Session(InlineRunner(), InkJudge(), page="playground")
    recorder = Recorder(session)
    recorder.start("en")
    session.do(OpenPage("playground"))
    session.do(Run())
    for tick in range(120):
        session.metronome.tick()
        session.iterate(int(tick < 60))
        if tick == 30:
            recorder.cue("faster")
            session.do(Adjust({"learning_rate": 0.1}))
        if tick == 60:
            session.do(OpenPasses())
            session.do(PlayPasses())
    path = tmp_path / "short.nnrec.json"
    path.write_bytes(recorder.stop().encoded())
    session.close()
    return path


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell has its background jobs ignore Ctrl+C, and the tests with them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def filmed(source: str, shot: Shot, notes: list[int] | None = None) -> tuple[list[Frame], list[Chapter]]:
    cans, chapters = Cans(), []
    with stage(source, shot) as (parts, played):
        tell = (lambda: None) if notes is None else lambda: notes.append(parts.session.snapshot.iteration)
        shoot(parts, played, shot, cans, chapters, tell)
    return cans.frames, chapters


def test_two_films_of_a_recording_are_the_same(recording: Path) -> None:
    notes: list[int] = []
    shot = Shot(SIZE, fps=4, theme="dark")
    one, chapters = filmed(str(recording), shot, notes)
    other, _ = filmed(str(recording), shot)
    assert [frame.shape for frame in one] == [(640, 1040, 4)] * len(one)
    assert len(one) == len(other) == 8 + 1 + 6
    assert not [number for number, (a, b) in enumerate(zip(one, other, strict=True)) if (a != b).any()]
    assert (notes[0], notes[2], notes[5]) == (0, 30, 60)
    assert chapters == [(pytest.approx(31 / 60), "faster")]
    assert all((a != b).any() for a, b in pairwise(one[:9]))


def test_speed_and_length_and_cue(recording: Path) -> None:
    notes: list[int] = []
    shot = Shot(SIZE, fps=6, speed=Fraction(1, 2), seconds=0.5, cue="faster")
    frames, _ = filmed(str(recording), shot, notes)
    assert (len(frames), notes) == (3, [31, 35, 40])


def test_own_data_is_filmed_without_its_file(qapp: object, tmp_path: Path) -> None:
    table, path = tmp_path / "pets.csv", tmp_path / "own.nnrec.json"
    table.write_text("height,weight,pet\n" + "".join(f"{k},{k % 5},{'cd'[k // 12]}\n" for k in range(24)))
    session = Session(InlineRunner(), InkJudge(), page="playground")
    recorder = Recorder(session)
    recorder.start("en")
    session.do(ImportTable(table, guess(glimpse(Sheet(table)))))
    session.do(Run())
    for _ in range(30):
        session.metronome.tick()
        session.iterate(1)
    session.do(PaintPoints(1, ((20.0, 2.0),)))
    path.write_bytes(recorder.stop().encoded())
    session.close()
    table.unlink()
    cans, shot, steps = Cans(), Shot(SIZE, fps=6, seconds=0.5), []
    with stage(str(path), shot) as (parts, played):
        shoot(parts, played, shot, cans, [], lambda: steps.append(parts.session.snapshot.iteration))
        assert parts.session.data is not None
        assert parts.session.data.features == ("height", "weight")
    assert steps == [0, 10, 20]
    assert len(cans.frames) == 3
    assert all((a != b).any() for a, b in pairwise(cans.frames))


def test_a_lesson_is_shown_step_by_step_and_is_the_same_twice() -> None:
    shot = Shot((700, 420), fps=2, speed=Fraction(20), language="ko", theme="light", seconds=2.5)
    one, chapters = filmed("forward-pass", shot)
    other, _ = filmed("forward-pass", shot)
    assert not [number for number, (a, b) in enumerate(zip(one, other, strict=True)) if (a != b).any()]
    assert len(chapters) >= 2
    assert any("가" <= sign <= "힣" for sign in chapters[0][1])
    assert {frame.shape for frame in one} == {(420, 700, 4)}
    # The first step; the text of the second; its question, scrolled to.
    assert len({frame.tobytes() for frame in one}) == 3


def test_no_frame_shows_half_a_layout() -> None:
    """Where an answer was chosen, its reason makes the question higher, in more than one round of events."""
    cans, moved = Cans(), []
    shot = Shot(SIZE, fps=2, speed=Fraction(12), seconds=4)
    with stage("forward-pass", shot) as (parts, played):

        def look_again() -> None:
            places = [child.geometry() for child in parts.window.lessons.pane.findChildren(QWidget)]
            for _ in range(4):
                parts.application.processEvents()
            again = [child.geometry() for child in parts.window.lessons.pane.findChildren(QWidget)]
            moved.append(places != again)

        shoot(parts, played, shot, cans, [], look_again)
        assert parts.session.lecture.state.index > 1
    assert not any(moved)


def test_the_window_has_neither_menu_nor_status_bar() -> None:
    with stage("xor", Shot(SIZE)) as (parts, _):
        assert not parts.window.menuBar().isVisible()
        assert not parts.window.statusBar().isVisible()
        assert parts.session.clock.unhurried


@pytest.mark.parametrize(("source", "cue", "says"), [("dance", "", "xor"), ("xor", "nowhere", "no cue")])
def test_what_is_not_there_is_refused_with_what_is(source: str, cue: str, says: str) -> None:
    with pytest.raises(Refusal) as refusal:
        filmed(source, Shot(SIZE, cue=cue))
    assert says in words(refusal.value)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("cue", ["", "faster"])
def test_ctrl_c_is_obeyed_between_two_ticks_and_leaves_nothing(
    recording: Path, tmp_path: Path, cue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Amid an import or Qt's own work it would be lost: here it comes while the window is built."""
    built = filming.build

    def interrupted(*arguments: Any) -> App:
        signal.raise_signal(signal.SIGINT)
        return built(*arguments)

    monkeypatch.setattr(filming, "build", interrupted)
    told: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        filming.film(str(recording), tmp_path / "film.gif", Shot(SIZE, cue=cue), lambda: told.append(1))
    assert (told, [path.name for path in tmp_path.iterdir()]) == ([], [recording.name])
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_recording_that_cannot_begin_is_refused_with_its_name(recording: Path) -> None:
    plain = json.loads(recording.read_text(encoding="utf-8"))
    plain["start"]["networks"]["playground"]["experiment"]["noise"] = -3
    recording.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(Refusal, match="recording_unreadable") as refusal:
        filmed(str(recording), Shot(SIZE))
    assert recording.name in words(refusal.value)


OWN = """
id = "own"
title = "Own"
summary = "S"
minutes = 1
rows = []
[[step]]
title = "Ask"
text = "A word."
[step.predict]
question = "Which?"
answers = ["this", "that"]
right = 1
because = "So."
[[step]]
title = "Train"
text = "A word."
actions = [{do = "OpenPage", page = "playground"}, {do = "SetSpeed", steps_per_second = 30.0}, {do = "Run"}]
wait = {iterations = 200}
[[step]]
title = "Draw"
text = "A word."
actions = [{do = "Pause"}]
wait = {drawing = true}
[[step]]
title = "Try"
text = "A word."
wait = {lab = "graph"}
"""


def test_a_lesson_is_played_to_its_end_without_anybody(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    session = Session(InlineRunner(), InkJudge())
    drawn: list[int] = []
    chosen: list[int | None] = []
    session.drawing_changed.connect(lambda drawing: drawn.append(sum(map(len, drawing.strokes))))
    session.lecture.changed.connect(lambda state: chosen.append(state.chosen))
    performance = Performance(session, str(path), "en")
    performance.begin()
    while not performance.over:
        session.metronome.tick()
        assert performance.tick < 60 * 60
    assert [cue.name for cue in performance.cues] == list(performance.names) == ["Ask", "Train", "Draw", "Try"]
    assert 1 in chosen
    assert 0 not in chosen
    lengths = [b.tick - a.tick for a, b in pairwise(performance.cues)]
    # Training: 200 iterations, 30 a second, then a moment.
    assert lengths[1] == pytest.approx(200 * 2 + AFTER * TICKS, abs=3)
    assert session.rounds == pytest.approx(200 + AFTER * 30, abs=2)
    assert drawn == sorted(drawn)
    assert len(set(drawn)) > 20
    performance.close()
    session.close()


def test_longer_texts_and_formulas_stay_longer() -> None:
    plain = reading_seconds("word " * 50, "en")
    assert reading_seconds("", "en") == BRIEFEST
    assert plain == pytest.approx(14.0)
    assert reading_seconds("word " * 50 + "$a_1 + b$", "en") == pytest.approx(15.2)
    assert reading_seconds("낱말 " * 20, "ko") == pytest.approx(9.0)
    assert reading_seconds("word " * 500, "en") == LONGEST
