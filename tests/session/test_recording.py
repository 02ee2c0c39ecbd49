"""Recordings: the same session once more, bit for bit; and files that are refused whole."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image
from threadpoolctl import threadpool_limits

from nnviz.data.own import OwnData
from nnviz.data.own_file import packed, unpacked
from nnviz.data.sheet import Sheet
from nnviz.data.table import Recipe, glimpse, guess
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.models.journal import as_text
from nnviz.session import intents
from nnviz.session.data_intents import ClearPoints, ImportImages, ImportTable, PaintPoints, PasteTable, UseData
from nnviz.session.playback import Playback
from nnviz.session.recorder import Recorder
from nnviz.session.recording import Recording, decoded, read
from nnviz.session.runners import InlineRunner, Runner, ThreadRunner
from nnviz.session.session import Session
from tests.conftest import InkJudge
from tests.session.lecture_driver import differences, lighten, state_of
from tests.session.lecture_fuzz import end, live, replayed, settle

Make = Callable[[Runner], Session]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    lighten(monkeypatch)
    # Planes as coarse as those of large networks.
    monkeypatch.setattr("nnviz.engine.landscape.SIDES", (9, 9))
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    with threadpool_limits(limits=1, user_api="blas"):
        yield


@pytest.fixture
def make(qapp: object) -> Iterator[Make]:
    made: list[Session] = []

    def make_session(runner: Runner) -> Session:
        made.append(Session(runner, InkJudge(), page="playground"))
        settle(made[-1])
        return made[-1]

    yield make_session
    for session in made:
        session.close()


@pytest.mark.parametrize("seed", [0, 2, 3])
def test_what_was_recorded_live_is_replayed_to_the_same_state(make: Make, seed: int) -> None:
    session, other = make(ThreadRunner()), make(InlineRunner())
    recording = live(session, seed, 40, on_its_own=True)
    replayed(other, recording)
    assert differences(state_of(other), state_of(session)) == []


@pytest.mark.parametrize("seed", [10])
def test_a_thread_replays_an_inline_recording_by_cue_too(make: Make, seed: int) -> None:
    session, other = make(InlineRunner()), make(ThreadRunner())
    recording = live(session, seed, 40, on_its_own=False)
    playback = Playback(other, recording)
    playback.begin()
    ends = []
    for cue in (*recording.cues[::3], recording.cues[0], recording.cues[-1]):
        playback.go_to(cue.tick)
        ends.append((cue.tick, state_of(other)))
    playback.go_to(recording.cues[-1].tick)
    assert differences(state_of(other), ends[-1][1]) == []
    assert not [tick for tick, state in ends if tick == recording.cues[0].tick and differences(state, ends[0][1])]
    playback.go_to(recording.ticks)
    assert playback.over
    other.hold()
    playback.close()
    end(other)
    assert differences(state_of(other), state_of(session)) == []


def test_one_iteration_more_is_another_state(make: Make) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    recording = train_and_tune(session)
    later = msgspec.structs.replace(recording.events[1], iterations=41)
    events = (recording.events[0], later, *recording.events[2:])
    replayed(other, msgspec.structs.replace(recording, events=events, beats=()))
    assert differences(state_of(other), state_of(session))


def train_and_tune(session: Session) -> Recording:
    """40 iterations, another learning rate, 30 more."""
    recorder = Recorder(session)
    recorder.start("en")
    session.do(intents.Run())
    session.iterate(40)
    session.do(intents.Adjust({"learning_rate": 0.3}))
    pass_time(session, 70)
    session.iterate(30)
    session.do(intents.Pause())
    return recorder.stop()


def pass_time(session: Session, ticks: int) -> None:
    for _ in range(ticks):
        session.metronome.tick()


def test_events_say_tick_and_iteration_and_training_keeps_its_pace(make: Make) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    recording = train_and_tune(session)
    assert [(e.tick, e.iterations, e.intent["do"]) for e in recording.events] == [
        (0, 0, "Run"), (0, 40, "Adjust"), (70, 70, "Pause"),
    ]  # fmt: skip
    assert recording.beats == ((60, 40), (70, 70))
    playback = Playback(other, recording)
    playback.begin()
    counts = []
    while not playback.over:
        other.metronome.tick()
        counts.append(other.snapshot.iteration)
    playback.close()
    assert counts[59:] == [40, 43, 46, 49, 52, 55, 58, 61, 64, 67, 70]


def test_a_recording_begins_anew(make: Make) -> None:
    session, fresh = make(InlineRunner()), make(InlineRunner())
    for intent in (intents.AddUnit(1), intents.Run(), intents.OpenLesson("xor"), intents.OpenPage("graph")):
        session.do(intent)
    session.advance(20)
    recorder = Recorder(session)
    recorder.start("en")
    assert (recorder.on, session.page, session.snapshot.iteration) == (True, "graph", 0)
    assert not session.lecture.is_open
    replayed(fresh, recorder.stop())
    assert differences(state_of(fresh), state_of(session)) == []


def test_what_the_viewer_does_ends_the_playback_but_not_what_is_only_looked_at(make: Make) -> None:
    session = make(ThreadRunner())
    playback = Playback(session, train_and_tune(make(InlineRunner())))
    states: list[bool] = []
    playback.begin()
    playback.changed.connect(lambda one: states.append(one.is_open))
    pass_time(session, 30)
    session.do(intents.ShowPoint(0.5, 0.5))
    assert playback.is_open
    session.do(intents.Pause())
    assert (playback.is_open, states[-1], session.metronome.rate) == (False, False, 1.0)
    assert session.snapshot.iteration >= 40


def test_files_that_were_opened_are_taken_along(make: Make, tmp_path: Path) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    session.do(intents.OpenExample("forward_pass"))
    recorder = Recorder(session)
    recorder.start("en")
    path = tmp_path / "own.safetensors"
    session.do(intents.StepOnce())
    session.advance(1)
    session.do(intents.SaveModel(path))
    session.do(intents.OpenModel(path))
    lesson = tmp_path / "own.toml"
    lesson.write_text(LESSON, encoding="utf-8")
    session.do(intents.OpenLesson(str(lesson)))
    recording = recorder.stop()
    path.unlink()
    lesson.unlink()
    assert [event.intent["do"] for event in recording.events] == ["StepOnce", "OpenModel", "OpenLesson"]
    assert [cue.name for cue in recording.cues] == ["T"]
    replayed(other, decoded(recording.encoded()))
    assert differences(state_of(other), state_of(session)) == []
    assert other.lecture.state.lesson is not None
    assert not list(tmp_path.iterdir())


LESSON = 'id = "x"\ntitle = "X"\nsummary = "S"\nminutes = 1\nrows = ["A1"]\n[[step]]\ntitle = "T"\ntext = "t"\n'


PETS = "height,weight,pet\n" + "".join(f"{20 + k},{3 + k % 5},{('cat', 'dog')[k % 2]}\n" for k in range(24))


def recipe_of(sheet: Sheet) -> Recipe:
    return guess(glimpse(sheet))


def train(session: Session, steps: int) -> None:
    session.do(intents.Run())
    session.iterate(steps)
    session.do(intents.Pause())


def test_own_data_comes_along_and_its_files_may_be_gone(make: Make, tmp_path: Path) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    path, folder = tmp_path / "pets.csv", tmp_path / "shades"
    path.write_text(PETS)
    for k in range(12):
        (folder / "ab"[k % 2]).mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.full((8, 8), 20 * k, np.uint8)).save(folder / "ab"[k % 2] / f"{k}.png")
    recorder = Recorder(session)
    recorder.start("en")
    for brought in (ImportTable(path, recipe_of(Sheet(path))), ImportImages(folder, 8)):
        session.do(brought)
        train(session, 10)
    session.do(PasteTable(PETS.upper(), recipe_of(Sheet(None, PETS.upper()))))
    train(session, 10)
    recording = recorder.stop()
    path.unlink()
    encoded = recording.encoded()
    assert str(tmp_path).encode() not in encoded + b"".join(recording.data.values())
    done = [event.intent["do"] for event in recording.events]
    assert done == ["BringData", "Run", "Pause"] * 3
    assert len(recording.data) == 3
    replayed(other, decoded(encoded))
    assert differences(state_of(other), state_of(session)) == []
    assert [data.name for data in other.stock.shelf.own] == ["pets", "shades", ""]


def test_it_begins_with_the_own_data_of_every_page(make: Make) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    session.do(PasteTable(PETS, recipe_of(Sheet(None, PETS))))
    session.do(PaintPoints(1, ((0.5, 0.5), (25.0, 4.0)), 1))
    unused = session.experiment.data
    session.do(intents.OpenPage("compare"))
    session.do(ClearPoints())
    session.do(intents.OpenPage("playground"))
    session.do(ClearPoints())
    empty = session.experiment.data
    recorder = Recorder(session)
    recorder.start("en")
    session.do(UseData(unused, 26))
    train(session, 5)
    session.do(PaintPoints(0, ((21.0, 3.0),), 1))
    session.do(PaintPoints(0, ((22.0, 3.0),), 1))
    session.do(UseData(session.experiment.data, 28))
    recording = recorder.stop()
    assert empty in recording.data
    assert unused in recording.data
    assert session.experiment.data not in recording.data
    assert len(recording.data) == 3
    replayed(other, decoded(recording.encoded()))
    assert differences(state_of(other), state_of(session)) == []


def test_a_network_on_own_data_of_before_brings_it_along(make: Make, tmp_path: Path) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    session.do(PasteTable(PETS, recipe_of(Sheet(None, PETS))))
    train(session, 5)
    path = tmp_path / "pets.safetensors"
    session.do(intents.SaveModel(path))
    session.do(intents.Adjust({"data": "moons"}))
    recorder = Recorder(session)
    recorder.start("en")
    session.do(intents.OpenModel(path))
    train(session, 5)
    recording = recorder.stop()
    assert len(recording.data) == 1
    replayed(other, decoded(recording.encoded()))
    assert differences(state_of(other), state_of(session)) == []
    assert other.snapshot.iteration == 10


def test_a_stroke_that_was_begun_before_a_recording_ends_there(make: Make) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    for one in (session, other):
        one.do(PaintPoints(1, ((0.5, 0.5),), gesture=3))
    begun = session.experiment.data
    recorder = Recorder(session)
    recorder.start("en")
    session.do(PaintPoints(1, ((0.6, 0.5),), gesture=3))
    session.do(UseData(begun, 50))
    recording = recorder.stop()
    assert [event.intent["do"] for event in recording.events] == ["PaintPoints", "UseData"]
    replayed(other, recording)
    assert differences(state_of(other), state_of(session)) == []


def test_weights_that_a_hand_left_are_replayed(make: Make) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    recorder = Recorder(session)
    recorder.start("en")
    train(session, 20)
    session.do(intents.LoadWeights(as_text(session.snapshot.parameters * 0.5)))
    train(session, 7)
    session.do(intents.PutBack(1))
    train(session, 7)
    replayed(other, recorder.stop())
    assert differences(state_of(other), state_of(session)) == []


def test_what_is_too_much_is_not_opened_while_it_is_recorded(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    session = make(InlineRunner())
    recorder = Recorder(session)
    recorder.start("en")
    train(session, 1)
    before = state_of(session)
    for limit, key in (("MOST_OF_ONE", "recording_large"), ("MOST_OF_ALL", "recording_full")):
        with monkeypatch.context() as patched:
            patched.setattr(f"nnviz.session.recording.{limit}", 100)
            with pytest.raises(Refusal, match=key):
                session.do(PasteTable(PETS, recipe_of(Sheet(None, PETS))))
    assert differences(state_of(session), before) == []
    assert len(recorder.stop().events) == 2


@pytest.mark.parametrize("name", ["SaveModel", "ExportRun", "ImportTable", "ImportImages"])
def test_a_recording_touches_no_files_of_the_viewer(make: Make, tmp_path: Path, name: str) -> None:
    recording = train_and_tune(make(InlineRunner()))
    at = {"folder" if name == "ImportImages" else "path": str(tmp_path / "x.safetensors")}
    broken = msgspec.structs.replace(recording.events[0], intent={"do": name, **at})
    with pytest.raises(Refusal, match="unknown_intent"):
        Playback(make(InlineRunner()), msgspec.structs.replace(recording, events=(broken,)))


def test_exported_scripts_are_no_part_of_a_recording(make: Make, tmp_path: Path) -> None:
    session = make(InlineRunner())
    recorder = Recorder(session)
    recorder.start("en")
    train(session, 3)
    session.do(intents.ExportRun(tmp_path / "run.py"))
    assert (tmp_path / "run.py").exists()
    assert [event.intent["do"] for event in recorder.stop().events] == ["Run", "Pause"]


def test_own_data_that_does_not_fit_is_refused_whole(make: Make) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    session.do(PasteTable(PETS, recipe_of(Sheet(None, PETS))))
    recorder = Recorder(session)
    recorder.start("en")
    recording = recorder.stop()
    (key, content), before = next(iter(recording.data.items())), state_of(other)
    own = unpacked(content)
    wider = packed(OwnData("", "table", np.zeros((9, 3), np.float32), np.arange(9) % 2, tuple("abc"), ("0", "1")))
    for data in ({}, {key: content[:-3]}, {key: wider}, {f"{key}0": packed(own)}):
        with pytest.raises(Refusal, match="own_data"):
            Playback(other, msgspec.structs.replace(recording, data=data))
    assert differences(state_of(other), before) == []


def test_a_point_of_a_plane_is_recorded_as_its_weights(make: Make) -> None:
    session, other = make(InlineRunner()), make(InlineRunner())
    recorder = Recorder(session)
    recorder.start("en")
    session.do(intents.LoadPoint(0.1, 0.2))
    session.watch("landscape", recorder, True)
    session.do(intents.Run())
    session.iterate(30)
    session.do(intents.Pause())
    session.do(intents.LoadPoint(0.1, 0.2))
    session.do(intents.PutBack(1))
    recording = recorder.stop()
    done = [event.intent["do"] for event in recording.events]
    assert done == ["LoadPoint", "Run", "Pause", "LoadWeights", "PutBack"]
    replayed(other, recording)
    assert differences(state_of(other), state_of(session)) == []


def with_part(recording: Recording, **parts: object) -> bytes:
    return msgspec.json.encode(msgspec.to_builtins(recording) | parts)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"format": 2}, "which writes recordings in another way"),
        ({"events": [{"tick": 80, "iterations": None, "intent": {"do": "Run"}}]}, "the order in which it happened"),
        ({"beats": [[10, 60], [5, 70]]}, "the order in which it happened"),
        ({"ticks": "many"}, "$.ticks"),
        ({"files": {"../x": ""}}, "files"),
        ({"moods": []}, "moods"),
    ],
)  # fmt: skip
def test_a_broken_recording_is_refused_whole(make: Make, tmp_path: Path, parts: dict[str, object], says: str) -> None:
    path = tmp_path / "lecture.nnrec.json"
    path.write_bytes(with_part(train_and_tune(make(InlineRunner())), **parts))
    with pytest.raises(Refusal) as refusal:
        read(path)
    assert says in words(refusal.value)
    assert path.name in words(refusal.value)


def test_an_intent_that_there_is_not_is_refused_before_anything_changes(make: Make) -> None:
    recording = train_and_tune(make(InlineRunner()))
    other = make(InlineRunner())
    before = state_of(other)
    broken = msgspec.structs.replace(recording.events[0], intent={"do": "Dance"})
    with pytest.raises(Refusal, match=r"events\[1\]"):
        Playback(other, msgspec.structs.replace(recording, events=(recording.events[0], broken)))
    assert differences(state_of(other), before) == []


def test_nothing_to_stop_and_nothing_to_mark(make: Make) -> None:
    recorder = Recorder(make(InlineRunner()))
    for forbidden in (recorder.stop, recorder.cue):
        with pytest.raises(Refusal, match="not_recording"):
            forbidden()


def test_while_it_is_held_a_thread_does_only_what_it_is_asked(make: Make) -> None:
    session = make(ThreadRunner())
    session.do(intents.Run())
    session.hold()
    session.hold()
    session.release()
    here = session.snapshot.iteration
    assert session.state.is_running
    time.sleep(0.05)
    session.iterate(0)
    assert session.snapshot.iteration == here
    session.iterate(7)
    assert session.snapshot.iteration == here + 7
    session.do(intents.Pause())
    assert not session.state.is_running
    session.do(intents.Run())
    before = session.rounds
    session.release()
    end = time.monotonic() + 5
    while session.rounds == before and time.monotonic() < end:
        time.sleep(0.001)
    assert session.rounds > before


def test_a_point_that_is_too_far_away_is_refused(make: Make) -> None:
    session = make(InlineRunner())
    for far in (1e300, math.nan):
        with pytest.raises(Refusal, match="out_of_range"):
            session.do(intents.ShowPoint(0.0, far))
