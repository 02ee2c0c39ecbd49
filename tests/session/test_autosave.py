"""What is done in a session is kept, offered after a crash, and goes on exactly from there."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from nnviz.models import writing
from nnviz.models.bundle import MANIFESTS, Bundle, read_bundle
from nnviz.models.files import open_model
from nnviz.models.journal import as_text
from nnviz.session import autosave as module
from nnviz.session import autosave_folders, intents, rescue
from nnviz.session.autosave import Autosave
from nnviz.session.autosave_folders import LOCK, Claim, claim_new, left_behind
from nnviz.session.facts import Notice
from nnviz.session.runners import InlineRunner, ThreadRunner
from nnviz.session.session import Session
from tests.conftest import InkJudge

POINTS = ((0.5, 0.5), (0.4, 0.6), (0.6, 0.4))


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rest between two generations."""
    monkeypatch.setattr(module, "PERIOD", 0.0)


@pytest.fixture
def autosave(session: Session, tmp_path: Path, at_once: None) -> Iterator[Autosave]:
    autosave = Autosave(session, tmp_path / "autosave")
    autosave.begin()
    yield autosave
    autosave.close()


@pytest.fixture
def another(qapp: QApplication) -> Iterator[Callable[[], Session]]:
    """Makes the session of the next start."""
    made: list[Session] = []

    def make() -> Session:
        made.append(Session(InlineRunner(), InkJudge(), page="playground"))
        return made[-1]

    yield make
    for session in made:
        session.close()


def train(session: Session, steps: int) -> None:
    session.do(intents.Run())
    session.advance(steps)
    session.do(intents.Pause())


def keep(session: Session, autosave: Autosave) -> None:
    """One generation, where there is anything new."""
    autosave.tick()
    session.deliver()
    autosave.flush()


def crash(autosave: Autosave) -> Path:
    """The end of a program that has no time for anything."""
    claim = autosave._claim
    assert claim is not None
    autosave._timer.stop()
    claim.lock.unlock()
    autosave._claim = autosave._bundle = None
    return claim.folder


def generation(autosave: Autosave) -> int:
    assert autosave._bundle is not None
    return autosave._bundle.newest.generation


def restored(session: Session, root: Path) -> Autosave:
    autosave = Autosave(session, root)
    left = autosave.look()
    assert left is not None
    troubles: list[Exception] = []
    session.failed.connect(troubles.append)
    autosave.restore(left)
    assert not troubles
    return autosave


def test_nothing_is_written_while_nothing_changes(session: Session, autosave: Autosave) -> None:
    keep(session, autosave)
    assert generation(autosave) == 0
    train(session, 5)
    keep(session, autosave)
    assert generation(autosave) == 1
    keep(session, autosave)
    assert generation(autosave) == 1
    session.do(intents.SetBias(1, 2, 0.5))
    keep(session, autosave)
    assert generation(autosave) == 2
    session.do(intents.NewSeed())
    keep(session, autosave)
    assert autosave._bundle is not None
    assert autosave._bundle.newest.pages == {}


def test_a_restored_run_goes_on_to_the_last_bit(
    session: Session, autosave: Autosave, another: Callable[[], Session]
) -> None:
    train(session, 30)
    session.do(intents.Adjust({"learning_rate": 0.01}))
    session.do(intents.SetWeight(1, 0, 2, 0.25))
    train(session, 17)
    keep(session, autosave)
    losses = session.history.loss.copy()
    train(session, 25)
    folder = crash(autosave)
    later = another()
    again = restored(later, folder.parent)
    assert later.snapshot.iteration == 47
    np.testing.assert_array_equal(later.history.loss, losses)
    assert later.rescue.unsaved == ("playground",)
    train(later, 25)
    assert later.snapshot.parameters.tobytes() == session.snapshot.parameters.tobytes()
    keep(later, again)
    assert again.folder == folder
    assert read_bundle(folder).pages["playground"].iteration == 72
    again.close()
    assert not folder.exists()


def test_every_page_and_own_data_come_back(
    session: Session, autosave: Autosave, another: Callable[[], Session]
) -> None:
    session.do(intents.OpenPage("compare"))
    session.do(intents.Compare("learning_rate", (0.01, 0.1)))
    train(session, 10)
    session.do(intents.OpenPage("playground"))
    session.do(session.codec.intent({"do": "PaintPoints", "label": 1, "points": [list(p) for p in POINTS]}))
    train(session, 8)
    keep(session, autosave)
    points, data = session.stock.painted, session.experiment.data
    ends = [lane.snapshot.parameters.tobytes() for lane in session.comparison.lanes]
    folder = crash(autosave)
    later = another()
    again = restored(later, folder.parent)
    assert later.page == "playground"
    assert later.experiment.data == data
    assert later.stock.painted is not None
    assert points is not None
    np.testing.assert_array_equal(later.stock.painted.x, points.x)
    assert later.snapshot.iteration == 8
    later.do(intents.OpenPage("compare"))
    assert (later.comparison.setting.name, later.comparison.values) == ("learning_rate", (0.01, 0.1))
    assert [lane.snapshot.parameters.tobytes() for lane in later.comparison.lanes] == ends
    for one in (session, later):
        one.do(intents.OpenPage("compare"))
        train(one, 10)
    pairs = zip(session.comparison.lanes, later.comparison.lanes, strict=True)
    assert all(a.snapshot.parameters.tobytes() == b.snapshot.parameters.tobytes() for a, b in pairs)
    again.close()


def test_what_waits_for_its_data_comes_back(
    session: Session, autosave: Autosave, another: Callable[[], Session]
) -> None:
    session.do(intents.OpenPage("digits"))
    session.do(intents.OpenShipped())
    assert session.data is None
    session.do(intents.LoadWeights(as_text(session.snapshot.parameters * 2)))
    keep(session, autosave)
    folder = crash(autosave)
    later = another()
    again = restored(later, folder.parent)
    assert later.page == "digits"
    assert later.snapshot.parameters.tobytes() == session.snapshot.parameters.tobytes()
    assert later.rescue.unsaved == ("digits",)
    again.close()


def test_a_long_history_is_thinned(session: Session, autosave: Autosave, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rescue, "MOST_STEPS", 10)
    train(session, 25)
    keep(session, autosave)
    assert autosave.folder is not None
    found = read_bundle(autosave.folder)
    assert found is not None
    training = found.pages["playground"].models[0].training
    assert training is not None
    assert training.steps[:, 0].tolist() == [1, 4, 7, 10, 13, 16, 19, 22, 25]


def test_a_run_that_looks_back_keeps_its_newest_state(session: Session, autosave: Autosave) -> None:
    train(session, 20)
    keep(session, autosave)
    session.do(intents.GoTo(5))
    keep(session, autosave)
    folder = autosave.folder
    assert folder is not None
    assert read_bundle(folder).pages["playground"].iteration == 20
    assert session.rescue.unsaved == ("playground",)
    session.do(intents.SetBias(1, 2, 0.5))
    train(session, 1)
    keep(session, autosave)
    assert read_bundle(folder).pages["playground"].iteration == 6


@pytest.mark.parametrize("broken", ["model", "manifest", "both"])
def test_a_broken_generation_gives_the_one_before(
    session: Session, autosave: Autosave, another: Callable[[], Session], broken: str
) -> None:
    for _ in range(2):
        train(session, 10)
        keep(session, autosave)
    folder = crash(autosave)
    names = {"model": ["playground-2-0.safetensors"], "manifest": [MANIFESTS[0]], "both": list(MANIFESTS)}[broken]
    for name in names:
        (folder / name).write_bytes((folder / name).read_bytes()[:-40])
    later = another()
    told: list[Notice] = []
    later.notice.connect(told.append)
    again = Autosave(later, folder.parent)
    left = again.look()
    if broken == "both":
        assert left is None
        assert [notice.key for notice in told] == ["autosave_broken"]
        assert again.look() is None
        assert len(told) == 1
        return
    assert left is not None
    assert left.found.damaged
    again.restore(left)
    assert told[-1].key == "autosave_older"
    assert later.snapshot.iteration == 10
    again.close()


def test_windows_have_folders_of_their_own(tmp_path: Path) -> None:
    one, other = claim_new(tmp_path), claim_new(tmp_path)
    assert left_behind(tmp_path) == (None, False)
    assert one.folder != other.folder
    one.give_up()
    assert left_behind(tmp_path) == (None, False)
    assert not one.folder.exists()
    assert other.folder.exists()
    other.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_another_window_takes_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Path] = []

    def claim_once_taken(folder: Path) -> Claim | None:
        if taken:
            return real(folder)
        taken.append(folder)
        folder.rmdir()
        return None

    real = autosave_folders._claim
    monkeypatch.setattr(autosave_folders, "_claim", claim_once_taken)
    claim = claim_new(tmp_path)
    assert claim.folder != taken[0]
    assert [path.name for path in claim.folder.iterdir()] == ["lock"]
    claim.remove()


def test_a_lock_with_the_number_of_this_process_is_no_lock_of_it(tmp_path: Path) -> None:
    one = claim_new(tmp_path / "one")
    text = (one.folder / LOCK).read_bytes()
    one.remove()
    folder = tmp_path / "two" / "left"
    folder.mkdir(parents=True)
    (folder / LOCK).write_bytes(text)
    assert left_behind(tmp_path / "two") == (None, False)
    assert not folder.exists()


def test_what_cannot_be_restored_is_put_aside(
    session: Session, autosave: Autosave, another: Callable[[], Session]
) -> None:
    train(session, 10)
    keep(session, autosave)
    folder = crash(autosave)
    manifest = folder / MANIFESTS[1]
    manifest.write_text(manifest.read_text().replace('"playground":', '"elsewhere":'))
    later = another()
    troubles: list[Exception] = []
    later.failed.connect(troubles.append)
    again = Autosave(later, folder.parent)
    left = again.look()
    assert left is not None
    again.restore(left)
    assert len(troubles) == 1
    names = sorted(path.name for path in folder.parent.iterdir())
    assert len(names) == 2
    assert sum(".broken-" in name for name in names) == 1
    again.close()


def test_a_broken_folder_that_cannot_be_put_aside_hides_no_other(
    session: Session, autosave: Autosave, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise PermissionError("another program reads it")

    train(session, 10)
    keep(session, autosave)
    root = crash(autosave).parent
    broken = root / "0-broken"
    broken.mkdir()
    (broken / MANIFESTS[0]).write_text("{")
    monkeypatch.setattr(Path, "rename", held)
    left, told = left_behind(root)
    assert told
    assert left is not None
    left.claim.give_up()


def test_a_lock_of_a_process_that_was_killed_is_none(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path;"
        "from nnviz.session.autosave_folders import claim_new;"
        "claim = claim_new(Path(sys.argv[1])); (claim.folder / 'manifest-0.json').write_text('{');"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode < 0
    (folder,) = tmp_path.iterdir()
    assert (folder / LOCK).exists()
    assert left_behind(tmp_path) == (None, True)
    (aside,) = tmp_path.iterdir()
    assert ".broken-" in aside.name
    assert left_behind(tmp_path) == (None, False)


def test_a_full_disk_is_told_once_and_the_state_before_is_whole(
    session: Session, autosave: Autosave, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(session, 10)
    keep(session, autosave)
    folder = autosave.folder
    assert folder is not None
    told: list[Notice] = []
    session.notice.connect(told.append)
    fsync, left = os.fsync, 1

    def full(descriptor: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(descriptor)

    monkeypatch.setattr(writing.os, "fsync", full)
    for _ in range(3):
        train(session, 10)
        keep(session, autosave)
    assert told == [Notice("autosave_failed", {"reason": "No space left on device"})]
    found = read_bundle(folder)
    assert found is not None
    assert (found.pages["playground"].iteration, found.damaged) == (10, False)
    monkeypatch.setattr(writing.os, "fsync", fsync)
    keep(session, autosave)
    assert read_bundle(folder).pages["playground"].iteration == 40
    assert not list(folder.glob("*.part"))


def test_no_folder_is_a_word_and_no_more(session: Session, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[Notice] = []
    session.notice.connect(told.append)
    autosave = Autosave(session, tmp_path / "file" / "autosave")
    assert autosave.look() is None
    autosave.begin()
    autosave.tick()
    assert told == [Notice("autosave_failed", {"reason": "Not a directory"})]
    autosave.close()


def test_a_file_outside_of_the_folder_is_never_read(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    entry = '{"files": ["../else.safetensors"], "taken": 1.0, "iteration": 1}'
    text = f'{{"format": 1, "generation": 1, "front": "digits", "pages": {{"digits": {entry}}}}}'
    (folder / MANIFESTS[1]).write_text(text)
    assert read_bundle(folder) is None
    assert Bundle(folder).newest.generation == 0


def test_a_training_thread_is_never_more_than_five_seconds_ahead(
    qapp: QApplication, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PERIOD", 0.2)
    monkeypatch.setattr(module, "TICK_MS", 20)
    session = Session(ThreadRunner(), InkJudge(), page="playground")
    session.clock.start()
    autosave = Autosave(session, tmp_path)
    autosave.begin()
    try:
        session.do(intents.Run())
        ends = time.monotonic() + 15
        while generation(autosave) < 3 and time.monotonic() < ends:
            qtbot.wait(20)
        autosave.flush()
        assert autosave.folder is not None
        found = read_bundle(autosave.folder)
        assert found is not None
        assert time.time() - found.taken < 5
        files = found.files["playground"]
        training = open_model(files[0]).training
        assert training is not None
        assert len(training.steps) == training.state.iteration > 0
    finally:
        autosave.close()
        session.close()
